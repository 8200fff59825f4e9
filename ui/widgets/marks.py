"""Marks that say a state by shape, word and colour: level, load, expediente and initials."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import color, font, u
from ui.widgets import paint

# level -> word, role of its colour
LEVELS = {
    "alto": ("Alto", "alto"),
    "medio": ("Medio", "medio"),
    "bajo": ("Bajo", "bajo"),
    "sin_riesgo": ("Sin riesgo", "ok"),
    "sin_datos": ("Sin datos", "text2"),
}
_DOTS_BEFORE_FIGURES = 6


def paint_level_glyph(painter: QPainter, level: str, x: float, y: float, side: float) -> None:
    """Triangle, diamond, ring, tick or dash of a level within a square."""
    tone = color(LEVELS[level][1])
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tone)
    middle = side / 2
    if level == "alto":
        top, low = y + side * 0.06, y + side * 0.92
        painter.drawPolygon(
            QPolygonF([QPointF(x + middle, top), QPointF(x + side, low), QPointF(x, low)])
        )
    elif level == "medio":
        points = ((middle, 0), (side, middle), (middle, side), (0, middle))
        painter.drawPolygon(QPolygonF([QPointF(x + a, y + b) for a, b in points]))
    else:
        pen = QPen(tone, max(1.6, side / 5.5))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if level == "bajo":
            inset = side * 0.14
            painter.drawEllipse(QRectF(x + inset, y + inset, side - 2 * inset, side - 2 * inset))
        elif level == "sin_riesgo":
            points = ((0.06, 0.55), (0.36, 0.84), (0.94, 0.2))
            painter.drawPolyline(
                QPolygonF([QPointF(x + a * side, y + b * side) for a, b in points])
            )
        else:
            painter.drawLine(QPointF(x + 1, y + middle), QPointF(x + side - 1, y + middle))


def badge_words(level: str, changed: bool = False) -> str:
    """What a badge says: `Alto`, `Medio · cambiado`."""
    return LEVELS[level][0] + (" · cambiado" if changed else "")


def badge_size(level: str, changed: bool = False) -> QSize:
    """The size of a badge in pixels."""
    words = paint.width_of(badge_words(level, changed), font("caption", True))
    return QSize(words + u(2.5) + u(1.25) + 2 * u(2), u(5.5))


def paint_badge(
    painter: QPainter, rect: QRect, level: str, changed: bool = False, words: str = ""
) -> None:
    """The badge of a level at the left of a rectangle, in the middle of its height."""
    words = words or badge_words(level, changed)
    face = font("caption", True)
    size = QSize(paint.width_of(words, face) + u(2.5) + u(1.25) + 2 * u(2), u(5.5))
    width = min(size.width(), rect.width())
    area = QRectF(rect.x(), rect.y() + (rect.height() - size.height()) / 2, width, size.height())
    role = LEVELS[level][1]
    if level == "sin_datos":
        paint.box(painter, area, area.height() / 2, "", "edge", 1, dashed=True)
    else:
        paint.box(painter, area, area.height() / 2, f"{role}tint")
    side = u(2.5)
    paint_level_glyph(painter, level, area.x() + u(2), area.center().y() - side / 2, side)
    inside = area.adjusted(u(2) + side + u(1.25), 0, -u(1), 0)
    paint.text(painter, inside, words, face, role)


class LevelBadge(QWidget):
    """The badge of a level of riesgo: alto, medio, bajo, sin_riesgo or sin_datos."""

    def __init__(
        self, level: str, changed: bool = False, reason: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_level(level, changed, reason)

    def set_level(self, level: str, changed: bool = False, reason: str = "") -> None:
        """Shows another level; `reason` goes to the tooltip."""
        self._level, self._changed = level, changed
        self.setAccessibleName(f"Riesgo: {badge_words(level, changed)}")
        self.setToolTip(paint.tip(reason))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return badge_size(self._level, self._changed)

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_badge(paint.painter_of(self), self.rect(), self._level, self._changed)


def load_words(has: int, may: int) -> str:
    """`2 de 3`."""
    return f"{has} de {may}"


def load_width(has: int, may: int) -> int:
    """Pixels that the dots and the words of a load need."""
    count = max(may, has)
    drawn = 0 if count > _DOTS_BEFORE_FIGURES else count * u(3.75) + u(1)
    return drawn + paint.width_of(load_words(has, may), font("body")) + 1


def paint_load(painter: QPainter, rect: QRect, has: int, may: int, strong: bool = False) -> None:
    """Filled and open dots, and the same in words; only words when there are too many."""
    side, step, left = u(2.75), u(3.75), rect.x()
    count = max(may, has)
    if count <= _DOTS_BEFORE_FIGURES:
        top = rect.y() + (rect.height() - side) / 2
        for i in range(count):
            on = i < has
            over = on and i >= may
            role = "alto" if over else "primary" if on else "edge"
            area = QRectF(left + i * step, top, side, side)
            paint.box(painter, area, side / 2, role if on else "", role, 1.5)
        left += count * step + u(1)
    area = QRect(left, rect.y(), rect.right() - left + 1, rect.height())
    paint.text(painter, area, load_words(has, may), font("body", strong))


class LoadDots(QWidget):
    """How many tutorados an alumno tutor has and may have."""

    def __init__(
        self, has: int, may: int, strong: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._strong = strong
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_load(has, may)

    def set_load(self, has: int, may: int) -> None:
        """Shows another load."""
        self._has, self._may = has, may
        self.setAccessibleName(load_words(has, may))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        extra = u(2) if self._strong else 0
        return QSize(load_width(self._has, self._may) + extra, u(5.5))

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_load(paint.painter_of(self), self.rect(), self._has, self._may, self._strong)


def boxes_width(count: int = 4) -> int:
    """Pixels that so many boxes of the expediente need."""
    return round(count * u(5.75)) - u(1)


def boxes_words(letters: str, done: Sequence[bool]) -> str:
    """What the boxes say: `a, b hechos; faltan c, d`."""
    has = [letter for letter, is_done in zip(letters, done, strict=True) if is_done]
    lacks = [letter for letter, is_done in zip(letters, done, strict=True) if not is_done]
    if not lacks:
        return "Expediente completo"
    return f"Faltan {', '.join(lacks)}" + (f"; hechos {', '.join(has)}" if has else "")


def paint_boxes(painter: QPainter, rect: QRect, letters: str, done: Sequence[bool]) -> None:
    """Small boxes with a letter: done is filled and underlined, missing is dashed."""
    side, step = u(4.75), u(5.75)
    top = rect.y() + (rect.height() - side) / 2
    for i, (letter, is_done) in enumerate(zip(letters, done, strict=True)):
        area = QRectF(rect.x() + i * step, top, side, side)
        paint.box(
            painter, area, u(1), "oktint" if is_done else "", "ok" if is_done else "edge",
            1, dashed=not is_done,
        )  # fmt: skip
        align = Qt.AlignmentFlag.AlignHCenter
        face = font("caption", is_done)
        shown = area.adjusted(0, -u(0.25), 0, -u(0.25))
        paint.text(painter, shown, letter, face, "ok" if is_done else "text2", align)
        if is_done:
            y = area.bottom() - u(0.9)
            painter.setPen(QPen(color("ok"), 1.4))
            painter.drawLine(QPointF(area.x() + u(1), y), QPointF(area.right() - u(1), y))


class ExpedienteBoxes(QWidget):
    """Which documents of the expediente are there: four boxes a b c d."""

    def __init__(
        self, done: Sequence[bool], letters: str = "abcd", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._letters = letters
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_done(done)

    def set_done(self, done: Sequence[bool]) -> None:
        """Shows other marks."""
        self._done = list(done)
        self.setAccessibleName(boxes_words(self._letters, self._done))
        self.setToolTip(boxes_words(self._letters, self._done))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(boxes_width(len(self._letters)), u(5.5))

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_boxes(paint.painter_of(self), self.rect(), self._letters, self._done)


class Avatar(QWidget):
    """Initials, or an icon, in a circle; decoration that a screen reader skips."""

    def __init__(
        self,
        initials: str = "",
        icon_name: str = "",
        *,
        size: float = 11,
        role: str = "primary",
        fill: str = "tint",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._units, self._role, self._fill = size, role, fill
        self._initials, self._icon_name, self._level = initials, icon_name, ""
        self.setFixedSize(u(size), u(size))

    def set_initials(self, initials: str) -> None:
        """Shows other letters."""
        self._initials, self._icon_name = initials, ""
        self.update()

    def set_icon(self, icon_name: str, role: str = "primary", fill: str = "tint") -> None:
        """Shows an icon in the colours of a state."""
        self._icon_name, self._role, self._fill, self._level = icon_name, role, fill, ""
        self.update()

    def set_level(self, level: str) -> None:
        """Shows the shape of a level of riesgo."""
        self._level, self._icon_name = level, ""
        self._fill = f"{LEVELS[level][1]}tint" if level != "sin_datos" else "sunken"
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.painter_of(self)
        side = self.width()
        paint.box(painter, self.rect(), side / 2, self._fill)
        if self._level:
            small = round(side * 0.36)
            paint_level_glyph(painter, self._level, (side - small) / 2, (side - small) / 2, small)
        elif self._icon_name:
            small = u(6) if side >= u(12) else u(5) if side >= u(10) else u(4.5)
            at = (side - small) / 2
            paint.glyph(painter, self._icon_name, self._role, at, at, small)
        else:
            face = font("section" if side >= u(10) else "caption", True)
            align = Qt.AlignmentFlag.AlignHCenter
            paint.text(painter, self.rect(), self._initials, face, self._role, align)
