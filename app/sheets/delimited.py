"""Lists as plain text: which separator they use, and their cells."""

import csv
import io
from collections import Counter
from collections.abc import Iterator
from itertools import groupby, islice

from app.sheets.book import Row, trimmed
from app.sheets.limits import MAX_CELLS, MAX_COLUMNS, MAX_LETTERS, MAX_ROWS, refuse

SEPARATORS = {",": "coma", ";": "punto y coma", "\t": "tabulador", "|": "barra"}
_LOOKED_AT = 400
_LINES_IN_A_CELL = 25
_LIVE = ("=", "+", "-", "@", "\t", "\r", "\0")


def rows_of_text(text: str, name: str, separator: str = "") -> tuple[list[Row], str]:
    """The rows of a text and the separator they were split with; SheetRejected when too big."""
    text = text.rstrip("\x1a\0\r\n ")
    first, _, rest = text.partition("\n")
    told = first.strip("\r\"' \ufeff").lower()
    if told.startswith("sep=") and len(told) <= 5:
        separator = separator or (told[4:] if told[4:] in SEPARATORS else "\t")
        text = rest
    separator = separator or _separator_of(text)
    rows = _split(text, name, separator)
    if any(_runs_on(row) for row in rows):
        rows = _split(text, name, separator, quotes=False)
    if any(len(cell) > MAX_LETTERS for row in rows for cell in row):
        refuse(name, "celda")
    return trimmed([[_told(cell) for cell in row] for row in rows]), separator


def _reader(text: str, separator: str, *, quotes: bool = True) -> Iterator[list[str]]:
    csv.field_size_limit(1 << 30)
    lines = io.StringIO(text, newline="")
    if not quotes:
        return csv.reader(lines, delimiter=separator, quoting=csv.QUOTE_NONE)
    return csv.reader(lines, delimiter=separator)


def _split(text: str, name: str, separator: str, *, quotes: bool = True) -> list[list[str]]:
    rows: list[list[str]] = []
    cells = 0
    for row in _reader(text, separator, quotes=quotes):
        while row and not row[-1].strip():
            row.pop()
        cells += len(row)
        if len(row) > MAX_COLUMNS or cells > MAX_CELLS:
            refuse(name, "grande")
        rows.append(row)
        if len(rows) > MAX_ROWS and row:
            refuse(name, "grande")
    return rows


def _runs_on(row: list[str]) -> bool:
    """A quote that nobody closed swallows the rest of the file into one cell."""
    return any(len(cell) > 200 and cell.count("\n") > _LINES_IN_A_CELL for cell in row)


def _separator_of(text: str) -> str:
    """The separator that gives most rows the same number of columns; the comma when none does."""
    return max(SEPARATORS, key=lambda separator: _evenness(text, separator))


def _evenness(text: str, separator: str) -> tuple[int, int, int]:
    """How many rows have one width, weighted by it; then how many of them follow each other."""
    widths = [len(row) for row in islice(_reader(text, separator), _LOOKED_AT)]
    counted = Counter(width for width in widths if width > 1)
    if not counted:
        return 0, 0, 0
    score, width = max((rows * min(width - 1, 3), width) for width, rows in counted.items())
    together = max(len(list(run)) for one, run in groupby(widths) if one == width)
    return score, together, width


def _told(cell: str) -> str:
    """The cell without what spreadsheets put around it so that it stays text."""
    cell = cell.strip(" \xa0")
    if cell[:2] == '="' and cell[-1:] == '"':
        return cell[2:-1]
    return cell[1:] if cell[:1] == "'" and cell[1:2] in _LIVE and len(cell) > 1 else cell
