"""What the carnets say (DOMAIN C.1)."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from app.services.carnet_datos import content_of
from app.services.carnets import carnet_datos, carnet_en_blanco
from app.store import Store

if TYPE_CHECKING:
    from app.formatos.carnet import CarnetDatos, CarnetOpciones


def gather(store: Store, ids: Sequence[int], opciones: "CarnetOpciones") -> "list[CarnetDatos]":
    """The carnets of these alumnos, each with its code."""
    return carnet_datos(store, ids, con_sesiones=opciones.con_sesiones)


def blank(store: Store) -> "CarnetDatos":
    """An empty carnet."""
    return carnet_en_blanco(store)


def content(datos: "CarnetDatos") -> dict[str, Any]:
    """What is kept of a printed carnet, to know later whether the paper still agrees."""
    return content_of(datos)
