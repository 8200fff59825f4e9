"""Bench of a thousand carnets: ours against the floor and the rivals of `bench_paper`.

Run as a program it draws them one way, in a process of its own so that nothing is remembered from
another run, and prints its time and memory as JSON.
"""

import json
import sys
import time
from functools import partial
from pathlib import Path
from typing import Any

from measure import ROOT, Row, Samples, first_line, in_turn

RUNS = 5
CARNETS = 1000
RIVALS = {"floor": "ReportLab floor", "fpdf2": "fpdf2", "platypus": "Platypus"}


def rows(big: Path) -> list[Row]:
    """Time and memory of 1,000 carnets; ours counts reading them from the data file too."""
    ways = ("file", *RIVALS)
    works = [partial(first_line, [sys.executable, Path(__file__), way, big]) for way in ways]
    said = dict(zip(ways, in_turn(RUNS, *works), strict=True))
    spent = {w: Samples(tuple(one["ms"] for _took, one in said[w])) for w in ways}
    grown = Samples(tuple(one["kb"] / 1024 for _took, one in said["file"]))
    work = f"{CARNETS} carnets from the file"
    floor = RIVALS["floor"]
    beaten = [
        Row(f"{work}, against rivals", spent["file"], "ms", 1, None, spent[way], name)
        for way, name in RIVALS.items()
        if way != "floor"
    ]
    return [
        Row(work, spent["file"], "ms", 1.6, 1.2, spent["floor"], floor),
        *beaten,
        Row(f"memory of {work}", grown, "MiB", 60, 25, None, "above the open file at rest"),
    ]


def _drawn(way: str, plantel: Path) -> dict[str, Any]:
    """What one way takes once its library is loaded; the data of the rivals are ready before."""
    if way == "file":
        return _from_file(plantel)
    import bench_paper

    draw = getattr(bench_paper, way)
    bench_paper.carnets(1)
    draw(1)
    bench_paper.carnets(CARNETS)
    started = time.perf_counter()
    draw(CARNETS)
    return {"ms": (time.perf_counter() - started) * 1000}


def _from_file(plantel: Path) -> dict[str, Any]:
    """Gathering and drawing, as the window does it, and how much memory that adds."""
    from app.formatos import CARNET
    from app.formatos.carnet import CarnetOpciones
    from app.formatos.formato import render
    from app.services import printing
    from app.services.carnets import carnets
    from app.store import Store

    store = Store.open(plantel, read_only=True)
    alumnos = [row.alumno for row in carnets(store)][: CARNETS + 1]
    options = CarnetOpciones(reverso=False)

    def draw(chosen: list[int]) -> None:
        tirada = printing.tirada(store, CARNET, chosen, options)
        render(tirada.formato, tirada.datos, tirada.opciones)

    rest = _memory("VmRSS")
    draw(alumnos[-1:])
    started = time.perf_counter()
    draw(alumnos[:CARNETS])
    spent = (time.perf_counter() - started) * 1000
    assert len(alumnos) > CARNETS
    return {"ms": spent, "kb": _memory("VmHWM") - rest}


def _memory(which: str) -> int:
    """What this process holds (VmRSS) or has held at most (VmHWM), in KiB; 0 if not told."""
    status = Path("/proc/self/status")
    lines = status.read_text(encoding="utf-8").splitlines() if status.exists() else []
    return sum(int(line.split()[1]) for line in lines if line.startswith(which))


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    print(json.dumps(_drawn(sys.argv[1], Path(sys.argv[2]))))
