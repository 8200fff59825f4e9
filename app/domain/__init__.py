"""The nouns of the school and the pure rules over them; nothing here touches a file or a screen."""

from app.domain.alerta import Logro, Pausa
from app.domain.alumno import Alumno, Correccion
from app.domain.alumno_tutor import Disponibilidad, Dominio, PerfilTutor
from app.domain.asignatura import Asignatura, Calificacion
from app.domain.decision import Acta, Decision, Lugar
from app.domain.emision import Emision
from app.domain.entrevista import Conocimiento, Entrevista
from app.domain.ficha import Ficha
from app.domain.grupo import Grupo
from app.domain.informe import Informe
from app.domain.intervencion import Franja, Incumplimiento, Intervencion, Tutorado
from app.domain.mapeo import Mapeo
from app.domain.periodo import DiaInhabil, Periodo
from app.domain.plan import Accion, Ajuste, Plan
from app.domain.plantel import Plantel
from app.domain.plantilla import Plantilla
from app.domain.sesion import Asistencia, Sesion
from app.domain.settings import Settings

ENTITIES: dict[str, type] = {
    "plantel": Plantel,
    "settings": Settings,
    "periodos": Periodo,
    "dias_inhabiles": DiaInhabil,
    "grupos": Grupo,
    "asignaturas": Asignatura,
    "alumnos": Alumno,
    "correcciones": Correccion,
    "calificaciones": Calificacion,
    "perfiles_tutor": PerfilTutor,
    "dominios": Dominio,
    "disponibilidades": Disponibilidad,
    "intervenciones": Intervencion,
    "tutorados": Tutorado,
    "fichas": Ficha,
    "entrevistas": Entrevista,
    "conocimientos": Conocimiento,
    "incumplimientos": Incumplimiento,
    "franjas": Franja,
    "planes": Plan,
    "acciones": Accion,
    "ajustes": Ajuste,
    "sesiones": Sesion,
    "asistencias": Asistencia,
    "informes": Informe,
    "decisiones": Decision,
    "actas": Acta,
    "lugares": Lugar,
    "plantillas": Plantilla,
    "pausas": Pausa,
    "logros": Logro,
    "emisiones": Emision,
    "mapeos": Mapeo,
}
"""Each table of the file and the record it holds, parents before children."""

NAMES: dict[str, tuple[str, str]] = {
    "plantel": ("plantel", "planteles"),
    "settings": ("configuración", "configuraciones"),
    "periodos": ("periodo", "periodos"),
    "dias_inhabiles": ("día inhábil", "días inhábiles"),
    "grupos": ("grupo", "grupos"),
    "asignaturas": ("asignatura", "asignaturas"),
    "alumnos": ("alumno", "alumnos"),
    "correcciones": ("dato por corregir", "datos por corregir"),
    "calificaciones": ("calificación", "calificaciones"),
    "perfiles_tutor": ("perfil de alumno tutor", "perfiles de alumno tutor"),
    "dominios": ("asignatura que domina", "asignaturas que domina"),
    "disponibilidades": ("horario", "horarios"),
    "intervenciones": ("intervención", "intervenciones"),
    "tutorados": ("tutorado", "tutorados"),
    "fichas": ("ficha general", "fichas generales"),
    "entrevistas": ("entrevista", "entrevistas"),
    "conocimientos": ("conocimiento previo", "conocimientos previos"),
    "incumplimientos": ("incumplimiento", "incumplimientos"),
    "franjas": ("hora de asesoría", "horas de asesoría"),
    "planes": ("plan", "planes"),
    "acciones": ("acción del plan", "acciones del plan"),
    "ajustes": ("ajuste del plan", "ajustes del plan"),
    "sesiones": ("sesión", "sesiones"),
    "asistencias": ("asistencia", "asistencias"),
    "informes": ("informe", "informes"),
    "decisiones": ("par decidido", "pares decididos"),
    "actas": ("acta de asignación", "actas de asignación"),
    "lugares": ("lugar", "lugares"),
    "plantillas": ("texto de un formato", "textos de los formatos"),
    "pausas": ("alerta pospuesta", "alertas pospuestas"),
    "logros": ("logro", "logros"),
    "emisiones": ("impresión", "impresiones"),
    "mapeos": ("lista conocida", "listas conocidas"),
}
"""What the user calls one and many records of each table."""
