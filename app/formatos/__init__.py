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
CARTA_TUTORADO = Formato(
    "carta-tutorado",
    "Carta compromiso del alumno tutorado",
    "familia",
    "tutorado",
    ("carta", "cartas"),
    folio="CC",
    textos=("carta_tutorado",),
)
PLAN = Formato(
    "plan",
    "Plan de acción tutorial",
    "docente",
    "intervencion",
    ("plan", "planes"),
    folio="PAT",
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

FORMATOS = (
    CARNET,
    CONSTANCIA,
    ENCUESTA,
    CARTA_TUTORADO,
    PLAN,
    RENDIMIENTO,
    CONCENTRADO,
    INFORME_INTERVENCION,
    MINUTA,
    CANALIZACION,
    INFORME,
    CONSOLIDADO,
)


def formato_of(key: str) -> Formato:
    """The form with a key; StopIteration when there is none."""
    return next(one for one in FORMATOS if one.key == key)
