"""The free hours of people as forms say them (DOMAIN M-30)."""

from collections.abc import Sequence

from app import domain
from app.domain.horario import DIAS_DE_CLASE, Tramo, free_time, show_hours
from app.services.impresos.casos import by
from app.store import Store


def semanas(store: Store, alumnos: Sequence[int]) -> dict[int, tuple[tuple[str, ...], ...]]:
    """For each alumno whose week is known, the free stretches of each day of class."""
    rows = by(store.disponibilidades.where(alumno=list(dict.fromkeys(alumnos))), "alumno")
    return {alumno: _week(mine) for alumno, mine in rows.items()}


def _week(rows: Sequence[domain.Disponibilidad]) -> tuple[tuple[str, ...], ...]:
    free = free_time(
        [_tramo(row) for row in rows if row.ocupacion == "disponible"],
        [_tramo(row) for row in rows if row.ocupacion == "clase"],
    )
    return tuple(
        tuple(show_hours(t.inicio, t.fin) for t in free if t.dia == dia) for dia in DIAS_DE_CLASE
    )


def _tramo(row: domain.Disponibilidad) -> Tramo:
    return Tramo(row.dia or 0, row.inicio or 0, row.fin or 0)
