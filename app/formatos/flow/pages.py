"""The pages of a form of running length: heading or slim heading, folio, foot, number."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from app.formatos.flow.strips import HALF, UPRIGHT, Area, Strip, draw_strips, paginate
from app.formatos.fonts import REGULAR
from app.formatos.imposition import stacked_sheets
from app.formatos.layout import (
    CAPITALS,
    FOLIO,
    FRAME,
    LABEL,
    ROLE,
    TITLE,
    Frame,
    Ink,
    Page,
    Sheet,
    Slot,
    Style,
    one_page,
)
from app.formatos.membrete import (
    CARTA_PLACE,
    LEYENDA,
    SIN_MEMBRETE,
    Membrete,
    draw_foot,
    draw_heading,
)

_FOLIO_LABEL, _FOLIO_AT = 15.0, 20.6
_NAME_SHORT = 32.9
"""How much of the width of a heading the folio takes from the name of the plantel."""
_RULER_RISE = 6.0
"""How far over the ruler the legend stands."""


@dataclass(frozen=True)
class Running:
    """What is the same on every page of a form: its title and what surrounds it.

    `subtitles` go under the title from page 2 on: the first of them that fits. `owner` says whose
    the form is when a text does not fit. With `ruler` the legend goes up and five centimetres are
    drawn (for the area RULED); without `titled` the strips of page 1 draw the title; a single page
    is not numbered unless `numbered`.
    """

    title: str
    membrete: Membrete = SIN_MEMBRETE
    folio: str = ""
    subtitles: tuple[str, ...] = ()
    leyenda: str = LEYENDA
    encabezado: bool = True
    owner: str = ""
    ruler: bool = False
    titled: bool = True
    numbered: bool = True


def pages(running: Running, strips: Sequence[Strip], area: Area = UPRIGHT) -> list[Page]:
    """The strips down as many pages as they need, each with its number."""
    stacked = paginate(strips, area)
    made: list[Page] = []
    for i, placed in enumerate(stacked):

        def draw(ink: Ink, placed: Sequence[tuple[float, Strip]] = placed) -> None:
            draw_strips(ink, placed)

        values = _values(running, area, i, len(stacked))
        frame = _frame(running, i == 0, area)
        made.append(Page(*area.size, frame, tuple(values), draw, owner=running.owner))
    return made


def sheets(
    forms: Sequence[tuple[Running, Sequence[Strip]]], area: Area = UPRIGHT
) -> Iterator[tuple[int, Sheet]]:
    """The sheets of many forms, each with how many forms are on paper with it.

    Half cartas go two on a sheet, one over the other, in the order of a pile that is cut.
    """
    if area is not HALF:
        for done, (running, strips) in enumerate(forms, 1):
            for page in pages(running, strips, area):
                yield done, one_page(page)
        return
    cards = [page for running, strips in forms for page in pages(running, strips, area)]
    made = list(stacked_sheets(cards))
    for number, sheet in enumerate(made, 1):
        yield len(forms) * number // len(made), sheet


def _values(running: Running, area: Area, page: int, count: int) -> list[tuple[Slot, str]]:
    right = area.right
    number = Slot("Página", right, area.foot, 40, LABEL, 1, 0, right=True)
    is_numbered = running.numbered or count > 1
    values = [(number, f"Página {page + 1} de {count}")] if is_numbered else []
    if running.folio:
        label = Slot("Folio", right, _FOLIO_LABEL, 30, CAPITALS, 1, 0, right=True)
        folio = Slot("Folio", right, _FOLIO_AT, 45, FOLIO, 1, 0, right=True)
        values += [(label, "FOLIO"), (folio, running.folio)]
    if page:
        room = right - area.left - 55
        subtitle = Slot("Encabezado", area.left, 21, room, Style(REGULAR, 10), 1, 0)
        values.append((subtitle, next(filter(subtitle.takes, running.subtitles), "")))
    return values


def _frame(running: Running, is_first: bool, area: Area) -> Frame:
    heading = running.membrete if is_first and running.encabezado else None
    title = "" if is_first and not running.titled else running.title
    return _drawn_once(title, heading, running.leyenda, is_first, running.ruler, area)


@lru_cache(maxsize=64)
def _drawn_once(
    title: str, heading: Membrete | None, leyenda: str, is_first: bool, has_ruler: bool, area: Area
) -> Frame:
    extra = area.right - CARTA_PLACE.right
    place = replace(CARTA_PLACE, right=area.right, info_to=CARTA_PLACE.info_to + extra)

    def draw(ink: Ink) -> None:
        if is_first:
            if heading:
                draw_heading(ink, heading, place, name_to=area.right - _NAME_SHORT)
            if title:
                ink.text(area.left, 40, title, TITLE)
        else:
            ink.text(area.left, 15.8, title, ROLE)
            ink.rule(area.left, 25, area.right, FRAME)
        legend = area.foot - _RULER_RISE if has_ruler else area.foot
        ruler = area.foot if has_ruler else 0
        draw_foot(ink, leyenda, area.left, area.right - _NAME_SHORT, legend, ruler)

    return Frame(*area.size, draw)
