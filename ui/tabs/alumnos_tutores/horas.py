"""The hour log of one alumno tutor: each session held and what they add up (DOMAIN U-31)."""

from datetime import date
from operator import attrgetter

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.services import horas
from app.services.horas import FilaHoras
from app.store.queries.alumnos_tutores import FilaAlumnoTutor
from app.text import DIAS, counted
from ui.context import Context
from ui.tables import cells
from ui.tables.column import Column
from ui.tables.record_table import RecordTable
from ui.theme import u
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import Label
from ui.widgets.week_chips import hour_words


def _day(day: date | None) -> str:
    return f"{DIAS[day.weekday()][:3]} {day:%d/%m/%Y}" if day else ""


_COLUMNS = (
    Column("fecha", "Fecha", lambda h: _day(h.fecha), sort=lambda h: (h.fecha, h.inicio or 0),
           width=32),
    Column("tutorados", "Tutorados", lambda h: h.tutorados, width=44, stretch=True),
    Column("asignatura", "Asignatura", lambda h: h.asignatura, width=36, drop=2),
    Column("descripcion", "Descripción", lambda h: h.descripcion, width=40, cell=cells.QUIET,
           drop=3),
    Column("inicio", "Inicio", lambda h: hour_words(h.inicio), sort=lambda h: h.inicio, width=15),
    Column("fin", "Fin", lambda h: hour_words(h.fin), sort=lambda h: h.fin, width=14),
    Column("minutos", "Min.", lambda h: str(h.minutos), sort=lambda h: h.minutos, width=12,
           align="right", help="Duración en minutos, sin redondear"),
    Column("acumulado", "Acum.", lambda h: horas.in_hours(h.acumulado),
           sort=lambda h: h.acumulado, width=17, align="right",
           help="Horas y minutos dados hasta esa sesión"),
)  # fmt: skip


class HorasPage(QWidget):
    """Enter goes to the session; what is chosen is copied to Excel with Ctrl+C."""

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self.ctx = ctx
        self.rows: list[FilaHoras] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, u(1), 0, 0)
        column.setSpacing(u(2))
        line = QHBoxLayout()
        self.total = Label("", "body", strong=True)
        line.addWidget(self.total)
        line.addStretch(1)
        line.addWidget(Label("Solo sesiones dadas en este periodo", "caption", "text2"))
        column.addLayout(line)
        self.table = RecordTable(
            _COLUMNS, lambda: self.rows, ident=attrgetter("sesion"), nouns=("sesión", "sesiones"),
            memory="horas",
            empty=EmptyState("clock", "Todavía no ha dado sesiones",
                             "Cada sesión dada se suma aquí con sus minutos."),
        )  # fmt: skip
        self.table.set_words(no_match="Nada coincide", chosen=("elegida", "elegidas"))
        self.table.opened.connect(self._open)
        column.addWidget(self.table, 1)

    def show_row(self, row: FilaAlumnoTutor) -> None:
        """Shows the log of somebody."""
        store = self.ctx.store
        self.rows = horas.registro(store, row.alumno, store.plantel.only().periodo)
        total = self.rows[-1].acumulado if self.rows else 0
        count = counted(len(self.rows), "sesión", "sesiones")
        self.total.setText(f"{horas.in_hours(total)} horas en {count}" if self.rows else "")
        self.table.refresh()
        if self.table.header.order is None:
            self.table.sort_by("fecha", descending=True)

    def _open(self, sesion: object) -> None:
        self.ctx.show("seguimiento", sesion)
