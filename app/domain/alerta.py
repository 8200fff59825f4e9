"""Alertas: what each kind looks for, in words; what is put off; and the achievements noted."""

from dataclasses import dataclass
from datetime import date

from app.domain.settings import Settings
from app.fields import Choice, Date, Paragraph, Reference, Text, column, entity, fields_of


@dataclass(frozen=True, slots=True)
class Tipo:
    """A kind of alerta: its name, its weight (alto, medio, info, ok), icon, rule and buttons.

    `uno` follows the name of the only person, `muchos` a count. In the texts {key} is a threshold
    of Settings. `boton` is for one case, `botones` for many; {n} is how many.
    """

    nombre: str
    peso: str
    icono: str
    uno: str
    muchos: str
    regla: str
    boton: str
    botones: str

    def regla_con(self, settings: Settings) -> str:
        """The rule in words, with the thresholds in force."""
        return _filled(self.regla, settings)

    def titulo(self, settings: Settings, nombres: list[str]) -> str:
        """What the alerta says of these people: of one by name, of many by their count."""
        if len(nombres) == 1:
            return f"{nombres[0]}: {_filled(self.uno, settings)}"
        return f"{len(nombres):,} {_filled(self.muchos, settings)}"


def _filled(text: str, settings: Settings) -> str:
    return text.format_map({key: getattr(settings, key) for key in fields_of(Settings)})


TIPOS = {
    "sin_accion": Tipo(
        "En riesgo y sin acción", "alto", "clock",
        "en riesgo y nadie ha hecho nada en {dias_sin_accion} días",
        "alumnos en riesgo con quienes nadie ha hecho nada en {dias_sin_accion} días",
        "Está en riesgo alto, medio o bajo y en {dias_sin_accion} días no hubo ninguna acción. "
        "Cualquiera cuenta: asignarle alumno tutor, entrevista, carta, plan, asesoría, ajuste, "
        "incumplimiento anotado, logro reconocido o nivel cambiado a mano.",
        "Ver su ficha", "Ver a los {n}",
    ),
    "riesgo_sin_tutor": Tipo(
        "En riesgo sin alumno tutor", "alto", "alto",
        "en riesgo y sin alumno tutor", "alumnos en riesgo y sin alumno tutor",
        "Está en riesgo alto, medio o bajo y no tiene ninguna intervención abierta.",
        "Buscar alumno tutor", "Asignar",
    ),
    "sigue_en_riesgo": Tipo(
        "Con tutoría y sigue en riesgo", "medio", "refresh",
        "tiene tutoría desde hace {dias_sigue_en_riesgo} días o más y sigue en riesgo",
        "tutorados siguen en riesgo después de {dias_sigue_en_riesgo} días de tutoría",
        "Su intervención tiene {dias_sigue_en_riesgo} días o más, ya hubo asesorías, y sigue en "
        "riesgo. Conviene ajustar el plan.",
        "Revisar el plan", "Revisar {n} planes",
    ),
    "sin_sesion": Tipo(
        "Sin asesorías", "medio", "pause",
        "sin asesorías en {dias_sin_sesion} días ni fecha para la próxima",
        "casos sin asesorías en {dias_sin_sesion} días ni fecha para la próxima",
        "Está en marcha, en {dias_sin_sesion} días no se dio ninguna asesoría y no hay otra "
        "planeada.",
        "Ver el caso", "Ver los {n}",
    ),
    "plan_vencido": Tipo(
        "Plan vencido", "medio", "clipboard",
        "su plan venció su plazo", "planes que vencieron su plazo",
        "El plan no se ha entregado y pasaron los {dias_para_plan} días hábiles desde la "
        "asignación.",
        "Ver el plan", "Ver los {n} planes",
    ),
    "plan_pendiente": Tipo(
        "Plan por entregar", "medio", "clipboard",
        "su plan vence en estos días", "planes que vencen en estos días",
        "El plan no se ha entregado y su plazo, {dias_para_plan} días hábiles desde la "
        "asignación, termina en esta semana o en la próxima.",
        "Ver el plan", "Ver los {n} planes",
    ),
    "faltas": Tipo(
        "Faltas a las asesorías", "medio", "user",
        "ha faltado a {faltas_a_asesoria} asesorías o más",
        "personas que han faltado a {faltas_a_asesoria} asesorías o más",
        "Faltó sin justificar a {faltas_a_asesoria} asesorías o más de una intervención abierta; "
        "cuentan las que se cancelaron porque no llegó.",
        "Ver el caso", "Ver los {n} casos",
    ),
    "tutor_no_regular": Tipo(
        "Alumno tutor que dejó de ser regular", "medio", "graduation",
        "es alumno tutor y ya no es regular", "alumnos tutores que ya no son regulares",
        "Es alumno tutor activo, o atiende a alguien, y debe alguna asignatura.",
        "Ver su perfil", "Ver a los {n}",
    ),
    "tutor_sobrecarga": Tipo(
        "Alumno tutor con sobrecarga", "medio", "users",
        "atiende a más tutorados que su capacidad",
        "alumnos tutores atienden a más tutorados que su capacidad",
        "Tiene más tutorados en intervenciones abiertas que su capacidad; sin capacidad escrita "
        "vale la del plantel: {capacidad}.",
        "Ver su carga", "Ver a los {n}",
    ),
    "expediente": Tipo(
        "Expediente incompleto", "info", "folder",
        "tiene incompleto su expediente", "tutorados tienen incompleto su expediente",
        "Tiene alumno tutor desde hace {dias_sin_accion} días o más y le falta alguno de los "
        "cuatro documentos: entrevista, ficha, carta compromiso u hora de asesoría.",
        "Completarlo", "Ver a los {n}",
    ),
    "tutor_libre": Tipo(
        "Alumno tutor sin tutorados", "info", "user",
        "es alumno tutor y no tiene tutorados", "alumnos tutores sin tutorados",
        "Es alumno tutor activo desde hace {dias_sin_accion} días o más y no tiene a nadie en "
        "intervenciones abiertas.",
        "Ver su perfil", "Ver a los {n}",
    ),
    "para_reconocer": Tipo(
        "Para reconocer", "ok", "heart",
        "tiene un logro para reconocer", "personas tienen un logro para reconocer",
        "Acreditó la asignatura de su tutoría, o asistió a todas las asesorías de una "
        "intervención, que fueron {asesorias_completas} o más, y todavía no se le reconoce.",
        "Reconocer…", "Ver a los {n}",
    ),
}  # fmt: skip
"""The kinds that speak of people, in the order in which they are told (DOMAIN U-66, U-72)."""

TIPOS_SIN_PERSONA = {
    "necesidades": "Asignaturas sin alumno tutor",
    "sin_registro": "Asesorías sin registro",
    "carnets": "Carnets por imprimir",
    "correcciones": "Datos por corregir",
    "grupos": "Grupos sin docente-tutor",
}
"""The kinds that are only a count; they are put off as a whole."""

NOMBRES = {**{key: one.nombre for key, one in TIPOS.items()}, **TIPOS_SIN_PERSONA}


@entity
class Pausa:
    """A kind of alerta that is not told of somebody, until a day or for good, and why.

    Without alumno nor intervención it is the whole kind; without `hasta` it is silenced.
    """

    id: int = 0
    tipo: str = column("Alerta", Choice(NOMBRES), default="")
    alumno: int | None = column("Alumno", Reference("alumnos"), default=None)
    intervencion: int | None = column("Intervención", Reference("intervenciones"), default=None)
    fecha: date | None = column("Fecha", Date(), default=None)
    hasta: date | None = column("Hasta", Date(), default=None)
    motivo: str = column("Motivo", Paragraph(300), required=True, default="")
    quien: str = column("Quién", Text(120), default="")

    def vale(self, today: date) -> bool:
        """Whether it still hides its alerta on a day."""
        return self.hasta is None or self.hasta > today


@entity
class Logro:
    """Something good that somebody did, tutorado or alumno tutor, noted on a day."""

    id: int = 0
    alumno: int | None = column("Alumno", Reference("alumnos"), default=None)
    intervencion: int | None = column("Intervención", Reference("intervenciones"), default=None)
    fecha: date | None = column("Fecha", Date(), required=True, default=None)
    texto: str = column("Logro", Paragraph(300), required=True, default="")
    quien: str = column("Quién lo reconoció", Text(120), default="")
