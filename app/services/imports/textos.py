"""Texts that two lists write in different ways and mean the same."""

import re

from app.domain.nombres import comparison_key
from app.text import plain

_ROMANS = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5", "vi": "6"}


def asignatura_key(name: str) -> str:
    """An asignatura for comparing: no accents nor signs, its number as a figure.

    «MATEMATICAS 2» and «Matemáticas II» are the same.
    """
    words: list[str] = re.findall(r"[a-z]+|[0-9]+", plain(name))
    return " ".join(_ROMANS.get(word, word) if i else word for i, word in enumerate(words))


def keeps_name(before: str, after: str) -> bool:
    """Whether a name of a list adds nothing to the one that is stored.

    Lists in capitals without accents do not spoil MUÑOZ stored as Muñoz; one that brings accents
    that were missing does change it.
    """
    if before == after:
        return True
    if plain(before) != plain(after):
        return False
    return _marks(after) <= _marks(before)


def _marks(text: str) -> int:
    return sum(1 for letter in text if ord(letter) > 127)


def same_person(one: str, other: str) -> bool:
    """Whether two full names share a word: a typed control that is somebody else's shares none."""
    return bool(set(comparison_key(one).split()) & set(comparison_key(other).split()))
