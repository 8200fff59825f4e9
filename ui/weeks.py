"""Between the stretches that the file keeps and the half hours that the week grid paints."""

from collections.abc import Iterable, Mapping, Sequence

from app.domain.horario import DIAS_DE_CLASE, Tramo
from app.services.disponibilidad import Week
from ui.widgets.week_model import Cell

STEP = 30
_TURNOS = {"matutino": (7 * 60, 14 * 60), "vespertino": (13 * 60, 20 * 60)}
_ALL_DAY = (7 * 60, 20 * 60)
_MARKS = {"disponible": "free", "clase": "class"}
_OCUPACIONES = {"free": "disponible", "class": "clase", "": ""}


def hours_of(turno: str, tramos: Iterable[Tramo]) -> tuple[int, int]:
    """First and last minute to show: those of the turno, wider when something lies outside."""
    start, end = _TURNOS.get(turno, _ALL_DAY)
    for tramo in tramos:
        start = min(start, tramo.inicio // STEP * STEP)
        end = max(end, -(-tramo.fin // STEP) * STEP)
    return start, end


def marks_of(week: Week) -> dict[Cell, str]:
    """The half hours of a week: free when wholly free, class when a class touches them."""
    marks: dict[Cell, str] = {}
    for tramo in week.get("disponible", ()):
        first = -(-tramo.inicio // STEP) * STEP
        marks |= {
            (tramo.dia, minute): "free" for minute in range(first, tramo.fin - STEP + 1, STEP)
        }
    for tramo in week.get("clase", ()):
        first = tramo.inicio // STEP * STEP
        marks |= {(tramo.dia, minute): _MARKS["clase"] for minute in range(first, tramo.fin, STEP)}
    return marks


def shared_marks(weeks: Sequence[Week]) -> dict[Cell, str]:
    """The half hours that are the same for everybody."""
    each = [marks_of(week) for week in weeks]
    if not each:
        return {}
    return {
        cell: mark for cell, mark in each[0].items() if all(m.get(cell) == mark for m in each[1:])
    }


def strokes(before: Mapping[Cell, str], after: Mapping[Cell, str]) -> list[tuple[str, list[Tramo]]]:
    """What was painted between two states of the grid: ocupación and the stretches it takes."""
    found: dict[str, list[Tramo]] = {}
    for cell in before.keys() | after.keys():
        mark = after.get(cell, "")
        if before.get(cell, "") != mark and cell[0] in DIAS_DE_CLASE:
            day, minute = cell
            found.setdefault(_OCUPACIONES[mark], []).append(Tramo(day, minute, minute + STEP))
    return list(found.items())
