"""The plantel as a problem of pairing, with what is needed to tell its answer to people."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from app.domain.alumno_tutor import CAPACIDAD_MAXIMA
from app.domain.horario import MINUTOS_MINIMOS, free_time
from app.domain.settings import Settings
from app.pairing import (
    CELL,
    FIT_MOST,
    Guide,
    Need,
    Pair,
    Problem,
    Rules,
    cells_of,
    starts_in,
    touched_by,
)
from app.store import Store
from app.store.queries import asignacion as needs_queries
from app.store.queries import propuesta as queries
from app.store.queries.asignacion import SinTutor
from app.store.queries.propuesta import Atencion, Guia

_LEVELS = {"alto": 0, "medio": 1, "bajo": 2}
_LAST_LEVEL = 3


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
    `sesiones` the weekly sessions of each guide in what stays; `conocidos` their tutorados there.
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
    cuartos: int | None = None
    ocupacion: Mapping[int, int] = field(default_factory=dict[int, int])

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
    lugares = store.lugares.all()
    return Lectura(
        necesidades=tuple(_needs(store, moving)),
        guias={one.alumno: one for one in queries.guias(store)},
        dominios=queries.dominios(store),
        settings=settings,
        libres=_free(store, staying),
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
        cuartos=sum(one.capacidad or 1 for one in lugares) if lugares else None,
        ocupacion=_in_use(staying),
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


def _free(store: Store, staying: Iterable[Atencion]) -> dict[int, int]:
    """The free cells of everybody who said some; classes and hours given are taken away."""
    taken: defaultdict[int, int] = defaultdict(int)
    for one in staying:
        cells = touched_by(one.tramos)
        for alumno in (one.alumno_tutor, *one.tutorados):
            if alumno is not None:
                taken[alumno] |= cells
    return {
        alumno: cells_of(free_time(free, classes)) & ~taken[alumno]
        for alumno, (free, classes) in queries.semanas(store).items()
        if free
    }


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


def _in_use(staying: Iterable[Atencion]) -> dict[int, int]:
    """How many sessions of what stays there are in each cell."""
    found: defaultdict[int, int] = defaultdict(int)
    for one in staying:
        cells = touched_by(one.tramos)
        while cells:
            lowest = cells & -cells
            found[lowest.bit_length() - 1] += 1
            cells ^= lowest
    return dict(found)


def problem_of(lectura: Lectura) -> Problem:
    """The problem that the solver gets."""
    pairs = tuple(pair for need in lectura.necesidades for pair in pairs_for(lectura, need))
    possible = {(pair.need, pair.guide) for pair in pairs}
    guides = tuple(
        Guide(
            guia.alumno,
            max(lectura.capacidad(guia) - len(lectura.conocidos.get(guia.alumno, ())), 0),
            lectura.conocidos.get(guia.alumno, frozenset()),
            lectura.sesiones.get(guia.alumno, 0),
        )
        for guia in lectura.guias.values()
        if may_guide(lectura, guia)
    )
    locked = {
        need.key: guide
        for need in lectura.necesidades
        if (guide := _fixed(lectura, need)) and (need.key, guide) in possible
    }
    needs = tuple(
        Need(
            need.key, need.alumno, need.asignatura, _LEVELS.get(need.nivel, _LAST_LEVEL),
            need.espera, need.antes,
        )
        for need in lectura.necesidades
    )  # fmt: skip
    return Problem(
        needs, guides, pairs, Rules(lectura.cells, lectura.settings.grupo_maximo), locked
    )


def _fixed(lectura: Lectura, need: Necesidad) -> int | None:
    return lectura.fijados.get((need.alumno, need.asignatura)) or lectura.fijados.get(
        (need.alumno, 0)
    )


def may_guide(lectura: Lectura, guia: Guia) -> bool:
    """Whether somebody can be given tutorados at all."""
    irregular = guia.regular is False and lectura.settings.exige_regular
    return guia.inscrito and guia.estado == "activo" and not irregular


def pairs_for(lectura: Lectura, need: Necesidad) -> Iterator[Pair]:
    """The pairs that may be for a need."""
    for guia in lectura.guias.values():
        if not may_guide(lectura, guia) or not allowed(lectura, need, guia):
            continue
        starts = starts_in(common(lectura, need, guia.alumno), lectura.cells)
        if starts:
            yield Pair(need.key, guia.alumno, fit(lectura, need, guia, len(starts)), starts)


def allowed(lectura: Lectura, need: Necesidad, guia: Guia) -> bool:
    """Whether the rules that have nothing to do with hours let a pair be."""
    settings = lectura.settings
    if guia.alumno == need.alumno or lectura.prohibido(need, guia.alumno):
        return False
    if not masters(lectura, need, guia):
        return False
    if settings.mismo_turno and guia.turno and need.turno and guia.turno != need.turno:
        return False
    return not (
        settings.solo_mayores
        and guia.semestre is not None
        and need.semestre is not None
        and guia.semestre < need.semestre
    )


def masters(lectura: Lectura, need: Necesidad, guia: Guia) -> bool:
    """Whether somebody masters the asignatura: by the grade, or proposed by a docente."""
    own = lectura.dominios.get(guia.alumno, {})
    if need.asignatura not in own:
        return False
    grade = own[need.asignatura]
    return grade is None or grade >= lectura.settings.domina_desde


def common(lectura: Lectura, need: Necesidad, guide: int) -> int:
    """The free cells of both; who said nothing has none."""
    return lectura.libres.get(need.alumno, 0) & lectura.libres.get(guide, 0)


def fit(lectura: Lectura, need: Necesidad, guia: Guia, hours: int) -> int:
    """How well a pair fits, from 0 to 100: the grade, near semestres, several hours to choose.

    Sixty for the grade above the least (a nominee counts as the least), twenty for the distance of
    semestres, twenty for up to five hours in common.
    """
    grade = lectura.dominios[guia.alumno][need.asignatura]
    least = lectura.settings.domina_desde
    above = max((grade or least) - least, 0)
    points = 60 * above // max(100 - least, 1)
    if guia.semestre is not None and need.semestre is not None:
        points += max(20 - 5 * abs(guia.semestre - need.semestre), 0)
    return min(points + 4 * min(hours, 5), FIT_MOST)
