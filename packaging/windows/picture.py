"""Draw the side of the installer's first and last page: the mark of the program, large, on its bar.

Run with the Python of `.venv`: it rewrites `lado.bmp` beside it, in the size that NSIS wants.
"""

import os
import sys
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter, QPainterPath

sys.path.insert(0, str(Path(__file__).parents[2]))
from ui.theme.roles import LIGHT

WIDTH, HEIGHT = 164, 314
DISC = 124
TARGET = Path(__file__).with_name("lado.bmp")


def draw() -> QImage:
    """Two discs that overlap, one above the other, cut by the edges of the page."""
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.header))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    discs = [_disc(QPointF(42, 196)), _disc(QPointF(112, 252))]
    paths = (*discs, discs[0] & discs[1])
    for path, tone in zip(paths, (LIGHT.series2, LIGHT.mark, LIGHT.surface), strict=True):
        painter.fillPath(path, QColor(tone))
    painter.end()
    return image.convertToFormat(QImage.Format.Format_RGB888)


def _disc(middle: QPointF) -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QRectF(middle.x() - DISC / 2, middle.y() - DISC / 2, DISC, DISC))
    return path


if __name__ == "__main__":
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application = QGuiApplication([])
    if not draw().save(str(TARGET)):
        sys.exit(f"{TARGET} could not be written")
