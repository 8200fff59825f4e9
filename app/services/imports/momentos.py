"""Days and hours as lists write them: birthdays, days of class, hours of the day."""

import re
from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta

from app.domain.horario import DIAS_DE_CLASE
from app.domain.identifiers import doubt_about_birth
from app.fields import Date, Time
from app.services.imports.valores import typed
from app.sheets import Cell
from app.text import MESES, nfc, plain

_FIRST_DAY_OF_EXCEL = date(1899, 12, 30)
_MONTHS = {plain(month)[:3]: i for i, month in enumerate(MESES, 1)}
_WRITTEN_DATE = re.compile(r"(\d{1,2})[\s/.-]+(?:de )?([a-z]{3,10})\.?[\s/.-]+(?:del? )?(\d{2,4})")
_SHORT_DATE = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{2})")


def reader_of_birth(cells: Sequence[Cell]) -> Callable[[Cell], date]:
    """Reads birthdays as the column writes them: day first unless its numbers say otherwise.

    It takes cells, for what the spreadsheet kept as a day needs no reading.
    """
    firsts = [re.match(r"(\d{1,2})[/.-](\d{1,2})[/.-]", c) for c in cells if isinstance(c, str)]
    pairs = [(int(found[1]), int(found[2])) for found in firsts if found]
    american = any(b > 12 for _, b in pairs) and not any(a > 12 for a, _ in pairs)

    def read(cell: Cell) -> date:
        day = _kept_day(cell) or _day_of(typed(cell).strip(), american=american)
        if doubt := doubt_about_birth(day):
            raise ValueError(doubt)
        return day

    return read


def _kept_day(cell: Cell) -> date | None:
    return cell.date() if isinstance(cell, datetime) else cell if isinstance(cell, date) else None


def _day_of(text: str, *, american: bool) -> date:
    flat = plain(nfc(text))
    if re.fullmatch(r"\d{5}", flat) and 25_000 < int(flat) < 55_000:
        return _FIRST_DAY_OF_EXCEL + timedelta(days=int(flat))
    if (found := _WRITTEN_DATE.fullmatch(flat)) and found[2][:3] in _MONTHS:
        return Date().parse(f"{found[1]}/{_MONTHS[found[2][:3]]}/{_century(found[3])}")
    if found := _SHORT_DATE.fullmatch(flat):
        flat = f"{found[1]}/{found[2]}/{_century(found[3])}"
    flat = re.sub(r"\s+0?0:00(?::00)?$", "", flat)
    if american:
        flat = re.sub(r"^(\d{1,2})[/.-](\d{1,2})", r"\2/\1", flat)
    return Date().parse(flat)


def _century(year: str) -> str:
    return year if len(year) == 4 else f"{20 if int(year) < 50 else 19}{int(year):02d}"


def read_hour(text: str) -> int:
    """Minutes since midnight of 13:30, 1:30 pm, 13 h, or the fraction of a day of Excel."""
    flat = plain(nfc(text)).replace(".", "").replace(" ", "") if "m" in text.lower() else text
    if found := re.fullmatch(r"(\d{1,2})(?::?(\d{2}))?(?::\d{2})?([ap])m", flat):
        hour = int(found[1]) % 12 + (12 if found[3] == "p" else 0)
        return Time().parse(f"{hour}:{found[2] or '00'}")
    if re.fullmatch(r"0?\.\d{3,}", text):
        return round(float(text) * 24 * 60)
    if re.fullmatch(r"24(?::00)?(?::00)?", text):
        return 24 * 60
    return Time().parse(text)


def read_day(text: str) -> int:
    """The day of class of a name, of its first letters, or of its number."""
    word = plain(nfc(text)).strip(" .")
    if word in ("x", "mi", "mie", "mier"):
        return 3
    for number, name in DIAS_DE_CLASE.items():
        if word == str(number) or (len(word) > 1 and plain(name).startswith(word)):
            return number
    raise ValueError(f"«{nfc(text)}» no es un día de lunes a viernes")
