"""What the pairing of a plantel is made of: needs, guides, the pairs that may be, the rules.

A guide is an alumno tutor here. The week is cut in cells of half an hour; a set of cells is a whole
number with a bit for each, so that two sessions meet when their numbers share a bit.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from app.domain.horario import Tramo

CELL = 30
"""Minutes of a cell; sessions start on half hours."""
_CELLS_A_DAY = 24 * 60 // CELL
CELLS = 8 * _CELLS_A_DAY
"""More than the number of any cell."""


@dataclass(frozen=True, slots=True)
class Need:
    """An asignatura that a tutorado owes and nobody attends.

    `level` is 0 for the highest risk and grows as it falls, `waiting` the days since it was seen,
    `before` the guide that attended it until now, if that pair may be kept.
    """

    key: int
    tutorado: int
    asignatura: int
    level: int = 3
    waiting: int = 0
    before: int | None = None


@dataclass(frozen=True, slots=True)
class Guide:
    """An alumno tutor: distinct tutorados still taken, who already are, sessions a week already."""

    alumno: int
    places: int
    known: frozenset[int] = frozenset()
    sessions: int = 0


@dataclass(frozen=True, slots=True)
class Pair:
    """A guide who may attend a need: how well it fits (0 to `FIT_MOST`) and its possible starts.

    `starts` are cells, the preferred first.
    """

    need: int
    guide: int
    fit: int
    starts: tuple[int, ...]


FIT_MOST = 100


@dataclass(frozen=True, slots=True)
class Rules:
    """How long a session is, in cells, and how many may share one (1: nobody shares)."""

    cells: int = 2
    group: int = 1


@dataclass(frozen=True)
class Problem:
    """Everything to be decided. `locked` are pairs that must be, need to guide; `rooms` how many
    sessions fit at once in each cell (a cell that is missing has room for all).

    Whoever makes it has already left out the pairs that a hard rule or a veto forbids.
    """

    needs: tuple[Need, ...]
    guides: tuple[Guide, ...]
    pairs: tuple[Pair, ...]
    rules: Rules = Rules()
    locked: Mapping[int, int] = field(default_factory=dict[int, int])
    rooms: Mapping[int, int] | None = None

    def crowded(self) -> dict[int, int]:
        """The cells in which more guides could be than there are rooms, with their rooms."""
        if self.rooms is None:
            return {}
        there: dict[int, set[int]] = {}
        for pair in self.pairs:
            for start in pair.starts:
                for cell in range(start, start + self.rules.cells):
                    there.setdefault(cell, set()).add(pair.guide)
        return {
            cell: max(self.rooms[cell], 0)
            for cell, guides in sorted(there.items())
            if len(guides) > self.rooms.get(cell, len(guides))
        }

    def pairs_of(self) -> dict[int, list[Pair]]:
        """The pairs of each need, those of a locked one alone."""
        found: dict[int, list[Pair]] = {need.key: [] for need in self.needs}
        for pair in self.pairs:
            if self.locked.get(pair.need, pair.guide) == pair.guide:
                found[pair.need].append(pair)
        return found


@dataclass(frozen=True, slots=True)
class Chosen:
    """A need that is attended: by whom, and the cell in which its session starts."""

    need: int
    guide: int
    start: int


Person = tuple[str, int]
"""("g", guide) or ("t", tutorado)."""


def people_of(pair: Pair, need: Need) -> tuple[Person, Person]:
    """The two people of a pair."""
    return ("g", pair.guide), ("t", need.tutorado)


def cells_of(tramos: Iterable[Tramo]) -> int:
    """The whole cells inside some stretches of the week."""
    found = 0
    for tramo in tramos:
        first, last = -(-tramo.inicio // CELL), tramo.fin // CELL
        for cell in range(first, last):
            found |= 1 << (tramo.dia * _CELLS_A_DAY + cell)
    return found


def touched_by(tramos: Iterable[Tramo]) -> int:
    """The cells that some stretches touch, however little."""
    found = 0
    for tramo in tramos:
        for cell in range(tramo.inicio // CELL, -(-tramo.fin // CELL)):
            found |= 1 << (tramo.dia * _CELLS_A_DAY + cell)
    return found


def each(cells: int) -> Iterator[int]:
    """The numbers of some cells, in order."""
    while cells:
        lowest = cells & -cells
        yield lowest.bit_length() - 1
        cells ^= lowest


def starts_in(free: int, cells: int) -> tuple[int, ...]:
    """Where a session of so many cells may start in the free ones, in the order of the week."""
    fits = free
    for later in range(1, cells):
        fits &= free >> later
    return tuple(each(fits))


def session(start: int, cells: int) -> int:
    """The cells of a session that starts in one."""
    return ((1 << cells) - 1) << start


def tramo_of(start: int, cells: int) -> Tramo:
    """A session as a stretch of the week."""
    dia, cell = divmod(start, _CELLS_A_DAY)
    return Tramo(dia, cell * CELL, (cell + cells) * CELL)


def start_of(tramo: Tramo) -> int:
    """The cell in which a stretch starts."""
    return tramo.dia * _CELLS_A_DAY + tramo.inicio // CELL
