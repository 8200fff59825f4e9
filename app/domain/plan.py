"""The plan de acción tutorial of an intervención, its actions and its adjustments."""

from datetime import date

from app.domain.aprendizaje import ESTRATEGIAS
from app.fields import (
    Checks,
    Choice,
    Date,
    Flag,
    Number,
    Paragraph,
    Reference,
    Text,
    column,
    entity,
)

AMBITOS = {
    "academico": "Académico",
    "orientacion": "Orientación",
    "gestion": "Gestión",
    "administrativo": "Administrativo",
    "servicios": "Servicios",
}
"""The five ámbitos de acción of the manual's table (DOMAIN M-32, E.1)."""

OBJETIVOS = {
    "rendimiento": "Mejorar el rendimiento escolar",
    "problemas": "Resolver problemas escolares",
    "habitos": "Formar hábitos de estudio y de trabajo",
}
"""What a plan may aim at (DOMAIN M-01)."""
APRENDIZAJES = {
    "aprender": "Aprender a aprender",
    "ser": "Aprender a ser",
    "hacer": "Aprender a hacer",
    "convivir": "Aprender a convivir",
}
"""The four aims of learning (DOMAIN M-08)."""
TIPOS_AJUSTE = {"ajuste": "Ajuste", "incidente": "Incidente", "horario": "Cambio de horario"}


@entity
class Plan:
    """What will be done and what is expected (DOMAIN U-91, C.6)."""

    id: int = 0
    intervencion: int | None = column("Intervención", Reference("intervenciones"), default=None)
    objetivo: str = column("Objetivo", Paragraph(), default="")
    dificultad: str = column("Dificultad académica", Paragraph(), default="")
    necesidades: str = column("Necesidades detectadas", Paragraph(), default="")
    contenidos: str = column("Contenidos", Paragraph(), default="")
    resultados: str = column("Resultados esperados", Paragraph(), default="")
    ambitos: tuple[str, ...] = column("Ámbitos", Checks(AMBITOS), default=())
    objetivos: tuple[str, ...] = column("Propósitos del plan", Checks(OBJETIVOS), default=())
    aprendizajes: tuple[str, ...] = column("Aprendizajes", Checks(APRENDIZAJES), default=())
    estrategias: tuple[str, ...] = column("Estrategias", Checks(ESTRATEGIAS), default=())
    otras_estrategias: str = column("Otras estrategias", Paragraph(), default="")
    recursos: str = column("Recursos", Paragraph(), default="")
    evidencia: str = column("Evidencia", Paragraph(), default="")
    entregado: date | None = column("Fecha de entrega", Date(), default=None)


@entity
class Accion:
    """One action of a plan."""

    id: int = 0
    plan: int | None = column("Plan", Reference("planes"), default=None)
    texto: str = column("Acción", Text(300), required=True, default="")
    contenido: str = column("Contenido", Text(120), default="")
    semana: int | None = column("Semana", Number(1, 30), default=None)
    quien: str = column("Quién", Text(80), default="")
    ambito: str = column("Ámbito", Choice(AMBITOS), default="")
    hecha: bool = column("Hecha", Flag(), default=False)


@entity
class Ajuste:
    """What changed in a plan on the way and why, or what happened (DOMAIN M-72, M-73, U-12)."""

    id: int = 0
    plan: int | None = column("Plan", Reference("planes"), default=None)
    tipo: str = column("Tipo", Choice(TIPOS_AJUSTE), default="ajuste")
    fecha: date | None = column("Fecha", Date(), required=True, default=None)
    motivo: str = column("Motivo", Text(300), required=True, default="")
    cambio: str = column("Qué cambia", Paragraph(1000), default="")
