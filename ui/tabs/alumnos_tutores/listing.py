"""The list of alumnos tutores: its columns, its views and its filters."""

from collections.abc import Callable, Sequence
from operator import attrgetter

from app.domain.alumno_tutor import ESTADOS_TUTOR
from app.store.queries.alumnos_tutores import FilaAlumnoTutor
from app.text import counted
from ui.tables import cells
from ui.tables.column import Column
from ui.tables.record_table import RecordTable
from ui.widgets.buttons import Button
from ui.widgets.empty_state import EmptyState

VIEWS = (("activo", "Activos"), ("candidato", "Candidatos"), ("invitado", "Invitados"))
OTHERS = ("pausa", "declino", "baja")
_EMPTY = {
    "activo": ("Todavía no hay alumnos tutores activos", "Invite a los candidatos y active a los "
               "que acepten."),
    "candidato": ("No hay candidatos", "El programa los busca entre los alumnos regulares con "
                  "mejores calificaciones en lo que otros deben."),
    "invitado": ("No hay invitados", "Elija candidatos y pulse Invitar."),
    "pausa": ("Nadie está en pausa", ""),
    "declino": ("Nadie ha dicho que no", ""),
    "baja": ("Nadie ha dejado de participar", ""),
}  # fmt: skip


def _second(row: FilaAlumnoTutor) -> str:
    names = ", ".join(name for _, name in row.asignaturas) or "Sin asignaturas"
    return " · ".join(part for part in (row.grupo, names) if part)


COLUMNS = (
    Column(
        "alumno", "Alumno tutor", attrgetter("nombre_de_lista"), width=46, stretch=True,
        cell=cells.TwoLines(_second), tooltip=_second,
    ),
    Column(
        "carga", "Tutorados", lambda r: f"{r.tutorados} de {r.capacidad}",
        sort=attrgetter("tutorados"), width=36, search=False,
        cell=cells.Load(lambda r: (r.tutorados, r.capacidad)),
    ),
    Column("grupo", "Grupo", attrgetter("grupo"), width=14, hidden=True),
    Column("control", "Número de control", attrgetter("matricula"), width=32, hidden=True),
    Column(
        "domina", "Domina", lambda r: ", ".join(name for _, name in r.asignaturas), width=40,
        hidden=True,
    ),
)  # fmt: skip


def make_empty(*buttons: Button) -> EmptyState:
    """What the list shows while a view has nobody."""
    return EmptyState("graduation", *_EMPTY["activo"], *buttons)


def make_table(load: Callable[[], Sequence[FilaAlumnoTutor]], empty: EmptyState) -> RecordTable:
    """The list at the left."""
    table = RecordTable(
        COLUMNS, load, ident=attrgetter("alumno"), rows="two",
        nouns=("alumno tutor", "alumnos tutores"), memory="alumnos_tutores", empty=empty,
    )  # fmt: skip
    table.sort_by("alumno")
    return table


def say_empty(empty: EmptyState, view: str, total: int) -> None:
    """What the list says when a view has nobody."""
    if total:
        empty.set_words(*_EMPTY[view])
    else:
        empty.set_words(
            "Todavía no hay alumnos tutores",
            "El programa propone a los alumnos regulares que tienen calificación alta en lo que "
            "otros deben.",
        )


def foot_note(rows: Sequence[FilaAlumnoTutor], view: str) -> str:
    """What the foot adds to the count (DOMAIN M-94)."""
    if view == "activo":
        idle = sum(not row.tutorados for row in rows)
        return f"{idle:,} sin tutorados" if idle else ""
    without = sum(not row.asignaturas for row in rows)
    return counted(without, "sin asignaturas", "sin asignaturas") if without else ""


def others_options(rows: Sequence[FilaAlumnoTutor]) -> list[tuple[object, str]]:
    """The options of the chip with the states that have no view of their own."""
    counts = {state: sum(row.estado == state for row in rows) for state in OTHERS}
    return [("", "ninguno"), *((s, f"{ESTADOS_TUTOR[s]} · {counts[s]}") for s in OTHERS)]
