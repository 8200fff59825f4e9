"""Bench of the start: process start to first page painted, against an empty window with tabs."""

import sys
from pathlib import Path

from measure import Row, Samples, first_line, in_turn

RUNS = 7
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


def rows(plantel: Path) -> list[Row]:
    """Time and memory of the start on a file of 3,000 alumnos."""

    def ours() -> tuple[float, float]:
        took, said = first_line([sys.executable, "-m", "app", plantel], ENTREPARES_CRONOMETRO="1")
        return took, said["kb"] / 1024

    def floor() -> tuple[float, float]:
        took, said = first_line([sys.executable, "-c", EMPTY_WINDOW])
        return took, said["kb"] / 1024

    floors, starts = in_turn(RUNS, floor, ours)
    times = [Samples(tuple(took for took, _memory in runs)) for runs in (starts, floors)]
    memory = [Samples(tuple(kept for _took, kept in runs)) for runs in (starts, floors)]
    against = "empty window"
    return [
        Row("start to first page", times[0], "ms", 1.8, 1.3, times[1], against),
        Row("memory at first page", memory[0], "MiB", 1.8, None, memory[1], against),
    ]
