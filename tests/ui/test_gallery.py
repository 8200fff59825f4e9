"""The page with every piece draws in both themes, without a warning of Qt."""

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from tests.ui import gallery
from ui import theme


@pytest.mark.parametrize("name", ["clara", "oscura"])
def test_everything_draws(name: str, look: QApplication, qtbot):
    theme.apply(look, name)
    page = gallery.build()
    qtbot.addWidget(page)
    page.show()
    image = gallery.picture(page)
    theme.apply(look, "clara")
    tones = {image.pixelColor(x, y).name() for x in range(0, 1600, 7) for y in range(0, 900, 7)}
    assert len(tones) > 40


def test_every_button_has_a_name_to_be_read_aloud(look: QApplication, qtbot):
    page = gallery.build()
    qtbot.addWidget(page)
    nameless = [b for b in page.findChildren(QPushButton) if not (b.text() or b.accessibleName())]
    assert nameless == []
