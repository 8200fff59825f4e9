"""The three cells of the names of a list, whether it writes them in one column, two or three."""

from dataclasses import dataclass

from app.domain.nombres import (
    NombreDividido,
    guess_orden,
    proper_case,
    signs_of_wrong_code_page,
    split_name,
)
from app.services.imports.lectura import Lista, sentence
from app.services.imports.plan import Aviso
from app.services.imports.valores import READERS, Column, typed

PARTS = ("apellido_paterno", "apellido_materno", "nombres")
_LONGEST = 80


@dataclass(slots=True)
class Nombres:
    """The values of the three parts, one for each row, and what is doubted or refused of them."""

    parts: dict[str, list[str]]
    avisos: dict[int, list[Aviso]]

    def add(self, row: int, aviso: Aviso) -> None:
        """One more doubt about a row."""
        self.avisos.setdefault(row, []).append(aviso)


def names_of(lista: Lista) -> Nombres:
    """The names of a list; a part that the user corrected wins over what was split."""
    names = Nombres({}, {})
    whole = lista.hoja.column_of("nombre_completo")
    surnames = lista.hoja.column_of("apellidos")
    if whole is not None:
        _split_whole(lista, names)
    elif surnames is not None:
        _split_surnames(lista, names)
    for part in PARTS:
        if part not in names.parts:
            names.parts[part] = _column(lista, names, part)
    if whole is not None or surnames is not None:
        _put_corrected(lista, names)
    return names


def _column(lista: Lista, names: Nombres, part: str) -> list[str]:
    reader, empty = READERS[part]
    column = Column(lista.cells(part), reader, empty, doubt=signs_of_wrong_code_page)
    for row in column.refused:
        names.add(row, lista.aviso(part, column, row))
    for row in column.doubted:
        names.add(row, lista.aviso(part, column, row, queda_vacio=False))
    return column.values


def _split_whole(lista: Lista, names: Nombres) -> None:
    cells = lista.cells("nombre_completo")
    orden = guess_orden(cell for cell in cells if isinstance(cell, str))
    column = Column(cells, lambda text: _short_enough(split_name(text, orden).proper()), _NOBODY)
    split: list[NombreDividido] = column.values
    names.parts = {
        "apellido_paterno": [one.paterno for one in split],
        "apellido_materno": [one.materno for one in split],
        "nombres": [one.nombres for one in split],
    }
    header = lista.header("nombre_completo")
    for row in column.refused:
        names.add(row, lista.aviso("nombre_completo", column, row))
    for row, one in enumerate(split):
        if one.doubt and not _corrected(lista, row):
            written = typed(cells[row]).strip()
            doubt = sentence(one.doubt)
            names.add(row, Aviso("nombre_completo", header, written, doubt, queda_vacio=False))


_NOBODY = NombreDividido("", "", "")


def _short_enough(name: NombreDividido) -> NombreDividido:
    longest = max(len(name.paterno), len(name.materno), len(name.nombres))
    if longest > _LONGEST:
        raise ValueError(f"tiene {longest} letras y caben {_LONGEST}")
    return name


def _split_surnames(lista: Lista, names: Nombres) -> None:
    """Two surnames in one cell: as a whole name whose given names are somewhere else."""
    column = Column(
        lista.cells("apellidos"),
        lambda text: _short_enough(split_name(f"{text} X", "apellidos").proper()),
        _NOBODY,
    )
    pairs = [_surnames(one) for one in column.values]
    names.parts = {
        "apellido_paterno": [paterno for paterno, _ in pairs],
        "apellido_materno": [materno for _, materno in pairs],
    }
    for row in column.refused:
        names.add(row, lista.aviso("apellidos", column, row))


def _surnames(split: NombreDividido) -> tuple[str, str]:
    rest = split.nombres.removesuffix("X").strip()
    return split.paterno, f"{split.materno} {rest}".strip() if rest else split.materno


def _corrected(lista: Lista, row: int) -> bool:
    return any(part in lista.corrections.get(row, {}) for part in PARTS)


def _put_corrected(lista: Lista, names: Nombres) -> None:
    for row, corrected in lista.corrections.items():
        for part in PARTS:
            if part in corrected:
                names.parts[part][row] = proper_case(corrected[part].strip())[:_LONGEST]
