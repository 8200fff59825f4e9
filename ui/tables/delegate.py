"""The one painter of the cells of a table: ground of the row, its line, its edge and its words."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.tables.cells import Shown
from ui.tables.header import pad
from ui.tables.model import RecordModel
from ui.theme import color, u
from ui.widgets import paint
from ui.widgets.choices import paint_check

RowLook = Callable[[Any], str]
"""Gives alto, medio, ok or the empty text: the tint of a whole row."""


class RowDelegate(QStyledItemDelegate):
    """Knows which row is under the mouse, which has the keyboard and which are checked."""

    def __init__(self, model: RecordModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self.hovered = -1
        self.ring = -1
        self.first, self.last = 0, 0
        self.checked: set[Any] | None = None
        self.row_look: RowLook | None = None

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        place, section = index.row(), index.column()
        rect: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        row, column = self._model.row_at(place), self._model.columns[section]
        first = section == self.first
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)  # no seams at 150 %
        self._paint_ground(painter, rect, row, place, chosen=chosen)
        if chosen and first:
            painter.fillRect(rect.x(), rect.y(), u(1), rect.height() - 1, color("primary"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = self.words_rect(rect, section)
        if first and self.checked is not None:
            on = self._model.id_at(place) in self.checked
            state = Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
            paint_check(painter, QRectF(check_rect(rect)), state)
        column.cell.paint(painter, area, Shown(row, column.show(row), column.align))
        if place == self.ring:
            self._paint_ring(painter, rect, section)

    def words_rect(self, rect: QRect, section: int) -> QRect:
        """Where the words of a cell go."""
        first = section == self.first
        left = pad(first) + (u(6.5) if first and self.checked is not None else 0)
        return rect.adjusted(left, 0, -u(1.5), -1)

    def _paint_ground(
        self, painter: QPainter, rect: QRect, row: Any, place: int, *, chosen: bool
    ) -> None:
        ground = "surface"
        look = self.row_look(row) if self.row_look else ""
        if chosen:
            ground = "tint"
        elif look:
            ground = f"{look}tint"
        elif place == self.hovered:
            ground = "tint2"
        if ground != "surface":
            painter.fillRect(rect, color(ground))
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, color("rowline"))

    def _paint_ring(self, painter: QPainter, rect: QRect, section: int) -> None:
        if section == self.first and section == self.last:
            paint.box(painter, rect.adjusted(0, 0, 0, -1), 0, "", "focus", 2)
            return
        tone = color("focus")
        painter.fillRect(rect.x(), rect.y(), rect.width(), 2, tone)
        painter.fillRect(rect.x(), rect.bottom() - 2, rect.width(), 2, tone)
        if section == self.first:
            painter.fillRect(rect.x(), rect.y(), 2, rect.height() - 1, tone)
        if section == self.last:
            painter.fillRect(rect.right() - 1, rect.y(), 2, rect.height() - 1, tone)


def check_rect(cell: QRect) -> QRect:
    """Where the check of a row goes in its first cell."""
    side = u(4.5)
    return QRect(cell.x() + u(3), cell.y() + (cell.height() - side) // 2, side, side)
