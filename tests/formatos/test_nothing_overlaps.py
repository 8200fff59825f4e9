"""On every form, filled, empty and with the worst data: no letter on another, none off the page."""

import math
from collections import defaultdict
from collections.abc import Iterator
from typing import Any, NamedTuple

import pypdfium2
import pytest

from app.formatos import FORMATOS
from app.formatos.formato import Formato, render
from tests.formatos.paper import uprights
from tests.formatos.worst import worst

MM = 72 / 25.4
MARGIN = 9.4
"""Nothing is printed nearer to an edge than this, in mm, but the marks to cut and to fold."""
_DEEP = 0.35
"""How far, in mm both ways, two letters must enter each other to be taken for overlapping."""
EACH = [(formato, papel) for formato in FORMATOS for papel in formato.papers]


class Letter(NamedTuple):
    """The ink of a letter in mm from the lower left corner."""

    left: float
    low: float
    right: float
    top: float
    char: str


def letters(page: Any) -> list[Letter]:
    """Every letter with ink of a page."""
    text = page.get_textpage()
    found: list[Letter] = []
    whole = text.get_text_range() if text.count_chars() else ""
    for i in range(text.count_chars()):
        left, low, right, top = (v / MM for v in text.get_charbox(i))
        if right - left > 0.05 and top - low > 0.05:
            found.append(Letter(left, low, right, top, whole[i] if i < len(whole) else "?"))
    return found


def overlapping(found: list[Letter]) -> Iterator[tuple[Letter, Letter]]:
    """The pairs of letters that lie on each other."""
    cells: defaultdict[tuple[int, int], list[Letter]] = defaultdict(list)
    for one in found:
        for x in range(math.floor(one.left / 5), math.floor(one.right / 5) + 1):
            for y in range(math.floor(one.low / 5), math.floor(one.top / 5) + 1):
                cells[x, y].append(one)
    for here in cells.values():
        for i, a in enumerate(here):
            for b in here[i + 1 :]:
                wide = min(a.right, b.right) - max(a.left, b.left)
                high = min(a.top, b.top) - max(a.low, b.low)
                if wide > _DEEP and high > _DEEP:
                    yield a, b


def check(pdf: bytes) -> int:
    """Asserts it for each page; how many pages there are."""
    document, rules = pypdfium2.PdfDocument(pdf), uprights(pdf)
    try:
        for number, page in enumerate(document, 1):
            wide, high = (v / MM for v in page.get_size())
            found = letters(page)
            off = [a for a in found if a.left < MARGIN or a.right > wide - MARGIN
                   or a.low < MARGIN or a.top > high - MARGIN]  # fmt: skip
            assert not off, f"page {number}: off the page {off[:3]}"
            pair = next(overlapping(found), None)
            assert pair is None, f"page {number}: {pair}"
            crossed = [
                (a, rule)
                for rule in rules.get(number - 1, [])
                for a in found
                if a.left + 0.2 < rule[0] < a.right - 0.2
                and min(a.top, rule[2]) - max(a.low, rule[1]) > _DEEP
            ]
            assert not crossed, f"page {number}: a rule goes through {crossed[:3]}"
        return len(document)
    finally:
        document.close()


def drawn(formato: Formato, papel: str, datos: Any) -> bytes:
    return render(formato, [datos], formato.dibujo().opciones(papel=papel))


@pytest.mark.parametrize(("formato", "papel"), EACH, ids=lambda v: getattr(v, "key", v))
def test_filled_and_empty(formato: Formato, papel: str) -> None:
    dibujo = formato.dibujo()
    assert check(drawn(formato, papel, dibujo.ejemplo))
    assert check(drawn(formato, papel, dibujo.en_blanco))


@pytest.mark.parametrize("formato", FORMATOS, ids=lambda formato: formato.key)
def test_the_worst_data(formato: Formato) -> None:
    datos = worst(formato.dibujo().ejemplo)
    if formato.key == "carnet":
        datos = formato.dibujo().ejemplo  # its own worst cases are in test_carnet
    assert check(drawn(formato, "carta" if "carta" in formato.papers else formato.papers[0], datos))
