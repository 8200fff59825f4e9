"""Whom a row means in a list about alumnos that the plantel already has."""

from app import domain
from app.services.imports.lectura import Lista, sentence
from app.services.imports.nombres import PARTS
from app.services.imports.plan import Aviso, ReviewedRow
from app.services.imports.snapshot import Snapshot
from app.services.imports.textos import same_person
from app.services.imports.valores import READERS, Column, typed

_OF_NAME = ("nombre_completo", "apellidos", *PARTS)


class Quienes:
    """The alumnos of a sheet, found by número de control or, without that column, by CURP."""

    def __init__(self, snapshot: Snapshot, lista: Lista) -> None:
        self._snapshot = snapshot
        self._lista = lista
        self._campo = "control" if lista.has("control") else "curp"
        self._keys = Column(lista.cells(self._campo), *READERS[self._campo])
        names = [lista.cells(campo) for campo in _OF_NAME if lista.has(campo)]
        self._names = [" ".join(map(typed, parts)) for parts in zip(*names, strict=True)]

    def of(self, row: int) -> domain.Alumno | Aviso:
        """The alumno of a row, or why the row is rejected."""
        key = self._keys.values[row]
        found = self._find(key, row) if key else None
        if found is not None:
            return found
        return self._aviso(row, self._why_not(row, key))

    def _find(self, key: str, row: int) -> domain.Alumno | None:
        if self._campo == "curp":
            return self._snapshot.by_curp.get(key)
        found = self._snapshot.by_control.get(key)
        if found is None and self._keys.cells[row].__class__ is int:
            found = self._snapshot.zeros_lost(key)
        return found

    def _why_not(self, row: int, key: str) -> str:
        curp = self._campo == "curp"
        if key:
            return f"no hay ningún alumno con {'esa CURP' if curp else 'ese número de control'}"
        refused = self._keys.refused.get(row)
        return refused or ("falta la CURP" if curp else "falta el número de control")

    def _aviso(self, row: int, reason: str) -> Aviso:
        written = self._keys.text(row).strip()
        return Aviso(self._campo, self._lista.header(self._campo), written, sentence(reason))

    def repeated(self, row: int, where: str) -> Aviso:
        """The reason of a row whose alumno, or whose datum, was in the list before."""
        return self._aviso(row, where)

    def reviewed(self, row: int, alumno: domain.Alumno, **values: object) -> ReviewedRow:
        """The row of an alumno; a name that is somebody else's is pointed out."""
        data = {"control": alumno.matricula, "nombre_completo": alumno.nombre_de_lista, **values}
        lista = self._lista
        reviewed = ReviewedRow(lista.hoja.nombre, lista.filas[row], "igual", data, alumno.id)
        written = self._names[row] if self._names else ""
        if written.strip() and not same_person(alumno.nombre, written):
            reason = f"ese número de control es de {alumno.nombre}"
            aviso = Aviso(
                "nombre_completo", lista.header("nombre_completo"), written.strip(),
                sentence(reason), queda_vacio=False,
            )  # fmt: skip
            reviewed.avisos.append(aviso)
        return reviewed
