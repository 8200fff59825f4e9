"""The rows of a list: what a function gives, filtered and sorted as lists of positions."""

from collections.abc import Callable, Sequence
from operator import attrgetter
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
)

from ui.tables import filter as rows_filter
from ui.tables.column import Column
from ui.widgets import letters

Index = QModelIndex | QPersistentModelIndex
_SLICE = 4000


class RecordModel(QAbstractTableModel):
    """Holds the rows that `load` gives; each has an id that `ident` takes from it."""

    def __init__(
        self,
        columns: Sequence[Column],
        load: Callable[[], Sequence[Any]],
        *,
        ident: Callable[[Any], Any] = attrgetter("id"),
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = list(columns)
        self._load, self.ident = load, ident
        self._rows: list[Any] = []
        self._ids: list[Any] = []
        self._order: list[int] = []
        self._shown: list[int] = []
        self._place: dict[Any, int] | None = None
        self._keys: dict[int, list[Any]] = {}
        self._hays: list[str] = []
        self._words, self._keep = "", None
        self._sorted: tuple[int, bool] | None = None
        self._idle = QTimer(self)
        self._idle.setInterval(0)
        self._idle.timeout.connect(self._prepare_some)

    # What Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.columns[index.column()].show(self._rows[self._shown[index.row()]])
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.columns[section].help or None
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sorts by a column; -1 leaves the order in which the rows were loaded."""
        descending = order == Qt.SortOrder.DescendingOrder
        self._sorted = (column, descending) if column >= 0 else None
        self.beginResetModel()
        self._arrange()
        self.endResetModel()

    # What the list asks

    @property
    def total(self) -> int:
        """How many rows there are, filtered or not."""
        return len(self._rows)

    @property
    def is_filtered(self) -> bool:
        """Whether some condition is set."""
        return bool(self._words.strip()) or self._keep is not None

    @property
    def words(self) -> str:
        """What is being searched."""
        return self._words

    def rows(self) -> list[Any]:
        """All the rows, filtered or not, as they were loaded."""
        return self._rows

    def row_at(self, place: int) -> Any:
        """The row shown at a place."""
        return self._rows[self._shown[place]]

    def id_at(self, place: int) -> Any:
        """The id of the row shown at a place."""
        return self._ids[self._shown[place]]

    def shown_ids(self) -> list[Any]:
        """The ids that are shown, in order."""
        return [self._ids[i] for i in self._shown]

    def place_of(self, ident: Any) -> int:
        """Where an id is shown, or -1."""
        if self._place is None:
            self._place = {self._ids[i]: place for place, i in enumerate(self._shown)}
        return self._place.get(ident, -1)

    def refresh(self, columns: Sequence[Column] | None = None) -> None:
        """Loads again, perhaps with other columns; filter and order stay while they can."""
        rows = list(self._load())
        self.beginResetModel()
        if columns is not None:
            if [one.key for one in columns] != [one.key for one in self.columns]:
                self._sorted = None
            self.columns[:] = columns
        self._rows = rows
        self._ids = [self.ident(row) for row in rows]
        self._keys.clear()
        self._hays = []
        self._arrange()
        self.endResetModel()
        self._idle.start()

    def set_filter(self, words: str = "", keep: Callable[[Any], bool] | None = None) -> None:
        """Shows only the rows that have all the words and that `keep` accepts."""
        self._words, self._keep = words, keep
        self.beginResetModel()
        self._choose()
        self.endResetModel()

    # Inside

    def _arrange(self) -> None:
        if self._sorted is None:
            self._order = list(range(len(self._rows)))
        else:
            column, descending = self._sorted
            self._order = rows_filter.sorted_order(self._keys_of(column), descending=descending)
        self._choose()

    def _keys_of(self, column: int) -> list[Any]:
        if column not in self._keys:
            declared = self.columns[column]
            if declared.sort is not None:
                self._keys[column] = [declared.sort(row) for row in self._rows]
            else:
                self._keys[column] = rows_filter.order_keys(map(declared.show, self._rows))
        return self._keys[column] if self._rows else []

    def _choose(self) -> None:
        found = self._order
        if self._keep is not None:
            found = rows_filter.kept(found, self._rows, self._keep)
        if self._words.strip():
            self._prepare()
            found = letters.matching(self._words, self._hays, found)
        self._shown = found
        self._place = None

    def _prepare(self) -> None:
        while len(self._hays) < len(self._rows):
            self._prepare_slice()

    def _prepare_slice(self) -> None:
        shows = [column.show for column in self.columns if column.search]
        start = len(self._hays)
        part = self._rows[start : start + _SLICE]
        self._hays += letters.folded(" ".join(show(row) for show in shows) for row in part)

    def _prepare_some(self) -> None:
        if len(self._hays) >= len(self._rows):
            self._idle.stop()
        else:
            self._prepare_slice()
