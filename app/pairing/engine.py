"""HiGHS, the solver of whole-number programs, through its own C interface: no numpy, one thread.

The library comes in the wheel `highsbox`. Its arithmetic is in floating point; the values of the
programs made here are small whole numbers, so rounding gives the exact ones.
"""

import ctypes
import math
from array import array
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from app.pairing.faces import NEAR, Face, Relaxed, worth
from app.pairing.highs import Callback, doubles, ints, library

_FREE = 1e30
_OPTIMAL, _INFEASIBLE, _EITHER, _STOPPED = 7, 8, 9, (13, 17)
_MAXIMIZE, _BY_ROWS = -1, 2
_INTERRUPTS = (1, 6)
"""Of the simplex and of the search among whole numbers."""
_HALF = 0.5
"""Two different whole values are never nearer than twice this."""


class Unsolvable(Exception):
    """The program has no solution."""


@dataclass(frozen=True)
class Row:
    """A sum of columns with factors, between two limits; None is no limit."""

    terms: Mapping[int, int]
    least: int | None
    most: int | None


@dataclass(frozen=True)
class Answer:
    """The value of each column, the value of the goal, the best it could be, if that is proven."""

    columns: tuple[float, ...]
    value: int
    bound: int

    @property
    def is_best(self) -> bool:
        """Whether nothing is better."""
        return self.value == self.bound


class Program:
    """Columns from 0 to 1, some of them whole, and rows; goals are asked one after another."""

    def __init__(
        self, whole: Sequence[bool], rows: Sequence[Row], stop: Callable[[], bool]
    ) -> None:
        self._lib, self._columns = library(), len(whole)
        self._whole, self._known = tuple(whole), ()
        self._lower, self._upper = array("d", [0.0] * len(whole)), array("d", [1.0] * len(whole))
        self._limits = [
            (-_FREE if row.least is None else row.least, _FREE if row.most is None else row.most)
            for row in rows
        ]
        self._tight: set[int] = set()
        self._handle = ctypes.c_void_p(self._lib.Highs_create())
        self._stop = stop
        self._broken: BaseException | None = None
        self._callback = Callback(self._on_callback)
        self._set_options()
        self._pass_model(rows)

    def close(self) -> None:
        """Gives the memory back."""
        if self._handle:
            self._lib.Highs_destroy(self._handle)
            self._handle = None

    def _on_callback(self, _kind: int, _words: bytes, _out: Any, told: Any, _data: Any) -> None:
        try:
            if told and self._stop():
                told[0] = 1
        except BaseException as error:  # noqa: BLE001 the library cannot let it through
            self._broken = error
            if told:
                told[0] = 1

    def _set_options(self) -> None:
        lib, handle = self._lib, self._handle
        lib.Highs_setBoolOptionValue(handle, b"output_flag", 0)
        lib.Highs_setIntOptionValue(handle, b"threads", 1)
        lib.Highs_setIntOptionValue(handle, b"random_seed", 0)
        lib.Highs_setStringOptionValue(handle, b"parallel", b"off")
        lib.Highs_setDoubleOptionValue(handle, b"mip_rel_gap", ctypes.c_double(0))
        lib.Highs_setDoubleOptionValue(handle, b"mip_abs_gap", ctypes.c_double(_HALF))
        lib.Highs_setCallback(handle, self._callback, None)
        for kind in _INTERRUPTS:
            lib.Highs_startCallback(handle, kind)

    def _pass_model(self, rows: Sequence[Row]) -> None:
        starts, index, factors = array("i"), array("i"), array("d")
        for row in rows:
            starts.append(len(index))
            index.extend(row.terms)
            factors.extend(row.terms.values())
        least = array("d", [least for least, _ in self._limits])
        most = array("d", [most for _, most in self._limits])
        n = self._columns
        self._lib.Highs_passLp(
            self._handle, n, len(rows), len(index), _BY_ROWS, _MAXIMIZE, ctypes.c_double(0),
            doubles(array("d", [0.0] * n)), doubles(self._lower), doubles(self._upper),
            doubles(least), doubles(most), ints(starts), ints(index), doubles(factors),
        )  # fmt: skip

    def in_turn(
        self,
        goals: Sequence[Mapping[int, int]],
        tick: Callable[[int, int], object],
        look: Callable[[Answer], object],
    ) -> list[Answer]:
        """The most of each goal in turn, the earlier kept; fewer answers when told to stop.

        `look` is shown each whole solution as soon as there is one, and may raise to end it all.
        Raises Unsolvable when the rows exclude each other.
        """
        done: list[Answer] = []
        while len(done) < len(goals) and all(answer.is_best for answer in done):
            at = len(done)
            done += self._some(goals[at:], partial(_told, tick, at, len(goals)))
            if done[-1].is_best:
                look(done[-1])
        return done

    def _some(
        self, goals: Sequence[Mapping[int, int]], tick: Callable[[int], object]
    ) -> list[Answer]:
        """Answers of the first goals, as many as could be settled at once.

        With fractions allowed every goal is quick, each from where the last one ended. A whole
        solution is then looked for among those that reach all of them; if there is none, among
        those that reach all but the last, and so on.
        """
        faces: list[Face] = []
        for place, goal in enumerate(goals):
            tick(place)
            relaxed = self._relaxed(goal)
            if relaxed is None:
                reached = [Answer((), 0, face.most) for face in faces]
                return [*reached, Answer((), 0, _everything(goal))]
            faces.append(Face(goal, relaxed, self._lower[:], self._upper[:], self._tight.copy()))
            self._narrow(relaxed, NEAR)
        last = faces[-1].relaxed.columns
        if self._is_whole(last) and all(f.worth(last) == f.most for f in faces):
            self._known = last
            return [Answer(last, face.most, face.most) for face in faces]
        for depth in range(len(faces) - 1, -1, -1):
            answer = self._among_whole(faces[depth])
            if answer is not None:
                if answer.is_best:
                    self._settle(faces[depth], answer)
                before = [Answer(answer.columns, f.most, f.most) for f in faces[:depth]]
                return [*before, answer]
        raise Unsolvable

    def _relaxed(self, goal: Mapping[int, int]) -> Relaxed | None:
        """The most of a goal with fractions allowed; None when told to stop."""
        self._ask(goal)
        return self._read() if self._run() == _OPTIMAL else None

    def _ask(self, goal: Mapping[int, int]) -> None:
        factors = array("d", [0.0] * self._columns)
        for column, factor in goal.items():
            factors[column] = factor
        self._lib.Highs_changeColsCostByRange(self._handle, 0, self._columns - 1, doubles(factors))

    def _run(self) -> int:
        self._lib.Highs_run(self._handle)
        if self._broken is not None:
            raise self._broken
        status = self._lib.Highs_getModelStatus(self._handle)
        if status in (_INFEASIBLE, _EITHER):
            raise Unsolvable
        if status not in (_OPTIMAL, *_STOPPED):
            raise OSError(f"HiGHS {status}")
        return status

    def _read(self) -> Relaxed:
        n, m = self._columns, self._lib.Highs_getNumRow(self._handle)
        columns, reduced = (ctypes.c_double * n)(), (ctypes.c_double * n)()
        rows, prices = (ctypes.c_double * m)(), (ctypes.c_double * m)()
        self._lib.Highs_getSolution(self._handle, columns, reduced, rows, prices)
        return Relaxed(tuple(columns), tuple(reduced), tuple(rows), tuple(prices))

    def _is_whole(self, columns: Sequence[float]) -> bool:
        return all(min(x, 1 - x) < NEAR for x, w in zip(columns, self._whole, strict=True) if w)

    def _among_whole(self, face: Face) -> Answer | None:
        """The most of a goal where fractions are not allowed; None when there is no solution."""
        lib, last = self._lib, self._columns - 1
        self._restore(face)
        self._ask(face.goal)
        lib.Highs_clearSolver(self._handle)
        kinds = array("i", map(int, self._whole))
        lib.Highs_changeColsIntegralityByRange(self._handle, 0, last, ints(kinds))
        if self._known:
            known = array("d", self._known)
            lib.Highs_setSolution(self._handle, doubles(known), None, None, None)
        try:
            is_proven = self._run() == _OPTIMAL
            solution = (ctypes.c_double * self._columns)()
            lib.Highs_getSolution(self._handle, solution, None, None, None)
            bound = ctypes.c_double()
            lib.Highs_getDoubleInfoValue(self._handle, b"mip_dual_bound", ctypes.byref(bound))
        except Unsolvable:
            return None
        finally:
            kinds = array("i", [0] * self._columns)
            lib.Highs_changeColsIntegralityByRange(self._handle, 0, last, ints(kinds))
            lib.Highs_clearSolver(self._handle)
        columns = tuple(solution)
        value = face.worth(columns)
        if is_proven:
            self._known = columns
            return Answer(columns, value, value)
        far = min(face.most, math.floor(min(bound.value, _FREE) + NEAR))
        return Answer(columns, value, max(value, far))

    def _restore(self, face: Face) -> None:
        """The limits of columns and rows as they were before a goal."""
        self._lower, self._upper = face.lower[:], face.upper[:]
        self._lib.Highs_changeColsBoundsByRange(
            self._handle, 0, self._columns - 1, doubles(self._lower), doubles(self._upper)
        )
        for row in sorted(self._tight - face.tight):
            least, most = self._limits[row]
            self._lib.Highs_changeRowBounds(
                self._handle, row, ctypes.c_double(least), ctypes.c_double(most)
            )
        self._tight = face.tight.copy()

    def _settle(self, face: Face, answer: Answer) -> None:
        """From now on a goal stays at what whole numbers reached."""
        gap = worth(face.goal, face.relaxed.columns) - answer.value
        self._narrow(face.relaxed, max(gap, 0) + NEAR)
        if gap > NEAR:
            self._keep(face.goal, answer.value)

    def _narrow(self, relaxed: Relaxed, spare: float) -> None:
        """Takes out what no solution can use that gives away no more than `spare` of the goal."""
        for i, cost in enumerate(relaxed.reduced):
            if abs(cost) > spare:
                self._lower[i] = self._upper[i] = round(relaxed.columns[i])
        self._lib.Highs_changeColsBoundsByRange(
            self._handle, 0, self._columns - 1, doubles(self._lower), doubles(self._upper)
        )
        if spare > NEAR:
            return
        for row, price in enumerate(relaxed.prices):
            if abs(price) > NEAR and row not in self._tight:
                at = ctypes.c_double(round(relaxed.rows[row]))
                self._lib.Highs_changeRowBounds(self._handle, row, at, at)
                self._tight.add(row)

    def _keep(self, goal: Mapping[int, int], least: int) -> None:
        index, factors = array("i", goal), array("d", goal.values())
        self._limits.append((float(least), _FREE))
        self._lib.Highs_addRow(
            self._handle, *map(ctypes.c_double, self._limits[-1]), len(index), ints(index),
            doubles(factors),
        )  # fmt: skip


def _everything(goal: Mapping[int, int]) -> int:
    return sum(factor for factor in goal.values() if factor > 0)


def _told(tick: Callable[[int, int], object], at: int, every: int, more: int) -> None:
    tick(at + more, every)
