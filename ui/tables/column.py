"""The columns of a table, declared as data."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ui.tables.cells import TEXT, Cell


@dataclass(frozen=True)
class Column:
    """One column: what it shows, how it sorts, how it is painted.

    `show` gives the text that is read, copied, searched and told by screen readers. `sort` gives
    the key (None goes last); without it the Spanish order of the text is used. `width` is in
    units; the `stretch` column takes the spare width. When there is no room the columns with
    `drop` hide, the highest number first.
    """

    key: str
    title: str
    show: Callable[[Any], str]
    sort: Callable[[Any], Any] | None = None
    width: float = 24
    align: str = "left"
    cell: Cell = TEXT
    stretch: bool = False
    search: bool = True
    hidden: bool = False
    drop: int = 0
    tooltip: Callable[[Any], str] | None = None
    help: str = ""
