"""This process as the system sees it: how long ago it started and the memory it has taken."""

import ctypes
import os
import sys
import time
from pathlib import Path

_TICKS_TO_1970 = 116_444_736_000_000_000
"""From 1601, where Windows begins to count, in tenths of a microsecond."""
_STARTED = 21
"""Place of the start time in /proc/self/stat, counted from 0."""


class _Memory(ctypes.Structure):
    _fields_ = (
        ("size", ctypes.c_uint32),
        ("page_faults", ctypes.c_uint32),
        ("peak", ctypes.c_size_t),
        ("others", ctypes.c_size_t * 7),
    )


def age_ms() -> int:
    """Milliseconds since the system started this process; 0 when it does not say."""
    if sys.platform == "win32":
        return round(_windows_age() * 1000)
    try:
        after_the_name = Path("/proc/self/stat").read_text(encoding="utf-8").rpartition(")")[2]
    except OSError:
        return 0
    started = int(after_the_name.split()[_STARTED - 2]) / os.sysconf("SC_CLK_TCK")
    return round((time.clock_gettime(time.CLOCK_BOOTTIME) - started) * 1000)


def peak_kb() -> int:
    """The most memory this process has held, in KiB; 0 when the system does not say."""
    if sys.platform == "win32":
        return _windows_peak() // 1024
    try:
        lines = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("VmHWM")), 0)


def _windows_age() -> float:
    if sys.platform != "win32":
        return 0
    kernel = ctypes.WinDLL("kernel32")
    started, others = ctypes.c_uint64(), [ctypes.c_uint64() for _ in range(3)]
    pointers = [ctypes.byref(one) for one in (started, *others)]
    if not kernel.GetProcessTimes(ctypes.c_void_p(-1), *pointers):
        return 0
    return time.time() - (started.value - _TICKS_TO_1970) / 1e7


def _windows_peak() -> int:
    if sys.platform != "win32":
        return 0
    kernel = ctypes.WinDLL("kernel32")
    found = _Memory(size=ctypes.sizeof(_Memory))
    asked = kernel.K32GetProcessMemoryInfo(ctypes.c_void_p(-1), ctypes.byref(found), found.size)
    return found.peak if asked else 0
