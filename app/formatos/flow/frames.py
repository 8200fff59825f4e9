"""A closed frame around strips that goes on over the pages: closed on each of them."""

from collections.abc import Sequence
from dataclasses import replace

from app.formatos.flow.strips import LEFT, RIGHT, Strip, space
from app.formatos.layout import FRAME, Ink


def framed(
    strips: Sequence[Strip], *, pad: float = 4, left: float = LEFT, right: float = RIGHT
) -> list[Strip]:
    """The strips inside a frame; they keep their own margins and their heads come back in it."""
    inner = list(strips[:-1]) if strips[-1].vanishes else list(strips)
    made: list[Strip] = []
    for i, strip in enumerate(inner):
        above, below = pad if i == 0 else 0.0, pad if i == len(inner) - 1 else 0.0
        one = _sided(strip, (left, right), above, below, pad)
        made.append(replace(one, head=_opened(strip.head, (left, right), pad) if i else None))
    return [*made, *space(4.6)]


def _sided(
    strip: Strip, sides: tuple[float, float], above: float, below: float, pad: float
) -> Strip:
    """A strip between the sides of the frame; the last on its page closes it."""
    left, right = sides
    high = above + strip.height + below

    def draw(ink: Ink, top: float, is_last: bool) -> None:
        low = top + high + (pad if is_last and not below else 0)
        for x in sides:
            ink.upright(x, top, low, FRAME)
        if above:
            ink.rule(left, top, right, FRAME)
        if below or is_last:
            ink.rule(left, low, right, FRAME)
        strip.draw(ink, top + above, is_last)

    return Strip(high, draw, strip.keeps, strip.vanishes)


def _opened(head: Strip | None, sides: tuple[float, float], pad: float) -> Strip:
    """What opens the frame again on the next page, with the head of a table in it."""
    nothing = Strip(0, lambda _ink, _top, _is_last: None)
    return _sided(head or nothing, sides, pad, 0, pad)
