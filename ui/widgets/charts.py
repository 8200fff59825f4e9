"""Small charts, painted: bars of the levels, columns in time, and one share. Never pies."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import color, font, u
from ui.widgets import paint
from ui.widgets.marks import paint_level_glyph

LEVELS = (("alto", "Alto"), ("medio", "Medio"), ("bajo", "Bajo"))


class LevelBars(QWidget):
    """A bar for each level of risk, and the two counts without bar; a click tells the level."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: Mapping[str, int] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_counts(self, counts: Mapping[str, int]) -> None:
        """Shows how many there are in each level."""
        self._counts = counts
        said = ", ".join(f"{name} {counts.get(key, 0)}" for key, name in LEVELS)
        rest = f"sin riesgo {counts.get('sin_riesgo', 0)}, sin datos {counts.get('sin_datos', 0)}"
        self.setAccessibleName(f"Alumnos por nivel de riesgo: {said}, {rest}")
        self.setToolTip("Clic en un nivel para ver sus alumnos")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(u(60), self._step() * 3 + u(6))

    def minimumSizeHint(self) -> QSize:
        return QSize(u(40), self._step() * 3 + u(6))

    def _step(self) -> int:
        return u(6.5)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.painter_of(self)
        most = max((self._counts.get(key, 0) for key, _ in LEVELS), default=0)
        face, strong = font(), font("body", True)
        left = u(20)
        room = self.width() - left - paint.width_of(f"{most:,}", strong) - u(3)
        for i, (key, name) in enumerate(LEVELS):
            top = i * self._step()
            count = self._counts.get(key, 0)
            side = u(2.75)
            paint_level_glyph(painter, key, u(0.5), top + (self._step() - side) / 2, side)
            area = QRect(u(5.5), top, left - u(6), self._step())
            paint.text(painter, area, name, face, "text")
            width = max(2 if count else 0, round(room * count / most)) if most else 0
            bar = QRectF(left, top + u(1.25), width, self._step() - u(2.5))
            self._paint_bar(painter, key, bar)
            area = QRect(left + width + u(2), top, self.width() - left - width - u(2), self._step())
            paint.text(painter, area, f"{count:,}", strong, "text")
        rest = (
            f"✓ Sin riesgo: {self._counts.get('sin_riesgo', 0):,}     "
            f"– Sin datos: {self._counts.get('sin_datos', 0):,}"
        )
        area = QRect(u(1), 3 * self._step() + u(1), self.width() - u(1), u(5))
        paint.text(painter, area, rest, font("caption"), "text2")

    def _paint_bar(self, painter: QPainter, level: str, bar: QRectF) -> None:
        if bar.width() < 1:
            return
        solid = level == "alto"
        painter.fillRect(bar, color(level) if solid else color(f"{level}tint"))
        if level == "medio":
            paint.hatch(painter, bar, color(level))
        painter.setPen(QPen(color(level), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(bar.adjusted(0.5, 0.5, -0.5, -0.5))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = int(event.position().y() // self._step())
        if row < len(LEVELS):
            self.chosen.emit(LEVELS[row][0])


class Progress(QWidget):
    """One share of a whole, as a bar with an outline."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share = 0.0
        self.setFixedHeight(u(3.5))

    def set_share(self, part: int, whole: int) -> None:
        """Shows a part of a whole; nothing of nothing is an empty bar."""
        self._share = part / whole if whole else 0.0
        self.setAccessibleName(f"{part} de {whole}")
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.painter_of(self)
        paint.box(painter, self.rect(), u(1), "surface", "primary")
        done = self.rect()
        done.setWidth(round(done.width() * min(1.0, self._share)))
        if done.width() > u(1):
            paint.box(painter, done, u(1), "primary", "")


class ColumnChart(QWidget):
    """Columns in time; the last one is now. Each carries its number, the scale is from zero."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns: Sequence[tuple[str, int]] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_columns(self, columns: Sequence[tuple[str, int]]) -> None:
        """Shows pairs of name and value."""
        self._columns = columns
        self.setAccessibleName(", ".join(f"{name}: {value}" for name, value in columns))
        self.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(u(45), u(20))

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._columns:
            return
        painter = paint.painter_of(self)
        most = max(value for _, value in self._columns) or 1
        step = self.width() / len(self._columns)
        foot = self.height() - u(5)
        room = foot - u(5)
        for i, (name, value) in enumerate(self._columns):
            last = i == len(self._columns) - 1
            height = round(room * value / most)
            bar = QRectF(i * step + u(0.75), foot - height, step - u(1.5), height)
            if height:
                painter.fillRect(bar, color("primary" if last else "series2"))
                painter.setPen(QPen(color("primary"), 1))
                painter.drawRect(bar.adjusted(0.5, 0.5, -0.5, -0.5))
            face = font("caption", last)
            center = Qt.AlignmentFlag.AlignCenter
            above = QRect(round(i * step), round(foot - height) - u(5), round(step), u(5))
            paint.text(painter, above, f"{value:,}", face, "text" if last else "text2", center)
            below = QRect(round(i * step), foot + u(0.5), round(step), u(4.5))
            paint.text(painter, below, name, face, "text" if last else "text2", center)
        painter.setPen(QPen(color("edge"), 1))
        painter.drawLine(QPointF(0, foot + 0.5), QPointF(self.width(), foot + 0.5))
