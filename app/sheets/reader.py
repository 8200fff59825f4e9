"""Starts the reader process, looks through the file meanwhile, and takes its answer."""

import os
import subprocess
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import Any

from app import paths
from app.sheets.book import CALAMINE_KINDS, ZIPPED_KINDS, Sheet
from app.sheets.child import SECONDS, child_command, decoded_value
from app.sheets.collector import collector_paused
from app.sheets.limits import refuse
from app.sheets.preflight import Preflight

_PIPE = 1 << 20
_NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)


def read_in_child(path: Path, kind: str, seconds: float = SECONDS) -> list[Sheet]:
    """The sheets of an .xlsx, .xls, .ods or web page; SheetRejected when they cannot be had.

    The child reads once the table of contents of the file was looked at, with little memory to
    spend, while this process looks through every part; a refusal ends it at once.
    """
    try:
        child = _started(path)
    except OSError:
        refuse(path.name, "lector")
    try:
        with ExitStack() as stack:
            look = stack.enter_context(Preflight(path, kind)) if kind in ZIPPED_KINDS else None
            if look:
                look.at_members()
            _let_it_read(child, b"c" if kind in CALAMINE_KINDS else b"h", path.name)
            if look:
                look.at_parts()
        answer = _answer(child, path.name, seconds)
    finally:
        _end(child)
    return _sheets(answer, path.name)


def _started(path: Path) -> "subprocess.Popen[bytes]":
    child = subprocess.Popen(  # noqa: S603 our own program, and the path is its last argument
        [*child_command(), str(path.absolute())],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=paths.ROOT,
        env={**os.environ, "PYTHONNOUSERSITE": "1"},
        creationflags=_NO_WINDOW,
    )
    if child.stdout:
        _widen(child.stdout.fileno())
    return child


def _widen(pipe: int) -> None:
    """Makes room for a whole answer where the system allows it: the child need not wait."""
    with suppress(ImportError, AttributeError, OSError):
        import fcntl

        fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, _PIPE)


def _let_it_read(child: "subprocess.Popen[bytes]", go: bytes, name: str) -> None:
    try:
        if child.stdin:
            child.stdin.write(go)
            child.stdin.close()
            child.stdin = None
    except OSError:
        refuse(name, "lector")


def _answer(child: "subprocess.Popen[bytes]", name: str, seconds: float) -> bytes:
    try:
        return child.communicate(timeout=seconds)[0]
    except subprocess.TimeoutExpired:
        refuse(name, "lento")
    except OSError:
        refuse(name, "lector")


def _end(child: "subprocess.Popen[bytes]") -> None:
    if child.poll() is None:
        child.kill()
        with suppress(subprocess.TimeoutExpired):
            child.wait(5)
    for pipe in (child.stdin, child.stdout):
        if pipe:
            with suppress(OSError):
                pipe.close()


def _sheets(answer: bytes, name: str) -> list[Sheet]:
    import json

    try:
        with collector_paused():
            document: dict[str, Any] = json.loads(answer, object_hook=decoded_value)
    except (ValueError, RecursionError):
        refuse(name, "dañado" if not answer else "lento")
    if "sheets" not in document:
        refuse(name, document.get("refused", "dañado"))
    return [Sheet(str(sheet["name"]), sheet["rows"]) for sheet in document["sheets"]]
