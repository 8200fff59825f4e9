"""A proposal: who would attend whom, when and where, who would stay without, and the goals."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from time import monotonic

from app.domain.horario import Tramo
from app.pairing import Goal, Pair, Problem, Solution, each, session, solve, tramo_of
from app.services.propuesta.lectura import Lectura, Necesidad
from app.services.propuesta.reglas import fixed_guide, problem_of
from app.store.queries.propuesta import Guia

SEGUNDOS = 60
"""How long a proposal may take; after that it is the best known, with how far it could be."""
Stop = Callable[[], bool]
Tick = Callable[[int, int], object]


@dataclass(frozen=True)
class Pareja:
    """A need with the alumno tutor, the hour and the place that are proposed."""

    need: Necesidad
    guia: Guia
    start: int
    tramo: Tramo
    lugar: str = ""


@dataclass(frozen=True)
class Propuesta:
    """The answer to a lectura.

    `apartadas` are needs whose fixed pair cannot be, by the rules or by other fixed pairs.
    """

    lectura: Lectura
    problem: Problem
    parejas: tuple[Pareja, ...]
    sin_tutor: tuple[Necesidad, ...]
    objetivos: tuple[Goal, ...]
    optimo: bool
    apartadas: tuple[int, ...] = ()

    @cached_property
    def por_necesidad(self) -> dict[int, Pareja]:
        """The pareja of each need that is attended."""
        return {one.need.key: one for one in self.parejas}

    @cached_property
    def posibles(self) -> dict[int, list[Pair]]:
        """Every pair that may be for each need, by the rules alone."""
        found: defaultdict[int, list[Pair]] = defaultdict(list)
        for pair in self.problem.pairs:
            found[pair.need].append(pair)
        return found

    @cached_property
    def tutorados(self) -> dict[int, frozenset[int]]:
        """The tutorados that each alumno tutor would have."""
        found = {guide: set(people) for guide, people in self.lectura.conocidos.items()}
        for one in self.parejas:
            found.setdefault(one.guia.alumno, set()).add(one.need.alumno)
        return {guide: frozenset(people) for guide, people in found.items()}

    @cached_property
    def libres(self) -> dict[int, int]:
        """The cells that everybody would still have free."""
        left = dict(self.lectura.libres)
        for one in self.parejas:
            cells = session(one.start, self.lectura.cells)
            for who in (one.need.alumno, one.guia.alumno):
                left[who] = left.get(who, 0) & ~cells
        return left

    def le_caben(self, guia: Guia) -> int:
        """How many tutorados more somebody could have."""
        taken = len(self.tutorados.get(guia.alumno, ()))
        return self.lectura.capacidad(guia) - taken


def propose(
    lectura: Lectura, stop: Stop = lambda: False, tick: Tick = lambda _d, _o: None,
    seconds: float = SEGUNDOS,
) -> Propuesta:  # fmt: skip
    """The best pairing of what was read; pure, good on any thread.

    When `stop` says so, or after so many seconds, the best known (`optimo` is false then).
    """
    limit = monotonic() + seconds
    problem = problem_of(lectura)
    return told(lectura, problem, solve(problem, lambda: stop() or monotonic() > limit, tick))


def told(lectura: Lectura, problem: Problem, solution: Solution) -> Propuesta:
    """A solution as people know it."""
    needs = {need.key: need for need in lectura.necesidades}
    parejas = [
        Pareja(needs[c.need], lectura.guias[c.guide], c.start, tramo_of(c.start, lectura.cells))
        for c in solution.chosen
    ]
    covered = {c.need for c in solution.chosen}
    refused = [
        need.key
        for need in lectura.necesidades
        if fixed_guide(lectura, need) and need.key not in problem.locked
    ]
    return Propuesta(
        lectura,
        problem,
        tuple(_placed(lectura, parejas)),
        tuple(need for need in lectura.necesidades if need.key not in covered),
        solution.goals,
        solution.is_best,
        (*solution.locked_apart, *refused),
    )


def with_fixed(lectura: Lectura, fixed: Mapping[int, int | None]) -> Lectura:
    """The same with decisions by hand: the alumno tutor of a need, or nobody (None)."""
    needs = {need.key: need for need in lectura.necesidades}
    fijados, prohibidos = dict(lectura.fijados), set(lectura.prohibidos)
    for key, guide in fixed.items():
        need = needs[key]
        fijados.pop((need.alumno, need.asignatura), None)
        if guide is None:
            prohibidos |= {(need.alumno, one, need.asignatura) for one in lectura.guias}
        else:
            fijados[need.alumno, need.asignatura] = guide
            prohibidos -= {(need.alumno, guide, need.asignatura), (need.alumno, guide, 0)}
    return replace(lectura, fijados=fijados, prohibidos=frozenset(prohibidos))


def _placed(lectura: Lectura, parejas: Iterable[Pareja]) -> list[Pareja]:
    """The same with a place each, in the order of the week; those of one session together."""
    used: defaultdict[tuple[str, int], int] = defaultdict(int, lectura.uso)
    given: dict[tuple[int, int], str] = {}
    listed = list(parejas)
    for one in sorted(listed, key=lambda p: (p.start, p.need.key)):
        key = (one.guia.alumno, one.start)
        if key not in given:
            given[key] = _room(lectura, used, one.start)
    return [replace(one, lugar=given[one.guia.alumno, one.start]) for one in listed]


def _room(lectura: Lectura, used: dict[tuple[str, int], int], start: int) -> str:
    """The first place with room for the whole session, taken from now on; empty without any."""
    cells = list(each(session(start, lectura.cells)))
    for name, capacity in lectura.lugares:
        if all(used[name, cell] < capacity for cell in cells):
            for cell in cells:
                used[name, cell] += 1
            return name
    return ""
