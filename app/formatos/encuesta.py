"""Encuesta de satisfacción (DOMAIN C.13, B.4.1, U-96): U Anexo 06, nine items and two scales.

It carries no name of who answers. The digit beside each box is the one that is typed afterwards.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.fields import Flag, Number, Text, column
from app.formatos.fitting import wrap
from app.formatos.fonts import REGULAR, clean
from app.formatos.formato import Dibujo
from app.formatos.imposition import cut_sheets
from app.formatos.layout import (
    CHECK_BOX,
    FRAME,
    HAIR,
    LABEL,
    MEDIA_CARTA,
    ROLE,
    TITLE_MEDIA_CARTA,
    Ink,
    Page,
    Sheet,
    Slot,
    Style,
    measure,
)
from app.formatos.membrete import MEMBRETE_DE_MUESTRA, SIN_MEMBRETE, Membrete, draw_ruler

TITULO = "ENCUESTA DE SATISFACCIÓN"
ACUERDO = {
    5: "Totalmente de acuerdo",
    4: "De acuerdo",
    3: "Más o menos de acuerdo",
    2: "En desacuerdo",
    1: "Totalmente en desacuerdo",
}
SATISFACCION = {
    5: "Totalmente satisfecho",
    4: "Satisfecho",
    3: "Más o menos satisfecho",
    2: "Algo insatisfecho",
    1: "Totalmente insatisfecho",
}
"""The scale of the last item, which is another one."""
PREGUNTAS = (
    "¿El tutor muestra buena disposición para atenderte, mostrando un trato de respeto y atención?",
    "¿El tutor logra crear un clima de confianza para que puedas exponer tus dificultades en el "
    "logro de la competencia de aprendizaje?",
    "¿El tutor muestra interés por los problemas académicos y personales que están afectando tu "
    "rendimiento?",
    "¿Consideras que el tutor está comprometido con tu superación?",
    "¿Consideras que el tutor tiene capacidad para orientarte en cuanto a metodología y técnicas "
    "de estudio?",
    "¿Consideras que la tutoría ha permitido motivar tu aprendizaje autónomo?",
    "¿El tutor cumple el cronograma de actividades y el horario establecido?",
    "¿Consideras que recibir tutoría académica ha mejorado tu desempeño académico?",
    "¿Qué tan satisfecho te sientes con el proceso de Tutoría en el plantel {plantel}?",
)
_AVISO = (
    "Tu opinión es anónima: no escribas tu nombre. Marca una casilla en cada pregunta, dobla la "
    "hoja y entrégala a orientación educativa, no a tu tutor."
)
_PIE = "Los resultados se dan a conocer cuando hay tres respuestas o más."

_LEFT, _RIGHT = 10.0, 129.7
_TEXT_X, _TEXT_TO = 15.5, 80.0
_BOXES_X, _BOX_STEP = 83.2, 9.6
_ITEM = Style(REGULAR, 9)
_LEADING, _CAPITAL, _LEAST_PAD = 3.7, 2.1, 1.4
_ITEMS_FROM, _ITEMS_TO = 51.0, 194.0
_KEY = 11.0


@dataclass(frozen=True)
class EncuestaDatos:
    """What an encuesta shows; an alumno tutor lets the results be of each."""

    membrete: Membrete = SIN_MEMBRETE
    alumno_tutor: str = ""
    asignatura: str = ""


@dataclass(frozen=True)
class EncuestaOpciones:
    """How many and about whom."""

    papel: str = "media-carta"
    copias: int = column("Cuántas encuestas", Number(1, 2000, "encuestas"), default=2)
    alumno_tutor: str = column("Alumno tutor", Text(120), default="")
    asignatura: str = column("Asignatura", Text(120), default="")
    encabezado: bool = column("Nombre del plantel", Flag(), default=True)


EN_BLANCO = EncuestaDatos()
EJEMPLO = EncuestaDatos(MEMBRETE_DE_MUESTRA, "Íñigo Saldaña Muñoz", "Geometría y trigonometría")


def hojas(
    datos: Sequence[EncuestaDatos], opciones: EncuestaOpciones
) -> Iterator[tuple[int, Sheet]]:
    """Two encuestas on a sheet, to cut apart; as many as the options say of each."""
    for done, one in enumerate(datos, 1):
        page = pagina(one, opciones)
        for sheet in cut_sheets([[page]] * max(opciones.copias, 1), [page]):
            yield done, sheet


def pagina(datos: EncuestaDatos, opciones: EncuestaOpciones) -> Page:
    """One encuesta."""
    who = Slot("Alumno tutor", _LEFT, 43, 58, Style(REGULAR, 10.5), 2)
    asignatura = Slot("Asignatura", 71.5, 43, _RIGHT - 71.5, Style(REGULAR, 10.5), 2)
    values = (
        (who, datos.alumno_tutor or opciones.alumno_tutor),
        (asignatura, datos.asignatura or opciones.asignatura),
    )

    def draw(ink: Ink) -> None:
        _draw_head(ink, datos.membrete.nombre if opciones.encabezado else "")
        _draw_items(ink, datos.membrete.nombre)
        ink.text(_LEFT, 200.2, _PIE, LABEL)
        draw_ruler(ink, _LEFT, 205.3)

    return Page(*MEDIA_CARTA, None, values, draw, owner="Encuesta")


def _draw_head(ink: Ink, plantel: str) -> None:
    name = Slot("Nombre del plantel", _LEFT, 14.5, _RIGHT - _LEFT, LABEL, 1, 0)
    ink.slot(name, plantel)
    ink.text(_LEFT, 20.6, TITULO, TITLE_MEDIA_CARTA)
    ink.rule(_LEFT, 24, _RIGHT, FRAME)
    for n, line in enumerate(wrap(_AVISO, _RIGHT - _LEFT, LABEL.size)):
        ink.text(_LEFT, 29 + 3.9 * n, line, LABEL)
    for x, to_x, label in ((_LEFT, 68.0, "Alumno tutor"), (71.5, _RIGHT, "Asignatura")):
        ink.rule(x, 43, to_x)
        ink.text(x, 46.6, label, LABEL)


def _draw_items(ink: Ink, plantel: str) -> None:
    """The items down the page, with the room that is left shared among them."""
    texts = [text.replace("{plantel}", plantel).replace(" ?", "?") for text in PREGUNTAS]
    items = [wrap(clean(text), _TEXT_TO - _TEXT_X, _ITEM.size) for text in texts]
    tall = sum(_CAPITAL + _LEADING * (len(lines) - 1) for lines in items)
    pad = max((_ITEMS_TO - _ITEMS_FROM - 2 * _KEY - tall) / (2 * len(items)), _LEAST_PAD)
    y = _ITEMS_FROM
    for number, lines in enumerate(items, 1):
        is_last = number == len(items)
        if number == 1 or is_last:
            _draw_key(ink, y, SATISFACCION if is_last else ACUERDO)
            y += _KEY
        high = _CAPITAL + _LEADING * (len(lines) - 1) + 2 * pad
        ink.text(_LEFT, y + pad + _CAPITAL, str(number), _ITEM)
        for n, line in enumerate(lines):
            ink.text(_TEXT_X, y + pad + _CAPITAL + _LEADING * n, line, _ITEM)
        for n, digit in enumerate(ACUERDO):
            x, base = _BOXES_X + _BOX_STEP * n, y + high / 2 + 1.2
            ink.check(x, base, "", marked=False)
            ink.text(x + CHECK_BOX + 1.1, base, str(digit), LABEL)
        y += high
        ink.rule(_LEFT, y, _RIGHT, FRAME if number >= len(items) - 1 else HAIR)


def _draw_key(ink: Ink, y: float, scale: dict[int, str]) -> None:
    """What each digit means, in two lines over a rule."""
    if scale is ACUERDO:
        ink.rule(_LEFT, y, _RIGHT, FRAME)
    words = list(scale.items())
    for row, part in enumerate((words[:3], words[3:])):
        x = _LEFT
        for digit, text in part:
            base = y + 4.4 + 4.0 * row
            ink.text(x, base, str(digit), ROLE)
            ink.text(x + 3, base, text, LABEL)
            x += 3 + measure(text, LABEL) + 6
    ink.rule(_LEFT, y + _KEY, _RIGHT)


DIBUJO = Dibujo(EJEMPLO, EN_BLANCO, EncuestaOpciones, hojas)
