"""The week of classes: stretches of time, what they share and what is left of them.

A time is whole minutes since midnight; a stretch holds its first minute and not its last one, so
that 11:00 a 12:00 and 12:00 a 13:00 do not overlap (DOMAIN M-30, M-69, M-82).
"""

from collections.abc import Iterable
from dataclasses import dataclass

from app.fields import Time

DIAS_DE_CLASE: dict[int, str] = {
    1: "Lunes",
    2: "Martes",
    3: "Miércoles",
    4: "Jueves",
    5: "Viernes",
}
"""The days of class by their number in the week (ISO: Monday is 1)."""

JORNADAS = {
    "matutino": (7 * 60, 14 * 60),
    "vespertino": (14 * 60, 21 * 60),
    "mixto": (7 * 60, 17 * 60),
    "nocturno": (17 * 60, 22 * 60),
}
"""The usual hours of a turno, a key of TURNOS; those of the others are not known."""

MINUTOS_MINIMOS = 30
"""The shortest useful asesoría."""

_TIME = Time()
_A_DAY = 24 * 60


@dataclass(frozen=True, order=True, slots=True)
class Tramo:
    """A stretch of one day of the week, in minutes since midnight."""

    dia: int
    inicio: int
    fin: int

    @property
    def minutos(self) -> int:
        """How long it is."""
        return self.fin - self.inicio

    def overlaps(self, other: "Tramo") -> bool:
        """Whether both share at least a minute."""
        return self.dia == other.dia and self.inicio < other.fin and other.inicio < self.fin

    def holds(self, other: "Tramo") -> bool:
        """Whether the other lies wholly inside this one."""
        return self.dia == other.dia and self.inicio <= other.inicio and other.fin <= self.fin


def doubt_about_tramo(tramo: Tramo) -> str:
    """Why a stretch cannot be, or nothing."""
    if tramo.dia not in DIAS_DE_CLASE:
        return "el día debe ser de lunes a viernes"
    if not (0 <= tramo.inicio < _A_DAY and 0 < tramo.fin <= _A_DAY):
        return "la hora no existe"
    if tramo.fin == tramo.inicio:
        return f"empieza y termina a las {_TIME.show(tramo.fin)}"
    if tramo.fin < tramo.inicio:
        return f"termina a las {_TIME.show(tramo.fin)}, antes de empezar"
    return ""


def merged(tramos: Iterable[Tramo]) -> list[Tramo]:
    """The same time in as few stretches as can be, in order; empty stretches vanish."""
    done: list[Tramo] = []
    for tramo in sorted(t for t in tramos if t.fin > t.inicio):
        last = done[-1] if done else None
        if last and last.dia == tramo.dia and tramo.inicio <= last.fin:
            done[-1] = Tramo(last.dia, last.inicio, max(last.fin, tramo.fin))
        else:
            done.append(tramo)
    return done


def without(tramos: Iterable[Tramo], taken: Iterable[Tramo]) -> list[Tramo]:
    """What is left of the first stretches when the others are taken away."""
    busy = merged(taken)
    left: list[Tramo] = []
    for tramo in merged(tramos):
        walls = [t for t in busy if t.overlaps(tramo)]
        ends = [tramo.inicio, *(edge for t in walls for edge in (t.inicio, t.fin)), tramo.fin]
        left += [
            Tramo(tramo.dia, start, end)
            for start, end in zip(ends[::2], ends[1::2], strict=True)
            if start < end
        ]
    return left


def free_time(
    disponibles: Iterable[Tramo], clases: Iterable[Tramo], ocupados: Iterable[Tramo] = ()
) -> list[Tramo]:
    """When somebody can attend: what was said to be free, less the classes, less what is taken."""
    return without(disponibles, [*clases, *ocupados])


def shared(a: Iterable[Tramo], b: Iterable[Tramo]) -> list[Tramo]:
    """The time that is in both."""
    others = merged(b)
    return [
        Tramo(one.dia, max(one.inicio, two.inicio), min(one.fin, two.fin))
        for one in merged(a)
        for two in others
        if one.overlaps(two)
    ]


def common_slots(
    a: Iterable[Tramo], b: Iterable[Tramo], minutes: int, step: int = 30
) -> list[Tramo]:
    """Every stretch of so many minutes that fits in both, in order.

    A slot begins where a shared stretch begins or at a multiple of `step` minutes.
    """
    slots: list[Tramo] = []
    for tramo in shared(a, b):
        first_even = -(-tramo.inicio // step) * step
        starts = sorted({tramo.inicio, *range(first_even, tramo.fin, step)})
        slots += [Tramo(tramo.dia, s, s + minutes) for s in starts if s + minutes <= tramo.fin]
    return slots


def nearest(wanted: Tramo, slots: Iterable[Tramo]) -> Tramo | None:
    """The slot closest in the week to the wanted one: the same day first, then the hour."""
    return min(
        slots,
        key=lambda t: (abs(t.dia - wanted.dia), abs(t.inicio - wanted.inicio), t),
        default=None,
    )


def show_hours(inicio: int, fin: int) -> str:
    """11:00 a 12:00."""
    return f"{_TIME.show(inicio)} a {_TIME.show(fin)}"


def show_tramo(tramo: Tramo) -> str:
    """Martes 11:00 a 12:00, in small letters."""
    day = DIAS_DE_CLASE.get(tramo.dia, "").lower()
    return f"{day} {show_hours(tramo.inicio, tramo.fin)}".strip()
