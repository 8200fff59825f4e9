"""The goals of a pairing, in their order: an earlier one is never given away for a later one."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from app.pairing.model import Need, Pair, Problem

GOALS = (
    "cubiertas",
    "riesgo_alto",
    "riesgo_medio",
    "riesgo_bajo",
    "espera",
    "conservados",
    "ajuste",
    "carga",
)
"""Needs attended; of high, medium and low risk; days waited by those attended; pairs kept; how well
pairs fit; and how uneven the load is, the only one that should be small."""
_NAMES = {
    "cubiertas": "Necesidades cubiertas",
    "riesgo_alto": "De riesgo alto",
    "riesgo_medio": "De riesgo medio",
    "riesgo_bajo": "De riesgo bajo",
    "espera": "Días de espera que se atienden",
    "conservados": "Pares que se conservan",
    "ajuste": "Qué tan bien quedan los pares",
    "carga": "Desigualdad de la carga",
}
RISKS = ("riesgo_alto", "riesgo_medio", "riesgo_bajo")
"""The goal of each level of risk, by its number."""


@dataclass(frozen=True, slots=True)
class Goal:
    """A goal with what was reached and the best that could be; None when nobody knows."""

    key: str
    value: int
    bound: int | None

    @property
    def name(self) -> str:
        """As the user reads it."""
        return _NAMES[self.key]

    @property
    def is_best(self) -> bool:
        """Whether it is proven that no pairing reaches more."""
        return self.value == self.bound


def of_pair(key: str, need: Need, pair: Pair) -> int:
    """What a pair adds to a goal, the load apart."""
    if key == "cubiertas":
        return 1
    if key in RISKS:
        return int(need.level == RISKS.index(key))
    if key == "espera":
        return need.waiting
    if key == "conservados":
        return int(need.before == pair.guide)
    return pair.fit


def of_session(number: int) -> int:
    """How much the session of a guide with that number in the week (from 1) unbalances the load.

    The sum over the sessions of a guide is the square of their count.
    """
    return 2 * number - 1


def reached(problem: Problem, chosen: Mapping[int, Pair]) -> dict[str, int]:
    """What a pairing, the pair of each need attended, reaches of each goal."""
    needs = {need.key: need for need in problem.needs}
    found: Counter[str] = Counter(dict.fromkeys(GOALS, 0))
    sessions: defaultdict[int, int] = defaultdict(int)
    for key, pair in chosen.items():
        for goal in GOALS[:-1]:
            found[goal] += of_pair(goal, needs[key], pair)
        sessions[pair.guide] += 1
    for guide in problem.guides:
        after = guide.sessions + sessions[guide.alumno]
        found["carga"] += after**2 - guide.sessions**2
    return dict(found)
