"""Ficha general: what the docente tutor knows of a tutorado besides the school data."""

from datetime import date

from app.domain.aprendizaje import PREFERENCIAS, SIGNOS
from app.fields import Checks, Choice, Date, Paragraph, Reference, Text, column, entity


@entity
class Ficha:
    """Needs, interests and ways of learning of a student (DOMAIN M-15, M-23, M-43, M-44, M-67).

    No health, family conflict nor money (DOMAIN D.6).
    """

    id: int = 0
    alumno: int | None = column("Alumno", Reference("alumnos"), default=None)
    elaborada: date | None = column("Fecha de la ficha", Date(), default=None)
    generacion: str = column("Generación", Text(20), default="")
    necesidades: str = column("Necesidades", Paragraph(1000), default="")
    capacidades: str = column("Capacidades", Paragraph(1000), default="")
    intereses: str = column("Intereses", Paragraph(1000), default="")
    factores_internos: str = column(
        "Factores internos",
        Paragraph(1000),
        default="",
        help="Del propio alumno: hábitos de estudio, bases que le faltan, ánimo ante la materia.",
    )
    factores_externos: str = column(
        "Factores externos",
        Paragraph(1000),
        default="",
        help="De su entorno escolar: horario, traslado, grupo, materiales. "
        "No anote salud, conflictos familiares ni dinero.",
    )
    signos: tuple[str, ...] = column("Señales de cómo aprende", Checks(SIGNOS), default=())
    preferencia: str = column("Preferencia", Choice(PREFERENCIAS), default="")
    prueba: str = column(
        "Resultado de una prueba",
        Text(120),
        default="",
        help="Si orientación aplicó una prueba, lo que dio.",
    )
