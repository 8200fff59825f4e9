"""The pairing of a plantel is the best there is: against trying everything, against another solver."""

from collections import Counter
from dataclasses import replace
from itertools import product

import pytest

from app.pairing import Chosen, Pair, Problem, Solution, session, solve
from app.pairing.goals import GOALS, reached
from tests.pairing.instances import made_up

TINY = [
    (seed, needs, guides, subjects, hours, group)
    for seed in range(40)
    for needs, guides, subjects, hours, group in (
        (3, 2, 2, 3, 1), (5, 2, 2, 4, 1), (5, 3, 3, 6, 1), (5, 2, 1, 3, 3),
    )
]  # fmt: skip


def is_possible(problem: Problem, chosen: list[Chosen]) -> bool:
    """Whether a pairing with its hours keeps every rule."""
    needs = {need.key: need for need in problem.needs}
    options = {(p.need, p.guide): p for p in problem.pairs}
    cells = problem.rules.cells
    for guide in problem.guides:
        mine = [one for one in chosen if one.guide == guide.alumno]
        new = {needs[one.need].tutorado for one in mine} - guide.known
        if len(new) > guide.places:
            return False
        shared = Counter((needs[one.need].asignatura, one.start) for one in mine)
        if any(count > problem.rules.group for count in shared.values()):
            return False
        if any(
            session(a, cells) & session(b, cells)
            for (_, a), (_, b) in product(shared, shared)
            if a < b
        ) or len({start for _, start in shared}) < len(shared):
            return False
    by_tutorado: Counter[tuple[int, int]] = Counter()
    for one in chosen:
        if one.start not in options[one.need, one.guide].starts:
            return False
        for cell in range(one.start, one.start + cells):
            by_tutorado[needs[one.need].tutorado, cell] += 1
    return all(count == 1 for count in by_tutorado.values())


def value(problem: Problem, chosen: list[Chosen]) -> tuple[int, ...]:
    """The goals of a pairing in order, so that more is better in each."""
    options = {(p.need, p.guide): p for p in problem.pairs}
    told = reached(problem, {one.need: options[one.need, one.guide] for one in chosen})
    return tuple(-told[key] if key == "carga" else told[key] for key in GOALS)


def best_of_all(problem: Problem) -> tuple[int, ...]:
    """The value of the best pairing, trying every one."""
    options = problem.pairs_of()
    choices: list[list[Chosen | None]] = []
    for key, pairs in options.items():
        own: list[Chosen | None] = [Chosen(key, p.guide, s) for p in pairs for s in p.starts]
        choices.append(own if key in problem.locked else [None, *own])
    best: tuple[int, ...] = ()
    for picked in product(*choices):
        chosen = [one for one in picked if one is not None]
        worth = value(problem, chosen)
        if worth > best and is_possible(problem, chosen):
            best = worth
    return best


def told(solution: Solution) -> tuple[int, ...]:
    return tuple(-g.value if g.key == "carga" else g.value for g in solution.goals)


@pytest.mark.parametrize(("seed", "needs", "guides", "subjects", "hours", "group"), TINY)
def test_it_is_the_best_of_all(
    seed: int, needs: int, guides: int, subjects: int, hours: int, group: int
) -> None:
    problem = made_up(
        seed, needs, guides, subjects, hours, group=group, most_needs=2, before=seed % 2 == 0
    )
    starts = [len(p.starts) for p in problem.pairs]
    if sum(starts) > 40:
        problem = replace(
            problem,
            pairs=tuple(Pair(p.need, p.guide, p.fit, p.starts[:2]) for p in problem.pairs),
        )
    solution = solve(problem)
    assert solution.is_best
    assert is_possible(problem, list(solution.chosen))
    assert told(solution) == best_of_all(problem)


@pytest.mark.parametrize("seed", range(8))
def test_a_locked_pair_is_kept_and_the_rest_is_the_best_around_it(seed: int) -> None:
    problem = made_up(seed, 4, 2, 2, 5)
    options = [pair for pair in problem.pairs if any(
        g.alumno == pair.guide and g.places for g in problem.guides)]  # fmt: skip
    if not options:
        return
    worst = min(options, key=lambda pair: (pair.fit, pair.need))
    locked = replace(problem, locked={worst.need: worst.guide})
    solution = solve(locked)
    assert any(c.need == worst.need and c.guide == worst.guide for c in solution.chosen)
    assert told(solution) == best_of_all(locked)


def test_the_same_problem_gives_the_same_pairs_whatever_the_order() -> None:
    problem = made_up(3, 60, 15, 8, 12)
    first = solve(problem)
    again = solve(replace(problem, pairs=problem.pairs[::-1], guides=problem.guides[::-1]))
    assert first.is_best
    assert first == solve(problem)
    assert {(c.need, c.guide) for c in first.chosen} == {(c.need, c.guide) for c in again.chosen}


def test_told_to_stop_it_gives_what_it_has_and_how_far_it_could_be() -> None:
    problem = made_up(5, 60, 15, 8, 8)
    solution = solve(problem, stop=lambda: True)
    assert not solution.is_best
    assert is_possible(problem, list(solution.chosen))
    whole = solve(problem)
    covered, best = solution.goals[0], whole.goals[0]
    assert covered.value <= best.value
    assert covered.bound is None or covered.bound >= best.value


def test_nobody_to_pair_is_no_problem() -> None:
    empty = Problem((), (), ())
    assert solve(empty).chosen == ()
    alone = made_up(1, 3, 1, 1, 0)
    assert solve(alone).is_best
    assert [goal.value for goal in solve(alone).goals[:1]] == [0]
