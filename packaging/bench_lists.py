"""Bench of the import of a list and of its undo, against a bare reading, insert and delete.

Run as a program it imports a list once, ours or bare, and prints its times as JSON.
"""

import json
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from measure import ROOT, Row, Samples, in_turn

RUNS = 5
LIST = 5_000
TENTH, WHOLE = 1_800, 18_000  # a list may have 20,000 rows
# With a condition, as in a table that holds more: SQLite empties a whole table without looking.
DELETE = "DELETE FROM alumnos WHERE id > 0"
HEADS = (
    "Número de control", "Apellido paterno", "Apellido materno", "Nombre(s)", "CURP", "Sexo",
    "Fecha de nacimiento", "Semestre", "Grupo", "Especialidad", "Turno", "Correo", "Teléfono",
)  # fmt: skip
SURNAMES = ("García", "Núñez", "López", "Peña", "Hernández", "Ibáñez", "Cruz", "Yáñez", "Díaz")
NAMES = ("María José", "Ángel", "Sofía", "Iñaki", "Ximena", "Diego", "Valeria", "José", "Zoé")


def rows() -> list[Row]:
    """Import and undo of 5,000 alumnos against the floor, and of ten times the rows."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for count in (TENTH, LIST, WHOLE):
            write_list(folder / f"{count}.xlsx", count)
        kinds = [("bare", LIST), ("ours", LIST), ("ours", TENTH), ("ours", WHOLE)]
        works = [partial(_run, way, folder / f"{count}.xlsx") for way, count in kinds]
        said = dict(zip(kinds, in_turn(RUNS, *works), strict=True))

    def taken(way: str, count: int, what: str) -> Samples:
        return Samples(tuple(one[what] for one in said[way, count]))

    made = []
    for what, floor in (("import", "calamine and executemany"), ("undo", "bare delete")):
        ours, bare = taken("ours", LIST, what), taken("bare", LIST, what)
        tenth, whole = taken("ours", TENTH, what), taken("ours", WHOLE, what)
        made += [
            Row(f"{what} of {LIST:,} rows", ours, "ms", 3, 1.5, bare, floor),
            Row(f"{what} of {WHOLE:,} rows", whole, "ms", 12, 10, tenth, f"{TENTH:,} rows"),
        ]
    return made


def _run(way: str, source: Path) -> dict[str, float]:
    """One import in a process of its own, into a file of its own."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "plantel.entrepares"
        command = [sys.executable, Path(__file__), way, source, target]
        done = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True)
    return json.loads(done.stdout)


def _spent(act: Callable[[], Any]) -> tuple[float, Any]:
    started = time.perf_counter()
    answer = act()
    return (time.perf_counter() - started) * 1000, answer


def ours(source: Path, target: Path) -> dict[str, float]:
    """Read in the child process, reviewed row by row, stored as one operation; then undone."""
    from app.services import imports, planteles

    store = planteles.new_file(target, "CBTis 214", periodo="2026-2027A")

    def take() -> Any:
        book = imports.read(source)
        return imports.apply(store, imports.propose(store, book))

    spent, _result = _spent(take)
    count = store.alumnos.count()
    undone, _changes = _spent(store.undo)
    assert count >= TENTH
    assert not store.alumnos.count()
    store.close()
    return {"import": spent, "undo": undone}


def bare(source: Path, target: Path) -> dict[str, float]:
    """The floor of both."""
    from python_calamine import CalamineWorkbook  # loading them is not what is measured

    from app.store.engine import dbapi2

    target.unlink(missing_ok=True)
    connection = dbapi2.connect(str(target), isolation_level=None)
    spent, _nothing = _spent(lambda: bare_import(CalamineWorkbook, source, connection))
    undone, _nothing = _spent(lambda: connection.execute(DELETE))
    connection.close()
    return {"import": spent, "undo": undone}


def write_list(path: Path, count: int) -> None:
    """A list of alumnos as control escolar hands it over, always the same."""
    import xlsxwriter

    chance = random.Random(1)
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet("Alumnos")
    sheet.write_row(0, 0, HEADS)
    for n in range(count):
        semestre = 1 + n % 6
        day = f"{1 + n % 28:02}/{1 + n % 12:02}/{2011 - semestre // 2}"
        person = [chance.choice(SURNAMES), chance.choice(SURNAMES), chance.choice(NAMES)]
        place = [semestre, f"{semestre}{'ABCDEF'[n % 5]}", "Programación", "Matutino"]
        contact = [f"alumno{n}@ejemplo.mx", f"967{n:07}"]
        key = [f"{24307050000000 + n}", *person]
        sheet.write_row(n + 1, 0, [*key, "", "HM"[n % 2], day, *place, *contact])
    book.close()


def bare_import(reader: Any, source: Path, connection: Any) -> None:
    """The floor: read every cell, one executemany into a bare table, one durable commit."""
    rows = reader.from_path(str(source)).get_sheet_by_index(0).to_python()
    connection.execute("PRAGMA journal_mode=TRUNCATE")
    connection.execute("PRAGMA synchronous=FULL")
    columns = ", ".join(f"c{n}" for n in range(len(HEADS)))
    connection.execute(f"CREATE TABLE alumnos (id INTEGER PRIMARY KEY, {columns})")
    marks = ", ".join("?" * len(HEADS))
    connection.execute("BEGIN IMMEDIATE")
    connection.executemany(f"INSERT INTO alumnos ({columns}) VALUES ({marks})", rows[1:])
    connection.execute("COMMIT")


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    way = {"ours": ours, "bare": bare}[sys.argv[1]]
    print(json.dumps(way(Path(sys.argv[2]), Path(sys.argv[3]))))
