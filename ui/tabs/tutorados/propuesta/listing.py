"""The lists of the proposal: pairs, who is left out, whom to recruit, what people decided."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from app.domain.riesgo import NIVELES
from app.services.propuesta import Demanda, Necesidad
from app.text import counted, ordinal, short_date
from ui.tables import cells
from ui.tables.cells import Shown
from ui.tables.column import Column
from ui.tables.record_table import RecordTable
from ui.tabs.tutorados.propuesta.rows import ESTADOS, Decidido, Fila, Fuera, short_hours
from ui.theme import font, u
from ui.widgets import paint
from ui.widgets.empty_state import EmptyState

_LOOKS = {
    "nuevo": ("plus", "text2"),
    "cambia": ("swap", "medio"),
    "sigue": ("check", "ok"),
    "fijado": ("lock", "primary"),
}


@dataclass(frozen=True)
class _Glyph(cells.Text):
    """An icon alone in the middle of the cell."""

    icon: str = ""

    def paint(self, painter: QPainter, rect: QRect, it: Shown) -> None:  # noqa: ARG002
        side = u(4.5)
        top = rect.y() + (rect.height() - side) / 2
        paint.glyph(painter, self.icon, "primary", rect.x(), top, side)

    def needs(self, it: Shown) -> int:  # noqa: ARG002
        return u(4.5)


@dataclass(frozen=True)
class _IconLink(cells.Link):
    """An icon that is pressed; a function tells whether it is on."""

    icon: str = ""
    is_on: Callable[[Any], bool] = bool

    def paint(self, painter: QPainter, rect: QRect, it: Shown) -> None:
        side = u(4.5)
        role = "primary" if self.is_on(it.row) else "text2"
        top = rect.y() + (rect.height() - side) / 2
        paint.glyph(painter, self.icon, role, rect.x(), top, side)

    def needs(self, it: Shown) -> int:  # noqa: ARG002
        return u(4.5)


@dataclass(frozen=True)
class _Hours(cells.Text):
    """Day and hour, and the place beneath."""

    def paint(self, painter: QPainter, rect: QRect, it: Shown) -> None:
        half, place = u(4.5), it.row.pareja.lugar
        tall = 2 * half if place else half
        top = rect.y() + (rect.height() - tall) // 2
        paint.text(painter, QRect(rect.x(), top, rect.width(), half), it.words, font("body"))
        under = QRect(rect.x(), top + half, rect.width(), half)
        if place:
            paint.text(painter, under, place, font("caption"), "text2")


def level_words(need: Necesidad) -> str:
    """Riesgo alto · Matemáticas III."""
    return f"{NIVELES[need.nivel]} · {need.nombre_asignatura}"


def _need_tip(need: Necesidad) -> str:
    where = f"{need.nombre} · {need.grupo}" if need.grupo else need.nombre
    return f"{where}\n{level_words(need)}\n{counted(need.espera, 'día', 'días')} de espera"


def _why(one: Decidido) -> str:
    if not one.se_cumple:
        return "Hoy no se puede cumplir"
    return one.motivo or "Fijado a mano"


def _days(days: int) -> str:
    return f"{days:,} d" if days > 0 else "hoy"


def _semestre(one: Demanda) -> str:
    return f"{ordinal(one.semestre)} sem." if one.semestre else ""


def _hour(one: Demanda) -> str:
    return short_hours(one.tramo) if one.tramo else "Sin horario capturado"


_PARES = (
    Column(
        "tutorado", "Tutorado y asignatura", lambda f: f.pareja.need.nombre, width=62,
        stretch=True, sort=attrgetter("key"), tooltip=lambda f: _need_tip(f.pareja.need),
        cell=cells.TwoLines(
            lambda f: level_words(f.pareja.need), lambda f: f.pareja.need.nivel
        ),
    ),
    Column("con", "", lambda _: "con", width=9, search=False, cell=_Glyph(icon="swap"), drop=1),
    Column(
        "alumno_tutor", "Alumno tutor y carga", lambda f: f.pareja.guia.nombre, width=52,
        cell=cells.TwoLines(attrgetter("alumno_tutor")),
    ),
    Column(
        "hora", "Día, hora y lugar", lambda f: short_hours(f.pareja.tramo), width=37,
        sort=lambda f: f.pareja.tramo, cell=_Hours(),
        tooltip=lambda f: "\n".join(p for p in (short_hours(f.pareja.tramo), f.pareja.lugar) if p),
    ),
    Column(
        "estado", "Estado", lambda f: ESTADOS[f.estado], width=28,
        cell=cells.State(lambda f: _LOOKS[f.estado]),
    ),
    Column(
        "fijar", "", lambda _: "Fijar", width=9, search=False,
        cell=_IconLink(icon="lock", is_on=attrgetter("fijado")),
        tooltip=lambda f: "Quitar lo fijado (F)" if f.fijado else "Fijar este par (F)",
    ),
    Column(
        "prohibir", "", lambda _: "Prohibir", width=9, search=False,
        cell=_IconLink(icon="ban", is_on=lambda _: False),
        tooltip=lambda _: "Prohibir este par… (P)",
    ),
)  # fmt: skip
_FUERA = (
    Column(
        "tutorado", "Tutorado y asignatura", lambda f: f.need.nombre, width=62,
        sort=attrgetter("key"), tooltip=lambda f: _need_tip(f.need),
        cell=cells.TwoLines(lambda f: level_words(f.need), lambda f: f.need.nivel),
    ),
    Column(
        "motivo", "Por qué no", lambda f: f.motivo.texto, width=90, stretch=True, search=False,
        cell=cells.QUIET,
    ),
    Column("grupo", "Grupo", lambda f: f.need.grupo, width=17, drop=1),
    Column(
        "espera", "Espera", lambda f: _days(f.need.espera), width=19, align="right",
        sort=lambda f: -f.need.espera, search=False,
    ),
)  # fmt: skip
_DEMANDA = (
    Column("asignatura", "Asignatura", attrgetter("nombre"), width=80, stretch=True,
           cell=cells.STRONG),
    Column("semestre", "Semestre", _semestre, width=26,
           sort=lambda d: d.semestre or 0),
    Column("hora", "Hora en que más pueden", _hour, width=58,
           sort=lambda d: d.tramo or (9, 0, 0)),
    Column("cuantas", "Necesidades", lambda d: f"{d.cuantas:,}", width=28, align="right",
           sort=attrgetter("cuantas"), search=False),
)  # fmt: skip
_DECIDIDOS = (
    Column(
        "tutorado", "Tutorado y asignatura", attrgetter("tutorado"), width=56, stretch=True,
        cell=cells.TwoLines(lambda d: d.asignatura or "En cualquier asignatura"),
    ),
    Column("con", "", lambda _: "con", width=9, search=False, cell=_Glyph(icon="swap"), drop=1),
    Column("alumno_tutor", "Alumno tutor", attrgetter("alumno_tutor"), width=50,
           cell=cells.STRONG),
    Column("motivo", "Motivo", _why, width=52, cell=cells.QUIET),
    Column("fecha", "Desde", lambda d: short_date(d.fecha) if d.fecha else "", width=26,
           sort=attrgetter("fecha"), drop=2),
    Column("quitar", "", lambda _: "Quitar", width=18, search=False, cell=cells.Link()),
)  # fmt: skip


def demand_id(one: Demanda) -> tuple[int, int]:
    """What tells a line of the demand from the others."""
    return (one.asignatura, one.semestre or 0)


def make_pares(load: Callable[[], Sequence[Fila]]) -> RecordTable:
    """The pairs of the proposal."""
    empty = EmptyState(
        "swap", "Ningún par posible", "En «Sin tutor» está el porqué de cada necesidad y lo que "
        "la resolvería.",
    )  # fmt: skip
    table = RecordTable(
        _PARES, load, ident=attrgetter("key"), rows="pair", nouns=("par", "pares"),
        memory="propuesta", empty=empty,
    )  # fmt: skip
    table.set_words(no_match="Ningún par coincide", chosen=("elegido", "elegidos"))
    return table


def make_fuera(load: Callable[[], Sequence[Fuera]]) -> RecordTable:
    """Who is left out."""
    empty = EmptyState("check", "Nadie se queda sin tutor", "Toda necesidad tiene su par.")
    table = RecordTable(
        _FUERA, load, ident=attrgetter("key"), rows="pair", nouns=("necesidad", "necesidades"),
        empty=empty,
    )  # fmt: skip
    table.set_words(no_match="Nada coincide", chosen=("elegida", "elegidas"))
    return table


def make_demanda(load: Callable[[], Sequence[Demanda]]) -> RecordTable:
    """Whom to recruit."""
    empty = EmptyState("check", "No hace falta nadie más", "Toda necesidad tiene su par.")
    table = RecordTable(
        _DEMANDA, load, ident=demand_id, nouns=("grupo de necesidades", "grupos de necesidades"),
        empty=empty,
    )  # fmt: skip
    table.set_words(no_match="Nada coincide", chosen=("elegido", "elegidos"))
    return table


def make_decididos(load: Callable[[], Sequence[Decidido]], tipo: str) -> RecordTable:
    """The pairs that a person fixed, or those that were forbidden."""
    title, sentence, icon = {
        "fijar": ("Ningún par fijado", "Con el candado de un par, el cálculo lo respeta.",
                  "lock"),
        "prohibir": ("Ningún par prohibido", "Lo que prohíba con su motivo no se vuelve a "
                     "proponer.", "ban"),
    }[tipo]  # fmt: skip
    table = RecordTable(
        _DECIDIDOS,
        load,
        rows="pair",
        nouns=("par", "pares"),
        empty=EmptyState(icon, title, sentence),
    )
    table.set_words(no_match="Ningún par coincide", chosen=("elegido", "elegidos"))
    return table
