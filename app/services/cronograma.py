"""The weeks of an intervención: what was held, what is hoped for, the week of today (M-69)."""

from dataclasses import dataclass
from datetime import date, timedelta

from app import domain
from app.domain.calendario import is_business_day, limits_of, week_of
from app.domain.intervencion import ABIERTAS
from app.store import Store

ESTADOS_SEMANA = {
    "dada": "con asesoría",
    "planeada": "por dar",
    "perdida": "sin asesoría",
    "nada": "sin asesoría",
}


@dataclass(frozen=True, slots=True)
class Semana:
    """One week: its number in the periodo, its Monday, a key of ESTADOS_SEMANA and its counts."""

    numero: int
    lunes: date
    estado: str
    es_actual: bool
    dadas: int
    planeadas: int


def limits(store: Store, intervencion: int) -> tuple[date, date]:
    """First and last day of classes of the periodo of an intervención."""
    return limits_of_periodo(
        store.periodos.get(store.intervenciones.get(intervencion).periodo or 0)
    )


def limits_of_periodo(periodo: domain.Periodo) -> tuple[date, date]:
    """First and last day of classes of a periodo, by the calendar when nobody wrote them."""
    first, last = limits_of(periodo.ciclo, periodo.parte)
    return periodo.inicio or first, periodo.fin or last


def holidays(store: Store) -> set[date]:
    """The days without classes of the plantel."""
    return {one.fecha for one in store.dias_inhabiles.all() if one.fecha}


def cronograma(store: Store, intervencion: int) -> list[Semana]:
    """The weeks from the assignment, or from the first session if earlier, to the end."""
    today = store.clock().date()
    record = store.intervenciones.get(intervencion)
    first, last = limits(store, intervencion)
    found = [s for s in store.sesiones.where(intervencion=intervencion) if s.fecha]
    hoped = _hoped_days(store, record, today, last)
    days = [s.fecha for s in found if s.fecha and s.estado == "dada"]
    begin = min([max(first, record.asignada or today), *days])
    monday = begin - timedelta(days=begin.weekday())
    weeks: list[Semana] = []
    while monday <= max(last, begin):
        sunday = monday + timedelta(days=6)
        here = [s for s in found if s.fecha and monday <= s.fecha <= sunday]
        held = sum(s.estado == "dada" for s in here)
        coming = sum(bool(s.estado == "planeada" and s.fecha and s.fecha >= today) for s in here)
        state = "dada" if held else "planeada" if coming or monday in hoped else ""
        number = week_of(first, monday)
        weeks.append(
            Semana(
                number, monday, state or ("perdida" if here else "nada"),
                monday <= today <= sunday, held, coming,
            )
        )  # fmt: skip
        monday += timedelta(days=7)
    return weeks


def _hoped_days(
    store: Store, record: domain.Intervencion, today: date, last: date
) -> frozenset[date]:
    """The Mondays of the weeks to come in which some franja falls on a day of classes."""
    if record.estado not in ABIERTAS:
        return frozenset()
    days = {franja.dia for franja in store.franjas.where(intervencion=record.id)}
    free = holidays(store)
    found: set[date] = set()
    day = today
    while day <= last:
        if day.isoweekday() in days and is_business_day(day, free):
            found.add(day - timedelta(days=day.weekday()))
        day += timedelta(days=1)
    return frozenset(found)
