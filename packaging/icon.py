"""Draw the icons of the program and of its files, each size on its own grid of pixels.

The mark: two discs that overlap, who knows and who learns, and what they share in the light.
Run with the interpreter of `.venv`: it rewrites `packaging/*.ico` and `resources/icono`.
"""

import os
import struct
import sys
from collections.abc import Iterable
from dataclasses import dataclass

from environment import ROOT
from PySide6.QtCore import QBuffer, QByteArray, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter, QPainterPath, QPen

sys.path.insert(0, str(ROOT))
from ui.theme.roles import LIGHT

PROGRAM = ROOT / "packaging" / "entrepares.ico"
DOCUMENT = ROOT / "packaging" / "plantel.ico"
WINDOW = ROOT / "resources" / "icono"
_PNG_FROM = 256
"""Smaller pictures go uncompressed, as every version of Windows reads them."""


@dataclass(frozen=True)
class Grid:
    """Measures of one size in whole pixels.

    `disc` and `shared` are the diameter and what the discs overlap on the tile of the program;
    those of the sheet are smaller, and `fold` is its corner.
    """

    size: int
    corner: int
    disc: int
    shared: int
    sheet: int
    fold: int
    small_disc: int
    small_shared: int


GRIDS = (
    Grid(16, 3, 8, 2, 12, 4, 5, 2),
    Grid(20, 4, 10, 2, 14, 5, 6, 2),
    Grid(24, 5, 12, 4, 18, 6, 8, 2),
    Grid(32, 6, 16, 6, 24, 8, 10, 2),
    Grid(40, 8, 20, 8, 30, 10, 14, 6),
    Grid(48, 9, 24, 8, 36, 12, 16, 6),
    Grid(64, 12, 32, 12, 48, 16, 22, 8),
    Grid(128, 24, 64, 24, 96, 30, 44, 16),
    Grid(256, 48, 128, 48, 192, 60, 88, 32),
)


def program(grid: Grid) -> QImage:
    """The mark on a tile in the colour of the window's bar: it is seen on any task bar."""
    image, painter = _canvas(grid.size)
    tile = QPainterPath()
    tile.addRoundedRect(QRectF(0, 0, grid.size, grid.size), grid.corner, grid.corner)
    painter.fillPath(tile, QColor(LIGHT.header))
    middle = QPointF(grid.size / 2, grid.size / 2)
    tones = (LIGHT.series2, LIGHT.mark, LIGHT.surface)
    _mark(painter, middle, grid.disc, grid.shared, tones)
    painter.end()
    return image


def document(grid: Grid) -> QImage:
    """A sheet with a folded corner and the mark."""
    image, painter = _canvas(grid.size)
    line = max(1, grid.size // 64)
    left, high, fold = (grid.size - grid.sheet) // 2, grid.size, grid.fold
    inset = line / 2
    x0, x1, y0, y1 = left + inset, left + grid.sheet - inset, inset, high - inset
    pen = QPen(QColor(LIGHT.edge), line)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    painter.setPen(pen)
    painter.setBrush(QColor(LIGHT.surface))
    painter.drawPath(_polygon((x0, y0), (x1 - fold, y0), (x1, y0 + fold), (x1, y1), (x0, y1)))
    corner = _polygon((x1 - fold, y0), (x1, y0 + fold), (x1 - fold, y0 + fold))
    painter.fillPath(corner, QColor(LIGHT.line))
    painter.drawLine(QPointF(x1 - fold, y0), QPointF(x1 - fold, y0 + fold))
    painter.drawLine(QPointF(x1 - fold, y0 + fold), QPointF(x1, y0 + fold))
    middle = QPointF(grid.size / 2, (high + fold // 2 * 2 + grid.small_disc % 2) / 2)
    tones = (LIGHT.primary, LIGHT.series3, LIGHT.surface)
    _mark(painter, middle, grid.small_disc, grid.small_shared, tones)
    painter.end()
    return image


def _canvas(size: int) -> tuple[QImage, QPainter]:
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return image, painter


def _mark(
    painter: QPainter, middle: QPointF, disc: int, shared: int, tones: tuple[str, str, str]
) -> None:
    left, right = QPainterPath(), QPainterPath()
    apart = (disc - shared) / 2
    left.addEllipse(middle - QPointF(apart, 0), disc / 2, disc / 2)
    right.addEllipse(middle + QPointF(apart, 0), disc / 2, disc / 2)
    for path, tone in zip((left, right, left & right), tones, strict=True):
        painter.fillPath(path, QColor(tone))


def _polygon(*points: tuple[float, float]) -> QPainterPath:
    path = QPainterPath(QPointF(*points[0]))
    for point in points[1:]:
        path.lineTo(QPointF(*point))
    path.closeSubpath()
    return path


def icon_file(images: Iterable[QImage]) -> bytes:
    """The pictures as one .ico."""
    pictures = [(image.width(), _entry(image)) for image in images]
    offset = 6 + 16 * len(pictures)
    heads, bodies = [struct.pack("<3H", 0, 1, len(pictures))], []
    for side, body in pictures:
        heads.append(struct.pack("<4B2H2I", side % 256, side % 256, 0, 0, 1, 32, len(body), offset))
        bodies.append(body)
        offset += len(body)
    return b"".join(heads + bodies)


def _entry(image: QImage) -> bytes:
    side = image.width()
    if side >= _PNG_FROM:
        return png(image)
    pixels = memoryview(image.constBits()).cast("B")
    rows = [pixels[4 * side * y : 4 * side * (y + 1)] for y in reversed(range(side))]
    mask = bytes((side + 31) // 32 * 4 * side)  # the transparency is in the colours
    head = struct.pack("<I2i2H6I", 40, side, 2 * side, 1, 32, 0, side * side * 4, 0, 0, 0, 0)
    return head + b"".join(rows) + mask


def png(image: QImage) -> bytes:
    """The picture as PNG."""
    kept = QByteArray()
    buffer = QBuffer(kept)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # pyright: ignore[reportCallIssue, reportArgumentType]
    return bytes(kept.data())


def main() -> None:
    """Rewrites every icon."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    _app = QGuiApplication(sys.argv[:1])
    WINDOW.mkdir(exist_ok=True)
    for grid in GRIDS:
        (WINDOW / f"entrepares-{grid.size}.png").write_bytes(png(program(grid)))
    PROGRAM.write_bytes(icon_file(program(grid) for grid in GRIDS))
    DOCUMENT.write_bytes(icon_file(document(grid) for grid in GRIDS))


if __name__ == "__main__":
    main()
