"""The achievements of a student: the day, what, who said it, and taking one out."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain import Logro
from app.fields import Date
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
    """`removed(logro)` asks to take one out; hidden while there is none."""

    removed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, u(1), 0, 0)
        column.setSpacing(u(2))
        column.addWidget(SectionLabel("Logros reconocidos"))
        self.table = ShortTable(_COLUMNS, name="Logros reconocidos")
        self.table.linked.connect(self._on_link)
        column.addWidget(self.table)

    def show_logros(self, found: Sequence[Logro]) -> None:
        """Shows these."""
        self.table.set_rows(found)
        self.setVisible(bool(found))

    def _on_link(self, _column: str, logro: object) -> None:
        self.removed.emit(logro)
