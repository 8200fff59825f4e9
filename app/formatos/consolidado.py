"""Informe final consolidado of the periodo (DOMAIN C.12, U-95): U Anexo 05.

Its lists 2 and 3 are those of the source; the two of suspended and expelled are, in a Mexican
plantel, four: in recursamiento, on a temporary or a definitive leave, without change.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.fields import Flag, column
from app.formatos import flow
from app.formatos.flow import LANDSCAPE, Column, Running, Strip
from app.formatos.formato import Dibujo
from app.formatos.layout import Sheet
from app.formatos.membrete import LEYENDA, MEMBRETE_DE_MUESTRA, SIN_MEMBRETE, Membrete

TITULO = "INFORME FINAL CONSOLIDADO"
LISTAS = {
    "recursa": "En recursamiento",
    "baja_temporal": "Baja temporal",
    "baja_definitiva": "Baja definitiva",
    "igual": "Sin cambio",
}
"""The results that have a list of their own, in order."""


@dataclass(frozen=True)
class Individual:
    """An intervención with one tutorado."""

    alumno_tutor: str = ""
    tutorado: str = ""
    asignatura: str = ""
    semestre: str = ""
    calificacion: str = ""
    resumen: str = ""


@dataclass(frozen=True)
class Grupal:
    """An intervención with a small group."""

    alumno_tutor: str = ""
    asignatura: str = ""
    semestre: str = ""
    resumen: str = ""


@dataclass(frozen=True)
class Pendiente:
    """A student of one of the lists of results; `lista` is a key of LISTAS."""

    lista: str = ""
    estudiante: str = ""
    alumno_tutor: str = ""
    asignatura: str = ""
    semestre: str = ""
    calificacion: str = ""
    resumen_del_tutor: str = ""
    resumen_de_orientacion: str = ""


@dataclass(frozen=True)
class ConsolidadoDatos:
    """What the report shows; what is empty leaves room for the pen."""

    membrete: Membrete = SIN_MEMBRETE
    folio: str = ""
    dirigido: str = ""
    de: str = ""
    asunto: str = ""
    fecha: str = ""
    introduccion: str = ""
    cifras: str = ""
    individuales: tuple[Individual, ...] = ()
    grupales: tuple[Grupal, ...] = ()
    pendientes: tuple[Pendiente, ...] = ()
    conclusiones: str = ""
    sugerencias: str = ""
    responsable: str = ""
    leyenda: str = LEYENDA


@dataclass(frozen=True)
class ConsolidadoOpciones:
    """How it is printed."""

    papel: str = "carta"
    encabezado: bool = column("Encabezado del plantel", Flag(), default=True)


EN_BLANCO = ConsolidadoDatos()
EJEMPLO = ConsolidadoDatos(
    membrete=MEMBRETE_DE_MUESTRA,
    folio="IC-2026A-0001",
    dirigido="Mtro. Óscar Ibáñez Treviño, director del plantel",
    de="Ing. Patricia Zúñiga Bárcenas, responsable de tutoría",
    asunto="Informe final consolidado de la tutoría entre pares, agosto 2026 – enero 2027",
    fecha="22 de enero de 2027",
    introduccion="Durante el periodo se asignó alumno-tutor a quienes debían una o más "
    "asignaturas y lo aceptaron. Los informes de cada intervención se conservan en el expediente.",
    cifras="4 intervenciones · 5 tutorados · 41 sesiones realizadas de 48 planeadas · "
    "28 horas 20 minutos",
    individuales=(
        Individual(
            "Íñigo Saldaña Muñoz", "Guzmán Peña, María Fernanda", "Geometría y trigonometría",
            "3.º", "7.4", "Plantea y resuelve sin ayuda problemas de semejanza.",
        ),
        Individual(
            "Ximena Yáñez Güemes", "Ordóñez Villaseñor, Ximena", "Química II", "3.º", "5.0",
            "Faltó a la mitad de las sesiones; conviene otra hora.",
        ),
        Individual(
            "Ximena Yáñez Güemes", "Núñez Peña, Diego Armando", "Química II", "3.º", "",
            "Dejó de asistir en octubre.",
        ),
    ),
    grupales=(
        Grupal(
            "Mateo Argüelles Peña", "Inglés III", "3.º",
            "Los dos tutorados leen textos breves y aprobaron el segundo parcial.",
        ),
    ),
    pendientes=(
        Pendiente(
            "recursa", "Ordóñez Villaseñor, Ximena", "Ximena Yáñez Güemes", "Química II", "3.º",
            "5.0", "Faltó a la mitad de las sesiones.", "",
        ),
        Pendiente(
            "baja_temporal", "Núñez Peña, Diego Armando", "Ximena Yáñez Güemes", "Química II",
            "3.º", "", "Dejó de asistir en octubre.", "Se mantiene el contacto con la familia.",
        ),
    ),
    conclusiones="Cuatro de cada cinco tutorados mejoraron su calificación. Las faltas se "
    "concentraron en la semana de prácticas del taller.",
    sugerencias="Publicar los horarios desde la segunda semana y reservar mesas en la biblioteca.",
    responsable="Ing. Patricia Zúñiga Bárcenas",
)  # fmt: skip

_INDIVIDUALES = (
    Column(("N°",), 10),
    Column(("TUTOR",), 41),
    Column(("TUTORADOS",), 52),
    Column(("ASIGNATURA",), 40),
    Column(("SEMESTRE",), 18),
    Column(("CALIFICACIÓN", "FINAL"), 23),
    Column(("RESUMEN DEL REPORTE",), 59.4),
)
_GRUPALES = (
    Column(("N°",), 10),
    Column(("TUTOR",), 60),
    Column(("ASIGNATURA",), 60),
    Column(("SEMESTRE",), 18),
    Column(("RESUMEN DE LOGROS",), 95.4),
)
_PENDIENTES = (
    Column(("N°",), 8),
    Column(("ESTUDIANTE",), 49),
    Column(("TUTOR",), 38),
    Column(("ASIGNATURA", "REPROBADA"), 36),
    Column(("SEMESTRE",), 18),
    Column(("CALIFICACIÓN", "FINAL"), 23),
    Column(("RESUMEN", "DEL TUTOR"), 36),
    Column(("RESUMEN DE", "ORIENTACIÓN EDUCATIVA"), 35.4),
)
_TEXT_TO = 235.0
"""Where lines of text end: before the tables, so that the eye finds the next one."""


def hojas(
    datos: Sequence[ConsolidadoDatos], opciones: ConsolidadoOpciones
) -> Iterator[tuple[int, Sheet]]:
    """The pages of the reports, with how many reports are done."""
    forms = [(_running(one, opciones), _strips(one)) for one in datos]
    return flow.sheets(forms, LANDSCAPE)


def _running(datos: ConsolidadoDatos, opciones: ConsolidadoOpciones) -> Running:
    return Running(
        TITULO,
        datos.membrete,
        datos.folio,
        (datos.asunto, datos.fecha),
        datos.leyenda,
        opciones.encabezado,
        "Informe consolidado",
    )


def _strips(datos: ConsolidadoDatos) -> list[Strip]:
    memo = [
        ("A", datos.dirigido),
        ("De", datos.de),
        ("Asunto", datos.asunto),
        ("Fecha", datos.fecha),
    ]
    before = [
        *flow.memo(memo, LANDSCAPE.right),
        *_text("1", "Introducción", datos.introduccion, datos.cifras),
        *_interventions(datos),
        *_results(datos),
        *_text("8", "Conclusiones", datos.conclusiones),
        *_text("9", "Sugerencias", datos.sugerencias),
    ]
    signer = [(datos.responsable, "10  Firma del responsable de tutoría")]
    return flow.closing(before, flow.signatures(signer))


def _text(number: str, title: str, *texts: str) -> list[Strip]:
    right = _TEXT_TO if any(texts) else LANDSCAPE.right
    return flow.section(number, title, texts, 2, right=right)


def _interventions(datos: ConsolidadoDatos) -> list[Strip]:
    alone = [
        (str(i), d.alumno_tutor, d.tutorado, d.asignatura, d.semestre, d.calificacion, d.resumen)
        for i, d in enumerate(datos.individuales, 1)
    ]
    groups = [
        (str(i), d.alumno_tutor, d.asignatura, d.semestre, d.resumen)
        for i, d in enumerate(datos.grupales, 1)
    ]
    return [
        *flow.heading("2", "Tutores individuales"),
        *flow.table(_INDIVIDUALES, alone, _least(datos, alone, 5)),
        *flow.heading("3", "Tutores grupales"),
        *flow.table(_GRUPALES, groups, _least(datos, groups, 4)),
    ]


def _results(datos: ConsolidadoDatos) -> list[Strip]:
    strips: list[Strip] = []
    for number, (key, title) in enumerate(LISTAS.items(), 4):
        mine = [one for one in datos.pendientes if one.lista == key]
        rows = [
            (
                str(i), d.estudiante, d.alumno_tutor, d.asignatura, d.semestre, d.calificacion,
                d.resumen_del_tutor, d.resumen_de_orientacion,
            )
            for i, d in enumerate(mine, 1)
        ]  # fmt: skip
        strips += flow.heading(str(number), title)
        strips += flow.table(_PENDIENTES, rows, _least(datos, rows, 3))
    return strips


def _least(datos: ConsolidadoDatos, rows: Sequence[object], by_hand: int) -> int:
    """How many rows a table has at least: several on an empty form, one with nobody in it."""
    is_blank = not (datos.individuales or datos.grupales)
    return by_hand if is_blank else max(len(rows), 1)


DIBUJO = Dibujo(EJEMPLO, EN_BLANCO, ConsolidadoOpciones, hojas)
