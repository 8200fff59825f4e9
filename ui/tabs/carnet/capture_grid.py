"""The grid of a captured carnet: typed in place, filled with the keyboard alone."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QTableView, QWidget

from app.domain.sesion import ASISTENCIAS
from ui.tabs.carnet.capture_model import (
    CAME,
    DATE,
    FIRST,
    KEYS,
    LAST,
    MINUTES,
    NOTES,
    SIGNED,
    TOPIC,
    CaptureModel,
)
from ui.tabs.carnet.capture_paint import CaptureDelegate, CaptureHeader
from ui.theme import u
from ui.widgets.toast import announce

_WIDTHS = (9, 37, 54, 44, 18, 24, 17, 40)
_ROW = 9
_MARKS = {"A": "asistio", "T": "tarde", "J": "justifico", "F": "falto"}
_CAME = list(ASISTENCIAS)
_SIDEWAYS = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}


class CaptureView(QTableView):
    """`topics_asked(where)` asks for the topics of the plan (F4); `moved` tells another cell."""

    topics_asked = Signal(QPoint)
    moved = Signal()

    def __init__(self, model: CaptureModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.grid = model
        self.offered: Callable[[], list[str]] = list
        self.setModel(model)
        self.setItemDelegate(CaptureDelegate(self))
        header = CaptureHeader(self)
        self.setHorizontalHeader(header)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        side = self.verticalHeader()
        side.setVisible(False)
        side.setMinimumSectionSize(1)
        side.setDefaultSectionSize(u(_ROW))
        self.setShowGrid(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setAccessibleName("Asesorías del carnet")
        self.selectionModel().currentChanged.connect(self._on_current)

    def _on_current(self, *_indexes: object) -> None:
        self.moved.emit()
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        spare = self.viewport().width() - sum(u(width) for width in _WIDTHS)
        for i, width in enumerate(_WIDTHS):
            extra = spare // 2 if i in (TOPIC, NOTES) else 0
            self.setColumnWidth(i, max(u(width) + extra, u(12) if i else u(9)))
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    # Moving

    def go(self, row: int, column: int) -> None:
        """Makes a cell the current one."""
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(self.grid.index(row, column), flag)

    def step(self, down: int, right: int) -> bool:
        """To the next cell; False when there is none in that direction."""
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
        if self.currentIndex().column() < FIRST and self.grid.rowCount():
            self.go(self.grid.first_blank(), DATE)
        self.viewport().update()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            right = _SIDEWAYS.get(Qt.Key(event.key()))
            if right and self.step(0, right):
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, index = Qt.Key(event.key()), self.currentIndex()
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier
        )  # fmt: skip
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.matches(QKeySequence.StandardKey.Copy):
            QApplication.clipboard().setText(self.grid.words(index))
        elif self._repeats(event):
            self.repeat()
        elif key == Qt.Key.Key_F4:
            self.ask_topics()
        elif plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.step(1, 0)
        elif plain and key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            if DATE <= index.column() <= MINUTES:
                self.grid.setData(index, "")
        elif index.column() in (CAME, SIGNED) and self._mark(event):
            return
        else:
            super().keyPressEvent(event)

    def _repeats(self, event: QKeyEvent) -> bool:
        control = Qt.KeyboardModifier.ControlModifier
        return event.key() == Qt.Key.Key_D and event.modifiers() == control

    def _mark(self, event: QKeyEvent) -> bool:
        """A letter marks how the person came, or yes and no; the space goes to the next mark."""
        index, letter = self.currentIndex(), event.text().upper()
        row = self.grid.rows[index.row()]
        value: Any = None
        if index.column() == CAME:
            value = _MARKS.get(letter)
            if letter == " ":
                place = _CAME.index(row.asistio) + 1 if row.asistio in _CAME else 0
                value = _CAME[place % len(_CAME)]
        elif letter in ("S", "X", "N", " "):
            value = not row.firmo if letter == " " else letter != "N"
        if value is None:
            return False
        if not row.vacio:
            self.grid.setData(index, value)
            announce(self, self.grid.words(index))
        return True

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.column() in (CAME, SIGNED):
            space = QKeyEvent(
                QEvent.Type.KeyPress, Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier, " "
            )
            self._mark(space)
        else:
            super().mouseDoubleClickEvent(event)

    # Filling

    def repeat(self) -> None:
        """The cell says the same as the one above."""
        index = self.currentIndex()
        if index.row() and FIRST <= index.column() <= LAST:
            above = getattr(self.grid.rows[index.row() - 1], KEYS[index.column()])
            self.grid.setData(index, above)

    def ask_topics(self) -> None:
        """Offers the topics of the plan under the cell of the topic of this row."""
        self.go(self.currentIndex().row(), TOPIC)
        below = self.visualRect(self.currentIndex()).bottomLeft()
        self.topics_asked.emit(self.viewport().mapToGlobal(below))

    def paste(self) -> None:
        """Writes what the clipboard has from the current cell on, as copied from a spreadsheet."""
        start = self.currentIndex()
        lines = QApplication.clipboard().text().rstrip("\r\n").splitlines()
        for down, line in enumerate(lines):
            for right, typed in enumerate(line.split("\t")):
                row, column = start.row() + down, start.column() + right
                if row < self.grid.rowCount() and DATE <= column <= MINUTES:
                    self.grid.setData(self.grid.index(row, column), typed)
