"""What a person decided before pairing: pairs that must or must not be; places and actas."""

from datetime import date

from app.fields import Choice, Date, Number, Paragraph, Reference, Text, column, entity

TIPOS_DECISION = {"fijar": "Fijado", "prohibir": "Prohibido"}


@entity
class Decision:
    """A pair fixed or forbidden by hand; without asignatura it holds for all of them."""

    id: int = 0
    tipo: str = column("Qué se decidió", Choice(TIPOS_DECISION), default="prohibir")
    alumno: int | None = column("Tutorado", Reference("alumnos"), default=None)
    alumno_tutor: int | None = column("Alumno tutor", Reference("alumnos"), default=None)
    asignatura: int | None = column("Asignatura", Reference("asignaturas"), default=None)
    motivo: str = column("Motivo", Text(200), default="")
    fecha: date | None = column("Fecha", Date(), default=None)


@entity
class Acta:
    """A proposal that was accepted; `datos` is all of it as JSON, so that it prints the same."""

    id: int = 0
    fecha: date | None = column("Fecha", Date(), default=None)
    datos: str = column("Contenido", Paragraph(2_000_000), default="")


@entity
class Lugar:
    """A place of the plantel and how many sesiones fit in it at once."""

    id: int = 0
    nombre: str = column("Lugar", Text(80), required=True, default="")
    capacidad: int | None = column("Sesiones a la vez", Number(1, 60), default=1)
