"""The heading of the plantel on top of a form, the foot, the ruler and the signatures."""

import base64
import io
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from app.errors import AppError
from app.formatos.fonts import REGULAR, SEMIBOLD, clean
from app.formatos.layout import (
    FRAME,
    LABEL,
    ROLE,
    Ink,
    Picture,
    Slot,
    Style,
    measure,
)

LEYENDA = (
    "Datos personales protegidos: se usan solo con fines escolares. "
    "Aviso de privacidad en la dirección del plantel."
)
_DOT = "\u00a0\u00a0·\u00a0 "
_WIDE_DOT = "\u00a0\u00a0\u00a0·\u00a0\u00a0 "
SIGNATURE_ROW = 31
"""From one row of signatures to the next, in mm."""
_SIGNER = Style(REGULAR, 10.5)
_LOGO_DOTS = 400
"""Across a logo: 16 mm at 600 dots to the inch."""


@dataclass(frozen=True)
class Membrete:
    """What the heading says; `logo` is a PNG or JPEG file as base64 text, the rest may be empty."""

    nombre: str = ""
    cct: str = ""
    turno: str = ""
    ciclo: str = ""
    periodo: str = ""
    logo: str = ""


SIN_MEMBRETE = Membrete()
MEMBRETE_DE_MUESTRA = Membrete(
    nombre="Centro de Bachillerato Tecnológico industrial y de servicios núm. 214",
    cct="15DCT0214K",
    turno="Matutino",
    ciclo="2026-2027",
    periodo="agosto 2026 – enero 2027",
)
"""The heading of the examples of the forms."""


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where a heading stands on a paper, in mm.

    The name stands on one line at `name_at`, or on two that end at `names_at`, `step` apart.
    """

    left: float
    right: float
    top: float
    logo: float
    gap: float
    name_size: float
    name_at: float
    names_at: float
    step: float
    info_size: float
    info_at: tuple[float, float]
    name_to: float
    info_to: float
    rule: float
    is_small: bool = False


CARTA_PLACE = Place(
    left=18, right=197.9, top=12, logo=16, gap=4,
    name_size=11.5, name_at=15.5, names_at=20.1, step=4.7,
    info_size=9.5, info_at=(21.5, 26.6), name_to=152.4, info_to=181.9, rule=31,
)  # fmt: skip
MEDIA_PLACE = Place(
    left=10, right=129.7, top=10, logo=15, gap=3.5,
    name_size=10.5, name_at=15, names_at=16.9, step=3.9,
    info_size=9, info_at=(21.1, 25.2), name_to=113.5, info_to=113.5, rule=29, is_small=True,
)  # fmt: skip


def draw_heading(ink: Ink, membrete: Membrete, place: Place, name_to: float = 0) -> None:
    """Logo, name, CCT, turno, ciclo and periodo over the frame rule. No logo: text on the margin.

    `name_to` is where the name must end when the right block of the form is not a carnet's.
    """
    ink.rule(place.left, place.rule, place.right, FRAME)
    x = place.left
    if picture := _logo(membrete.logo):
        ink.picture(picture, x, place.top, place.logo)
        x += place.logo + place.gap
    name = Slot(
        "Nombre del plantel", x, place.names_at + 1.25, (name_to or place.name_to) - x,
        Style(SEMIBOLD, place.name_size), 2, place.names_at + 1.25 - place.name_at, step=place.step,
    )  # fmt: skip
    ink.slot(name, membrete.nombre)
    room = place.info_to - x
    cct, ciclo, periodo, turno = _info(membrete)
    long_ciclo = ciclo and (ciclo if place.is_small else ciclo.replace("Ciclo", "Ciclo escolar"))
    long_periodo = (
        membrete.periodo[:1].upper() + membrete.periodo[1:] if place.is_small else periodo
    )
    is_long = bool(membrete.nombre) and len(name.fit(membrete.nombre).lines) > 1
    if is_long and not place.is_small:
        whole = _DOT.join(filter(None, (cct, ciclo, periodo, turno)))
        if measure(clean(whole), LABEL) <= room:
            ink.text(x, place.info_at[1] - 0.2, clean(whole), LABEL)
            return
        size, heights = LABEL.size, (24.3, 28.0)
    else:
        size, heights = place.info_size, place.info_at
    dot = _DOT if place.is_small else _WIDE_DOT
    for parts, y in zip(((cct, turno), (long_ciclo, long_periodo)), heights, strict=True):
        line = Slot("Datos del plantel", x, y, room, Style(REGULAR, size), 1, 0)
        ink.slot(line, dot.join(filter(None, parts)))


def _info(membrete: Membrete) -> tuple[str, str, str, str]:
    """CCT, ciclo, periodo and turno with their words; those that are empty stay empty."""
    turno = membrete.turno
    return (
        membrete.cct and f"CCT {membrete.cct}",
        membrete.ciclo and f"Ciclo {membrete.ciclo}",
        membrete.periodo and f"Periodo {membrete.periodo}",
        turno and f"Turno {turno[:1].lower()}{turno[1:]}",
    )


@lru_cache(maxsize=4)
def _logo(encoded: str) -> Picture | None:
    """The logo in greys and no larger than the paper shows; None if the plantel has none."""
    if not encoded:
        return None
    from PIL import Image

    try:
        image = Image.open(io.BytesIO(base64.b64decode(encoded)))
        image.thumbnail((_LOGO_DOTS * 4, _LOGO_DOTS * 4))
        full = image.convert("RGBA")
    except (OSError, ValueError, Image.DecompressionBombError) as error:
        raise AppError(
            "El logotipo del plantel no se puede leer. Elija otra imagen en los datos del plantel."
        ) from error
    white = Image.new("RGBA", full.size, "white")
    grey = Image.alpha_composite(white, full).convert("L")
    grey.thumbnail((_LOGO_DOTS, _LOGO_DOTS))
    return Picture(encoded, grey)


def draw_foot(ink: Ink, leyenda: str, x: float, right: float, legend: float, ruler: float) -> None:
    """The legend in one line or two; `ruler` is where the 5 cm ruler goes, 0 for none."""
    if words := clean(leyenda):
        place = Slot("Leyenda de privacidad", x, legend + 2.2, right - x, LABEL, 2, 2.2)
        first, point, rest = words.partition(". ")
        parts = (f"{first}.", rest)
        if measure(words, LABEL) > right - x and max(measure(p, LABEL) for p in parts) <= right - x:
            words = "\n".join(parts) if point else words
        ink.slot(place, words)
    if ruler:
        draw_ruler(ink, x, ruler)


def draw_ruler(ink: Ink, x: float, y: float) -> None:
    """Five centimetres with their ticks: shows that a print was not scaled."""
    ink.rule(x, y, x + 50)
    for centimetre in range(6):
        ink.upright(x + 10 * centimetre, y, y - (2 if centimetre in (0, 5) else 1))
    ink.text(x + 51.5, y, "5 cm", LABEL)


def draw_signatures(
    ink: Ink, y: float, signers: Sequence[tuple[str, str]], across: int = 2
) -> None:
    """Rules to sign on, two or three in a row of carta; each (name, role), the name optional."""
    gutter = 4
    wide = (CARTA_PLACE.right - CARTA_PLACE.left - gutter * (across - 1)) / across
    for i, (name, role) in enumerate(signers):
        x, base = (
            CARTA_PLACE.left + (wide + gutter) * (i % across),
            y + SIGNATURE_ROW * (i // across),
        )
        ink.rule(x, base, x + wide)
        lines = 0
        if name:
            lines = len(Slot(role, x, base, wide, _SIGNER, 2).fit(name).lines)
            low = base + 4.2 if lines == 1 else base + 8.9
            ink.slot(Slot(role, x, low, wide, _SIGNER, 2, 0), name)
        ink.text(x, base + (4.1, 8.3, 11.6)[lines], role, ROLE)
