"""Letters folded for searching: small and without accents, many texts at once."""

import re
import unicodedata
from collections.abc import Iterable, Sequence

_MARKS = re.compile("[\u0300-\u036f]")
_SIGNS = re.compile(r"[\W_ºª]+")


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


def ranked(words: str, hays: Sequence[str]) -> list[int]:
    """The places whose folded text has all the words, first the ones that begin as is typed.

    When none has them, the ones that begin so without spaces nor signs: `3B` finds `3.º B`.
    """
    typed = folded([words])[0].strip()
    found = matching(words, hays, range(len(hays)))
    if found or not (tight := _SIGNS.sub("", typed)):
        return sorted(found, key=lambda i: not hays[i].startswith(typed))
    return [i for i, hay in enumerate(hays) if _SIGNS.sub("", hay).startswith(tight)]
