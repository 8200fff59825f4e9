"""What the lists of the proposal show: pairs with their state, who is left out, what is decided."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.domain.horario import DIAS_DE_CLASE, Tramo, show_hours
from app.domain.intervencion import ABIERTAS
from app.services.propuesta import Motivo, Necesidad, Pareja, Propuesta, reason
from app.store import Store

ESTADOS = {
    "nuevo": "Propuesta",
    "cambia": "Cambia",
    "sigue": "Ya existía",
    "fijado": "Fijado",
}


def short_hours(tramo: Tramo) -> str:
    """Mié 11:00 a 11:30."""
    return f"{DIAS_DE_CLASE[tramo.dia][:3]} {show_hours(tramo.inicio, tramo.fin)}"


@dataclass(frozen=True)
class Fila:
    """A pair of the proposal; `cambio` tells what storing it does: nuevo, cambia or sigue."""

    pareja: Pareja
    cambio: str
    fijado: bool
    carga: int
    capacidad: int

    @property
    def key(self) -> int:
        """The key of its need."""
        return self.pareja.need.key

    @property
    def estado(self) -> str:
        """What the list says of it."""
        return "fijado" if self.fijado else self.cambio

    @property
    def alumno_tutor(self) -> str:
        """Where the alumno tutor is and the load there would be."""
        where = f"{self.pareja.guia.grupo} · " if self.pareja.guia.grupo else ""
        return f"{where}quedaría con {self.carga} de {self.capacidad}"


@dataclass(frozen=True)
class Fuera:
    """Somebody whom the proposal leaves without alumno tutor, and why."""

    need: Necesidad
    motivo: Motivo

    @property
    def key(self) -> int:
        """The key of the need."""
        return self.need.key


@dataclass(frozen=True)
class Decidido:
    """A pair that a person fixed or forbade; `se_cumple` is false when it could not be."""

    id: int
    tipo: str
    tutorado: str
    alumno_tutor: str
    asignatura: str
    motivo: str
    fecha: date | None
    se_cumple: bool = True


def filas(store: Store, propuesta: Propuesta) -> list[Fila]:
    """The pairs, the most urgent first."""
    hours = _hours(store, propuesta.parejas)
    lectura = propuesta.lectura
    return [
        Fila(
            one, _change(one, hours), _fixed(propuesta, one),
            len(propuesta.tutorados[one.guia.alumno]), lectura.capacidad(one.guia),
        )
        for one in propuesta.parejas
    ]  # fmt: skip


def fuera(propuesta: Propuesta) -> list[Fuera]:
    """Who is left out, the most urgent first."""
    return [Fuera(need, reason(propuesta, need)) for need in propuesta.sin_tutor]


def decididos(store: Store, tipo: str, propuesta: Propuesta | None = None) -> list[Decidido]:
    """What people decided of a kind, the newest first."""
    found = store.decisiones.where(tipo=tipo)
    ids = {id for one in found for id in (one.alumno, one.alumno_tutor) if id}
    people = {one.id: one.nombre for one in store.alumnos.where(id=list(ids))}
    subjects = {one.id: one.nombre for one in store.asignaturas.all()} if found else {}
    apart: set[tuple[int, int]] = set()
    if propuesta is not None:
        needs = {need.key: need for need in propuesta.lectura.necesidades}
        apart = {(needs[key].alumno, needs[key].asignatura) for key in propuesta.apartadas}
    return [
        Decidido(
            one.id, one.tipo, people.get(one.alumno or 0, ""),
            people.get(one.alumno_tutor or 0, ""), subjects.get(one.asignatura or 0, ""),
            one.motivo, one.fecha, (one.alumno, one.asignatura) not in apart,
        )
        for one in sorted(found, key=lambda d: (d.fecha or date.min, d.id), reverse=True)
    ]  # fmt: skip


def standing(store: Store, propuesta: Propuesta) -> int:
    """How many pairs of today the proposal does not touch."""
    moving = {need.intervencion for need in propuesta.lectura.necesidades}
    open_ones = store.intervenciones.where(estado=list(ABIERTAS))
    stay = [one.id for one in open_ones if one.alumno_tutor and one.id not in moving]
    return store.tutorados.count(intervencion=stay) if stay else 0


def count_words(rows: Iterable[Fila], siguen: int = 0) -> str:
    """`12 nuevos · 3 cambian · 196 siguen`, beside what the plantel has today."""
    counts: defaultdict[str, int] = defaultdict(int, {"sigue": siguen})
    for row in rows:
        counts[row.cambio] += 1
    said = (
        ("nuevo", "nuevo", "nuevos"), ("cambia", "cambia", "cambian"), ("sigue", "sigue", "siguen")
    )  # fmt: skip
    return " · ".join(
        f"{counts[key]:,} {one if counts[key] == 1 else many}"
        for key, one, many in said
        if counts[key]
    )


def _fixed(propuesta: Propuesta, one: Pareja) -> bool:
    fixed, need = propuesta.lectura.fijados, one.need
    by_need = fixed.get((need.alumno, need.asignatura)) or fixed.get((need.alumno, 0))
    return by_need == one.guia.alumno


def _change(one: Pareja, hours: dict[int, list[Tramo]]) -> str:
    if one.need.intervencion is None:
        return "nuevo"
    stays = one.need.antes == one.guia.alumno and one.tramo in hours[one.need.intervencion]
    return "sigue" if stays else "cambia"


def _hours(store: Store, parejas: Iterable[Pareja]) -> defaultdict[int, list[Tramo]]:
    ids = [one.need.intervencion for one in parejas if one.need.intervencion is not None]
    found: defaultdict[int, list[Tramo]] = defaultdict(list)
    if ids:
        for one in store.franjas.where(intervencion=ids):
            if one.dia is not None and one.inicio is not None and one.fin is not None:
                found[one.intervencion or 0].append(Tramo(one.dia, one.inicio, one.fin))
    return found
