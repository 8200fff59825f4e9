"""How a cell is painted: text, two lines, level, load, expediente, state, link."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, Protocol

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QPainter, QPen

from ui.theme import color, font, u
from ui.widgets import marks, paint

ALIGN = {
    "left": Qt.AlignmentFlag.AlignLeft,
    "right": Qt.AlignmentFlag.AlignRight,
    "center": Qt.AlignmentFlag.AlignHCenter,
}


class Shown(NamedTuple):
    """What a cell is about: the row, the words of its column and where they lean."""

    row: Any
    words: str
    align: str = "left"


class Cell(Protocol):
    """How the cells of a column are painted."""

    def paint(self, painter: QPainter, rect: QRect, it: Shown) -> None:
        """Draws the cell of a row within a rectangle."""
        ...

    def needs(self, it: Shown) -> int:
        """Pixels that the whole needs, to know when it is cut."""
        ...


@dataclass(frozen=True)
class Text(Cell):
    """One line; its role of colour and weight may depend on the row."""

    role: str | Callable[[Any], str] = "text"
    strong: bool | Callable[[Any], bool] = False
    step: str = "body"

    def _strong(self, row: Any) -> bool:
        return self.strong(row) if callable(self.strong) else self.strong

    def paint(self, painter: QPainter, rect: QRect, it: Shown) -> None:
        role = self.role(it.row) if callable(self.role) else self.role
        face = font(self.step, self._strong(it.row))
        paint.text(painter, rect, it.words, face, role or "text", ALIGN[it.align])

    def needs(self, it: Shown) -> int:
        return paint.width_of(it.words, font(self.step, self._strong(it.row)))


@dataclass(frozen=True)
class TwoLines(Cell):
    """A name in 600 and a caption beneath, perhaps after the shape of a level."""

    second: Callable[[Any], str]
    level: Callable[[Any], str] | None = None

    def paint(self, painter: QPainter, rect: QRect, it: Shown) -> None:
        half = u(4.5)
        top = rect.y() + (rect.height() - 2 * half) // 2
        paint.text(painter, QRect(rect.x(), top, rect.width(), half), it.words, font("body", True))
        left = rect.x()
        if self.level is not None:
            side = u(2.5)
            y = top + half + (half - side) / 2
            marks.paint_level_glyph(painter, self.level(it.row), left, y, side)
            left += side + u(1.5)
        under = QRect(left, top + half, rect.right() - left + 1, half)
        paint.text(painter, under, self.second(it.row), font("caption"), "text2")

    def needs(self, it: Shown) -> int:
        extra = u(4) if self.level is not None else 0
        return max(
            paint.width_of(it.words, font("body", True)),
            paint.width_of(self.second(it.row), font("caption")) + extra,
        )


@dataclass(frozen=True)
class Level(Cell):
    """The badge of a level of riesgo."""

    level: Callable[[Any], str]
    changed: Callable[[Any], bool] | None = None

    def paint(self, painter: QPainter, rect: QRect, it: Shown) -> None:
        changed = bool(self.changed and self.changed(it.row))
        marks.paint_badge(painter, rect, self.level(it.row), changed)

    def needs(self, it: Shown) -> int:
        return marks.badge_size(
            self.level(it.row), bool(self.changed and self.changed(it.row))
        ).width()


@dataclass(frozen=True)
class Load(Cell):
    """Dots of the load: a function gives how many there are and how many there may be."""

    load: Callable[[Any], tuple[int, int]]

    def paint(self, painter: QPainter, rect: QRect, it: Shown) -> None:
        marks.paint_load(painter, rect, *self.load(it.row))

    def needs(self, it: Shown) -> int:
        return marks.load_width(*self.load(it.row))


@dataclass(frozen=True)
class Boxes(Cell):
    """The boxes of the expediente."""

    done: Callable[[Any], Sequence[bool]]
    letters: str = "abcd"

    def paint(self, painter: QPainter, rect: QRect, it: Shown) -> None:
        marks.paint_boxes(painter, rect, self.letters, self.done(it.row))

    def needs(self, it: Shown) -> int:
        return marks.boxes_width(len(self.done(it.row)))


@dataclass(frozen=True)
class State(Cell):
    """An icon and its word; a function gives the icon and its role of colour."""

    look: Callable[[Any], tuple[str, str]]
    strong: bool = False

    def paint(self, painter: QPainter, rect: QRect, it: Shown) -> None:
        name, role = self.look(it.row)
        side = u(4.5)
        if name:
            y = rect.y() + (rect.height() - side) / 2
            paint.glyph(painter, name, role, rect.x(), y, side)
        beside = rect.adjusted(side + u(2), 0, 0, 0)
        paint.text(painter, beside, it.words, font("body", self.strong))

    def needs(self, it: Shown) -> int:
        return u(6.5) + paint.width_of(it.words, font("body", self.strong))


@dataclass(frozen=True)
class Link(Cell):
    """Words that are pressed: the table tells `linked(key, id)`."""

    strong: bool = True

    def paint(self, painter: QPainter, rect: QRect, it: Shown) -> None:
        paint.text(painter, rect, it.words, font("body", self.strong), "primary", ALIGN[it.align])

    def needs(self, it: Shown) -> int:
        return paint.width_of(it.words, font("body", self.strong))


@dataclass(frozen=True)
class Doubtful(Cell):
    """A datum that may be wrong: a function gives alto, medio or the empty text when it is well.

    With `underline` a dotted line goes beneath, as in the revision of an import.
    """

    level: Callable[[Any], str]
    underline: bool = False

    def paint(self, painter: QPainter, rect: QRect, it: Shown) -> None:
        level = self.level(it.row)
        if not level:
            paint.text(painter, rect, it.words, font("body"), "text", ALIGN[it.align])
            return
        face, side = font("body", True), u(2.75)
        shown = min(paint.width_of(it.words, face), rect.width() - side - u(1.5))
        left = rect.x() if it.align == "left" else rect.right() + 1 - shown - side - u(1.5)
        marks.paint_level_glyph(painter, level, left, rect.center().y() - side / 2 + 0.5, side)
        area = QRect(left + side + u(1.5), rect.y(), shown + 1, rect.height())
        paint.text(painter, area, it.words, face, marks.LEVELS[level][1])
        if self.underline:
            pen = QPen(color(marks.LEVELS[level][1]), 1.5, Qt.PenStyle.DotLine)
            painter.setPen(pen)
            y = rect.center().y() + paint.height_of(face) / 2
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))

    def needs(self, it: Shown) -> int:
        return paint.width_of(it.words, font("body", True)) + u(4.5)


TEXT = Text()
STRONG = Text(strong=True)
QUIET = Text(role="text2")
