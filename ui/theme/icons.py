"""Icons drawn from SVG lines and coloured by role at the moment they are painted."""

import sys
from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap

from ui.theme import style

FOLDER = Path(getattr(sys, "_MEIPASS", Path(__file__).parents[2])) / "resources" / "icons"


def icon(name: str, role: str = "text2", on: str = "primary") -> QIcon:
    """An icon of `resources/icons` in the colour of `role` (of `on` when its control is chosen).

    It follows the theme by itself, stays crisp at any scale and is grey when disabled.
    """
    return QIcon(_Engine(name, role, on))


def no_icon() -> QIcon:
    """Nothing where an icon goes."""
    return QIcon()


def pixmap(name: str, role: str = "text2", size: int = 20, scale: float = 1.0) -> QPixmap:
    """The same as a picture of `size` pixels at a scale of the screen, for painted widgets."""
    return _drawn(name, style.color(role).name(QColor.NameFormat.HexArgb), size, scale)


@lru_cache(maxsize=256)
def _source(name: str) -> str:
    return (FOLDER / f"{name}.svg").read_text("utf-8")


@lru_cache(maxsize=1024)
def _drawn(name: str, argb: str, size: int, scale: float) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer

    tone = QColor(argb)
    side = max(1, round(size * scale))
    drawn = QPixmap(side, side)
    drawn.fill(Qt.GlobalColor.transparent)
    svg = _source(name).replace("currentColor", tone.name())
    painter = QPainter(drawn)
    painter.setOpacity(tone.alphaF())
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, side, side))
    painter.end()
    drawn.setDevicePixelRatio(scale)
    return drawn


class _Engine(QIconEngine):
    """Draws one icon in the colours in force; wide sizes keep the drawing at their left."""

    def __init__(self, name: str, role: str, on: str) -> None:
        super().__init__()
        self._name, self._role, self._on = name, role, on

    def _picture(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        role = self._on if state == QIcon.State.On else self._role
        if mode == QIcon.Mode.Disabled:
            role = "headtext2" if role.startswith("head") else "disabled"
        return pixmap(self._name, role, min(size.width(), size.height()), scale)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        device = painter.device()
        scale = device.devicePixelRatio() if device else 1.0
        drawn = self._picture(rect.size(), mode, state, scale)
        if mode == QIcon.Mode.Disabled and self._role.startswith("head"):
            painter.setOpacity(0.5)
        height = round(drawn.height() / scale)
        painter.drawPixmap(QPoint(rect.x(), rect.y() + (rect.height() - height) // 2), drawn)
        painter.setOpacity(1.0)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        drawn = QPixmap(size * scale)
        drawn.setDevicePixelRatio(scale)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return drawn

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._role, self._on)
