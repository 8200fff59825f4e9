"""School time: the ciclo escolar, its two periodos and the days that do not count."""

from datetime import date

from app.domain.calendario import doubt_about_ciclo
from app.fields import Choice, Date, Reference, Text, column, entity

PARTES = {"A": "A (agosto a enero)", "B": "B (febrero a julio)"}
"""The halves of a ciclo: A takes the odd semestres, B the even ones (DOMAIN D.2)."""


@entity
class Periodo:
    """Half a ciclo escolar: 2026-2027A is August 2026 to January 2027."""

    id: int = 0
    ciclo: str = column(
        "Ciclo escolar",
        Text(9, r"[0-9]{4}-[0-9]{4}", "debe escribirse como 2026-2027"),
        required=True,
        default="",
        check=doubt_about_ciclo,
    )
    parte: str = column("Periodo", Choice(PARTES), default="A")
    inicio: date | None = column("Primer día de clases", Date(), default=None)
    fin: date | None = column("Último día de clases", Date(), default=None)

    @property
    def nombre(self) -> str:
        """As people say it: 2026-2027A."""
        return f"{self.ciclo}{self.parte}"

    @property
    def meses(self) -> str:
        """As forms say it: agosto 2026 – enero 2027."""
        first, second = self.ciclo[:4], self.ciclo[-4:]
        if self.parte == "A":
            return f"agosto {first} – enero {second}"
        return f"febrero – julio {second}"


@entity
class DiaInhabil:
    """A day without classes in this plantel: not counted, no session planned on it."""

    id: int = 0
    fecha: date | None = column("Fecha", Date(), required=True, default=None)
    motivo: str = column("Motivo", Text(120), default="")
    periodo: int | None = column("Periodo", Reference("periodos"), default=None)
