"""Bench of the pairing: 600 needs with 150 alumnos tutores, and ten times that, made up.

Run as a program with both sizes it pairs once, in a process of its own, and prints the seconds of
processor, the share covered of the most that could be, and whether the optimum is proven.
"""

import json
import resource
import subprocess
import sys
from pathlib import Path
from random import Random
from typing import Any

from measure import ROOT, Row, Samples

LIMIT = 60
SUBJECTS = 30
_DAYS, _FIRST, _LAST = range(1, 6), 14, 28


def rows() -> list[Row]:
    """Seconds of both sizes; the big one stops at a limit and says how far it could be."""
    small = [_measured(600, 150, seed) for seed in (1, 2, 3)]
    big = _measured(6_000, 1_500, 1)
    return [
        Row("pairing 600 × 150", _seconds(small), "s", 1, 0.2, None, _state(small[0])),
        Row("pairing 6,000 × 1,500", _seconds([big]), "s", LIMIT, 10, None, _state(big)),
    ]


def _seconds(found: list[dict[str, Any]]) -> Samples:
    return Samples(tuple(one["seconds"] for one in found))


def _state(one: dict[str, Any]) -> str:
    if one["proven"]:
        return f"optimum proven, {one['covered']} covered"
    return f"{one['covered']} covered, at most {one['bound']}"


def _measured(needs: int, guides: int, seed: int) -> dict[str, Any]:
    command = [sys.executable, Path(__file__), str(needs), str(guides), str(seed)]
    done = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True)
    return json.loads(done.stdout)


def made_up(needs: int, guides: int, seed: int) -> Any:
    """A plantel with some eight free hours each, everybody good at some of thirty asignaturas."""
    from app.pairing import Guide, Need, Pair, Problem, Rules, starts_in

    draw = Random(seed)
    people = [Guide(100_000 + g, draw.choice([2, 3, 3, 3, 4, 6])) for g in range(guides)]
    weeks = {guide.alumno: _week(draw) for guide in people}
    able: dict[int, list[tuple[int, int]]] = {subject: [] for subject in range(SUBJECTS)}
    for guide in people:
        for subject in draw.sample(range(SUBJECTS), draw.randint(2, 6)):
            able[subject].append((guide.alumno, draw.randrange(60)))
    made: list[Need] = []
    pairs: list[Pair] = []
    tutorado = 0
    while len(made) < needs:
        tutorado, week = tutorado + 1, _week(draw)
        own = min(draw.choice([1, 1, 1, 2, 2, 3]), needs - len(made))
        for subject in draw.sample(range(SUBJECTS), own):
            need = Need(len(made), tutorado, subject, draw.randrange(4), draw.randrange(200))
            made.append(need)
            for guide, worth in able[subject]:
                if starts := starts_in(week & weeks[guide], 2):
                    pairs.append(Pair(need.key, guide, worth + draw.randrange(40), starts))
    return Problem(tuple(made), tuple(people), tuple(pairs), Rules())


def _week(draw: Random) -> int:
    """Some stretches of one to two hours a day, on half hours."""
    free = 0
    for day in _DAYS:
        for _ in range(draw.choice([1, 1, 2])):
            start = day * 48 + draw.randrange(_FIRST, _LAST)
            free |= ((1 << draw.choice([2, 3, 4])) - 1) << start
    return free


def main(needs: int, guides: int, seed: int) -> None:
    """Pairs once and prints what it took."""
    from app.pairing import solve

    problem = made_up(needs, guides, seed)
    before = _processor()
    solution = solve(problem, stop=lambda: _processor() - before > LIMIT)
    covered = solution.goals[0]
    print(
        json.dumps(
            {
                "seconds": _processor() - before,
                "covered": covered.value,
                "bound": covered.bound,
                "proven": solution.is_best,
                "pairs": len(problem.pairs),
            }
        )
    )


def _processor() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_utime


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    main(*map(int, sys.argv[1:]))
