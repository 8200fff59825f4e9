"""Search without accents and Spanish order over many rows at once, fast enough to type."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from typing import Any

_MARKS = re.compile("[\u0300-\u036f]")
_ENYE = "n\U0010ffff"


def searchable(texts: Iterable[str]) -> list[str]:
    """What to search in: each text in small letters and without accents, as `text.plain` does."""
    joined = _joined(texts)
    if joined is None:
        return []
    return _MARKS.sub("", unicodedata.normalize("NFD", joined.casefold())).split("\n")


def order_keys(texts: Iterable[str]) -> list[str]:
    """A key for each text that sorts as Spanish does, the same as `text.order_key`."""
    joined = _joined(texts)
    if joined is None:
        return []
    small = unicodedata.normalize("NFC", joined.casefold()).replace("ñ", _ENYE)
    return _MARKS.sub("", unicodedata.normalize("NFD", small)).split("\n")


def _joined(texts: Iterable[str]) -> str | None:
    lines = [text.replace("\n", " ") for text in texts]
    return "\n".join(lines) if lines else None


def matching(words: str, hays: Sequence[str], order: Sequence[int]) -> list[int]:
    """The rows, in the given order, whose text has all the words; all of them without words."""
    found = list(order)
    for word in searchable([words])[0].split():
        found = [i for i in found if word in hays[i]]
    return found


def kept(order: Sequence[int], rows: Sequence[Any], keep: Callable[[Any], bool]) -> list[int]:
    """The rows that a condition accepts, in the given order."""
    return [i for i in order if keep(rows[i])]


def sorted_order(keys: Sequence[Any], *, descending: bool = False) -> list[int]:
    """The rows in the order of their keys; those without key (None) go last either way."""
    known = [i for i in range(len(keys)) if keys[i] is not None]
    known.sort(key=keys.__getitem__, reverse=descending)
    return known + [i for i in range(len(keys)) if keys[i] is None]
