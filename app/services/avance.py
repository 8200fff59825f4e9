"""What a plan hoped for and what was done: actions, sessions, minutes, weeks."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.intervencion import ABIERTAS
from app.services import franjas, planes
from app.services.cronograma import Semana
from app.store import Store

OFF = "movida"
"""A session that moved is counted where it went."""


@dataclass(frozen=True, slots=True)
class Avance:
    """Done and planned of each; the weeks are those with a session, held or not."""

    acciones: tuple[int, int]
    sesiones: tuple[int, int]
    minutos: tuple[int, int]
    semanas: tuple[int, int]


def avance_of(store: Store, intervencion: int, weeks: Sequence[Semana]) -> Avance:
    """Planned versus done of an intervención whose cronograma has these weeks.

    A session out of plan counts as done, not as planned. With hours and nothing planned yet, what
    is hoped for is one session of each hour in each week left.
    """
    acciones = planes.acciones(store, intervencion)
    found = [s for s in store.sesiones.where(intervencion=intervencion) if s.estado != OFF]
    held = [s for s in found if s.estado == "dada"]
    planned = [s for s in found if not s.imprevista]
    count, minutes = len(planned), sum(s.minutos or 0 for s in planned)
    goes_on = store.intervenciones.get(intervencion).estado in ABIERTAS
    if goes_on and not any(s.estado == "planeada" for s in found):
        left = sum(week.estado == "planeada" for week in weeks)
        count += left * len(franjas.franjas(store, intervencion))
        minutes += left * franjas.weekly_minutes(store, intervencion)
    return Avance(
        (sum(one.hecha for one in acciones), len(acciones)),
        (len(held), count),
        (sum(s.minutos or 0 for s in held), minutes),
        (
            sum(week.estado == "dada" for week in weeks),
            sum(week.estado != "nada" for week in weeks),
        ),
    )
