"""From a list that was read to the plan of what would be stored; nothing here writes."""

from collections.abc import Callable, Mapping
from pathlib import Path

from app.services.imports.alumnos import review_alumnos
from app.services.imports.calificaciones import review_calificaciones
from app.services.imports.disponibilidad import review_disponibilidad
from app.services.imports.layout import recognise
from app.services.imports.plan import ImportPlan, Options, Tick
from app.services.imports.snapshot import Snapshot, snapshot
from app.services.imports.tutores import review_tutores
from app.sheets import Book, read_sheets
from app.sheets import reader as _reader  # noqa: F401 loaded before the file is chosen, not after
from app.sheets.collector import collector_paused
from app.store import Store
from app.store.queries import imports as queries

_REVIEWS: dict[str, Callable[[Snapshot, ImportPlan, Tick], None]] = {
    "alumnos": review_alumnos,
    "calificaciones": review_calificaciones,
    "tutores": review_tutores,
    "disponibilidad": review_disponibilidad,
}


Corrections = Mapping[tuple[str, int], Mapping[str, str]]
"""Cells written by hand: by `row.place`, the text of each datum."""
_REVIEWED = (
    "rows", "filas_ignoradas", "bajas", "grupos", "asignaturas", "periodos", "otras", "notas",
    "semanas",
)  # fmt: skip


def read(path: Path, *, encoding: str = "", separator: str = "") -> Book:
    """The sheets of a list; SheetRejected with one sentence when it cannot be read safely."""
    return read_sheets(path, encoding=encoding, separator=separator)


def _no_tick(done: int, total: int) -> None:
    """Nobody is looking."""


def review(  # noqa: PLR0913 each is an answer of the user
    known: Snapshot,
    book: Book,
    *,
    tipo: str = "",
    hoja: str = "",
    columnas: Mapping[str, str] | None = None,
    options: Options | None = None,
    corrections: Corrections | None = None,
    tick: Tick = _no_tick,
) -> ImportPlan:
    """What importing the list would do, on any thread; the snapshot must be of that kind of list.

    `columnas` maps headers to data (or to "" to leave one out) over what is proposed;
    `corrections` has cells written by hand, by `row.place` and datum.
    Raises SheetRejected when the list has no header, Cancelled when `tick` says so.
    """
    layout = recognise(book, tipo, hoja, columnas, known.mapeos)
    typed = {place: dict(cells) for place, cells in (corrections or {}).items()}
    plan = ImportPlan(
        book, layout, options or Options(), chosen=dict(columnas or {}), corrections=typed
    )
    return _filled(known, plan, tick)


def _filled(known: Snapshot, plan: ImportPlan, tick: Tick) -> ImportPlan:
    with collector_paused():
        _REVIEWS[plan.tipo](known, plan, tick)
    plan.notas = list(dict.fromkeys(nota for nota in plan.notas if nota))
    tick(len(plan.rows), len(plan.rows))
    return plan


def correct(
    known: Snapshot, plan: ImportPlan, place: tuple[str, int], campo: str, text: str
) -> None:
    """Writes a cell of a row as the user corrects it, and reviews the list again.

    `place` is `row.place`. The rows of the plan are new objects afterwards.
    """
    plan.corrections.setdefault(place, {})[campo] = text
    again = ImportPlan(
        plan.book, plan.layout, plan.options, corrections=plan.corrections, chosen=plan.chosen
    )
    _filled(known, again, _no_tick)
    for name in _REVIEWED:
        setattr(plan, name, getattr(again, name))


def propose(
    store: Store,
    book: Book,
    tipo: str = "",
    hoja: str = "",
    columnas: Mapping[str, str] | None = None,
    options: Options | None = None,
) -> ImportPlan:
    """Snapshot and review in one call, for the command line and for short lists."""
    layout = recognise(book, tipo, hoja, columnas, queries.mapeos(store))
    plan = ImportPlan(book, layout, options or Options(), chosen=dict(columnas or {}))
    return _filled(snapshot(store, plan.tipo), plan, _no_tick)
