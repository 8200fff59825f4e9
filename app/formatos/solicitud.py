"""Solicitud de tutoría, by the alumno himself or herself (DOMAIN C.15, S-48): half a sheet."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from app.fields import Flag, column
from app.formatos import flow
from app.formatos.ejemplos import DOCENTE_TUTOR, MEMBRETE
from app.formatos.flow import Running, Strip
from app.formatos.formato import Dibujo
from app.formatos.layout import Sheet
from app.formatos.membrete import LEYENDA, SIN_MEMBRETE, Membrete

TITULO = "SOLICITUD DE TUTORÍA"


@dataclass(frozen=True)
class SolicitudDatos:
    """What the plantel knows of who asks; the rest is written by hand."""

    membrete: Membrete = SIN_MEMBRETE
    folio: str = ""
    nombre: str = ""
    matricula: str = ""
    grupo: str = ""
    docente_tutor: str = ""
    leyenda: str = LEYENDA


@dataclass(frozen=True)
class SolicitudOpciones:
    """How solicitudes are printed."""

    papel: str = "carta"
    encabezado: bool = column("Encabezado del plantel", Flag(), default=True)


EN_BLANCO = SolicitudDatos()
EJEMPLO = SolicitudDatos(
    membrete=MEMBRETE,
    folio="ST-2026A-0005",
    nombre="María Fernanda Guzmán Peña",
    matricula="24215061300147",
    grupo="3.º B",
    docente_tutor=DOCENTE_TUTOR,
)


def hojas(
    datos: Sequence[SolicitudDatos], opciones: SolicitudOpciones
) -> Iterator[tuple[int, Sheet]]:
    """The sheets of all the solicitudes, two on each, with how many are done.

    An odd count leaves half a sheet: it takes an empty solicitud.
    """
    pile = list(datos)
    if len(pile) % 2:
        pile.append(replace(EN_BLANCO, membrete=pile[-1].membrete, leyenda=pile[-1].leyenda))
    forms = [(_running(one, opciones), _strips(one)) for one in pile]
    for done, sheet in flow.sheets(forms, flow.HALF):
        yield min(done, len(datos)), sheet


def _running(datos: SolicitudDatos, opciones: SolicitudOpciones) -> Running:
    owner = f"Solicitud de {datos.nombre}" if datos.nombre else "Solicitud en blanco"
    return Running(
        TITULO, datos.membrete, datos.folio, (datos.nombre,), datos.leyenda, opciones.encabezado,
        owner,
    )  # fmt: skip


def _strips(datos: SolicitudDatos) -> list[Strip]:
    return [
        *flow.fields([
            ("Nombre", datos.nombre, 18, 113.3),
            ("Número de control", datos.matricula, 117.3, 159.3),
            ("Semestre y grupo", datos.grupo, 163.3, 197.9),
        ], 12),
        *flow.fields([
            ("Asignatura en la que pides apoyo", "", 18, 113.3),
            ("Calificación más reciente", "", 117.3, 159.3),
            ("Fecha", "", 163.3, 197.9),
        ], 13),
        *flow.inline("¿Qué se te dificulta?", blank=2),
        *flow.inline("¿Qué días y a qué horas puedes?"),
        *flow.signatures(
            [(datos.nombre, "Alumno que solicita"), (datos.docente_tutor, "Recibe: docente-tutor")],
            room=14,
        ),
    ]  # fmt: skip


DIBUJO = Dibujo(EJEMPLO, EN_BLANCO, SolicitudOpciones, hojas)
