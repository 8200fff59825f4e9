"""The red de alumnos tutores: who accompanies whom, in what, when and where."""

from operator import attrgetter

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.horario import DIAS_DE_CLASE
from app.fields import Time
from app.store.queries import alumnos_tutores as queries
from app.store.queries.alumnos_tutores import Enlace
from app.text import counted
from ui.context import Context
from ui.tables import cells
from ui.tables.column import Column
from ui.tables.record_table import RecordTable
from ui.theme import u
from ui.widgets.dialog import Dialog
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import Label
from ui.widgets.search_field import SearchField

_TIME = Time().show


def _hours(link: Enlace) -> str:
    return "; ".join(
        f"{DIAS_DE_CLASE[t.dia][:3].lower()} {_TIME(t.inicio)}" for t, _ in link.acompanado.franjas
    )


def _places(link: Enlace) -> str:
    return ", ".join(dict.fromkeys(place for _, place in link.acompanado.franjas if place))


COLUMNS = (
    Column("tutor", "Alumno tutor", attrgetter("nombre_alumno_tutor"), width=44, cell=cells.Link()),
    Column("tutorado", "Tutorado", lambda r: r.acompanado.nombre, width=48,
           cell=cells.Link()),
    Column("asignatura", "Asignatura", lambda r: r.acompanado.nombre_asignatura, width=44,
           stretch=True),
    Column("hora", "Día y hora", _hours, width=30),
    Column("lugar", "Lugar", _places, width=28, cell=cells.QUIET),
)  # fmt: skip


def ident(link: Enlace) -> tuple[int, int]:
    """What tells a thread of the red from another."""
    return link.acompanado.intervencion, link.acompanado.alumno


class RedDialog(Dialog):
    """The whole red to read, filter and copy as a table (DOMAIN M-88)."""

    def __init__(self, ctx: Context, parent: QWidget | None) -> None:
        super().__init__("Red de alumnos tutores", parent, size="full", cancel="Cerrar")
        self.ctx = ctx
        links = queries.red(ctx.store)
        self.links = {ident(link): link for link in links}
        row = QHBoxLayout()
        self.filter = SearchField("Filtrar la red")
        self.filter.setFixedWidth(u(70))
        row.addWidget(self.filter)
        owners = counted(
            len({link.alumno_tutor for link in links}), "alumno tutor", "alumnos tutores"
        )
        row.addSpacing(u(2))
        row.addWidget(Label(f"{owners} en esta red", "caption", "text2"))
        row.addStretch(1)
        self.body.addLayout(row)
        self.table = RecordTable(
            COLUMNS, lambda: links, ident=ident, nouns=("pareja", "parejas"), memory="red",
            empty=EmptyState(
                "users", "Todavía no hay parejas", "Aparecen al asignar alumnos tutores."
            ),
        )  # fmt: skip
        self.table.set_words(
            no_match="Nada coincide", chosen=("elegida", "elegidas"),
            note="Ctrl+C copia los renglones elegidos para Excel",
        )  # fmt: skip
        self.table.sort_by("tutor")
        self.table.refresh()
        self.filter.typed.connect(self.table.set_filter)
        self.filter.left_down.connect(self.table.view.setFocus)
        self.table.filters_cleared.connect(self.filter.clear)
        self.table.linked.connect(self._go)
        self.body.addWidget(self.table, 1)
        self.filter.setFocus()

    def _go(self, column: str, key: object) -> None:
        link = self.links.get(key) if isinstance(key, tuple) else None
        if link is None:
            return
        self.reject()
        if column == "tutor":
            self.ctx.show("alumnos_tutores", link.alumno_tutor)
        else:
            self.ctx.show("tutorados", link.acompanado.alumno)
