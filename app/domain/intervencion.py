"""Intervención: the unit of work. One alumno tutor, one or more tutorados, one asignatura."""

from datetime import date

from app.domain.horario import DIAS_DE_CLASE
from app.fields import Choice, Date, Level, Paragraph, Reference, Text, Time, column, entity

ESTADOS_INTERVENCION = {
    "identificada": "Identificada",
    "planeada": "Planeada",
    "en_marcha": "En marcha",
    "ajustada": "Ajustada",
    "cerrada": "Concluida",
    "cancelada": "Cancelada",
}
ABIERTAS = ("identificada", "planeada", "en_marcha", "ajustada")
"""The states in which an intervención takes a place of its alumno tutor."""


@entity
class Intervencion:
    """From the assignment to the final report (DOMAIN M-75)."""

    id: int = 0
    periodo: int | None = column("Periodo", Reference("periodos"), default=None)
    asignatura: int | None = column("Asignatura", Reference("asignaturas"), default=None)
    alumno_tutor: int | None = column("Alumno tutor", Reference("alumnos"), default=None)
    estado: str = column("Estado", Choice(ESTADOS_INTERVENCION), default="identificada")
    asignada: date | None = column("Fecha de asignación", Date(), default=None)
    cerrada: date | None = column("Fecha de cierre", Date(), default=None)
    motivo: str = column("Motivo del cierre", Paragraph(400), default="")


@entity
class Tutorado:
    """The part of a student in an intervención."""

    id: int = 0
    intervencion: int | None = column("Intervención", Reference("intervenciones"), default=None)
    alumno: int | None = column("Tutorado", Reference("alumnos"), default=None)


@entity
class Franja:
    """A weekly hour of attention and its place; minutes since midnight (DOMAIN M-69, M-82)."""

    id: int = 0
    intervencion: int | None = column("Intervención", Reference("intervenciones"), default=None)
    dia: int | None = column("Día", Level(DIAS_DE_CLASE), required=True, default=None)
    inicio: int | None = column("Inicio", Time(), required=True, default=None)
    fin: int | None = column("Fin", Time(), required=True, default=None)
    lugar: str = column("Lugar", Text(80), default="")
