"""Bars painted with their values: lying (levels, categories) or standing (weeks)."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ui.theme import color, font, u
from ui.widgets import marks, paint

# fill -> outline, ground, pattern
FILLS = {
    "solid": ("primary", "primary", ""),
    "light": ("primary", "series2", ""),
    "hatch": ("series3", "", "hatch"),
    "dots": ("series4", "", "dots"),
    "alto": ("alto", "alto", ""),
    "medio": ("medio", "mediotint", "hatch"),
    "bajo": ("bajo", "bajotint", ""),
    "sin_riesgo": ("ok", "oktint", ""),
    "sin_datos": ("edge", "", ""),
}


@dataclass(frozen=True)
class Bar:
    """One bar: its fill is one of FILLS; `level` puts the shape of a level before the label."""

    label: str
    value: float
    fill: str = "light"
    shown: str = ""
    level: str = ""
    strong: bool = False
    before: float | None = None

    @property
    def words(self) -> str:
        """The value as it is written."""
        return self.shown or f"{self.value:,.0f}"


class BarChart(QWidget):
    """`BarChart([Bar("Alto", 14, "alto", level="alto"), …], "Tutorados por nivel de riesgo")`.

    The scale starts at zero and every bar carries its value. `opened(place)` tells the bar that
    is clicked.
    """

    opened = Signal(int)

    def __init__(
        self,
        bars: Sequence[Bar] = (),
        name: str = "",
        *,
        standing: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._name, self._standing = name, standing
        self._bars: list[Bar] = []
        self._areas: list[QRectF] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.set_bars(bars)

    def set_bars(self, bars: Sequence[Bar]) -> None:
        """Shows other bars."""
        self._bars = list(bars)
        told = ", ".join(f"{bar.label}: {bar.words}" for bar in self._bars)
        self.setAccessibleName(self._name)
        self.setAccessibleDescription(told)
        self.updateGeometry()
        self.update()

    def table(self) -> list[tuple[str, str]]:
        """The same as a table: label and value of each bar."""
        return [(bar.label, bar.words) for bar in self._bars]

    def sizeHint(self) -> QSize:
        if self._standing:
            return QSize(u(11) * max(4, len(self._bars)), u(34))
        return QSize(u(80), u(9) * len(self._bars))

    def minimumSizeHint(self) -> QSize:
        if self._standing:
            return QSize(u(7) * max(4, len(self._bars)), u(22))
        return QSize(u(50), u(6) * len(self._bars))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        for place, area in enumerate(self._areas):
            if area.contains(at):
                self.opened.emit(place)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        for bar, area in zip(self._bars, self._areas, strict=False):
            if area.contains(at):
                where = event.globalPosition().toPoint()
                QToolTip.showText(where, f"{bar.label}: {bar.words}", self)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.painter_of(self)
        self._areas = []
        if not self._bars:
            return
        if self._standing:
            self._paint_standing(painter)
        else:
            self._paint_lying(painter)

    def _most(self) -> float:
        values = [bar.value for bar in self._bars]
        values += [bar.before for bar in self._bars if bar.before is not None]
        return max(*values, 1)

    def _paint_lying(self, painter: QPainter) -> None:
        face, lead = font("body"), u(5.5) if any(bar.level for bar in self._bars) else 0
        label = min(
            max(paint.width_of(bar.label, face) for bar in self._bars) + lead, self.width() // 2
        )
        value = max(paint.width_of(bar.words, font("body", True)) for bar in self._bars)
        left = label + u(4)
        room = max(u(4), self.width() - left - value - u(4))
        step = self.height() / len(self._bars)
        for i, bar in enumerate(self._bars):
            line = QRect(0, round(i * step), self.width(), round(step))
            if bar.level:
                side = u(2.75)
                marks.paint_level_glyph(
                    painter, bar.level, u(0.5), line.center().y() - side / 2 + 0.5, side
                )
            paint.text(
                painter, QRect(lead, line.y(), label - lead + u(1), line.height()), bar.label, face
            )
            tall = min(u(4), step * 0.7)
            area = QRectF(left, line.center().y() - tall / 2, bar.value / self._most() * room, tall)
            self._areas.append(QRectF(line))
            if bar.before is not None:
                thin = QRectF(left, area.y() - u(0.5), bar.before / self._most() * room, tall / 2)
                paint_fill(painter, thin, "light")
                area = QRectF(left, area.y() + tall / 2, area.width(), tall / 2)
            paint_fill(painter, area, bar.fill)
            end = left + max(bar.value, bar.before or 0) / self._most() * room
            words = QRect(round(end) + u(2), line.y(), value + u(2), line.height())
            paint.text(painter, words, bar.words, font("body", True))

    def _paint_standing(self, painter: QPainter) -> None:
        line = u(5)
        low, high = self.height() - line, line
        step = self.width() / len(self._bars)
        wide = min(step * 0.8, u(14))
        for i, bar in enumerate(self._bars):
            tall = bar.value / self._most() * (low - high)
            x = i * step + (step - wide) / 2
            area = QRectF(x, low - tall, wide, tall)
            self._areas.append(QRectF(i * step, 0, step, self.height()))
            top = area.y()
            if bar.before is not None:
                first = bar.before / self._most() * (low - high)
                paint_fill(painter, QRectF(x, low - first, wide / 2, first), "light")
                area.setLeft(x + wide / 2)
                top = min(top, low - first)
            paint_fill(painter, area, bar.fill)
            align = Qt.AlignmentFlag.AlignHCenter
            face = font("caption", bar.strong)
            tone = "text" if bar.strong else "text2"
            over = QRectF(i * step, top - line, step, line)
            paint.text(painter, over, bar.words, face, tone, align)
            under = QRectF(i * step, low + 1, step, line)
            paint.text(painter, under, bar.label, face, tone, align)
        painter.fillRect(QRectF(0, low, self.width(), 1), color("edge"))


def paint_fill(painter: QPainter, area: QRectF, fill: str) -> None:
    """A bar with its outline and its pattern, different in black and white too."""
    outline, ground, pattern = FILLS[fill]
    if area.width() <= 0 or area.height() <= 0:
        return
    if ground:
        painter.fillRect(area, color(ground))
    inside = area.adjusted(0.5, 0.5, -0.5, -0.5)
    if pattern == "hatch":
        paint.hatch(painter, inside, QColor(color(outline)), 5)
    elif pattern == "dots":
        paint.dots(painter, inside, QColor(color(outline)))
    painter.setPen(QPen(color(outline), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(inside, 1, 1)


class ShareBar(QWidget):
    """One bar that fills: how much of the whole."""

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share = 0.0
        self.setAccessibleName(name)
        self.setFixedHeight(u(3.5))

    def set_share(self, share: float) -> None:
        """From 0 to 1."""
        self._share = min(1.0, max(0.0, share))
        self.setAccessibleDescription(f"{self._share:.0%}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(u(60), u(3.5))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.painter_of(self)
        paint.box(painter, self.rect(), u(1), "", "primary")
        filled = QRectF(self.rect())
        filled.setWidth(filled.width() * self._share)
        if filled.width() > u(1):
            paint.box(painter, filled, u(1), "primary")
