"""The chips of the week calendar: a state told by its shape, two lines, pressed like a button."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ui.theme import font, u
from ui.widgets import marks, paint

CHIP_HEIGHT = 9.25
NARROW = 32.5
"""Under so many units a column says the name alone on top and the hour beneath."""


@dataclass(frozen=True)
class Look:
    """How a state is drawn: icon or shape, its role, ground, outline and whether it is dashed."""

    icon: str
    role: str
    ground: str
    outline: str = ""
    dashed: bool = False
    quiet: bool = False


@dataclass(frozen=True)
class WeekChip:
    """Something of a day at an hour (minutes, or None): who, what, and how it stands.

    `name` is what a screen reader says: day, hour, who, what and its state.
    """

    ident: int
    day: date
    minute: int | None
    title: str
    second: str
    look: Look
    name: str


class ChipButton(paint.KeyboardRing, QPushButton):
    """One chip; the arrows are told to the calendar, which knows what is beside."""

    moved = Signal(object, int, int)
    menu_asked = Signal(QPoint)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.chip: WeekChip | None = None
        self.is_chosen = False
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_chip(self, chip: WeekChip, *, chosen: bool) -> None:
        """Shows something."""
        self.chip, self.is_chosen = chip, chosen
        self.setAccessibleName(chip.name)
        self.setToolTip(paint.tip(chip.name))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(u(30), u(CHIP_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.chip is None:
            return
        painter, look = paint.painter_of(self), self.chip.look
        ground, outline, width = look.ground, look.outline, 1
        if self.is_chosen or self.ring:
            outline, width = ("focus" if self.ring else "primary"), 2
        elif self.underMouse():
            outline = "primary"
        dashed = look.dashed and width == 1
        paint.box(painter, self.rect(), u(1), ground, outline, width, dashed=dashed)
        side = u(3.75)
        right = self.width() - u(1.5) - side
        paint_shape(painter, look, QRectF(right, u(1), side, side))
        narrow = self.width() < u(NARROW)
        first, second = self._lines(narrow=narrow)
        left, line = u(1.75), (self.height() - u(0.5)) // 2
        tone = "text2" if look.quiet else "text"
        top = QRect(left, u(0.25), right - left - u(0.5), line)
        paint.text(painter, top, first, font("caption", not look.quiet), tone)
        under = QRect(left, line, self.width() - left - u(1), line)
        paint.text(painter, under, second, font("caption"), "text2")

    def _lines(self, *, narrow: bool) -> tuple[str, str]:
        chip = self.chip
        if chip is None or chip.minute is None:
            return (chip.title, chip.second) if chip else ("", "")
        hour = hour_words(chip.minute)
        if narrow:
            return chip.title, f"{hour} {chip.second}"
        return f"{hour} {chip.title}", chip.second

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {
            Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1),
            Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0),
        }.get(Qt.Key(event.key()))  # fmt: skip
        if step is not None:
            self.moved.emit(self, *step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.chip is not None:
            self.click()
            self.menu_asked.emit(event.globalPos())


def hour_words(minute: int | None) -> str:
    """Minutes since midnight as 09:30."""
    return "" if minute is None else f"{minute // 60:02d}:{minute % 60:02d}"


def paint_shape(painter: QPainter, look: Look, area: QRectF) -> None:
    """The shape of a state: a diamond, a ring, or an icon."""
    side = area.width()
    if look.icon == "diamond":
        small = side * 0.8
        at = (side - small) / 2
        marks.paint_level_glyph(painter, "medio", area.x() + at, area.y() + at, round(small))
    elif look.icon == "ring":
        small = side * 0.62
        at = (side - small) / 2
        ring = QRectF(area.x() + at, area.y() + at, small, small)
        paint.box(painter, ring, small / 2, "", look.role, 2)
    else:
        paint.glyph(painter, look.icon, look.role, area.x(), area.y(), round(side))
