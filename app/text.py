"""Letters: composition, search without accents, Spanish order, ordinals and dates in words."""

import re
import unicodedata
from datetime import date
from functools import lru_cache

DIAS = ("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo")
MESES = (
    "enero", "febrero", "marzo", "abril", "mayo", "junio",
    "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre",
)  # fmt: skip

_SPACES = re.compile(r"[^\S\n]+")
_ENYE = "n\U0010ffff"


def nfc(text: str) -> str:
    """Composed letters, single spaces, no control characters, no space at the ends."""
    if text.isprintable() and "  " not in text and unicodedata.is_normalized("NFC", text):
        return text.strip()  # nearly every text, and lists bring tens of thousands
    composed = unicodedata.normalize("NFC", text)
    clean = "".join(c for c in composed if c in "\n\t" or unicodedata.category(c) not in _UNSEEN)
    return _SPACES.sub(" ", clean).strip()


_UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn"}


@lru_cache(maxsize=65536)
def plain(text: str) -> str:
    """The text for searching: small letters, no accents, ñ as n."""
    folded = unicodedata.normalize("NFD", text.casefold())
    return "".join(c for c in folded if not unicodedata.combining(c))


@lru_cache(maxsize=65536)
def order_key(text: str) -> str:
    """A key that sorts as Spanish does: accents and case ignored, Ñ after N."""
    small = unicodedata.normalize("NFC", text.casefold()).replace("ñ", _ENYE)
    folded = unicodedata.normalize("NFD", small)
    return "".join(c for c in folded if not unicodedata.combining(c))


def compare(a: str, b: str) -> int:
    """The collation `es` of the store: -1, 0 or 1."""
    ka, kb = order_key(a), order_key(b)
    return (ka > kb) - (ka < kb) or (a > b) - (a < b)


def matches(words: str, *texts: str) -> bool:
    """Whether each of the words begins or lies inside one of the texts, ignoring accents."""
    hay = plain(" ".join(texts))
    return all(word in hay for word in plain(words).split())


def ordinal(number: int) -> str:
    """1.º, 2.º, 3.º … as semestres are written."""
    return f"{number}.º"


def long_date(day: date) -> str:
    """Viernes 20 de noviembre de 2026, in small letters."""
    return f"{DIAS[day.weekday()]} {day.day} de {MESES[day.month - 1]} de {day.year}"


def short_date(day: date) -> str:
    """20 nov, for narrow places."""
    return f"{day.day} {MESES[day.month - 1][:3]}"


def counted(number: int, one: str, many: str) -> str:
    """The number with its noun: 1 alumno, 1,240 alumnos."""
    return f"{number:,} {one if number == 1 else many}"


def lowered(words: str) -> str:
    """The words after others in a sentence: the first letter small, unless it is of an acronym."""
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]


def joined(items: list[str]) -> str:
    """Words joined as in speech: a, b y c."""
    if len(items) < 2:
        return "".join(items)
    last = items[-1]
    word = "e" if plain(last).startswith(("i", "hi")) and not plain(last).startswith("hie") else "y"
    return f"{', '.join(items[:-1])} {word} {last}"
