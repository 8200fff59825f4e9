"""A pairing by hand, for when the time is over: what is known, then whoever still fits."""

from collections import defaultdict
from collections.abc import Mapping

from app.pairing.goals import GOALS, of_pair
from app.pairing.model import Need, Pair, Problem, each, session


def repaired(
    problem: Problem, pairs: Mapping[int, Pair], starts: Mapping[int, int]
) -> tuple[dict[int, Pair], dict[int, int]]:
    """The pairs and their hours with those that still fit put in, the worthiest needs first."""
    needs = {need.key: need for need in problem.needs}
    taken = _Taken(problem, needs)
    kept: dict[int, Pair] = {}
    hours: dict[int, int] = {}
    for key, pair in pairs.items():
        wanted = (starts[key],) if key in starts else pair.starts
        start = taken.put(pair, wanted)
        if start is not None:
            kept[key], hours[key] = pair, start
    rest = [p for found in problem.pairs_of().values() for p in found if p.need not in kept]
    rest.sort(
        key=lambda p: (p.need not in problem.locked, _worth(needs[p.need], p), p.need, p.guide)
    )
    for pair in rest:
        if pair.need not in kept:
            start = taken.put(pair, pair.starts)
            if start is not None:
                kept[pair.need], hours[pair.need] = pair, start
    return kept, hours


def _worth(need: Need, pair: Pair) -> list[int]:
    return [-of_pair(key, need, pair) for key in GOALS[:-1]]


class _Taken:
    """Places and hours already given."""

    def __init__(self, problem: Problem, needs: Mapping[int, Need]) -> None:
        self._needs, self._rules = needs, problem.rules
        self._guides = {guide.alumno: guide for guide in problem.guides}
        self._new: dict[int, set[int]] = {guide.alumno: set() for guide in problem.guides}
        self._busy: defaultdict[tuple[str, int], int] = defaultdict(int)
        self._rooms = dict(problem.crowded())
        self._shared: defaultdict[tuple[int, int, int], int] = defaultdict(int)

    def put(self, pair: Pair, starts: tuple[int, ...]) -> int | None:
        """The start given to a pair, or None."""
        need, guide = self._needs[pair.need], self._guides[pair.guide]
        mine = self._new[guide.alumno]
        is_known = need.tutorado in mine or need.tutorado in guide.known
        if not is_known and len(mine) >= guide.places:
            return None
        for start in starts:
            if self._fits(need, pair.guide, start):
                if need.tutorado not in guide.known:
                    mine.add(need.tutorado)
                return start
        return None

    def _fits(self, need: Need, guide: int, start: int) -> bool:
        cells = session(start, self._rules.cells)
        if self._busy["t", need.tutorado] & cells:
            return False
        together = self._shared[guide, need.asignatura, start]
        if self._busy["g", guide] & cells and not 0 < together < self._rules.group:
            return False
        if not together:
            if any(self._rooms.get(cell, 1) < 1 for cell in each(cells)):
                return False
            self._rooms |= {c: self._rooms[c] - 1 for c in each(cells) if c in self._rooms}
        self._busy["t", need.tutorado] |= cells
        self._busy["g", guide] |= cells
        self._shared[guide, need.asignatura, start] += 1
        return True
