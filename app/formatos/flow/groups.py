"""Tables whose rows go by groups: the first column says the group once, at its first row."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.formatos.fitting import leading, wrap
from app.formatos.flow.strips import LEFT, Strip, space
from app.formatos.flow.table import Column
from app.formatos.fonts import MM, REGULAR, SEMIBOLD, clean
from app.formatos.layout import CAPITALS, FRAME, HAIR, Ink, Style

_CAPITAL = 0.66
"""The height of a capital in sizes of its letter."""
_GROUP, _CELL = Style(SEMIBOLD, 10), Style(REGULAR, 10)
_GUTTER = 3.0
_PAD = 4.0
_KEPT_TO = 30.0
"""A group not taller than this stays on one page, in mm."""


@dataclass(frozen=True)
class Look:
    """The letters of a grouped table and its measures: the least row in mm, the rules in points."""

    group: Style = _GROUP
    cell: Style = _CELL
    head: Style = CAPITALS
    row: float = 8.0
    head_row: float = 6.5
    frame: float = FRAME


@dataclass(frozen=True)
class _Row:
    """A row ready to draw: the lines of its cells, its height, and whether it ends its group."""

    cells: Sequence[Sequence[str]]
    high: float
    is_end: bool


def grouped(
    columns: Sequence[Column], groups: Sequence[tuple[str, Sequence[Sequence[str]]]],
    look: Look = Look(), least: int = 0,
) -> list[Strip]:  # fmt: skip
    """Groups of rows under their columns, of at least so many rows; the head comes back.

    Each group is its name and the cells of its rows, which begin at the second column. A group
    that goes on over the page says its name again.
    """
    head = _head(columns, look)
    count = sum(len(rows) for _, rows in groups)
    empty = ("", [("",) * (len(columns) - 1)])
    every = [*groups, *[empty] * (least - count)]
    strips = [head]
    for i, (name, rows) in enumerate(every):
        strips += _group(columns, name, rows, look, head, i == len(every) - 1)
    return [*strips, *space(4.6)]


def _starts(columns: Sequence[Column]) -> list[float]:
    starts = [LEFT]
    for column in columns:
        starts.append(starts[-1] + column.width)
    return starts


def _head(columns: Sequence[Column], look: Look) -> Strip:
    starts = _starts(columns)
    step = leading(look.head.size) if look.head.size >= 9 else 3.2
    high = look.head_row + step * (max(len(column.head) for column in columns) - 1)

    def draw(ink: Ink, top: float, _is_last: bool) -> None:
        ink.rule(LEFT, top, starts[-1], look.frame)
        ink.rule(LEFT, top + high, starts[-1])
        low = top + high - (look.head_row - _tall(look.head)) / 2
        for start, column in zip(starts, columns, strict=False):
            for up, words in enumerate(reversed(column.head)):
                ink.text(start, low - step * up, words, look.head)

    return Strip(high, draw, keeps=True)


def _group(
    columns: Sequence[Column], name: str, rows: Sequence[Sequence[str]], look: Look, head: Strip,
    is_last: bool,
) -> list[Strip]:  # fmt: skip
    starts = _starts(columns)
    named = _even(name, columns[0].width - _GUTTER, look.group)
    need = _block(look.group, len(named)) + _PAD
    made = [_row(columns[1:], row, look, i == len(rows) - 1) for i, row in enumerate(rows)]
    if len(made) == 1:
        made = [_Row(made[0].cells, max(made[0].high, need), True)]
    total = sum(row.high for row in made)
    strips: list[Strip] = []
    above = 0.0
    for i, row in enumerate(made):
        above += row.high
        left_over = total - above
        at = _first_line(row, named, look, len(made) == 1)
        label = _label(named, look, at)
        keeps = i < len(made) - 1 and (total <= _KEPT_TO or above < need or left_over < need)
        closing = FRAME if is_last or name else HAIR
        draw = _drawn(starts, row, look, label if i == 0 else None, closing)
        strips.append(
            Strip(row.high, draw, keeps=keeps, head=head if i == 0 else _again(head, label))
        )
    return strips


def _row(columns: Sequence[Column], row: Sequence[str], look: Look, is_end: bool) -> _Row:
    cells = [
        _even(text, column.width - (_GUTTER if i < len(columns) - 1 else 0), look.cell)
        for i, (text, column) in enumerate(zip(row, columns, strict=True))
    ]
    tall = _block(look.cell, max(map(len, cells), default=1))
    return _Row(cells, max(look.row, tall + _PAD), is_end)


def _even(text: str, room: float, style: Style) -> Sequence[str]:
    """The lines of a text; when they are two, of even length and no word cut for that."""
    shown = clean(text)
    lines = wrap(shown, room, style.size, style.weight)
    for share in range(95, 45, -5):
        narrower = wrap(shown, room * share / 100, style.size, style.weight)
        if len(lines) != 2 or len(narrower) != 2 or " ".join(narrower) != shown:
            break
        lines = narrower
    return lines


def _tall(style: Style) -> float:
    return style.size * _CAPITAL / MM


def _block(style: Style, lines: int) -> float:
    """From the top of the first line to the bottom of the last, in mm."""
    return _tall(style) + leading(style.size) * (max(lines, 1) - 1)


def _first_line(row: _Row, named: Sequence[str], look: Look, is_alone: bool) -> float:
    """How far under the top of its row the name of a group stands."""
    lines = len(named) if is_alone else 1
    return (row.high - _block(look.group, lines)) / 2 + _tall(look.group)


Label = Callable[[Ink, float], None]


def _label(named: Sequence[str], look: Look, at: float) -> Label:
    def draw(ink: Ink, top: float) -> None:
        for n, line in enumerate(named):
            ink.text(LEFT, top + at + leading(look.group.size) * n, line, look.group)

    return draw


def _again(head: Strip, label: Label) -> Strip:
    """The head of a table over a group that began on the page before."""

    def draw(ink: Ink, top: float, is_last: bool) -> None:
        head.draw(ink, top, is_last)
        label(ink, top + head.height)

    return Strip(head.height, draw, keeps=True)


def _drawn(starts: Sequence[float], row: _Row, look: Look, label: Label | None, closing: float):
    def draw(ink: Ink, top: float, is_last_on_page: bool) -> None:
        closes = row.is_end or is_last_on_page
        points = FRAME if is_last_on_page else closing if row.is_end else HAIR
        ink.rule(starts[0] if closes else starts[1], top + row.high, starts[-1], points)
        if label:
            label(ink, top)
        for start, lines in zip(starts[1:], row.cells, strict=False):
            base = top + (row.high - _block(look.cell, len(lines))) / 2 + _tall(look.cell)
            for n, line in enumerate(lines):
                ink.text(start, base + leading(look.cell.size) * n, line, look.cell)

    return draw
