"""Spanish order and conditions over many rows at once, fast enough to type."""

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from ui.widgets.letters import unmarked

_ENYE = "n\U0010ffff"


def order_keys(texts: Iterable[str]) -> list[str]:
    """A key for each text that sorts as Spanish does, the same as `text.order_key`."""
    lines = [text.replace("\n", " ") for text in texts]
    if not lines:
        return []
    small = unicodedata.normalize("NFC", "\n".join(lines).casefold()).replace("ñ", _ENYE)
    return unmarked(small).split("\n")


def kept(order: Sequence[int], rows: Sequence[Any], keep: Callable[[Any], bool]) -> list[int]:
    """The rows that a condition accepts, in the given order."""
    return [i for i in order if keep(rows[i])]


def sorted_order(keys: Sequence[Any], *, descending: bool = False) -> list[int]:
    """The rows in the order of their keys; those without key (None) go last either way."""
    known = [i for i in range(len(keys)) if keys[i] is not None]
    known.sort(key=keys.__getitem__, reverse=descending)
    return known + [i for i in range(len(keys)) if keys[i] is None]
