"""The plantel as a problem of pairing, with what is needed to tell its answer to people."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from app.domain.alumno_tutor import CAPACIDAD_MAXIMA
from app.domain.horario import MINUTOS_MINIMOS, free_time
from app.domain.settings import Settings
from app.pairing import CELL, cells_of, each, touched_by
from app.store import Store
from app.store.queries import asignacion as needs_queries
from app.store.queries import propuesta as queries
from app.store.queries.asignacion import SinTutor
from app.store.queries.propuesta import Atencion, Guia
from app.text import order_key


@dataclass(frozen=True)
class Necesidad:
    """A need as people know it; `intervencion` when it is attended now and may be moved."""

    key: int
    alumno: int
    matricula: str
    nombre: str
    corto: str
    grupo: str
    semestre: int | None
    turno: str
    asignatura: int
    nombre_asignatura: str
    nivel: str
    espera: int
    antes: int | None = None
    intervencion: int | None = None


@dataclass(frozen=True)
class Lectura:
    """Everything read for a proposal; plain data, good on any thread.

    `libres` are the free cells of everybody whose week is known, what is taken already gone;
    `ocupados` the cells of classes and of what stays; `sesiones` the weekly sessions of each guide
    in what stays; `conocidos` their tutorados there; `lugares` the places with how many sessions
    fit in each, `uso` the sessions of what stays in each of them, by place and cell.
    """

    necesidades: tuple[Necesidad, ...]
    guias: Mapping[int, Guia]
    dominios: Mapping[int, Mapping[int, int | None]]
    settings: Settings
    libres: Mapping[int, int]
    sesiones: Mapping[int, int]
    conocidos: Mapping[int, frozenset[int]]
    fijados: Mapping[tuple[int, int], int]
    prohibidos: frozenset[tuple[int, int, int]]
    ocupados: Mapping[int, int] = field(default_factory=dict[int, int])
    lugares: tuple[tuple[str, int], ...] = ()
    uso: Mapping[tuple[str, int], int] = field(default_factory=dict[tuple[str, int], int])

    @property
    def cells(self) -> int:
        """How long a session is, in cells."""
        return max(self.settings.minutos_semanales, MINUTOS_MINIMOS) // CELL or 1

    def capacidad(self, guia: Guia) -> int:
        """How many tutorados somebody may have."""
        own = self.settings.capacidad if guia.capacidad is None else guia.capacidad
        return min(own, CAPACIDAD_MAXIMA)

    def prohibido(self, need: Necesidad, guia: int) -> bool:
        """Whether a person said that this pair must not be."""
        return bool(
            self.prohibidos & {(need.alumno, guia, 0), (need.alumno, guia, need.asignatura)}
        )


def read(store: Store, mover: Collection[int] = ()) -> Lectura:
    """The needs nobody attends and, of the open intervenciones, those of `mover` put in play.

    What stays keeps its hours and its places taken.
    """
    movable = set(mover)
    open_ones = queries.atenciones(store)
    staying = [one for one in open_ones if one.intervencion not in movable]
    moving = [one for one in open_ones if one.intervencion in movable]
    settings = store.settings.only()
    decided = store.decisiones.all()
    lugares = sorted(store.lugares.all(), key=lambda one: order_key(one.nombre))
    free, busy = _weeks(store, staying)
    return Lectura(
        necesidades=tuple(_needs(store, moving)),
        guias={one.alumno: one for one in queries.guias(store)},
        dominios=queries.dominios(store),
        settings=settings,
        libres=free,
        sesiones=_sessions(staying),
        conocidos=_known(staying),
        fijados={
            (d.alumno or 0, d.asignatura or 0): d.alumno_tutor or 0
            for d in decided
            if d.tipo == "fijar"
        },
        prohibidos=frozenset(
            (d.alumno or 0, d.alumno_tutor or 0, d.asignatura or 0)
            for d in decided
            if d.tipo == "prohibir"
        ),
        ocupados=busy,
        lugares=tuple((one.nombre, one.capacidad or 1) for one in lugares),
        uso=_in_use(staying),
    )


def _needs(store: Store, moving: Iterable[Atencion]) -> Iterator[Necesidad]:
    """The most urgent first, then those that are attended and may be moved."""
    today, before = store.clock().date(), queries.anteriores(store)
    waiting = needs_queries.sin_tutor(store)
    people = queries.semestres(store, [one.alumno for one in waiting])
    key = 0
    for one in waiting:
        semestre, turno, matricula = people[one.alumno]
        yield _need(key, one, matricula, semestre, turno, (today - one.desde).days,
                    before.get((one.alumno, one.asignatura)))  # fmt: skip
        key += 1
    for one in needs_queries.attended(store, [case.intervencion for case in moving]):
        yield Necesidad(
            key, one.alumno, one.matricula, one.nombre, one.corto, one.grupo, one.semestre,
            one.turno, one.asignatura, one.nombre_asignatura, one.nivel, (today - one.desde).days,
            one.alumno_tutor, one.intervencion,
        )  # fmt: skip
        key += 1


def _need(
    key: int, one: SinTutor, matricula: str, semestre: int | None, turno: str, espera: int,
    antes: int | None,
) -> Necesidad:  # fmt: skip
    return Necesidad(
        key, one.alumno, matricula, one.nombre, one.corto, one.grupo, semestre, turno,
        one.asignatura, one.nombre_asignatura, one.nivel, max(espera, 0), antes,
    )  # fmt: skip


def _weeks(store: Store, staying: Iterable[Atencion]) -> tuple[dict[int, int], dict[int, int]]:
    """The free cells of everybody who said some, and the cells of classes and of hours given."""
    busy: defaultdict[int, int] = defaultdict(int)
    for one in staying:
        cells = touched_by(one.tramos)
        for alumno in (one.alumno_tutor, *one.tutorados):
            if alumno is not None:
                busy[alumno] |= cells
    free: dict[int, int] = {}
    for alumno, (said, classes) in queries.semanas(store).items():
        if said:
            free[alumno] = cells_of(free_time(said, classes)) & ~busy[alumno]
        busy[alumno] |= touched_by(classes)
    return free, dict(busy)


def _sessions(staying: Iterable[Atencion]) -> dict[int, int]:
    found: defaultdict[int, int] = defaultdict(int)
    for one in staying:
        if one.alumno_tutor is not None:
            found[one.alumno_tutor] += max(len(one.tramos), 1)
    return dict(found)


def _known(staying: Iterable[Atencion]) -> dict[int, frozenset[int]]:
    found: defaultdict[int, set[int]] = defaultdict(set)
    for one in staying:
        if one.alumno_tutor is not None:
            found[one.alumno_tutor] |= set(one.tutorados)
    return {guide: frozenset(people) for guide, people in found.items()}


def _in_use(staying: Iterable[Atencion]) -> dict[tuple[str, int], int]:
    """How many sessions of what stays there are in each place, by cell."""
    found: defaultdict[tuple[str, int], int] = defaultdict(int)
    for one in staying:
        for tramo, lugar in zip(one.tramos, one.lugares, strict=True):
            for cell in each(touched_by([tramo])):
                found[lugar, cell] += 1
    return dict(found)
