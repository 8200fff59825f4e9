"""The table of the review of an import: its columns, as wide as what they show, and their looks."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView

from app.services.imports import Aviso, ImportPlan
from ui.dialogs.importar_filas import ACTIONS, Dato, Row, datos_of, doubts_of, is_problem, kind_of
from ui.dialogs.importar_sesion import one_line
from ui.tables import cells
from ui.tables.column import Column
from ui.tables.record_table import RecordTable
from ui.theme import font, u
from ui.widgets import paint
from ui.widgets.empty_state import EmptyState

_NEW = "Nueva"
_RIGHT = frozenset(("calificacion", "faltas", "capacidad", "asistencias"))
_FIRST = 3
"""Columns that never hide: whom the row is about."""
_KEPT_LONGEST = (
    "grupo", "curp", "asignatura", "calificacion", "parcial", "dia", "inicio", "fin", "turno",
    "semestre", "sexo", "nacimiento", "intento", "faltas", "capacidad", "especialidad",
)  # fmt: skip
"""The data that stay in sight when there is no room for all, the most useful first."""
_DOUBTLESS = 100
_SAMPLE = 200
_LEAST, _MOST, _MOST_MEASURE = 12, 46, 38
_PADDING, _GLYPH = 3.5, 4.5
_LEAST_WHY, _MOST_WHY = 24, 54
_MOST_MEASURES = 80


def columns_of(plan: ImportPlan) -> list[Column]:
    """The columns of the table; when there is no room those without doubts hide first.

    A wide list of calificaciones scrolls sideways instead, with the reason before its measures.
    """
    datos = datos_of(plan)
    wide = any(dato.header for dato in datos)
    doubtful = _doubtful(plan, datos)
    rows = _sample(plan)
    found = [_column(dato, rows, _drop(dato, i, doubtful, wide)) for i, dato in enumerate(datos)]
    why = Column("motivo", "Motivo", _motivo, width=_why_width(rows), stretch=True, search=False,
                 cell=cells.Text(role=_why_role, strong=is_problem))  # fmt: skip
    many = sum(column.width for column, dato in zip(found, datos, strict=True) if dato.header)
    place = sum(not dato.header for dato in datos) if many > _MOST_MEASURES else len(found)
    return [*_places(plan), *found[:place], why, *found[place:]]


def column_of(columns: Sequence[Column], doubt: Aviso) -> int:
    """The place of the column that a doubt is about, -1 if none is."""
    for place, column in enumerate(columns):
        dato = getattr(column.show, "__self__", None)
        if isinstance(dato, Dato) and dato.holds(doubt):
            return place
    return -1


def _places(plan: ImportPlan) -> list[Column]:
    """The number of the row in its sheet, and what will happen with it."""
    new = _NEW if plan.tipo != "alumnos" else ACTIONS["alta"][0]

    def action(row: Any) -> str:
        kind = kind_of(row)
        return new if kind == "alta" else ACTIONS[kind][0]

    found = [
        Column("fila", "Fila", _fila, lambda r: r.place, width=14, search=False,
               cell=cells.Text(strong=is_problem)),
        Column("accion", "Qué pasará", action, _order, width=29, search=False,
               cell=cells.State(lambda r: ACTIONS[kind_of(r)][1:])),
    ]  # fmt: skip
    names = [hoja.nombre for hoja in plan.layout.hojas]
    if len(names) > 1:
        width = min(max(paint.width_of(name, font("body")) for name in names) / u(1) + 5, 30)
        found.insert(0, Column("hoja", "Hoja", lambda r: r.place[0], width=width))
    return found


def _fila(row: Row) -> str:
    return f"{row.fila:,}" if row.fila else ""


def _motivo(row: Row) -> str:
    told = one_line(row.motivo, 200)
    changes = len(row.cambios) if kind_of(row) == "cambia" else 0
    return f"{changes} cambios: {told}" if changes > 2 else told


def _order(row: Row) -> int:
    return ("rechazada", "aviso", "cambia", "alta", "igual", "baja").index(kind_of(row))


def _why_role(row: Row) -> str:
    return {"rechazada": "alto", "aviso": "medio"}.get(kind_of(row), "text2")


def row_look(row: Row) -> str:
    """The tint of a row."""
    return {"rechazada": "alto", "aviso": "medio"}.get(kind_of(row), "")


def new_table(load: Callable[[], Sequence[Row]]) -> RecordTable:
    """The table of the review, still without columns."""
    empty = EmptyState("list", "La lista no trae filas", "Revise la hoja y el encabezado.")
    table = RecordTable([], load, ident=_place, rows="wide", nouns=("fila", "filas"), empty=empty)
    table.set_words(no_match="Ninguna fila coincide", chosen=("elegida", "elegidas"))
    table.set_row_look(row_look)
    scroll_sideways(table)
    return table


def scroll_sideways(table: RecordTable) -> None:
    """Lets a table have more columns than fit."""
    table.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
    table.view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)


def show_columns(table: RecordTable, columns: Sequence[Column]) -> None:
    """Loads the rows again with these columns; the order stays if they are the same ones."""
    if [one.key for one in columns] != [one.key for one in table.model.columns]:
        table.header.order = None
    table.model.refresh(columns)
    table.view.fit_columns()


def _place(row: Row) -> Any:
    return row.place


# Which columns, and how wide


def _doubtful(plan: ImportPlan, datos: Sequence[Dato]) -> set[str]:
    """The keys of the columns that have some doubt."""
    doubts = {(a.campo, a.columna): a for row in plan.rows for a in doubts_of(row)}
    return {dato.key for dato in datos if any(map(dato.holds, doubts.values()))}


def _drop(dato: Dato, place: int, doubtful: set[str], wide: bool) -> int:
    """How soon a column hides when there is no room: the highest first, 0 never."""
    if place < _FIRST or wide:
        return 0
    useful = len(_KEPT_LONGEST) + place
    if dato.key in _KEPT_LONGEST:
        useful = _KEPT_LONGEST.index(dato.key)
    return 1 + useful + (0 if dato.key in doubtful else _DOUBTLESS)


def _sample(plan: ImportPlan) -> list[Row]:
    """Some rows, those with problems among them."""
    problems = (row for row in plan.rows if is_problem(row))
    return [*plan.rows[:_SAMPLE], *(row for row, _ in zip(problems, range(_SAMPLE), strict=False))]


def _column(dato: Dato, rows: Sequence[Row], drop: int) -> Column:
    align = "right" if dato.key in _RIGHT or dato.header else "left"
    return Column(dato.key, dato.title, dato.words, width=_width(dato, rows), drop=drop,
                  align=align, cell=cells.Doubtful(dato.level, underline=True),
                  help=dato.header)  # fmt: skip


def _width(dato: Dato, rows: Sequence[Row]) -> float:
    """Units for what most rows show, within reason; the title may be cut, its tooltip is whole."""
    widest = paint.width_of(dato.title, font("caption", True)) / u(1)
    for row in rows:
        level = dato.level(row)
        needs = paint.width_of(dato.words(row), font("body", bool(level))) / u(1)
        widest = max(widest, needs + (_GLYPH if level else 0))
    return min(max(widest + _PADDING, _LEAST), _MOST_MEASURE if dato.header else _MOST)


def _why_width(rows: Sequence[Row]) -> float:
    """Units for the reasons: little when there are none, so that more data fit."""
    face = font("body", True)
    widest = max((paint.width_of(_motivo(row), face) for row in rows), default=0) / u(1)
    return min(max(widest + _PADDING, _LEAST_WHY), _MOST_WHY)
