"""The sessions before this one, and every change that this one has had."""

from dataclasses import dataclass
from operator import attrgetter

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.sesion import CUMPLIDA
from app.services import asistencia
from app.store import history
from app.store.differences import differences
from app.store.queries import sesiones as queries
from app.store.queries.sesiones import FilaSesion
from app.text import short_date
from ui.context import Context
from ui.tables import cells
from ui.tables.column import Column
from ui.tables.record_table import RecordTable
from ui.tabs.seguimiento import looks
from ui.theme import u
from ui.widgets.empty_state import EmptyState

_MOST_STEPS = 60


class AnterioresPage(QWidget):
    """What was seen and asked before; Enter goes to one of them: `opened(sesion)`."""

    opened = Signal(object)

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self.ctx = ctx
        self.rows: list[FilaSesion] = []
        today = ctx.store.clock().date()
        columns = (
            Column("fecha", "Fecha", lambda r: looks.day_words(r.it.fecha),
                   sort=lambda r: (r.it.fecha, r.it.inicio or 0), width=32),
            Column("estado", "Estado", lambda r: looks.STATES[r.estado(today)], width=29,
                   cell=cells.State(lambda r: looks.ICONS[r.estado(today)])),
            Column("tema", "Tema", lambda r: r.it.tema or looks.why(r), width=40, stretch=True),
            Column("asistencia", "Asistencia", _came, width=32, cell=cells.QUIET, drop=2),
            Column("recomendaciones", "Recomendaciones",
                   lambda r: r.it.recomendaciones.replace("\n", " "), width=40, cell=cells.QUIET,
                   drop=1),
            Column("cumplida", "Lo anterior", lambda r: CUMPLIDA.get(r.it.cumplida, ""), width=22,
                   cell=cells.QUIET, hidden=True),
        )  # fmt: skip
        self.table = RecordTable(
            columns, lambda: self.rows, ident=attrgetter("id"), nouns=("sesión", "sesiones"),
            memory="sesiones_anteriores",
            empty=EmptyState("calendar-check", "Es la primera sesión",
                             "Aquí se verán las que haya antes de esta."),
        )  # fmt: skip
        self.table.set_words(no_match="Nada coincide", chosen=("elegida", "elegidas"))
        self.table.opened.connect(self.opened)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, u(1), 0, 0)
        column.addWidget(self.table)

    def show_row(self, row: FilaSesion) -> None:
        """Shows those of the same intervención that were before, the newest first."""
        self.rows = previous(self.ctx, row)
        self.table.refresh()
        if self.table.header.order is None:
            self.table.sort_by("fecha", descending=True)


def previous(ctx: Context, row: FilaSesion) -> list[FilaSesion]:
    """The sessions of the same intervención before one."""
    found = queries.of_intervencion(ctx.store, row.it.intervencion or 0)
    ids = [one.id for one in found]
    return found[: ids.index(row.id)] if row.id in ids else found


def _came(row: FilaSesion) -> str:
    people = {person.alumno for person in row.tutorados}
    return asistencia.in_words(
        estado for alumno, estado in row.asistencia.items() if alumno in people
    )


@dataclass(frozen=True)
class Cambio:
    """A datum that changed, when and by whom."""

    id: int
    cuando: str
    quien: str
    campo: str
    antes: str
    despues: str


_HISTORY = (
    Column("cuando", "Cuándo", lambda c: c.cuando, sort=lambda c: -c.id, width=31),
    Column("campo", "Qué", lambda c: c.campo, width=36, stretch=True,
           tooltip=lambda c: c.campo),
    Column("antes", "Antes", lambda c: c.antes or "(vacío)", width=34, cell=cells.QUIET,
           tooltip=lambda c: c.antes),
    Column("despues", "Después", lambda c: c.despues or "(vacío)", width=34,
           tooltip=lambda c: c.despues),
    Column("quien", "Quién", lambda c: c.quien, width=24, cell=cells.QUIET, drop=1),
)  # fmt: skip


class HistorialPage(QWidget):
    """Every correction with its old value, the newest first (nothing is lost)."""

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self.ctx = ctx
        self.rows: list[Cambio] = []
        self.table = RecordTable(
            _HISTORY, lambda: self.rows, ident=attrgetter("id"), rows="dense",
            nouns=("cambio", "cambios"), empty=EmptyState("history", "Sin cambios", ""),
        )  # fmt: skip
        column = QVBoxLayout(self)
        column.setContentsMargins(0, u(1), 0, 0)
        column.addWidget(self.table)

    def show_row(self, row: FilaSesion) -> None:
        """Shows the changes of a session and of its attendance."""
        store = self.ctx.store
        rows = [("sesiones", row.id)]
        rows += [("asistencias", one.id) for one in store.asistencias.where(sesion=row.id)]
        self.rows = []
        for step in history.of_record(store, rows, _MOST_STEPS):
            when = f"{short_date(step.cuando.date())} {step.cuando:%H:%M}"
            for it in differences(store, step.id, rows):
                registro = it.registro if it.tabla == "asistencias" else ""
                campo = f"{registro} · {it.campo}" if registro else it.campo
                self.rows.append(
                    Cambio(len(self.rows), when, step.quien, campo, it.antes, it.despues)
                )
        self.table.refresh()
