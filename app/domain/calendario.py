"""The school year: its two periodos, its weeks, its business days and the official holidays."""

from collections.abc import Collection
from datetime import date, timedelta

_SIX_YEARS_FROM = 2024
_FIXED = (
    (1, 1, "Año Nuevo"),
    (5, 1, "Día del Trabajo"),
    (9, 16, "Día de la Independencia"),
    (12, 25, "Navidad"),
)
_MONDAYS = (
    (2, 1, "Día de la Constitución"),
    (3, 3, "Natalicio de Benito Juárez"),
    (11, 3, "Día de la Revolución"),
)


def official_holidays(first_year: int, last_year: int) -> dict[date, str]:
    """The days of obligatory rest of those years, both included, in order, with their names."""
    found: dict[date, str] = {}
    for year in range(first_year, last_year + 1):
        found |= {date(year, month, day): name for month, day, name in _FIXED}
        found |= {_monday(year, month, n): name for month, n, name in _MONDAYS}
        if year >= _SIX_YEARS_FROM and (year - _SIX_YEARS_FROM) % 6 == 0:
            found[date(year, 10, 1)] = "Transmisión del Poder Ejecutivo Federal"
    return dict(sorted(found.items()))


def _monday(year: int, month: int, n: int) -> date:
    first = date(year, month, 1)
    return first + timedelta(days=-first.weekday() % 7 + 7 * (n - 1))


def is_business_day(day: date, holidays: Collection[date]) -> bool:
    """Whether there are classes: Monday to Friday and not a holiday of the plantel."""
    return day.weekday() < 5 and day not in holidays


def business_days_after(day: date, n: int, holidays: Collection[date]) -> date:
    """The n-th business day after a day; the day itself does not count (DOMAIN U-21, E.10)."""
    if n < 0:
        raise ValueError("n cannot be negative")
    while n:
        day += timedelta(days=1)
        n -= is_business_day(day, holidays)
    return day


def business_days_between(first: date, last: date, holidays: Collection[date]) -> int:
    """How many business days there are after the first day up to the last one, this included."""
    days = range(1, (last - first).days + 1)
    return sum(is_business_day(first + timedelta(days=n), holidays) for n in days)


def week_of(first_day: date, day: date) -> int:
    """The week of a periodo in which a day lies, from 1; weeks begin on Monday, 0 is before."""
    return (_week_start(day) - _week_start(first_day)).days // 7 + 1


def _week_start(day: date) -> date:
    return day - timedelta(days=day.weekday())


def periodo_of(day: date) -> tuple[str, str]:
    """Ciclo and part of a day: August to January is A, February to July is B (DOMAIN D.2)."""
    first = day.year if day.month >= 8 else day.year - 1
    return f"{first}-{first + 1}", "B" if 2 <= day.month <= 7 else "A"


def periodo_order(ciclo: str, parte: str) -> int:
    """A number that grows by one from each periodo to the next."""
    return int(ciclo[:4]) * 2 + (parte == "B")


def periodo_at(order: int) -> tuple[str, str]:
    """Ciclo and part of a number of `periodo_order`."""
    first = order // 2
    return f"{first}-{first + 1}", "B" if order % 2 else "A"


def next_periodo(ciclo: str, parte: str) -> tuple[str, str]:
    """The periodo that follows."""
    return periodo_at(periodo_order(ciclo, parte) + 1)


def previous_periodo(ciclo: str, parte: str) -> tuple[str, str]:
    """The periodo before."""
    return periodo_at(periodo_order(ciclo, parte) - 1)


def limits_of(ciclo: str, parte: str) -> tuple[date, date]:
    """First and last day that a periodo may have when nobody wrote its dates."""
    first = int(ciclo[:4])
    if parte == "B":
        return date(first + 1, 2, 1), date(first + 1, 7, 31)
    return date(first, 8, 1), date(first + 1, 1, 31)


def doubt_about_ciclo(ciclo: str) -> str:
    """Why a ciclo escolar cannot be, or nothing: its two years must follow each other."""
    first, _, second = ciclo.partition("-")
    if first.isdecimal() and second.isdecimal() and int(second) == int(first) + 1:
        return ""
    return "los dos años del ciclo deben ser seguidos, como 2026-2027"


def semestres_of(parte: str) -> tuple[int, ...]:
    """The semestres taught in a part of the ciclo: odd in A, even in B."""
    return (2, 4, 6) if parte == "B" else (1, 3, 5)
