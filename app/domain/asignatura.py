"""Asignaturas and the calificaciones in them."""

from app.fields import Choice, Level, Number, Reference, Tenths, Text, column, entity

PARCIALES = {1: "1.er parcial", 2: "2.º parcial", 3: "3.er parcial", 4: "Final"}
FINAL = 4
INTENTOS = {
    "ordinario": "Ordinario",
    "intersemestral": "Intersemestral",
    "recursamiento": "Recursamiento",
    "extraordinario": "Extraordinario",
}
"""Ways to take a subject, in the order in which they come (DOMAIN D.2, U-49)."""
MARCAS = {"NA": "NA", "NP": "NP", "AC": "AC"}
"""No acreditada, no presentó, acreditada: results without a number."""


@entity
class Asignatura:
    """A subject of the plan de estudios."""

    id: int = 0
    nombre: str = column(
        "Asignatura",
        Text(120),
        required=True,
        aliases=("materia", "uac", "modulo"),
        default="",
    )
    semestre: int | None = column("Semestre", Number(1, 6), default=None)
    clave: str = column("Clave", Text(30), default="")


@entity
class Calificacion:
    """One result of a student: subject, parcial and attempt. `valor` in tenths; 0 is a value."""

    id: int = 0
    alumno: int | None = column("Alumno", Reference("alumnos"), default=None)
    asignatura: int | None = column("Asignatura", Reference("asignaturas"), default=None)
    periodo: int | None = column("Periodo", Reference("periodos"), default=None)
    parcial: int = column(
        "Parcial", Level(PARCIALES), default=1, aliases=("evaluacion", "momento", "corte")
    )
    intento: str = column(
        "Intento",
        Choice(INTENTOS),
        default="ordinario",
        aliases=("oportunidad", "tipo", "tipo de acreditacion", "tipo de evaluacion"),
    )
    valor: int | None = column(
        "Calificación", Tenths(), aliases=("calif", "nota", "promedio"), default=None
    )
    marca: str = column("Marca", Choice(MARCAS), default="")
    faltas: int | None = column(
        "Faltas", Number(0, 400), aliases=("inasistencias", "ausencias"), default=None
    )

    @property
    def escrita(self) -> str:
        """As the boleta says it: 8.5, NP or nothing."""
        return self.marca or Tenths().show(self.valor)
