"""Forms of running length: strips that follow each other down the pages and never split a line.

A form gives its parts (sections, tables, signatures) as strips; `paginate` stacks them. Marks are
PAPER 5: side heads in 50 mm, text in 125 mm, tables with open sides whose head comes back.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from app.formatos.fitting import fit, wrap
from app.formatos.fonts import REGULAR, clean
from app.formatos.layout import (
    CAPITALS,
    FRAME,
    HAIR,
    LABEL,
    RUNNING,
    RUNNING_STRONG,
    VALUE,
    Ink,
    Slot,
    Style,
)
from app.formatos.membrete import SIGNATURE_ROW, draw_signatures

LEFT, RIGHT, BOTTOM = 18.0, 197.9, 256.0
FIRST_TOP, NEXT_TOP = 45.0, 31.0
"""Where the strips begin under the title of page 1 and under the slim heading of the others."""

_TEXT_X, _SIDE_X = 73.0, 26.0
_SIDE_WIDE = 45.0
_LEADING = 14.5 * 25.4 / 72
_WRITING = 8.0
_CELL = Style(REGULAR, 10)
_CELL_LEADING, _CELL_CAPITAL = 4.1, 2.33
_LINES_OF_A_STRIP = 14


@dataclass(frozen=True)
class Strip:
    """A piece of the form that stays whole.

    `draw(ink, top, is_last)`: `is_last` on its page. `keeps` does not let a page end after it,
    `vanishes` drops it at the top of a page, `head` is drawn again above it there.
    """

    height: float
    draw: Callable[[Ink, float, bool], None]
    keeps: bool = False
    vanishes: bool = False
    head: "Strip | None" = None


def paginate(
    strips: Sequence[Strip], first_top: float = FIRST_TOP, next_top: float = NEXT_TOP
) -> list[list[tuple[float, Strip]]]:
    """The strips of each page with their top; strips that keep to the next move with it."""
    pages: list[list[tuple[float, Strip]]] = [[]]
    y = first_top
    for group in _groups(strips):
        high = sum(strip.height for strip in group)
        if pages[-1] and y + high > BOTTOM:
            pages.append([])
            y = next_top
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


def _groups(strips: Sequence[Strip]) -> Iterator[list[Strip]]:
    """Runs of strips that must share a page; a run as tall as a page is let go."""
    group: list[Strip] = []
    for strip in strips:
        group.append(strip)
        if not strip.keeps or sum(s.height for s in group) > BOTTOM - FIRST_TOP - 40:
            yield group
            group = []
    if group:
        yield group


def draw_strips(ink: Ink, placed: Sequence[tuple[float, Strip]]) -> None:
    """The strips of one page."""
    for i, (top, strip) in enumerate(placed):
        strip.draw(ink, top, i == len(placed) - 1)


def space(high: float) -> list[Strip]:
    """White between parts; a page does not begin with it."""
    return [Strip(high, _nothing, vanishes=True)]


def _nothing(_ink: Ink, _top: float, _is_last: bool) -> None:
    return


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


def heading(number: str, title: str, *, is_sub: bool = False) -> list[Strip]:
    """A numbered head over a table; it stays with what follows."""
    style = RUNNING if is_sub else RUNNING_STRONG

    def draw(ink: Ink, top: float, _is_last: bool) -> None:
        ink.text(LEFT, top + 4, number, style)
        ink.text(_SIDE_X, top + 4, title, style)

    return [Strip(6.6, draw, keeps=True)]


def section(
    number: str, title: str, texts: Sequence[str], blank: int = 2, *, is_sub: bool = False,
    bullets: bool = False,
) -> list[Strip]:  # fmt: skip
    """A side head and its text; with no text, so many lines to write on."""
    style = RUNNING if is_sub else RUNNING_STRONG
    side = wrap(title, _SIDE_WIDE, style.size, style.weight)
    lines = _lines(texts, bullets)
    if not lines:
        return _written_by_hand(number, side, style, blank)
    rows = list(zip_longest(side, lines))
    strips: list[Strip] = []
    for i, (head, line) in enumerate(rows):
        is_early = i < max(len(side), 2) - 1 and i < len(rows) - 1
        is_next_to_last = len(rows) > 2 and i == len(rows) - 2
        draw = _row(number if i == 0 else "", head or "", style, line)
        strips.append(Strip(_LEADING, draw, keeps=is_early or is_next_to_last))
    return [*strips, *space(3.4)]


def _lines(texts: Sequence[str], bullets: bool) -> list[tuple[float, str, str]]:
    """Indent, bullet and words of each line of the paragraphs."""
    indent = 4.0 if bullets else 0.0
    lines: list[tuple[float, str, str]] = []
    paragraphs = [clean(part) for text in texts for part in text.split("\n")]
    for paragraph in filter(None, paragraphs):
        for i, line in enumerate(wrap(paragraph, RIGHT - _TEXT_X - indent, RUNNING.size)):
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


def _written_by_hand(number: str, side: Sequence[str], style: Style, blank: int) -> list[Strip]:
    def draw(ink: Ink, top: float, _is_last: bool) -> None:
        ink.text(LEFT, top + 6.4, number, style)
        for i, words in enumerate(side):
            ink.text(_SIDE_X, top + 6.4 + _LEADING * i, words, style)
        for i in range(blank):
            ink.rule(_TEXT_X, top + _WRITING * (i + 1), RIGHT)

    high = max(_WRITING * blank, 6.4 + _LEADING * (len(side) - 1))
    return [Strip(high, draw), *space(4.6)]


def checks(number: str, title: str, words: Sequence[tuple[str, bool]]) -> list[Strip]:
    """A side head and boxes to tick, in one row."""

    def draw(ink: Ink, top: float, _is_last: bool) -> None:
        ink.text(LEFT, top + 4, number, RUNNING)
        ink.text(_SIDE_X, top + 4, title, RUNNING)
        x = _TEXT_X
        for word, is_marked in words:
            x = ink.check(x, top + 4, word, is_marked) + 3.8

    return [Strip(_LEADING, draw), *space(3.4)]


@dataclass(frozen=True)
class Column:
    """A column of a table: the lines of its head and its width in mm."""

    head: tuple[str, ...]
    width: float


def table(columns: Sequence[Column], rows: Sequence[Sequence[str]], least: int = 0) -> list[Strip]:
    """A table from margin to margin, of at least so many rows; its head comes back."""
    head = _table_head(columns)
    filled = [tuple(row) for row in rows]
    filled += [("",) * len(columns)] * (least - len(filled))
    strips = [head]
    for number, row in enumerate(filled):
        strips += _table_row(columns, row, head, number == len(filled) - 1)
    return [*strips, *space(4.6)]


def _starts(columns: Sequence[Column]) -> list[float]:
    starts = [LEFT]
    for column in columns:
        starts.append(starts[-1] + column.width)
    return starts


def _table_head(columns: Sequence[Column]) -> Strip:
    starts = _starts(columns)
    high = 6.5 + 3.2 * (max(len(column.head) for column in columns) - 1)

    def draw(ink: Ink, top: float, _is_last: bool) -> None:
        ink.rule(LEFT, top, starts[-1], FRAME)
        ink.rule(LEFT, top + high, starts[-1])
        for i, column in enumerate(columns):
            if i:
                ink.upright(starts[i], top, top + high)
            for up, words in enumerate(reversed(column.head)):
                ink.text(starts[i] + (2 if i else 0), top + high - 1.9 - 3.2 * up, words, CAPITALS)

    return Strip(high, draw, keeps=True)


def _table_row(
    columns: Sequence[Column], row: Sequence[str], head: Strip, is_end: bool
) -> Iterator[Strip]:
    """One row, its cells centred in its height; one of very many lines takes several strips."""
    starts = _starts(columns)
    cells = [
        _cell(clean(text), column.width - (4 if i else 2))
        for i, (text, column) in enumerate(zip(row, columns, strict=True))
    ]
    most = max(map(len, cells))
    for first in range(0, max(most, 1), _LINES_OF_A_STRIP):
        part = [cell[first : first + _LINES_OF_A_STRIP] for cell in cells]
        count = max(map(len, part))
        high = max(_WRITING, _CELL_CAPITAL + _CELL_LEADING * (count - 1) + 2.57)
        is_whole = first + _LINES_OF_A_STRIP >= most
        draw = _cells_drawn(starts, part, high, is_end and is_whole, is_whole)
        yield Strip(high, draw, head=head)


def _cell(text: str, room: float) -> Sequence[str]:
    """The lines of a cell; when they are two, of even length."""
    lines = wrap(text, room, _CELL.size)
    even = fit(text, room, _CELL.size, 2) if len(lines) == 2 else None
    return even.lines if even else lines


def _cells_drawn(
    starts: Sequence[float],
    cells: Sequence[Sequence[str]],
    high: float,
    is_end: bool,
    has_rule: bool,
) -> Callable[[Ink, float, bool], None]:
    def draw(ink: Ink, top: float, is_last: bool) -> None:
        if has_rule or is_last:
            ink.rule(LEFT, top + high, starts[-1], FRAME if is_end or is_last else HAIR)
        for i, lines in enumerate(cells):
            if i:
                ink.upright(starts[i], top, top + high)
            tall = _CELL_CAPITAL + _CELL_LEADING * (len(lines) - 1)
            base = top + (high - tall) / 2 + _CELL_CAPITAL
            for n, line in enumerate(lines):
                ink.text(starts[i] + (2 if i else 0), base + _CELL_LEADING * n, line, _CELL)

    return draw


def signatures(signers: Sequence[tuple[str, str]], across: int = 2) -> list[Strip]:
    """Room to sign, two or three in a row; each (name, role)."""
    rows = -(-len(signers) // across)

    def draw(ink: Ink, top: float, _is_last: bool) -> None:
        draw_signatures(ink, top + 20, signers, across)

    return [Strip(20 + SIGNATURE_ROW * (rows - 1) + 12, draw)]
