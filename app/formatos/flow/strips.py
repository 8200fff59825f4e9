"""Strips: pieces of a form that stay whole, and how they are stacked down its pages."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from app.formatos.layout import CARTA, CARTA_LANDSCAPE, Ink


@dataclass(frozen=True)
class Area:
    """Where the strips of a page go, in mm; `size` is the paper.

    They begin at `first_top` under the title of page 1 and at `next_top` under the slim heading
    of the others, and end at `bottom`; `foot` is the line of the legend and the number.
    """

    size: tuple[float, float]
    left: float
    right: float
    first_top: float
    next_top: float
    bottom: float
    foot: float


UPRIGHT = Area(CARTA, 18, 197.9, 45, 31, 256, 269.2)
RULED = replace(UPRIGHT, bottom=250)
"""With room for the ruler of the forms that come back to be read."""
LANDSCAPE = Area(CARTA_LANDSCAPE, 18, 261.4, 45, 31, 192.5, 205.7)
HALF = Area((215.9, 139.7), 18, 197.9, 45, 31, 120.5, 129.5)
"""Half a carta lying down: two on a sheet, one over the other, to cut apart."""
LEFT, RIGHT = UPRIGHT.left, UPRIGHT.right


@dataclass(frozen=True)
class Strip:
    """A piece of the form that stays whole.

    `draw(ink, top, is_last)`: `is_last` on its page. `keeps` does not let a page end after it,
    `vanishes` drops it at the top of a page, `head` is drawn again above it there, `begins` puts
    it on a page of its own.
    """

    height: float
    draw: Callable[[Ink, float, bool], None]
    keeps: bool = False
    vanishes: bool = False
    head: "Strip | None" = None
    begins: bool = False


def paginate(strips: Sequence[Strip], area: Area = UPRIGHT) -> list[list[tuple[float, Strip]]]:
    """The strips of each page with their top; strips that keep to the next move with it."""
    pages: list[list[tuple[float, Strip]]] = [[]]
    y = area.first_top
    for group in _groups(strips, area):
        high = sum(strip.height for strip in group)
        is_over = y + high > area.bottom
        if pages[-1] and is_over and all(strip.vanishes for strip in group):
            continue
        if pages[-1] and (is_over or group[0].begins):
            pages.append([])
            y = area.next_top
        for strip in group:
            if not pages[-1] and len(pages) > 1:
                if strip.vanishes:
                    continue
                if strip.head:
                    pages[-1].append((y, strip.head))
                    y += strip.head.height
            pages[-1].append((y, strip))
            y += strip.height
    return pages


def _groups(strips: Sequence[Strip], area: Area) -> Iterator[list[Strip]]:
    """Runs of strips that must share a page; a run as tall as a page is let go."""
    most = area.bottom - area.first_top - 40
    group: list[Strip] = []
    for strip in strips:
        group.append(strip)
        if not strip.keeps or sum(s.height for s in group) > most:
            yield group
            group = []
    if group:
        yield group


def draw_strips(ink: Ink, placed: Sequence[tuple[float, Strip]]) -> None:
    """The strips of one page."""
    for i, (top, strip) in enumerate(placed):
        strip.draw(ink, top, i == len(placed) - 1)


def new_page(strips: Sequence[Strip]) -> list[Strip]:
    """The same strips, the first of them on top of a page."""
    return [replace(strips[0], begins=True), *strips[1:]]


def closing(before: Sequence[Strip], *ends: Sequence[Strip]) -> list[Strip]:
    """What closes a form, whole and on one page with the end of what comes before it."""
    end = [strip for part in ends for strip in part]
    last = max((i for i, strip in enumerate(before) if not strip.vanishes), default=0)
    kept = [replace(strip, keeps=True) for strip in before[last:]]
    return [*before[:last], *kept, *together(end)]


def together(strips: Sequence[Strip]) -> list[Strip]:
    """The same strips, not to be parted by the end of a page."""
    return [replace(strip, keeps=True) for strip in strips[:-1]] + list(strips[-1:])


def beside(left: Sequence[Strip], right: Sequence[Strip]) -> list[Strip]:
    """Two columns of strips as one, row by row; each pair is as high as its taller strip."""
    none = Strip(0, _nothing, vanishes=True)
    return [_pair(a, b) for a, b in zip_longest(left, right, fillvalue=none)]


def _pair(a: Strip, b: Strip) -> Strip:
    def draw(ink: Ink, top: float, is_last: bool) -> None:
        a.draw(ink, top, is_last)
        b.draw(ink, top, is_last)

    head = _pair(a.head, b.head) if a.head and b.head else a.head or b.head
    high = max(a.height, b.height)
    return Strip(high, draw, a.keeps or b.keeps, a.vanishes and b.vanishes, head)


def space(high: float) -> list[Strip]:
    """White between parts; a page does not begin with it."""
    return [Strip(high, _nothing, vanishes=True)]


def _nothing(_ink: Ink, _top: float, _is_last: bool) -> None:
    return
