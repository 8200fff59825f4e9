"""Sesión: one asesoría académica, planned, held, moved or cancelled."""

from datetime import date

from app.fields import Choice, Date, Number, Paragraph, Reference, Text, Time, column, entity

ESTADOS_SESION = {
    "planeada": "Por dar",
    "dada": "Dada",
    "movida": "Movida",
    "cancelada": "Cancelada",
}


@entity
class Sesion:
    """A session; `grupo`, `semestre` and `alumno_tutor` stay as they were that day."""

    id: int = 0
    intervencion: int | None = column("Intervención", Reference("intervenciones"), default=None)
    fecha: date | None = column("Fecha", Date(), required=True, default=None)
    inicio: int | None = column("Inicio", Time(), default=None)
    minutos: int | None = column("Minutos", Number(1, 600), default=None)
    estado: str = column("Estado", Choice(ESTADOS_SESION), default="planeada")
    tema: str = column("Tema", Text(200), default="")
    observaciones: str = column("Observaciones", Paragraph(1000), default="")
    motivo: str = column("Motivo", Text(200), default="")
    grupo: str = column("Grupo", Text(60), default="")
    semestre: int | None = column("Semestre", Number(1, 6), default=None)
    alumno_tutor: str = column("Alumno tutor", Text(200), default="")
