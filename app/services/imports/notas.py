"""What lists of calificaciones have in common: the scale, the parcial, what changes in a boleta."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from app import domain
from app.domain.asignatura import FINAL, INTENTOS, PARCIALES
from app.domain.lectura_calificaciones import escala_of, read_calificacion, read_parcial
from app.fields import Tenths
from app.services.imports.asignaturas import Asignaturas
from app.services.imports.contexto import parcial_of_name
from app.services.imports.lectura import Lista
from app.services.imports.periodos import Periodos
from app.services.imports.plan import ALTA, CAMBIA, Cambio, Escritura, ImportPlan, ReviewedRow
from app.services.imports.snapshot import Snapshot
from app.services.imports.valores import typed
from app.sheets import Cell

NOTHING: tuple[int | None, str] = (None, "")
_ROUNDED = "Las calificaciones con más de un decimal se redondearon a uno."
_IS_FINAL = "La lista no dice de qué parcial es: se toma como calificación final."
_show = Tenths().show


class Lugar(NamedTuple):
    """Where a calificación goes: asignatura (negative if new), periodo, parcial and intento."""

    asignatura: int
    periodo: int
    parcial: int
    intento: str


@dataclass(slots=True)
class Nota:
    """What a list says of a place: tenths, mark and faltas; None and "" where it says nothing."""

    valor: int | None = None
    marca: str = ""
    faltas: int | None = None

    @property
    def said(self) -> bool:
        """Whether there is anything."""
        return self.valor is not None or bool(self.marca) or self.faltas is not None


class Libreta:
    """The calificaciones of a list being reviewed against those of the plantel."""

    def __init__(self, snapshot: Snapshot, plan: ImportPlan) -> None:
        self._notas = snapshot.notas
        self.plan = plan
        self.asignaturas = Asignaturas(snapshot)
        self.periodos = Periodos(snapshot)
        self._seen: dict[tuple[int, Lugar], tuple[str, int]] = {}

    def reader_of_values(self, columns: Iterable[Sequence[Cell]]) -> Callable[[str], Any]:
        """Reads calificaciones in the scale of the whole list: up to 10 or up to 100."""
        cells = {typed(cell) for column in columns for cell in set(column)}
        told = self.plan.options.escala
        escala = 100 if told == 100 else 10 if told == 10 else escala_of(cells)

        def read(text: str) -> tuple[int | None, str]:
            valor, marca = read_calificacion(text, escala)
            if escala == 100 and valor is not None and 0 < valor <= 10 and "/" not in text:
                raise ValueError(f"en una lista de 0 a 100, {text} es muy bajo")
            if (
                valor is not None
                and "." in text
                and len(text.rpartition(".")[2]) > escala // 100 + 1
            ):
                self.plan.notas.append(_ROUNDED)
            return valor, marca

        return read

    def parcial_of(self, lista: Lista) -> int:
        """The parcial of a sheet whose columns name none: what the user said, else what it says."""
        said = lista.hoja.contexto.get("parcial", "")
        for text in (
            said,
            parcial_of_name(lista.hoja.nombre),
            parcial_of_name(self.plan.book.name),
        ):
            if text and not self.plan.options.parcial:
                try:
                    return read_parcial(text)[0]
                except ValueError:
                    continue
        if not self.plan.options.parcial:
            self.plan.notas.append(_IS_FINAL)
        return self.plan.options.parcial or FINAL

    def repeated(self, alumno: int, lugar: Lugar, hoja: str, fila: int) -> str:
        """Where the list had that calificación before, in words, or nothing."""
        first = self._seen.setdefault((alumno, lugar), (hoja, fila))
        if first == (hoja, fila):
            return ""
        where = "" if first[0] == hoja else f" de la hoja {first[0]}"
        return f"esa calificación ya está en la fila {first[1]}{where}"

    def write(self, reviewed: ReviewedRow, lugar: Lugar, name: str, nota: Nota) -> None:
        """What a calificación of the list changes: new, different, or nothing at all."""
        if not nota.said:
            return
        reviewed.values["cuantas"] = reviewed.values.get("cuantas", 0) + 1
        found = self._notas.get((reviewed.alumno, lugar))
        place = f"{name}, {PARCIALES[lugar.parcial].lower()}"
        if lugar.intento != "ordinario":
            place += f", {INTENTOS[lugar.intento].lower()}"
        if found is None:
            values = {"alumno": reviewed.alumno, **lugar._asdict(), "valor": nota.valor,
                      "marca": nota.marca, "faltas": nota.faltas}  # fmt: skip
            reviewed.escrituras.append(Escritura("calificaciones", 0, values))
            reviewed.accion = reviewed.accion if reviewed.accion == CAMBIA else ALTA
            return
        changed = _differences(
            reviewed,
            place,
            domain.Calificacion(valor=found[1], marca=found[2], faltas=found[3]),
            nota,
        )
        if changed:
            reviewed.escrituras.append(Escritura("calificaciones", found[0], changed))
            reviewed.accion = CAMBIA


def _differences(
    reviewed: ReviewedRow, place: str, before: domain.Calificacion, nota: Nota
) -> dict[str, Any]:
    """The columns that change, told in the row; what the list leaves empty stays."""
    changed: dict[str, Any] = {}
    if (nota.valor is not None or nota.marca) and (nota.valor, nota.marca) != (
        before.valor,
        before.marca,
    ):
        changed |= {"valor": nota.valor, "marca": nota.marca}
        after = nota.marca or _show(nota.valor)
        reviewed.cambios.append(Cambio("calificacion", place, before.escrita, after))
    if nota.faltas is not None and nota.faltas != before.faltas:
        changed["faltas"] = nota.faltas
        old = "" if before.faltas is None else str(before.faltas)
        reviewed.cambios.append(Cambio("faltas", f"Faltas de {place}", old, str(nota.faltas)))
    return changed
