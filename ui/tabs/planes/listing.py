"""The list of intervenciones: what each line says of its plan, the views and the foot."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from app.store.queries.planes import FilaPlan
from app.text import DIAS, counted, short_date
from ui.tables import cells
from ui.tables.column import Column
from ui.tables.record_table import RecordTable
from ui.widgets.buttons import Button
from ui.widgets.empty_state import EmptyState

VIEWS = (
    ("todos", "Todos"),
    ("por_vencer", "Por vencer"),
    ("en_marcha", "En marcha"),
    ("concluidos", "Concluidos"),
)
_STATES = {
    "identificada": ("Por iniciar", "clock", "text2"),
    "planeada": ("Planeado", "calendar", "bajo"),
    "en_marcha": ("En marcha", "play", "primary"),
    "ajustada": ("Ajustado", "edit", "accent"),
    "cerrada": ("Concluido", "check", "ok"),
    "cancelada": ("Cancelado", "x", "text2"),
}
_ORDER = ("identificada", "planeada", "en_marcha", "ajustada", "cerrada", "cancelada")
_EMPTY = {
    "todos": ("Todavía no hay planes", "Cada alumno tutor que asigna abre un plan."),
    "por_vencer": ("Ningún plan por vencer", "Todos los planes abiertos están entregados."),
    "en_marcha": ("Ningún plan en marcha", "Un plan se pone en marcha con su primera asesoría."),
    "concluidos": ("Ningún plan concluido", "Aparecen aquí al concluirlos."),
}


@dataclass(frozen=True, slots=True)
class Renglon:
    """One line: the intervención, when its plan is due, and its state in words, icon and role."""

    fila: FilaPlan
    vence: date | None
    palabras: str
    icono: str
    rol: str
    orden: tuple[int, date]
    quieta: date | None = None
    """Since when it has no session held nor planned (M-62)."""

    @property
    def intervencion(self) -> int:
        """Its id."""
        return self.fila.intervencion


def renglon(fila: FilaPlan, due: Callable[[date], date], today: date) -> Renglon:
    """The line of an intervención as it is today."""
    stopped = fila.quieta_desde(today)
    if not fila.por_entregar or fila.asignada is None:
        words, icon, role = _STATES[fila.estado]
        if fila.estado == "cerrada" and not fila.informe:
            words, role = "Sin informe", "medio"
        place = 2 + _ORDER.index(fila.estado)
        order = (place, fila.asignada or date.min)
        return Renglon(fila, None, words, icon, role, order, stopped)
    last = due(fila.asignada)
    late = last < today
    words = f"{'Venció' if late else 'Vence'} {short_day(last, today)}"
    icon, role = ("alert", "alto") if late else ("clock", "medio")
    return Renglon(fila, last, words, icon, role, (0 if late else 1, last), stopped)


def short_day(day: date, today: date) -> str:
    """Lun 23, with its month when it is not this one."""
    same = (day.year, day.month) == (today.year, today.month)
    return f"{DIAS[day.weekday()][:3]} {day.day if same else short_date(day)}"


def title_of(fila: FilaPlan) -> str:
    """Ximena Ordóñez · Física II; Grupo de Química I (4)."""
    if fila.es_grupal:
        return f"Grupo de {fila.nombre_asignatura} ({len(fila.tutorados)})"
    who = fila.tutorados[0].corto if fila.tutorados else "Sin tutorados"
    return f"{who} · {fila.nombre_asignatura}"


def _second(one: Renglon) -> str:
    fila = one.fila
    parts = [fila.corto_alumno_tutor or "Sin alumno tutor"]
    parts.append("grupal" if fila.es_grupal else "individual")
    if fila.sin_registro:
        parts.append(f"{fila.sin_registro} sin registro")
    if one.quieta:
        parts.append(f"sin sesiones desde el {short_date(one.quieta)}")
    return " · ".join(parts)


COLUMNS = (
    Column("intervencion", "Intervención", lambda r: title_of(r.fila), width=50, stretch=True,
           cell=cells.TwoLines(_second), tooltip=_second),
    Column("estado", "Estado", lambda r: r.palabras, sort=lambda r: r.orden, width=37,
           cell=cells.State(lambda r: (r.icono, r.rol))),
    Column("tutorados", "Tutorados", lambda r: ", ".join(p.nombre for p in r.fila.tutorados),
           width=40, hidden=True),
    Column("tutor", "Alumno tutor", lambda r: r.fila.nombre_alumno_tutor, width=40, hidden=True),
    Column("control", "Número de control",
           lambda r: ", ".join(p.matricula for p in r.fila.tutorados), width=34, hidden=True),
)  # fmt: skip


def make_empty(assign: Button) -> EmptyState:
    """What the list shows while a view has nothing."""
    return EmptyState("clipboard", *_EMPTY["todos"], assign)


def make_table(load: Callable[[], Sequence[Renglon]], empty: EmptyState) -> RecordTable:
    """The list at the left, ordered by what is due first."""
    table = RecordTable(
        COLUMNS, load, ident=lambda r: r.intervencion, rows="two", nouns=("plan", "planes"),
        memory="planes", empty=empty,
    )  # fmt: skip
    if table.header.order is None:
        table.sort_by("estado")
    return table


def say_empty(empty: EmptyState, view: str) -> None:
    """What the list says when a view has nothing."""
    empty.set_words(*_EMPTY[view])


def belongs(one: Renglon, view: str) -> bool:
    """Whether a line is of a view."""
    match view:
        case "por_vencer":
            return one.vence is not None
        case "en_marcha":
            return one.fila.estado in ("en_marcha", "ajustada")
        case "concluidos":
            return not one.fila.abierta
        case _:
            return True


def foot_note(rows: Sequence[Renglon], today: date) -> str:
    """How many are late, how many are due this week."""
    friday = today + timedelta(days=6 - today.weekday())
    late = sum(r.vence is not None and r.vence < today for r in rows)
    soon = sum(r.vence is not None and today <= r.vence <= friday for r in rows)
    parts = [
        counted(late, "vencido", "vencidos") if late else "",
        counted(soon, "vence esta semana", "vencen esta semana") if soon else "",
    ]
    return " · ".join(part for part in parts if part)
