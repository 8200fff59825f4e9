"""Pages on sheets of carta: two to cut apart, or folded as a booklet."""

from collections.abc import Iterator, Sequence
from functools import cache
from math import ceil

from app.formatos.layout import CARTA, CARTA_LANDSCAPE, MEDIA_CARTA, Frame, Ink, Page, Sheet

_HALF = MEDIA_CARTA[0]
_MARK = 6


def piles(count: int) -> list[tuple[int, int | None]]:
    """Which card lies on the left and on the right of each sheet, counted from 0.

    Cut, the left pile laid on the right one keeps the order; an odd count leaves the last right
    half without a card (None).
    """
    sheets = ceil(count / 2)
    return [(k, k + sheets if k + sheets < count else None) for k in range(sheets)]


def booklet(pages: int) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """Left and right page of the outside and of the inside of each sheet, counted from 1.

    `pages` is a multiple of 4. Outside n-2s | 1+2s, inside 2+2s | n-1-2s.
    """
    return [((pages - 2 * s, 1 + 2 * s), (2 + 2 * s, pages - 1 - 2 * s)) for s in range(pages // 4)]


def cut_sheets(cards: Sequence[Sequence[Page]], spare: Sequence[Page]) -> Iterator[Sheet]:
    """Cards two on a sheet; a back is turned on the short edge, so it lies on the other half.

    All cards have as many pages; `spare` takes the half that an odd count leaves.
    """
    for left, right in piles(len(cards)):
        pair = (cards[left], spare if right is None else cards[right])
        for side in range(len(pair[0])):
            first, second = (pair[0], pair[1]) if side % 2 == 0 else (pair[1], pair[0])
            yield _sheet(first[side], second[side], cut_marks())


def folded_sheets(pages: Sequence[Page]) -> Iterator[Sheet]:
    """One booklet: outside and inside of each sheet, to print on both sides, short edge."""
    for sides in booklet(len(pages)):
        for left, right in sides:
            yield _sheet(pages[left - 1], pages[right - 1], fold_marks())


def _sheet(left: Page, right: Page, marks: Frame) -> Sheet:
    wide, high = CARTA_LANDSCAPE
    return Sheet(wide, high, ((left, 0, 0), (right, _HALF, 0)), marks)


def stacked_sheets(cards: Sequence[Page]) -> Iterator[Sheet]:
    """Half cartas one over the other; cut, the upper pile laid on the lower keeps the order."""
    wide, high = CARTA
    for upper, lower in piles(len(cards)):
        pages = [(cards[upper], 0.0, _HALF)]
        if lower is not None:
            pages.append((cards[lower], 0.0, 0.0))
        yield Sheet(wide, high, tuple(pages), level_cut_marks())


@cache
def cut_marks() -> Frame:
    """Where to cut: 6 mm at the upper and the lower edge."""

    def draw(ink: Ink) -> None:
        ink.upright(_HALF, 0, _MARK)
        ink.upright(_HALF, CARTA_LANDSCAPE[1] - _MARK, CARTA_LANDSCAPE[1])

    return Frame(*CARTA_LANDSCAPE, draw)


@cache
def level_cut_marks() -> Frame:
    """Where to cut half cartas: 6 mm at the left and the right edge."""

    def draw(ink: Ink) -> None:
        ink.rule(0, _HALF, _MARK)
        ink.rule(CARTA[0] - _MARK, _HALF, CARTA[0])

    return Frame(*CARTA, draw)


@cache
def fold_marks() -> Frame:
    """Where to fold: dashes from 3 to 8 mm of both edges."""

    def draw(ink: Ink) -> None:
        ink.dashed(_HALF, 3, 8)
        ink.dashed(_HALF, CARTA_LANDSCAPE[1] - 8, CARTA_LANDSCAPE[1] - 3)

    return Frame(*CARTA_LANDSCAPE, draw)
