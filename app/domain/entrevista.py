"""Entrevista: what the alumno tutor asks the tutorado before planning (DOMAIN C.2, M-66)."""

from datetime import date

from app.domain.aprendizaje import SIGNOS
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

CAUSAS_DE_FALTA = {
    "transporte": "Transporte o distancia",
    "trabajo": "Trabajo",
    "interes": "No le interesó la clase",
    "no_entiende": "No entiende la clase",
    "ambiente": "Ambiente del grupo",
    "otra": "Otra",
}
"""Why classes were missed, as a student can say it; no detail is asked (DOMAIN D.3, D.6)."""

NIVELES_PREVIOS = {
    "domina": "Lo domina",
    "cuesta": "Le cuesta",
    "desconoce": "No lo conoce",
}


@entity
class Entrevista:
    """The interview of a tutorado about one asignatura."""

    id: int = 0
    intervencion: int | None = column("Intervención", Reference("intervenciones"), default=None)
    alumno: int | None = column("Tutorado", Reference("alumnos"), default=None)
    fecha: date | None = column("Fecha", Date(), default=None)
    lugar: str = column("Lugar", Text(80), default="")
    entrevistador: str = column("Quién entrevistó", Text(200), default="")
    se_dificulta: str = column("Qué se le dificulta y desde cuándo", Paragraph(600), default="")
    temas: str = column("Temas que no entiende", Paragraph(600), default="")
    primera_vez: str = column(
        "¿Es la primera vez que la cursa?", Choice({"si": "Sí", "no": "No"}), default=""
    )
    sale_bien: str = column("Qué sí le sale bien", Paragraph(600), default="")
    donde_estudia: str = column("Dónde y a qué hora estudia", Paragraph(300), default="")
    horas_estudio: int | None = column(
        "Horas de estudio por semana", Number(0, 80, "horas"), default=None
    )
    apuntes: str = column("Cómo toma apuntes", Paragraph(300), default="")
    examen: str = column("Cómo se prepara para un examen", Paragraph(300), default="")
    no_entiende: str = column("Qué hace cuando no entiende", Paragraph(300), default="")
    signos: tuple[str, ...] = column("Señales de cómo aprende", Checks(SIGNOS), default=())
    intereses: str = column("Aficiones e intereses", Paragraph(600), default="")
    tardes: str = column("Actividades por la tarde", Paragraph(300), default="")
    trabaja: bool = column("Trabaja", Flag(), default=False)
    horas_trabajo: int | None = column(
        "Horas de trabajo por semana", Number(0, 80, "horas"), default=None
    )
    preocupaciones: str = column("Qué le preocupa de la escuela", Paragraph(600), default="")
    expectativas: str = column("Qué espera de la tutoría", Paragraph(600), default="")
    apoyo: str = column("Cómo prefiere que le apoyen", Paragraph(600), default="")
    faltas: tuple[str, ...] = column("Por qué ha faltado", Checks(CAUSAS_DE_FALTA), default=())
    acuerdos: str = column("Acuerdos", Paragraph(600), default="")
    proxima: date | None = column("Próxima cita", Date(), default=None)


@entity
class Conocimiento:
    """What a tutorado already knows of a topic (DOMAIN M-46)."""

    id: int = 0
    entrevista: int | None = column("Entrevista", Reference("entrevistas"), default=None)
    tema: str = column("Tema", Text(120), required=True, default="")
    nivel: str = column("Nivel", Choice(NIVELES_PREVIOS), default="cuesta")
