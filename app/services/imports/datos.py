"""The personal data of a list of alumnos as values, and what is doubtful of each row."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from app import domain
from app.domain.identifiers import curp_birth, curp_sex, doubt_about_age
from app.domain.lectura_alumnos import SexoReading, sexo_reading
from app.services.imports.en_grupo import unused
from app.services.imports.lectura import Identities, Lista, sentence
from app.services.imports.momentos import reader_of_birth
from app.services.imports.nombres import PARTS, names_of
from app.services.imports.plan import Aviso, ImportPlan
from app.services.imports.snapshot import Snapshot
from app.services.imports.valores import READERS, Column, typed
from app.text import plain

_PLAIN = (
    "curp", "correo", "telefono", "responsable", "telefono_responsable", "nuevo_ingreso", "estado",
)  # fmt: skip
_OTHER_MEANINGS = ("estado", "nuevo_ingreso")
"""Headers under which lists also write other things (estado de nacimiento)."""
_M = "M puede ser mujer o masculino y la lista no permite saberlo"


class Datos:
    """The data of each row by key, only those that the list brings, and the doubts by row."""

    def __init__(
        self, snapshot: Snapshot, plan: ImportPlan, lista: Lista, curps: Identities
    ) -> None:
        self._snapshot = snapshot
        self._lista = lista
        names = names_of(lista)
        self.avisos: dict[int, list[Aviso]] = names.avisos
        self.columns = {key: c for key in _PLAIN if (c := self._column(key, plan)) is not None}
        if lista.has("sexo"):
            self.columns["sexo"] = self._sexo(plan.options.sexo_m)
        if lista.has("nacimiento"):
            self.columns["nacimiento"] = self._birth()
        self._parts = names.parts
        self._curps = curps
        for key, column in self.columns.items():
            for row in column.refused:
                self.avisos.setdefault(row, []).append(lista.aviso(key, column, row))
            for row in column.doubted:
                self._look_at(row, key, column.text(row), column.doubted[row])

    def __iter__(self) -> Iterator[dict[str, Any]]:
        """The data of each row, in order."""
        keys = (*PARTS, *self.columns)
        parts = (self._parts[part] for part in PARTS)
        values = (column.values for column in self.columns.values())
        return (dict(zip(keys, told, strict=True)) for told in zip(*parts, *values, strict=True))

    def _column(self, key: str, plan: ImportPlan) -> Column | None:
        if not self._lista.has(key):
            return None
        column = Column(self._lista.cells(key), *READERS[key])
        if key in _OTHER_MEANINGS and column.mostly_refused:
            plan.notas.append(unused(self._lista, key, column))
            return None
        return column

    def _birth(self) -> Column:
        cells = self._lista.cells("nacimiento")
        today = self._snapshot.today

        def doubt(day: date) -> str:
            return doubt_about_age(day, today)

        return Column(cells, reader_of_birth(cells), None, raw=True, doubt=doubt)

    def _sexo(self, meaning_of_m: str) -> Column:
        cells = self._lista.cells("sexo")
        reading = sexo_reading(typed(cell) for cell in set(cells))
        column = Column(cells, lambda text: _read_sexo(reading, text, meaning_of_m))
        curp = self.columns.get("curp")
        for row in [row for row in column.refused if curp and curp.values[row]]:
            column.values[row] = curp_sex(curp.values[row] if curp else "")
            del column.refused[row]
        return column

    def _look_at(self, row: int, campo: str, written: str, doubt: str) -> None:
        header = self._lista.header(campo)
        aviso = Aviso(campo, header, written.strip(), sentence(doubt), queda_vacio=False)
        self.avisos.setdefault(row, []).append(aviso)

    def check_curp(self, row: int, data: dict[str, Any], found: domain.Alumno | None) -> None:
        """A CURP of somebody else stays out; a birthday or sexo that it denies is pointed out."""
        curp = data["curp"]
        first = self._curps.before(curp, self._lista, row)
        owner = self._snapshot.by_curp.get(curp)
        reason = f"esa CURP ya está en {first}" if first else ""
        if owner is not None and (found is None or owner.id != found.id):
            reason = f"esa CURP ya es de {owner.nombre}"
        if reason:
            data["curp"] = ""
            aviso = Aviso("curp", self._lista.header("curp"), curp, sentence(reason))
            self.avisos.setdefault(row, []).append(aviso)
            return
        day, sexo = data.get("nacimiento"), data.get("sexo")
        if day and day != (born := curp_birth(curp)) and born:
            doubt = f"la CURP dice que nació el {born:%d/%m/%Y}"
            self._look_at(row, "nacimiento", f"{day:%d/%m/%Y}", doubt)
        if sexo and sexo != (sex := curp_sex(curp)) and sex:
            self._look_at(row, "sexo", self.columns["sexo"].text(row), f"la CURP es de {sex}")


def _read_sexo(reading: SexoReading, text: str, meaning_of_m: str) -> str:
    """The sexo of a cell; M is what the column decides, or what the user said."""
    value = reading.of(text)
    is_m = plain(text).strip(" .") == "m"
    if not value and is_m:
        value = meaning_of_m
    if not value:
        raise ValueError(_M if is_m else f"«{text}» no se entiende")
    return value
