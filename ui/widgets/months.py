"""Small months side by side with their days off marked; dragging picks a day or a stretch."""

from calendar import monthrange
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ui.theme import color, font, u
from ui.widgets import paint

_LETTERS = "LMMJVSD"
_COLUMNS = 2
_LINES = 6


class Months(QWidget):
    """`set_months([(2026, 8), …], names)`; days off are hatched, today has an outline.

    `picked(first, last)` tells the days over which the mouse went.
    """

    picked = Signal(object, object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._months: list[tuple[int, int]] = []
        self._names: Sequence[str] = ()
        self._off: Mapping[date, str] = {}
        self._today: date | None = None
        self._inside: tuple[date | None, date | None] = (None, None)
        self._from: date | None = None
        self._to: date | None = None

    def set_months(self, months: Sequence[tuple[int, int]], names: Sequence[str]) -> None:
        """Which months, as (year, month), and their titles."""
        self._months, self._names = list(months), names
        self.updateGeometry()
        self.update()

    def set_days(
        self,
        off: Mapping[date, str],
        today: date | None = None,
        inside: tuple[date | None, date | None] = (None, None),
    ) -> None:
        """The days off with their reason, today, and the first and last day of classes."""
        self._off, self._today, self._inside = off, today, inside
        self.setAccessibleDescription(f"{len(off)} días inhábiles")
        self.update()

    # Where each day is

    def _side(self) -> int:
        return u(4.75)

    def _block(self) -> tuple[int, int]:
        return 7 * self._side() + u(4), (_LINES + 1) * self._side() + u(6.5)

    def sizeHint(self) -> QSize:
        width, height = self._block()
        lines = -(-len(self._months) // _COLUMNS)
        return QSize(_COLUMNS * width - u(4), lines * height - u(2))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _corner(self, place: int) -> tuple[int, int]:
        width, height = self._block()
        return (place % _COLUMNS) * width, (place // _COLUMNS) * height

    def rect_of(self, day: date) -> QRectF:
        """The square of a day, empty when its month is not shown."""
        if (day.year, day.month) not in self._months:
            return QRectF()
        x, y = self._corner(self._months.index((day.year, day.month)))
        side = self._side()
        line = (day.day - 1 + day.replace(day=1).weekday()) // 7
        top = y + u(5.5) + side
        return QRectF(x + day.weekday() * side, top + line * side, side, side)

    def day_at(self, where: QPointF) -> date | None:
        """The day under a point, or None."""
        for year, month in self._months:
            for number in range(1, monthrange(year, month)[1] + 1):
                day = date(year, month, number)
                if self.rect_of(day).contains(where):
                    return day
        return None

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.painter_of(self)
        for place, (year, month) in enumerate(self._months):
            self._paint_month(painter, place, year, month)

    def _paint_month(self, painter: QPainter, place: int, year: int, month: int) -> None:
        x, y = self._corner(place)
        side = self._side()
        title = QRectF(x, y, 7 * side, u(5))
        paint.text(painter, title, self._names[place], font("caption", True))
        for i, letter in enumerate(_LETTERS):
            area = QRectF(x + i * side, y + u(5.25), side, side)
            paint.text(
                painter, area, letter, font("caption"), "hint", Qt.AlignmentFlag.AlignHCenter
            )
        for number in range(1, monthrange(year, month)[1] + 1):
            self._paint_day(painter, date(year, month, number))

    def _paint_day(self, painter: QPainter, day: date) -> None:
        area = self.rect_of(day).adjusted(0.5, 0.5, -0.5, -0.5)
        weekend = day.weekday() > 4
        tone = "hint" if weekend or self._outside(day) else "text"
        if day in self._off:
            paint.box(painter, area, u(0.75), "mediotint", "medio")
            paint.hatch(painter, area.adjusted(1, 1, -1, -1), color("hatch"), 5)
            tone = "medio"
        if self._picking(day):
            paint.box(painter, area, u(0.75), "tint", "primary")
            tone = "primary"
        if day == self._today:
            paint.box(painter, area, u(0.75), "", "primary", 2)
        strong = day in self._off or day == self._today
        align = Qt.AlignmentFlag.AlignHCenter
        paint.text(painter, area, str(day.day), font("caption", strong), tone, align)

    def _outside(self, day: date) -> bool:
        first, last = self._inside
        return bool((first and day < first) or (last and day > last))

    def _picking(self, day: date) -> bool:
        if self._from is None or self._to is None:
            return False
        return min(self._from, self._to) <= day <= max(self._from, self._to)

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._from = self._to = self.day_at(event.position())
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        day = self.day_at(event.position())
        if self._from is not None and day is not None and day != self._to:
            self._to = day
            self.update()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        if self._from is not None and self._to is not None:
            first, last = sorted((self._from, self._to))
            self.picked.emit(first, last)
        self._from = self._to = None
        self.update()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            day = self.day_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self._off.get(day, "") if day else "", self)
            return True
        return super().event(event)


def months_between(first: date, last: date) -> list[tuple[int, int]]:
    """The months from one day to another, both included."""
    found: list[tuple[int, int]] = []
    day = first.replace(day=1)
    while day <= last:
        found.append((day.year, day.month))
        day = (day + timedelta(days=32)).replace(day=1)
    return found
