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
    folio="CT",
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
PLAN = Formato(
    "plan",
    "Plan de acción tutorial",
    "docente",
    "intervencion",
    ("plan", "planes"),
    folio="PAT",
)

FORMATOS = (
    CONVOCATORIA,
    SOLICITUD,
    CARNET,
    ENTREVISTA,
    FICHA_ALUMNO,
    AVISO_PRIVACIDAD,
    CARTA_TUTORADO,
    CARTA_ALUMNO_TUTOR,
    CEDULA_PERFIL,
    VALORACION_COMPETENCIAS,
    FICHA_DOCENTE,
    PLAN,
)


def formato_of(key: str) -> Formato:
    """The form with a key; StopIteration when there is none."""
    return next(one for one in FORMATOS if one.key == key)
