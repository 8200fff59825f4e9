"""The printed forms, in the order of the menus; importing this loads no library."""

from typing import Any

from app.formatos.formato import Dibujo, Formato


def _carnet() -> Dibujo[Any, Any]:
    from app.formatos import carnet

    return carnet.DIBUJO


def _plan() -> Dibujo[Any, Any]:
    from app.formatos import plan

    return plan.DIBUJO


CARNET = Formato(
    "carnet",
    "Carnet de asesorías académicas entre iguales",
    "alumno",
    ("carta", "media-carta", "cuadernillo"),
    _carnet,
)
PLAN = Formato("plan", "Plan de acción tutorial", "docente", ("carta",), _plan)

FORMATOS = (CARNET, PLAN)
