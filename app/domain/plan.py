"""The plan de acción tutorial of an intervención and its actions."""

from datetime import date

from app.fields import Checks, Date, Flag, Number, Paragraph, Reference, Text, column, entity

AMBITOS = {
    "academico": "Académico",
    "orientacion": "Orientación",
    "gestion": "Gestión",
    "administrativo": "Administrativo",
    "servicios": "Servicios",
}
"""The five ámbitos de acción of the manual's table (DOMAIN M-32, E.1)."""


@entity
class Plan:
    """What will be done and what is expected (DOMAIN U-91, C.6)."""

    id: int = 0
    intervencion: int | None = column("Intervención", Reference("intervenciones"))
    objetivo: str = column("Objetivo", Paragraph())
    dificultad: str = column("Dificultad académica", Paragraph())
    necesidades: str = column("Necesidades detectadas", Paragraph())
    contenidos: str = column("Contenidos", Paragraph())
    resultados: str = column("Resultados esperados", Paragraph())
    ambitos: tuple[str, ...] = column("Ámbitos", Checks(AMBITOS))
    entregado: date | None = column("Fecha de entrega", Date())


@entity
class Accion:
    """One action of a plan."""

    id: int = 0
    plan: int | None = column("Plan", Reference("planes"))
    texto: str = column("Acción", Text(300), required=True)
    contenido: str = column("Contenido", Text(120))
    semana: int | None = column("Semana", Number(1, 30))
    quien: str = column("Quién", Text(80))
    hecha: bool = column("Hecha", Flag())
