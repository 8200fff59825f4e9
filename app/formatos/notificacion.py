"""Notificación de asignación (DOMAIN C.15, U-54, U-76): a half sheet for each of the two.

The upper half is for the tutorado and the lower one for the alumno-tutor; cut, a pile of each.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from app.fields import Flag, column
from app.formatos import flow
from app.formatos.flow import HALF, Running, Strip
from app.formatos.formato import Dibujo
from app.formatos.imposition import stacked_sheets
from app.formatos.layout import Page, Sheet
from app.formatos.membrete import LEYENDA, SIN_MEMBRETE, Membrete
from app.formatos.textos import default_text

TITULO = "NOTIFICACIÓN DE ASIGNACIÓN"
_AREA = replace(HALF, first_top=43.6)


@dataclass(frozen=True)
class NotificacionDatos:
    """What both halves say; `texto_tutorado` and `texto_tutor` are of the plantel."""

    membrete: Membrete = SIN_MEMBRETE
    folio: str = ""
    fecha: str = ""
    tutorado: str = ""
    grupo: str = ""
    alumno_tutor: str = ""
    grupo_tutor: str = ""
    asignatura: str = ""
    horario: str = ""
    lugar: str = ""
    primera: str = ""
    docente_tutor: str = ""
    texto_tutorado: str = ""
    texto_tutor: str = ""
    leyenda: str = LEYENDA


@dataclass(frozen=True)
class NotificacionOpciones:
    """How notificaciones are printed."""

    papel: str = "carta"
    encabezado: bool = column("Encabezado del plantel", Flag(), default=True)


EN_BLANCO = NotificacionDatos(
    texto_tutorado=default_text("notificacion_tutorado"),
    texto_tutor=default_text("notificacion_tutor"),
)
EJEMPLO = NotificacionDatos(
    membrete=Membrete(
        nombre="Centro de Bachillerato Tecnológico industrial y de servicios núm. 214",
        cct="15DCT0214K",
        turno="Matutino",
        ciclo="2026-2027",
        periodo="agosto 2026 – enero 2027",
    ),
    folio="NA-2026A-0031",
    fecha="08/09/2026",
    tutorado="María Fernanda Guzmán Peña",
    grupo="3.º B",
    alumno_tutor="Íñigo Saldaña Muñoz",
    grupo_tutor="5.º A",
    asignatura="Geometría y trigonometría",
    horario="Martes, 13:20 a 14:00",
    lugar="Biblioteca",
    primera="Martes 15 de septiembre de 2026",
    docente_tutor="Mtra. Leticia Ordóñez Villagrán",
    texto_tutorado=default_text("notificacion_tutorado"),
    texto_tutor=default_text("notificacion_tutor"),
)


@dataclass(frozen=True)
class _Mitad:
    """One of the halves: whom it is for, who is the other, and the words."""

    nombre: str
    papel: str
    otro: str
    otro_papel: str
    otro_grupo: str
    texto: str


def hojas(
    datos: Sequence[NotificacionDatos], opciones: NotificacionOpciones
) -> Iterator[tuple[int, Sheet]]:
    """A sheet for each assignment, or more when a text goes on; with how many are done."""
    for done, one in enumerate(datos, 1):
        for pair in zip_longest(*(_half(one, mitad, opciones) for mitad in _halves(one))):
            for sheet in stacked_sheets([page for page in pair if page]):
                yield done, sheet


def _halves(datos: NotificacionDatos) -> tuple[_Mitad, _Mitad]:
    tutorado, alumno_tutor = "Alumno tutorado", "Alumno-tutor"
    return (
        _Mitad(
            datos.tutorado, tutorado, datos.alumno_tutor, alumno_tutor, datos.grupo_tutor,
            datos.texto_tutorado,
        ),
        _Mitad(
            datos.alumno_tutor, alumno_tutor, datos.tutorado, tutorado, datos.grupo,
            datos.texto_tutor,
        ),
    )  # fmt: skip


def _half(datos: NotificacionDatos, mitad: _Mitad, opciones: NotificacionOpciones) -> list[Page]:
    running = Running(
        TITULO,
        datos.membrete,
        datos.folio,
        (" · ".join(filter(None, (mitad.nombre, datos.asignatura))), mitad.nombre),
        datos.leyenda,
        opciones.encabezado,
        f"Notificación de {datos.tutorado}" if datos.tutorado else "Notificación en blanco",
    )
    return flow.pages(running, _strips(datos, mitad), _AREA)


def _strips(datos: NotificacionDatos, mitad: _Mitad) -> list[Strip]:
    values = {
        "nombre": flow.Strong(mitad.nombre, 60),
        "tutorado": flow.Strong(datos.tutorado, 60),
        "alumno_tutor": flow.Strong(datos.alumno_tutor, 60),
        "asignatura": flow.Strong(datos.asignatura, 50),
    }
    words = [
        strip
        for line in filter(str.strip, mitad.texto.split("\n"))
        for strip in flow.paragraph(flow.filled(line, values), left=flow.LEFT, size=10.5, after=0.9)
    ]
    facts = flow.fields(
        [
            ("Día y hora", datos.horario, 18, 82),
            ("Lugar", datos.lugar, 86, 134),
            ("Primera sesión", datos.primera, 138, 197.9),
        ]
    )
    signers = [
        (datos.docente_tutor, "Docente-tutor"),
        (mitad.nombre, f"Recibí: {mitad.papel.lower()}"),
    ]
    return [
        *words,
        *flow.fields(
            [
                ("Asignatura", datos.asignatura, 18, 82),
                (mitad.otro_papel, mitad.otro, 86, 150),
                ("Grupo", mitad.otro_grupo, 154, 170),
                ("Fecha", datos.fecha, 174, 197.9),
            ]
        ),
        *flow.together([*facts, *flow.signatures(signers, room=14)]),
    ]


DIBUJO = Dibujo(EJEMPLO, EN_BLANCO, NotificacionOpciones, hojas)
