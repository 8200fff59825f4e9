"""What is chosen in a list: kept over a refresh, as runs of rows, and as a table to paste."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ui.tables.column import Column


@dataclass(frozen=True)
class Kept:
    """What outlives a reset of the model: chosen ids, the one with the keyboard, the scroll."""

    ids: list[Any]
    current: Any
    scroll: int


def runs(places: Sequence[int]) -> list[tuple[int, int]]:
    """Sorted places as runs that follow each other: 1 2 3 7 is (1, 3) and (7, 7)."""
    found: list[tuple[int, int]] = []
    for place in places:
        if found and place == found[-1][1] + 1:
            found[-1] = (found[-1][0], place)
        else:
            found.append((place, place))
    return found


def tsv(columns: Sequence[Column], rows: Sequence[Any]) -> str:
    """Rows with tabs, to paste in a spreadsheet; several rows come with their titles."""
    lines = ["\t".join(column.title for column in columns)] if len(rows) > 1 else []
    lines += ["\t".join(_flat(column.show(row)) for column in columns) for row in rows]
    return "\n".join(lines)


def _flat(words: str) -> str:
    return words.replace("\t", " ").replace("\n", " ")
