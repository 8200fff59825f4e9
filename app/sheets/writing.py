"""Tables written as .xlsx or .csv in which nothing a person typed can live as formula or link."""

import csv
import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import date, time
from pathlib import Path
from typing import Any, NamedTuple

from app.errors import AppError
from app.sheets.limits import MAX_LETTERS

Value = str | int | float | bool | date | time | None
_LIVE = ("=", "+", "-", "@", "\t", "\r", "\0")
_WIDEST, _LOOKED_AT = 60, 200
_Rows = Iterable[Sequence[Value]]
_Tables = Sequence[tuple[str, Sequence[str], _Rows]]


class _Formats(NamedTuple):
    bold: Any
    day: Any
    hour: Any


def write_table(path: Path, heads: Sequence[str], rows: _Rows, *, title: str = "Hoja1") -> None:
    """Writes one table, to .csv or else to .xlsx by the ending of the name.

    Texts stay texts whatever they begin with, numbers stay numbers. The file that was there is
    replaced only when the new one is whole; AppError when the disk does not allow it.
    """
    write_workbook(path, [(title, heads, rows)])


def write_workbook(path: Path, tables: _Tables) -> None:
    """Writes tables as (title, heads, rows), each on its sheet; a .csv takes only the first."""
    waiting = path.with_name(f".{path.name}.nuevo")
    try:
        if path.suffix.lower() == ".csv":
            _write_csv(waiting, *tables[0][1:])
        else:
            _write_xlsx(waiting, tables)
        os.replace(waiting, path)  # noqa: PTH105 the atomic one on both systems
    except OSError as error:
        with suppress(OSError):
            waiting.unlink(missing_ok=True)
        raise AppError(
            f"No se pudo guardar «{path.name}»: revise que haya espacio, que la carpeta permita "
            "escribir y que el archivo no esté abierto en otro programa."
        ) from error


def _write_xlsx(path: Path, tables: _Tables) -> None:
    import xlsxwriter
    from xlsxwriter.exceptions import XlsxWriterException

    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "default_date_format": "dd/mm/yyyy",
    }
    book = xlsxwriter.Workbook(str(path), options)
    formats = _Formats(
        book.add_format({"bold": True, "bottom": 1}),
        book.add_format({"num_format": "dd/mm/yyyy"}),
        book.add_format({"num_format": "hh:mm"}),
    )
    for i, (title, heads, rows) in enumerate(tables, 1):
        sheet = book.add_worksheet(_sheet_title(title, i))
        _fill(sheet, formats, heads, rows)
    try:
        book.close()
    except XlsxWriterException as error:
        raise OSError(str(error)) from error


def _fill(sheet: Any, formats: _Formats, heads: Sequence[str], rows: _Rows) -> None:
    widths = [len(head) for head in heads]
    for column, head in enumerate(heads):
        sheet.write_string(0, column, head, formats.bold)
    for number, row in enumerate(rows, 1):
        for column, value in enumerate(row):
            _put(sheet, formats, (number, column), value)
            if number < _LOOKED_AT and column < len(widths):
                widths[column] = max(widths[column], min(len(str(value or "")), _WIDEST))
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width + 2)
    sheet.freeze_panes(1, 0)


def _put(sheet: Any, formats: _Formats, place: tuple[int, int], value: Value) -> None:
    if isinstance(value, str):
        sheet.write_string(*place, value[:MAX_LETTERS])
    elif isinstance(value, bool):
        sheet.write_boolean(*place, value)
    elif isinstance(value, int | float):
        sheet.write_number(*place, value)
    elif value is not None:
        hour = isinstance(value, time)
        sheet.write_datetime(*place, value, formats.hour if hour else formats.day)


def _sheet_title(title: str, number: int) -> str:
    """A title that Excel takes: 31 letters, none of []:*?/\\ and no apostrophe at the ends."""
    allowed = "".join(" " if c in "[]:*?/\\" or c < " " else c for c in title)
    return allowed.strip(" '")[:31] or f"Hoja{number}"


def _write_csv(path: Path, heads: Sequence[str], rows: _Rows) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([quiet(head) for head in heads])
        writer.writerows([quiet(value) for value in row] for row in rows)
        file.flush()
        os.fsync(file.fileno())


def quiet(value: Value) -> Value:
    """The value for a .csv: a text that a spreadsheet would run gets an apostrophe before it."""
    if isinstance(value, str):
        return f"'{value}" if value.startswith(_LIVE) else value.replace("\0", "")
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    return f"{value:%H:%M}" if isinstance(value, time) else value
