"""Sessions of an intervención: noted, planned, held, moved, cancelled; each keeps who was who."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from app import domain
from app.domain.calendario import is_business_day
from app.errors import AppError, InvalidValue
from app.fields import Time, cleaned
from app.services import asistencia, cronograma, franjas, planes
from app.store import Store
from app.store.queries import planes as queries
from app.text import DIAS, counted, short_date

_SNAPSHOT = ("grupo", "semestre", "alumno_tutor")
_CHECKED = ("fecha", "estado", "motivo", "causa", "inicio")
_OF_CANCELLING: dict[str, Any] = {"causa": "", "quien": "", "motivo": ""}
_QUIEN = {"falto_tutorado": "tutorado", "falto_tutor": "alumno_tutor"}
_TIME = Time().show


def sesiones(store: Store, intervencion: int) -> list[domain.Sesion]:
    """The sessions of an intervención, the newest first."""
    found = store.sesiones.where(intervencion=intervencion)
    return sorted(found, key=lambda s: (s.fecha or date.min, s.inicio or 0, s.id), reverse=True)


def before(store: Store, sesion: domain.Sesion) -> domain.Sesion | None:
    """The session held last before another of the same intervención, or None (DOMAIN S-38)."""
    held = store.sesiones.where(intervencion=sesion.intervencion, estado="dada")
    earlier = [one for one in held if one.id != sesion.id and _moment(one) < _moment(sesion)]
    return max(earlier, key=_moment, default=None)


def after(store: Store, sesion: domain.Sesion) -> domain.Sesion | None:
    """The next session that is planned after another of the same intervención, or None."""
    hoped = store.sesiones.where(intervencion=sesion.intervencion, estado="planeada")
    today = store.clock().date()
    later = [
        one for one in hoped
        if one.fecha and one.fecha >= today and _moment(one) > _moment(sesion)
    ]  # fmt: skip
    return min(later, key=_moment, default=None)


def _moment(sesion: domain.Sesion) -> tuple[date, int]:
    return sesion.fecha or date.min, sesion.inicio or 0


def add(store: Store, intervencion: int, typed: Mapping[str, str]) -> domain.Sesion:
    """Notes or plans a session; time and minutes come from the franja of that weekday if empty.

    A session held on a weekday without franja is unplanned unless said otherwise. The first one
    held puts the intervención in motion. Raises InvalidValue.
    """
    values = cleaned(domain.Sesion, {"fecha": "", **typed})
    values.setdefault("estado", "planeada")
    _check(store, intervencion, values)
    usual = _fill_time(store, intervencion, values)
    values.setdefault("imprevista", values["estado"] == "dada" and usual is False)
    _fill_quien(values)
    made = domain.Sesion(**{**values, **snapshot(store, intervencion)}, intervencion=intervencion)
    verb = "Planear" if made.estado == "planeada" else "Registrar"
    with store.operation(f"{verb} la sesión {_what(store, made)}"):
        added = store.sesiones.add(made)
        set_in_motion(store, intervencion, made.estado)
    return added


def change(store: Store, sesion: int, typed: Mapping[str, str]) -> domain.Sesion:
    """Stores typed data of a session; when it is held, who was who is noted again.

    What was said of a cancellation goes when the session is no longer cancelled.
    """
    before = store.sesiones.get(sesion)
    intervencion = before.intervencion or 0
    values = cleaned(domain.Sesion, typed)
    estado = values.get("estado", before.estado)
    if estado in ("planeada", "dada") and before.estado in ("cancelada", "movida"):
        values = {**values, **_OF_CANCELLING}
    if set(_CHECKED) & set(values):
        now = {key: getattr(before, key) for key in _CHECKED}
        _check(store, intervencion, {**now, **values}, sesion)
    if estado == "dada" and before.estado != "dada":
        values |= snapshot(store, intervencion)
    if estado == "cancelada" and not before.quien:
        _fill_quien(values)
    with store.operation(f"Cambiar la sesión {_what(store, before)}"):
        after = store.sesiones.change(sesion, **values)
        set_in_motion(store, intervencion, after.estado)
    return after


def hold(store: Store, ids: Sequence[int]) -> int:
    """Notes sessions as held with everybody present; how many (DOMAIN U-31, S-37).

    Marks of attendance that are there stay. Those of days to come are left out; AppError when
    there is no other.
    """
    today = store.clock().date()
    found = [s for s in store.sesiones.where(id=list(ids)) if s.fecha and s.fecha <= today]
    if not found:
        raise AppError("Esa sesión todavía no llega." if len(ids) == 1
                       else "Ninguna de esas sesiones ha llegado todavía.")  # fmt: skip
    label = f"Dar por dadas {counted(len(found), 'sesión', 'sesiones')}"
    if len(found) == 1:
        label = f"Dar por dada la sesión {_what(store, found[0])}"
    who = {one: snapshot(store, one) for one in {s.intervencion or 0 for s in found}}
    with store.operation(label):
        store.sesiones.change_many(
            (s.id, {"estado": "dada", **_OF_CANCELLING, **who[s.intervencion or 0]})
            for s in found
            if s.estado != "dada"
        )
        asistencia.fill(store, [s.id for s in found])
        for intervencion in who:
            set_in_motion(store, intervencion, "dada")
    return len(found)


def cancel(store: Store, ids: Sequence[int], typed: Mapping[str, str]) -> None:
    """Cancels sessions with the same cause and by the same person (InvalidValue without cause).

    Who cancelled follows from the cause when it is not said.
    """
    values = {**_OF_CANCELLING, **cleaned(domain.Sesion, typed), "estado": "cancelada"}
    _check_cause(values)
    _fill_quien(values)
    found = store.sesiones.where(id=list(ids))
    label = f"Cancelar {counted(len(found), 'sesión', 'sesiones')}"
    if len(found) == 1:
        label = f"Cancelar la sesión {_what(store, found[0])}"
    with store.operation(label):
        store.sesiones.change_many((one.id, values) for one in found)


def move(store: Store, sesion: int, typed: Mapping[str, str]) -> domain.Sesion:
    """Moves a session to another day: the old one says where to, a new one waits there (U-12)."""
    before = store.sesiones.get(sesion)
    intervencion = before.intervencion or 0
    values = {"inicio": before.inicio, "minutos": before.minutos, **_OF_CANCELLING}
    values |= cleaned(domain.Sesion, {"fecha": "", **typed})
    why = {key: values.pop(key) for key in _OF_CANCELLING}
    _check(store, intervencion, {**values, "estado": "planeada"})
    _fill_quien(why)
    said = where_to(values["fecha"], values["inicio"])
    why["motivo"] = f"{said}: {why['motivo']}" if why["motivo"] else said
    with store.operation(f"Mover la sesión {_what(store, before)}"):
        store.sesiones.change(sesion, estado="movida", **why)
        return store.sesiones.add(
            domain.Sesion(
                **values, estado="planeada", tema=before.tema, intervencion=intervencion,
                **snapshot(store, intervencion),
            )
        )  # fmt: skip


def where_to(day: date, inicio: int | None) -> str:
    """What a session that was moved says: Pasó al jue 26 nov, 10:30."""
    hour = f", {_TIME(inicio)}" if inicio is not None else ""
    return f"Pasó al {DIAS[day.weekday()][:3]} {short_date(day)}{hour}"


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
    who = snapshot(store, intervencion)
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


def snapshot(store: Store, intervencion: int) -> dict[str, Any]:
    """Grupo, semestre and alumno tutor as they are now, for a session of today."""
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
    if estado == "cancelada":
        _check_cause(values)
    same = store.sesiones.where(intervencion=intervencion, fecha=day)
    if values.get("inicio") is not None and any(
        s.inicio == values["inicio"] and s.id != sesion and s.estado != "movida" for s in same
    ):
        raise InvalidValue("inicio", "Inicio: ya hay una sesión ese día a esa hora")


def _check_cause(values: Mapping[str, Any]) -> None:
    if not values.get("causa") and not values.get("motivo"):
        raise InvalidValue("causa", "Causa: diga por qué se canceló")
    if values.get("causa") == "otra" and not values.get("motivo"):
        raise InvalidValue("motivo", "Motivo: diga cuál fue la otra causa")


def _fill_quien(values: dict[str, Any]) -> None:
    """Who cancelled, by the cause: somebody who did not come, else the plantel."""
    if values.get("causa") not in (None, "", "otra") and not values.get("quien"):
        values["quien"] = _QUIEN.get(values["causa"], "plantel")


def _fill_time(store: Store, intervencion: int, values: dict[str, Any]) -> bool | None:
    """The usual hour of that weekday where none was said; whether there is one, None: no hours."""
    hours = [franjas.tramo_of(f) for f in franjas.franjas(store, intervencion)]
    usual = next((t for t in hours if t.dia == values["fecha"].isoweekday()), None)
    if usual is not None:
        if values.get("inicio") is None:
            values["inicio"] = usual.inicio
        if values.get("minutos") is None:
            values["minutos"] = usual.minutos
    return usual is not None if hours else None


def set_in_motion(store: Store, intervencion: int, estado: str) -> None:
    """An intervención with a session held runs, within an open operation."""
    if estado == "dada":
        record = store.intervenciones.get(intervencion)
        if record.estado in ("identificada", "planeada"):
            store.intervenciones.change(intervencion, estado="en_marcha")
