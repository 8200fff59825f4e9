"""Days as they are written by hand on a card: 21/10, mié 21, hoy, ayer; read with good sense.

A day of a card has already passed and, as a rule, lies in the periodo: that gives the month and
the year that nobody writes (DOMAIN M-84, M-86).
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from app.text import DIAS, MESES, plain

_NAMES = {"hoy": 0, "ayer": 1, "antier": 2, "anteayer": 2}
_WEEKDAYS = {plain(name): i for i, name in enumerate(DIAS)}
_MONTHS = {plain(name): i + 1 for i, name in enumerate(MESES)} | {"set": 9, "setiembre": 9}
_WHOLE = re.compile(r"(\d{1,2})[/.\- ](\d{1,2})(?:[/.\- ](\d{2}|\d{4}))?")
_ISO = re.compile(r"(\d{4})[/.\-](\d{1,2})[/.\-](\d{1,2})")
_IN_WORDS = re.compile(
    r"(\d{1,2})[/.\- ]*(?:de )?([a-z]{3,})\.?[/.\- ]*(?:de(?:l)? )?(\d{2}|\d{4})?"
)
_A_YEAR = 366


@dataclass(frozen=True, slots=True)
class FechaLeida:
    """A day that was read; or why not, with the day that was perhaps meant; or a mere doubt."""

    fecha: date | None
    problema: str = ""
    propuesta: date | None = None
    duda: str = ""


def read_day(typed: str, today: date, first: date, last: date) -> FechaLeida:
    """The past day that somebody wrote, in a periodo that goes from `first` to `last`.

    The empty text is an empty day. A day to come, or one that does not exist, is a problem.
    """
    words = " ".join(plain(typed).replace(",", " ").split())
    if not words:
        return FechaLeida(None)
    if words in _NAMES:
        return _told(today - timedelta(days=_NAMES[words]), first)
    weekday, rest = _split_weekday(words)
    if weekday is not None and not rest:
        return _told(today - timedelta(days=(today.weekday() - weekday) % 7), first)
    parts = _parts(rest if weekday is not None else words)
    if parts is None:
        return FechaLeida(None, f"«{typed.strip()}» no es una fecha; escriba día y mes, como 21/10")
    found = _resolve(*parts, today, first, last)
    return _check_weekday(found, weekday, today, first)


def _split_weekday(words: str) -> tuple[int | None, str]:
    head, _, rest = words.partition(" ")
    head = head.rstrip(".")
    if len(head) < 2 or head.isdecimal():
        return None, words
    fits = [i for name, i in _WEEKDAYS.items() if name.startswith(head)]
    return (fits[0], rest) if len(fits) == 1 else (None, words)


def _parts(words: str) -> tuple[int, int | None, int | None] | None:
    """Day, month and year as they were written; what is missing is None."""
    if words.isdecimal() and len(words) <= 2:
        return int(words), None, None
    if found := _ISO.fullmatch(words):
        return int(found[3]), int(found[2]), int(found[1])
    if found := _WHOLE.fullmatch(words):
        return int(found[1]), int(found[2]), _year(found[3])
    if found := _IN_WORDS.fullmatch(words):
        fits = {month for name, month in _MONTHS.items() if name.startswith(found[2])}
        return (int(found[1]), fits.pop(), _year(found[3])) if len(fits) == 1 else None
    return None


def _year(written: str | None) -> int | None:
    if not written:
        return None
    return int(written) + 2000 if len(written) == 2 else int(written)


def _resolve(
    day: int, month: int | None, year: int | None, today: date, first: date, last: date
) -> FechaLeida:
    if month is None:
        return _of_day_alone(day, today, first)
    if not 1 <= month <= 12:
        swapped = _date(today.year, day, month)
        fits = swapped if swapped and first <= swapped <= today else None
        return FechaLeida(None, f"no hay mes {month}", fits)
    years = [year] if year else [last.year, first.year, today.year, today.year - 1]
    exist = [made for one in years if (made := _date(one, month, day))]
    if not exist:
        ends = [date(one, month, monthrange(one, month)[1]) for one in years]
        fits = [one for one in ends if first <= one <= today] if 28 < day <= 31 else []
        return FechaLeida(None, f"{MESES[month - 1]} no tiene día {day}", max(fits, default=None))
    past = [one for one in exist if one <= today]
    inside = [one for one in past if first <= one]
    if inside or (past and (year or not any(first <= one <= last for one in exist))):
        return _told(max(inside or past), first)
    return _to_come(max(exist) if year else min(o for o in exist if o > today), today, first)


def _of_day_alone(day: int, today: date, first: date) -> FechaLeida:
    for back in range(_A_YEAR):
        one = today - timedelta(days=back)
        if one.day == day:
            return _told(one, first)
    return FechaLeida(None, f"ningún mes tiene día {day}")


def _to_come(day: date, today: date, first: date) -> FechaLeida:
    words = f"el {day.day} de {MESES[day.month - 1]} todavía no llega"
    if day.year != today.year:
        words = f"el {day.day} de {MESES[day.month - 1]} de {day.year} todavía no llega"
    before = next(
        (o for back in range(1, _A_YEAR) if (o := today - timedelta(days=back)).day == day.day),
        None,
    )
    return FechaLeida(None, words, before if before and before >= first else None)


def _check_weekday(found: FechaLeida, weekday: int | None, today: date, first: date) -> FechaLeida:
    """The day of the week that was written says which month, or that something is wrong."""
    if weekday is None or found.fecha is None or found.fecha.weekday() == weekday:
        return found
    wanted = found.fecha.day
    for back in range(_A_YEAR // 2):
        one = today - timedelta(days=back)
        if one.day == wanted and one.weekday() == weekday and one >= first:
            return FechaLeida(one)
    was = DIAS[found.fecha.weekday()]
    month = MESES[found.fecha.month - 1]
    return FechaLeida(None, f"el {wanted} de {month} fue {was}, no {DIAS[weekday]}", found.fecha)


def _told(day: date, first: date) -> FechaLeida:
    if day < first:
        words = f"el {day.day} de {MESES[day.month - 1]} de {day.year} es de antes de este periodo"
        return FechaLeida(day, duda=words)
    return FechaLeida(day)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
