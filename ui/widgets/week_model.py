"""The half hours of a week: what each one is, told as a table that a screen reader reads."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
Cell = tuple[Any, int]
"""Key of a day and minutes since midnight at which the half hour begins."""
MARKS = {"free": "disponible", "class": "clase", "": "sin indicar"}
WEEK = ((1, "Lunes"), (2, "Martes"), (3, "Miércoles"), (4, "Jueves"), (5, "Viernes"))


@dataclass(frozen=True)
class Block:
    """Something that already takes place: an asesoría with its person and its asignatura."""

    day: Any
    start: int
    end: int
    title: str
    second: str = ""
    ident: Any = None


def hour(minutes: int) -> str:
    """09:30."""
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def duration(minutes: int) -> str:
    """8 h 30 min."""
    hours, rest = divmod(minutes, 60)
    if not rest:
        return f"{hours} h"
    return f"{hours} h {rest} min" if hours else f"{rest} min"


class WeekModel(QAbstractTableModel):
    """Rows are half hours, columns are days."""

    def __init__(
        self,
        start: int,
        end: int,
        step: int = 30,
        days: Sequence[tuple[Any, str]] = WEEK,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.step, self.days = step, list(days)
        self.minutes = list(range(start, end, step))
        self.marks: dict[Cell, str] = {}
        self.blocks: list[Block] = []

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.minutes)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.days)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole):
            return self.words(index.row(), index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            block = self.block_at(index.row(), index.column())
            return f"{block.title}\n{block.second}".strip() if block else None
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Horizontal:
            return self.days[section][1] if section < len(self.days) else None
        return hour(self.minutes[section]) if section < len(self.minutes) else None

    def words(self, row: int, column: int) -> str:
        """`martes 11:00, disponible`."""
        block = self.block_at(row, column)
        state = (
            f"asesoría con {block.title}, {block.second}"
            if block
            else MARKS[self.mark(row, column)]
        )
        return f"{self.days[column][1].lower()} {hour(self.minutes[row])}, {state}"

    def cell(self, row: int, column: int) -> Cell:
        """The key of a cell."""
        return self.days[column][0], self.minutes[row]

    def mark(self, row: int, column: int) -> str:
        """free, class or the empty text."""
        return self.marks.get(self.cell(row, column), "")

    def block_at(self, row: int, column: int) -> Block | None:
        """What takes place in a cell, if something does."""
        day, minute = self.cell(row, column)
        return next((b for b in self.blocks if b.day == day and b.start <= minute < b.end), None)

    def set_marks(self, marks: Mapping[Cell, str]) -> None:
        """Shows other marks."""
        self.marks = {cell: mark for cell, mark in marks.items() if mark}
        self._tell()

    def set_blocks(self, blocks: Sequence[Block]) -> None:
        """Shows other asesorías."""
        self.blocks = list(blocks)
        self._tell()

    def painted(self, cells: Sequence[tuple[int, int]], mark: str) -> dict[Cell, str]:
        """The marks after painting some cells; those that have an asesoría stay as they are."""
        marks = dict(self.marks)
        for row, column in cells:
            if self.block_at(row, column) is None:
                marks[self.cell(row, column)] = mark
        return {cell: kind for cell, kind in marks.items() if kind}

    def runs(self, column: int) -> list[tuple[int, int, str]]:
        """Half hours of a day that follow each other with the same mark: first, last, mark."""
        found: list[tuple[int, int, str]] = []
        for row in range(len(self.minutes)):
            kind = "block" if self.block_at(row, column) else self.mark(row, column)
            if found and found[-1][2] == kind and found[-1][1] == row - 1:
                found[-1] = (found[-1][0], row, kind)
            else:
                found.append((row, row, kind))
        return [run for run in found if run[2] not in ("", "block")]

    def total(self, mark: str) -> int:
        """Minutes of a mark in the week, without those that have an asesoría; `block` is these."""
        return self.step * sum(
            (kind if self.block_at(row, column) is None else "block") == mark
            for row in range(len(self.minutes))
            for column in range(len(self.days))
            for kind in [self.mark(row, column)]
        )

    def _tell(self) -> None:
        last = self.index(len(self.minutes) - 1, len(self.days) - 1)
        self.dataChanged.emit(self.index(0, 0), last)
