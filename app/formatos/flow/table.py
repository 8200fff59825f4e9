"""Tables from margin to margin, with open sides; their head comes back on the next page."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from app.formatos.fitting import fit, wrap
from app.formatos.flow.strips import LEFT, Strip, space
from app.formatos.fonts import REGULAR, clean
from app.formatos.layout import CAPITALS, FRAME, HAIR, Ink, Style

_WRITING = 8.0
_CELL = Style(REGULAR, 10)
_CELL_LEADING, _CELL_CAPITAL = 4.1, 2.33
_LINES_OF_A_STRIP = 14


@dataclass(frozen=True)
class Column:
    """A column of a table: the lines of its head and its width in mm."""

    head: tuple[str, ...]
    width: float


def table(
    columns: Sequence[Column], rows: Sequence[Sequence[str]], least: int = 0, *,
    left: float = LEFT, row: float = _WRITING,
) -> list[Strip]:  # fmt: skip
    """A table from the margin, of at least so many rows, each `row` mm high or more.

    Its head comes back on the next page.
    """
    starts = _starts(columns, left)
    head = _table_head(columns, starts)
    filled = [tuple(cells) for cells in rows]
    filled += [("",) * len(columns)] * (least - len(filled))
    strips = [head]
    for number, cells in enumerate(filled):
        strips += _table_row(columns, starts, cells, head, row, number == len(filled) - 1)
    return [*strips, *space(4.6)]


def _starts(columns: Sequence[Column], left: float) -> list[float]:
    starts = [left]
    for column in columns:
        starts.append(starts[-1] + column.width)
    return starts


def _table_head(columns: Sequence[Column], starts: Sequence[float]) -> Strip:
    high = 6.5 + 3.2 * (max(len(column.head) for column in columns) - 1)

    def draw(ink: Ink, top: float, _is_last: bool) -> None:
        ink.rule(starts[0], top, starts[-1], FRAME)
        ink.rule(starts[0], top + high, starts[-1])
        for i, column in enumerate(columns):
            if i:
                ink.upright(starts[i], top, top + high)
            for up, words in enumerate(reversed(column.head)):
                ink.text(starts[i] + (2 if i else 0), top + high - 1.9 - 3.2 * up, words, CAPITALS)

    return Strip(high, draw, keeps=True)


def _table_row(
    columns: Sequence[Column], starts: Sequence[float], row: Sequence[str], head: Strip,
    least: float, is_end: bool,
) -> Iterator[Strip]:  # fmt: skip
    """One row, its cells centred in its height; one of very many lines takes several strips."""
    cells = [
        _cell(clean(text), column.width - (4 if i else 2))
        for i, (text, column) in enumerate(zip(row, columns, strict=True))
    ]
    most = max(map(len, cells))
    for first in range(0, max(most, 1), _LINES_OF_A_STRIP):
        part = [cell[first : first + _LINES_OF_A_STRIP] for cell in cells]
        count = max(map(len, part))
        high = max(least, _CELL_CAPITAL + _CELL_LEADING * (count - 1) + 2.57)
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
            ink.rule(starts[0], top + high, starts[-1], FRAME if is_end or is_last else HAIR)
        for i, lines in enumerate(cells):
            if i:
                ink.upright(starts[i], top, top + high)
            tall = _CELL_CAPITAL + _CELL_LEADING * (len(lines) - 1)
            base = top + (high - tall) / 2 + _CELL_CAPITAL
            for n, line in enumerate(lines):
                ink.text(starts[i] + (2 if i else 0), base + _CELL_LEADING * n, line, _CELL)

    return draw
