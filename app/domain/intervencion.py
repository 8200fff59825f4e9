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
    periodo: int | None = column("Periodo", Reference("periodos"))
    asignatura: int | None = column("Asignatura", Reference("asignaturas"))
    alumno_tutor: int | None = column("Alumno tutor", Reference("alumnos"))
    estado: str = column("Estado", Choice(ESTADOS_INTERVENCION), default="identificada")
    asignada: date | None = column("Fecha de asignación", Date())
    cerrada: date | None = column("Fecha de cierre", Date())
    motivo: str = column("Motivo del cierre", Paragraph(400))


@entity
class Tutorado:
    """The part of a student in an intervención."""

    id: int = 0
    intervencion: int | None = column("Intervención", Reference("intervenciones"))
    alumno: int | None = column("Tutorado", Reference("alumnos"))


@entity
class Franja:
    """A weekly hour of attention and its place; minutes since midnight (DOMAIN M-69, M-82)."""

    id: int = 0
    intervencion: int | None = column("Intervención", Reference("intervenciones"))
    dia: int | None = column("Día", Level(DIAS_DE_CLASE), required=True)
    inicio: int | None = column("Inicio", Time(), required=True)
    fin: int | None = column("Fin", Time(), required=True)
    lugar: str = column("Lugar", Text(80))
