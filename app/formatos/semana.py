"""The free hours of a week on paper: a column for each day, a stretch of time in each cell."""

from collections.abc import Sequence
from itertools import zip_longest

from app.domain.horario import DIAS_DE_CLASE
from app.formatos import flow
from app.formatos.flow import Column, Strip

Semana = tuple[tuple[str, ...], ...]
"""For each day of class its stretches, as 11:00 a 12:00."""

_WIDE = (flow.UPRIGHT.right - flow.UPRIGHT.left) / len(DIAS_DE_CLASE)
_COLUMNS = tuple(Column((day.upper(),), _WIDE) for day in DIAS_DE_CLASE.values())


def week_table(semana: Sequence[Sequence[str]], least: int) -> list[Strip]:
    """The week as a table of at least so many rows; an empty one is filled in by hand."""
    return flow.table(_COLUMNS, list(zip_longest(*semana, fillvalue="")), least)
