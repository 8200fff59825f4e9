"""Made-up pairings of any size, the same for the same seed."""

from random import Random

from app.pairing import Guide, Need, Pair, Problem, Rules, starts_in

_WEEK = [day * 48 + cell for day in range(1, 6) for cell in range(14, 28)]


def made_up(
    seed: int, needs: int, guides: int, subjects: int, hours: int, *, most_needs: int = 2,
    group: int = 1, cells: int = 2, before: bool = False, within: int = len(_WEEK),
) -> Problem:  # fmt: skip
    """Needs of tutorados with up to `most_needs` each; everybody free so many stretches of an hour.

    `within` narrows the week to so many half hours, for people to clash more.
    """
    draw = Random(seed)

    def free() -> int:
        found = 0
        for _ in range(hours):
            found |= 0b11 << draw.choice(_WEEK[:within])
        return found

    people = [
        Guide(10_000 + g, draw.choice([0, 1, 1, 2, 3]), sessions=draw.choice([0, 0, 1]))
        for g in range(guides)
    ]
    weeks = {guide.alumno: free() for guide in people}
    masters = {g.alumno: draw.sample(range(subjects), draw.randint(1, subjects)) for g in people}
    made: list[Need] = []
    pairs: list[Pair] = []
    tutorado = 0
    while len(made) < needs:
        tutorado += 1
        week = free()
        own = min(draw.randint(1, most_needs), needs - len(made), subjects)
        for asignatura in draw.sample(range(subjects), own):
            last = draw.choice(people).alumno if before and draw.random() < 0.5 else None
            need = Need(
                len(made), tutorado, asignatura, draw.randrange(5), draw.randrange(30), last
            )
            made.append(need)
            for guide in people:
                starts = starts_in(week & weeks[guide.alumno], cells)
                if asignatura in masters[guide.alumno] and starts:
                    pairs.append(Pair(need.key, guide.alumno, draw.randrange(101), starts))
    return Problem(tuple(made), tuple(people), tuple(pairs), Rules(cells, group))
