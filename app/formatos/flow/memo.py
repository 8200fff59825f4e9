"""Parts of reports: to whom and about what, a table beside its head, a question, a small note."""

from collections.abc import Sequence
from dataclasses import replace

from app.formatos.fitting import wrap
from app.formatos.flow.parts import WRITING
from app.formatos.flow.strips import LEFT, RIGHT, Strip, space
from app.formatos.fonts import clean
from app.formatos.layout import LABEL, RUNNING, RUNNING_STRONG, TITLE, Ink

MEASURE_X = 73.0
"""Where the text of a report begins, right of its side heads."""
_SIDE_X, _SIDE_WIDE = 26.0, 45.0
_LEADING = 14.5 * 25.4 / 72
_VALUE_X = 40.0
_BOXES_X, _BOX_STEP = 94.5, 15.0


def memo(rows: Sequence[tuple[str, str]], right: float = RIGHT) -> list[Strip]:
    """To whom, from whom, about what and when, over a rule; what is empty is a line to write on."""
    strips: list[Strip] = []
    for label, value in rows:
        lines = wrap(clean(value), right - _VALUE_X, RUNNING.size) if value else []
        high = 5.6 + _LEADING * (len(lines) - 1) if lines else WRITING
        strips.append(Strip(high, _memo_drawn(label, lines, high, right), keeps=True))

    if rows and not rows[-1][1]:
        return [*strips[:-1], replace(strips[-1], keeps=False), *space(5.6)]

    def end(ink: Ink, top: float, _is_last: bool) -> None:
        ink.rule(LEFT, top + 1.2, right)

    return [*strips, Strip(5.6, end)]


def _memo_drawn(label: str, lines: Sequence[str], high: float, right: float):
    def draw(ink: Ink, top: float, _is_last: bool) -> None:
        base = top + (3.6 if lines else high - 1.6)
        ink.text(LEFT, base, label, RUNNING_STRONG)
        for n, line in enumerate(lines):
            ink.text(_VALUE_X, base + _LEADING * n, line, RUNNING)
        if not lines:
            ink.rule(_VALUE_X, top + high - 0.6, right)

    return draw


def side_headed(number: str, title: str, strips: Sequence[Strip]) -> list[Strip]:
    """The strips with a numbered side head at the left of their beginning."""
    side = wrap(title, _SIDE_WIDE, RUNNING_STRONG.size, RUNNING_STRONG.weight)
    first, tall = strips[0], 1.0 + _LEADING * len(side)

    def draw(ink: Ink, top: float, is_last: bool) -> None:
        first.draw(ink, top, is_last)
        ink.text(LEFT, top + 4.6, number, RUNNING_STRONG)
        for n, words in enumerate(side):
            ink.text(_SIDE_X, top + 4.6 + _LEADING * n, words, RUNNING_STRONG)

    kept: list[Strip] = [replace(first, draw=draw)]
    for strip in strips[1:]:
        if sum(one.height for one in kept) < tall:
            kept[-1] = replace(kept[-1], keeps=True)
        kept.append(strip)
    missing = tall - sum(one.height for one in kept)
    return [*kept, *(space(missing) if missing > 0 else [])]


def question(words: str, answer: bool | None = None) -> list[Strip]:
    """A question with its boxes Sí and No."""

    def draw(ink: Ink, top: float, _is_last: bool) -> None:
        ink.text(LEFT, top + 4.4, words, RUNNING)
        for n, (word, is_marked) in enumerate((("Sí", answer is True), ("No", answer is False))):
            ink.check(_BOXES_X + _BOX_STEP * n, top + 4.4, word, is_marked)

    return [Strip(7.2, draw)]


def note(text: str, *, left: float = LEFT, right: float = RIGHT, after: float = 3) -> list[Strip]:
    """A small text from margin to margin: when a form applies, who gets a copy."""

    def drawn(line: str):
        def draw(ink: Ink, top: float, _is_last: bool) -> None:
            ink.text(left, top + 3.2, line, LABEL)

        return draw

    lines = wrap(clean(text), right - left, LABEL.size)
    return [
        *(Strip(4.1, drawn(line), keeps=n < len(lines) - 1) for n, line in enumerate(lines)),
        *space(after),
    ]


def second_title(text: str) -> list[Strip]:
    """The title of the second part of a form."""

    def draw(ink: Ink, top: float, _is_last: bool) -> None:
        ink.text(LEFT, top + 9, text, TITLE)

    return [Strip(14, draw, keeps=True)]
