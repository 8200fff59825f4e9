"""The planned sessions follow the hours: planned for many at once, moved when the hours change."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from app import domain
from app.domain.calendario import is_business_day
from app.domain.horario import Tramo
from app.errors import AppError
from app.services import cronograma, franjas, planes, sesiones
from app.store import Store
from app.text import counted


@dataclass(frozen=True, slots=True)
class Reprogramacion:
    """What would change: sessions with their new day and hour, and those left without any."""

    mueve: tuple[tuple[domain.Sesion, date, Tramo], ...]
    quita: tuple[domain.Sesion, ...]

    @property
    def cuantas(self) -> int:
        """How many sessions it touches."""
        return len(self.mueve) + len(self.quita)


def plan_ahead_many(store: Store, intervenciones: Sequence[int]) -> tuple[int, int]:
    """Plans the rest of the periodo for each that has hours: sessions, and of how many (M-62).

    AppError when nothing is left to plan in any of them.
    """
    total, cases = 0, 0
    label = f"Planear las sesiones de {counted(len(intervenciones), 'plan', 'planes')}"
    with store.operation(label):
        for intervencion in intervenciones:
            try:
                total += sesiones.plan_ahead(store, intervencion)
                cases += 1
            except AppError:
                continue
    if not total:
        raise AppError("Ya están planeadas las sesiones de todas las que tienen horario.")
    return total, cases


def pending(store: Store, intervencion: int) -> Reprogramacion:
    """The sessions to come that do not agree with the hours any more, and where they would go.

    Within its week each goes to an hour that no session has; one that fits in no day of classes
    is left out. What was planned on purpose outside the hours is not touched (DOMAIN U-12, U-16).
    """
    today, last = store.clock().date(), cronograma.limits(store, intervencion)[1]
    hours = [franjas.tramo_of(f) for f in franjas.franjas(store, intervencion)]
    free = cronograma.holidays(store)
    weeks: dict[date, list[domain.Sesion]] = {}
    for one in store.sesiones.where(intervencion=intervencion, estado="planeada"):
        if one.fecha and one.fecha > today and not one.imprevista:
            weeks.setdefault(one.fecha - timedelta(days=one.fecha.weekday()), []).append(one)
    moves: list[tuple[domain.Sesion, date, Tramo]] = []
    drops: list[domain.Sesion] = []
    for monday, found in sorted(weeks.items()) if hours else ():
        slots = [
            (day, tramo)
            for tramo in hours
            if today < (day := monday + timedelta(days=tramo.dia - 1)) <= last
            and is_business_day(day, free)
        ]
        taken = {(s.fecha, s.inicio, s.minutos) for s in found}
        stray = [s for s in found if not any(_same(s, *slot) for slot in slots)]
        open_slots = [
            slot for slot in slots if (slot[0], slot[1].inicio, slot[1].minutos) not in taken
        ]
        stray.sort(key=lambda s: (s.fecha or date.min, s.inicio or 0))
        moves += [(s, *slot) for s, slot in zip(stray, open_slots, strict=False)]
        drops += stray[len(open_slots) :]
    return Reprogramacion(tuple(moves), tuple(drops))


def _same(sesion: domain.Sesion, day: date, tramo: Tramo) -> bool:
    return (sesion.fecha, sesion.inicio, sesion.minutos) == (day, tramo.inicio, tramo.minutos)


def apply(store: Store, intervencion: int) -> Reprogramacion:
    """Takes the sessions to come to the hours there are now, in one step.

    AppError when all agree.
    """
    found = pending(store, intervencion)
    if not found.cuantas:
        raise AppError("Las sesiones por dar ya coinciden con el horario.")
    count = counted(found.cuantas, "sesión", "sesiones")
    label = f"Pasar {count} de {planes.subject(store, intervencion)} al horario nuevo"
    with store.operation(label, deletes=bool(found.quita)):
        store.sesiones.change_many(
            (one.id, {"fecha": day, "inicio": tramo.inicio, "minutos": tramo.minutos})
            for one, day, tramo in found.mueve
        )
        store.sesiones.delete_many([one.id for one in found.quita])
    return found
