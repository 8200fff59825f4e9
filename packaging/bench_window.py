"""Bench of the window: filter as you type, change of tab, opening a student.

Run as a program with a file of a plantel it measures one window and prints its samples as JSON.
"""

import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from measure import ROOT, Row, Samples, percentile

WORDS = ("hernandez", "maria jose", "ñu", "3a", "guadalupe", "xi", "torres l")
ROUNDS = 3
STUDENTS = 40


def rows(plantel: Path, big: Path) -> list[Row]:
    """What one window on 3,000 and one on 30,000 alumnos take, per key and per click."""
    small, large = _measured(plantel), _measured(big)

    def p95(samples: dict[str, list[float]], name: str) -> Samples:
        # Bars are for the 95th percentile: the spread shown is that of the rounds.
        return Samples(tuple(percentile(values, 0.95) for values in _rounds(samples[name])))

    frame, half = "one frame at 60 Hz", "one frame at 30 Hz"
    clicks = {
        "tab": "change of tab",
        "visit": "first visit of a tab",
        "student": "a student opened",
    }
    return [
        Row("filter, 3,000 alumnos, p95 per key", p95(small, "key"), "ms", 16, 8, None, frame),
        Row("filter, 30,000 alumnos, p95 per key", p95(large, "key"), "ms", 50, 16, None, frame),
        *(
            Row(f"{what}, p95", p95(small, name), "ms", 33, 16, None, half)
            for name, what in clicks.items()
        ),
        *(
            Row(f"{what}, 30,000", p95(large, name), "ms", 12, 10, p95(small, name), "3,000")
            for name, what in clicks.items()
        ),
    ]


def _rounds(values: list[float]) -> list[list[float]]:
    size = max(1, len(values) // ROUNDS)
    return [values[i : i + size] for i in range(0, size * min(ROUNDS, len(values)), size)]


def _measured(plantel: Path) -> dict[str, list[float]]:
    command = [sys.executable, Path(__file__), plantel]
    done = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True)
    return json.loads(done.stdout)


def _window(plantel: Path) -> dict[str, list[float]]:
    from app.store import Store
    from ui import application
    from ui.main_window import MainWindow
    from ui.tabs import TABS

    app = application.make(sys.argv[:1])
    window = MainWindow()
    window.use(Store.open(plantel))
    window.resize(1280, 680)
    window.show()
    _until_calm(app)
    samples: dict[str, list[float]] = {"visit": [], "tab": [], "key": [], "student": []}
    for index in range(1, len(TABS)):
        samples["visit"].append(_timed(app, lambda index=index: window.tabs.setCurrentIndex(index)))
        _until_calm(app)
    for _ in range(ROUNDS):
        for index in range(len(TABS)):
            spent = _timed(app, lambda index=index: window.tabs.setCurrentIndex(index))
            samples["tab"].append(spent)
    page = window.show_tab("tutorados")
    page.bar.set_view("todos")
    page.refresh()
    _until_calm(app)
    samples["key"] = _typed(app, page)
    samples["student"] = _opened(app, page)
    window.close()
    return samples


def _typed(app: Any, page: Any) -> list[float]:
    """Milliseconds from each key to the list that is painted for it, any pause included."""
    from ui.tables.record_table import RecordTable
    from ui.widgets.search_field import SearchField

    field, table = page.findChild(SearchField), page.findChild(RecordTable)
    assert table.model.total == page.ctx.store.alumnos.count()
    typed = [word[:end] for word in WORDS for end in range(1, len(word) + 1)]
    spent = [_key(app, field, table, words) for _ in range(ROUNDS) for words in typed]
    _key(app, field, table, "")
    return spent


def _key(app: Any, field: Any, table: Any, words: str) -> float:
    started = time.perf_counter()
    field.setText(words)
    while table.model.words.strip() != words.strip():
        app.processEvents()
    app.processEvents()
    return (time.perf_counter() - started) * 1000


def _opened(app: Any, page: Any) -> list[float]:
    from ui.tables.record_table import RecordTable

    model = page.findChild(RecordTable).model
    ids = model.shown_ids()[: STUDENTS * 7 : 7]
    return [_timed(app, lambda one=one: page.show_record(one)) for one in ids]


def _timed(app: Any, act: Any) -> float:
    """Milliseconds of an act and of everything it makes Qt lay out and paint."""
    started = time.perf_counter()
    act()
    app.processEvents()
    return (time.perf_counter() - started) * 1000


def _until_calm(app: Any) -> None:
    """Let timers that only prepare for later run out, as they do while nobody touches anything."""
    end = time.perf_counter() + 0.5
    while time.perf_counter() < end:
        app.processEvents()


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    print(json.dumps(_window(Path(sys.argv[1]))))
