"""The grid of calificaciones: asignaturas by parcial, typed in place, pasted from a spreadsheet."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QTableView, QWidget

from app.domain.asignatura import PARCIALES
from app.services.boleta import Lugar, Renglon
from app.services.calificaciones import Escrita
from ui.tabs.tutorados.grid_paint import GridDelegate, GridHeader
from ui.theme import u

Index = QModelIndex | QPersistentModelIndex
NAME, ATTEMPT = 0, 1
CELLS: tuple[tuple[int, str], ...] = (
    (1, "valor"), (1, "faltas"), (2, "valor"), (2, "faltas"), (3, "valor"), (3, "faltas"),
    (4, "valor"),
)  # fmt: skip
FIRST = 2
LAST = FIRST + len(CELLS) - 1
_WIDTHS = {NAME: 24, ATTEMPT: 15, LAST: 14}
_CELL_WIDTH = 12
_ROW = 7.5
_SIDEWAYS = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}


@dataclass(frozen=True)
class Rules:
    """From what a calificación fails (tenths) and from how many faltas in a parcial it warns."""

    minima: int = 60
    faltas: int = 2


class GridModel(QAbstractTableModel):
    """The lines of the boleta; a text that was refused stays in its cell until it is right."""

    def __init__(self, write: Callable[[list[Escrita]], str], parent: QWidget) -> None:
        super().__init__(parent)
        self.lines: list[Renglon] = []
        self.rules = Rules()
        self.refused: dict[tuple[Lugar, int, str], str] = {}
        self._write = write

    def set_lines(self, lines: Sequence[Renglon], rules: Rules) -> None:
        """Shows other lines."""
        self.beginResetModel()
        self.lines, self.rules = list(lines), rules
        places = {line.lugar for line in lines}
        self.refused = {key: text for key, text in self.refused.items() if key[0] in places}
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else LAST + 1

    def key_of(self, index: Index) -> tuple[Lugar, int, str]:
        """Place, parcial and datum of a cell."""
        return self.lines[index.row()].lugar, *CELLS[index.column() - FIRST]

    def words(self, index: Index) -> str:
        """What a cell says."""
        line = self.lines[index.row()]
        if index.column() == NAME:
            return line.nombre
        if index.column() == ATTEMPT:
            return line.intento
        key = self.key_of(index)
        return self.refused.get(key) or line.texto(key[1], key[2])

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self.words(index)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.lines[index.row()].nombre}, {title(index.column())}: {self.words(index)}"
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == NAME:
            return self.words(index)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        base = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return base | Qt.ItemFlag.ItemIsEditable if index.column() >= FIRST else base

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return title(section)
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or index.column() < FIRST:
            return False
        typed = str(value).strip()
        if typed == self.words(index):
            return True
        key = self.key_of(index)
        self.refused.pop(key, None)
        if self._write([Escrita(*key, typed)]):
            self.refused[key] = typed
            return False
        return True

    def write_block(self, cells: list[tuple[QModelIndex, str]]) -> bool:
        """Writes several cells in one step, all or none."""
        keys = [(self.key_of(index), typed) for index, typed in cells if index.column() >= FIRST]
        if not keys or self._write([Escrita(*key, typed) for key, typed in keys]):
            return False
        for key, _ in keys:
            self.refused.pop(key, None)
        return True


def title(section: int) -> str:
    """The whole title of a column, for screen readers."""
    if section < FIRST:
        return ("Asignatura", "Intento")[section]
    parcial, campo = CELLS[section - FIRST]
    return f"{PARCIALES[parcial]}, {'faltas' if campo == 'faltas' else 'calificación'}"


class BoletaView(QTableView):
    """`attempt_asked(row, where)` asks for the menu of a line."""

    attempt_asked = Signal(int, QPoint)

    def __init__(self, model: GridModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.grid = model
        self.setModel(model)
        self.setItemDelegate(GridDelegate(self))
        header = GridHeader(self)
        self.setHorizontalHeader(header)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setVisible(False)
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setDefaultSectionSize(u(_ROW))
        self.setShowGrid(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._on_menu)
        self.setAccessibleName("Calificaciones del periodo")
        model.modelAboutToBeReset.connect(self._keep)
        model.modelReset.connect(self._restore)
        self._kept: tuple[Lugar, int] | None = None
        self._restore()

    # Size

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        widths = [_WIDTHS.get(i, _CELL_WIDTH) for i in range(LAST + 1)]
        rest = sum(u(width) for width in widths[1:])
        for i, width in enumerate(widths):
            self.setColumnWidth(i, u(width) if i else max(u(width), self.viewport().width() - rest))

    def _fit(self) -> None:
        head = self.horizontalHeader().sizeHint().height()
        self.setFixedHeight(head + self.grid.rowCount() * u(_ROW) + 1)

    def _keep(self) -> None:
        index = self.currentIndex()
        self._kept = None
        if index.isValid() and index.row() < len(self.grid.lines):
            self._kept = (self.grid.lines[index.row()].lugar, index.column())

    def _restore(self) -> None:
        self._fit()
        if self._kept is None:
            return
        places = [line.lugar for line in self.grid.lines]
        if self._kept[0] in places:
            self.go(places.index(self._kept[0]), self._kept[1])

    # Moving

    def go(self, row: int, column: int) -> None:
        """Makes a cell the current one."""
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(self.grid.index(row, column), flag)

    def step(self, down: int, right: int) -> bool:
        """To the next cell to type in; False when there is none in that direction."""
        index = self.currentIndex()
        row, column = index.row() + down, index.column() + right
        if right and column > LAST:
            row, column = row + 1, FIRST
        elif right and column < FIRST:
            row, column = row - 1, LAST
        if not 0 <= row < self.grid.rowCount():
            return False
        self.go(row, column)
        return True

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.grid.rowCount():
            self.go(0, FIRST)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            right = _SIDEWAYS.get(Qt.Key(event.key()))
            if right and self.step(0, right):
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, index = Qt.Key(event.key()), self.currentIndex()
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.clear_chosen()
        elif index.column() == ATTEMPT and key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
            self._ask_attempt(index)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.step(1, 0)
        else:
            super().keyPressEvent(event)

    def _ask_attempt(self, index: QModelIndex) -> None:
        below = self.viewport().mapToGlobal(self.visualRect(index).bottomLeft())
        self.attempt_asked.emit(index.row(), below)

    def _on_menu(self, at: QPoint) -> None:
        index = self.indexAt(at)
        if index.isValid():
            self.attempt_asked.emit(index.row(), self.viewport().mapToGlobal(at))

    # Blocks

    def _chosen(self) -> list[QModelIndex]:
        return [i for i in self.selectedIndexes() if i.column() >= FIRST]

    def clear_chosen(self) -> None:
        """Empties the chosen cells, in one step."""
        cells = [(index, "") for index in self._chosen() if self.grid.words(index)]
        if cells:
            self.grid.write_block(cells)

    def copy(self) -> None:
        """Copies the chosen cells as a table."""
        rows: dict[int, list[str]] = {}
        for index in sorted(self.selectedIndexes(), key=lambda i: (i.row(), i.column())):
            rows.setdefault(index.row(), []).append(self.grid.words(index))
        QApplication.clipboard().setText("\n".join("\t".join(row) for row in rows.values()))

    def paste(self) -> int:
        """Writes what the clipboard has from the current cell on; how many rows were left over."""
        start = self.currentIndex()
        block = [
            line.split("\t") for line in QApplication.clipboard().text().rstrip("\r\n").splitlines()
        ]
        if not block or not start.isValid():
            return 0
        first = max(start.column(), FIRST)
        cells = [
            (self.grid.index(start.row() + i, first + j), typed)
            for i, line in enumerate(block)
            for j, typed in enumerate(line)
            if start.row() + i < self.grid.rowCount() and first + j <= LAST
        ]
        self.grid.write_block(cells)
        return max(0, start.row() + len(block) - self.grid.rowCount())
