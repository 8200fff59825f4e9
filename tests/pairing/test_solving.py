"""The pairing of a plantel is the best there is: against trying everything, against another solver."""

from collections import Counter
from dataclasses import replace
from itertools import product
from math import prod

import pytest

from app.pairing import Chosen, Problem, Solution, session, solve
from app.pairing.goals import GOALS, reached
from tests.pairing.instances import made_up

_SHAPES = ((3, 2, 2, 3, 1), (5, 2, 2, 4, 1), (5, 3, 3, 6, 1), (5, 2, 1, 3, 3))
"""Needs, guides, asignaturas, free hours of each, how many share a session."""
TINY = [(seed, *shape) for seed in range(12) for shape in _SHAPES]
MORE = [(seed, *shape) for seed in range(12, 87) for shape in _SHAPES]


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
    if problem.rooms is not None:
        held = {(one.guide, one.start) for one in chosen}
        at_once = Counter(cell for _, start in held for cell in range(start, start + cells))
        if any(count > problem.rooms[cell] for cell, count in at_once.items()):
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


@pytest.mark.parametrize("shape", TINY, ids=str)
def test_it_is_the_best_of_all(shape: tuple[int, ...]) -> None:
    check_best(tiny(*shape))


@pytest.mark.slow
def test_it_is_the_best_of_all_in_hundreds() -> None:
    for shape in MORE:
        check_best(tiny(*shape))


def tiny(
    seed: int, needs: int, guides: int, subjects: int, hours: int, group: int, most: int = 1_500
) -> Problem:
    """A problem small enough to try everything, with people who clash."""
    problem = made_up(
        seed, needs, guides, subjects, hours, group=group, before=seed % 2 == 0, within=9
    )
    fewer = list(problem.pairs)
    while tries(replace(problem, pairs=tuple(fewer))) > most:
        longest = max(fewer, key=lambda pair: len(pair.starts))
        at = fewer.index(longest)
        fewer[at : at + 1] = (
            [replace(longest, starts=longest.starts[:-1])] if len(longest.starts) > 1 else []
        )
    return replace(problem, pairs=tuple(fewer))


def tries(problem: Problem) -> int:
    """How many pairings with their hours there are, possible or not."""
    return prod(1 + sum(len(p.starts) for p in pairs) for pairs in problem.pairs_of().values())


def check_best(problem: Problem) -> None:
    """The solution is possible, said to be the best, and it is."""
    solution = solve(problem)
    assert solution.is_best
    assert is_possible(problem, list(solution.chosen))
    assert told(solution) == best_of_all(problem)


@pytest.mark.parametrize("seed", range(10))
def test_no_more_sessions_at_once_than_places(seed: int) -> None:
    problem = tiny(seed, 5, 3, 2, 5, 1 + seed % 2)
    check_best(replace(problem, rooms=dict.fromkeys(range(400), 1)))


@pytest.mark.parametrize("seed", range(6))
def test_it_reaches_a_bound_found_another_way(seed: int) -> None:
    """With hours to spare the most that can be attended is a flow, which is found by augmenting."""
    problem = made_up(seed, 80, 25, 6, 25, most_needs=1)
    solution = solve(problem)
    assert solution.is_best
    assert is_possible(problem, list(solution.chosen))
    assert solution.goals[0].value == most_by_augmenting(problem)


def most_by_augmenting(problem: Problem) -> int:
    """How many needs of different tutorados the places of the guides attend, hours apart."""
    options = problem.pairs_of()
    places = {guide.alumno: guide.places for guide in problem.guides}
    taken: dict[int, list[int]] = {guide: [] for guide in places}

    def seat(need: int, seen: set[int]) -> bool:
        for pair in options[need]:
            if pair.guide in seen:
                continue
            seen.add(pair.guide)
            mine = taken[pair.guide]
            if len(mine) < places[pair.guide]:
                mine.append(need)
                return True
            for other in mine:
                if seat(other, seen):
                    mine.remove(other)
                    mine.append(need)
                    return True
        return False

    return sum(seat(need, set()) for need in options)


def test_two_locks_that_exclude_each_other_are_told() -> None:
    problem = tiny(3, 3, 1, 1, 6, 1)
    one, two = sorted({pair.need for pair in problem.pairs})[:2]
    guide = problem.guides[0]
    narrow = replace(
        problem,
        guides=(replace(guide, places=1),),
        locked={one: guide.alumno, two: guide.alumno},
    )
    assert len(solve(narrow).locked_apart) >= 1


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


def test_an_interruption_from_the_keyboard_goes_through_the_solver() -> None:
    def interrupt() -> bool:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        solve(made_up(5, 60, 15, 8, 8), stop=interrupt)


def test_nobody_to_pair_is_no_problem() -> None:
    empty = Problem((), (), ())
    assert solve(empty).chosen == ()
    alone = made_up(1, 3, 1, 1, 0)
    assert solve(alone).is_best
    assert [goal.value for goal in solve(alone).goals[:1]] == [0]
