"""The printed forms, in the order of the menus; importing this loads no library."""

from app.formatos.formato import Formato

CARNET = Formato(
    "carnet",
    "Carnet de asesorías académicas entre iguales",
    "alumno",
    "alumno",
    ("carnet", "carnets"),
    ("carta", "media-carta", "cuadernillo"),
)
CONVOCATORIA = Formato(
    "convocatoria",
    "Convocatoria a alumnos-tutores",
    "alumno",
    "plantel",
    ("convocatoria", "convocatorias"),
    textos=("convocatoria",),
)
CEDULA_PERFIL = Formato(
    "cedula-perfil",
    "Cédula de perfil del alumno tutor",
    "docente",
    "alumno_tutor",
    ("cédula", "cédulas"),
    folio="CP",
)
VALORACION_COMPETENCIAS = Formato(
    "valoracion-competencias",
    "Valoración de competencias del alumno tutor",
    "docente",
    "alumno_tutor",
    ("valoración", "valoraciones"),
    folio="VC",
)
CARTA_ALUMNO_TUTOR = Formato(
    "carta-alumno-tutor",
    "Carta compromiso del alumno-tutor",
    "familia",
    "alumno_tutor",
    ("carta", "cartas"),
    folio="CAT",
    textos=("carta_alumno_tutor",),
)
SOLICITUD = Formato(
    "solicitud",
    "Solicitud de tutoría",
    "alumno",
    "alumno",
    ("solicitud", "solicitudes"),
    folio="ST",
)
AVISO_PRIVACIDAD = Formato(
    "aviso-privacidad",
    "Aviso de privacidad simplificado y acuse",
    "familia",
    "alumno",
    ("aviso", "avisos"),
    folio="AP",
    textos=("aviso_privacidad",),
)
CARTA_TUTORADO = Formato(
    "carta-tutorado",
    "Carta compromiso del alumno tutorado",
    "familia",
    "tutorado",
    ("carta", "cartas"),
    folio="CC",
    textos=("carta_tutorado",),
    espera=(("horario", "sin horario asignado"), ("alumno_tutor", "sin alumno tutor")),
)
ENTREVISTA = Formato(
    "entrevista",
    "Guía de entrevista al alumno tutorado",
    "alumno",
    "tutorado",
    ("entrevista", "entrevistas"),
    folio="EN",
)
FICHA_ALUMNO = Formato(
    "ficha-alumno",
    "Ficha general del alumno tutorado",
    "alumno",
    "alumno",
    ("ficha", "fichas"),
    folio="FGA",
)
FICHA_DOCENTE = Formato(
    "ficha-docente",
    "Ficha general del alumno tutorado (docente)",
    "docente",
    "alumno",
    ("ficha", "fichas"),
    folio="FG",
)
CARTEL = Formato(
    "cartel",
    "Cartel de los alumnos-tutores",
    "alumno",
    "plantel",
    ("cartel", "carteles"),
    textos=("cartel",),
)
NOTIFICACION = Formato(
    "notificacion",
    "Notificación de asignación",
    "alumno",
    "tutorado",
    ("notificación", "notificaciones"),
    folio="NA",
    textos=("notificacion_tutorado", "notificacion_tutor"),
    espera=(("horario", "sin horario asignado"), ("lugar", "sin lugar")),
)
CRONOGRAMA_TUTORADO = Formato(
    "cronograma-tutorado",
    "Cronograma del alumno tutorado",
    "alumno",
    "alumno",
    ("cronograma", "cronogramas"),
    folio="CRT",
)
CRONOGRAMA_TUTOR = Formato(
    "cronograma-tutor",
    "Cronograma del alumno-tutor",
    "alumno",
    "alumno_tutor",
    ("cronograma", "cronogramas"),
    folio="CRA",
)
REGISTRO_ASISTENCIA = Formato(
    "registro-asistencia",
    "Registro de asistencia",
    "docente",
    "intervencion",
    ("registro", "registros"),
    folio="RA",
)
INFORME_SESION = Formato(
    "informe-sesion",
    "Informe por sesión",
    "docente",
    "sesion",
    ("informe de sesión", "informes de sesión"),
    folio="IS",
    espera=(("tema", "sin tema escrito"),),
)
CRONOGRAMA_GRUPO = Formato(
    "cronograma-grupo",
    "Cronograma del grupo",
    "docente",
    "grupo",
    ("cronograma", "cronogramas"),
    folio="CRG",
)
PLAN = Formato(
    "plan",
    "Plan de acción tutorial",
    "docente",
    "intervencion",
    ("plan", "planes"),
    folio="PAT",
    espera=(("objetivo", "sin objetivo escrito"), ("alumno_tutor", "sin alumno tutor")),
)
RED_TUTORES = Formato(
    "red-tutores",
    "Hoja de la red de alumnos-tutores",
    "docente",
    "plantel",
    ("hoja de la red", "hojas de la red"),
)
ASISTENCIA_REUNION = Formato(
    "asistencia-reunion",
    "Lista de asistencia de reunión",
    "docente",
    "plantel",
    ("lista", "listas"),
    folio="LA",
)
CANALIZACION = Formato(
    "canalizacion",
    "Ficha de canalización",
    "canalizacion",
    "alumno",
    ("ficha", "fichas"),
    folio="CAN",
)
INFORME = Formato(
    "informe",
    "Informe parcial o final",
    "direccion",
    "intervencion",
    ("informe", "informes"),
    folio="IP",
)
INFORME_INTERVENCION = Formato(
    "informe-intervencion",
    "Informe final de la intervención",
    "docente",
    "intervencion",
    ("informe", "informes"),
    folio="II",
)
CONSOLIDADO = Formato(
    "consolidado",
    "Informe final consolidado",
    "direccion",
    "plantel",
    ("informe", "informes"),
    folio="IC",
)
ENCUESTA = Formato(
    "encuesta",
    "Encuesta de satisfacción",
    "alumno",
    "plantel",
    ("encuesta", "encuestas"),
    ("media-carta",),
)
CONSTANCIA = Formato(
    "constancia",
    "Constancia del alumno tutor",
    "alumno",
    "alumno_tutor",
    ("constancia", "constancias"),
    folio="CT",
    textos=("constancia", "felicitacion"),
    espera=(("sesiones", "sin asesorías dadas"),),
)
CONCENTRADO = Formato(
    "concentrado",
    "Concentrado por grupo",
    "docente",
    "grupo",
    ("concentrado", "concentrados"),
    folio="CG",
)
RENDIMIENTO = Formato(
    "rendimiento",
    "Formato de rendimiento académico",
    "docente",
    "alumno",
    ("formato", "formatos"),
    folio="FR",
)
MINUTA = Formato(
    "minuta",
    "Minuta y bitácora de compromisos",
    "docente",
    "plantel",
    ("minuta", "minutas"),
)

ACTA_ASIGNACION = Formato(
    "acta-asignacion",
    "Acta de asignación de alumnos-tutores",
    "direccion",
    "plantel",
    ("acta", "actas"),
    folio="AA",
)

FORMATOS = (
    CONVOCATORIA,
    SOLICITUD,
    CARNET,
    NOTIFICACION,
    CRONOGRAMA_TUTORADO,
    CRONOGRAMA_TUTOR,
    ENTREVISTA,
    FICHA_ALUMNO,
    CARTEL,
    ENCUESTA,
    CONSTANCIA,
    AVISO_PRIVACIDAD,
    CARTA_TUTORADO,
    CARTA_ALUMNO_TUTOR,
    CEDULA_PERFIL,
    VALORACION_COMPETENCIAS,
    FICHA_DOCENTE,
    RENDIMIENTO,
    PLAN,
    REGISTRO_ASISTENCIA,
    INFORME_SESION,
    INFORME_INTERVENCION,
    CRONOGRAMA_GRUPO,
    CONCENTRADO,
    RED_TUTORES,
    ASISTENCIA_REUNION,
    MINUTA,
    CANALIZACION,
    ACTA_ASIGNACION,
    INFORME,
    CONSOLIDADO,
)


def formato_of(key: str) -> Formato:
    """The form with a key; StopIteration when there is none."""
    return next(one for one in FORMATOS if one.key == key)
