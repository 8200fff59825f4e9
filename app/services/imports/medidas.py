"""What a column of a wide list of calificaciones holds: which asignatura, parcial and measure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.lectura_calificaciones import read_calificacion, read_parcial
from app.services.imports.campos import exact_match, words_of
from app.sheets import Cell
from app.text import nfc

VALOR, FALTAS, ASISTENCIAS = "calificacion", "faltas", "asistencias"
_MEASURES = {
    **dict.fromkeys(("calificacion", "calif", "cal", "c", "nota", "evaluacion"), VALOR),
    **dict.fromkeys(("faltas", "falta", "f", "inasistencias", "ausencias", "inasist"), FALTAS),
    **dict.fromkeys(("asistencias", "asistencia", "asist", "a"), ASISTENCIAS),
}
_MARKED = re.compile(
    r"p\s?[1-4]|(?:.* )?(?:parcial|parc|par|final|extraordinario|ext|faltas|inasistencias)(?: .*)?"
)
_NO_SUBJECT = frozenset(
    ("no", "num", "numero", "n", "lista", "no lista", "numero lista", "edad", "promedio general",
     "promedio", "observaciones", "firma", "firmado", "total", "totales", "suma", "folio",
     "total faltas", "total asistencias", "reprobadas", "no reprobadas", "aprobadas", "id")
)  # fmt: skip
_MOSTLY = 0.5


@dataclass(frozen=True, slots=True)
class Medida:
    """A measure of an asignatura; an empty name or parcial is said elsewhere in the list."""

    asignatura: str = ""
    parcial: int | None = None
    intento: str = ""
    clase: str = VALOR


def is_measure(text: str) -> bool:
    """Whether a header only names a parcial or what is measured, not an asignatura."""
    return words_of(text) in _MEASURES or _parcial(text) is not None


def is_average(text: str) -> bool:
    """Whether a header names the mean of an alumno, which any list may bring."""
    return words_of(text).startswith("prom")


def medida_of(levels: Sequence[str]) -> Medida | None:
    """What the headers of a column say together, from the top one down; None if nothing."""
    asignatura, parcial, intento, clase = "", None, "", ""
    for level in levels:
        name, said, measure = _parts(level)
        asignatura = name or asignatura
        parcial, intento = said or (parcial, intento)
        clase = measure or clase
    if words_of(asignatura) in _NO_SUBJECT or exact_match("alumnos", asignatura):
        return None
    if not asignatura and parcial is None and not clase:
        return None
    return Medida(asignatura, parcial, intento, clase or VALOR)


def _parts(level: str) -> tuple[str, tuple[int, str] | None, str]:
    """The asignatura, the parcial with its intento, and the measure that one header names."""
    words = words_of(level)
    if words in _MEASURES:
        return "", None, _MEASURES[words]
    if (said := _parcial(level)) is not None:
        return "", said, ""
    tokens = nfc(level).replace("\n", " ").split()
    for cut in range(1, min(len(tokens), 4)):
        for tail, head in (
            (tokens[-cut:], tokens[:-cut]),
            (tokens[:cut], tokens[cut:]),
        ):
            found = _marked(" ".join(tail))
            if found is not None and head:
                name, inner, measure = _parts(_bare(" ".join(head)))
                return name, inner or found[0], measure or found[1]
    return _bare(" ".join(tokens)), None, ""


def _marked(text: str) -> tuple[tuple[int, str] | None, str] | None:
    """A parcial or a measure that says so itself; a bare number may belong to the asignatura."""
    words = re.sub(r"[^a-z0-9 ]", "", words_of(text))
    if words in _MEASURES and len(words) > 1:
        return None, _MEASURES[words]
    if _MARKED.fullmatch(words) and (said := _parcial(text)) is not None:
        return said, ""
    return None


def _parcial(text: str) -> tuple[int, str] | None:
    try:
        return read_parcial(text.strip(" -–:()_/"))
    except ValueError:
        return None


def _bare(text: str) -> str:
    return text.strip(" -–:()_/.,")


def looks_like_calificaciones(cells: Sequence[Cell]) -> bool:
    """Whether most of what a column holds can be a calificación, a mark or a count."""
    filled = [cell for cell in cells if cell != "" and str(cell).strip()]
    read = sum(_is_calificacion(cell) for cell in filled)
    return bool(filled) and read >= _MOSTLY * len(filled)


def _is_calificacion(cell: Cell) -> bool:
    if isinstance(cell, bool) or not isinstance(cell, str | int | float):
        return False
    try:
        read_calificacion(str(cell), 100)
    except ValueError:
        return False
    return True
