"""Recorded sessions in the rows of the carnet: a long one takes more rows, as it would by hand."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import zip_longest

from app.formatos.carnet_planos import Base
from app.formatos.fitting import FLOOR, fit, leading, wrap
from app.formatos.fonts import REGULAR, clean
from app.formatos.layout import Slot, Style, measure

Cell = tuple[float, tuple[str, ...]]
"""The size of a column in points and the lines of one cell."""
Row = tuple[Cell, Cell, Cell]
"""Fecha, tema and observaciones of one printed row; the signature is for the pen."""

_FULL = 10.0
_LABELS = ("Fecha", "Tema", "Observaciones")
_PAD = 2.0


def rows_of(base: Base, sesiones: Sequence[tuple[str, str, str]]) -> tuple[Row, ...]:
    """The printed rows of the sessions; one size for each column (PAPER 8)."""
    cleaned = [tuple(map(clean, sesion)) for sesion in sesiones]
    sizes = [_size(base, i, [sesion[i] for sesion in cleaned]) for i in range(3)]
    rows: list[Row] = []
    for sesion in cleaned:
        columns = [_cells(base, i, text, sizes[i]) for i, text in enumerate(sesion)]
        for row in zip_longest(*columns):
            a, b, c = (cell or (_FULL, ()) for cell in row)
            rows.append((a, b, c))
    return tuple(rows)


def _room(base: Base, column: int) -> float:
    return base.session_columns[column] - (_PAD if column == 0 else 2 * _PAD)


def _size(base: Base, column: int, texts: Sequence[str]) -> float:
    room = _room(base, column)
    return _FULL if all(measure(t, Style(REGULAR, _FULL)) <= room for t in texts) else FLOOR


def _cells(base: Base, column: int, text: str, size: float) -> list[Cell]:
    """The cells that a text takes, one under the other: a line each, two where they are small."""
    room = _room(base, column)
    if size == _FULL:
        return [(size, (text,) if text else ())]
    lines = wrap(text, room, size) if text else []
    if len(lines) == 2 and (balanced := fit(text, room, size, 2)):
        lines = list(balanced.lines)
    return [(size, tuple(lines[i : i + 2])) for i in range(0, max(len(lines), 1), 2)]


def cells(base: Base, top: float, rows: Sequence[Row]) -> list[tuple[Slot, str]]:
    """The lines of the rows, each in its place in a table that begins at `top`."""
    placed: list[tuple[Slot, str]] = []
    for number, row in enumerate(rows):
        bottom = top + base.head + (number + 1) * base.row
        for column, (size, lines) in enumerate(row):
            for i, line in enumerate(lines):
                placed.append(
                    (_slot(base, bottom, column, size, len(lines) - 1 - i, len(lines)), line)
                )
    return placed


@lru_cache(maxsize=2048)
def _slot(base: Base, bottom: float, column: int, size: float, below: int, count: int) -> Slot:
    """The place of a line with so many below it; the lines of a cell are centred in its height."""
    x = base.left + sum(base.session_columns[:column]) + (_PAD if column else 0)
    step = leading(size)
    capital = 0.66 * size * 25.4 / 72
    rise = (base.row - capital - step * (count - 1)) / 2 + step * below
    return Slot(_LABELS[column], x, bottom, _room(base, column) + 1, Style(REGULAR, size), 1, rise)
