"""Which rows under a header are alumnos, and which are totals, signatures, titles or blank."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from app.services.imports.campos import words_of
from app.services.imports.contexto import contexto_of_row
from app.sheets import Row
from app.text import plain

_DIGIT = re.compile(r"\d").search
_TOTALS = re.compile(
    r"(?:sub)?total(?:es)?\b|suma\b|promedio\b|inscritos\b|hombres\b|mujeres\b|aprobados\b"
    r"|reprobados\b|no\.? de alumnos|numero de alumnos|alumnos inscritos"
)
_FEW = 2


@dataclass(frozen=True, slots=True)
class Ignorada:
    """A row of a list that is not an alumno, by its number in the spreadsheet, and what it is."""

    hoja: str
    fila: int
    motivo: str


@dataclass(slots=True)
class Filas:
    """The rows of a list that are alumnos: places from 0 and, apart, what was said between them.

    `contextos` has the place in `lugares` from which each thing said holds.
    """

    lugares: list[int] = field(default_factory=list[int])
    contextos: list[tuple[int, dict[str, str]]] = field(
        default_factory=list[tuple[int, dict[str, str]]]
    )
    ignoradas: list[tuple[int, str]] = field(default_factory=list[tuple[int, str]])


def rows_of_alumnos(
    rows: Sequence[Row], first: int, identity: int, used: Mapping[int, str], titles: Sequence[str]
) -> Filas:
    """Sorts the rows from `first` on; `used` has the datum of each column in use."""
    found = Filas()
    header = {words_of(title) for title in titles}
    last = _last_with_identity(rows, first, identity)
    for place in range(first, len(rows)):
        row = rows[place]
        cell = row[identity] if identity < len(row) else ""
        if cell.__class__ is int or (isinstance(cell, str) and _DIGIT(cell)):
            if not _is_total(row, identity):
                found.lugares.append(place)
                continue
        elif not any(other != "" and str(other).strip() for other in row):
            continue
        _sort_odd(found, place, row, _Shape(identity, used, header, place > last))
    return found


@dataclass(frozen=True, slots=True)
class _Shape:
    identity: int
    used: Mapping[int, str]
    header: set[str]
    below: bool


def _last_with_identity(rows: Sequence[Row], first: int, identity: int) -> int:
    for place in range(len(rows) - 1, first - 1, -1):
        row = rows[place]
        if identity < len(row) and _DIGIT(str(row[identity])) and not _is_total(row, identity):
            return place
    return first - 1


def _is_total(row: Row, identity: int) -> bool:
    """Whether the first words of the row call it a total; a real row has them nowhere."""
    for cell in row[: identity + 1]:
        if isinstance(cell, str) and cell and not cell[0].isdigit():
            return bool(_TOTALS.match(plain(cell.strip())))
    return False


def _sort_odd(found: Filas, place: int, row: Row, shape: _Shape) -> None:
    told = contexto_of_row(row)
    if told and _count_used(row, shape) <= _FEW:
        found.contextos.append((len(found.lugares), told))
        found.ignoradas.append((place, "título entre los alumnos"))
        return
    reason = _why_not(row, shape)
    if reason:
        found.ignoradas.append((place, reason))
    else:
        found.lugares.append(place)


def _why_not(row: Row, shape: _Shape) -> str:
    """Why a row without an identity is no alumno; nothing when it is one who lacks it."""
    texts = [str(cell).strip() for cell in row if cell != "" and str(cell).strip()]
    if any(_TOTALS.match(plain(text)) for text in texts):
        return "total"
    if len([t for t in texts if words_of(t[:80]) in shape.header]) * 2 > len(texts):
        return "encabezado repetido"
    filled = _count_used(row, shape)
    names = any(
        "nombre" in key or "apellido" in key
        for column, key in shape.used.items()
        if column < len(row) and str(row[column]).strip()
    )
    numbered = any(cell.__class__ is int or str(cell).strip().isdigit() for cell in row)
    if not filled:
        return "texto al pie" if shape.below else "sin datos de un alumno"
    if shape.below and filled + numbered < _FEW:
        return "texto al pie"
    if not names and filled < _FEW:
        return "sin datos de un alumno"
    return ""


def _count_used(row: Row, shape: _Shape) -> int:
    return sum(1 for column in shape.used if column < len(row) and str(row[column]).strip())
