"""The rows of each sheet as columns of cells, with what was corrected by hand and said around."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import zip_longest

from app.services.imports.filas import Ignorada, rows_of_alumnos
from app.services.imports.layout import Hoja
from app.services.imports.plan import Aviso, ImportPlan, ReviewedRow
from app.services.imports.valores import Column
from app.sheets import Cell

Corrections = Mapping[str, str]


@dataclass(slots=True)
class Lista:
    """The alumnos of a sheet: `filas` are row numbers of the spreadsheet, one for each alumno."""

    hoja: Hoja
    filas: list[int]
    columns: dict[int, tuple[Cell, ...]]
    contextos: list[tuple[int, dict[str, str]]]
    corrections: Mapping[int, Corrections] = field(default_factory=dict[int, Corrections])

    def __len__(self) -> int:
        return len(self.filas)

    def cells(self, campo: str) -> list[Cell]:
        """The cells of a datum, "" for each alumno where no column brings it."""
        place = self.hoja.column_of(campo)
        return self.cells_at(place, campo)

    def cells_at(self, place: int | None, campo: str) -> list[Cell]:
        """The cells of a column, with those that the user corrected for that datum."""
        empty: tuple[Cell, ...] = ("",) * len(self)
        cells = list(self.columns.get(place, empty) if place is not None else empty)
        for i, corrected in self.corrections.items():
            if campo in corrected:
                cells[i] = corrected[campo]
        return cells

    def has(self, campo: str) -> bool:
        """Whether a column brings the datum, or the user wrote it in some row."""
        return self.hoja.column_of(campo) is not None or any(
            campo in corrected for corrected in self.corrections.values()
        )

    def header(self, campo: str) -> str:
        """The header of a datum as the list has it."""
        return next((c.encabezado for c in self.hoja.columnas if c.campo == campo), "")

    def said(self, campo: str) -> list[str]:
        """What the letterhead, or a line between, says of a datum for each alumno."""
        found = [self.hoja.contexto.get(campo, "")] * len(self)
        for start, told in self.contextos:
            if campo in told:
                found[start:] = [told[campo]] * (len(self) - start)
        return found

    def aviso(self, campo: str, column: Column, row: int, *, queda_vacio: bool = True) -> Aviso:
        """The doubt about a cell of a column, with the reason it was refused or doubted for."""
        reason = column.refused.get(row) or column.doubted.get(row, "")
        return Aviso(campo, self.header(campo), column.text(row), sentence(reason), queda_vacio)


def sentence(reason: str) -> str:
    """A reason with its capital letter."""
    return reason[:1].upper() + reason[1:]


def lists_of(plan: ImportPlan) -> Iterator[Lista]:
    """The sheets of a plan as columns; rows that are no alumnos go to `plan.filas_ignoradas`."""
    for hoja in plan.layout.hojas:
        used = {c.indice: c.campo for c in hoja.columnas if c.campo}
        titles = [text for levels in hoja.encabezado.levels.values() for text in levels]
        rows = rows_of_alumnos(hoja.rows, hoja.encabezado.first, hoja.identity, used, titles)
        plan.filas_ignoradas += [
            Ignorada(hoja.nombre, place + 1, why)
            for place, why in [*hoja.ignoradas, *rows.ignoradas]
        ]
        filas = [place + 1 for place in rows.lugares]
        columns = dict(enumerate(zip_longest(*(hoja.rows[p] for p in rows.lugares), fillvalue="")))
        corrections = {
            i: plan.corrections[hoja.nombre, fila]
            for i, fila in enumerate(filas)
            if (hoja.nombre, fila) in plan.corrections
        }
        yield Lista(hoja, filas, columns, rows.contextos, corrections)


@dataclass(slots=True)
class Identities:
    """The keys that the list has brought so far, in all its sheets, and where."""

    seen: dict[str, tuple[str, int]] = field(default_factory=dict[str, tuple[str, int]])

    def before(self, key: str, lista: Lista, row: int) -> str:
        """Where the key was before, in words (la fila 4 de la hoja 3A), or nothing."""
        here = lista.hoja.nombre, lista.filas[row]
        first = self.seen.setdefault(key, here)
        if first is here:
            return ""
        return f"la fila {first[1]}" + (f" de la hoja {first[0]}" if first[0] != here[0] else "")


def rejected(lista: Lista, row: int, aviso: Aviso, values: dict[str, object]) -> ReviewedRow:
    """A row that does not enter, with the cell for which it does not."""
    return ReviewedRow(
        lista.hoja.nombre, lista.filas[row], "rechazada", dict(values), rechazo=aviso
    )
