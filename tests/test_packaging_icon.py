"""The icons: every size is there, is not blank and is what the generator draws."""

import struct
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from tests.source import ROOT
from ui import application

SIDES = [16, 20, 24, 32, 40, 48, 64, 128, 256]


@pytest.fixture
def icon(monkeypatch: pytest.MonkeyPatch, qapp: QApplication) -> ModuleType:
    monkeypatch.syspath_prepend(str(ROOT / "packaging"))
    import icon

    return icon


def entries(path: Path) -> dict[int, bytes]:
    content = path.read_bytes()
    _, kind, many = struct.unpack("<3H", content[:6])
    assert kind == 1
    found = {}
    for number in range(many):
        side, *_, size, offset = struct.unpack_from("<4B2H2I", content, 6 + 16 * number)
        found[side or 256] = content[offset : offset + size]
    return found


@pytest.mark.parametrize("name", ["entrepares", "plantel"])
def test_an_icon_has_every_size_of_windows(name: str, icon: ModuleType) -> None:
    path = ROOT / "packaging" / f"{name}.ico"
    draw = icon.program if name == "entrepares" else icon.document
    found = entries(path)
    assert sorted(found) == SIDES
    for grid in icon.GRIDS:
        drawn = draw(grid)
        assert len({drawn.pixel(x, grid.size // 2) for x in range(grid.size)}) > 3
        if grid.size < 256:
            assert found[grid.size] == icon.icon_file([drawn])[22:]
        else:
            assert QImage.fromData(found[256]) == drawn.convertToFormat(QImage.Format.Format_ARGB32)


def test_the_window_has_the_icon_in_every_size(icon: ModuleType) -> None:
    made = application.icon()
    assert [size.width() for size in made.availableSizes()] == SIDES
    for grid in icon.GRIDS:
        kept = QImage(str(icon.WINDOW / f"entrepares-{grid.size}.png"))
        assert kept.convertToFormat(QImage.Format.Format_ARGB32) == icon.program(grid)
