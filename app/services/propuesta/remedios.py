"""The smallest change that would give somebody an alumno tutor, checked by solving again."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from app.domain.alumno_tutor import CAPACIDAD_MAXIMA
from app.domain.horario import show_tramo
from app.pairing import session, starts_in, tramo_of
from app.services.propuesta.lectura import Lectura, Necesidad
from app.services.propuesta.propuesta import Propuesta, propose
from app.services.propuesta.reglas import allowed, may_guide
from app.store.queries.propuesta import Guia
from app.text import joined

_OF_A_KIND = 3
"""How many changes of each kind are tried."""
_FIRST_HOUR, _LAST_HOUR = 14, 40
"""Cells of 07:00 and 20:00."""


@dataclass(frozen=True)
class Hora:
    """Somebody becomes free in a session more; `capturar` when nothing was known of the week."""

    alumno: int
    nombre: str
    start: int
    capturar: bool

    def apply(self, lectura: Lectura) -> Lectura:
        """The lectura with that hour free."""
        cells = session(self.start, lectura.cells)
        libres = {**lectura.libres, self.alumno: lectura.libres.get(self.alumno, 0) | cells}
        return replace(lectura, libres=libres)

    def text(self, lectura: Lectura) -> str:
        """As the user reads it, in the infinitive."""
        when = show_tramo(tramo_of(self.start, lectura.cells))
        if self.capturar:
            return f"capturar el horario de {self.nombre} (bastaría el {when})"
        return f"que {self.nombre} tenga libre el {when}"


@dataclass(frozen=True)
class Cupo:
    """An alumno tutor takes one tutorado more."""

    alumno: int
    nombre: str
    capacidad: int

    def apply(self, lectura: Lectura) -> Lectura:
        """The lectura with that place more."""
        guia = replace(lectura.guias[self.alumno], capacidad=self.capacidad)
        return replace(lectura, guias={**lectura.guias, self.alumno: guia})

    def text(self, _lectura: Lectura) -> str:
        """As the user reads it, in the infinitive."""
        return f"que {self.nombre} reciba un tutorado más ({self.capacidad} en total)"


@dataclass(frozen=True)
class Recluta:
    """New alumnos tutores of an asignatura, free in one session, of a turno and semestre."""

    asignatura: int
    nombre: str
    start: int
    turno: str
    semestre: int | None
    cuantos: int = 1

    def apply(self, lectura: Lectura) -> Lectura:
        """The lectura with them; their ids are below zero."""
        ids = range(-self.cuantos, 0)
        new = {
            id: Guia(id, "", "", "", "activo", True, True, 1, self.semestre, self.turno, "")
            for id in ids
        }
        free = session(self.start, lectura.cells)
        return replace(
            lectura,
            guias={**lectura.guias, **new},
            dominios={**lectura.dominios, **{id: {self.asignatura: None} for id in ids}},
            libres={**lectura.libres, **dict.fromkeys(ids, free)},
        )

    def text(self, lectura: Lectura) -> str:
        """As the user reads it, in the infinitive."""
        when = show_tramo(tramo_of(self.start, lectura.cells))
        if self.cuantos > 1:
            return f"{self.cuantos} alumnos tutores de {self.nombre} que puedan el {when}"
        return f"un alumno tutor de {self.nombre} que pueda el {when}"


Cambio = Hora | Cupo | Recluta


@dataclass(frozen=True)
class Remedio:
    """Changes that together give somebody an alumno tutor."""

    cambios: tuple[Cambio, ...]
    texto: str

    def apply(self, lectura: Lectura) -> Lectura:
        """The lectura with the changes made."""
        for cambio in self.cambios:
            lectura = cambio.apply(lectura)
        return lectura


def remedy(
    propuesta: Propuesta, need: Necesidad, stop: Callable[[], bool] = lambda: False
) -> Remedio | None:
    """The smallest change after which a new proposal attends the need; None when none was found.

    Each one is checked by proposing again with the change made.
    """
    lectura = propuesta.lectura
    for cambios in _candidates(propuesta, need):
        if stop():
            return None
        remedio = Remedio(cambios, joined([cambio.text(lectura) for cambio in cambios]))
        again = propose(remedio.apply(lectura), stop)
        if again.optimo and need.key in again.por_necesidad:
            return remedio
    return None


def _candidates(propuesta: Propuesta, need: Necesidad) -> Iterator[tuple[Cambio, ...]]:
    """One place more, then one hour more, then somebody new, then two changes."""
    lectura = propuesta.lectura
    guias = [g for g in lectura.guias.values() if may_guide(lectura, g)]
    guias = [guia for guia in guias if allowed(lectura, need, guia)]
    roomy = [g for g in guias if _has_place(propuesta, need, g)]
    crowded = [g for g in guias if g not in roomy]
    ready = [
        g
        for g in crowded
        if _free_start(propuesta, need, g) is not None and not _rivals(propuesta, need, g)
    ]
    places: list[tuple[Cambio, ...]] = [(m,) for g in ready for m in _one_more(lectura, g)]
    hours: list[tuple[Cambio, ...]] = [(h,) for g in roomy for h in _hours(propuesta, need, g)]
    recruits = list(_recruits(propuesta, need))
    both: list[tuple[Cambio, ...]] = [
        (more, hour)
        for g in crowded
        for more in _one_more(lectura, g)
        for hour in _hours(propuesta, need, g)
    ]
    yield from places[:_OF_A_KIND]
    yield from hours[:_OF_A_KIND]
    if need.alumno in lectura.libres:
        yield from ((one,) for one in recruits)
        yield from both[:_OF_A_KIND]
        return
    yield from both[:_OF_A_KIND]
    for one in recruits:
        yield one, _hour(lectura, need.alumno, need.corto, one.start)


def _knows(lectura: Lectura, alumno: int) -> bool:
    return alumno in lectura.libres


def _rivals(propuesta: Propuesta, need: Necesidad, guia: Guia) -> bool:
    """Whether a place more would go to somebody left out who is more urgent."""
    return any(
        any(pair.guide == guia.alumno for pair in propuesta.posibles.get(other.key, ()))
        and _free_start(propuesta, other, guia) is not None
        for other in propuesta.sin_tutor
        if other.key < need.key
    )


def _has_place(propuesta: Propuesta, need: Necesidad, guia: Guia) -> bool:
    mine = propuesta.tutorados.get(guia.alumno, frozenset())
    return need.alumno in mine or propuesta.le_caben(guia) > 0


def _free_start(propuesta: Propuesta, need: Necesidad, guia: Guia) -> int | None:
    free = propuesta.libres
    both = free.get(need.alumno, 0) & free.get(guia.alumno, 0)
    return next(iter(starts_in(both, propuesta.lectura.cells)), None)


def _one_more(lectura: Lectura, guia: Guia) -> Iterator[Cupo]:
    more = lectura.capacidad(guia) + 1
    if more <= CAPACIDAD_MAXIMA:
        yield Cupo(guia.alumno, guia.corto, more)


def _hour(lectura: Lectura, alumno: int, nombre: str, start: int) -> Hora:
    return Hora(alumno, nombre, start, not _knows(lectura, alumno))


def _hours(propuesta: Propuesta, need: Necesidad, guia: Guia) -> Iterator[Hora]:
    """The hour that the tutorado lacks, then the one that the alumno tutor lacks."""
    people = ((need.alumno, need.corto), (guia.alumno, guia.corto))
    for (who, name), (other, _) in (people, people[::-1]):
        start = _nearest(propuesta, who, other)
        if start is not None:
            yield _hour(propuesta.lectura, who, name, start)


def _nearest(propuesta: Propuesta, who: int, other: int) -> int | None:
    """The start in which the other is free that asks fewest new cells of somebody not taken."""
    lectura, free = propuesta.lectura, propuesta.libres
    taken = lectura.ocupados.get(who, 0) | (lectura.libres.get(who, 0) & ~free.get(who, 0))
    starts = starts_in(free.get(other, 0) & ~taken, lectura.cells)
    return min(
        starts,
        key=lambda s: ((session(s, lectura.cells) & ~free.get(who, 0)).bit_count(), s),
        default=None,
    )


def _recruits(propuesta: Propuesta, need: Necesidad) -> Iterator[Recluta]:
    """Somebody new when the tutorado is free: as many as others are waiting for that very hour."""
    lectura = propuesta.lectura
    own = propuesta.libres.get(need.alumno, 0)
    if not _knows(lectura, need.alumno):
        own = _class_hours() & ~lectura.ocupados.get(need.alumno, 0)
    mates = [n for n in propuesta.sin_tutor if n.asignatura == need.asignatura]
    before = [n for n in mates if n.key < need.key]

    def free(people: list[Necesidad], start: int) -> int:
        cells = session(start, lectura.cells)
        return sum(propuesta.libres.get(n.alumno, 0) & cells == cells for n in people)

    starts = starts_in(own, lectura.cells)
    best = sorted(starts, key=lambda s: (free(before, s), -free(mates, s), s))
    for start in best[:2]:
        many = free(before, start) + 1
        yield Recluta(
            need.asignatura, need.nombre_asignatura, start, need.turno, need.semestre, many
        )


def _class_hours() -> int:
    return sum(
        1 << (day * 48 + cell) for day in range(1, 6) for cell in range(_FIRST_HOUR, _LAST_HOUR)
    )
