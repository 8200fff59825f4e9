"""How the words of a list about an alumno are understood: sexo, turno, semestre, grupo.

The functions `read_…` raise ValueError(Spanish reason) for a word they do not know; the reader of a
list decides what to do with an empty cell (PEERS 5.1, DOMAIN D.2).
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from app.domain.identifiers import curp_sex, doubt_about_curp
from app.text import joined, nfc, plain

_SEXOS = {
    "h": "hombre",
    "hombre": "hombre",
    "masculino": "hombre",
    "masc": "hombre",
    "f": "mujer",
    "femenino": "mujer",
    "fem": "mujer",
    "mujer": "mujer",
    "x": "otro",
    "otro": "otro",
    "otra": "otro",
    "no binario": "otro",
}
_TURNOS = {
    "matutino": ("m", "ma", "mat", "tm", "matutino", "manana", "turno matutino"),
    "vespertino": ("v", "ve", "ves", "vesp", "tv", "vespertino", "tarde", "turno vespertino"),
    "mixto": ("mx", "mix", "mixto", "turno mixto"),
    "nocturno": ("n", "no", "noc", "noct", "tn", "nocturno", "turno nocturno"),
    "discontinuo": ("d", "dis", "disc", "discontinuo", "turno discontinuo"),
}
_TURNO_OF = {word: turno for turno, words in _TURNOS.items() for word in words}
_SEMESTRES = {
    word: n
    for n, words in enumerate(
        (
            ("1", "i", "primer", "primero", "primera"),
            ("2", "ii", "segundo", "segunda"),
            ("3", "iii", "tercer", "tercero", "tercera"),
            ("4", "iv", "cuarto", "cuarta"),
            ("5", "v", "quinto", "quinta"),
            ("6", "vi", "sexto", "sexta"),
        ),
        start=1,
    )
    for word in words
}
_ORDINAL_ENDS = frozenset({"o", "a", "er", "ero", "ro", "ra", "do", "da", "to", "ta"})
_SEMESTRE_WORDS = frozenset({"semestre", "sem", "grado", "nivel"})
_WORDS = "PRIMERO|PRIMER|SEGUNDO|TERCERO|TERCER|CUARTO|QUINTO|SEXTO|III|II|IV|I|VI|V"
_GRUPO = re.compile(
    rf"""(?:(?P<figure>[1-6])(?:\s*\.?\s*[°ºª]|(?:ER[AO]?|[DRT][AO])(?![A-ZÑ]))?
    |(?P<word>{_WORDS})(?![A-ZÑ]))
    [\s.\-/]*(?:SEM(?:ESTRE)?\b)?[\s.\-/]*(?:G(?:RU)?PO\b)?[\s.\-/:]*
    (?P<label>[A-ZÑ].*)?""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class SexoReading:
    """How a column of sexo is read: each word of it by its key, and what is not understood."""

    meaning: Mapping[str, str]
    doubt: str = ""

    def of(self, cell: str, curp: str = "") -> str:
        """The key of `SEXOS` of a cell, or nothing; a CURP without doubts decides."""
        if curp and not doubt_about_curp(curp):
            return curp_sex(curp)
        return self.meaning.get(_word(cell), "")


def sexo_reading(cells: Iterable[str]) -> SexoReading:
    """What the words of a column of sexo mean.

    M is mujer beside H and masculino beside F; a column where nothing decides it is left without
    sexo and says so. Words that are no sexo are named in the doubt.
    """
    words = {word for cell in cells if (word := _word(cell))}
    meaning = {word: _SEXOS[word] for word in words if word in _SEXOS}
    unknown = sorted(words - _SEXOS.keys() - {"m"})
    doubts: list[str] = []
    if "m" in words:
        taken = set(meaning.values()) & {"hombre", "mujer"}
        if len(taken) == 1:
            meaning["m"] = "mujer" if taken == {"hombre"} else "hombre"
        else:
            doubts.append("«M» puede ser mujer o masculino: indique cuál")
    if unknown:
        doubts.append(f"no se entiende {joined([f'«{word}»' for word in unknown[:4]])}")
    return SexoReading(meaning, "; ".join(doubts))


def read_turno(cell: str) -> str:
    """The turno of a cell as a key of `TURNOS`: M, MA, MAT., TM, MATUTINO are matutino."""
    word = _word(cell)
    if word not in _TURNO_OF:
        raise ValueError(f"«{nfc(cell)}» no es un turno")
    return _TURNO_OF[word]


def read_semestre(cell: str) -> int:
    """The semestre of a cell, 1 to 6: 3, 3.0, 3º, 3er, III, TERCERO, TERCER SEMESTRE."""
    tokens = re.findall(r"[a-z]+|[0-9]+", plain(re.sub(r"\.0+$", "", nfc(cell))))
    said = [t for t in tokens if t not in _SEMESTRE_WORDS]
    if len(said) > 1:
        said = [t for t in said if t not in _ORDINAL_ENDS]
    if len(said) == 1 and (number := said[0].lstrip("0")) in _SEMESTRES:
        return _SEMESTRES[number]
    raise ValueError(f"«{nfc(cell)}» no es un semestre del 1 al 6")


def read_grupo(cell: str) -> tuple[int | None, str]:
    """The semestre that a grupo says, if it does, and its label in capitals.

    3A, 3° A, 3ºA and TERCERO A are (3, "A"); 3AVP is (3, "AVP"); 301 is (3, "301");
    A is (None, "A").
    """
    label = re.sub(r"[\"“”'’]", "", nfc(cell)).upper().strip(" .-")
    label = re.sub(r"^(?:GRUPO|GPO)\b[\s.:\-]*", "", label)
    label = re.sub(r"(?<=\d)\.0+$", "", label)
    if found := re.fullmatch(r"([1-6])\d{2,3}", label):
        return int(found[1]), label
    if re.fullmatch(r"\d+|[IV]+", label):
        return None, label
    if found := _GRUPO.fullmatch(label):
        semestre = found["figure"] or plain(found["word"])
        return _SEMESTRES[semestre], (found["label"] or "").strip(" .-")
    return None, label


def semestre_of_sheet(name: str) -> int | None:
    """The semestre that the name of a sheet says: PRIMERO, 3er semestre, 3A; None if none."""
    try:
        return read_semestre(name)
    except ValueError:
        return read_grupo(name)[0]


def _word(cell: str) -> str:
    return re.sub(r"[.\s]+", " ", plain(nfc(cell)).replace(".", "")).strip()
