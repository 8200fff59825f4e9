"""What painted widgets share: boxes, hatches, texts that fit and the ring of the keyboard focus."""

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QFontMetricsF,
    QPainter,
    QPen,
)
from PySide6.QtWidgets import QWidget

from ui.theme import color, pixmap

_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)

if TYPE_CHECKING:
    _Base = QWidget
else:
    _Base = object


class KeyboardRing(_Base):
    """Mixed into a control: `ring` is true when the keyboard, not the mouse, gave it the focus."""

    _by_keyboard = False

    @property
    def ring(self) -> bool:
        """Whether the ring of focus is to be painted now."""
        return self._by_keyboard and self.hasFocus()

    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self._by_keyboard = event.reason() in _KEYBOARD
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()


def painter_of(widget: QWidget) -> QPainter:
    """A painter with soft edges over a widget."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return painter


def box(
    painter: QPainter,
    rect: QRect | QRectF,
    radius: float,
    fill: str = "",
    outline: str = "",
    width: float = 1,
    dashed: bool = False,
) -> None:
    """A box with round corners, its fill and its outline by role, crisp at any scale."""
    half = width / 2 if outline else 0
    area = QRectF(rect).adjusted(half, half, -half, -half)
    pen = Qt.PenStyle.NoPen
    if outline:
        pen = QPen(color(outline), width)
        if dashed:
            pen.setStyle(Qt.PenStyle.CustomDashLine)
            pen.setDashPattern([3, 2.5])
    painter.setPen(pen)
    painter.setBrush(color(fill) if fill else Qt.BrushStyle.NoBrush)
    if radius:
        painter.drawRoundedRect(area, radius, radius)
    else:
        painter.drawRect(area)


def hatch(painter: QPainter, rect: QRectF, tone: QColor, step: float = 6, width: float = 1) -> None:
    """Diagonal lines over a rectangle, the same at every scale of the screen."""
    painter.save()
    painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
    painter.setPen(QPen(tone, width))
    x = rect.left() - rect.height() - (rect.left() - rect.height()) % step
    while x < rect.right():
        painter.drawLine(
            QPointF(x, rect.bottom()), QPointF(x + rect.height(), rect.bottom() - rect.height())
        )
        x += step
    painter.restore()


def dots(painter: QPainter, rect: QRectF, tone: QColor) -> None:
    """Dense dots over a rectangle."""
    painter.fillRect(rect, QBrush(tone, Qt.BrushStyle.Dense5Pattern))


def text(
    painter: QPainter,
    rect: QRect | QRectF,
    words: str,
    face: QFont,
    role: str = "text",
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    """One line of text in the middle of a rectangle, cut with … when it does not fit."""
    area = QRectF(rect)
    painter.setFont(face)
    painter.setPen(color(role))
    painter.drawText(area, align | Qt.AlignmentFlag.AlignVCenter, fitted(words, face, area.width()))


def lines(painter: QPainter, rect: QRect, words: str, face: QFont, role: str = "text") -> None:
    """Words in as many lines as they take, in the middle of the height of a rectangle."""
    painter.setFont(face)
    painter.setPen(color(role))
    align = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
    painter.drawText(rect, align, words)


def fitted(words: str, face: QFont, width: float) -> str:
    """The text, cut at the end with … when it is wider than so many pixels."""
    if not words or QFontMetricsF(face).horizontalAdvance(words) <= width + 0.5:
        return words
    return QFontMetrics(face).elidedText(words, Qt.TextElideMode.ElideRight, int(width))


def tip(words: str) -> str:
    """A text for a tooltip, as it was typed: what looks like a tag stays a tag."""
    return f"<p>{escape(words)}</p>" if "<" in words else words


def width_of(words: str, face: QFont) -> int:
    """Whole pixels that a text needs."""
    return QFontMetrics(face).horizontalAdvance(words)


def height_of(face: QFont) -> int:
    """Whole pixels that a line needs."""
    return QFontMetrics(face).height()


def glyph(
    painter: QPainter, name: str, role: str, x: float, y: float, size: int, scale: float = 0
) -> None:
    """An icon of the theme with its corner at (x, y)."""
    device = painter.device()
    ratio = scale or (device.devicePixelRatio() if device else 1.0)
    painter.drawPixmap(QPointF(x, y), pixmap(name, role, size, ratio))


def shadow(painter: QPainter, rect: QRectF, radius: float, depth: int) -> None:
    """A soft shadow around a box: a few translucent outlines, cheap enough to repaint."""
    tone = QColor(color("shadow"))
    painter.setPen(Qt.PenStyle.NoPen)
    for i in range(depth, 0, -1):
        tone.setAlphaF(0.035 * (1 - (i - 1) / depth) + 0.006)
        painter.setBrush(tone)
        grown = rect.adjusted(-i, -i + depth / 4, i, i + depth / 4)
        painter.drawRoundedRect(grown, radius + i, radius + i)
