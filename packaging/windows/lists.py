"""What goes to Windows: the locks of the project, read for another system than this one."""

import re
from collections.abc import Iterable, Mapping

from environment import DEV_LOCK, ROOT, RUN_LOCK

INTERPRETER_LOCK = ROOT / "packaging" / "windows" / "interpreter.lock"
BUILD_TOOLS = frozenset({
    "altgraph",
    "packaging",
    "pefile",
    "pyinstaller",
    "pyinstaller-hooks-contrib",
    "pywin32-ctypes",
    "setuptools",
})  # fmt: skip
"""What PyInstaller needs on Windows, out of the lock for development."""

_ENTRY = re.compile(
    r'^([\w.-]+)==([\w.]+)(?: ; sys_platform == "(\w+)")? \\\n((?: +--hash=sha256:\w+(?: \\)?\n)+)',
    re.MULTILINE,
)


def entries(lock: str, system: str = "win32") -> dict[str, str]:
    """The entries of a lock that `system` needs, by name, without their condition.

    pip judges a condition for the machine it runs on, even when it fetches for another one, so
    the condition is judged here. Raises ValueError for a line that is not understood.
    """
    found = {}
    for entry in _ENTRY.finditer(lock):
        name, version, only_on, hashes = entry.groups()
        if only_on in (None, system):
            found[name] = f"{name}=={version} \\\n{hashes}"
    left = _ENTRY.sub("", lock)
    if strange := [line for line in left.splitlines() if line and not line.startswith("#")]:
        raise ValueError(f"this line of the lock is not understood: {strange[0]}")
    return found


def of_program() -> str:
    """The list of what the program and its freezing need on Windows."""
    run = entries(RUN_LOCK.read_text(encoding="utf-8"))
    dev = entries(DEV_LOCK.read_text(encoding="utf-8"))
    if missing := BUILD_TOOLS - set(dev) - set(run):
        raise ValueError(f"the locks lack {', '.join(sorted(missing))}")
    return _as_list({**run, **_chosen(dev, BUILD_TOOLS)})


def of_interpreter() -> str:
    """The list of the one wheel with Python itself."""
    return _as_list(entries(INTERPRETER_LOCK.read_text(encoding="utf-8")))


def hashes(text: str) -> set[str]:
    """Every SHA-256 that a list accepts."""
    return set(re.findall(r"--hash=sha256:(\w+)", text))


def names(text: str) -> list[str]:
    """The packages of a list."""
    return re.findall(r"^([\w.-]+)==", text, re.MULTILINE)


def _chosen(found: Mapping[str, str], wanted: Iterable[str]) -> dict[str, str]:
    return {name: found[name] for name in wanted if name in found}


def _as_list(found: Mapping[str, str]) -> str:
    return "".join(found[name] for name in sorted(found))
