"""Lista de asistencia of a meeting of the red or of a training (DOMAIN M-42, M-92)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from app.domain.plantel import TURNOS
from app.fields import Choice, Date, Flag, Number, Text, column
from app.formatos import flow
from app.formatos.flow import Column, Running, Strip
from app.formatos.flow.strips import paginate
from app.formatos.formato import Dibujo
from app.formatos.layout import Sheet
from app.formatos.membrete import LEYENDA, SIN_MEMBRETE, Membrete
from app.text import long_date

TITULO = "LISTA DE ASISTENCIA"
REUNIONES = {
    "red": "Reunión de la red de alumnos-tutores",
    "capacitacion": "Capacitación de alumnos-tutores",
    "inicio": "Reunión de inicio del periodo",
    "cierre": "Reunión de cierre del periodo",
}
_COLUMNS = (
    Column(("N°",), 12),
    Column(("NOMBRE DEL ALUMNO-TUTOR",), 88),
    Column(("GRUPO",), 22),
    Column(("FIRMA",), 57.9),
)
_ROW, _BLANK_ROWS = 9.0, 13
_KEPT = 4
"""Rows that stay on the page of the signature."""


@dataclass(frozen=True)
class ConvocadoImpreso:
    """An alumno-tutor who is expected."""

    nombre: str = ""
    grupo: str = ""


@dataclass(frozen=True)
class ReunionDatos:
    """What the list shows: who is expected, in the order of the grupos."""

    membrete: Membrete = SIN_MEMBRETE
    folio: str = ""
    convocados: tuple[ConvocadoImpreso, ...] = ()
    docente_tutor: str = ""
    leyenda: str = LEYENDA


@dataclass(frozen=True)
class ReunionOpciones:
    """What the list says of the meeting; what is left out is written by hand."""

    papel: str = "carta"
    reunion: str = column("Reunión", Choice({"": "A mano", **REUNIONES}), default="red")
    fecha: date | None = column("Fecha", Date(), default=None)
    hora: str = column("Hora", Text(30), default="")
    lugar: str = column("Lugar", Text(60), default="")
    proposito: str = column("Propósito", Text(160), default="")
    turno: str = column("Turno", Choice({"": "Todos", **TURNOS}), default="")
    renglones: int = column(
        "Renglones vacíos al final",
        Number(0, 40),
        default=5,
        help="Se ponen menos cuando así la lista ocupa una hoja menos.",
    )
    encabezado: bool = column("Encabezado del plantel", Flag(), default=True)


EN_BLANCO = ReunionDatos()
EJEMPLO = ReunionDatos(
    membrete=Membrete(
        nombre="Centro de Bachillerato Tecnológico industrial y de servicios núm. 214",
        cct="15DCT0214K",
        turno="Matutino",
        ciclo="2026-2027",
        periodo="agosto 2026 – enero 2027",
    ),
    folio="LA-2026A-0003",
    convocados=tuple(
        ConvocadoImpreso(nombre, grupo)
        for nombre, grupo in (
            ("Ibáñez Cigarroa, Jimena", "3.º A"),
            ("Yáñez Güemes, Ximena", "3.º B"),
            ("De la Cruz Piña, Ángel", "5.º A"),
            ("Güemes Ochoa, Emiliano", "5.º A"),
            ("Saldaña Muñoz, Íñigo", "5.º A"),
            ("Núñez Carreón, Valentina", "5.º B"),
            ("Tolentino Ávila, Regina", "5.º B"),
            ("Zúñiga Mújica, Leonardo", "5.º C"),
        )
    ),
    docente_tutor="Mtra. Leticia Ordóñez Villagrán",
)


def hojas(datos: Sequence[ReunionDatos], opciones: ReunionOpciones) -> Iterator[tuple[int, Sheet]]:
    """The pages of the lists, with how many are done."""
    return flow.sheets([(_running(one, opciones), _strips(one, opciones)) for one in datos])


def _running(datos: ReunionDatos, opciones: ReunionOpciones) -> Running:
    kind, day = REUNIONES.get(opciones.reunion, ""), _day(opciones)
    subtitles = (" · ".join(filter(None, (kind, day))), kind, day)
    return Running(
        TITULO, datos.membrete, datos.folio, subtitles, datos.leyenda, opciones.encabezado, TITULO
    )


def _day(opciones: ReunionOpciones) -> str:
    words = long_date(opciones.fecha) if opciones.fecha else ""
    return f"{words[:1].upper()}{words[1:]}"


def _strips(datos: ReunionDatos, opciones: ReunionOpciones) -> list[Strip]:
    """The list with as many empty rows as were asked for, or fewer if that saves a page."""
    head = _head(opciones)
    if not datos.convocados:
        return [*head, *_signed(datos, _BLANK_ROWS)]
    fewest = len(paginate([*head, *_signed(datos, min(1, opciones.renglones))]))
    every = ([*head, *_signed(datos, n)] for n in range(opciones.renglones, -1, -1))
    return next(strips for strips in every if len(paginate(strips)) == fewest)


def _head(opciones: ReunionOpciones) -> list[Strip]:
    return [
        *flow.fields(
            [
                ("Reunión", REUNIONES.get(opciones.reunion, ""), 18, 105.95),
                ("Fecha", _day(opciones), 109.95, 197.9),
            ]
        ),
        *flow.fields(
            [
                ("Lugar", opciones.lugar, 18, 105.95),
                ("Hora de inicio y de término", opciones.hora, 109.95, 197.9),
            ]
        ),
        *flow.fields([("Propósito", opciones.proposito, 18, 197.9)]),
        *flow.space(4),
    ]


def _signed(datos: ReunionDatos, empty: int) -> list[Strip]:
    """The rows and the signature, which stays with the last of them."""
    rows = [(f"{n}", one.nombre, one.grupo, "") for n, one in enumerate(datos.convocados, 1)]
    rows += [(f"{len(rows) + n}", "", "", "") for n in range(1, empty + 1)]
    table = flow.table(_COLUMNS, rows, row=_ROW)
    signature = flow.signatures([(datos.docente_tutor, "Docente-tutor")], room=18)
    return [*table[: -_KEPT - 1], *flow.together([*table[-_KEPT - 1 :], *signature])]


DIBUJO = Dibujo(EJEMPLO, EN_BLANCO, ReunionOpciones, hojas)
