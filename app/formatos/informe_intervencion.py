"""Informe final de la intervención, by the alumno-tutor (DOMAIN C.11, M-74)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.fields import Flag, column
from app.formatos import flow
from app.formatos.flow import Column, Running, Strip
from app.formatos.formato import Dibujo
from app.formatos.layout import Sheet
from app.formatos.membrete import LEYENDA, MEMBRETE_DE_MUESTRA, SIN_MEMBRETE, Membrete

TITULO = "INFORME FINAL DE LA INTERVENCIÓN"


@dataclass(frozen=True)
class TutoradoInformado:
    """A tutorado with the sesiones he or she came to and the grades before and after."""

    nombre: str = ""
    semestre_grupo: str = ""
    asistencias: str = ""
    antes: str = ""
    despues: str = ""


@dataclass(frozen=True)
class InformeIntervencionDatos:
    """What a report shows; what is empty leaves room for the pen."""

    membrete: Membrete = SIN_MEMBRETE
    folio: str = ""
    alumno_tutor: str = ""
    semestre_grupo: str = ""
    asignatura: str = ""
    periodo: str = ""
    programadas: str = ""
    realizadas: str = ""
    tiempo: str = ""
    tutorados: tuple[TutoradoInformado, ...] = ()
    temas: str = ""
    avances: str = ""
    dificultades: str = ""
    incidentes: str = ""
    funciono: str = ""
    aprendizajes: str = ""
    sugerencias: str = ""
    docente_tutor: str = ""
    leyenda: str = LEYENDA


@dataclass(frozen=True)
class InformeIntervencionOpciones:
    """How reports are printed."""

    papel: str = "carta"
    calificaciones: bool = column("Calificación antes y después", Flag(), default=True)
    encabezado: bool = column("Encabezado del plantel", Flag(), default=True)


EN_BLANCO = InformeIntervencionDatos()
EJEMPLO = InformeIntervencionDatos(
    membrete=MEMBRETE_DE_MUESTRA,
    folio="II-2026A-0017",
    alumno_tutor="Íñigo Saldaña Muñoz",
    semestre_grupo="5.º A",
    asignatura="Geometría y trigonometría",
    periodo="Agosto 2026 – enero 2027",
    programadas="14",
    realizadas="12",
    tiempo="8 horas 40 minutos",
    tutorados=(
        TutoradoInformado("Guzmán Peña, María Fernanda", "3.º B", "11 de 12", "5.0", "7.4"),
        TutoradoInformado("Núñez de la Cruz, José Ángel", "3.º B", "9 de 12", "5.0", "6.2"),
    ),
    temas="Ángulos y rectas, semejanza de triángulos, teorema de Pitágoras y razones "
    "trigonométricas.",
    avances="María Fernanda ya dibuja el problema antes de escribir la ecuación. José Ángel "
    "pregunta cuando no entiende y entrega sus ejercicios.",
    dificultades="A los dos les cuesta despejar cuando hay fracciones.",
    incidentes="El 15 de septiembre no hubo clases y la sesión pasó al jueves 17.",
    funciono="Explicar en voz alta por turnos y usar un color para cada lado del triángulo.",
    aprendizajes="A esperar antes de dar la respuesta y a preparar un ejemplo más fácil.",
    sugerencias="Tener un juego de geometría en la biblioteca.",
    docente_tutor="Mtra. Leticia Ordóñez Villagrán",
)

_TUTORADOS = (
    Column(("TUTORADO",), 73.9),
    Column(("SEMESTRE Y GRUPO",), 32),
    Column(("ASISTENCIAS",), 26),
    Column(("CALIFICACIÓN ANTES",), 32, ),
    Column(("DESPUÉS",), 16),
)  # fmt: skip
_SIN_CALIFICACIONES = (
    Column(("TUTORADO",), 105.9),
    Column(("SEMESTRE Y GRUPO",), 40),
    Column(("ASISTENCIAS",), 34),
)
_QUESTIONS = (
    ("Temas vistos", "temas", 1),
    ("Avances", "avances", 2),
    ("Dificultades", "dificultades", 2),
    ("Incidentes y ajustes", "incidentes", 1),
    ("Qué funcionó", "funciono", 1),
    ("Qué aprendí como alumno-tutor", "aprendizajes", 2),
    ("Sugerencias", "sugerencias", 1),
)
"""Titles, keys, and how many lines keep an empty report on one page."""


def hojas(
    datos: Sequence[InformeIntervencionDatos], opciones: InformeIntervencionOpciones
) -> Iterator[tuple[int, Sheet]]:
    """The pages of all the reports, with how many reports are done."""
    return flow.sheets([(_running(one, opciones), _strips(one, opciones)) for one in datos])


def _running(datos: InformeIntervencionDatos, opciones: InformeIntervencionOpciones) -> Running:
    who = datos.alumno_tutor
    return Running(
        TITULO,
        datos.membrete,
        datos.folio,
        (" · ".join(filter(None, (who, datos.asignatura))), who),
        datos.leyenda,
        opciones.encabezado,
        f"Informe de {who}" if who else "Informe en blanco",
    )


def _strips(datos: InformeIntervencionDatos, opciones: InformeIntervencionOpciones) -> list[Strip]:
    signers = [
        (datos.alumno_tutor, "Firma del alumno-tutor"),
        (datos.docente_tutor, "Revisó: docente-tutor"),
    ]
    texts = [
        strip
        for number, (title, key, blank) in enumerate(_QUESTIONS, 1)
        for strip in flow.section(str(number), title, [getattr(datos, key)], blank)
    ]
    return flow.closing([*_figures(datos, opciones), *texts], flow.signatures(signers))


def _figures(datos: InformeIntervencionDatos, opciones: InformeIntervencionOpciones) -> list[Strip]:
    rows = [
        (t.nombre, t.semestre_grupo, t.asistencias, t.antes, t.despues) for t in datos.tutorados
    ]
    columns = _TUTORADOS if opciones.calificaciones else _SIN_CALIFICACIONES
    return [
        *flow.fields(
            [
                ("Alumno-tutor", datos.alumno_tutor, 18, 151.95),
                ("Semestre y grupo", datos.semestre_grupo, 155.95, 197.9),
            ]
        ),
        *flow.fields(
            [
                ("Asignatura", datos.asignatura, 18, 121.3),
                ("Periodo", datos.periodo, 125.3, 197.9),
            ]
        ),
        *flow.fields(
            [
                ("Sesiones programadas", datos.programadas, 18, 75.3),
                ("Sesiones realizadas", datos.realizadas, 79.3, 136.6),
                ("Tiempo de asesoría", datos.tiempo, 140.6, 197.9),
            ]
        ),
        *flow.space(3),
        *flow.table(columns, [row[: len(columns)] for row in rows], 1),
    ]


DIBUJO = Dibujo(EJEMPLO, EN_BLANCO, InformeIntervencionOpciones, hojas)
