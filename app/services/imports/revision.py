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
from app.store import Store

_REVIEWS: dict[str, Callable[[Snapshot, ImportPlan, Tick], None]] = {
    "alumnos": review_alumnos,
    "calificaciones": review_calificaciones,
    "tutores": review_tutores,
    "disponibilidad": review_disponibilidad,
}


_REVIEWED = (
    "rows", "filas_ignoradas", "bajas", "grupos", "asignaturas", "periodos", "otras", "notas",
    "semanas",
)  # fmt: skip


def read(path: Path, *, encoding: str = "", separator: str = "") -> Book:
    """The sheets of a list; SheetRejected with one sentence when it cannot be read safely."""
    return read_sheets(path, encoding=encoding, separator=separator)


def _no_tick(done: int, total: int) -> None:
    """Nobody is looking."""


def review(
    known: Snapshot,
    book: Book,
    *,
    tipo: str = "",
    hoja: str = "",
    columnas: Mapping[str, str] | None = None,
    options: Options | None = None,
    tick: Tick = _no_tick,
) -> ImportPlan:
    """What importing the list would do, on any thread; the snapshot must be of that kind of list.

    `columnas` maps headers to data (or to "" to leave one out) over what is proposed.
    Raises SheetRejected when the list has no header, Cancelled when `tick` says so.
    """
    layout = recognise(book, tipo, hoja, columnas, known.mapeos)
    plan = ImportPlan(book, layout, options or Options(), chosen=dict(columnas or {}))
    _fill(known, plan, tick)
    return plan


def _fill(known: Snapshot, plan: ImportPlan, tick: Tick) -> None:
    _REVIEWS[plan.tipo](known, plan, tick)
    plan.notas = list(dict.fromkeys(nota for nota in plan.notas if nota))
    tick(len(plan.rows), len(plan.rows))


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
    _fill(known, again, _no_tick)
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
    kind = recognise(book, tipo, hoja, columnas).tipo
    known = snapshot(store, kind)
    return review(known, book, tipo=tipo, hoja=hoja, columnas=columnas, options=options)
