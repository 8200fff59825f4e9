"""The days over a week calendar: each says what it has or lacks, and is pressed to act on it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import QPoint, QRect, QRectF, Signal
from PySide6.QtGui import QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.theme import color, font, u
from ui.widgets import marks, paint
from ui.widgets.buttons import LinkButton

HOURS = 13.5
"""The width of the hours at the left, in units."""
_HEAD = 13


@dataclass(frozen=True)
class DayHead:
    """The head of a day: `title` is short, `name` in full; `note` may be something it lacks."""

    day: date
    title: str
    name: str
    note: str = ""
    lacks: bool = False
    today: bool = False


class Heads(QWidget):
    """The days over the cells; one is pressed to act on all of it: `pressed(day, where)`."""

    pressed = Signal(object, QPoint)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._heads: Sequence[DayHead] = ()
        self._buttons: list[_DayButton] = []
        self._wide = 0
        self.setFixedHeight(u(_HEAD))

    def set_wide(self, width: int) -> None:
        """The width of the cells beneath, which a scroll bar makes narrower."""
        self._wide = width
        self._place()
        self.update()

    def set_days(self, heads: Sequence[DayHead]) -> None:
        """Shows other days."""
        self._heads = heads
        while len(self._buttons) < len(heads):
            button = _DayButton(self)
            button.clicked.connect(partial(self._tell, len(self._buttons)))
            self._buttons.append(button)
        for i, button in enumerate(self._buttons):
            button.setVisible(i < len(heads))
            if i < len(heads):
                button.show_head(heads[i])
        self._place()
        self.update()

    def _tell(self, place: int, _checked: bool = False) -> None:
        button = self._buttons[place]
        where = button.mapToGlobal(QPoint(0, button.height()))
        self.pressed.emit(self._heads[place].day, where)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._wide = self._wide or self.width()
        self._place()

    def _place(self) -> None:
        for i in range(len(self._heads)):
            area = column_rect(self._wide, len(self._heads), i, 0, self.height() - 1)
            self._buttons[i].setGeometry(area)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.painter_of(self)
        corners = QPainterPath()
        corners.addRoundedRect(QRectF(self.rect()).adjusted(0, 0, 0, u(3)), u(2) - 1, u(2) - 1)
        painter.setClipPath(corners)
        painter.fillRect(self.rect(), color("sunken"))
        for i, head in enumerate(self._heads):
            area = column_rect(self._wide, len(self._heads), i, 0, self.height())
            if head.today:
                painter.fillRect(area, color("tint"))
            painter.fillRect(area.x(), 0, 1, self.height(), color("line"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, color("line"))


class _DayButton(LinkButton):
    """The head of one day."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", parent=parent)
        self._head: DayHead | None = None

    def show_head(self, head: DayHead) -> None:
        self._head = head
        self.setAccessibleName(", ".join(part for part in (head.name, head.note) if part))
        self.setToolTip(f"Acciones con todo el {head.name}")
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        head = self._head
        if head is None:
            return
        painter = paint.painter_of(self)
        left, half = u(2), self.height() // 2
        title = f"{head.title} · hoy" if head.today else head.title
        face = font("body", True)
        if paint.width_of(title, face) > self.width() - left:
            title = head.title
        tone = "primary" if head.today or self.underMouse() else "text"
        paint.text(painter, QRect(left, u(1), self.width() - left, half - u(1)), title, face, tone)
        x = left
        if head.lacks:
            side = u(2.5)
            marks.paint_level_glyph(painter, "medio", x, half + (u(4.5) - side) / 2, side)
            x += side + u(1.25)
        under = QRect(x, half, self.width() - x, u(4.5))
        paint.text(painter, under, head.note, font("caption"), "text2")
        if self.ring:
            paint.box(painter, self.rect().adjusted(1, 1, -1, -1), u(1), "", "focus", 2)


def column_rect(width: int, days: int, place: int, top: int, height: int) -> QRect:
    """Where the column of a day goes, beside the hours."""
    first = u(HOURS)
    step = (width - first) / max(1, days)
    left = first + round(place * step)
    return QRect(left, top, first + round((place + 1) * step) - left, height)
