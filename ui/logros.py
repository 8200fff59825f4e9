"""The achievements of somebody on a page: the day, what, who said it, and taking one out."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.fields import Date
from app.services import reconocimientos
from ui import messages
from ui.context import Context
from ui.tables import cells
from ui.tables.column import Column
from ui.tables.short_table import ShortTable
from ui.theme import u
from ui.widgets.labels import SectionLabel

_DAY = Date().show
_COLUMNS = (
    Column("fecha", "Fecha", lambda one: _DAY(one.fecha), width=24),
    Column("texto", "Logro", lambda one: one.texto, width=60, stretch=True, cell=cells.STRONG),
    Column("quien", "Quién lo reconoció", lambda one: one.quien, width=36, cell=cells.QUIET),
    Column("quitar", "", lambda _one: "Quitar", width=18, cell=cells.Link()),
)  # fmt: skip


class Logros(QWidget):
    """Hidden while there is none."""

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self.ctx = ctx
        column = QVBoxLayout(self)
        column.setContentsMargins(0, u(1), 0, 0)
        column.setSpacing(u(2))
        column.addWidget(SectionLabel("Logros reconocidos"))
        self.table = ShortTable(_COLUMNS, name="Logros reconocidos")
        self.table.linked.connect(self._remove)
        column.addWidget(self.table)

    def show_of(self, alumno: int) -> None:
        """Shows those of somebody, the newest first."""
        found = reconocimientos.logros_de(self.ctx.store, alumno)
        self.table.set_rows(found)
        self.setVisible(bool(found))

    def _remove(self, _column: str, logro: object) -> None:
        self.ctx.do(reconocimientos.quitar, self.ctx.store, logro)
        messages.toast("Se quitó el logro; está en la papelera.", "Deshacer", self.ctx.undo)
