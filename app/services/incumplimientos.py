"""Duties that were not fulfilled in an intervención, what was done, and when they repeat (S-52)."""

from collections import Counter
from collections.abc import Mapping

from app import domain
from app.errors import InvalidValue
from app.fields import cleaned, fields_of
from app.store import Store
from app.text import counted, joined

REPEATED = 2
"""From how many of the same person on it is a matter to decide."""


def incumplimientos(store: Store, intervencion: int) -> list[domain.Incumplimiento]:
    """What was noted, the newest first."""
    found = store.incumplimientos.where(intervencion=intervencion)
    return sorted(found, key=lambda one: (one.fecha, one.id), reverse=True)


def add(
    store: Store, intervencion: int, alumno: int, typed: Mapping[str, str]
) -> domain.Incumplimiento:
    """Notes what somebody did not fulfil; InvalidValue for a day to come.

    `alumno` is a tutorado of the intervención or its alumno tutor.
    """
    today = store.clock().date()
    shown = fields_of(domain.Incumplimiento)["fecha"].show(today)
    values = cleaned(domain.Incumplimiento, {"fecha": shown, **typed})
    if values["fecha"] > today:
        raise InvalidValue("fecha", "Fecha: ese día todavía no llega")
    owner = store.intervenciones.get(intervencion).alumno_tutor
    values["quien"] = "alumno_tutor" if alumno == owner else "tutorado"
    name = store.alumnos.get(alumno).nombre_corto
    with store.operation(f"Anotar un incumplimiento de {name}"):
        return store.incumplimientos.add(
            domain.Incumplimiento(**values, intervencion=intervencion, alumno=alumno)
        )


def change(store: Store, incumplimiento: int, typed: Mapping[str, str]) -> None:
    """Stores typed data of what was noted."""
    values = cleaned(domain.Incumplimiento, typed)
    with store.operation("Cambiar un incumplimiento"):
        store.incumplimientos.change(incumplimiento, **values)


def remove(store: Store, incumplimiento: int) -> None:
    """Sends what was noted to the bin."""
    with store.operation("Quitar un incumplimiento", deletes=True):
        store.incumplimientos.delete(incumplimiento)


def warning(store: Store, intervencion: int) -> str:
    """Who did not fulfil more than once, in a sentence; empty when nobody did."""
    counts = Counter(one.alumno for one in incumplimientos(store, intervencion))
    often = {alumno: n for alumno, n in counts.items() if n >= REPEATED}
    if not often:
        return ""
    names = {a.id: a.nombre_corto for a in store.alumnos.where(id=list(often))}
    parts = [
        f"{names[alumno or 0]} tiene {counted(n, 'incumplimiento', 'incumplimientos')}"
        for alumno, n in often.items()
    ]
    return f"{joined(parts)}."


def people(store: Store, intervencion: int) -> list[tuple[object, str]]:
    """Whom something can be noted of: the tutorados and the alumno tutor, as options."""
    owner = store.intervenciones.get(intervencion).alumno_tutor
    ids = [t.alumno for t in store.tutorados.where(intervencion=intervencion)]
    people = {a.id: a.nombre for a in store.alumnos.where(id=[*ids, owner])}
    options: list[tuple[object, str]] = [(id, people[id]) for id in ids if id in people]
    if owner in people:
        options.append((owner, f"{people[owner]} (alumno tutor)"))
    return options
