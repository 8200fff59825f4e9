"""Logros: what somebody did well, tutorado or alumno tutor, noted on a day (PEERS 4.1-12)."""

from collections.abc import Mapping

from app import domain
from app.errors import InvalidValue
from app.fields import cleaned, fields_of
from app.store import Store


def reconocer(
    store: Store, alumno: int, typed: Mapping[str, str], intervencion: int | None = None
) -> domain.Logro:
    """Notes an achievement, of today unless a day is typed.

    Raises InvalidValue without words, or for a day to come.
    """
    today = store.clock().date()
    shown = fields_of(domain.Logro)["fecha"].show(today)
    values = cleaned(domain.Logro, {"fecha": shown, **{k: v for k, v in typed.items() if v}})
    if not values.get("texto"):
        raise InvalidValue("texto", "Logro: escriba qué se reconoce")
    if values["fecha"] > today:
        raise InvalidValue("fecha", "Fecha: ese día todavía no llega")
    name = store.alumnos.get(alumno).nombre_corto
    with store.operation(f"Reconocer un logro de {name}"):
        return store.logros.add(
            domain.Logro(**values, alumno=alumno, intervencion=intervencion, quien=store.author)
        )


def logros_de(store: Store, alumno: int) -> list[domain.Logro]:
    """The achievements of somebody, the newest first."""
    found = store.logros.where(alumno=alumno)
    return sorted(found, key=lambda one: (one.fecha, one.id), reverse=True)


def quitar(store: Store, logro: int) -> None:
    """Sends an achievement to the bin."""
    owner = store.logros.get(logro).alumno
    name = store.alumnos.get(owner or 0).nombre_corto
    with store.operation(f"Quitar un logro de {name}", deletes=True):
        store.logros.delete(logro)
