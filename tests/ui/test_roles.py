"""The contrast of every pair that the design relies on, computed by the WCAG 2 formula."""

import pytest
from PySide6.QtGui import QColor

from ui.theme.roles import DARK, LIGHT, Roles

TEXT = 4.5
GLYPH = 3.0
PAIRS = [
    *[("text", ground, TEXT) for ground in ("page", "surface", "sunken", "tint", "tint2")],
    *[
        ("text2", ground, TEXT)
        for ground in (
            "page", "surface", "sunken", "tint", "altotint", "mediotint", "accenttint", "disbg",
        )
    ],
    ("hint", "surface", TEXT),
    *[("primary", ground, TEXT) for ground in ("page", "surface", "tint", "tint2")],
    *[("onprimary", ground, TEXT) for ground in ("primary", "hover", "pressed")],
    *[(text, ground, TEXT) for text in ("headtext", "headtext2") for ground in ("header", "headfield")],
    ("accent", "surface", TEXT),
    *[(level, f"{level}tint", TEXT) for level in ("accent", "alto", "medio", "bajo", "ok")],
    *[(level, "surface", TEXT) for level in ("alto", "medio", "bajo", "ok")],
    ("toasttext", "toast", TEXT),
    ("toastlink", "toast", TEXT),
    *[("edge", ground, GLYPH) for ground in ("page", "surface", "tint")],
    *[("focus", ground, GLYPH) for ground in ("page", "surface", "mediotint")],
    ("focusfill", "primary", GLYPH),
    ("headfocus", "header", GLYPH),
    ("series3", "surface", GLYPH),
    ("series4", "surface", GLYPH),
]  # fmt: skip


def luminance(color: str) -> float:
    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4

    c = QColor(color)
    return 0.2126 * linear(c.redF()) + 0.7152 * linear(c.greenF()) + 0.0722 * linear(c.blueF())


def contrast(a: str, b: str) -> float:
    high, low = sorted((luminance(a), luminance(b)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("roles", [LIGHT, DARK], ids=["clara", "oscura"])
@pytest.mark.parametrize(("front", "ground", "least"), PAIRS)
def test_what_is_read_stands_out(roles: Roles, front: str, ground: str, least: float):
    assert contrast(getattr(roles, front), getattr(roles, ground)) >= least


def test_the_formula_gives_the_known_extremes():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast(LIGHT.text, LIGHT.page) == pytest.approx(14.3, abs=0.06)
