"""The pages of a form of running length: heading or slim heading, folio, foot, number."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from app.formatos.flow import Strip, draw_strips, paginate
from app.formatos.fonts import REGULAR
from app.formatos.layout import (
    CAPITALS,
    CARTA,
    FOLIO,
    FRAME,
    LABEL,
    ROLE,
    TITLE,
    Frame,
    Ink,
    Page,
    Slot,
    Style,
)
from app.formatos.membrete import (
    CARTA_PLACE,
    LEYENDA,
    SIN_MEMBRETE,
    Membrete,
    draw_foot,
    draw_heading,
)

_LEFT, _RIGHT = CARTA_PLACE.left, CARTA_PLACE.right
_PAGE = Slot("Página", _RIGHT, 269.2, 40, LABEL, 1, 0, right=True)
_FOLIO_LABEL = Slot("Folio", _RIGHT, 15, 30, CAPITALS, 1, 0, right=True)
_FOLIO = Slot("Folio", _RIGHT, 20.6, 45, FOLIO, 1, 0, right=True)
_SUBTITLE = Slot("Encabezado", _LEFT, 21, 125, Style(REGULAR, 10), 1, 0)


@dataclass(frozen=True)
class Running:
    """What is the same on every page of a form: its title and what surrounds it.

    `subtitles` go under the title from page 2 on: the first of them that fits. `owner` says whose
    the form is when a text does not fit.
    """

    title: str
    membrete: Membrete = SIN_MEMBRETE
    folio: str = ""
    subtitles: tuple[str, ...] = ()
    leyenda: str = LEYENDA
    encabezado: bool = True
    owner: str = ""


def pages(running: Running, strips: Sequence[Strip]) -> list[Page]:
    """The strips down as many pages as they need, each with its number."""
    stacked = paginate(strips)
    made: list[Page] = []
    for i, placed in enumerate(stacked):

        def draw(ink: Ink, placed: Sequence[tuple[float, Strip]] = placed) -> None:
            draw_strips(ink, placed)

        values = [(_PAGE, f"Página {i + 1} de {len(stacked)}")]
        if running.folio:
            values += [(_FOLIO_LABEL, "FOLIO"), (_FOLIO, running.folio)]
        if i:
            fitting = filter(_SUBTITLE.takes, running.subtitles)
            values.append((_SUBTITLE, next(fitting, "")))
        made.append(Page(*CARTA, _frame(running, i == 0), tuple(values), draw, owner=running.owner))
    return made


def _frame(running: Running, is_first: bool) -> Frame:
    heading = running.membrete if is_first and running.encabezado else None
    return _drawn_once(running.title, heading, running.leyenda, is_first)


@lru_cache(maxsize=64)
def _drawn_once(title: str, heading: Membrete | None, leyenda: str, is_first: bool) -> Frame:
    def draw(ink: Ink) -> None:
        if is_first:
            if heading:
                draw_heading(ink, heading, CARTA_PLACE, name_to=165)
            ink.text(_LEFT, 40, title, TITLE)
        else:
            ink.text(_LEFT, 15.8, title, ROLE)
            ink.rule(_LEFT, 25, _RIGHT, FRAME)
        draw_foot(ink, leyenda, _LEFT, 165, 269.2, 0)

    return Frame(*CARTA, draw)
