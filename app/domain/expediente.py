"""The expediente of a tutorado: the four documents a–d, what is there and what is missing.

Pure: the list, the detail of a student and the plan say the same of the same facts (DOMAIN M-70).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.text import joined, short_date

TITULOS = {
    "a": "Entrevista",
    "b": "Ficha general",
    "c": "Carta compromiso",
    "d": "Cronograma",
}
"""The documents with which a plan is made (DOMAIN M-66…M-69)."""


@dataclass(frozen=True, slots=True)
class Caso:
    """What is known of one open intervención of a tutorado; `horas` in words."""

    asignatura: str
    entrevista: date | None
    carta: date | None
    horas: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Documento:
    """One of the four: its letter, whether it is there, and what to say of it."""

    letra: str
    esta: bool
    palabras: str

    @property
    def titulo(self) -> str:
        """Its letter and its name."""
        return f"{self.letra}) {TITULOS[self.letra]}"


def expediente(
    casos: Sequence[Caso], falta_en_ficha: Sequence[str], sin_caso: str = "Sin alumno tutor"
) -> tuple[Documento, Documento, Documento, Documento]:
    """The four documents; `sin_caso` is what is said where an intervención is needed first."""
    ficha = "Completa"
    if falta_en_ficha:
        more = f" y {len(falta_en_ficha) - 1} más" if len(falta_en_ficha) > 1 else ""
        ficha = f"Falta {falta_en_ficha[0]}{more}"
    dated = [(one.asignatura, one.entrevista) for one in casos]
    signed = [(one.asignatura, one.carta) for one in casos]
    return (
        _dated("a", dated, "", "Sin capturar", sin_caso),
        Documento("b", not falta_en_ficha, ficha),
        _dated("c", signed, "Firmada el ", "Falta la firma", sin_caso),
        _cronograma(casos, sin_caso),
    )


def _dated(
    letra: str, found: Sequence[tuple[str, date | None]], before: str, lacks: str, sin_caso: str
) -> Documento:
    if not found:
        return Documento(letra, esta=False, palabras=sin_caso)
    without = [asignatura for asignatura, day in found if day is None]
    days = [day for _, day in found if day is not None]
    if without:
        words = lacks if not days else f"{lacks} en {joined(without)}"
        return Documento(letra, esta=False, palabras=words)
    said = f"{before}{short_date(max(days))}"
    return Documento(letra, esta=True, palabras=said[:1].upper() + said[1:])


def _cronograma(casos: Sequence[Caso], sin_caso: str) -> Documento:
    if not casos:
        return Documento("d", esta=False, palabras=sin_caso)
    without = [one.asignatura for one in casos if not one.horas]
    if without:
        return Documento("d", esta=False, palabras=f"Sin horario en {joined(without)}")
    hours = [hour for one in casos for hour in one.horas]
    first = hours[0][:1].upper() + hours[0][1:]
    words = first if len(hours) == 1 else f"{first} y {len(hours) - 1} más"
    return Documento("d", esta=True, palabras=words)
