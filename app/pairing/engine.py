"""HiGHS, the solver of whole-number programs, through its own C interface: no numpy, one thread.

The library comes in the wheel `highsbox`. Its arithmetic is in floating point; the values of the
programs made here are small whole numbers, so rounding gives the exact ones.
"""

import ctypes
import math
import sys
from array import array
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

_FREE = 1e30
_OPTIMAL, _INFEASIBLE, _EITHER, _STOPPED = 7, 8, 9, (13, 17)
_NEAR = 1e-6
_MAXIMIZE, _BY_ROWS = -1, 2
_INTERRUPTS = (1, 6)
"""Of the simplex and of the search among whole numbers."""
_HALF = 0.5
"""Two different whole values are never nearer than twice this."""
_PARTS = {"win32": "bin/highs.dll", "linux": "lib/libhighs.so"}


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


@cache
def library() -> Any:
    """The library, loaded once; OSError when it is not in its place."""
    spec = find_spec("highsbox")
    if spec is None or spec.origin is None:
        raise OSError("highsbox")
    path = Path(spec.origin).parent / "highs_dist" / _PARTS[sys.platform]
    loaded = ctypes.CDLL(str(path))
    loaded.Highs_create.restype = ctypes.c_void_p
    loaded.Highs_getObjectiveValue.restype = ctypes.c_double
    return loaded


def version() -> str:
    """The version of the library, as 1.15.1."""
    lib = library()
    parts = (lib.Highs_versionMajor(), lib.Highs_versionMinor(), lib.Highs_versionPatch())
    return ".".join(map(str, parts))


_Callback = ctypes.CFUNCTYPE(
    None,
    ctypes.c_int,
    ctypes.c_char_p,
    ctypes.c_void_p,
    ctypes.POINTER(ctypes.c_int),
    ctypes.c_void_p,
)


class Program:
    """Columns from 0 to 1, some of them whole, and rows; goals are asked one after another."""

    def __init__(
        self, whole: Sequence[bool], rows: Sequence[Row], stop: Callable[[], bool]
    ) -> None:
        self._lib, self._columns = library(), len(whole)
        self._whole, self._known = tuple(whole), ()
        self._handle = ctypes.c_void_p(self._lib.Highs_create())
        self._stop = stop
        self._callback = _Callback(self._on_callback)
        self._set_options()
        self._pass_model(rows)

    def close(self) -> None:
        """Gives the memory back."""
        if self._handle:
            self._lib.Highs_destroy(self._handle)
            self._handle = None

    def _on_callback(self, _kind: int, _words: bytes, _out: Any, told: Any, _data: Any) -> None:
        if told and self._stop():
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
        least = array("d", [-_FREE if row.least is None else row.least for row in rows])
        most = array("d", [_FREE if row.most is None else row.most for row in rows])
        n = self._columns
        self._lib.Highs_passLp(
            self._handle, n, len(rows), len(index), _BY_ROWS, _MAXIMIZE, ctypes.c_double(0),
            _doubles(array("d", [0.0] * n)), _doubles(array("d", [0.0] * n)),
            _doubles(array("d", [1.0] * n)), _doubles(least), _doubles(most), _ints(starts),
            _ints(index), _doubles(factors),
        )  # fmt: skip

    def best(self, goal: Mapping[int, int]) -> Answer:
        """The solution with the most of a goal; Unsolvable when the rows exclude each other.

        First with fractions allowed, from where the last goal ended: that is quick, and most often
        whole by itself. When it is told to stop, the best known, or no column at all.
        """
        factors = array("d", [0.0] * self._columns)
        for column, factor in goal.items():
            factors[column] = factor
        last = self._columns - 1
        self._lib.Highs_changeColsCostByRange(self._handle, 0, last, _doubles(factors))
        if self._run() != _OPTIMAL:
            return Answer((), 0, _everything(goal))
        relaxed = self._read()
        most = math.floor(_worth(goal, relaxed.columns) + _NEAR)
        if self._is_whole(relaxed.columns):
            answer = Answer(relaxed.columns, _whole_worth(goal, relaxed.columns), most)
        elif self._known and _whole_worth(goal, self._known) == most:
            answer = Answer(self._known, most, most)
        else:
            answer = self._among_whole(goal, most)
        if answer.is_best:
            self._narrow(goal, answer, relaxed)
        return answer

    def _run(self) -> int:
        self._lib.Highs_run(self._handle)
        status = self._lib.Highs_getModelStatus(self._handle)
        if status in (_INFEASIBLE, _EITHER):
            raise Unsolvable
        if status not in (_OPTIMAL, *_STOPPED):
            raise OSError(f"HiGHS {status}")
        return status

    def _read(self) -> "_Relaxed":
        n, m = self._columns, self._lib.Highs_getNumRow(self._handle)
        columns, reduced = (ctypes.c_double * n)(), (ctypes.c_double * n)()
        rows, prices = (ctypes.c_double * m)(), (ctypes.c_double * m)()
        self._lib.Highs_getSolution(self._handle, columns, reduced, rows, prices)
        return _Relaxed(tuple(columns), tuple(reduced), tuple(rows), tuple(prices))

    def _is_whole(self, columns: Sequence[float]) -> bool:
        return all(min(x, 1 - x) < _NEAR for x, w in zip(columns, self._whole, strict=True) if w)

    def _among_whole(self, goal: Mapping[int, int], most: int) -> Answer:
        """The same where fractions are not allowed; `most` is what they reached."""
        lib, last = self._lib, self._columns - 1
        kinds = array("i", map(int, self._whole))
        basis = self._basis()
        lib.Highs_clearSolver(self._handle)
        lib.Highs_changeColsIntegralityByRange(self._handle, 0, last, _ints(kinds))
        if self._known:
            known = array("d", self._known)
            lib.Highs_setSolution(self._handle, _doubles(known), None, None, None)
        is_proven = self._run() == _OPTIMAL
        solution = (ctypes.c_double * self._columns)()
        lib.Highs_getSolution(self._handle, solution, None, None, None)
        bound = ctypes.c_double()
        lib.Highs_getDoubleInfoValue(self._handle, b"mip_dual_bound", ctypes.byref(bound))
        kinds = array("i", [0] * self._columns)
        lib.Highs_changeColsIntegralityByRange(self._handle, 0, last, _ints(kinds))
        lib.Highs_clearSolver(self._handle)
        lib.Highs_setBasis(self._handle, *basis)
        columns = tuple(solution)
        value = _whole_worth(goal, columns)
        if is_proven:
            return Answer(columns, value, value)
        return Answer(columns, value, max(value, min(most, math.floor(bound.value + _NEAR))))

    def _basis(self) -> tuple[Any, Any]:
        """Where the solver stands, to go on from there after a search."""
        columns = (ctypes.c_int * self._columns)()
        rows = (ctypes.c_int * self._lib.Highs_getNumRow(self._handle))()
        self._lib.Highs_getBasis(self._handle, columns, rows)
        return columns, rows

    def _narrow(self, goal: Mapping[int, int], answer: Answer, relaxed: "_Relaxed") -> None:
        """From now on the goal stays where it is.

        What no solution so good can use is taken out by its reduced cost; a row is added only when
        fractions reached more than whole numbers.
        """
        gap = _worth(goal, relaxed.columns) - answer.value
        spare = max(gap, 0) + _NEAR
        fixed = [i for i, cost in enumerate(relaxed.reduced) if abs(cost) > spare]
        at = array("d", [round(relaxed.columns[i]) for i in fixed])
        self._lib.Highs_changeColsBoundsBySet(
            self._handle, len(fixed), _ints(array("i", fixed)), _doubles(at), _doubles(at)
        )
        self._known = answer.columns
        if gap > _NEAR:
            self._keep(goal, answer.value)
            self._lib.Highs_clearSolver(self._handle)
            return
        tight = [i for i, price in enumerate(relaxed.prices) if abs(price) > _NEAR]
        at = array("d", [round(relaxed.rows[i]) for i in tight])
        self._lib.Highs_changeRowsBoundsBySet(
            self._handle, len(tight), _ints(array("i", tight)), _doubles(at), _doubles(at)
        )

    def _keep(self, goal: Mapping[int, int], least: int) -> None:
        index, factors = array("i", goal), array("d", goal.values())
        self._lib.Highs_addRow(
            self._handle, ctypes.c_double(least - _HALF / 2), ctypes.c_double(_FREE), len(index),
            _ints(index), _doubles(factors),
        )  # fmt: skip


@dataclass(frozen=True)
class _Relaxed:
    """Where fractions are allowed: columns and rows, and what one more of each is worth."""

    columns: tuple[float, ...]
    reduced: tuple[float, ...]
    rows: tuple[float, ...]
    prices: tuple[float, ...]


def _worth(goal: Mapping[int, int], columns: Sequence[float]) -> float:
    return math.fsum(columns[column] * factor for column, factor in goal.items())


def _whole_worth(goal: Mapping[int, int], columns: Sequence[float]) -> int:
    return sum(round(columns[column]) * factor for column, factor in goal.items())


def _everything(goal: Mapping[int, int]) -> int:
    return sum(factor for factor in goal.values() if factor > 0)


def _doubles(values: "array[float]") -> Any:
    return (ctypes.c_double * len(values)).from_buffer(values) if values else None


def _ints(values: "array[int]") -> Any:
    return (ctypes.c_int * len(values)).from_buffer(values) if values else None
