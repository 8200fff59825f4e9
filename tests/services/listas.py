"""Lists of control escolar made in a test: rows, sheets, and what became of them."""

from collections.abc import Mapping, Sequence
from typing import Any

from app.domain import Alumno
from app.services import imports
from app.sheets import Book, Sheet
from app.store import Store

Rows = Sequence[Sequence[Any]]
HEAD = ["No. de control", "Apellido paterno", "Apellido materno", "Nombre(s)", "Grupo"]
ANA = ["24301", "Núñez", "Peña", "Ana", "3A"]
LUIS = ["24302", "de la Cruz", "", "Luis Ángel", "3A"]
GOOD_CURP = "GOCD090412HMCMRVA1"
OTHER_CURP = "LUNA100915MOCNXNA6"


def book(rows: Rows | Mapping[str, Rows], name: str = "lista.csv") -> Book:
    """What reading a list would give; a mapping has its sheets by name."""
    sheets = rows if isinstance(rows, Mapping) else {"": rows}
    made = [Sheet(title, [list(row) for row in cells]) for title, cells in sheets.items()]
    return Book(made, "csv", name=name)


def taken(store: Store, rows: Rows | Mapping[str, Rows], **options: Any) -> dict[str, Any]:
    """Imports a list and gives the JSON of the result."""
    name = options.pop("name", "lista.csv")
    plan = imports.propose(store, book(rows, name), **options)
    return imports.apply(store, plan).as_json()


def reviewed(store: Store, rows: Rows | Mapping[str, Rows], **options: Any) -> imports.ImportPlan:
    """Reviews a list without storing it."""
    name = options.pop("name", "lista.csv")
    return imports.propose(store, book(rows, name), **options)


def alumno(store: Store, control: str = "24301") -> Alumno:
    """Somebody by número de control."""
    (found,) = store.alumnos.where(matricula=control)
    return found


def grupo_of(store: Store, control: str = "24301") -> str:
    """The label of the grupo of somebody, with its turno and especialidad."""
    grupo = store.grupos.get(alumno(store, control).grupo or 0)
    return " ".join(part for part in (grupo.etiqueta, grupo.turno, grupo.especialidad) if part)


def boleta(store: Store, control: str = "24301") -> list[tuple[str, int, str, str, int | None]]:
    """Asignatura, parcial, intento, what is written and faltas, in order."""
    names = {one.id: one.nombre for one in store.asignaturas.all()}
    rows = store.calificaciones.where(alumno=alumno(store, control).id)
    return sorted((names[c.asignatura], c.parcial, c.intento, c.escrita, c.faltas) for c in rows)


def contents(store: Store) -> dict[str, list[Any]]:
    """Every record that a list may touch."""
    names = (
        "alumnos", "grupos", "asignaturas", "calificaciones", "perfiles_tutor", "dominios",
        "disponibilidades", "correcciones", "mapeos", "periodos",
    )  # fmt: skip
    return {name: sorted(getattr(store, name).all(), key=lambda r: r.id) for name in names}


def reasons(found: dict[str, Any], key: str = "rechazadas") -> list[tuple[int, str]]:
    """Row and reason of what was rejected, left empty (avisos) or only deserves a look."""
    return [(line["fila"], line["motivo"]) for line in doubts(found, key)]


def doubts(found: dict[str, Any], key: str) -> list[dict[str, Any]]:
    """The lines of a document of import; `por_revisar` are the avisos that leave nothing empty."""
    if key == "rechazadas":
        return found[key]
    return [line for line in found["avisos"] if line["queda_vacio"] == (key == "avisos")]
