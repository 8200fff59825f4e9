"""The goals as the solver is asked for them, one after another, and what parts equal pairings."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.pairing.goals import of_pair
from app.pairing.model import Pair, Problem
from app.pairing.program import Layout

_TOGETHER = (
    ("cubiertas", "riesgo_alto"),
    ("riesgo_medio", "riesgo_bajo"),
    ("espera",),
    ("conservados", "ajuste"),
)
_TIES = 997


@dataclass(frozen=True)
class Asked:
    """What the solver is asked at once: the columns of a goal, or of two with a scale between."""

    keys: tuple[str, ...]
    columns: Mapping[int, int]
    scale: int

    def told(self, value: int) -> dict[str, int]:
        """The goals that a value stands for."""
        if self.keys == ("carga",):
            return {"carga": -value}
        if len(self.keys) == 2:
            return dict(zip(self.keys, divmod(value, self.scale), strict=True))
        return dict.fromkeys(self.keys, value)


def asked(problem: Problem, layout: Layout) -> list[Asked]:
    """The goals in their order, some two at a time, without those that nothing can move.

    Before all, that the locked needs are attended: two locks may exclude each other.
    Two last ones part pairings that are equally good, the same way everywhere: the needs that
    come first in the list, whoever attends them; then one of no meaning.
    """
    locked = {i: 1 for i, pair in enumerate(layout.pairs) if pair.need in problem.locked}
    found = [Asked((), locked, 1), *(_asked(problem, layout, keys) for keys in _TOGETHER)]
    found.append(Asked(("carga",), {column: -cost for column, cost in layout.loads.items()}, 1))
    place = {need.key: i for i, need in enumerate(problem.needs)}
    last = len(place)
    found.append(Asked((), {i: last - place[p.need] for i, p in enumerate(layout.pairs)}, 1))
    found.append(Asked((), {i: _tie(pair) for i, pair in enumerate(layout.pairs)}, 1))
    return [one for one in found if one.columns]


def _asked(problem: Problem, layout: Layout, keys: tuple[str, ...]) -> Asked:
    """One goal; or two, the first of which weighs more than all of the second."""
    needs = {need.key: need for need in problem.needs}
    worth = [[of_pair(key, needs[pair.need], pair) for key in keys] for pair in layout.pairs]
    scale = 1
    if len(keys) == 2:
        best: dict[int, int] = {}
        for pair, values in zip(layout.pairs, worth, strict=True):
            best[pair.need] = max(best.get(pair.need, 0), values[1])
        scale = sum(best.values()) + 1
    columns = {
        i: values[0] * scale + values[1] if len(keys) == 2 else values[0]
        for i, values in enumerate(worth)
    }
    return Asked(keys, {i: value for i, value in columns.items() if value}, scale)


def _tie(pair: Pair) -> int:
    """A number for a pair that has nothing to do with how good it is, from 1."""
    return 1 + (pair.need * 7919 + pair.guide * 104_729 + pair.need * pair.guide) % _TIES
