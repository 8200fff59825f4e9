"""The typeface of every form: its three weights, which letters they have, how wide they are.

Source Sans Pro 2.020, embedded; its files are in `resources/fonts` with their licence, unmodified.
"""

import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from app.errors import DoesNotFit
from app.paths import RESOURCES

if TYPE_CHECKING:
    from reportlab.pdfbase.ttfonts import TTFont

REGULAR, SEMIBOLD, BOLD = WEIGHTS = ("Regular", "Semibold", "Bold")
MM = 72 / 25.4
"""Points in a millimetre."""

_REPLACED = {
    **dict.fromkeys(map(ord, "\n\t\u2028\u2029"), " "),
    **dict.fromkeys(range(0x2000, 0x200B), " "),
    **dict.fromkeys(map(ord, "\u2010\u2011"), "-"),
    0xA78C: "\u02bc",
    0x202F: "\u00a0",
}
"""Signs that the font lacks and their twin in it; line ends become spaces."""
_UNSEEN = {
    code: None
    for code in (*range(32), *range(0x7F, 0xA0), 0xAD, *range(0x200B, 0x2010), 0x2060, 0xFEFF)
    if code not in _REPLACED
}
_TABLE = {**_UNSEEN, **_REPLACED}


@dataclass(frozen=True, eq=False)
class Face:
    """One weight of the typeface; `widths` maps each letter it has to thousandths of its size."""

    font: "TTFont"
    widths: dict[str, float]


@cache
def face(weight: str) -> Face:
    """The weight, loaded once."""
    from reportlab.pdfbase.ttfonts import TTFont

    name = f"SourceSansPro-{weight}"
    font = TTFont(name, str(RESOURCES / "fonts" / f"{name}.ttf"), asciiReadable=False)
    widths = {chr(code): width for code, width in font.face.charWidths.items()}
    widths["\u00a0"] = widths[" "]
    return Face(font, widths)


def clean(text: str) -> str:
    """One line of text as paper shows it: composed letters, no control signs."""
    if text.isascii() and text.isprintable():
        return text.strip()
    return unicodedata.normalize("NFC", text).translate(_TABLE).strip(" ")


def units(text: str, weight: str = REGULAR) -> float:
    """The width of a text in thousandths of its size; DoesNotFit if the font lacks a letter."""
    widths = face(weight).widths
    try:
        return sum([widths[letter] for letter in text])
    except KeyError:
        lacking = next(letter for letter in text if letter not in widths)
        raise DoesNotFit(
            f"«{text}» lleva el signo «{lacking}», que la letra de los formatos no tiene. "
            "Escríbalo de otra manera."
        ) from None


def width(text: str, weight: str, size: float, tracking: float = 0) -> float:
    """The width of a text in mm; `size` and `tracking` in points."""
    return (units(text, weight) * size / 1000 + tracking * max(len(text) - 1, 0)) / MM
