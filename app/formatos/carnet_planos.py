"""Where everything stands on the three papers of the carnet, and its frames (PAPER 4)."""

from dataclasses import dataclass
from functools import lru_cache

from app.formatos.fonts import REGULAR
from app.formatos.layout import (
    CAPITALS,
    CARTA,
    FRAME,
    INLINE,
    MEDIA_CARTA,
    ROLE,
    SECTION,
    TITLE,
    TITLE_COVER,
    TITLE_MEDIA_CARTA,
    VALUE,
    Frame,
    Ink,
    Style,
    measure,
)
from app.formatos.membrete import (
    CARTA_PLACE,
    MEDIA_PLACE,
    Membrete,
    Place,
    draw_foot,
    draw_heading,
)

TITULO = "CARNET DE ASESORÍAS ACADÉMICAS ENTRE IGUALES"
NOMBRE = ("APELLIDO PATERNO", "APELLIDO MATERNO", "NOMBRE (S)")
GRUPO = ("GRUPO", "ESPECIALIDAD", "TUTOR DEL GRUPO")
REPROBADA = (
    ("NOMBRE DE LA ASIGNATURA", "NOMBRE DE LA", "ASIGNATURA"),
    ("ALUMNO TUTOR ASIGNADO", "ALUMNO TUTOR", "ASIGNADO"),
    ("DÍA, HORA Y LUGAR DE ATENCIÓN", "DÍA, HORA Y LUGAR", "DE ATENCIÓN"),
)
SESION = (("FECHA",), ("TEMA",), ("OBSERVACIONES",), ("FIRMA DEL", "ALUMNO-TUTOR"))
POR_CARA = 2
"""Failed subjects on one face of the card."""

VALUE_SMALL = Style(REGULAR, 10.5)
VALUE_SMALLER = Style(REGULAR, 10)
_HEADS_LEADING = 2.8


@dataclass(frozen=True)
class Base:
    """A size of page: its edges, its columns, where its foot and its right block stand."""

    size: tuple[float, float]
    columns: tuple[tuple[float, float], ...]
    gutter: float
    place: Place
    legend: float
    foot: float
    session_columns: tuple[float, ...]
    head: float
    row: float
    value: Style
    field_lines: int
    inline_gap: float

    @property
    def left(self) -> float:
        """The left edge of texts and lines."""
        return self.columns[0][0]

    @property
    def right(self) -> float:
        """The right edge."""
        return self.columns[-1][1]


@dataclass(frozen=True)
class Sessions:
    """The table of sessions: its ASIGNATURA line, its top rule and how many rows it has."""

    asignatura: float
    top: float
    rows: int


@dataclass(frozen=True)
class Blocks:
    """ASIGNATURAS REPROBADAS: the head, the first rule and the height of a block."""

    head: float
    top: float
    step: float
    two_lines: bool
    label: float
    value: Style
    lift: float = 0
    line_step: float = 3.9


@dataclass(frozen=True)
class Plano:
    """One kind of page of the carnet; what it lacks is None."""

    base: Base
    title: tuple[tuple[float, str], ...]
    title_style: Style
    semestre: float | None
    fields: tuple[float, float, float] | None
    blocks: Blocks | None
    sessions: Sessions | None
    ruler: bool = True


CARTA_BASE = Base(
    CARTA,
    ((18, 75.3), (79.3, 136.6), (140.6, 197.9)),
    4, CARTA_PLACE, 263.2, 269.2, (28.7, 61.3, 46, 43.9), 6.5, 8, VALUE, 2, 4.95,
)  # fmt: skip
MEDIA_BASE = Base(
    MEDIA_CARTA,
    ((10, 47.9), (50.9, 88.8), (91.8, 129.7)),
    3, MEDIA_PLACE, 199.9, 205.3, (18, 40, 31, 30.7), 8.2, 7.5, VALUE_SMALL, 3, 4.5,
)  # fmt: skip
CUADERNILLO_BASE = Base(
    MEDIA_CARTA,
    MEDIA_BASE.columns,
    3, MEDIA_PLACE, 199.9, 205.3, MEDIA_BASE.session_columns, 8.2, 8, VALUE_SMALL, 3, 4.5,
)  # fmt: skip

CARTA_FRONT = Plano(
    CARTA_BASE, ((40, TITULO),), TITLE, 50, (59.5, 72, 86),
    Blocks(97.5, 100.5, 15, False, 4, VALUE_SMALL), Sessions(141.5, 145.5, 13),
)  # fmt: skip
CARTA_BACK = Plano(
    CARTA_BASE, (), TITLE, None, None, None, Sessions(36, 40, 26), ruler=False
)  # fmt: skip
MEDIA_FRONT = Plano(
    MEDIA_BASE, ((35.8, TITULO),), TITLE_MEDIA_CARTA, 44, (52, 64.3, 79.3),
    Blocks(88.5, 91, 18.2, True, 3.4, VALUE_SMALLER), Sessions(136.4, 139.9, 6),
)  # fmt: skip
COVER = Plano(
    CUADERNILLO_BASE, ((44, TITULO[:19]), (53, TITULO[20:])), TITLE_COVER, 69, (83, 97, 114.5),
    Blocks(130.5, 134, 22, True, 4.1, VALUE_SMALL, 0.6, 4.1), None,
)  # fmt: skip
HALF_SESSIONS = Plano(
    CUADERNILLO_BASE, (), TITLE, None, None, None, Sessions(32, 35.5, 18), ruler=False
)  # fmt: skip
HALF_CONTINUED = Plano(
    CUADERNILLO_BASE, (), TITLE, None, None,
    Blocks(28.5, 31.5, 18.2, True, 3.4, VALUE_SMALLER), Sessions(78, 81.5, 12), ruler=False,
)  # fmt: skip


@lru_cache(maxsize=64)
def frame(
    plano: Plano, membrete: Membrete, leyenda: str, *, regla: bool, encabezado: bool
) -> Frame:
    """The fixed marks of a kind of page for one plantel."""
    base = plano.base

    def draw(ink: Ink) -> None:
        if plano.title:
            if encabezado:
                draw_heading(ink, membrete, base.place)
        else:
            _draw_slim_heading(ink, base)
        for y, words in plano.title:
            ink.text(base.left, y, words, plano.title_style)
        if plano.semestre:
            inline = inline_start(base, "SEMESTRE:")
            end = base.columns[0 if base.size == CARTA else 1][1]
            ink.text(base.left, plano.semestre - 1.6, "SEMESTRE:", INLINE)
            ink.rule(inline, plano.semestre, end)
        if plano.fields:
            _draw_fields(ink, base, plano.fields)
        if plano.blocks:
            _draw_blocks(ink, base, plano.blocks)
        if plano.sessions:
            _draw_sessions(ink, base, plano.sessions)
        draw_foot(
            ink,
            leyenda,
            base.left,
            base.right,
            base.legend,
            base.foot if regla and plano.ruler else 0,
        )

    return Frame(*base.size, draw)


def inline_start(base: Base, label: str) -> float:
    """Where the rule after a label begins."""
    return round(base.left + measure(label, INLINE) + base.inline_gap, 1)


def _draw_slim_heading(ink: Ink, base: Base) -> None:
    high = base.size == CARTA
    ink.text(base.left, 15.8 if high else 13.4, TITULO, ROLE)
    ink.rule(base.left, 25 if high else 22, base.right, FRAME)


def _draw_fields(ink: Ink, base: Base, fields: tuple[float, float, float]) -> None:
    head, names, group = fields
    ink.text(base.left, head, "DATOS DEL ALUMNO", SECTION)
    for y, labels in ((names, NOMBRE), (group, GRUPO)):
        for (start, end), label in zip(base.columns, labels, strict=True):
            ink.rule(start, y, end)
            ink.text(start, y + 3.4, label, CAPITALS)


def _draw_blocks(ink: Ink, base: Base, blocks: Blocks) -> None:
    ink.text(base.left, blocks.head, "ASIGNATURAS REPROBADAS", SECTION)
    bottom = blocks.top + POR_CARA * blocks.step
    for block in range(POR_CARA):
        y = blocks.top + block * blocks.step
        ink.rule(base.left, y, base.right, FRAME if block == 0 else 0.6)
        for (start, _), (whole, *halves) in zip(base.columns, REPROBADA, strict=True):
            for i, words in enumerate(halves if blocks.two_lines else [whole]):
                ink.text(start, y + blocks.label + _HEADS_LEADING * i, words, CAPITALS)
    ink.rule(base.left, bottom, base.right, FRAME)
    for (_, end), _next in zip(base.columns, base.columns[1:], strict=False):
        ink.upright(end + base.gutter / 2, blocks.top, bottom)


def _draw_sessions(ink: Ink, base: Base, sessions: Sessions) -> None:
    ink.text(base.left, sessions.asignatura - 1.6, "ASIGNATURA:", INLINE)
    ink.rule(inline_start(base, "ASIGNATURA:"), sessions.asignatura, base.right)
    first = sessions.top + base.head
    bottom = first + sessions.rows * base.row
    ink.rule(base.left, sessions.top, base.right, FRAME)
    for row in range(sessions.rows):
        ink.rule(base.left, first + row * base.row, base.right)
    ink.rule(base.left, bottom, base.right, FRAME)
    two_lines = base.size != CARTA
    x = base.left
    for i, (words, wide) in enumerate(zip(SESION, base.session_columns, strict=True)):
        if i:
            ink.upright(x, sessions.top, bottom)
        lines = words if two_lines else (" ".join(words),)
        for up, line in enumerate(reversed(lines)):
            y = first - 1.9 - 3.2 * up
            ink.text(x + (2 if i else 0), y, line, CAPITALS)
        x += wide
