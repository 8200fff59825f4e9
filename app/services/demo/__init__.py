"""A made-up plantel of any size, the same for the same seed: to try the program, to test it."""

from datetime import date, datetime, time
from pathlib import Path
from random import Random

from app.errors import AppError
from app.services.demo.alumnos import enrol
from app.services.demo.asesorias import attend
from app.services.demo.expedientes import document
from app.services.demo.impresos import hand_out
from app.services.demo.parejas import pair
from app.services.demo.people import Names
from app.services.demo.plantel import found
from app.services.demo.seguimiento import Seguimiento, follow
from app.services.demo.tutores import nominate
from app.store import Store
from app.store.ids import IdSource

FEWEST, MOST = 20, 60_000
_AUTHOR = "Plantel de ejemplo"
_HOUR = time(9, 30)
_OTHER = 7919
"""Added to the seed for what was made up later, so that the rest of a plantel stays as it was."""


def new_file(path: Path | None, alumnos: int, semilla: int, hoy: date) -> Store:
    """A new file with a made-up plantel; equal arguments give equal rows, ids included.

    The store that comes back has its clock stopped on that day: close it and open the file again
    to work in it. Raises AppError when the file exists or the size is none.
    """
    moment = datetime.combine(hoy, _HOUR)

    def clock() -> datetime:
        return moment

    _check(alumnos)
    ids = IdSource(clock, _draw(semilla))
    options = {"clock": clock, "ids": ids, "who": _AUTHOR}
    store = Store.memory(**options) if path is None else Store.create(path, **options)
    try:
        make(store, alumnos, semilla, hoy)
    except BaseException:
        store.close()
        if path is not None:
            path.unlink(missing_ok=True)
        raise
    return store


def make(store: Store, alumnos: int = 240, semilla: int = 1, hoy: date | None = None) -> None:
    """Fills a file that is still empty; `hoy` is the day the made-up periodo has come to."""
    _check(alumnos)
    if store.plantel.count():
        raise AppError("El plantel de ejemplo se hace en un archivo nuevo; este ya tiene datos.")
    draw = _draw(semilla)
    now = store.clock()
    if hoy is not None:
        now = datetime.combine(hoy, now.time())
    with store.operation("Crear el plantel de ejemplo", undoable=False, origin="calculo"):
        names = Names(draw)
        entorno = found(store, draw, names, alumnos, now.date())
        cursantes = enrol(store, draw, names, entorno, now.date())
        guias = nominate(store, draw, names, entorno, cursantes, now.date())
        parejas = pair(store, draw, entorno, cursantes, guias, now.date())
        more = _draw(semilla + _OTHER)
        follow(store, Seguimiento(draw, more, entorno, now), parejas)
        attend(store, draw, entorno, parejas, now)
        document(store, more, entorno, parejas, now.date())
    hand_out(store, draw, entorno, now.date())


def _draw(semilla: int) -> Random:
    """A source that repeats itself: nothing here is a secret."""
    return Random(semilla)  # noqa: S311


def _check(alumnos: int) -> None:
    if not FEWEST <= alumnos <= MOST:
        raise AppError(f"El plantel de ejemplo puede tener de {FEWEST} a {MOST:,} alumnos.")
