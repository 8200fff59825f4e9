"""The texts of the forms that a plantel may put in its own words, as the program brings them."""

import re
from dataclasses import dataclass
from functools import cache

from app.paths import RESOURCES


@dataclass(frozen=True)
class Texto:
    """A text: how the user knows it, and the {places} that take data."""

    titulo: str
    lugares: tuple[str, ...] = ()


TEXTOS: dict[str, Texto] = {
    "convocatoria": Texto("Convocatoria a alumnos-tutores", ("periodo",)),
    "carta_tutorado": Texto(
        "Carta compromiso del alumno tutorado",
        (
            "nombre", "semestre", "grupo", "turno", "especialidad", "asignatura", "periodo",
            "horario",
        ),
    ),
    "carta_alumno_tutor": Texto(
        "Carta compromiso del alumno-tutor",
        ("nombre", "semestre", "grupo", "turno", "especialidad", "periodo"),
    ),
    "aviso_privacidad": Texto(
        "Aviso de privacidad simplificado", ("plantel", "domicilio", "transparencia", "aviso")
    ),
    "notificacion_tutorado": Texto(
        "Notificación de asignación al tutorado", ("nombre", "alumno_tutor", "asignatura")
    ),
    "notificacion_tutor": Texto(
        "Notificación de asignación al alumno-tutor", ("nombre", "tutorado", "asignatura")
    ),
    "cartel": Texto("Cartel de los alumnos-tutores"),
    "constancia": Texto(
        "Constancia del alumno tutor",
        ("papel", "periodo", "sesiones", "horas", "asignaturas"),
    ),
    "felicitacion": Texto(
        "Felicitación al alumno tutor",
        ("papel", "periodo", "sesiones", "horas", "asignaturas"),
    ),
}  # fmt: skip
"""By key, in the order in which they are offered; each has a file of resources."""


_PLACE = re.compile(r"\{(\w+)\}")


def unknown_places(clave: str, texto: str) -> list[str]:
    """The {places} written in a text that nothing fills: they would print as they are typed."""
    known = TEXTOS[clave].lugares
    return list(dict.fromkeys(one for one in _PLACE.findall(texto) if one not in known))


@cache
def default_text(clave: str) -> str:
    """The text that the program brings."""
    path = RESOURCES / "textos" / "formatos" / f"{clave}.txt"
    return path.read_text(encoding="utf-8").strip()
