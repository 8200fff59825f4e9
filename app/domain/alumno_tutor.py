"""The alumno tutor: how he or she came to it, traits, what is mastered, when there is time."""

from datetime import date

from app.domain.horario import DIAS_DE_CLASE
from app.fields import (
    Checks,
    Choice,
    Date,
    Flag,
    Level,
    Number,
    Reference,
    Tenths,
    Text,
    Time,
    column,
    entity,
)

RASGOS = {
    "1": "Es alumno o alumna regular",
    "2": "Participa de forma constructiva y positiva en clase",
    "3": "Tiene habilidad y disposición para el trabajo colaborativo",
    "4": "Se comunica bien, de palabra y por escrito",
    "5": "Tiene capacidad de liderazgo",
    "6": "Muestra empatía",
    "7": "Tiene habilidades sociales con compañeros y profesores",
    "8": "Es respetuoso y tolerante",
    "9": "Es sociable y propicia las relaciones entre personas",
    "10": "Es flexible",
    "11": "Se adapta a las circunstancias y necesidades de sus tutorados",
    "12": "Tiene disponibilidad de tiempo",
}
"""The twelve traits of the profile; they guide and never block (DOMAIN M-28, M-29)."""

COMPETENCIAS = {
    "1": "Habilidades comunicativas",
    "2": "Pensamiento causal, consecuencial, alternativo y de perspectiva (ponerse en el lugar "
    "del otro)",
    "3": "Pensamiento divergente",
    "4": "Asertividad",
    "5": "Autorregulación y control emocional",
    "6": "Detección y resolución de conflictos",
    "7": "Trabajo en equipo y coordinación",
    "8": "Liderazgo",
    "9": "Capacidad de relación: empatía, madurez, sociabilidad y responsabilidad",
    "10": "Búsqueda y sistematización de información",
    "11": "Toma de decisiones",
    "12": "Disposición frente al trabajo en equipo",
    "13": "Uso de las TIC",
}
"""The thirteen competencies that the docente tutor promotes (DOMAIN M-57, B.1.7)."""

NIVELES_DE_COMPETENCIA = {
    1: "Todavía no se observa",
    2: "Se observa con ayuda",
    3: "Se observa casi siempre",
    4: "Se observa siempre y la enseña a otros",
}
"""How far a competency is shown, at the start and at the end."""

ESTADOS_TUTOR = {
    "candidato": "Candidato",
    "invitado": "Invitado",
    "activo": "Activo",
    "pausa": "En pausa",
    "declino": "No aceptó",
    "baja": "Ya no participa",
}
FUENTES = {
    "historial": "Historial",
    "colectivo": "Propuesta del colectivo",
    "lista": "Lista importada",
    "mano": "A mano",
}
OCUPACIONES = {"disponible": "Disponible", "clase": "Clase"}
CAPACIDAD_MAXIMA = 6
"""The ceiling of tutorados (DOMAIN U-19, S-35)."""


@entity
class PerfilTutor:
    """What makes a student an alumno tutor, from nomination to leaving (DOMAIN M-24…M-30)."""

    id: int = 0
    alumno: int | None = column("Alumno", Reference("alumnos"), default=None)
    estado: str = column("Estado", Choice(ESTADOS_TUTOR), default="candidato")
    iniciativa_propia: bool = column("Participa por iniciativa propia", Flag(), default=False)
    rasgos: tuple[str, ...] = column("Rasgos", Checks(RASGOS), default=())
    capacidad: int | None = column(
        "Capacidad",
        Number(0, CAPACIDAD_MAXIMA, "tutorados"),
        aliases=("cupo", "capacidad maxima", "tutorados maximo"),
        default=None,
    )
    desde: date | None = column("Desde", Date(), default=None)


@entity
class Dominio:
    """A subject that an alumno tutor masters: the grade that shows it, or who nominated."""

    id: int = 0
    alumno: int | None = column("Alumno", Reference("alumnos"), default=None)
    asignatura: int | None = column("Asignatura", Reference("asignaturas"), default=None)
    calificacion: int | None = column("Calificación que lo muestra", Tenths(), default=None)
    fuente: str = column("De dónde se sabe", Choice(FUENTES), default="mano")
    propuesto_por: str = column("Docente que lo propone", Text(120), default="")


@entity
class Disponibilidad:
    """A stretch of the week in which a student is free or in class; minutes since midnight."""

    id: int = 0
    alumno: int | None = column("Alumno", Reference("alumnos"), default=None)
    dia: int | None = column(
        "Día", Level(DIAS_DE_CLASE), aliases=("dia de la semana",), default=None
    )
    inicio: int | None = column(
        "Inicio", Time(), aliases=("hora inicio", "de", "desde", "entrada"), default=None
    )
    fin: int | None = column(
        "Fin", Time(), aliases=("hora fin", "a", "hasta", "termino", "salida"), default=None
    )
    ocupacion: str = column("Ocupación", Choice(OCUPACIONES), default="disponible")
