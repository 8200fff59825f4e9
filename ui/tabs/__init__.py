"""The tabs of the window, in their order; each is loaded when it is first visited."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class TabSpec:
    """What the bar shows of a tab, and where its class is."""

    key: str
    title: str
    icon: str
    load: Callable[[], type[Any]]


def _inicio() -> type[Any]:
    from ui.tabs.inicio import InicioTab

    return InicioTab


def _alumnos_tutores() -> type[Any]:
    from ui.tabs.alumnos_tutores import AlumnosTutoresTab

    return AlumnosTutoresTab


def _tutorados() -> type[Any]:
    from ui.tabs.tutorados import TutoradosTab

    return TutoradosTab


def _carnet() -> type[Any]:
    from ui.tabs.carnet import CarnetTab

    return CarnetTab


def _planes() -> type[Any]:
    from ui.tabs.planes import PlanesTab

    return PlanesTab


def _seguimiento() -> type[Any]:
    from ui.tabs.seguimiento import SeguimientoTab

    return SeguimientoTab


TABS = (
    TabSpec("inicio", "Inicio", "home", _inicio),
    TabSpec("alumnos_tutores", "Alumnos tutores", "graduation", _alumnos_tutores),
    TabSpec("tutorados", "Tutorados", "users", _tutorados),
    TabSpec("carnet", "Carnet de asesorías", "id-card", _carnet),
    TabSpec("planes", "Planes", "clipboard", _planes),
    TabSpec("seguimiento", "Seguimiento", "calendar-check", _seguimiento),
)
