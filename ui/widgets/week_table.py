"""The week painted over a real table: brush, drag, click, arrows with space, Shift extends."""

from typing import Any

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ui.theme import color, font, u
from ui.widgets import paint
from ui.widgets.toast import announce
from ui.widgets.week_headers import DayHeader, HourHeader
from ui.widgets.week_model import MARKS, Block, WeekModel


class WeekTable(QTableView):
    """`painted(marks)` is told once for each stroke; `block_opened(ident)` when one is pressed."""

    painted = Signal(object)
    block_opened = Signal(object)

    def __init__(self, model: WeekModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.brush: str | None = "free"
        self._anchor: tuple[int, int] | None = None
        self._before: dict[Any, str] = {}
        self._stroke = ""
        self.setModel(model)
        self.setAccessibleName("Semana")
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalHeader(DayHeader(Qt.Orientation.Horizontal, self))
        self.setVerticalHeader(HourHeader(Qt.Orientation.Vertical, self))
        model.dataChanged.connect(self._on_data)

    def _on_data(self, *_what: object) -> None:
        self.viewport().update()

    def sizeHint(self) -> QSize:
        rows, columns = len(self._model.minutes), len(self._model.days)
        return QSize(u(12) + columns * u(30), u(7) + rows * u(7))

    def minimumSizeHint(self) -> QSize:
        return QSize(u(12) + len(self._model.days) * u(10), u(60))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.share_room()

    def share_room(self) -> None:
        """Gives the same room to every half hour and to every day."""
        port, rows, columns = self.viewport(), len(self._model.minutes), len(self._model.days)
        _share(self.horizontalHeader(), port.width() - 1, columns, u(8))
        _share(self.verticalHeader(), port.height() - 1, rows, u(4.5))

    # Stroke

    def _place(self, event: QMouseEvent) -> tuple[int, int]:
        at = event.position()
        row = self.verticalHeader().logicalIndexAt(round(at.y()))
        column = self.horizontalHeader().logicalIndexAt(round(at.x()))
        rows, columns = len(self._model.minutes) - 1, len(self._model.days) - 1
        if row < 0:
            row = 0 if at.y() < 0 else rows
        if column < 0:
            column = 0 if at.x() < 0 else columns
        return row, column

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        row, column = self._place(event)
        index = self._model.index(row, column)
        self.selectionModel().setCurrentIndex(
            index, QItemSelectionModel.SelectionFlag.ClearAndSelect
        )
        block = self._model.block_at(row, column)
        if block is not None:
            self.block_opened.emit(block.ident)
            return
        if self.brush is not None:
            self._begin(row, column)

    def _begin(self, row: int, column: int) -> None:
        self._anchor, self._before = (row, column), dict(self._model.marks)
        brush = self.brush or ""
        self._stroke = "" if self._model.mark(row, column) == brush else brush
        self._model.set_marks(self._model.painted([(row, column)], self._stroke))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._anchor is None:
            return
        row, column = self._place(event)
        self._model.marks = dict(self._before)
        self._model.set_marks(self._model.painted(_area(self._anchor, (row, column)), self._stroke))
        self.selectionModel().setCurrentIndex(
            self._model.index(row, column), QItemSelectionModel.SelectionFlag.ClearAndSelect
        )

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        if self._anchor is not None:
            self._anchor = None
            self._tell()

    def _tell(self) -> None:
        if self._model.marks != self._before:
            self.painted.emit(dict(self._model.marks))

    # Keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, index = event.key(), self.currentIndex()
        if key == Qt.Key.Key_Escape and self._anchor is not None:
            self._anchor = None
            self._model.set_marks(self._before)
        elif key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self._press(index)
        else:
            super().keyPressEvent(event)
        self.viewport().update()

    def _press(self, index: QModelIndex) -> None:
        block = self._model.block_at(index.row(), index.column())
        if block is not None:
            self.block_opened.emit(block.ident)
        elif self.brush is not None:
            cells = [(i.row(), i.column()) for i in self.selectionModel().selectedIndexes()]
            cells = cells or [(index.row(), index.column())]
            self._before = dict(self._model.marks)
            same = all(self._model.mark(*cell) == self.brush for cell in cells)
            mark = "" if same else self.brush
            self._model.set_marks(self._model.painted(cells, mark))
            announce(self, MARKS[mark])
            self._tell()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self._model.index(0, 0))
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.painter_of(self.viewport())
        painter.fillRect(self.viewport().rect(), color("surface"))
        self._paint_lines(painter)
        for column in range(len(self._model.days)):
            for first, last, mark in self._model.runs(column):
                area = self._rect(first, last, column)
                if mark == "class":
                    _paint_class(painter, area)
                else:
                    _paint_free(painter, area)
        for block in self._model.blocks:
            self._paint_block(painter, block)
        self._paint_focus(painter)

    def _rect(self, first: int, last: int, column: int) -> QRectF:
        top, left = self.rowViewportPosition(first), self.columnViewportPosition(column)
        bottom = self.rowViewportPosition(last) + self.rowHeight(last)
        return QRectF(left, top, self.columnWidth(column), bottom - top)

    def _paint_lines(self, painter: QPainter) -> None:
        rows, columns = len(self._model.minutes), len(self._model.days)
        whole = self._rect(0, rows - 1, 0).united(self._rect(0, rows - 1, columns - 1))
        for row in range(rows):
            tone = color("line" if self._model.minutes[row] % 60 == 0 else "rowline")
            painter.fillRect(
                QRectF(whole.left(), self.rowViewportPosition(row), whole.width(), 1), tone
            )
        painter.fillRect(QRectF(whole.left(), whole.bottom(), whole.width(), 1), color("line"))
        for column in range(columns + 1):
            x = whole.left() if not column else self._rect(0, 0, column - 1).right()
            painter.fillRect(QRectF(x, whole.top(), 1, whole.height()), color("line"))

    def _paint_block(self, painter: QPainter, block: Block) -> None:
        days = [key for key, _ in self._model.days]
        rows = [i for i, m in enumerate(self._model.minutes) if block.start <= m < block.end]
        if block.day not in days or not rows:
            return
        area = self._rect(rows[0], rows[-1], days.index(block.day)).adjusted(2, 2, -1, -1)
        paint.box(painter, area, u(0.75), "primary")
        line = float(u(4.5))
        two = area.height() >= 2 * line and bool(block.second)
        top = area.y() + (area.height() - (2 if two else 1) * line) / 2
        left = area.adjusted(u(2), 0, -u(1), 0)
        words = QRectF(left.x(), top, left.width(), line)
        title = block.title if two or not block.second else f"{block.title} · {block.second}"
        paint.text(painter, words, title, font("caption", True), "onprimary")
        if two:
            paint.text(
                painter, words.translated(0, line), block.second, font("caption"), "onprimary"
            )

    def _paint_focus(self, painter: QPainter) -> None:
        index = self.currentIndex()
        if not self.hasFocus() or not index.isValid():
            return
        chosen = self.selectionModel().selectedIndexes()
        area = self._rect(index.row(), index.row(), index.column())
        if len(chosen) > 1:
            whole = area
            for one in chosen:
                whole = whole.united(self._rect(one.row(), one.row(), one.column()))
            paint.box(painter, whole, 0, "", "focus", 1)
        taken = self._model.block_at(index.row(), index.column()) is not None
        ring = "focusfill" if taken else "focus"
        paint.box(painter, area.adjusted(1, 1, 0, 0), u(0.75), "", ring, 2)


def _paint_free(painter: QPainter, area: QRectF) -> None:
    inside = area.adjusted(2, 2, -1, -1)
    paint.box(painter, inside, u(0.75), "tint")
    side, face = u(4), font("caption")
    words = "Disponible" if inside.height() >= u(8) and inside.width() >= u(24) else ""
    wide = side + (u(1.5) + paint.width_of(words, face) if words else 0)
    x = inside.center().x() - wide / 2
    paint.glyph(painter, "check", "primary", x, inside.center().y() - side / 2, side)
    beside = QRectF(x + side + u(1.5), inside.y(), wide, inside.height())
    paint.text(painter, beside, words, face, "primary")


def _paint_class(painter: QPainter, area: QRectF) -> None:
    inside = area.adjusted(1, 1, 0, 0)
    painter.fillRect(inside, color("sunken"))
    paint.hatch(painter, inside, color("hatch"))
    face = font("caption")
    wide = paint.width_of("Clase", face) + u(3)
    plate = QRectF(0, 0, wide, min(u(5), inside.height() - 2))
    plate.moveCenter(inside.center())
    paint.box(painter, plate, u(1), "sunken")
    paint.text(painter, plate, "Clase", face, "text2", Qt.AlignmentFlag.AlignHCenter)


def _share(header: QHeaderView, room: int, count: int, least: int) -> None:
    """Gives every section the same size, the odd pixels to the first ones."""
    each = max(least, room // count)
    extra = max(0, room - each * count)
    for i in range(count):
        header.resizeSection(i, each + (1 if i < extra else 0))


def _area(one: tuple[int, int], other: tuple[int, int]) -> list[tuple[int, int]]:
    rows = range(min(one[0], other[0]), max(one[0], other[0]) + 1)
    columns = range(min(one[1], other[1]), max(one[1], other[1]) + 1)
    return [(row, column) for row in rows for column in columns]
