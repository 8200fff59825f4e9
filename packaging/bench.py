"""`dev.py bench [start carnets informes lists pairing window]`: speed and memory beside rivals.

Every ratio comes from runs taken in turn in this call, so that it holds on any machine; the times
themselves do not. A plantel is 3,000 alumnos, a big one 30,000.
"""

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from measure import ROOT, Row, program, show

PLANTEL, BIG = 3_000, 30_000


def main(wanted: list[str]) -> int:
    """Measure what is asked for, or everything, and print one table."""
    sys.path.insert(0, str(ROOT))
    import bench_carnets
    import bench_informes
    import bench_lists
    import bench_pairing
    import bench_start
    import bench_window

    with tempfile.TemporaryDirectory(prefix="entre-pares-") as name:
        folder = Path(name)
        os.environ["ENTREPARES_CARPETA"] = str(folder / "usuario")
        parts: dict[str, Callable[[], list[Row]]] = {
            "start": lambda: bench_start.rows(_plantel(folder, PLANTEL), _plantel(folder, BIG)),
            "window": lambda: bench_window.rows(_plantel(folder, PLANTEL), _plantel(folder, BIG)),
            "carnets": lambda: bench_carnets.rows(_plantel(folder, BIG)),
            "informes": lambda: bench_informes.rows(_plantel(folder, PLANTEL)),
            "lists": bench_lists.rows,
            "pairing": bench_pairing.rows,
        }
        if unknown := set(wanted) - set(parts):
            print(f"Not measured: {', '.join(unknown)}. There is: {', '.join(parts)}")
            return 2
        rows: list[Row] = []
        for part, measured in parts.items():
            if not wanted or part in wanted:
                print(f"measuring {part}…", file=sys.stderr, flush=True)
                rows += measured()
    show(rows)
    return 0


def _plantel(folder: Path, alumnos: int) -> Path:
    """A made-up plantel of this size, made once."""
    path = folder / f"{alumnos}.entrepares"
    if not path.exists():
        program("demo", path, "--alumnos", str(alumnos))
    return path


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
