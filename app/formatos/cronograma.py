"""Cronograma of asesorías (DOMAIN C.7, M-69): the week as a grid and the list of its hours.

Three forms share it: of an alumno-tutor, of a tutorado and of a grupo.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from app.domain.horario import DIAS_DE_CLASE, show_hours
from app.fields import Flag, column
from app.formatos import flow
from app.formatos.cronograma_semana import HEAD, MEDIA_HORA, Cuadro, Rejilla, semana
from app.formatos.flow import Area, Column, Running, Strip
from app.formatos.layout import Sheet
from app.formatos.membrete import LEYENDA, SIN_MEMBRETE, Membrete

_EMPTY_DAY = (7 * 60, 14 * 60)
_ROW, _SHORTEST_ROW = 11.0, 7.6
_FIELDS, _UNDER = 17.0, 5.0


@dataclass(frozen=True)
class Cita:
    """A weekly hour of attention; minutes since midnight. `corto` is who it is with, in short."""

    dia: int = 0
    inicio: int = 0
    fin: int = 0
    lugar: str = ""
    asignatura: str = ""
    alumno_tutor: str = ""
    tutorado: str = ""
    corto: str = ""


@dataclass(frozen=True)
class CronogramaDatos:
    """What a cronograma shows; `nombre` is whose it is and `citas` go in the order of the week.

    The grid goes from the minute `desde` to `hasta`; with both at 0 its hours are left blank.
    """

    membrete: Membrete = SIN_MEMBRETE
    folio: str = ""
    nombre: str = ""
    grupo: str = ""
    especialidad: str = ""
    turno: str = ""
    docente_tutor: str = ""
    vigencia: str = ""
    desde: int = 0
    hasta: int = 0
    citas: tuple[Cita, ...] = ()
    leyenda: str = LEYENDA


@dataclass(frozen=True)
class CronogramaOpciones:
    """How cronogramas are printed."""

    papel: str = "carta"
    encabezado: bool = column("Encabezado del plantel", Flag(), default=True)


Fields = Callable[[CronogramaDatos], list[tuple[str, str, float, float]]]


@dataclass(frozen=True)
class Version:
    """What tells the three forms apart: the title, the line under it, the words in the grid.

    `renglones` are those of the list when there is nothing to say.
    """

    titulo: str
    fields: Fields
    palabras: Callable[[Cita], tuple[str, ...]]
    area: Area
    widths: tuple[float, ...]
    renglones: int = 5


MEMBRETE = Membrete(
    nombre="Centro de Bachillerato Tecnológico industrial y de servicios núm. 214",
    cct="15DCT0214K",
    turno="Matutino",
    ciclo="2026-2027",
    periodo="agosto 2026 – enero 2027",
)
EJEMPLO = CronogramaDatos(
    membrete=MEMBRETE,
    vigencia="Del 24 de agosto de 2026 al 15 de enero de 2027",
    desde=7 * 60,
    hasta=14 * 60,
)
UPRIGHT_WIDTHS = (8, 21, 27, 27, 34, 31, 31.9)
LANDSCAPE_WIDTHS = (10, 24, 30, 42, 50, 43, 44.4)
_HEADS = (
    ("N°",), ("DÍA",), ("HORA", "INICIO–FIN"), ("LUGAR",), ("ASIGNATURA",), ("ALUMNO-TUTOR",),
    ("TUTORADO",),
)  # fmt: skip


def hojas(
    version: Version, datos: Sequence[CronogramaDatos], opciones: CronogramaOpciones
) -> Iterator[tuple[int, Sheet]]:
    """The pages of all the cronogramas of a version, with how many are done."""
    forms = [(_running(version, one, opciones), _strips(version, one)) for one in datos]
    return flow.sheets(forms, version.area)


def _running(version: Version, datos: CronogramaDatos, opciones: CronogramaOpciones) -> Running:
    return Running(
        version.titulo,
        datos.membrete,
        datos.folio,
        (" · ".join(filter(None, (datos.nombre, datos.grupo))), datos.nombre, datos.grupo),
        datos.leyenda,
        opciones.encabezado,
        f"Cronograma de {datos.nombre or datos.grupo}" if datos.citas else "Cronograma en blanco",
    )


def _strips(version: Version, datos: CronogramaDatos) -> list[Strip]:
    listed = _list(version, datos.citas)
    return [
        *flow.fields(version.fields(datos)),
        *flow.space(_FIELDS - 14),
        semana(_cuadros(version, datos.citas), _rejilla(version.area, datos, listed)),
        *flow.space(_UNDER),
        *listed,
    ]


def _cuadros(version: Version, citas: Sequence[Cita]) -> list[Cuadro]:
    return [Cuadro(n, c.dia, c.inicio, c.fin, version.palabras(c)) for n, c in enumerate(citas, 1)]


def _rejilla(area: Area, datos: CronogramaDatos, listed: Sequence[Strip]) -> Rejilla:
    """Rows as tall as the page allows with the list under them, or without it if they get low."""
    has_hours = datos.hasta > datos.desde
    first, last = (datos.desde, datos.hasta) if has_hours else _EMPTY_DAY
    whole = Rejilla(first, last, area.left, area.right, _ROW, has_hours)
    room = area.bottom - area.first_top - _FIELDS - HEAD
    with_list = room - _UNDER - sum(strip.height for strip in listed if not strip.vanishes)
    row = with_list / whole.filas
    if row < _SHORTEST_ROW:
        row = room / whole.filas
    return replace(whole, fila=min(_ROW, row))


def _list(version: Version, citas: Sequence[Cita]) -> list[Strip]:
    columns = [Column(head, wide) for head, wide in zip(_HEADS, version.widths, strict=True)]
    rows = [
        (
            str(n), DIAS_DE_CLASE.get(c.dia, ""), show_hours(c.inicio, c.fin), c.lugar,
            c.asignatura, c.alumno_tutor, c.tutorado,
        )
        for n, c in enumerate(citas, 1)
    ]  # fmt: skip
    return flow.table(columns, rows, 0 if rows else version.renglones)


def jornada(citas: Sequence[Cita], usual: tuple[int, int]) -> tuple[int, int]:
    """The hours of a grid: the usual ones, and whole hours more for what lies outside them."""
    hour = 2 * MEDIA_HORA
    first = min([usual[0], *(c.inicio for c in citas)])
    last = max([usual[1], *(c.fin for c in citas)])
    return first // hour * hour, -(-last // hour) * hour
