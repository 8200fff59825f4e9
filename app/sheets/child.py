"""The reader of spreadsheets: the same program started again, with little memory and little time.

The library that reads them can abort its process or never end on a file made with bad luck or bad
will. The child waits for one letter on its input (what kind to read), answers with one JSON
document on its output and ends; whatever else happens, the parent kills it and says so.
"""

import gc
import io
import os
import sys
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from app.sheets.book import trimmed
from app.sheets.limits import MAX_LETTERS, MAX_ROWS

if TYPE_CHECKING:
    from collections.abc import Iterable

ARGUMENT = "--leer-hoja"
SECONDS = 10
MEMORY = 400 << 20
"""What reading may take, besides what the process has when it starts."""
_MOST_EXACT = 10**15
_MOST_PLACES = 2_000_000
"""Cells of a sheet with the empty ones between; more are read row by row and shortened."""


def child_command() -> list[str]:
    """The command that starts the reader, without the path, from source and frozen alike."""
    if getattr(sys, "frozen", False):
        return [sys.executable, ARGUMENT]
    return [sys.executable, "-s", "-m", "app", ARGUMENT]


def main(argv: list[str]) -> int:
    """Reads the file of the last argument, writes its sheets as JSON and ends the process."""
    gc.disable()
    _limit_time()
    _limit_memory()
    import json

    import python_calamine  # loaded while the parent still looks through the file

    kind = os.read(0, 1)
    if not kind:
        return 1
    try:
        sheets = _html(argv[-1]) if kind == b"h" else _calamine(python_calamine, argv[-1])
        answer: dict[str, Any] = {"sheets": sheets}
    except _Refused as refused:
        answer = {"refused": str(refused)}
    except python_calamine.PasswordError:
        answer = {"refused": "contraseña"}
    except MemoryError:
        answer = {"refused": "grande"}
    except BaseException:  # noqa: BLE001 the reader's panics are not Exceptions
        answer = {"refused": "dañado"}
    _write(json.dumps(answer, default=_encoded, separators=(",", ":")).encode("ascii"))
    os._exit(0 if "sheets" in answer else 1)  # nothing to tidy up, and the parent is waiting


class _Refused(Exception):
    """The key of the reason for which a file is not accepted."""


def _calamine(library: Any, path: str) -> list[dict[str, Any]]:
    with open(path, "rb") as file:  # noqa: PTH123 pathlib costs more than the whole start
        data = io.BytesIO(file.read())  # so that the contents decide the kind, not the name
    with library.CalamineWorkbook.from_filelike(data) as book:
        grids = [
            meta for meta in book.sheets_metadata if meta.typ == library.SheetTypeEnum.WorkSheet
        ]
        seen = [meta for meta in grids if meta.visible == library.SheetVisibleEnum.Visible]
        found: list[dict[str, Any]] = []
        for meta in seen or grids:
            sheet = book.get_sheet_by_name(meta.name)
            found.append({"name": meta.name, "rows": _rows(sheet)})
    return found


def _rows(sheet: Any) -> list[list[Any]]:
    if sheet.end is None:
        return []
    height, width = sheet.end[0] + 1, sheet.end[1] + 1
    if height * width > _MOST_PLACES:
        read: Iterable[list[Any]] = _shortened(sheet.iter_rows())
    else:
        read = sheet.to_python(skip_empty_area=False)
    rows = trimmed([_plain_row(row) for row in read])
    if len(rows) > MAX_ROWS or sum(map(len, rows)) > _MOST_PLACES:
        raise _Refused("grande")
    return rows


def _shortened(rows: "Iterable[list[Any]]") -> "Iterable[list[Any]]":
    for row in rows:
        while row and row[-1] == "":
            row.pop()
        yield row


def _plain_row(row: list[Any]) -> list[Any]:
    return [cell if cell.__class__ is str and len(cell) < 999 else _plain(cell) for cell in row]


def _plain(cell: Any) -> Any:
    """A number without decimals is whole, a moment at midnight is a day, a duration is an hour."""
    kind = cell.__class__
    if kind is float:
        exact = cell.is_integer() and abs(cell) < _MOST_EXACT
        return int(cell) if exact else (cell if cell - cell == 0 else "")
    if kind is str and len(cell) > MAX_LETTERS:
        raise _Refused("celda")
    if kind is datetime and cell.time() == time.min:
        return cell.date()
    if kind is timedelta:
        within_a_day = timedelta() <= cell < timedelta(1)
        return (datetime(2000, 1, 1) + cell).time() if within_a_day else str(cell)  # noqa: DTZ001
    return cell


def _html(path: str) -> list[dict[str, Any]]:
    from pathlib import Path

    from app.sheets.encoding import decoded
    from app.sheets.tables import TooBig, tables_of

    text, _ = decoded(Path(path).read_bytes())
    try:
        sheets = tables_of(text)
    except TooBig:
        raise _Refused("grande") from None
    if not sheets:
        raise _Refused("sin_tabla")
    return [{"name": s.name, "rows": [_plain_row(row) for row in s.rows]} for s in sheets]


def _encoded(value: Any) -> dict[str, str]:
    return {"t" if isinstance(value, time) else "d": value.isoformat()}


def decoded_value(value: dict[str, Any]) -> Any:
    """The inverse of how days and hours are written in the JSON; other objects stay."""
    if "d" in value and len(value) == 1:
        text = value["d"]
        return date.fromisoformat(text) if len(text) == 10 else datetime.fromisoformat(text)
    if "t" in value and len(value) == 1:
        return time.fromisoformat(value["t"])
    return value


def _write(data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(1, view[: 1 << 20]) :]


# What the child may spend; the parent also keeps a clock.


def _limit_time() -> None:
    import faulthandler

    sink = os.open(os.devnull, os.O_WRONLY)
    faulthandler.dump_traceback_later(SECONDS + 20, exit=True, file=sink)


def _limit_memory() -> None:
    if sys.platform == "win32":
        from app.sheets.windows_job import limit_memory

        limit_memory(MEMORY)
    else:
        import resource

        most = MEMORY + _mapped()
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _mapped() -> int:
    """Bytes of address space in use: tables of locales alone may be hundreds of megabytes."""
    try:
        with open("/proc/self/statm", "rb") as file:  # noqa: PTH123 as above
            return int(file.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return 0
