"""The week of a cronograma: a grid from lunes to viernes with each asesoría where its hour lies.

Half hours are rows. What falls together stands side by side while its words fit; else it says its
number in the list, and many at once say how many they are (DOMAIN C.7).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.domain.horario import DIAS_DE_CLASE
from app.fields import Time
from app.formatos.fitting import wrap
from app.formatos.flow import Strip
from app.formatos.fonts import SEMIBOLD, clean
from app.formatos.layout import CAPITALS, FRAME, HAIR, LABEL, Ink, Style, measure

HEAD = 6.5
"""The height of the names of the days, in mm."""
MEDIA_HORA = 30
_HOURS = 16.4
_STRONG = Style(SEMIBOLD, 9)
_LEADING, _CAPITAL = 3.75, 2.1
_INSET, _GAP, _PAD, _AIR = 0.8, 0.8, 1.2, 0.4
"""Between a box and the rules of its day, between boxes, inside them, over and under them; mm."""
_SHOW = Time().show


@dataclass(frozen=True)
class Cuadro:
    """What is written in the grid: its number in the list, when, and words by their weight."""

    numero: int
    dia: int
    inicio: int
    fin: int
    palabras: tuple[str, ...] = ()


@dataclass(frozen=True)
class Rejilla:
    """The measures of a grid: minutes of the day, mm across, and mm of each half hour.

    Without `has_hours` the column of the hours is left to be written.
    """

    desde: int
    hasta: int
    left: float
    right: float
    fila: float
    has_hours: bool = True

    @property
    def filas(self) -> int:
        """How many half hours it has."""
        return (self.hasta - self.desde) // MEDIA_HORA

    @property
    def ancho(self) -> float:
        """The width of a day."""
        return (self.right - self.left - _HOURS) / len(DIAS_DE_CLASE)

    def x(self, dia: int) -> float:
        """The left edge of a day."""
        return self.left + _HOURS + self.ancho * (dia - 1)

    def y(self, minuto: int) -> float:
        """How far under the first row a minute of the day lies."""
        return (minuto - self.desde) / MEDIA_HORA * self.fila


@dataclass(frozen=True)
class _Caja:
    """A box of the grid with its lines; the first is semibold."""

    x: float
    y: float
    wide: float
    high: float
    lines: tuple[str, ...]


def semana(cuadros: Sequence[Cuadro], rejilla: Rejilla) -> Strip:
    """The whole week as one piece."""
    boxes = [box for dia in DIAS_DE_CLASE for box in _of_day(cuadros, dia, rejilla)]
    taken = {dia: _stretches([c for c in cuadros if c.dia == dia]) for dia in DIAS_DE_CLASE}

    def draw(ink: Ink, top: float, _is_last: bool) -> None:
        _lines(ink, top, rejilla, taken)
        for box in boxes:
            _boxed(ink, top + HEAD, box)

    return Strip(HEAD + rejilla.fila * rejilla.filas, draw)


def _stretches(cuadros: Sequence[Cuadro]) -> list[tuple[int, int]]:
    return [(cluster[0].inicio, max(c.fin for c in cluster)) for cluster in _clusters(cuadros)]


def _clusters(cuadros: Sequence[Cuadro]) -> list[list[Cuadro]]:
    """Those of one day that touch each other in time, each run apart."""
    found: list[list[Cuadro]] = []
    end = -1
    for cuadro in sorted(cuadros, key=lambda c: (c.inicio, c.fin, c.numero)):
        if cuadro.inicio < end:
            found[-1].append(cuadro)
        else:
            found.append([cuadro])
        end = max(end, cuadro.fin) if cuadro.inicio < end else cuadro.fin
    return found


def _of_day(cuadros: Sequence[Cuadro], dia: int, rejilla: Rejilla) -> list[_Caja]:
    return [
        box
        for cluster in _clusters([c for c in cuadros if c.dia == dia])
        for box in _cluster_boxes(cluster, rejilla)
    ]


def _cluster_boxes(cluster: list[Cuadro], rejilla: Rejilla) -> list[_Caja]:
    """Side by side with their words, else with their numbers, else all in one box."""
    lanes = _lanes(cluster)
    count = max(lanes) + 1
    wide = (rejilla.ancho - 2 * _INSET - _GAP * (count - 1)) / count
    for words in (_words, _number_at, _number):
        made: list[_Caja] = []
        for cuadro, lane in zip(cluster, lanes, strict=True):
            high = rejilla.y(cuadro.fin) - rejilla.y(cuadro.inicio)
            lines = words(cuadro, wide - 2 * _PAD, high)
            if not lines:
                break
            x = rejilla.x(cuadro.dia) + _INSET + (wide + _GAP) * lane
            made.append(_Caja(x, rejilla.y(cuadro.inicio), wide, high, lines))
        if len(made) == len(cluster):
            return made
    return [_all_together(cluster, rejilla)]


def _lanes(cluster: Sequence[Cuadro]) -> list[int]:
    """The lane of each, so that no two of one lane fall together."""
    ends: list[int] = []
    lanes: list[int] = []
    for cuadro in cluster:
        free = next((n for n, end in enumerate(ends) if end <= cuadro.inicio), len(ends))
        ends[free : free + 1] = [cuadro.fin]
        lanes.append(free)
    return lanes


Words = Callable[[Cuadro, float, float], tuple[str, ...]]


def _words(cuadro: Cuadro, wide: float, high: float) -> tuple[str, ...]:
    """Its hours and as many of its words as fit whole; nothing when not even the first do."""
    lines: tuple[str, ...] = ()
    for n, part in enumerate((_hours(cuadro), *filter(None, cuadro.palabras))):
        more = (*lines, *_wrapped(part, wide, _STRONG if n == 0 else LABEL))
        if not _fits(more, high) or len(more) == len(lines):
            return lines if n > 1 else ()
        lines = more
    return lines


def _number_at(cuadro: Cuadro, wide: float, high: float) -> tuple[str, ...]:
    hours, number = _wrapped(_hours(cuadro), wide, _STRONG), _number(cuadro, wide, high)
    return (*hours, *number) if hours and number and _fits((*hours, *number), high) else ()


def _number(cuadro: Cuadro, wide: float, high: float) -> tuple[str, ...]:
    lines = _wrapped(f"N.º\u00a0{cuadro.numero}", wide, _STRONG)
    return lines if _fits(lines, high) else ()


def _all_together(cluster: Sequence[Cuadro], rejilla: Rejilla) -> _Caja:
    first, last = cluster[0].inicio, max(c.fin for c in cluster)
    wide, high = rejilla.ancho - 2 * _INSET, rejilla.y(last) - rejilla.y(first)
    count = (f"{len(cluster)} asesorías",)
    numbers = "N.º " + ", ".join(str(c.numero) for c in cluster)
    lines = (*count, *_wrapped(numbers, wide - 2 * _PAD))
    kept = lines if len(lines) > 1 and _fits(lines, high) else count
    return _Caja(rejilla.x(cluster[0].dia) + _INSET, rejilla.y(first), wide, high, kept)


def _hours(cuadro: Cuadro) -> str:
    return f"{_SHOW(cuadro.inicio)}–{_SHOW(cuadro.fin)}"


def _wrapped(text: str, wide: float, style: Style = LABEL) -> tuple[str, ...]:
    """The lines of a text, or none when one of its words is wider than they are."""
    shown = clean(text)
    if any(measure(word, style) > wide for word in shown.split(" ")):
        return ()
    return tuple(wrap(shown, wide, style.size, style.weight))


def _fits(lines: Sequence[str], high: float) -> bool:
    return bool(lines) and _CAPITAL + _LEADING * (len(lines) - 1) + 2.4 <= high


def _boxed(ink: Ink, top: float, box: _Caja) -> None:
    ink.box(box.x, top + box.y + _AIR, box.wide, box.high - 2 * _AIR)
    text_high = _CAPITAL + _LEADING * (len(box.lines) - 1)
    base = top + box.y + min(2.2, (box.high - text_high) / 2) + _CAPITAL
    for n, line in enumerate(box.lines):
        ink.text(box.x + _PAD, base + _LEADING * n, line, LABEL if n else _STRONG)


def _lines(ink: Ink, top: float, rejilla: Rejilla, taken: dict[int, list[tuple[int, int]]]) -> None:
    """The days, the hours and their rules, which do not go through what is written."""
    low = top + HEAD + rejilla.fila * rejilla.filas
    ink.rule(rejilla.left, top, rejilla.right, FRAME)
    ink.rule(rejilla.left, low, rejilla.right, FRAME)
    ink.text(rejilla.left, top + HEAD - 1.9, "HORA", CAPITALS)
    for dia, name in DIAS_DE_CLASE.items():
        ink.upright(rejilla.x(dia), top, low)
        ink.text(rejilla.x(dia) + 2, top + HEAD - 1.9, name.upper(), CAPITALS)
    for n in range(rejilla.filas):
        minute = rejilla.desde + MEDIA_HORA * n
        y = top + HEAD + rejilla.fila * n
        if rejilla.has_hours:
            ink.text(rejilla.left, y + rejilla.fila / 2 + _CAPITAL / 2, _SHOW(minute), LABEL)
        ink.rule(rejilla.left, y, rejilla.x(1))
        for dia in DIAS_DE_CLASE:
            if not any(first < minute < last for first, last in taken[dia]):
                ink.rule(rejilla.x(dia), y, rejilla.x(dia) + rejilla.ancho, HAIR)
