"""The list of tutorados: its columns, its filters and what it says when it is empty."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from operator import attrgetter

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

from app.domain.alumno import ESTADOS_ALUMNO
from app.domain.plantel import TURNOS
from app.domain.riesgo import DESEMPENOS, NIVELES
from app.fields import Tenths
from app.store.queries.tutorados import FilaTutorado
from app.text import ordinal
from ui.tables import cells
from ui.tables.column import Column
from ui.tables.record_table import RecordTable
from ui.widgets.buttons import Button
from ui.widgets.empty_state import EmptyState

TABLES = frozenset(
    {
        "alumnos", "grupos", "correcciones", "calificaciones", "asignaturas", "riesgos",
        "adeudos", "disponibilidades", "intervenciones", "tutorados", "franjas", "sesiones",
        "planes", "perfiles_tutor", "dominios", "settings", "plantel", "periodos", "fichas",
        "entrevistas", "conocimientos", "acciones", "logros", "decisiones", "actas",
        "lugares",
    }
)  # fmt: skip
"""Everything that the page shows comes from these."""
_RANK = {key: i for i, key in enumerate(NIVELES)}
_MOST_GRUPOS = 24
IN_RISK = ("alto", "medio", "bajo")
REPEATS = "repite"
VIEWS: list[tuple[object, str]] = [
    ("tutorados", "Tutorados"),
    ("todos", "Todos los alumnos"),
    (REPEATS, "Reprobaron dos veces o más"),
    *((key, f"Desempeño {word.lower()}") for key, word in DESEMPENOS.items() if key != "alto"),
    ("alto", DESEMPENOS["alto"]),
]
LEVELS: list[tuple[object, str]] = [
    ("", "Todos"),
    *((key, word.removeprefix("Riesgo ").capitalize()) for key, word in NIVELES.items()),
]


def tutor_words(row: FilaTutorado) -> str:
    """Who accompanies somebody, or that nobody does."""
    if not row.tutores:
        return "Sin tutor" if row.sin_tutor else "–"
    rest = len(row.tutores) - 1
    if row.sin_tutor:
        return f"Falta en {row.sin_tutor} de {len(row.debe)}"
    return f"{row.tutores[0]} +{rest}" if rest else row.tutores[0]


def _tutor_role(row: FilaTutorado) -> str:
    if not row.tutores:
        return "alto" if row.sin_tutor else "text2"
    return "medio" if row.sin_tutor else "text"


def _tutor_tooltip(row: FilaTutorado) -> str:
    missing = f"{row.sin_tutor} sin alumno tutor" if row.sin_tutor else ""
    return "\n".join(part for part in (*row.tutores, missing) if part)


def _boxes_tooltip(row: FilaTutorado) -> str:
    names = ("a) Entrevista", "b) Ficha general", "c) Carta compromiso", "d) Cronograma")
    done = zip(names, row.expediente, strict=True)
    return "\n".join(f"{name}: {'está' if there else 'falta'}" for name, there in done)


_SHOWN = (
    Column(
        "alumno", "Alumno", attrgetter("nombre_de_lista"), width=45, stretch=True,
        cell=cells.Text(role=lambda r: "text" if r.estado == "activo" else "text2"),
        tooltip=lambda r: "" if r.estado == "activo" else ESTADOS_ALUMNO.get(r.estado, ""),
    ),
    Column("grupo", "Grupo", attrgetter("grupo"), width=13, drop=1),
    Column(
        "riesgo", "Riesgo", lambda r: NIVELES[r.nivel], sort=lambda r: _RANK[r.nivel], width=25,
        cell=cells.Level(attrgetter("nivel"), attrgetter("cambiado")), search=False,
        tooltip=attrgetter("motivo"),
    ),
    Column(
        "reprobadas", "Reprob.", lambda r: "–" if r.reprobadas is None else str(r.reprobadas),
        sort=lambda r: -1 if r.reprobadas is None else r.reprobadas, width=16, align="right",
        search=False, help="Asignaturas que debe",
    ),
    Column(
        "tutor", "Alumno tutor", tutor_words, width=32, cell=cells.Text(role=_tutor_role),
        tooltip=_tutor_tooltip,
    ),
    Column(
        "expediente", "Expediente", lambda r: f"{sum(r.expediente)} de 4",
        sort=lambda r: sum(r.expediente), width=25.5, search=False,
        cell=cells.Boxes(attrgetter("expediente")), tooltip=_boxes_tooltip,
    ),
)  # fmt: skip


def _hidden(desempeno: Callable[[FilaTutorado], str]) -> tuple[Column, ...]:
    show = Tenths().show
    return (
        Column("control", "Número de control", attrgetter("matricula"), width=32, hidden=True),
        Column(
            "turno", "Turno", lambda r: TURNOS.get(r.turno, ""), width=22, hidden=True,
            search=False,
        ),
        Column(
            "especialidad", "Especialidad", attrgetter("especialidad"), width=36, hidden=True,
            search=False,
        ),
        Column(
            "promedio", "Promedio", lambda r: show(r.promedio), sort=attrgetter("promedio"),
            width=20, align="right", hidden=True, search=False,
        ),
        Column(
            "desempeno", "Desempeño", lambda r: DESEMPENOS.get(desempeno(r), "–"), width=30,
            hidden=True, search=False,
        ),
        Column(
            "estado", "Estado", lambda r: ESTADOS_ALUMNO.get(r.estado, ""), width=26,
            hidden=True, search=False,
        ),
    )  # fmt: skip


def columns(desempeno: Callable[[FilaTutorado], str]) -> tuple[Column, ...]:
    """The columns of the list; `desempeno` gives the class of performance of a row."""
    return (*_SHOWN, *_hidden(desempeno))


def make_empty(*buttons: Button) -> EmptyState:
    """What the list says while it has nobody; `say_empty` gives it its words."""
    return EmptyState("users", "Todavía no hay alumnos", "", *buttons)


def make_table(
    load: Callable[[], Sequence[FilaTutorado]],
    desempeno: Callable[[FilaTutorado], str],
    empty: EmptyState,
) -> RecordTable:
    """The list at the left."""
    table = RecordTable(
        columns(desempeno), load, ident=attrgetter("alumno"), nouns=("tutorado", "tutorados"),
        memory="tutorados", empty=empty,
    )  # fmt: skip
    table.sort_by("alumno")
    return table


@dataclass(frozen=True)
class Filters:
    """What the chips ask of a row; empty asks nothing."""

    nivel: str = ""
    sin_tutor: bool = False
    turno: str = ""
    grupo: object = ""
    """A pair ("s", semestre) or ("g", id of the grupo)."""
    asignatura: int = 0
    desempeno: str = ""
    """A key of DESEMPENOS, or "repite"."""

    def __bool__(self) -> bool:
        return self != Filters()

    def keeps(self, row: FilaTutorado, desempeno: Callable[[FilaTutorado], str]) -> bool:
        """Whether a row is shown; `desempeno` gives the class of performance of one."""
        return (
            (not self.nivel or row.nivel == self.nivel)
            and (not self.sin_tutor or row.sin_tutor > 0)
            and (not self.turno or row.turno == self.turno)
            and (not self.asignatura or self.asignatura in row.debe)
            and self._in_grupo(row)
            and self._performs(row, desempeno)
        )

    def _performs(self, row: FilaTutorado, desempeno: Callable[[FilaTutorado], str]) -> bool:
        if self.desempeno == REPEATS:
            return row.repite
        return not self.desempeno or desempeno(row) == self.desempeno

    def _in_grupo(self, row: FilaTutorado) -> bool:
        match self.grupo:
            case ("s", semestre):
                return row.semestre == semestre
            case ("g", grupo):
                return row.grupo_id == grupo
            case _:
                return True


def turno_options(rows: Sequence[FilaTutorado]) -> list[tuple[object, str]]:
    """The turnos that there are."""
    there = {row.turno for row in rows}
    return [("", "Todos"), *((key, word) for key, word in TURNOS.items() if key in there)]


def grupo_options(
    rows: Sequence[FilaTutorado], turno: str, chosen: object
) -> list[tuple[object, str]]:
    """Semestres and grupos that there are; too many grupos are shown only for a semestre."""
    there = [row for row in rows if not turno or row.turno == turno]
    semestres = sorted({row.semestre for row in there if row.semestre})
    grupos = {
        row.grupo_id: (row.semestre or 0, row.grupo)
        for row in there if row.grupo_id is not None
    }  # fmt: skip
    if len(grupos) > _MOST_GRUPOS:
        wanted = _semestre_of(chosen, grupos)
        grupos = {id: pair for id, pair in grupos.items() if pair[0] == wanted}
    repeated = _repeated([label for _, label in grupos.values()])
    turnos = {row.grupo_id: row.turno for row in there}
    options: list[tuple[object, str]] = [("", "Todos")]
    options += [(("s", n), f"{ordinal(n)} semestre") for n in semestres]
    for id, (_, label) in sorted(grupos.items(), key=lambda pair: pair[1]):
        turno_of = TURNOS.get(turnos[id], "").lower()
        options.append((("g", id), f"{label} {turno_of}" if label in repeated else label))
    return options


def _semestre_of(chosen: object, grupos: dict[int, tuple[int, str]]) -> int | None:
    match chosen:
        case ("s", int(semestre)):
            return semestre
        case ("g", int(grupo)) if grupo in grupos:
            return grupos[grupo][0]
        case _:
            return None


def _repeated(labels: list[str]) -> set[str]:
    return {label for label in labels if labels.count(label) > 1}


def say_empty(empty: EmptyState, view: str, rows: Sequence[FilaTutorado]) -> str:
    """What the list says when a view has nobody; gives the list that would fill it, or nothing."""
    if not rows:
        empty.set_words(
            "Todavía no hay alumnos", "Traiga el archivo de control escolar tal como lo recibió."
        )
        return "lista"
    if view == "tutorados" and all(row.nivel == "sin_datos" for row in rows):
        empty.set_words(
            "Faltan las calificaciones",
            "Con ellas se sabe quién debe asignaturas o está en riesgo.",
        )
        return "calificaciones"
    empty.set_words("Nadie debe asignaturas ni está en riesgo", "")
    return ""


def hear_erase(table: RecordTable, run: Callable[[], object]) -> None:
    """Supr in the list erases.

    Not the shortcut of the action: that one reaches the whole page through its menus, and in the
    boleta Supr empties a cell.
    """
    erase = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), table.view)
    erase.setContext(Qt.ShortcutContext.WidgetShortcut)
    erase.activated.connect(run)
