"""How the bench measures: runs taken in turn, medians with their spread, and one table."""

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True)
class Samples:
    """The same thing measured several times."""

    values: tuple[float, ...]

    @property
    def median(self) -> float:
        """The value in the middle, which one slow run does not move."""
        return statistics.median(self.values)

    def text(self, unit: str) -> str:
        """Median and, in brackets, the least and the most."""
        least, most = min(self.values), max(self.values)
        return f"{_shown(self.median)} {unit} [{_shown(least)}–{_shown(most)}]"


@dataclass(frozen=True)
class Row:
    """One line of the table: what was measured, against what, and what it should be.

    With a floor the figure is the ratio of the medians; without one, or when `absolute`, it is
    the median itself.
    """

    work: str
    ours: Samples
    unit: str
    bar: float
    dream: float | None
    floor: Samples | None = None
    against: str = ""
    absolute: bool = False

    @property
    def figure(self) -> float:
        """What the bar is held against."""
        if self.floor is None or self.absolute:
            return self.ours.median
        return self.ours.median / self.floor.median

    def cells(self) -> tuple[str, ...]:
        """The texts of the line."""
        suffix = f" {self.unit}" if self.floor is None or self.absolute else "×"
        verdict = "ok" if self.figure <= self.bar else "OVER"
        if self.dream is not None and self.figure <= self.dream:
            verdict = "dream"
        return (
            self.work,
            self.ours.text(self.unit),
            f"{self.against}: {self.floor.text(self.unit)}" if self.floor else self.against or "-",
            f"{_shown(self.figure)}{suffix}",
            f"≤ {self.bar:g}{suffix}",
            f"≤ {self.dream:g}{suffix}" if self.dream is not None else "-",
            verdict,
        )


def in_turn(runs: int, *works: Callable[[], Any]) -> list[list[Any]]:
    """The answers of each work, all called in turn so that the machine's mood hits them alike.

    One round before the counted ones warms caches.
    """
    rounds = [[work() for work in works] for _ in range(runs + 1)]
    return [list(answers) for answers in zip(*rounds[1:], strict=True)]


def timed(work: Callable[[], Any]) -> float:
    """Milliseconds that a call takes."""
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1000


def milliseconds(work: Callable[[], Any]) -> Callable[[], float]:
    """The same call as one that answers how long it took."""
    return lambda: timed(work)


def first_line(command: Sequence[str | Path], **env: str) -> tuple[float, dict[str, Any]]:
    """Milliseconds from starting a program to its first line of output, and that line's JSON."""
    started = time.perf_counter()
    with subprocess.Popen(
        [str(part) for part in command],
        cwd=ROOT,
        env={**os.environ, **env},
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        seconds = time.perf_counter() - started
        process.communicate()
    if process.returncode:
        raise SystemExit(f"{' '.join(map(str, command))} ended with {process.returncode}")
    return seconds * 1000, json.loads(line)


def program(*arguments: str | Path) -> None:
    """Run the program's command line and expect it to end well."""
    command = [sys.executable, "-m", "app", *map(str, arguments)]
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)


def percentile(values: Sequence[float], part: float) -> float:
    """The value that `part` (0 to 1) of the values do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(part * len(ordered)))]


def show(rows: Sequence[Row]) -> None:
    """Print the table."""
    head = ("work", "ours, median [min–max]", "floor or rival", "figure", "bar", "dream", "")
    lines = [head, *(row.cells() for row in rows)]
    widths = [max(len(line[i]) for line in lines) for i in range(len(head))]
    for line in lines:
        print("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)))


def _shown(value: float) -> str:
    if value >= 100:
        return f"{value:.0f}"
    return f"{value:.1f}" if value >= 10 else f"{value:.2f}"
