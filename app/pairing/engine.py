"""HiGHS, the solver of whole-number programs, through its own C interface: no numpy, one thread.

The library comes in the wheel `highsbox`. Its arithmetic is in floating point; the values of the
programs made here are small whole numbers, so rounding gives the exact ones.
"""

import ctypes
import sys
from array import array
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

_FREE = 1e30
_OPTIMAL, _INFEASIBLE, _STOPPED = 7, 8, (13, 17)
_MAXIMIZE, _BY_ROWS = -1, 2
_INTERRUPT = 6
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
        self._handle = ctypes.c_void_p(self._lib.Highs_create())
        self._stop = stop
        self._callback = _Callback(self._on_callback)
        self._set_options()
        self._pass_model(whole, rows)

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
        lib.Highs_startCallback(handle, _INTERRUPT)

    def _pass_model(self, whole: Sequence[bool], rows: Sequence[Row]) -> None:
        starts, index, factors = array("i"), array("i"), array("d")
        for row in rows:
            starts.append(len(index))
            index.extend(row.terms)
            factors.extend(row.terms.values())
        least = array("d", [-_FREE if row.least is None else row.least for row in rows])
        most = array("d", [_FREE if row.most is None else row.most for row in rows])
        n = self._columns
        self._lib.Highs_passMip(
            self._handle, n, len(rows), len(index), _BY_ROWS, _MAXIMIZE, ctypes.c_double(0),
            _doubles(array("d", [0.0] * n)), _doubles(array("d", [0.0] * n)),
            _doubles(array("d", [1.0] * n)), _doubles(least), _doubles(most), _ints(starts),
            _ints(index), _doubles(factors), _ints(array("i", map(int, whole))),
        )  # fmt: skip

    def best(self, goal: Mapping[int, int]) -> Answer:
        """The solution with the most of a goal; Unsolvable when the rows exclude each other.

        When it is told to stop, the best known, or no column at all.
        """
        factors = array("d", [0.0] * self._columns)
        for column, factor in goal.items():
            factors[column] = factor
        last = self._columns - 1
        self._lib.Highs_changeColsCostByRange(self._handle, 0, last, _doubles(factors))
        self._lib.Highs_run(self._handle)
        status = self._lib.Highs_getModelStatus(self._handle)
        if status == _INFEASIBLE:
            raise Unsolvable
        if status not in (_OPTIMAL, *_STOPPED):
            raise OSError(f"HiGHS {status}")
        return self._answer(goal, status == _OPTIMAL)

    def _answer(self, goal: Mapping[int, int], is_proven: bool) -> Answer:
        solution = (ctypes.c_double * self._columns)()
        self._lib.Highs_getSolution(self._handle, solution, None, None, None)
        columns = tuple(solution)
        value = sum(round(columns[column]) * factor for column, factor in goal.items())
        if is_proven:
            return Answer(columns, value, value)
        bound = ctypes.c_double()
        self._lib.Highs_getDoubleInfoValue(self._handle, b"mip_dual_bound", ctypes.byref(bound))
        everything = sum(factor for factor in goal.values() if factor > 0)
        far = int(min(bound.value, everything) + 1e-6) if abs(bound.value) < _FREE else everything
        return Answer(columns, value, max(value, far))

    def keep(self, goal: Mapping[int, int], least: int) -> None:
        """From now on the goal reaches at least so much."""
        index, factors = array("i", goal), array("d", goal.values())
        self._lib.Highs_addRow(
            self._handle, ctypes.c_double(least - _HALF / 2), ctypes.c_double(_FREE), len(index),
            _ints(index), _doubles(factors),
        )  # fmt: skip

    def start_from(self, columns: Sequence[float]) -> None:
        """A solution to begin with."""
        self._lib.Highs_setSolution(self._handle, _doubles(array("d", columns)), None, None, None)


def _doubles(values: "array[float]") -> Any:
    return (ctypes.c_double * len(values)).from_buffer(values) if values else None


def _ints(values: "array[int]") -> Any:
    return (ctypes.c_int * len(values)).from_buffer(values) if values else None
