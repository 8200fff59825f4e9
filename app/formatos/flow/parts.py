"""Parts of a form: lines with their label, numbered heads, sections, boxes to tick, signatures.

Marks are PAPER 5: side heads in 50 mm and text in 125 mm.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import zip_longest

from app.formatos.fitting import wrap
from app.formatos.flow.strips import LEFT, RIGHT, Strip, space
from app.formatos.fonts import clean
from app.formatos.layout import (
    LABEL,
    RUNNING,
    RUNNING_STRONG,
    VALUE,
    Ink,
    Slot,
    Style,
)
from app.formatos.membrete import SIGNATURE_ROW, draw_signatures

_TEXT_X, _SIDE_X = 73.0, 26.0
_SIDE_WIDE = 45.0
_LEADING = 14.5 * 25.4 / 72
WRITING = 8.0
"""The height of a line to write on."""


def fields(row: Sequence[tuple[str, str, float, float]], high: float = 14) -> list[Strip]:
    """Lines with a label under them, side by side: label, value, left, right."""
    slots = [Slot(label, x, 0, to_x - x, VALUE, 2) for label, _, x, to_x in row]

    def draw(ink: Ink, top: float, _is_last: bool) -> None:
        y = top + 10
        for slot, (label, value, x, to_x) in zip(slots, row, strict=True):
            ink.rule(x, y, to_x)
            ink.text(x, y + 3.9, label, LABEL)
            ink.slot(replace(slot, y=y), value)

    return [Strip(high, draw)]


def heading(number: str, title: str, *, is_sub: bool = False, left: float = LEFT) -> list[Strip]:
    """A numbered head over a table; it stays with what follows."""
    style = RUNNING if is_sub else RUNNING_STRONG

    def draw(ink: Ink, top: float, _is_last: bool) -> None:
        ink.text(left, top + 4, number, style)
        ink.text(left + (_SIDE_X - LEFT if number else 0), top + 4, title, style)

    return [Strip(6.6, draw, keeps=True)]


def section(
    number: str, title: str, texts: Sequence[str], blank: int = 2, *, is_sub: bool = False,
    bullets: bool = False, right: float = RIGHT,
) -> list[Strip]:  # fmt: skip
    """A side head and its text; with no text, so many lines to write on."""
    style = RUNNING if is_sub else RUNNING_STRONG
    side = wrap(title, _SIDE_WIDE, style.size, style.weight)
    lines = _lines(texts, bullets, right)
    if not lines:
        return _written_by_hand(number, side, style, blank, right)
    rows = list(zip_longest(side, lines))
    strips: list[Strip] = []
    for i, (head, line) in enumerate(rows):
        is_early = i < max(len(side), 2) - 1 and i < len(rows) - 1
        is_next_to_last = len(rows) > 2 and i == len(rows) - 2
        draw = _row(number if i == 0 else "", head or "", style, line)
        strips.append(Strip(_LEADING, draw, keeps=is_early or is_next_to_last))
    return [*strips, *space(3.4)]


def _lines(texts: Sequence[str], bullets: bool, right: float) -> list[tuple[float, str, str]]:
    """Indent, bullet and words of each line of the paragraphs."""
    indent = 4.0 if bullets else 0.0
    lines: list[tuple[float, str, str]] = []
    paragraphs = [clean(part) for text in texts for part in text.split("\n")]
    for paragraph in filter(None, paragraphs):
        for i, line in enumerate(wrap(paragraph, right - _TEXT_X - indent, RUNNING.size)):
            lines.append((indent, "•" if bullets and i == 0 else "", line))
    return lines


def _row(
    number: str, head: str, style: Style, line: tuple[float, str, str] | None
) -> Callable[[Ink, float, bool], None]:
    def draw(ink: Ink, top: float, _is_last: bool) -> None:
        base = top + 4
        if number:
            ink.text(LEFT, base, number, style)
        if head:
            ink.text(_SIDE_X, base, head, style)
        if line:
            indent, bullet, words = line
            if bullet:
                ink.text(_TEXT_X, base, bullet, RUNNING)
            ink.text(_TEXT_X + indent, base, words, RUNNING)

    return draw


def _written_by_hand(
    number: str, side: Sequence[str], style: Style, blank: int, right: float
) -> list[Strip]:
    def draw(ink: Ink, top: float, _is_last: bool) -> None:
        ink.text(LEFT, top + 6.4, number, style)
        for i, words in enumerate(side):
            ink.text(_SIDE_X, top + 6.4 + _LEADING * i, words, style)
        for i in range(blank):
            ink.rule(_TEXT_X, top + WRITING * (i + 1), right)

    high = max(WRITING * blank, 6.4 + _LEADING * (len(side) - 1))
    return [Strip(high, draw), *space(4.6)]


def checks(
    number: str, title: str, words: Sequence[tuple[str, bool]], *, is_sub: bool = True
) -> list[Strip]:
    """A side head and boxes to tick, in one row."""
    style = RUNNING if is_sub else RUNNING_STRONG

    def draw(ink: Ink, top: float, _is_last: bool) -> None:
        ink.text(LEFT, top + 4, number, style)
        ink.text(_SIDE_X, top + 4, title, style)
        x = _TEXT_X
        for word, is_marked in words:
            x = ink.check(x, top + 4, word, is_marked) + 3.8

    return [Strip(_LEADING, draw), *space(3.4)]


def signatures(
    signers: Sequence[tuple[str, str]], across: int = 2, room: float = 20
) -> list[Strip]:
    """Room to sign, two or three in a row, with `room` mm above the first; each (name, role)."""
    rows = -(-len(signers) // across)

    def draw(ink: Ink, top: float, _is_last: bool) -> None:
        draw_signatures(ink, top + room, signers, across)

    return [Strip(room + SIGNATURE_ROW * (rows - 1) + 12, draw)]
