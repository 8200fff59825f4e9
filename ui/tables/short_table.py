"""A few records inside a page: every row in sight, without foot and without scroll of its own."""

from collections.abc import Callable, Sequence
from operator import attrgetter
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QSizePolicy

from ui.tables.column import Column
from ui.tables.header import RecordHeader
from ui.tables.model import RecordModel
from ui.tables.view import RecordView
from ui.theme import u
from ui.widgets.card import Card


class ShortTable(Card):
    """The rows are given with `set_rows`; Enter or a double click tells `opened(id)`."""

    opened = Signal(object)
    linked = Signal(str, object)

    def __init__(
        self,
        columns: Sequence[Column],
        *,
        ident: Callable[[Any], Any] = attrgetter("id"),
        name: str = "",
    ) -> None:
        super().__init__(padding=0)
        self.body.setContentsMargins(1, 1, 1, 1)
        self.body.setSpacing(0)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._rows: list[Any] = []
        self.model = RecordModel(columns, lambda: self._rows, ident=ident, parent=self)
        header = RecordHeader(self.model.columns, self._no_menu)
        self.view = RecordView(self.model, header, 8.0, self)
        self.view.setMinimumHeight(0)
        self.view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setAccessibleName(name)
        self.view.opened.connect(self.opened)
        self.view.linked.connect(self.linked)
        self.body.addWidget(self.view)
        self.set_rows([])

    def set_rows(self, rows: Sequence[Any]) -> None:
        """Shows these rows; the chosen one stays by its id."""
        self._rows = list(rows)
        self.model.refresh()
        self.view.setFixedHeight(u(8) + len(self._rows) * u(8) + 1)

    def set_shown(self, keys: set[str]) -> None:
        """Shows these columns and hides the others."""
        self.view.set_hidden({column.key for column in self.model.columns} - keys)

    def row_of(self, ident: Any) -> Any:
        """The row of an id, or None."""
        place = self.model.place_of(ident)
        return self.model.row_at(place) if place >= 0 else None

    def _no_menu(self) -> QMenu:
        return QMenu(self)
