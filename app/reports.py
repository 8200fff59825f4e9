"""The report of a defect: what the program was doing, and nothing of what the school wrote.

No message of the error and no values: both can carry a name or a CURP. Versions, the machine's
kind, and the places of the program that were running, are enough to look for the fault.
"""

import platform
import sys
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from traceback import extract_tb
from types import TracebackType

from app import VERSION, clock, paths

FOLDER = "informes"
_KEPT = 30
_DEEPEST = 60
_LIBRARIES = ("PySide6", "sqlite_utils", "sqlcipher3", "reportlab", "pypdfium2", "rapidfuzz")


def write(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> Path:
    """Writes the report and gives its path; never raises, the oldest reports go."""
    text = "\n".join(_lines(kind, error, trace)) + "\n"
    for folder in (paths.user_folder, _spare_folder):
        with suppress(OSError):
            return _stored(folder() / FOLDER, text)
    return Path(tempfile.gettempdir()) / FOLDER


def _spare_folder() -> Path:
    return Path(tempfile.gettempdir()) / "entre-pares"


def summary(error: BaseException) -> str:
    """Class of an error and its deepest places, in one line and without its words."""
    frames = [line.strip() for line in _frames(error.__traceback__)]
    return " < ".join([_name(type(error), error), *reversed(frames[-3:])])


def _stored(folder: Path, text: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    found = sorted(folder.glob("informe-*.txt"), key=lambda path: path.stat().st_mtime_ns)
    for old in found[: max(0, len(found) + 1 - _KEPT)]:
        old.unlink(missing_ok=True)
    number, stem = 1, f"informe-{clock.now():%Y-%m-%d-%H%M%S}"
    while (path := folder / f"{stem}-{number}.txt").exists():
        number += 1
    path.write_text(text, encoding="utf-8")
    return path


def _lines(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> Iterator[str]:
    yield f"Entre Pares {VERSION} · {clock.now():%Y-%m-%d %H:%M:%S}"
    yield f"Python {platform.python_version()} · {platform.system()} {platform.release()}"
    made = "empaquetado" if hasattr(sys, "_MEIPASS") else "desde el código"
    yield f"{platform.machine()} · {made}"
    yield ", ".join(_versions())
    yield ""
    seen: set[int] = set()
    while error and id(error) not in seen:
        seen.add(id(error))
        yield _name(kind, error)
        yield from _frames(trace)
        error = error.__cause__ or error.__context__  # pyright: ignore[reportAssignmentType]
        if error is not None:
            kind, trace = type(error), error.__traceback__
            yield "a causa de"


def _name(kind: type[BaseException], error: BaseException) -> str:
    """The class of the error, and the system's number when it has one; never its message."""
    number = getattr(error, "errno", None) or getattr(error, "sqlite_errorname", None)
    return f"{kind.__module__}.{kind.__qualname__}{f' ({number})' if number else ''}"


def _frames(trace: TracebackType | None) -> Iterator[str]:
    frames = extract_tb(trace)[-_DEEPEST:]
    for frame in frames:
        yield f"  {_place(Path(frame.filename))}:{frame.lineno} en {frame.name}"


def _place(path: Path) -> str:
    """A file of the program by its place in it; of anything else only the name and its folder."""
    with suppress(ValueError):
        return path.relative_to(paths.ROOT).as_posix()
    return "/".join(path.parts[-2:])


def _versions() -> Iterator[str]:
    """The libraries that are loaded, with their versions."""
    for name in _LIBRARIES:
        module = sys.modules.get(name)
        if module is not None:
            version = getattr(module, "__version__", getattr(module, "Version", "¿?"))
            yield f"{name} {version}"
