"""The list of alumnos tutores before a need: who can first, then the blocked with the reason."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from app.domain.horario import DIAS_DE_CLASE, Tramo, show_hours
from app.fields import Tenths
from app.services.emparejamiento import Opcion
from app.text import counted, joined, matches
from ui.tables import cells
from ui.tables.cells import Shown
from ui.tables.column import Column
from ui.tables.record_table import RecordTable
from ui.theme import font, u
from ui.widgets import marks, paint
from ui.widgets.empty_state import EmptyState

_SHOW = Tenths().show


def short_slot(tramo: Tramo) -> str:
    """Mar 11:00 a 12:00."""
    return f"{DIAS_DE_CLASE[tramo.dia][:3]} {show_hours(tramo.inicio, tramo.fin)}"


def without_name(option: Opcion, words: str) -> str:
    """A reason without the name it begins with, which is already in sight."""
    rest = words.removeprefix(f"{option.datos.nombre} ")
    if rest == words or rest.startswith("y "):
        return words
    return rest[:1].upper() + rest[1:]


def summary(option: Opcion) -> str:
    """The line under a name: what is against it, or the hours that it would have."""
    if option.impide:
        rest = len(option.impide) - 1
        more = f", y {counted(rest, 'motivo más', 'motivos más')}" if rest else ""
        return f"{without_name(option, option.impide[0].texto)}{more}"
    where = [option.grupo] if option.grupo else []
    if option.grupos:
        where.append(f"grupo con {joined(list(option.grupos[0].tutorados))}")
    elif slots := list(option.huecos):
        more = f" y {len(slots) - 1} más" if len(slots) > 1 else ""
        where.append(f"{short_slot(slots[0])}{more}")
    else:
        where.append("sin horario capturado")
    return " · ".join(where)


@dataclass(frozen=True)
class _Person(cells.Cell):
    """Name and second line; a blocked one is quiet and carries the shape of a doubt."""

    def paint(self, painter: QPainter, rect: QRect, it: Shown) -> None:
        option: Opcion = it.row
        half = u(4.5)
        top = rect.y() + (rect.height() - 2 * half) // 2
        role = "text" if option.se_puede else "text2"
        line = QRect(rect.x(), top, rect.width(), half)
        paint.text(painter, line, it.words, font("body", True), role)
        left, under = rect.x(), top + half
        level = "alto" if not option.se_puede else "medio" if option.avisos else "sin_riesgo"
        side = u(2.25)
        marks.paint_level_glyph(painter, level, left, under + (half - side) / 2, side)
        left += side + u(1.5)
        area = QRect(left, under, rect.right() - left + 1, half)
        paint.text(painter, area, summary(option), font("caption"), "text2")

    def needs(self, it: Shown) -> int:
        under = paint.width_of(summary(it.row), font("caption")) + u(3.75)
        return max(paint.width_of(it.words, font("body", True)), under)


def _full_name(option: Opcion) -> str:
    return option.datos.nombre


COLUMNS = (
    Column(
        "alumno_tutor", "Alumno tutor", _full_name, width=40, stretch=True, cell=_Person(),
        sort=lambda _: 0, tooltip=lambda o: "\n".join(c.texto for c in o.contras),
    ),
    Column(
        "calificacion", "Calif.", lambda o: _SHOW(o.calificacion), width=14, align="right",
        sort=lambda o: o.calificacion or 0, search=False,
        cell=cells.Text(role=lambda o: "text" if o.se_puede else "text2"),
        help="Calificación que muestra que domina la asignatura",
    ),
    Column(
        "carga", "Carga", lambda o: f"{o.carga} de {o.capacidad}", width=20, align="right",
        sort=lambda o: o.carga, search=False,
        cell=cells.Text(role=lambda o: "text" if o.se_puede else "text2"),
        help="Tutorados que tiene y que puede tener",
    ),
)  # fmt: skip


def make_list(load: Callable[[], Sequence[Opcion]], explain: EmptyState) -> RecordTable:
    """The list in the order of the service: the best first."""
    table = RecordTable(
        COLUMNS, load, ident=lambda o: o.alumno_tutor, rows="two",
        nouns=("alumno tutor", "alumnos tutores"), empty=explain,
    )  # fmt: skip
    table.counts.hide()
    return table


def count_words(options: Sequence[Opcion]) -> str:
    """`3 pueden · 12 impedidos · 133 no la dominan`."""
    can = sum(o.se_puede for o in options)
    unable = sum(any(c.clave == "no_domina" for c in o.impide) for o in options)
    blocked = len(options) - can - unable
    parts = [counted(can, "puede", "pueden")]
    if blocked:
        parts.append(counted(blocked, "con impedimento", "con impedimento"))
    if unable:
        parts.append(counted(unable, "no la domina", "no la dominan"))
    return " · ".join(parts)


def keeps(words: str, option: Any) -> bool:
    """Whether an option has the words in its name."""
    return matches(words, option.datos.nombre, option.apellidos)
