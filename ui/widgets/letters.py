"""Letters folded for searching: small and without accents, many texts at once."""

import re
import unicodedata
from collections.abc import Iterable, Sequence

_MARKS = re.compile("[\u0300-\u036f]")


def folded(texts: Iterable[str]) -> list[str]:
    """Each text in small letters and without accents; a line break inside becomes a space."""
    lines = [text.replace("\n", " ") for text in texts]
    if not lines:
        return []
    return unmarked("\n".join(lines).casefold()).split("\n")


def unmarked(text: str) -> str:
    """The text without accents, dieresis nor tildes."""
    return _MARKS.sub("", unicodedata.normalize("NFD", text))


def matching(words: str, hays: Sequence[str], order: Iterable[int]) -> list[int]:
    """The places, in the given order, whose folded text has all the words."""
    found = list(order)
    for word in folded([words])[0].split():
        found = [i for i in found if word in hays[i]]
    return found
