"""Bench of the start: process start to first page painted, against an empty window with tabs."""

import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from measure import ROOT, Row, Samples, first_line, in_turn

RUNS = 7
FROZEN = ROOT / ".build" / "EntrePares" / "EntrePares"
EMPTY_WINDOW = """
import json, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QTabWidget, QWidget

app = QApplication(sys.argv)
window, tabs = QMainWindow(), QTabWidget()
for n in range(9):
    tabs.addTab(QWidget(), f"Tab {n}")
window.setCentralWidget(tabs)
window.resize(1280, 680)
window.show()

def tell():
    app.processEvents()
    status = Path("/proc/self/status")
    lines = status.read_text().splitlines() if status.exists() else []
    memory = [int(line.split()[1]) for line in lines if line.startswith("VmHWM")]
    print(json.dumps({"kb": sum(memory)}), flush=True)
    app.quit()

QTimer.singleShot(0, app, tell)
app.exec()
"""


def rows(plantel: Path, big: Path) -> list[Row]:
    """Time and memory of the start on a file of 3,000 alumnos, and on one of 30,000.

    The frozen program too, when `dev.py build` has made it here.
    """

    ours = [sys.executable, "-m", "app", plantel]
    whole = [sys.executable, "-m", "app", big]
    empty = [sys.executable, "-c", EMPTY_WINDOW]
    commands = [ours, whole, empty]
    if FROZEN.exists():
        commands.append([FROZEN, plantel])
    runs = in_turn(RUNS, *(partial(_start, command) for command in commands))
    times = [Samples(tuple(took for took, _memory in samples)) for samples in runs]
    memory = [Samples(tuple(kept for _took, kept in samples)) for samples in runs]
    floor = "empty window"
    frozen = [
        Row("start of the frozen program", t, "ms", 1.2, 1, times[0], "source") for t in times[3:]
    ]
    return [
        Row("start to first page", times[0], "ms", 1.8, 1.3, times[2], floor),
        Row("start to first page, 30,000", times[1], "ms", 12, 10, times[0], "3,000"),
        Row("memory at first page", memory[0], "MiB", 1.8, 1.3, memory[2], floor),
        *frozen,
    ]


def _start(command: Sequence[str | Path]) -> tuple[float, float]:
    """Milliseconds and MiB up to the first page."""
    took, said = first_line(command, ENTREPARES_CRONOMETRO="1")
    return took, said["kb"] / 1024
