"""The head of a table: titles, the arrow of the order, and the menu that chooses columns."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QMouseEvent, QPainterPath, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QHeaderView, QMenu, QWidget

from ui.tables.cells import ALIGN
from ui.tables.column import Column
from ui.theme import color, font, u
from ui.widgets import paint
from ui.widgets.choices import paint_check


class RecordHeader(QHeaderView):
    """Painted whole: a sunken band with round corners above, titles in caption 600."""

    sorted_by = Signal(int, bool)
    checked_all = Signal()

    def __init__(
        self, columns: list[Column], menu: Callable[[], QMenu], parent: QWidget | None = None
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._columns, self._menu = columns, menu
        self.order: tuple[int, bool] | None = None
        self.check: Qt.CheckState | None = None
        self.rounded = True
        self.height_units = 8.0
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(u(6))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), u(self.height_units))

    def title_rect(self, section: int) -> QRect:
        """Where the title of a column goes."""
        left = self.sectionViewportPosition(section)
        first = self.visualIndex(section) == 0 or not self._shown_before(section)
        inset = pad(first) + (u(6.5) if first and self.check is not None else 0)
        return QRect(left + inset, 0, self.sectionSize(section) - inset - u(1.5), self.height())

    def _shown_before(self, section: int) -> bool:
        return any(
            not self.isSectionHidden(self.logicalIndex(i)) for i in range(self.visualIndex(section))
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.painter_of(self.viewport())
        band, radius = QRectF(self.viewport().rect()), u(2) - 1 if self.rounded else 0
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)
        path.addRoundedRect(band, radius, radius)
        path.addRect(band.adjusted(0, radius, 0, 0))
        painter.fillPath(path.simplified(), color("sunken"))
        painter.fillRect(QRectF(0, band.height() - 1, band.width(), 1), color("line"))
        for section in range(self.count()):
            if not self.isSectionHidden(section):
                self._paint_title(painter, section)
        if self.check is not None:
            paint_check(painter, QRectF(self.check_rect()), self.check)

    def check_rect(self) -> QRect:
        """Where the check that marks all rows goes."""
        side = u(4.5)
        return QRect(u(3), (self.height() - side) // 2, side, side)

    def _paint_title(self, painter, section: int) -> None:
        area, face = self.title_rect(section), font("caption", True)
        column = self._columns[section]
        here = self.order is not None and self.order[0] == section
        arrow = u(4) if here else 0
        words = paint.fitted(column.title, face, area.width() - arrow)
        wide = paint.width_of(words, face)
        left = area.left()
        if column.align == "right":
            left = area.right() + 1 - wide
        elif column.align == "center":
            left = area.left() + (area.width() - wide) // 2
        paint.text(
            painter, QRect(left, 0, wide + 2, area.height()), words, face, "text2", ALIGN["left"]
        )
        if here and self.order is not None:
            at = left - u(4) if column.align == "right" else left + wide + u(1.5)
            self._paint_arrow(painter, at, descending=self.order[1])

    def _paint_arrow(self, painter, x: float, *, descending: bool) -> None:
        side, middle = u(2), self.height() / 2
        high, low = middle - side / 2, middle + side / 2
        if descending:
            high, low = low, high
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("text2"))
        painter.drawPolygon(
            QPolygonF([QPointF(x + side / 2, high), QPointF(x + side, low), QPointF(x, low)])
        )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed_at = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        at = event.position().toPoint()
        moved = (at - self._pressed_at).manhattanLength() > u(1.5)
        if event.button() != Qt.MouseButton.LeftButton or moved:
            return
        if self.check is not None and self.check_rect().adjusted(-4, -4, 4, 4).contains(at):
            self.checked_all.emit()
            return
        section = self.logicalIndexAt(at)
        if section >= 0:
            again = self.order is not None and self.order[0] == section
            self.sorted_by.emit(section, bool(again and self.order and not self.order[1]))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self._menu().popup(event.globalPos())


def pad(first: bool) -> int:
    """The space at the left of a cell."""
    return u(3) if first else u(1.5)
