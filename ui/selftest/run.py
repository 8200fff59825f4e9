"""Runs the self-test: makes its folder, walks through every step, and always comes to an end."""

import faulthandler
import os
import sys
import threading
from pathlib import Path

from app import paths
from ui import application
from ui.selftest.walk import Walk

DONE, FAILED = 0, 1
SECONDS = 480
"""After these the walk is stuck: what it has is written and the process ends."""
_CRASH = "caida.txt"


def main(folder: Path) -> int:
    """Walks through the program inside a folder that is new or empty; the exit status."""
    folder = folder.absolute()
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        return FAILED
    folder.mkdir(parents=True, exist_ok=True)
    os.environ[paths.OWN_FOLDER] = str(folder / "usuario")
    crash = folder / _CRASH
    with crash.open("w", encoding="utf-8") as told:
        faulthandler.enable(told)
        status = _walk(folder)
        faulthandler.disable()
    if not crash.stat().st_size:
        crash.unlink()
    return status


def _walk(folder: Path) -> int:
    app = application.make(sys.argv[:1])
    walk = Walk(folder, app)
    watchdog = threading.Timer(SECONDS, _give_up, [walk])
    watchdog.daemon = True
    watchdog.start()
    application.watch_defects(app).happened.connect(walk.on_defect)
    from ui.selftest.steps import STEPS

    for name, action in STEPS:
        walk.do(name, action)
    watchdog.cancel()
    return DONE if walk.finish() else FAILED


def _give_up(walk: Walk) -> None:
    """On another thread, when the one of the window does not come back."""
    walk.note(
        "Terminar a tiempo", f"No terminó en {SECONDS} segundos.", ok=False, ms=SECONDS * 1000
    )
    os._exit(FAILED)
