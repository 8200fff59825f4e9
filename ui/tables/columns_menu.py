"""Which columns are seen and by which one the rows are sorted: the menu and what is remembered."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QMenu, QWidget

from ui.tables.column import Column


@dataclass(frozen=True)
class Remembered:
    """What the computer remembers of a table."""

    hidden: frozenset[str]
    key: str
    descending: bool

    def to_text(self) -> str:
        """As it is kept."""
        return json.dumps([sorted(self.hidden), self.key, self.descending])

    @classmethod
    def from_text(cls, text: str, known: set[str]) -> "Remembered | None":
        """What was kept, without columns that no longer exist; None when it cannot be read."""
        try:
            hidden, key, descending = json.loads(text)
        except ValueError:
            return None
        return cls(frozenset(hidden) & known, key if key in known else "", bool(descending))


def column_menu(
    columns: Sequence[Column],
    hidden: set[str],
    order: tuple[int, bool] | None,
    *,
    parent: QWidget,
) -> QMenu:
    """The menu; its actions carry (`column` or `order`, place) as data."""
    menu = QMenu("Columnas y orden", parent)
    by = QMenu("Ordenar por", menu)
    for i, column in enumerate(columns):
        seen = menu.addAction(column.title or column.key)
        seen.setCheckable(True)
        seen.setChecked(column.key not in hidden)
        seen.setEnabled(not column.stretch)
        seen.setData(("column", i))
        sort = by.addAction(column.title or column.key)
        sort.setCheckable(True)
        sort.setChecked(order is not None and order[0] == i)
        sort.setData(("order", i))
    menu.addSeparator()
    menu.addMenu(by)
    return menu
