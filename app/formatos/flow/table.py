"""Tables with open sides, from margin to margin; their head comes back on the next page."""

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
    """A column of a table: the lines of its head and its width in mm.

    A gap is white between two tables that share their rows.
    """

    head: tuple[str, ...]
    width: float
    is_gap: bool = False


@dataclass(frozen=True)
class _Place:
    """Where a column stands: its left edge, its right edge, whether its text begins on the edge."""

    x: float
    to_x: float
    is_first: bool
    is_gap: bool

    @property
    def text_x(self) -> float:
        return self.x + (0 if self.is_first else 2)


def table(
    columns: Sequence[Column], rows: Sequence[Sequence[str]], least: int = 0, *,
    left: float = LEFT, row: float = _WRITING,
) -> list[Strip]:  # fmt: skip
    """A table from the margin on, of at least so many rows, none lower than `row` mm.

    Its head comes back on the next page.
    """
    head = _table_head(columns, left)
    filled = [tuple(row) for row in rows]
    filled += [("",) * len(columns)] * (least - len(filled))
    strips = [head]
    places = _places(columns, left)
    for number, cells in enumerate(filled):
        strips += _table_row(places, cells, head, number == len(filled) - 1, row)
    return [*strips, *space(4.6)]


def _places(columns: Sequence[Column], left: float) -> list[_Place]:
    places: list[_Place] = []
    x, is_first = left, True
    for column in columns:
        places.append(_Place(x, x + column.width, is_first, column.is_gap))
        x, is_first = x + column.width, column.is_gap
    return places


def _ruled(ink: Ink, places: Sequence[_Place], y: float, points: float = HAIR) -> None:
    """A level rule under the columns, broken at the gaps."""
    start = places[0].x
    for place in places:
        if place.is_gap:
            ink.rule(start, y, place.x, points)
            start = place.to_x
    ink.rule(start, y, places[-1].to_x, points)


def _parted(ink: Ink, places: Sequence[_Place], top: float, low: float) -> None:
    """The upright rules between columns."""
    for place in places:
        if not place.is_first and not place.is_gap:
            ink.upright(place.x, top, low)


def _table_head(columns: Sequence[Column], left: float) -> Strip:
    places = _places(columns, left)
    high = 6.5 + 3.2 * (max(len(column.head) for column in columns) - 1)

    def draw(ink: Ink, top: float, _is_last: bool) -> None:
        _ruled(ink, places, top, FRAME)
        _ruled(ink, places, top + high)
        _parted(ink, places, top, top + high)
        for place, column in zip(places, columns, strict=True):
            for up, words in enumerate(reversed(column.head)):
                ink.text(place.text_x, top + high - 1.9 - 3.2 * up, words, CAPITALS)

    return Strip(high, draw, keeps=True)


def _table_row(
    places: Sequence[_Place], row: Sequence[str], head: Strip, is_end: bool, least: float
) -> Iterator[Strip]:
    """One row, its cells centred in its height; one of very many lines takes several strips."""
    cells = [
        _cell(clean(text), place.to_x - place.text_x - 2)
        for text, place in zip(row, places, strict=True)
    ]
    most = max(map(len, cells))
    for first in range(0, max(most, 1), _LINES_OF_A_STRIP):
        part = [cell[first : first + _LINES_OF_A_STRIP] for cell in cells]
        count = max(map(len, part))
        high = max(least, _CELL_CAPITAL + _CELL_LEADING * (count - 1) + 2.57)
        is_whole = first + _LINES_OF_A_STRIP >= most
        draw = _cells_drawn(places, part, high, is_end and is_whole, is_whole)
        yield Strip(high, draw, head=head)


def _cell(text: str, room: float) -> Sequence[str]:
    """The lines of a cell; when they are two, of even length."""
    lines = wrap(text, room, _CELL.size)
    even = fit(text, room, _CELL.size, 2) if len(lines) == 2 else None
    return even.lines if even else lines


def _cells_drawn(
    places: Sequence[_Place],
    cells: Sequence[Sequence[str]],
    high: float,
    is_end: bool,
    has_rule: bool,
) -> Callable[[Ink, float, bool], None]:
    def draw(ink: Ink, top: float, is_last: bool) -> None:
        if has_rule or is_last:
            _ruled(ink, places, top + high, FRAME if is_end or is_last else HAIR)
        _parted(ink, places, top, top + high)
        for place, lines in zip(places, cells, strict=True):
            tall = _CELL_CAPITAL + _CELL_LEADING * (len(lines) - 1)
            base = top + (high - tall) / 2 + _CELL_CAPITAL
            for n, line in enumerate(lines):
                ink.text(place.text_x, base + _CELL_LEADING * n, line, _CELL)

    return draw
