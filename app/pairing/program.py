"""The pairing as columns and rows: what is chosen, places, loads and, where they are scarce, hours.

With the hours of everybody in, the program is the whole problem. They are left out for people who
have many, and put in when it turns out that there were not enough.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from app.pairing.engine import Program, Row
from app.pairing.goals import of_session
from app.pairing.model import Guide, Pair, Person, Problem, each, people_of, session
from app.pairing.timetable import most_sessions

_FEW = 4
"""Hours of a pair, on average, under which they are scarce."""


@dataclass(frozen=True)
class Layout:
    """Which column is what."""

    pairs: tuple[Pair, ...]
    starts: Mapping[tuple[int, int], int]
    """The column of a pair (by its place) that starts in a cell."""
    loads: Mapping[int, int]
    """What each column of a load unbalances."""
    count: int

    def chosen(self, columns: tuple[float, ...]) -> dict[int, Pair]:
        """The pair of each need attended."""
        return {
            pair.need: pair for i, pair in enumerate(self.pairs) if columns and columns[i] > 0.5
        }

    def hours(self, columns: tuple[float, ...]) -> dict[int, int]:
        """The start of the needs whose pairs have their hours in the program."""
        return {
            self.pairs[i].need: cell
            for (i, cell), column in self.starts.items()
            if columns[column] > 0.5
        }


class Builder:
    """Gathers columns and rows."""

    def __init__(self, problem: Problem, people: AbstractSet[Person]) -> None:
        self._problem, self._people = problem, people
        self._needs = {need.key: need for need in problem.needs}
        options = problem.pairs_of()
        self.pairs = tuple(pair for pairs in options.values() for pair in pairs)
        self._place = {(p.need, p.guide): i for i, p in enumerate(self.pairs)}
        self._whole = [True] * len(self.pairs)
        self._rows: list[Row] = []
        self._starts: dict[tuple[int, int], int] = {}
        self._loads: dict[int, int] = {}
        self._places: dict[tuple[int, int], int] = {}
        self._held: list[tuple[int, int]] = []
        self._add_needs(options)
        self._add_places()
        self._add_loads()
        self._add_room()
        self._add_hours()
        self._add_together()
        self._add_rooms()

    @property
    def layout(self) -> Layout:
        """Which column is what."""
        return Layout(self.pairs, self._starts, self._loads, len(self._whole))

    def program(self, stop: Callable[[], bool]) -> Program:
        """Ready to be asked."""
        return Program(self._whole, self._rows, stop)

    def _column(self, *, whole: bool = False) -> int:
        self._whole.append(whole)
        return len(self._whole) - 1

    def _row(self, terms: Mapping[int, int], most: int | None, least: int | None = None) -> None:
        self._rows.append(Row(terms, least, most))

    def _add_needs(self, options: Mapping[int, list[Pair]]) -> None:
        for key, pairs in options.items():
            if len(pairs) > 1:
                self._row({self._place[key, pair.guide]: 1 for pair in pairs}, 1)

    def _add_places(self) -> None:
        """Distinct tutorados: several needs of one with the same guide take a single place."""
        mine: defaultdict[int, defaultdict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
        for i, pair in enumerate(self.pairs):
            mine[pair.guide][self._needs[pair.need].tutorado].append(i)
        for guide in self._problem.guides:
            terms: dict[int, int] = {}
            for tutorado, places in mine[guide.alumno].items():
                if tutorado in guide.known:
                    continue
                if len(places) == 1:
                    terms[places[0]] = 1
                    continue
                starts = {start for i in places for start in self.pairs[i].starts}
                if most_sessions(starts, self._problem.rules.cells) == 1:
                    terms |= dict.fromkeys(places, 1)
                    self._row(dict.fromkeys(places, 1), 1)
                    continue
                both = self._column()
                terms[both] = 1
                self._places[guide.alumno, tutorado] = both
                for place in places:
                    self._row({place: 1, both: -1}, 0)
            if len(terms) > guide.places:
                self._row(terms, guide.places)

    def _add_loads(self) -> None:
        """Columns that count the sessions of each guide, the cheaper first by themselves."""
        cells, group = self._problem.rules.cells, self._problem.rules.group
        mine = self._by_guide()
        for guide in self._problem.guides:
            places = mine.get(guide.alumno, [])
            if not places:
                continue
            starts = {start for i in places for start in self.pairs[i].starts}
            most = min(self._most_needs(guide, places), most_sessions(starts, cells) * group)
            terms = dict.fromkeys(places, 1)
            for number in range(1, most + 1):
                column = self._column()
                self._loads[column] = of_session(guide.sessions + number)
                terms[column] = -1
            self._row(terms, 0, 0)

    def _most_needs(self, guide: Guide, places: Iterable[int]) -> int:
        """How many needs somebody could attend with the tutorados that there are places for."""
        needs = Counter(self._needs[self.pairs[i].need].tutorado for i in places)
        known = sum(needs.pop(tutorado, 0) for tutorado in guide.known)
        return known + sum(sorted(needs.values(), reverse=True)[: guide.places])

    def _by_guide(self) -> dict[int, list[int]]:
        found: defaultdict[int, list[int]] = defaultdict(list)
        for i, pair in enumerate(self.pairs):
            found[pair.guide].append(i)
        return found

    def _add_room(self) -> None:
        """For each person, pairs that have the same few hours are no more than fit in them."""
        rules = self._problem.rules
        mine: defaultdict[Person, list[int]] = defaultdict(list)
        for i, pair in enumerate(self.pairs):
            for person in self._people_of(pair):
                mine[person].append(i)
        guides = {guide.alumno: guide for guide in self._problem.guides}
        for (kind, id), places in mine.items():
            sharing = rules.group if kind == "g" else 1
            for hours in {frozenset(self.pairs[i].starts) for i in places}:
                most = most_sessions(hours, rules.cells) * sharing
                inside = [i for i in places if hours.issuperset(self.pairs[i].starts)]
                needs = len({self.pairs[i].need for i in inside})
                if kind == "g" and needs > most:
                    needs = self._most_needs(guides[id], inside)
                if needs > most:
                    self._row(dict.fromkeys(inside, 1), most)

    def _add_hours(self) -> None:
        """The hours of the people in the program, and that nobody is in two places at once."""
        for person in sorted(self._people):
            mine = [i for i, pair in enumerate(self.pairs) if person in self._people_of(pair)]
            for i in mine:
                self._give_hours(i)
            if person[0] == "g" and self._problem.rules.group > 1:
                self._add_shared(mine)
            else:
                taken = list(self._cells(mine))
                self._add_apart(taken)
                if person[0] == "g":
                    self._held += taken

    def _add_together(self) -> None:
        """A place taken once does not let one tutorado meet the guide twice at the same time."""
        mine: defaultdict[int, list[int]] = defaultdict(list)
        for i, pair in enumerate(self.pairs):
            both = self._places.get((pair.guide, self._needs[pair.need].tutorado))
            if both is not None and (i, pair.starts[0]) in self._starts:
                mine[both].append(i)
        for both, places in mine.items():
            self._add_apart(self._cells(places), both)

    def _people_of(self, pair: Pair) -> tuple[Person, Person]:
        return people_of(pair, self._needs[pair.need])

    def _give_hours(self, i: int) -> None:
        pair = self.pairs[i]
        if (i, pair.starts[0]) in self._starts:
            return
        if len(pair.starts) == 1:
            self._starts[i, pair.starts[0]] = i
            return
        terms = {i: -1}
        for start in pair.starts:
            column = self._starts[i, start] = self._column(whole=True)
            terms[column] = 1
        self._row(terms, 0, 0)

    def _cells(self, mine: Iterable[int]) -> Iterator[tuple[int, int]]:
        """Each start of the pairs, with the cells that it takes."""
        for i in mine:
            for start in self.pairs[i].starts:
                yield self._starts[i, start], session(start, self._problem.rules.cells)

    def _add_apart(self, taken: Iterable[tuple[int, int]], of: int | None = None) -> None:
        """At most one of the columns takes each cell; none unless the column `of` is taken."""
        by_cell: defaultdict[int, dict[int, int]] = defaultdict(dict)
        for column, cells in taken:
            for cell in each(cells):
                by_cell[cell][column] = 1
        for terms in by_cell.values():
            if len(terms) > 1:
                self._row(terms if of is None else {**terms, of: -1}, 1 if of is None else 0)

    def _add_shared(self, mine: Iterable[int]) -> None:
        """Sessions that those of one asignatura may share."""
        sharing: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
        for i in mine:
            for start in self.pairs[i].starts:
                asignatura = self._needs[self.pairs[i].need].asignatura
                sharing[asignatura, start].append(self._starts[i, start])
        rules = self._problem.rules
        sessions: list[tuple[int, int]] = []
        for (_, start), columns in sharing.items():
            held = self._column(whole=True)
            for column in columns:
                self._row({column: 1, held: -1}, 0)
            self._row({**dict.fromkeys(columns, 1), held: -rules.group}, 0)
            sessions.append((held, session(start, rules.cells)))
        self._held += sessions
        self._add_apart(sessions)

    def _add_rooms(self) -> None:
        """No more sessions at once than rooms; every guide has the hours in the program then."""
        crowded = self._problem.crowded()
        by_cell: defaultdict[int, dict[int, int]] = defaultdict(dict)
        for column, cells in self._held:
            for cell in each(cells):
                if cell in crowded:
                    by_cell[cell][column] = 1
        for cell, terms in by_cell.items():
            self._row(terms, crowded[cell])


def scarce(problem: Problem) -> set[Person]:
    """The people who have few hours for the pairs they could be in."""
    needs = {need.key: need for need in problem.needs}
    pairs: Counter[Person] = Counter()
    starts: Counter[Person] = Counter()
    for pair in problem.pairs:
        for person in people_of(pair, needs[pair.need]):
            pairs[person] += 1
            starts[person] += len(pair.starts)
    return {person for person in pairs if starts[person] <= _FEW * pairs[person]}
