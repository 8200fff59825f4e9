"""The weekly hours of an intervención: adding, moving, clashes in words, and why they changed."""

from collections.abc import Mapping

from app import domain
from app.domain.asignacion import (
    DatosTutor,
    DatosTutorado,
    Impedimento,
    Ocupacion,
    huecos_comunes,
    impedimentos,
)
from app.domain.horario import Tramo, doubt_about_tramo, free_time, show_tramo
from app.errors import InvalidValue
from app.fields import cleaned
from app.services import disponibilidad, planes
from app.store import Store
from app.store.queries.asignacion import horas_tomadas
from app.text import joined

_OF_HOURS = frozenset({"franja_corta", "choque_tutor", "choque_tutorado", "sin_hora_comun"})
_FORBID = _OF_HOURS - {"sin_hora_comun"}
RUNNING = ("en_marcha", "ajustada")


def tramo_of(franja: domain.Franja) -> Tramo:
    """The stretch of a franja."""
    return Tramo(franja.dia or 0, franja.inicio or 0, franja.fin or 0)


def franjas(store: Store, intervencion: int) -> list[domain.Franja]:
    """The hours of an intervención in the order of the week."""
    return sorted(store.franjas.where(intervencion=intervencion), key=tramo_of)


def add(
    store: Store, intervencion: int, typed: Mapping[str, str], motivo: str = ""
) -> domain.Franja:
    """Adds an hour; InvalidValue for bad data, in words when somebody is taken.

    InvalidValue("motivo") asks why, when the intervención already runs (U-12).
    """
    values = cleaned(domain.Franja, {"dia": "", "inicio": "", "fin": "", **typed})
    made = domain.Franja(**values, intervencion=intervencion)
    _refuse_clash(store, intervencion, tramo_of(made))
    _ask_why(store, intervencion, motivo)
    with store.operation(f"Agregar {_in_words(made)} a {planes.subject(store, intervencion)}"):
        added = store.franjas.add(made)
        _log_change(store, intervencion, f"Se agrega {_in_words(made)}.", motivo)
    return added


def change(store: Store, franja: int, typed: Mapping[str, str], motivo: str = "") -> domain.Franja:
    """Stores typed data of an hour; a change of time of what already runs is logged (U-12).

    InvalidValue("motivo") asks why, when it already runs.
    """
    before = store.franjas.get(franja)
    values = cleaned(domain.Franja, typed)
    after = domain.Franja(
        id=franja, intervencion=before.intervencion, dia=values.get("dia", before.dia),
        inicio=values.get("inicio", before.inicio), fin=values.get("fin", before.fin),
        lugar=values.get("lugar", before.lugar),
    )  # fmt: skip
    intervencion = before.intervencion or 0
    if tramo_of(after) != tramo_of(before):
        _refuse_clash(store, intervencion, tramo_of(after), franja)
        _ask_why(store, intervencion, motivo)
    what = "el horario" if tramo_of(after) != tramo_of(before) else "el lugar"
    with store.operation(f"Cambiar {what} de {planes.subject(store, intervencion)}"):
        store.franjas.change(franja, **values)
        if tramo_of(after) != tramo_of(before):
            said = f"De {_in_words(before)} a {_in_words(after)}."
            _log_change(store, intervencion, said, motivo)
    return after


def remove(store: Store, franja: int, motivo: str = "") -> None:
    """Takes an hour out; when the intervención already runs it asks why and is logged (U-12)."""
    before = store.franjas.get(franja)
    intervencion = before.intervencion or 0
    _ask_why(store, intervencion, motivo)
    label = f"Quitar {_in_words(before)} de {planes.subject(store, intervencion)}"
    with store.operation(label, deletes=True):
        store.franjas.delete(franja)
        _log_change(store, intervencion, f"Se quita {_in_words(before)}.", motivo)


def doubts(store: Store, intervencion: int) -> list[str]:
    """What is wrong with the hours there are, one sentence each: clashes and no free time."""
    said: dict[str, None] = {}
    for franja in franjas(store, intervencion):
        for reason in _reasons(store, intervencion, tramo_of(franja), franja.id):
            said[f"{reason.texto}."] = None
    return list(said)


def free_slots(store: Store, intervencion: int, minutes: int = 60) -> list[Tramo]:
    """The hours that the alumno tutor and every tutorado have left in common."""
    alumno_tutor, people, _ = _situation(store, intervencion, None)
    if alumno_tutor is None or not people:
        return []
    common: list[Tramo] = huecos_comunes(alumno_tutor, people[0], minutes)
    for person in people[1:]:
        others = set(huecos_comunes(alumno_tutor, person, minutes))
        common = [tramo for tramo in common if tramo in others]
    return common


def weekly_minutes(store: Store, intervencion: int) -> int:
    """Minutes of attention a week (DOMAIN U-20)."""
    return sum(tramo_of(f).minutos for f in store.franjas.where(intervencion=intervencion))


def _in_words(franja: domain.Franja) -> str:
    return show_tramo(tramo_of(franja))


def _refuse_clash(store: Store, intervencion: int, tramo: Tramo, franja: int | None = None) -> None:
    if reason := doubt_about_tramo(tramo):
        raise InvalidValue("fin", f"Fin: {reason}")
    against = [r for r in _reasons(store, intervencion, tramo, franja) if r.clave in _FORBID]
    if against:
        raise InvalidValue("inicio", joined([r.texto for r in against]))


def _reasons(
    store: Store, intervencion: int, tramo: Tramo, franja: int | None
) -> list[Impedimento]:
    alumno_tutor, people, asignatura = _situation(store, intervencion, franja)
    if alumno_tutor is None:
        return []
    settings = store.settings.only()
    found: dict[str, Impedimento] = {}
    for person in people:
        for reason in impedimentos(alumno_tutor, person, asignatura, tramo, settings):
            if reason.clave in _OF_HOURS:
                found[reason.texto] = reason
    return list(found.values())


def _situation(
    store: Store, intervencion: int, franja: int | None
) -> tuple[DatosTutor | None, list[DatosTutorado], domain.Asignatura]:
    """Who takes part with what is known of their week; the franja in question does not count."""
    record = store.intervenciones.get(intervencion)
    asignatura = store.asignaturas.get(record.asignatura or 0)
    people = [t.alumno or 0 for t in store.tutorados.where(intervencion=intervencion)]
    owner = record.alumno_tutor
    ids = [*people, owner] if owner else people
    taken = horas_tomadas(store, 0, ids, intervencion)
    mine = tuple(
        Ocupacion(tramo_of(f), 0, asignatura.nombre)
        for f in store.franjas.where(intervencion=intervencion)
        if f.id != franja
    )
    names = {a.id: a.nombre for a in store.alumnos.where(id=ids)}

    weeks = {id: _week(store, id) for id in ids}
    tutorados = [
        DatosTutorado(id, names[id], True, weeks[id][0], (*taken.get(id, ()), *weeks[id][1]))
        for id in people
    ]
    if not owner:
        return None, tutorados, asignatura
    free, classes = weeks[owner]
    given = (*taken.get(owner, ()), *mine, *classes)
    return DatosTutor(owner, names[owner], libres=free, ocupadas=given), tutorados, asignatura


def _week(store: Store, alumno: int) -> tuple[tuple[Tramo, ...] | None, tuple[Ocupacion, ...]]:
    """Free time, None while nobody wrote it, and the classes, which are taken time."""
    week = disponibilidad.week_of(store, alumno)
    classes = tuple(Ocupacion(tramo, 0, "clase") for tramo in week["clase"])
    if not week["disponible"]:
        return None, classes
    return tuple(free_time(week["disponible"], week["clase"])), classes


def _ask_why(store: Store, intervencion: int, motivo: str) -> None:
    if store.intervenciones.get(intervencion).estado in RUNNING and not motivo.strip():
        raise InvalidValue("motivo", "Motivo: diga por qué cambia el horario")


def _log_change(store: Store, intervencion: int, cambio: str, motivo: str) -> None:
    if store.intervenciones.get(intervencion).estado in RUNNING:
        today = store.clock().date()
        planes.note(store, intervencion, "horario", today, motivo.strip()[:300], cambio)
