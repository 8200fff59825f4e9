"""What a list is once it was read: sheets of rows of typed cells."""

from datetime import date, time
from typing import NamedTuple

Cell = str | int | float | bool | date | time
Row = list[Cell]

CALAMINE_KINDS = ("xlsx", "xls", "ods")
ZIPPED_KINDS = ("xlsx", "ods")


class Sheet(NamedTuple):
    """One sheet; `rows[0]` is the row that the spreadsheet numbers 1, empty cells are ""."""

    name: str
    rows: list[Row]


class Book(NamedTuple):
    """A list as it was read: its sheets in order and what the file really was.

    `kind` is xlsx, xls, ods, html or csv; `encoding` and `separator` only of csv.
    """

    sheets: list[Sheet]
    kind: str = "csv"
    encoding: str = ""
    separator: str = ""
    name: str = ""


def trimmed(rows: list[Row]) -> list[Row]:
    """The rows without the empty ones at the end; the list itself is shortened."""
    while rows and not any(cell != "" for cell in rows[-1]):
        rows.pop()
    return rows
