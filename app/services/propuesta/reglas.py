"""The rules of pairing over what was read: who may guide whom, how well, and the whole problem."""

from collections.abc import Iterator

from app.pairing import CELLS, FIT_MOST, Guide, Need, Pair, Problem, Rules, starts_in
from app.services.propuesta.lectura import Lectura, Necesidad
from app.store.queries.propuesta import Guia

_LEVELS = {"alto": 0, "medio": 1, "bajo": 2}
_LAST_LEVEL = 3


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
        if (guide := fixed_guide(lectura, need)) and (need.key, guide) in possible
    }
    needs = tuple(
        Need(
            need.key, need.alumno, need.asignatura, _LEVELS.get(need.nivel, _LAST_LEVEL),
            need.espera, need.antes,
        )
        for need in lectura.necesidades
    )  # fmt: skip
    return Problem(
        needs,
        guides,
        pairs,
        Rules(lectura.cells, lectura.settings.grupo_maximo),
        locked,
        rooms_left(lectura),
    )


def rooms_left(lectura: Lectura) -> dict[int, int] | None:
    """How many sessions still fit in the places in each cell of the week; None without places."""
    if not lectura.lugares:
        return None
    every = sum(capacity for _, capacity in lectura.lugares)
    left = dict.fromkeys(range(CELLS), every)
    names = {name for name, _ in lectura.lugares}
    for (name, cell), count in lectura.uso.items():
        if name in names:
            left[cell] -= count
    return left


def fixed_guide(lectura: Lectura, need: Necesidad) -> int | None:
    """The alumno tutor that a person fixed for a need, if any."""
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
    calificacion = own[need.asignatura]
    return calificacion is None or calificacion >= lectura.settings.domina_desde


def common(lectura: Lectura, need: Necesidad, guide: int) -> int:
    """The free cells of both; who said nothing has none."""
    return lectura.libres.get(need.alumno, 0) & lectura.libres.get(guide, 0)


def fit(lectura: Lectura, need: Necesidad, guia: Guia, hours: int) -> int:
    """How well a pair fits, from 0 to 100: the grade, near semestres, several hours to choose.

    Sixty for the grade above the least (a nominee counts as the least), twenty for the distance of
    semestres, twenty for up to five hours in common.
    """
    calificacion = lectura.dominios[guia.alumno][need.asignatura]
    least = lectura.settings.domina_desde
    above = max((calificacion or least) - least, 0)
    points = 60 * above // max(100 - least, 1)
    if guia.semestre is not None and need.semestre is not None:
        points += max(20 - 5 * abs(guia.semestre - need.semestre), 0)
    return min(points + 4 * min(hours, 5), FIT_MOST)
