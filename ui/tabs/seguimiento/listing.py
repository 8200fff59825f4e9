"""The sessions as a list: columns, days to look at, and what it says when there is none."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from operator import attrgetter

from app.domain.sesion import ACTIVIDADES
from app.services import asistencia
from app.store.queries.sesiones import FilaSesion
from ui.tables import cells
from ui.tables.column import Column
from ui.tables.record_table import RecordTable
from ui.tabs.seguimiento import looks
from ui.widgets.empty_state import EmptyState
from ui.widgets.week_chips import hour_words

RANGES = (("semana", "Esta semana"), ("mes", "Este mes"), ("periodo", "Todo el periodo"))
EMPTY = {
    "semana": ("Ninguna sesión en esta semana",
               "Planee las del periodo desde el horario de cada plan, o registre una."),
    "lista": ("Ninguna sesión en estos días",
              "Elija otros días, planee las del periodo o registre una."),
    "sin_registro": ("Todo está registrado",
                     "Aquí esperan las sesiones que ya pasaron y nadie ha registrado."),
}  # fmt: skip
NONE_CHOSEN = (
    "Ninguna sesión elegida",
    "Elija una del calendario o de la lista para ver y anotar lo que pasó.",
)
NOT_STARTED = (
    "Todavía no hay asesorías",
    "Aparecen cuando un tutorado tiene alumno tutor y hora de asesoría.",
)


def days_of(key: str, today: date, periodo: tuple[date, date]) -> tuple[date, date]:
    """First and last day of one of the RANGES."""
    if key == "semana":
        monday = today - timedelta(days=today.weekday())
        return monday, monday + timedelta(days=6)
    if key == "mes":
        first = today.replace(day=1)
        return first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return periodo


def _came(row: FilaSesion) -> str:
    people = {person.alumno for person in row.tutorados}
    return asistencia.in_words(
        estado for alumno, estado in row.asistencia.items() if alumno in people
    )


def columns(today: date) -> tuple[Column, ...]:
    """The columns of the list; the state depends on the day."""
    return (
        Column("fecha", "Fecha", lambda r: looks.day_words(r.it.fecha),
               sort=lambda r: (r.it.fecha, r.it.inicio or 0), width=31),
        Column("hora", "Hora", lambda r: hour_words(r.it.inicio), sort=lambda r: r.it.inicio,
               width=13),
        Column("tutorados", "Tutorado", looks.who, width=44, stretch=True, tooltip=_names),
        Column("asignatura", "Asignatura", lambda r: r.nombre_asignatura, width=36, drop=2),
        Column("estado", "Estado", lambda r: looks.STATES[r.estado(today)],
               sort=lambda r: list(looks.STATES).index(r.estado(today)), width=29,
               cell=cells.State(lambda r: looks.ICONS[r.estado(today)]), tooltip=looks.why),
        Column("tutor", "Alumno tutor", lambda r: r.corto_tutor or r.it.alumno_tutor, width=32,
               drop=3),
        Column("asistencia", "Asistencia", _came, width=28, cell=cells.QUIET, drop=4),
        Column("minutos", "Min.", lambda r: str(r.it.minutos or ""), sort=lambda r: r.it.minutos,
               width=12, align="right", drop=5),
        Column("tema", "Tema", lambda r: r.it.tema or looks.why(r), width=40, cell=cells.QUIET,
               drop=6),
        Column("nombres", "Tutorados por nombre", looks.names, width=44, hidden=True),
        Column("actividad", "Actividad", lambda r: ACTIVIDADES.get(r.it.actividad, ""), width=34,
               hidden=True),
        Column("causa", "Causa o a dónde", looks.why, width=40, hidden=True),
        Column("observaciones", "Observaciones",
               lambda r: r.it.observaciones.replace("\n", " "), width=44, hidden=True),
        Column("recomendaciones", "Recomendaciones",
               lambda r: r.it.recomendaciones.replace("\n", " "), width=44, hidden=True),
        Column("lugar", "Lugar", lambda r: r.lugar, width=28, hidden=True),
        Column("grupo", "Grupo", lambda r: r.it.grupo, width=18, hidden=True),
    )  # fmt: skip


def _names(row: FilaSesion) -> str:
    return looks.names(row) if len(row.tutorados) > 1 else ""


def make_table(
    load: Callable[[], Sequence[FilaSesion]], today: date, empty: EmptyState
) -> RecordTable:
    """The list at the left, by day."""
    table = RecordTable(
        columns(today), load, ident=attrgetter("id"), nouns=("sesión", "sesiones"),
        memory="seguimiento", empty=empty,
    )  # fmt: skip
    table.set_words(no_match="Ninguna sesión coincide", chosen=("elegida", "elegidas"))
    return table


def after(ids: Sequence[int], now: int | None) -> list[int]:
    """The ids that follow one of them, and then those before it: where to go on."""
    start = ids.index(now) + 1 if now in ids else 0
    return [*ids[start:], *ids[:start]]
