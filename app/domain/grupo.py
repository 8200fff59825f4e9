"""Grupo: a class of students in one periodo."""

from app.domain.plantel import TURNOS
from app.fields import Choice, Number, Reference, Text, column, entity
from app.text import ordinal

SEMESTRES = range(1, 7)


@entity
class Grupo:
    """Semestre, label, turno and especialidad of a class; a label may exist in two turnos."""

    id: int = 0
    periodo: int | None = column("Periodo", Reference("periodos"), default=None)
    semestre: int | None = column(
        "Semestre", Number(1, 6), aliases=("grado", "sem", "nivel"), default=None
    )
    nombre: str = column(
        "Grupo", Text(30), aliases=("gpo", "grupo asignado", "clave de grupo"), default=""
    )
    turno: str = column("Turno", Choice(TURNOS), default="")
    especialidad: str = column(
        "Especialidad",
        Text(120),
        aliases=("carrera", "carrera tecnica", "capacitacion", "plan de estudios", "bachillerato"),
        default="",
    )
    docente_tutor: str = column(
        "Tutor del grupo", Text(120), aliases=("docente tutor", "tutor de grupo"), default=""
    )

    @property
    def etiqueta(self) -> str:
        """As people read it: 3.º B; a label of three figures such as 301 stays as it is."""
        if self.semestre is None:
            return self.nombre
        if not self.nombre:
            return ordinal(self.semestre)
        rest = self.nombre.removeprefix(str(self.semestre)).lstrip(" .°º-")
        if rest.isdigit():
            return self.nombre
        return f"{ordinal(self.semestre)} {rest}".strip()
