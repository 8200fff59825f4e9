"""How the cells of a list of calificaciones are understood: value, mark, parcial, intento.

The functions `read_…` raise ValueError(Spanish reason) for what they do not know (PEERS 5.1).
"""

import re
from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

from app.domain.asignatura import FINAL
from app.text import nfc, plain

Escala = Literal[10, 100]
"""What a perfect calificación is in a column."""

_MARKS = {
    "na": "NA",
    "no acreditada": "NA",
    "no acreditado": "NA",
    "no acredito": "NA",
    "no aprobado": "NA",
    "no aprobada": "NA",
    "np": "NP",
    "no presento": "NP",
    "no se presento": "NP",
    "ac": "AC",
    "acreditada": "AC",
    "acreditado": "AC",
    "acredito": "AC",
}
_NOTHING = frozenset({"", "sc", "sd", "sn", "sin calificacion", "sin dato", "sin datos", "null"})
_NUMBER = re.compile(r"([0-9]{1,3}(?:[.,][0-9]+)?)(?:\s*/\s*(100|10))?")
_PARCIALES = {
    "1": 1,
    "i": 1,
    "primer": 1,
    "primero": 1,
    "2": 2,
    "ii": 2,
    "segundo": 2,
    "3": 3,
    "iii": 3,
    "tercer": 3,
    "tercero": 3,
    "4": FINAL,
}
_FINALS = frozenset({"final", "cf", "pf", "promedio", "prom", "definitiva", "semestral"})
_NOISE = frozenset(
    {"parcial", "parc", "par", "p", "calificacion", "calif", "cal", "evaluacion", "ev", "corte"}
    | {"de", "er", "ro", "do", "o", "ero", "momento", "u", "unidad"}
)
_INTENTOS = {
    "ordinario": ("n", "o", "ord", "normal", "ordinario", "ordinaria", "regular", "primera vez"),
    "intersemestral": (
        "ci",
        "inter",
        "intersemestral",
        "curso intersemestral",
        "recursamiento intersemestral",
    ),
    "recursamiento": (
        "rs",
        "recursa",
        "recursador",
        "recursadora",
        "recursamiento",
        "recursamiento semestral",
        "recurse",
        "recursando",
        "repite",
        "repetidor",
        "repetidora",
    ),
    "extraordinario": (
        "ext",
        "extra",
        "extraordinario",
        "extraordinaria",
        "examen extraordinario",
        "evaluacion extraordinaria",
    ),
}
_INTENTO_OF = {word: intento for intento, words in _INTENTOS.items() for word in words}


def escala_of(cells: Iterable[str]) -> Escala:
    """Whether a column of calificaciones goes up to 10 or up to 100.

    It is 0–100 when more of its numbers pass 10 than not (0 says nothing): a single 85 typed
    for 8.5 must not divide a whole column by ten.
    """
    values = [Decimal(found[1].replace(",", ".")) for c in cells if (found := _number(c))]
    over = sum(value > 10 for value in values)
    return 100 if over > sum(0 < value <= 10 for value in values) else 10


def read_calificacion(cell: str, escala: Escala = 10) -> tuple[int | None, str]:
    """The value in tenths and the mark of a cell: (85, ""), (None, "NP"), (None, "") for nothing.

    More decimals are rounded half up to the tenth; 0 is a value. Raises ValueError(Spanish reason).
    """
    typed = nfc(cell).strip(" '*")
    if typed.startswith("#"):
        raise ValueError(f"la celda trae un error de la hoja de cálculo ({typed})")
    if found := _number(typed):
        return _tenths(typed, Decimal(found[1].replace(",", ".")), int(found[2] or escala)), ""
    word = _word(typed)
    if word in _NOTHING or not word.strip("- _"):
        return None, ""
    if word in _MARKS:
        return None, _MARKS[word]
    raise ValueError(f"«{typed}» no es una calificación")


def read_parcial(cell: str) -> tuple[int, str]:
    """The parcial that a word names and the intento, if it names one too.

    1, P1, 1er parcial, Primer parcial; Final, Calificación final; EXT is (4, "extraordinario").
    """
    word = _word(re.sub(r"\.0+$", "", nfc(cell)))
    if word in _INTENTO_OF and word not in _PARCIALES and len(word) > 1:
        return FINAL, _INTENTO_OF[word]
    tokens = re.findall(r"[a-z]+|[0-9]+", word)
    said = [token for token in tokens if token not in _NOISE]
    if any(token in _FINALS for token in said) and len(said) <= 2:
        return FINAL, ""
    if len(said) == 1 and said[0] in _PARCIALES:
        return _PARCIALES[said[0]], ""
    raise ValueError(f"«{nfc(cell)}» no es un parcial")


def read_intento(cell: str) -> str:
    """The intento of a word as a key of `INTENTOS`: Normal, CI, RS, Recursador, EXT."""
    word = _word(cell)
    if word not in _INTENTO_OF:
        raise ValueError(f"«{nfc(cell)}» no es una forma de acreditar")
    return _INTENTO_OF[word]


def read_faltas(cell: str) -> int | None:
    """The number of faltas of a cell; None when it is empty or a dash."""
    typed = re.sub(r"[.,]0+$", "", nfc(cell).strip(" '"))
    if not typed.strip("- "):
        return None
    if not re.fullmatch(r"[0-9]{1,3}", typed):
        raise ValueError(f"«{typed}» no es un número de faltas")
    return int(typed)


def faltas_of_asistencias(asistencias: int, clases: int) -> int:
    """Faltas where a list counts the classes attended instead (DOMAIN D.2)."""
    return max(clases - asistencias, 0)


def _number(cell: str) -> re.Match[str] | None:
    return _NUMBER.fullmatch(nfc(cell).strip(" '*"))


def _tenths(typed: str, value: Decimal, escala: int) -> int:
    if value > escala:
        raise ValueError(f"{typed} pasa de {escala}")
    return int((value * 100 / escala).quantize(Decimal(1), ROUND_HALF_UP))


def _word(cell: str) -> str:
    """A word without accents, dots or slashes: N.P. and N/P are np."""
    return re.sub(r"\s+", " ", re.sub(r"[./°º]", "", plain(nfc(cell)))).strip()
