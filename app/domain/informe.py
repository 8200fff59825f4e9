"""Informe: what is told of an intervención, at its parcial or its end, and of the whole periodo."""

from datetime import date

from app.fields import Choice, Date, Paragraph, Reference, Text, column, entity

TIPOS_INFORME = {
    "parcial": "Informe parcial",
    "final": "Informe final",
    "alumno_tutor": "Informe final del alumno tutor",
    "consolidado": "Informe consolidado",
}
"""Parcial and final by the docente tutor (U-35, U-94), one by the alumno tutor for each
intervención (M-74), and the consolidado of the periodo (U-58, U-95)."""


@entity
class Informe:
    """The words of a report; its figures are counted from the record.

    A consolidado has no intervención. `entregado` is the day it was handed in: with the one of
    the alumno tutor an intervención can be closed.
    """

    id: int = 0
    intervencion: int | None = column("Intervención", Reference("intervenciones"), default=None)
    periodo: int | None = column("Periodo", Reference("periodos"), default=None)
    tipo: str = column("Tipo", Choice(TIPOS_INFORME), default="parcial")
    entregado: date | None = column("Fecha de entrega", Date(), default=None)
    dirigido: str = column("A", Text(200), default="")
    asunto: str = column("Asunto", Text(200), default="")
    introduccion: str = column("Saludo e introducción", Paragraph(), default="")
    temas: str = column("Temas vistos", Paragraph(), default="")
    metas: str = column("Análisis en función de las metas", Paragraph(), default="")
    mejoras: str = column("Aspectos en los que ha mejorado", Paragraph(), default="")
    dificultades: str = column("Dificultades persistentes o nuevas", Paragraph(), default="")
    acciones: str = column("Acciones realizadas", Paragraph(), default="")
    estrategias: str = column("Estrategias empleadas", Paragraph(), default="")
    resultados: str = column("Análisis de los resultados", Paragraph(), default="")
    incidentes: str = column("Incidentes y ajustes", Paragraph(), default="")
    funciono: str = column("Qué funcionó", Paragraph(), default="")
    aprendizajes: str = column("Qué aprendí como alumno tutor", Paragraph(), default="")
    conclusiones: str = column("Conclusiones", Paragraph(), default="")
    sugerencias: str = column("Sugerencias", Paragraph(), default="")
