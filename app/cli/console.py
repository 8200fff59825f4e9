"""What the command line writes: results on one side, a sentence about the problem on the other."""

import json
import os
import sys
from collections.abc import Iterable, Sequence
from contextlib import suppress
from typing import Any, TextIO


def prepare() -> None:
    """Spanish letters whatever the console, and a console when the program has none of its own."""
    if os.name == "nt" and (sys.stdout is None or sys.stderr is None):
        _borrow_console()
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            with suppress(ValueError, OSError):
                reconfigure(encoding="utf-8", errors="backslashreplace")


def _borrow_console() -> None:
    """The console of whoever started a program that is made for windows."""
    import ctypes

    parent = -1
    if not ctypes.windll.kernel32.AttachConsole(parent):  # type: ignore[attr-defined]
        return
    with suppress(OSError):
        console = open("CONOUT$", "w", encoding="utf-8")  # noqa: PTH123, SIM115 lives with the program
        sys.stdout = sys.stdout or console
        sys.stderr = sys.stderr or console


def say(text: str) -> None:
    """A result."""
    _write(sys.stdout, f"{text}\n")


def say_json(document: Any) -> None:
    """A result as one JSON document."""
    say(json.dumps(document, ensure_ascii=False, indent=2))


def complain(sentence: str) -> None:
    """A problem, in one line."""
    _write(sys.stderr, f"{' '.join(sentence.split())}\n")


def _write(stream: TextIO | None, text: str) -> None:
    if stream is not None:
        stream.write(text)
        stream.flush()


def aligned(rows: Sequence[Sequence[str]]) -> list[str]:
    """Rows as lines of columns as wide as they need, a little inside."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    cells = [[f"{text:{width}}" for text, width in zip(row, widths, strict=True)] for row in rows]
    return [f"  {'  '.join(row)}".rstrip() for row in cells]


def show_table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Rows in columns as wide as they need."""
    lines = [list(heads), *(list(row) for row in rows)]
    widths = [max(len(line[i]) for line in lines) for i in range(len(heads))]
    for line in lines:
        shown = "  ".join(text.ljust(width) for text, width in zip(line, widths, strict=True))
        say(shown.rstrip())
