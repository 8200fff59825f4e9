"""The library of HiGHS, out of the wheel `highsbox`: loaded once, its arrays, its callbacks."""

import ctypes
import sys
from array import array
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

_PARTS = {"win32": "bin/highs.dll", "linux": "lib/libhighs.so"}


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


Callback = ctypes.CFUNCTYPE(
    None,
    ctypes.c_int,
    ctypes.c_char_p,
    ctypes.c_void_p,
    ctypes.POINTER(ctypes.c_int),
    ctypes.c_void_p,
)
"""What the library calls to ask whether to go on."""


def doubles(values: "array[float]") -> Any:
    """An array as the library takes it; None for an empty one."""
    return (ctypes.c_double * len(values)).from_buffer(values) if values else None


def ints(values: "array[int]") -> Any:
    """An array as the library takes it; None for an empty one."""
    return (ctypes.c_int * len(values)).from_buffer(values) if values else None
