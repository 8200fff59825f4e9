"""Hours for pairs that are already chosen: nobody in two places at once.

A pair needs a start out of its own; two pairs of the same person may not meet, but those of one
guide in one asignatura may share the very same session while there is room in it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from app.pairing.model import Need, Pair, Person, Rules, people_of, session

_MOST_STEPS = 20_000


class TooLong(Exception):
    """Whether there are hours for some pairs was not settled within the steps allowed."""

    def __init__(self, pairs: list[Pair]) -> None:
        super().__init__(len(pairs))
        self.pairs = pairs


def place(
    pairs: Sequence[Pair], needs: Mapping[int, Need], rules: Rules
) -> tuple[dict[int, int], list[Pair]]:
    """The start of each need, or the pairs that cannot be together; one of both is empty.

    Raises TooLong.
    """
    starts: dict[int, int] = {}
    apart: list[Pair] = []
    for component in _components(pairs, needs):
        found = _Search(component, needs, rules).run()
        if found is None:
            apart += _smallest(component, needs, rules)
        else:
            starts |= found
    return ({}, apart) if apart else (starts, [])


def crowded_people(pairs: Sequence[Pair], needs: Mapping[int, Need], rules: Rules) -> set[Person]:
    """Those who cannot be in all their pairs, whatever the others do."""
    mine: defaultdict[Person, list[Pair]] = defaultdict(list)
    for pair in pairs:
        for person in people_of(pair, needs[pair.need]):
            mine[person].append(pair)
    found: set[Person] = set()
    for person, own in mine.items():
        try:
            if len(own) > 1 and _Search(own, needs, rules).run() is None:
                found.add(person)
        except TooLong:
            found.add(person)
    return found


def _components(pairs: Sequence[Pair], needs: Mapping[int, Need]) -> Iterator[list[Pair]]:
    """The pairs tied by their people, each set apart, in order."""
    by_person: defaultdict[Person, list[int]] = defaultdict(list)
    for i, pair in enumerate(pairs):
        for person in people_of(pair, needs[pair.need]):
            by_person[person].append(i)
    seen: set[int] = set()
    for first in range(len(pairs)):
        if first in seen:
            continue
        seen.add(first)
        queue, found = [first], []
        while queue:
            i = queue.pop()
            found.append(i)
            for person in people_of(pairs[i], needs[pairs[i].need]):
                new = [j for j in by_person[person] if j not in seen]
                seen.update(new)
                queue += new
        yield [pairs[i] for i in sorted(found)]


def _smallest(pairs: list[Pair], needs: Mapping[int, Need], rules: Rules) -> list[Pair]:
    """A set of pairs without hours from which none can be taken away."""
    kept = list(pairs)
    for pair in pairs:
        rest = [one for one in kept if one is not pair]
        if rest and any(
            _Search(part, needs, rules).run() is None for part in _components(rest, needs)
        ):
            kept = rest
    return kept


class _Search:
    """Tries starts, the pair with fewest left first."""

    def __init__(self, pairs: Sequence[Pair], needs: Mapping[int, Need], rules: Rules) -> None:
        self._pairs, self._rules = list(pairs), rules
        self._needs = [needs[pair.need] for pair in pairs]
        self._steps = 0
        self._others = [self._tied(i) for i in range(len(self._pairs))]

    def run(self) -> dict[int, int] | None:
        """The start of each need; None when there is none."""
        left = [list(pair.starts) for pair in self._pairs]
        return self._go(left, {})

    def _tied(self, i: int) -> list[int]:
        pair, need = self._pairs[i], self._needs[i]
        return [
            j
            for j, other in enumerate(self._pairs)
            if j != i and (other.guide == pair.guide or self._needs[j].tutorado == need.tutorado)
        ]

    def _go(self, left: list[list[int]], done: dict[int, int]) -> dict[int, int] | None:
        if len(done) == len(self._pairs):
            return {self._pairs[i].need: start for i, start in done.items()}
        self._steps += 1
        if self._steps > _MOST_STEPS:
            raise TooLong(self._pairs)
        i = min(
            (i for i in range(len(left)) if i not in done),
            key=lambda i: (len(left[i]), -len(self._others[i]), i),
        )
        for start in left[i]:
            narrowed = self._narrowed(left, done, i, start)
            if narrowed is not None:
                found = self._go(narrowed, {**done, i: start})
                if found is not None:
                    return found
        return None

    def _narrowed(
        self, left: list[list[int]], done: dict[int, int], i: int, start: int
    ) -> list[list[int]] | None:
        """What the others have left when one starts there; None when somebody has nothing."""
        taken = session(start, self._rules.cells)
        mates = self._mates(done, i, start)
        narrowed = left.copy()
        for j in self._others[i]:
            if j in done:
                continue
            joins = self._joins(i, j) and mates + 1 < self._rules.group
            kept = [
                s
                for s in left[j]
                if not taken & session(s, self._rules.cells) or (joins and s == start)
            ]
            if not kept:
                return None
            narrowed[j] = kept
        return narrowed

    def _joins(self, i: int, j: int) -> bool:
        one, two = self._pairs[i], self._pairs[j]
        return (
            one.guide == two.guide
            and self._needs[i].asignatura == self._needs[j].asignatura
            and self._needs[i].tutorado != self._needs[j].tutorado
        )

    def _mates(self, done: Mapping[int, int], i: int, start: int) -> int:
        """How many already share that session."""
        return sum(at == start and self._joins(i, j) for j, at in done.items())


def most_sessions(starts: Iterable[int], cells: int) -> int:
    """How many sessions fit one after another in the starts somebody has."""
    count, free_from = 0, -1
    for start in sorted(starts):
        if start >= free_from:
            count += 1
            free_from = start + cells
    return count
