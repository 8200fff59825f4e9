"""Sesión: one asesoría académica, planned, held, moved or cancelled."""

from datetime import date

from app.domain.plan import AMBITOS
from app.fields import (
    Choice,
    Date,
    Flag,
    Number,
    Paragraph,
    Reference,
    Text,
    Time,
    column,
    entity,
)

ESTADOS_SESION = {
    "planeada": "Por dar",
    "dada": "Dada",
    "movida": "Movida",
    "cancelada": "Cancelada",
}
ACTIVIDADES = {
    "reforzamiento": "Reforzamiento",
    "evaluacion": "Evaluación",
    "acompanamiento": "Acompañamiento académico",
}
"""The three kinds of activity (DOMAIN U-92)."""
CAUSAS_SESION = {
    "falto_tutorado": "Faltó el tutorado",
    "falto_tutor": "Faltó el alumno tutor",
    "sin_clases": "No hubo clases",
    "evaluacion": "Examen o evaluación",
    "evento": "Evento del plantel",
    "lugar": "El lugar no estaba libre",
    "otra": "Otra",
}
QUIEN_CANCELA = {
    "tutorado": "El tutorado",
    "alumno_tutor": "El alumno tutor",
    "docente_tutor": "El docente tutor",
    "plantel": "El plantel",
}
CUMPLIDA = {"si": "Sí", "parte": "En parte", "no": "No"}
"""Whether what was recommended was done (DOMAIN S-38)."""
ASISTENCIAS = {
    "asistio": "Asistió",
    "tarde": "Tarde",
    "justifico": "Justificó",
    "falto": "Faltó",
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
    actividad: str = column("Actividad", Choice(ACTIVIDADES), default="")
    ambito: str = column("Ámbito", Choice(AMBITOS), default="")
    observaciones: str = column("Observaciones", Paragraph(1000), default="")
    recomendaciones: str = column("Recomendaciones", Paragraph(600), default="")
    cumplida: str = column("¿Se cumplió lo recomendado?", Choice(CUMPLIDA), default="")
    motivo: str = column("Motivo", Text(200), default="")
    causa: str = column("Causa", Choice(CAUSAS_SESION), default="")
    quien: str = column("Quién la canceló o la movió", Choice(QUIEN_CANCELA), default="")
    imprevista: bool = column("Fuera de lo planeado", Flag(), default=False)
    firmada: bool = column("Firmada en el carnet", Flag(), default=False)
    grupo: str = column("Grupo", Text(60), default="")
    semestre: int | None = column("Semestre", Number(1, 6), default=None)
    alumno_tutor: str = column("Alumno tutor", Text(200), default="")


@entity
class Asistencia:
    """Whether somebody came to a session: each tutorado, and the alumno tutor."""

    id: int = 0
    sesion: int | None = column("Sesión", Reference("sesiones"), default=None)
    alumno: int | None = column("Alumno", Reference("alumnos"), default=None)
    estado: str = column("Asistencia", Choice(ASISTENCIAS), default="asistio")
