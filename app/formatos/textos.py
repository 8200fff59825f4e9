"""The texts of the forms that a plantel may put in its own words, as the program brings them."""

from dataclasses import dataclass
from functools import cache

from app.paths import RESOURCES


@dataclass(frozen=True)
class Texto:
    """A text: how the user knows it, and the {places} that take data."""

    titulo: str
    lugares: tuple[str, ...] = ()


TEXTOS: dict[str, Texto] = {
    "carta_tutorado": Texto(
        "Carta compromiso del alumno tutorado",
        (
            "nombre", "semestre", "grupo", "turno", "especialidad", "asignatura", "periodo",
            "horario",
        ),
    ),
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


@cache
def default_text(clave: str) -> str:
    """The text that the program brings."""
    path = RESOURCES / "textos" / "formatos" / f"{clave}.txt"
    return path.read_text(encoding="utf-8").strip()
