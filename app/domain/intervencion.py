"""Intervención: the unit of work. One alumno tutor, one or more tutorados, one asignatura."""

from datetime import date

from app.domain.horario import DIAS_DE_CLASE
from app.fields import (
    Checks,
    Choice,
    Date,
    Level,
    Paragraph,
    Reference,
    Tenths,
    Text,
    Time,
    column,
    entity,
)

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

ENFOQUES = {"academica": "Académica", "personal": "Personal"}
"""The two approaches (DOMAIN U-02, U-03)."""
PROPOSITOS = {
    "reprobacion": "Evitar la reprobación",
    "rezago": "Evitar el rezago",
    "abandono": "Evitar el abandono",
    "adaptacion": "Adaptarse al plantel",
}
"""What an intervención wants to prevent, or help with (DOMAIN M-02, M-07)."""
CAUSAS_DE_CANCELACION = {
    "acredito": "Ya acreditó la asignatura",
    "tutor": "El alumno tutor ya no puede",
    "tutorado": "El tutorado no quiso continuar",
    "incumplimiento": "Incumplimiento reiterado",
    "horario": "No hay hora en común",
    "baja": "Baja del plantel",
    "error": "Se asignó por error",
    "otra": "Otra",
}
RESULTADOS = {
    "acredito": "Acreditó",
    "mejoro": "Mejoró",
    "igual": "Sin cambio",
    "recursa": "En recursamiento",
    "baja_temporal": "Baja temporal",
    "baja_definitiva": "Baja definitiva",
}
"""How an intervención ended for a tutorado (DOMAIN S-39, S-45, C.12)."""
INCUMPLIMIENTOS = {
    "faltas": "Faltó sin avisar",
    "tareas": "No cumplió lo acordado",
    "trato": "Faltó al respeto",
    "registro": "No registró o no firmó la sesión",
    "otro": "Otro",
}
QUIENES = {"tutorado": "Tutorado", "alumno_tutor": "Alumno tutor"}


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
    causa: str = column("Causa de la cancelación", Choice(CAUSAS_DE_CANCELACION), default="")
    enfoque: str = column("Enfoque", Choice(ENFOQUES), default="academica")
    propositos: tuple[str, ...] = column("Propósito", Checks(PROPOSITOS), default=())
    normas: str = column(
        "Normas del grupo",
        Paragraph(1000),
        default="",
        help="Lo que el grupo pequeño acordó para trabajar; una por renglón.",
    )
    carta_tutor: date | None = column(
        "Carta compromiso del alumno tutor firmada", Date(), default=None
    )


@entity
class Tutorado:
    """The part of a student in an intervención."""

    id: int = 0
    intervencion: int | None = column("Intervención", Reference("intervenciones"), default=None)
    alumno: int | None = column("Tutorado", Reference("alumnos"), default=None)
    carta: date | None = column("Carta compromiso firmada", Date(), default=None)
    antes: int | None = column("Calificación antes", Tenths(), default=None)
    despues: int | None = column("Calificación después", Tenths(), default=None)
    resultado: str = column("Resultado", Choice(RESULTADOS), default="")


@entity
class Incumplimiento:
    """A duty that somebody did not fulfil, and what was done about it (DOMAIN S-52)."""

    id: int = 0
    intervencion: int | None = column("Intervención", Reference("intervenciones"), default=None)
    fecha: date | None = column("Fecha", Date(), required=True, default=None)
    quien: str = column("Quién", Choice(QUIENES), default="tutorado")
    alumno: int | None = column("Alumno", Reference("alumnos"), default=None)
    tipo: str = column("Qué pasó", Choice(INCUMPLIMIENTOS), default="faltas")
    detalle: str = column("Detalle", Paragraph(600), default="")
    medida: str = column("Qué se hizo", Paragraph(400), default="")


@entity
class Franja:
    """A weekly hour of attention and its place; minutes since midnight (DOMAIN M-69, M-82)."""

    id: int = 0
    intervencion: int | None = column("Intervención", Reference("intervenciones"), default=None)
    dia: int | None = column("Día", Level(DIAS_DE_CLASE), required=True, default=None)
    inicio: int | None = column("Inicio", Time(), required=True, default=None)
    fin: int | None = column("Fin", Time(), required=True, default=None)
    lugar: str = column("Lugar", Text(80), default="")
