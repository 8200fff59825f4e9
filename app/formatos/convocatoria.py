"""Convocatoria a alumnos tutores (DOMAIN C.15, M-27): a notice to put on a wall."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from app.fields import Date, Flag, Text, column
from app.formatos import flow
from app.formatos.ejemplos import DIRECTORA, DOCENTE_TUTOR, MEMBRETE
from app.formatos.fitting import wrap
from app.formatos.flow import Running, Strip
from app.formatos.fonts import BOLD, SEMIBOLD, clean
from app.formatos.formato import Dibujo
from app.formatos.layout import CAPITALS, FRAME, Ink, Sheet, Slot, Style
from app.formatos.membrete import SIN_MEMBRETE, Membrete
from app.formatos.textos import default_text
from app.text import MESES

TITULO = "CONVOCATORIA"
LEMA = "¿Quieres ser alumno-tutor?"
_LEMA = Style(BOLD, 38)
_ANSWER = Style(SEMIBOLD, 12.5)
_SIZES = (12.5, 12.0, 11.5, 11.0, 10.5, 10.0)
"""Of the text, from the largest: the first with which the notice takes one page."""
_LEFT, _RIGHT = flow.UPRIGHT.left, flow.UPRIGHT.right


@dataclass(frozen=True)
class ConvocatoriaDatos:
    """What the notice says; what is empty leaves a blank. `texto` is the text of the plantel."""

    membrete: Membrete = SIN_MEMBRETE
    fecha_limite: date | None = None
    lugar: str = ""
    contacto: str = ""
    director: str = ""
    docente_tutor: str = ""
    periodo: str = ""
    texto: str = ""


@dataclass(frozen=True)
class ConvocatoriaOpciones:
    """How the notice is printed, and until when and where one applies."""

    papel: str = "carta"
    encabezado: bool = column("Encabezado del plantel", Flag(), default=True)
    fecha_limite: date | None = column("Fecha límite", Date(), default=None)
    lugar: str = column("Dónde anotarse", Text(80), default="")
    contacto: str = column("A quién preguntar", Text(80), default="")


EN_BLANCO = ConvocatoriaDatos(texto=default_text("convocatoria"))
EJEMPLO = ConvocatoriaDatos(
    membrete=MEMBRETE,
    fecha_limite=date(2026, 9, 18),
    lugar="Coordinación de tutorías, edificio B",
    contacto="Mtra. Leticia Ordóñez, de 10:30 a 11:00",
    director=DIRECTORA,
    docente_tutor=DOCENTE_TUTOR,
    periodo="agosto 2026 – enero 2027",
    texto=default_text("convocatoria"),
)


def hojas(
    datos: Sequence[ConvocatoriaDatos], opciones: ConvocatoriaOpciones
) -> Iterator[tuple[int, Sheet]]:
    """The pages of the notices, with how many are done."""
    return flow.sheets([(_running(one, opciones), _strips(one)) for one in datos])


def _running(datos: ConvocatoriaDatos, opciones: ConvocatoriaOpciones) -> Running:
    return Running(
        TITULO, datos.membrete, "", (LEMA,), "", opciones.encabezado, "Convocatoria"
    )  # fmt: skip


def _strips(datos: ConvocatoriaDatos) -> list[Strip]:
    room = flow.UPRIGHT.bottom - flow.UPRIGHT.first_top
    strips: list[Strip] = []
    for size in _SIZES:
        strips = _of_size(datos, size)
        if sum(strip.height for strip in strips) <= room:
            break
    return strips


def _of_size(datos: ConvocatoriaDatos, size: float) -> list[Strip]:
    return [
        *_lema(),
        *flow.notice(datos.texto, {"periodo": flow.Strong(datos.periodo, 60)}, size),
        *flow.together([
            *_answers([
                ("FECHA LÍMITE", _day(datos.fecha_limite)),
                ("DÓNDE ANOTARSE", datos.lugar),
                ("A QUIÉN PREGUNTAR", datos.contacto),
            ]),
            *flow.signatures([
                (datos.director, "Dirección del plantel"), (datos.docente_tutor, "Docente-tutor"),
            ], room=17),
        ]),
    ]  # fmt: skip


def _lema() -> list[Strip]:
    def draw(ink: Ink, top: float, _is_last: bool) -> None:
        ink.text(_LEFT, top + 12, LEMA, _LEMA)

    return [Strip(19, draw)]


def _answers(cells: Sequence[tuple[str, str]]) -> list[Strip]:
    """Until when, where and whom to ask, large, between two heavy rules."""
    high, gutter = 20.0, 4.0
    wide = (_RIGHT - _LEFT - gutter * (len(cells) - 1)) / len(cells)

    def draw(ink: Ink, top: float, _is_last: bool) -> None:
        ink.rule(_LEFT, top, _RIGHT, FRAME)
        ink.rule(_LEFT, top + high, _RIGHT, FRAME)
        for i, (label, value) in enumerate(cells):
            x = _LEFT + (wide + gutter) * i
            if i:
                ink.upright(x - gutter / 2, top, top + high)
            ink.text(x, top + 4.8, label, CAPITALS)
            place = Slot(label.capitalize(), x, top + high - 2.4, wide, _ANSWER, 2)
            lines = wrap(clean(value), wide, _ANSWER.size, _ANSWER.weight)
            if len(lines) > 2:
                ink.slot(place, value)
                continue
            for n, line in enumerate(lines):
                ink.text(x, top + 11.2 + 5.4 * n, line, _ANSWER)

    return [Strip(high, draw)]


def _day(day: date | None) -> str:
    return f"{day.day} de {MESES[day.month - 1]} de {day.year}" if day else ""


DIBUJO = Dibujo(EJEMPLO, EN_BLANCO, ConvocatoriaOpciones, hojas)
