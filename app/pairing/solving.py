"""The best pairing: one goal after another, and hours for what each of them chooses."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from app.pairing.asking import asked
from app.pairing.engine import Answer, Unsolvable
from app.pairing.goals import GOALS, Goal, reached
from app.pairing.model import Chosen, Pair, Person, Problem
from app.pairing.program import Builder, Layout, scarce
from app.pairing.repair import repaired
from app.pairing.timetable import TooLong, crowded_people, people_of, place

_ROUNDS = 12
"""After so many the hours of everybody who has few are put in."""
Stop = Callable[[], bool]
Tick = Callable[[int, int], object]


@dataclass(frozen=True)
class Solution:
    """The pairs with their hours, the goals with their bounds, and whether none is better.

    `locked_apart` are locked needs that could not be attended because of other locks.
    """

    chosen: tuple[Chosen, ...]
    goals: tuple[Goal, ...]
    is_best: bool
    locked_apart: tuple[int, ...] = ()


def _never() -> bool:
    return False


def _no_tick(_done: int, _of: int) -> None:
    return


def solve(problem: Problem, stop: Stop = _never, tick: Tick = _no_tick) -> Solution:
    """The best pairing of a plantel; the best known when told to stop.

    `stop` is asked often, also from inside the solver; `tick(done, of)` counts goals.
    """
    return _Solver(problem, stop, tick).run()


class _Stopped(Exception):
    """Told to stop; what is known is kept."""


class _Clash(Exception):
    """There are no hours for what was chosen without looking at theirs."""


class _Solver:
    def __init__(self, problem: Problem, stop: Stop, tick: Tick) -> None:
        self._problem, self._stop, self._tick = problem, stop, tick
        self._needs = {need.key: need for need in problem.needs}
        self._in_rooms = bool(problem.crowded())
        self._people: set[Person] = self._everybody() if self._in_rooms else set()
        self._rounds = 0
        self._bounds: dict[str, int | None] = {}
        self._pairs: dict[int, Pair] = {}
        self._starts: dict[int, int] = {}

    def run(self) -> Solution:
        if not any(self._problem.pairs_of().values()):
            return self._told(is_best=True)
        while True:
            try:
                self._one_after_another()
            except _Clash:
                continue
            except _Stopped:
                return self._told(is_best=False)
            return self._told(is_best=True)

    def _one_after_another(self) -> None:
        builder = Builder(self._problem, frozenset(self._people))
        layout = builder.layout
        goals = asked(self._problem, layout)
        self._bounds = {}
        program = builder.program(self._stop)
        try:
            answers = program.in_turn(
                [one.columns for one in goals], self._tick, partial(self._take, layout)
            )
        except Unsolvable:  # by rounding alone: what is known stays, without a proof
            raise _Stopped from None
        finally:
            program.close()
        for one, answer in zip(goals, answers, strict=False):
            self._bounds |= one.told(answer.bound)
        if not answers[-1].is_best or self._stop():
            if answers[-1].columns:
                self._pairs, self._starts = layout.chosen(answers[-1].columns), {}
            raise _Stopped

    def _take(self, layout: Layout, answer: Answer) -> None:
        """Puts the hours of what was chosen; _Clash when more people have to be looked at."""
        pairs = layout.chosen(answer.columns)
        if self._in_rooms:
            self._pairs, self._starts = pairs, layout.hours(answer.columns)
            return
        self._pairs, self._starts = pairs, {}
        crowded = crowded_people(list(pairs.values()), self._needs, self._problem.rules)
        if crowded:
            self._look_at(crowded)
        try:
            starts, clash = place(list(pairs.values()), self._needs, self._problem.rules)
        except TooLong as long:
            known = layout.hours(answer.columns)
            if set(known) >= set(pairs):
                starts, clash = known, []
            else:
                starts, clash = {}, long.pairs
        if clash:
            self._look_at({p for pair in clash for p in people_of(pair, self._needs[pair.need])})
        self._starts = starts

    def _everybody(self) -> set[Person]:
        return {
            person
            for pair in self._problem.pairs
            for person in people_of(pair, self._needs[pair.need])
        }

    def _look_at(self, people: set[Person]) -> None:
        """Puts the hours of people in the program; in the end, of all who have few."""
        before = len(self._people)
        self._people |= people
        self._rounds += 1
        if self._rounds == _ROUNDS:
            self._people |= scarce(self._problem)
        if len(self._people) > before:
            raise _Clash
        raise _Stopped  # by rounding alone: what is known stays, without a proof

    def _told(self, *, is_best: bool) -> Solution:
        pairs, starts = self._pairs, self._starts
        if not is_best:
            pairs, starts = repaired(self._problem, pairs, starts)
        values = reached(self._problem, pairs)
        goals = tuple(
            Goal(key, values[key], values[key] if is_best else self._bounds.get(key))
            for key in GOALS
        )
        chosen = tuple(Chosen(key, pairs[key].guide, starts[key]) for key in self._order(pairs))
        apart = tuple(key for key in self._problem.locked if key not in pairs)
        return Solution(chosen, goals, is_best, apart)

    def _order(self, pairs: Mapping[int, Pair]) -> list[int]:
        return [need.key for need in self._problem.needs if need.key in pairs]
