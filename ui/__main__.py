"""Starts the window: on a file, on the last file used, or on the welcome."""

import os
import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from app import paths
from app.errors import AppError
from app.store import Store
from ui import application, messages, state
from ui.main_window import MainWindow

STOPWATCH = "ENTREPARES_CRONOMETRO"
"""When set, the program tells on its output that its first page is painted, and ends."""


def main(argv: list[str] | None = None) -> int:
    """Runs the window until it closes; the exit status of the program."""
    arguments = list(sys.argv if argv is None else argv)
    app = application.make(arguments)
    defects = application.watch_defects(app)
    window = MainWindow()
    defects.happened.connect(messages.defect)
    defects.refused.connect(messages.problem)
    problem = _first_file(window, arguments[1:])
    window.show()
    if problem:
        messages.problem(problem)
    elif paths.portable_folder() and not paths.carries_its_data():
        messages.problem(paths.portable_sentence())
    if os.environ.get(STOPWATCH):
        QTimer.singleShot(0, app, _tell_time)
    status = app.exec()
    window.deleteLater()
    return status


def _first_file(window: MainWindow, arguments: list[str]) -> str:
    """Opens the file asked for, else the last one; the sentence of what went wrong, if it did."""
    asked = Path(arguments[0]) if arguments else None
    path = asked or state.recall_path("archivos/ultimo")
    try:
        window.use(Store.open(path, check_later=True) if path else None)
    except AppError as problem:
        window.use(None)
        return str(problem)
    return ""


def _tell_time() -> None:
    """Prints the memory used, once the first page is on screen, and ends."""
    import json

    QApplication.processEvents()
    print(json.dumps({"kb": _memory()}), flush=True)  # noqa: T201
    QApplication.quit()


def _memory() -> int:
    status = Path("/proc/self/status")
    if not status.exists():
        return 0
    line = next(one for one in status.read_text().splitlines() if one.startswith("VmHWM"))
    return int(line.split()[1])


if __name__ == "__main__":
    sys.exit(main())
