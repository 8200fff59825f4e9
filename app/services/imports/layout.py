"""How a list is laid out: its kind, the sheets that are of it, the columns the user chose."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from app.errors import SheetRejected
from app.services.imports.campos import IDENTITY, TIPOS, exact_match
from app.services.imports.columnas import Columna, Hoja, choose, hoja_of, sample_of
from app.services.imports.contexto import contexto_of
from app.services.imports.encabezado import Encabezado, find_header
from app.services.imports.medidas import is_average, looks_like_calificaciones, medida_of
from app.services.imports.oneroster import is_users, only_alumnos, users_header
from app.sheets import Book, Sheet
from app.text import joined, plain


@dataclass(slots=True)
class Layout:
    """The kind of a list and its sheets that were understood."""

    tipo: str
    hojas: list[Hoja]
    saltadas: list[str] = field(default_factory=list[str])

    def columns(self) -> list[Columna]:
        """Every column of every sheet, one of each header."""
        found: dict[str, Columna] = {}
        for hoja in self.hojas:
            for columna in hoja.columnas:
                known = found.get(columna.encabezado)
                if known is None or (columna.campo and not known.campo):
                    found[columna.encabezado] = columna
        return list(found.values())


_OF_PEOPLE = {"sexo", "nacimiento", "correo", "telefono", "turno"}
_OF_A_GRUPO = {"grupo", "semestre", "especialidad"}
_OF_A_NAME = {"nombres", "nombre_completo", "apellidos", "apellido_paterno"}
"""Data of a list of alumnos; columns of numbers must outweigh them to be calificaciones."""


def recognise(
    book: Book,
    tipo: str = "",
    hoja: str = "",
    columnas: Mapping[str, str] | None = None,
    known: Mapping[str, Mapping[str, str]] | None = None,
) -> Layout:
    """The layout of a list; kind, sheet and columns given by the user win over what is guessed.

    `known` has the columns of layouts seen before, by their `layout_key`. Raises SheetRejected
    when no sheet has a header with a número de control or a CURP.
    """
    outsiders: dict[str, list[tuple[int, str]]] = {}
    sheets = [_only_alumnos(sheet, outsiders) for sheet in _chosen(book, hoja)]
    found = _with_header(book, sheets, tipo)
    if not found:
        raise SheetRejected(_no_header(book, hoja))
    kind = tipo or _main_kind(found)
    hojas = [hoja_of(one.sheet, one.header, kind, one.said) for one in found if one.kind == kind]
    hojas = _without_summaries(hojas, kind)
    for one in hojas:
        one.ignoradas = outsiders.get(one.nombre, [])
        remembered = (known or {}).get(layout_key(kind, [c.encabezado for c in one.columnas]), {})
        choose(one, kind, remembered)
        choose(one, kind, columnas or {})
        _require_identity(one, book)
    used = {one.nombre for one in hojas}
    return Layout(kind, hojas, [s.name for s in book.sheets if s.name not in used and not hoja])


class _Found(NamedTuple):
    """A sheet with a header, its kind of list, and what the tables before it on the page say."""

    sheet: Sheet
    header: Encabezado
    kind: str
    said: dict[str, str]


def _with_header(book: Book, sheets: Sequence[Sheet], tipo: str) -> list[_Found]:
    found: list[_Found] = []
    said: dict[str, str] = {}
    for sheet in sheets:
        header = find_header(sheet.rows, [tipo] if tipo else list(TIPOS))
        if header:
            kind = tipo or _guess_tipo(book, sheet, header)
            found.append(_Found(sheet, header, kind, dict(said)))
        elif book.kind == "html":
            said |= contexto_of(sheet.rows)  # portals put the letterhead in a table of its own
    return found


def _main_kind(found: Sequence[_Found]) -> str:
    """The kind of list that most rows of a book are of; the first one when they tie."""
    rows: dict[str, int] = {}
    for one in found:
        rows[one.kind] = rows.get(one.kind, 0) + len(one.sheet.rows)
    return max(rows, key=lambda kind: rows[kind])


def _without_summaries(hojas: list[Hoja], kind: str) -> list[Hoja]:
    """The sheets with names, beside which «Grupo, Matrícula» counts alumnos and is no list."""
    named = [hoja for hoja in hojas if {c.campo for c in hoja.columnas} & _OF_A_NAME]
    return named if named and kind == "alumnos" else hojas


def layout_key(tipo: str, headers: Sequence[str]) -> str:
    """What two lists of the same layout have in common, in one line."""
    return f"{tipo}: " + " | ".join(plain(header) for header in headers)


def _chosen(book: Book, hoja: str) -> list[Sheet]:
    if not hoja:
        return book.sheets
    found = [sheet for sheet in book.sheets if plain(sheet.name) == plain(hoja)]
    if not found:
        names = joined([f"«{sheet.name}»" for sheet in book.sheets])
        raise SheetRejected(f"«{book.name}» no tiene la hoja «{hoja}»; tiene {names}.")
    return found


def _only_alumnos(sheet: Sheet, outsiders: dict[str, list[tuple[int, str]]]) -> Sheet:
    if any(users_header(row) for row in sheet.rows[:3]):
        sheet, outsiders[sheet.name] = only_alumnos(sheet)
    return sheet


def _no_header(book: Book, hoja: str) -> str:
    where = f"la hoja «{hoja}» de «{book.name}»" if hoja else f"«{book.name}»"
    return (
        f"En {where} no se encontró un encabezado con número de control o CURP: agregue la fila "
        "de encabezados y vuelva a importar la lista."
    )


def _require_identity(hoja: Hoja, book: Book) -> None:
    if all(hoja.column_of(key) is None for key in IDENTITY):
        raise SheetRejected(_no_header(book, hoja.nombre))


def _guess_tipo(book: Book, sheet: Sheet, header: Encabezado) -> str:
    """The kind of a list by what its header names; the name of the file decides when unsure."""
    texts = [text for levels in header.levels.values() for text in levels]
    if is_users(texts):
        return "alumnos"
    keys = {tipo: {exact_match(tipo, text) for text in texts} for tipo in TIPOS}
    if {"dia", "inicio"} <= keys["disponibilidad"]:
        return "disponibilidad"
    if keys["tutores"] & {"capacidad", "domina", "propuesto_por"}:
        return "tutores"
    long = keys["calificaciones"]
    if "asignatura" in long or "asignatura" in keys["tutores"]:
        said = long & {"parcial", "intento", "faltas"}
        return "tutores" if not said and "tutor" in plain(book.name) else "calificaciones"
    known = keys["alumnos"]
    named = bool(known & _OF_A_NAME)
    least = 2 * len(known & _OF_PEOPLE) + bool(known & _OF_A_GRUPO) if named else 0
    return "calificaciones" if _wide(sheet, header) > least else "alumnos"


def _wide(sheet: Sheet, header: Encabezado) -> int:
    """How many columns beside the names hold calificaciones."""
    return sum(
        medida_of(levels) is not None
        and looks_like_calificaciones(sample_of(sheet.rows, header, column))
        for column, levels in header.levels.items()
        if not any(exact_match("alumnos", text) or is_average(text) for text in levels)
    )
