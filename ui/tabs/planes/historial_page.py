"""What happened to an intervención: each step with its day and who did it."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.store import history
from app.store.journal import Operation
from app.store.queries.planes import FilaPlan
from ui.context import Context
from ui.tables import cells
from ui.tables.column import Column
from ui.tables.record_table import RecordTable
from ui.theme import u
from ui.widgets.empty_state import EmptyState

COLUMNS = (
    Column("cuando", "Cuándo", lambda o: f"{o.cuando:%d/%m/%Y %H:%M}", sort=lambda o: o.id,
           width=36),
    Column("etiqueta", "Qué se hizo", lambda o: o.etiqueta, width=70, stretch=True),
    Column("quien", "Quién", lambda o: o.quien, width=34, cell=cells.QUIET),
)  # fmt: skip


class HistorialPage(QWidget):
    """The newest first; what hangs from the intervención and its plan counts too (M-73)."""

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self.ctx = ctx
        self.found: list[Operation] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, u(1), 0, 0)
        self.table = RecordTable(
            COLUMNS, lambda: self.found, nouns=("paso", "pasos"), memory="historial_plan",
            empty=EmptyState("history", "Sin cambios", "Aquí queda cada cambio de este plan."),
        )  # fmt: skip
        self.table.set_words(no_match="Nada coincide", chosen=("elegido", "elegidos"))
        column.addWidget(self.table, 1)

    def show_row(self, fila: FilaPlan) -> None:
        """Shows what happened to an intervención."""
        store = self.ctx.store
        rows = history.rows_of_intervencion(store, fila.intervencion)
        self.found = history.of_record(store, rows)
        self.table.refresh()
