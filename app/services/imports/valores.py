"""How the cells of a list become values: each distinct cell is read once.

A reader takes the text of a cell and gives the value, or raises ValueError with the reason in
Spanish; the rules themselves are those of `app.domain`.
"""

import re
from collections.abc import Callable, Sequence
from datetime import date, time
from typing import Any

from app.domain.alumno import ESTADOS_ALUMNO, MATRICULA
from app.domain.identifiers import (
    clean_identifier,
    clean_matricula,
    doubt_about_curp,
)
from app.domain.lectura_alumnos import read_grupo, read_semestre, read_turno
from app.domain.nombres import proper_case
from app.fields import Flag, Text
from app.sheets import Cell
from app.text import nfc, plain

Reader = Callable[[str], Any]
_ESTADOS = {
    **dict.fromkeys(
        ("activo", "activa", "inscrito", "inscrita", "regular", "irregular", "vigente", "alta",
         "reinscrito", "reinscrita", "a"),
        "activo",
    ),
    **dict.fromkeys(("baja temporal", "temporal", "bt"), "baja_temporal"),
    **dict.fromkeys(("baja definitiva", "definitiva", "bd"), "baja_definitiva"),
    **dict.fromkeys(("egresado", "egresada", "egreso"), "egresado"),
}  # fmt: skip
_NOTHING = " -–—_."
"""What people write in a cell to say that there is nothing."""
_ERRORS = frozenset(
    ("#N/A", "#N/D", "#REF!", "#¡REF!", "#VALUE!", "#¡VALOR!", "#DIV/0!", "#¡DIV/0!", "#NAME?",
     "#¿NOMBRE?", "#NULL!", "#¡NULO!", "#NUM!", "#¡NUM!", "####")
)  # fmt: skip
_ADDRESS = Text(120)
_AT = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_LABEL = re.compile(r"[0-9A-ZÑ][0-9A-ZÑ .°º\-/]{0,29}")


def typed(cell: Cell) -> str:
    """A cell as somebody would type it."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "sí" if cell else "no"
    if isinstance(cell, date):
        return f"{cell:%d/%m/%Y}"
    if isinstance(cell, time):
        return f"{cell:%H:%M}"
    return f"{cell:.12g}" if isinstance(cell, float) and abs(cell) < 1e12 else str(cell)


class _Read(dict[Cell, Any]):
    """The value of each distinct cell; what was refused is kept apart with its reason."""

    def __init__(self, reader: Callable[[Any], Any], empty: Any, *, raw: bool) -> None:
        super().__init__({"": empty})
        self.reader = reader
        self.raw = raw
        self.doubt: Callable[[Any], str] | None = None
        self.doubted: dict[Cell, str] = {}
        self.empty = empty
        self.refused: dict[Cell, str] = {}

    def __missing__(self, cell: Cell) -> Any:
        text = (cell if isinstance(cell, str) else typed(cell)).strip()
        value = self.empty
        if text.strip(_NOTHING):
            try:
                if text[0] == "#":
                    refuse_error(text)
                value = self.reader(cell if self.raw else text)
            except ValueError as problem:
                self.refused[cell] = str(problem)
        if self.doubt and value and (reason := self.doubt(value)):
            self.doubted[cell] = reason
        self[cell] = value
        return value


def refuse_error(text: str) -> None:
    """Raises ValueError for what a spreadsheet shows in place of a value it could not compute."""
    if text.upper() in _ERRORS:
        raise ValueError(f"la celda trae un error de la hoja de cálculo ({text})")


class Column:
    """The values of a column, one for each row, and the reasons of those that were refused.

    A `raw` reader takes the cell itself instead of its text. `doubt` tells why a value that is
    taken deserves a look, or nothing.
    """

    def __init__(
        self,
        cells: Sequence[Cell],
        reader: Callable[[Any], Any],
        empty: Any = "",
        *,
        raw: bool = False,
        doubt: Callable[[Any], str] | None = None,
    ) -> None:
        known = _Read(reader, empty, raw=raw)
        known.doubt = doubt
        self.cells = cells
        self.values = [known[cell] for cell in cells]
        self.refused = _by_row(cells, known.refused)
        self.doubted = _by_row(cells, known.doubted)
        self.mostly_refused = len(self.refused) > 1 and 2 * len(self.refused) > len(
            cells
        ) - cells.count("")

    def text(self, row: int) -> str:
        """What was typed in a row."""
        return typed(self.cells[row])


def _by_row(cells: Sequence[Cell], reasons: dict[Cell, str]) -> dict[int, str]:
    return {i: reasons[cell] for i, cell in enumerate(cells) if cell in reasons} if reasons else {}


def read_control(text: str) -> str:
    """The número de control of a cell; it has a figure and keeps its zeros."""
    if text.isascii() and text.isdigit() and len(text) <= MATRICULA.longest:
        return text  # as nearly all of them are
    value = clean_matricula(text)
    if not any(sign.isdigit() for sign in value):
        raise ValueError(f"«{text}» no es un número de control")
    return MATRICULA.parse(value)


def read_curp(text: str) -> str:
    """A CURP without doubts."""
    curp = clean_identifier(text)
    if doubt := doubt_about_curp(curp):
        raise ValueError(doubt)
    return curp


def reader_of_name(longest: int) -> Reader:
    """Reads a name of a person, in small letters when it came in capitals."""
    rule = Text(longest)
    return lambda text: proper_case(rule.parse(text))


def reader_of_words(longest: int) -> Reader:
    """Reads a text that may come in capitals: especialidad."""
    rule = Text(longest)

    def read(text: str) -> str:
        value = rule.parse(text)
        return in_words(value) if value == value.upper() and len(value) > 4 else value

    return read


_ROMAN = re.compile(r"[ivx]{1,4}")


def in_words(text: str) -> str:
    """A text in capitals with small letters, its roman numerals kept: Matemáticas II."""
    words = proper_case(text).split(" ")
    return " ".join(
        word.upper() if _ROMAN.fullmatch(word.lower()) and i else word
        for i, word in enumerate(words)
    )


def read_correo(text: str) -> str:
    """An address with its at sign."""
    value = _ADDRESS.parse(text)
    if not _AT.fullmatch(value):
        raise ValueError("no parece un correo")
    return value


def read_estado(text: str) -> str:
    """The state of an alumno by the words of control escolar."""
    word = " ".join(plain(nfc(text)).split())
    if word in _ESTADOS:
        return _ESTADOS[word]
    for key, label in ESTADOS_ALUMNO.items():
        if word in (key, plain(label)):
            return key
    raise ValueError(f"«{nfc(text)}» no es un estado de los que se usan")


def is_grupo(text: str) -> bool:
    """Whether a text is a label of grupo that also says the semestre: 3A, 3.º B, 301."""
    semestre, label = read_grupo(text)
    return semestre is not None and bool(re.fullmatch(r"[A-ZÑ]{1,3}|[1-6]\d{2}", label))


def read_label_of_grupo(text: str) -> tuple[int | None, str]:
    """Semestre and label of a grupo; a sign that no label has is a doubt."""
    semestre, label = read_grupo(text)
    if label and not _LABEL.fullmatch(label):
        raise ValueError(f"grupo desconocido: {nfc(text)}")
    return semestre, label


def read_flag(text: str) -> bool:
    """Yes or no."""
    return Flag().parse("sí" if plain(text.strip()) in ("si", "s", "x", "true", "domina") else text)


READERS: dict[str, tuple[Reader, Any]] = {
    "control": (read_control, ""),
    "curp": (read_curp, ""),
    "apellido_paterno": (reader_of_name(80), ""),
    "apellido_materno": (reader_of_name(80), ""),
    "nombres": (reader_of_name(80), ""),
    "correo": (read_correo, ""),
    "telefono": (Text(40).parse, ""),
    "responsable": (reader_of_name(120), ""),
    "telefono_responsable": (Text(40).parse, ""),
    "nuevo_ingreso": (read_flag, None),
    "estado": (read_estado, ""),
    "semestre": (read_semestre, None),
    "grupo": (read_label_of_grupo, None),
    "turno": (read_turno, ""),
    "especialidad": (reader_of_words(120), ""),
    "docente_tutor": (reader_of_name(120), ""),
}
"""The reader of each datum of a list of alumnos, and what an empty cell gives."""
