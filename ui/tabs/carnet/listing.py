"""The list of the tab Carnet: who needs one and the state of each."""

from collections.abc import Callable, Sequence
from typing import Any

from app.services import carnets
from app.services.carnets import FilaCarnet
from ui.tables import cells
from ui.tables.column import Column
from ui.tables.record_table import RecordTable
from ui.widgets.empty_state import EmptyState

_STATES = {
    "por_imprimir": ("printer", "primary"),
    "cambio": ("refresh", "medio"),
    "impreso": ("check", "ok"),
}
_COLUMNS = (
    Column("alumno", "Alumno", lambda r: r.nombre_de_lista, width=52, stretch=True),
    Column("grupo", "Grupo", lambda r: r.grupo, width=15),
    Column("asignaturas", "Asign.", lambda r: str(r.asignaturas), lambda r: r.asignaturas,
           width=14, align="right", drop=1, help="Asignaturas que van en su carnet"),
    Column("estado", "Carnet", lambda r: carnets.ESTADOS[r.estado], width=33,
           cell=cells.State(lambda r: _STATES[r.estado])),
    Column("codigo", "Código", lambda r: r.codigo, width=22, hidden=True),
)  # fmt: skip


def make_table(load: Callable[[], Sequence[FilaCarnet]], empty: EmptyState) -> RecordTable:
    """The table with a check for each alumno."""
    table = RecordTable(
        _COLUMNS, load, ident=_alumno, nouns=("alumno", "alumnos"), memory="carnets", empty=empty
    )
    table.set_checkable()
    return table


def _alumno(row: Any) -> int:
    return row.alumno
