"""Starts the reader process, looks through the file meanwhile, and takes its answer."""

import os
import subprocess
from contextlib import suppress
from pathlib import Path
from typing import Any

from app import paths
from app.sheets.book import CALAMINE_KINDS, Sheet
from app.sheets.child import SECONDS, child_command, decoded_value
from app.sheets.limits import refuse
from app.sheets.preflight import look_through

_NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)


def read_in_child(path: Path, kind: str, seconds: float = SECONDS) -> list[Sheet]:
    """The sheets of an .xlsx, .xls, .ods or web page; SheetRejected when they cannot be had.

    The child starts up while this process looks through the file, and reads only afterwards.
    """
    try:
        child = _started(path)
    except OSError:
        refuse(path.name, "lector")
    try:
        if kind in ("xlsx", "ods"):
            look_through(path, kind)
        answer = _answer(child, b"c" if kind in CALAMINE_KINDS else b"h", path.name, seconds)
    finally:
        _end(child)
    return _sheets(answer, path.name)


def _started(path: Path) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(  # noqa: S603 our own program, and the path is its last argument
        [*child_command(), str(path.absolute())],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=paths.ROOT,
        env={**os.environ, "PYTHONNOUSERSITE": "1"},
        creationflags=_NO_WINDOW,
    )


def _answer(child: "subprocess.Popen[bytes]", go: bytes, name: str, seconds: float) -> bytes:
    try:
        return child.communicate(go, timeout=seconds)[0]
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
        document: dict[str, Any] = json.loads(answer, object_hook=decoded_value)
    except (ValueError, RecursionError):
        refuse(name, "dañado" if not answer else "lento")
    if "sheets" not in document:
        refuse(name, document.get("refused", "dañado"))
    return [Sheet(str(sheet["name"]), sheet["rows"]) for sheet in document["sheets"]]
