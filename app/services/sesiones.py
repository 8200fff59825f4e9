"""Sessions of an intervención: noted, planned, moved, cancelled; each keeps who was who then."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from app import domain
from app.domain.calendario import is_business_day
from app.errors import AppError, InvalidValue
from app.fields import cleaned
from app.services import cronograma, franjas, planes
from app.store import Store
from app.store.queries import planes as queries
from app.text import counted, short_date

_SNAPSHOT = ("grupo", "semestre", "alumno_tutor")


def sesiones(store: Store, intervencion: int) -> list[domain.Sesion]:
    """The sessions of an intervención, the newest first."""
    found = store.sesiones.where(intervencion=intervencion)
    return sorted(found, key=lambda s: (s.fecha or date.min, s.inicio or 0, s.id), reverse=True)


def add(store: Store, intervencion: int, typed: Mapping[str, str]) -> domain.Sesion:
    """Notes or plans a session; time and minutes come from the franja of that weekday if empty.

    The first session held puts the intervención in motion. Raises InvalidValue.
    """
    values = cleaned(domain.Sesion, {"fecha": "", **typed})
    values.setdefault("estado", "planeada")
    _check(store, intervencion, values)
    _fill_time(store, intervencion, values)
    made = domain.Sesion(**{**values, **_snapshot(store, intervencion)}, intervencion=intervencion)
    verb = "Planear" if made.estado == "planeada" else "Registrar"
    with store.operation(f"{verb} la sesión {_what(store, made)}"):
        added = store.sesiones.add(made)
        _set_in_motion(store, intervencion, made.estado)
    return added


def change(store: Store, sesion: int, typed: Mapping[str, str]) -> domain.Sesion:
    """Stores typed data of a session; when it is held, who was who is noted again."""
    before = store.sesiones.get(sesion)
    intervencion = before.intervencion or 0
    values = cleaned(domain.Sesion, typed)
    held = values.get("estado", before.estado) == "dada" and before.estado != "dada"
    now = {key: getattr(before, key) for key in ("fecha", "estado", "motivo", "inicio")}
    if {"fecha", "estado", "motivo", "inicio"} & set(values):
        _check(store, intervencion, {**now, **values}, sesion)
    if held:
        values |= _snapshot(store, intervencion)
    with store.operation(f"Cambiar la sesión {_what(store, before)}"):
        after = store.sesiones.change(sesion, **values)
        _set_in_motion(store, intervencion, after.estado)
    return after


def cancel(store: Store, sesion: int, motivo: str) -> None:
    """Cancels a session with its reason, which is asked for."""
    before = store.sesiones.get(sesion)
    values = cleaned(domain.Sesion, {"motivo": motivo})
    _check(
        store, before.intervencion or 0, {"fecha": before.fecha, "estado": "cancelada", **values}
    )
    with store.operation(f"Cancelar la sesión {_what(store, before)}"):
        store.sesiones.change(sesion, estado="cancelada", **values)


def move(store: Store, sesion: int, typed: Mapping[str, str]) -> domain.Sesion:
    """Moves a session to another day: the old one says where to, a new one waits there."""
    before = store.sesiones.get(sesion)
    intervencion = before.intervencion or 0
    values = {"inicio": before.inicio, "minutos": before.minutos, "motivo": ""}
    values |= cleaned(domain.Sesion, {"fecha": "", **typed})
    motivo = values.pop("motivo")
    _check(store, intervencion, {**values, "estado": "planeada"})
    said = f"Pasó al {short_date(values['fecha'])}"
    with store.operation(f"Mover la sesión {_what(store, before)}"):
        store.sesiones.change(
            sesion, estado="movida", motivo=f"{said}: {motivo}" if motivo else said
        )
        return store.sesiones.add(
            domain.Sesion(
                **values, estado="planeada", tema=before.tema, intervencion=intervencion,
                **_snapshot(store, intervencion),
            )
        )  # fmt: skip


def remove(store: Store, ids: Sequence[int]) -> None:
    """Sends sessions to the bin."""
    if not ids:
        return
    if len(ids) == 1:
        what = f"la sesión {_what(store, store.sesiones.get(ids[0]))}"
    else:
        what = counted(len(ids), "sesión", "sesiones")
    with store.operation(f"Quitar {what}", deletes=True):
        store.sesiones.delete_many(ids)


def plan_ahead(store: Store, intervencion: int) -> int:
    """Plans a session in each franja from today to the end of the periodo, holidays apart.

    AppError when there is no horario or nothing left to plan. Returns how many.
    """
    hours = [franjas.tramo_of(f) for f in franjas.franjas(store, intervencion)]
    if not hours:
        raise AppError("Primero ponga el día y la hora de la asesoría.")
    known = {(s.fecha, s.inicio) for s in store.sesiones.where(intervencion=intervencion)}
    free = cronograma.holidays(store)
    day, last = store.clock().date(), cronograma.limits(store, intervencion)[1]
    new: list[domain.Sesion] = []
    who = _snapshot(store, intervencion)
    while day <= last:
        new += [
            domain.Sesion(
                intervencion=intervencion, fecha=day, inicio=t.inicio, minutos=t.minutos, **who
            )
            for t in hours
            if t.dia == day.isoweekday()
            and is_business_day(day, free)
            and (day, t.inicio) not in known
        ]
        day += timedelta(days=1)
    if not new:
        raise AppError("Ya están planeadas todas las sesiones de este periodo.")
    count = counted(len(new), "sesión", "sesiones")
    with store.operation(f"Planear {count} de {planes.subject(store, intervencion)}"):
        store.sesiones.add_many(new)
    return len(new)


def _snapshot(store: Store, intervencion: int) -> dict[str, Any]:
    return dict(zip(_SNAPSHOT, queries.snapshot(store, intervencion), strict=True))


def _what(store: Store, sesion: domain.Sesion) -> str:
    day = f"del {short_date(sesion.fecha)} " if sesion.fecha else ""
    return f"{day}de {planes.subject(store, sesion.intervencion or 0)}"


def _check(
    store: Store, intervencion: int, values: Mapping[str, Any], sesion: int | None = None
) -> None:
    day, estado = values["fecha"], values["estado"]
    today = store.clock().date()
    if estado == "dada" and day > today:
        raise InvalidValue("fecha", "Fecha: ese día todavía no llega; déjela «Por dar»")
    if (
        estado == "planeada"
        and day >= today
        and not is_business_day(day, cronograma.holidays(store))
    ):
        raise InvalidValue("fecha", "Fecha: ese día no hay clases en el plantel")
    if estado == "cancelada" and not values.get("motivo"):
        raise InvalidValue("motivo", "Motivo: diga por qué se canceló")
    same = store.sesiones.where(intervencion=intervencion, fecha=day)
    if values.get("inicio") is not None and any(
        s.inicio == values["inicio"] and s.id != sesion and s.estado != "movida" for s in same
    ):
        raise InvalidValue("inicio", "Inicio: ya hay una sesión ese día a esa hora")


def _fill_time(store: Store, intervencion: int, values: dict[str, Any]) -> None:
    hours = [franjas.tramo_of(f) for f in franjas.franjas(store, intervencion)]
    usual = next((t for t in hours if t.dia == values["fecha"].isoweekday()), None)
    if usual is not None:
        if values.get("inicio") is None:
            values["inicio"] = usual.inicio
        if values.get("minutos") is None:
            values["minutos"] = usual.minutos


def _set_in_motion(store: Store, intervencion: int, estado: str) -> None:
    if estado == "dada":
        record = store.intervenciones.get(intervencion)
        if record.estado in ("identificada", "planeada"):
            store.intervenciones.change(intervencion, estado="en_marcha")
