"""The five days of a week with a figure each; today is tinted."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import font, u
from ui.widgets import paint


@dataclass(frozen=True)
class DayCount:
    """A day: its short name, its figure and a word under it."""

    title: str
    figure: str
    note: str
    today: bool = False


class WeekStrip(QWidget):
    """Five columns side by side; `opened(place)` tells the day that is clicked."""

    opened = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._days: Sequence[DayCount] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_days(self, days: Sequence[DayCount]) -> None:
        """Shows other days."""
        self._days = days
        self.setAccessibleName("; ".join(f"{d.title}: {d.figure} {d.note}" for d in days))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(u(70), u(17))

    def minimumSizeHint(self) -> QSize:
        return QSize(u(60), u(17))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = int(event.position().x() * len(self._days) // max(1, self.width()))
        if 0 <= place < len(self._days):
            self.opened.emit(place)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.painter_of(self)
        step = self.width() / max(1, len(self._days))
        center = Qt.AlignmentFlag.AlignCenter
        for i, day in enumerate(self._days):
            area = QRect(round(i * step), 0, round(step) - u(0.5), self.height())
            if day.today:
                paint.box(painter, area, u(1.5), "tint", "")
            tone = "primary" if day.today else "text2"
            row = QRect(area.left(), area.top() + u(1), area.width(), u(4.5))
            paint.text(painter, row, day.title, font("caption", day.today), tone, center)
            row = QRect(area.left(), area.top() + u(5.5), area.width(), u(6))
            paint.text(painter, row, day.figure, font("detail"), "text", center)
            row = QRect(area.left(), area.top() + u(11.5), area.width(), u(4.5))
            late = day.note.startswith("◆")
            paint.text(
                painter, row, day.note, font("caption"), "medio" if late else "text2", center
            )
