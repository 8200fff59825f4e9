"""Steps of the file: made, filled from a list, undone, copied, looked through."""

import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from app import paths
from app.pairing import version
from app.services import exports, imports, propuesta
from app.sheets.writing import write_table
from app.store import Store, checking
from ui.selftest.walk import Failed, Walk

ALUMNOS = 120
_NEW = 25
_SECONDS = 90
_NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)


def make_plantel(walk: Walk) -> None:
    """A made-up plantel, by the command line of this same program."""
    started = time.perf_counter()
    _order("demo", walk.plantel, "--alumnos", str(ALUMNOS))
    walk.waited_ms = round((time.perf_counter() - started) * 1000)


def pair(walk: Walk) -> str:
    """The best pairing of the whole plantel, by the solver that comes with the program."""
    walk.kept["before"] = _contents(walk.store)
    found = propuesta.propose(propuesta.read(walk.store))
    if not found.optimo or not found.parejas:
        raise Failed("La asignación no se pudo resolver.")
    propuesta.accept(walk.store, found)
    needs = len(found.lectura.necesidades)
    return f"{len(found.parejas)} de {needs} necesidades, HiGHS {version()}"


def undo_pairing(walk: Walk) -> None:
    """The plantel is as it was before the pairing."""
    if "before" not in walk.kept:
        raise Failed("No se hizo la asignación.")
    walk.window.undo()
    if _contents(walk.store) != walk.kept.pop("before"):
        raise Failed("El plantel no quedó como estaba.")


def import_list(walk: Walk) -> str:
    """A list for Excel, through the reader of lists, which is a process of its own."""
    heads = ("Número de control", "Apellido paterno", "Apellido materno", "Nombre (s)", "Semestre")
    rows = [
        (f"9941521426{n:04}", "Ñandú", "Güemes", f"Aarón {chr(65 + n)}.", 1) for n in range(_NEW)
    ]
    path = walk.place("listas", "lista de control escolar ñ.xlsx")
    write_table(path, heads, rows)
    walk.kept["before"] = _contents(walk.store)
    before = walk.store.alumnos.count()
    plan = imports.propose(walk.store, imports.read(path), "alumnos")
    imports.apply(walk.store, plan)
    entered = walk.store.alumnos.count() - before
    if entered != _NEW:
        raise Failed(f"La lista tenía {_NEW} alumnos y entraron {entered}.")
    return f"{entered} alumnos"


def undo_import(walk: Walk) -> None:
    """The plantel is as it was before the list."""
    if "before" not in walk.kept:
        raise Failed("No se importó la lista.")
    walk.window.undo()
    if _contents(walk.store) != walk.kept.pop("before"):
        raise Failed("El plantel no quedó como estaba.")


def export(walk: Walk) -> str:
    """Every table to Excel, read again with as many rows."""
    rows = 0
    for que in exports.EXPORTABLES:
        path = walk.place("tablas", f"{que}.xlsx")
        written = exports.export(walk.store, que, path)
        sheet = imports.read(path).sheets[0]
        if len(sheet.rows) != written + 1:
            raise Failed(f"La tabla {que} se leyó con otro número de filas.")
        rows += written
    return f"{rows} filas"


def copy(walk: Walk) -> None:
    """A copy says the same as the file."""
    path = walk.place("copias", "copia.entrepares")
    walk.store.copy_to(path)
    copied = Store.open(path, read_only=True)
    try:
        if _contents(copied) != _contents(walk.store):
            raise Failed("La copia no dice lo mismo que el archivo.")
    finally:
        copied.close()
    left = [found.name for found in path.parent.iterdir() if found != path]
    if left:
        raise Failed(f"Junto a la copia quedó {', '.join(left)}.")


def verify(walk: Walk) -> str:
    """The open file is whole and agrees with itself."""
    if not checking.is_whole(walk.store) or checking.problems(walk.store):
        raise Failed("El archivo no está completo.")
    return f"versión {checking.schema_version(walk.store)}"


def verify_by_order(walk: Walk) -> None:
    """The same of the copy, by the command line."""
    _order("verificar", walk.place("copias", "copia.entrepares"))


def _contents(store: Store) -> list[Any]:
    """All that the tables say, whatever the history says."""
    return [exports.tabla(store, que, contacto=True).filas for que in exports.EXPORTABLES]


def _order(*arguments: str | Path) -> None:
    """An order to this same program, in another process."""
    frozen = getattr(sys, "frozen", False)
    command = [sys.executable] if frozen else [sys.executable, "-s", "-m", "app"]
    done = subprocess.run(  # noqa: S603 our own program
        [*command, *map(str, arguments)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd=paths.ROOT,
        env={**os.environ, "PYTHONNOUSERSITE": "1"},
        creationflags=_NO_WINDOW,
        timeout=_SECONDS,
        check=False,
    )
    if done.returncode:
        raise Failed(f"La orden «{arguments[0]}» terminó con {done.returncode}.")
