"""The states of an intervención: what each step needs, handing in, concluding, cancelling."""

from collections.abc import Sequence
from typing import Any

from app import domain
from app.domain.intervencion import ESTADOS_INTERVENCION
from app.errors import AppError, InvalidValue
from app.fields import cleaned
from app.services import informes, planes
from app.store import Store
from app.text import counted, joined

NEXT: dict[str, tuple[str, ...]] = {
    "identificada": ("planeada", "en_marcha", "cancelada"),
    "planeada": ("en_marcha", "cancelada"),
    "en_marcha": ("cerrada", "cancelada"),
    "ajustada": ("en_marcha", "cerrada", "cancelada"),
    "cerrada": ("en_marcha",),
    "cancelada": ("identificada",),
}
"""Where an intervención may go by hand; an adjustment takes it to ajustada (DOMAIN M-75)."""

INFORME = "el informe final del alumno tutor"
_LABELS = {
    "identificada": "Volver a abrir {}",
    "planeada": "Dar por planeada {}",
    "en_marcha": "Poner en marcha {}",
    "cerrada": "Concluir {}",
    "cancelada": "Cancelar {}",
}


def needs(store: Store, intervencion: int, estado: str) -> list[str]:
    """What a step would like to find done, in words; nothing of it forbids the step.

    Planning and starting want the plan complete (M-63, M-69); concluding, the report of the alumno
    tutor, how it went for each tutorado and every session written down (M-74, S-45).
    """
    if estado in ("planeada", "en_marcha"):
        return planes.missing(store, intervencion)
    if estado != "cerrada":
        return []
    lacks = [] if informes.is_handed_in(store, intervencion) else [INFORME]
    open_ended = [
        t.alumno for t in store.tutorados.where(intervencion=intervencion) if not t.resultado
    ]
    if open_ended:
        names = [a.nombre_corto for a in store.alumnos.where(id=open_ended)]
        lacks.append(f"el resultado de {joined(names)}")
    today = store.clock().date()
    ahead = store.sesiones.where(intervencion=intervencion, estado="planeada")
    late = sum(one.fecha is not None and one.fecha < today for one in ahead)
    if late:
        lacks.append(f"registrar {counted(late, 'asesoría pasada', 'asesorías pasadas')}")
    return lacks


def deliver(store: Store, intervencion: int) -> None:
    """Dates the plan as handed in today; what was only identified becomes planned (U-21, U-30)."""
    plan = planes.plan_of(store, intervencion)
    if plan.entregado is not None:
        raise AppError("Ese plan ya está entregado.")
    with store.operation(f"Entregar el plan de {planes.subject(store, intervencion)}"):
        stored = planes.stored(store, intervencion)
        store.planes.change(stored.id, entregado=store.clock().date())
        if store.intervenciones.get(intervencion).estado == "identificada":
            store.intervenciones.change(intervencion, estado="planeada")


def change_state(
    store: Store, intervencion: int, estado: str, motivo: str = "", causa: str = ""
) -> None:
    """Takes an intervención to another state: running, concluded, cancelled, open again.

    A cancellation needs its reason, and so does concluding without the report of the alumno tutor
    (InvalidValue). What was still to be held is cancelled, so that nobody waits for it. Raises
    AppError when it cannot go there.
    """
    before = store.intervenciones.get(intervencion)
    if estado not in NEXT[before.estado]:
        was, wanted = (ESTADOS_INTERVENCION[key].lower() for key in (before.estado, estado))
        raise AppError(f"Un plan que está «{was}» no puede pasar a «{wanted}».")
    motivo = _reason(store, intervencion, estado, motivo)
    today = store.clock().date()
    ends = estado in ("cerrada", "cancelada")
    values: dict[str, Any] = {"estado": estado, "cerrada": today if ends else None}
    values["causa"] = causa if estado == "cancelada" else ""
    if ends or before.motivo:
        values["motivo"] = motivo
    with store.operation(_LABELS[estado].format(planes.subject(store, intervencion))):
        store.intervenciones.change(intervencion, **values)
        if ends:
            _cancel_what_is_left(store, intervencion, estado, motivo)


def _reason(store: Store, intervencion: int, estado: str, motivo: str) -> str:
    """The reason that is kept; InvalidValue when it is due and missing."""
    if estado == "cancelada" and not motivo.strip():
        raise InvalidValue("motivo", "Motivo: diga por qué se cancela")
    if (
        estado == "cerrada"
        and not motivo.strip()
        and not informes.is_handed_in(store, intervencion)
    ):
        raise InvalidValue("motivo", f"Motivo: falta {INFORME}; diga por qué se concluye sin él")
    return motivo.strip()


def _cancel_what_is_left(store: Store, intervencion: int, estado: str, motivo: str) -> None:
    reason = "La intervención concluyó" if estado == "cerrada" else motivo
    ahead = store.sesiones.where(intervencion=intervencion, estado="planeada")
    values = {"estado": "cancelada", "motivo": reason[:200], "causa": "otra"}
    store.sesiones.change_many([(one.id, values) for one in ahead])


def set_data(store: Store, intervencion: int, key: str, value: str) -> None:
    """Stores the enfoque, the propósitos or the normas of a group, as typed (U-02, M-02, M-59)."""
    values = cleaned(domain.Intervencion, {key: value})
    if getattr(store.intervenciones.get(intervencion), key) == values[key]:
        return
    what = {"enfoque": "el enfoque", "propositos": "el propósito", "normas": "las normas"}[key]
    with store.operation(f"Cambiar {what} de {planes.subject(store, intervencion)}"):
        store.intervenciones.change(intervencion, **values)


def without_report(store: Store, intervenciones: Sequence[int]) -> list[int]:
    """Which of these still lack the report of the alumno tutor."""
    return [one for one in intervenciones if not informes.is_handed_in(store, one)]
