"""The grupo of each row of a list: from its columns, its letterhead or the name of the sheet."""

from typing import Any

from app import domain
from app.services.imports.grupos import Grupos, Pedido, describe
from app.services.imports.lectura import Lista, sentence
from app.services.imports.plan import Aviso, ReviewedRow
from app.services.imports.valores import READERS, Column

_DATA = ("semestre", "grupo", "turno", "especialidad", "docente_tutor")
_OTHER_MEANINGS = ("semestre", "turno")
"""Headers (nivel, grado) under which lists also write other things."""


class GrupoOfRow:
    """Finds the grupo of each row and notes what is doubtful of it."""

    def __init__(self, grupos: Grupos, lista: Lista, notas: list[str]) -> None:
        self._grupos = grupos
        self._lista = lista
        self._columns: dict[str, Column] = {}
        for key in _DATA:
            column = self._column(key)
            if key in _OTHER_MEANINGS and column.mostly_refused:
                notas.append(unused(lista, key, column))
                column = Column(lista.said(key), *READERS[key])
            self._columns[key] = column
        self._told = list(zip(*(self._columns[key].values for key in _DATA), strict=True))
        self._plain: dict[tuple[Any, ...], domain.Grupo | None] = {}
        self._doubted = {row for column in self._columns.values() for row in column.refused}

    def _column(self, key: str) -> Column:
        cells, said = self._lista.cells(key), self._lista.said(key)
        if any(said):
            cells = [cell if cell != "" else word for cell, word in zip(cells, said, strict=True)]
        return Column(cells, *READERS[key])

    def of(
        self, row: int, found: domain.Alumno | None, reviewed: ReviewedRow
    ) -> domain.Grupo | None:
        """The grupo of a row, or None when the list does not say it or it is doubtful."""
        if row in self._doubted:
            reviewed.avisos = reviewed.avisos + [
                self._lista.aviso(key, column, row)
                for key, column in self._columns.items()
                if row in column.refused
            ]
        told = self._told[row]
        if told in self._plain:
            return self._plain[told]
        semestre, label, turno, especialidad, docente = told
        of_label, name = label or (None, "")
        if row in self._columns["grupo"].refused:
            return None
        if semestre is None and not label:
            self._plain[told] = None
            return None
        if semestre is not None and of_label not in (None, semestre):
            reason = f"el semestre dice {semestre} y el grupo {of_label}"
            return self._doubt(row, reviewed, reason)
        pedido = Pedido(semestre or of_label, name, turno, especialidad, docente)
        many = self._grupos.candidates(pedido)
        if len(many) == 1:
            self._plain[told] = many[0]
            return many[0]
        mine = [grupo for grupo in many if found is not None and grupo.id == found.grupo]
        return mine[0] if mine else self._doubt(row, reviewed, f"puede ser {describe(many)}")

    def _doubt(self, row: int, reviewed: ReviewedRow, reason: str) -> None:
        written = self._columns["grupo"].text(row)
        aviso = Aviso("grupo", self._lista.header("grupo"), written, sentence(reason))
        reviewed.avisos = [*reviewed.avisos, aviso]


def unused(lista: Lista, key: str, column: Column) -> str:
    """Leaves out a column whose cells are something else, and says so in one sentence."""
    for columna in lista.hoja.columnas:
        if columna.campo == key:
            columna.campo, columna.segura = "", False
            sample = column.text(next(iter(column.refused)))
            return f"La columna «{columna.encabezado}» no se usó: trae «{sample}» y otros así."
    return ""
