"""Informe por sesión (DOMAIN C.14, D.4, S-44): what was done that day, who came, what follows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.domain.sesion import ASISTENCIAS, CUMPLIDA
from app.fields import Flag, column
from app.formatos import flow
from app.formatos.flow import Running, Strip
from app.formatos.formato import Dibujo
from app.formatos.layout import Sheet
from app.formatos.membrete import LEYENDA, SIN_MEMBRETE, Membrete

TITULO = "INFORME POR SESIÓN"
_BOX = 19.0
_BLANK_PEOPLE = 2


@dataclass(frozen=True)
class PersonaImpresa:
    """Somebody who was expected; `asistencia` is a key of ASISTENCIAS, empty while not noted."""

    nombre: str = ""
    grupo: str = ""
    asistencia: str = ""


@dataclass(frozen=True)
class InformeSesionDatos:
    """What the report shows; `cumplida` is a key of CUMPLIDA about the recommendations before."""

    membrete: Membrete = SIN_MEMBRETE
    folio: str = ""
    numero: str = ""
    fecha: str = ""
    hora: str = ""
    tipo: str = ""
    semestre: str = ""
    asignatura: str = ""
    alumno_tutor: str = ""
    tema: str = ""
    actividad: str = ""
    observaciones: str = ""
    recomendaciones: str = ""
    anteriores: str = ""
    cumplida: str = ""
    referencia: str = ""
    personas: tuple[PersonaImpresa, ...] = ()
    proxima: str = ""
    completada: bool | None = None
    docente_tutor: str = ""
    leyenda: str = LEYENDA


@dataclass(frozen=True)
class InformeSesionOpciones:
    """How reports are printed."""

    papel: str = "carta"
    encabezado: bool = column("Encabezado del plantel", Flag(), default=True)


EN_BLANCO = InformeSesionDatos()
EJEMPLO = InformeSesionDatos(
    membrete=Membrete(
        nombre="Centro de Bachillerato Tecnológico industrial y de servicios núm. 214",
        cct="15DCT0214K",
        turno="Matutino",
        ciclo="2026-2027",
        periodo="agosto 2026 – enero 2027",
    ),
    folio="IS-2026A-0342",
    numero="5",
    fecha="Martes 29 de septiembre de 2026",
    hora="13:20 a 14:00",
    tipo="Académica",
    semestre="3.º B",
    asignatura="Geometría y trigonometría",
    alumno_tutor="Íñigo Saldaña Muñoz",
    tema="Razones trigonométricas",
    actividad="Reforzamiento",
    observaciones="Dibujó cada triángulo antes de escribir la razón y resolvió sola tres de cuatro "
    "ejercicios. Todavía confunde el cateto opuesto con el adyacente cuando el ángulo cambia.",
    recomendaciones="Hacer las tarjetas de seno, coseno y tangente con un color para cada lado y "
    "resolver los ejercicios 4 a 7 del cuaderno.",
    anteriores="Copiar en limpio los problemas de sombras y explicarlos en voz alta.",
    cumplida="parte",
    personas=(
        PersonaImpresa("Guzmán Peña, María Fernanda", "3.º B", "asistio"),
        PersonaImpresa("Saldaña Muñoz, Íñigo (alumno-tutor)", "5.º A", "asistio"),
    ),
    proxima="Martes 6 de octubre de 2026, 13:20 a 14:00",
    completada=True,
    docente_tutor="Mtra. Leticia Ordóñez Villagrán",
)


def hojas(
    datos: Sequence[InformeSesionDatos], opciones: InformeSesionOpciones
) -> Iterator[tuple[int, Sheet]]:
    """The pages of all the reports, with how many are done."""
    return flow.sheets([(_running(one, opciones), _strips(one)) for one in datos])


def _running(datos: InformeSesionDatos, opciones: InformeSesionOpciones) -> Running:
    names = ", ".join(one.nombre for one in datos.personas[:1])
    return Running(
        TITULO,
        datos.membrete,
        datos.folio,
        (" · ".join(filter(None, (datos.asignatura, datos.fecha))), datos.fecha),
        datos.leyenda,
        opciones.encabezado,
        f"Informe de la sesión de {names}" if names else "Informe en blanco",
    )


def _strips(datos: InformeSesionDatos) -> list[Strip]:
    return [*_identity(datos), *_told(datos), *_end(datos)]


def _identity(datos: InformeSesionDatos) -> list[Strip]:
    return [
        *flow.fields(
            [
                ("N.º de sesión", datos.numero, 18, 39),
                ("Fecha", datos.fecha, 43, 105.95),
                ("Hora", datos.hora, 109.95, 138),
                ("Tipo de tutoría", datos.tipo, 142, 168),
                ("Semestre y grupo", datos.semestre, 172, 197.9),
            ]
        ),
        *flow.fields(
            [
                ("Asignatura", datos.asignatura, 18, 105.95),
                ("Nombre del alumno-tutor", datos.alumno_tutor, 109.95, 197.9),
            ]
        ),
        *flow.fields(
            [
                ("Tema", datos.tema, 18, 136.6),
                ("Actividad", datos.actividad, 140.6, 197.9),
            ]
        ),
        *flow.space(3.2),
    ]


def _told(datos: InformeSesionDatos) -> list[Strip]:
    done = [(label, key == datos.cumplida) for key, label in CUMPLIDA.items()]
    return [
        *flow.section("1", "Descripción y observaciones", [datos.observaciones], 3),
        *flow.section("2", "Recomendaciones", [datos.recomendaciones], 2),
        *flow.section("3", "Lo recomendado antes", [datos.anteriores], 1),
        *flow.checks("", "¿Se cumplió?", done),
        *flow.section("4", "Referencia (derivado a)", [datos.referencia], 1),
    ]


def _end(datos: InformeSesionDatos) -> list[Strip]:
    people = datos.personas or (PersonaImpresa(),) * _BLANK_PEOPLE
    names = [" · ".join(filter(None, (one.nombre, one.grupo))) for one in people]
    keys = list(ASISTENCIAS)
    marks = [keys.index(one.asistencia) if one.asistencia else None for one in people]
    heads = [label.upper() for label in ASISTENCIAS.values()]
    done = [("Sí", datos.completada is True), ("No", datos.completada is False)]
    return [
        *flow.heading("5", "Asistencia"),
        *flow.ratings(names, heads, marks, title="NOMBRE", box=_BOX),
        *flow.section("6", "Próxima sesión", [datos.proxima], 1),
        *flow.together(
            [
                *flow.checks("7", "Sesión completada", done, is_sub=False),
                *flow.signatures(
                    [
                        (datos.alumno_tutor, "Firma del alumno-tutor"),
                        (datos.docente_tutor, "Firma del docente-tutor"),
                    ],
                    room=16,
                ),
            ]
        ),
    ]


DIBUJO = Dibujo(EJEMPLO, EN_BLANCO, InformeSesionOpciones, hojas)
