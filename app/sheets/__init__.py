"""Reading lists that others made, whatever their shape, without trusting them; writing tables."""

from typing import TYPE_CHECKING

from app.sheets.book import Book, Cell, Row, Sheet
from app.sheets.limits import MAX_BYTES, refuse

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["Book", "Cell", "Row", "Sheet", "read_sheets", "read_text"]


def read_sheets(path: "Path", *, encoding: str = "", separator: str = "") -> Book:
    """The sheets of a list; the file is only read. Raises SheetRejected with one sentence.

    What the file is comes from its contents, not its name. `encoding` and `separator` are what
    the user chose for plain text; empty means to find out.
    """
    from app.sheets.kinds import kind_of

    try:
        kind = _weight(path) or kind_of(path)
    except OSError:
        kind = "!cerrado"
    if kind.startswith("!"):
        refuse(path.name, kind[1:])
    if kind == "csv":
        return _read_plain(path.read_bytes(), path.name, encoding, separator)
    from app.sheets.reader import read_in_child

    sheets = [sheet for sheet in read_in_child(path, kind) if sheet.rows]
    if not sheets:
        refuse(path.name, "vacio")
    return Book(sheets, kind, name=path.name)


def read_text(text: str, *, name: str = "lo pegado") -> Book:
    """The rows of a text pasted from a spreadsheet (tabs) or from plain text."""
    if len(text) > MAX_BYTES:
        refuse(name, "pesado")
    return _book_of_text(text, name, "", "\t" if "\t" in text else "")


def _weight(path: "Path") -> str:
    """The reason to refuse a file before reading it, with its mark, or nothing."""
    if not path.is_file():
        return "!falta"
    return "!pesado" if path.stat().st_size > MAX_BYTES else ""


def _read_plain(data: bytes, name: str, encoding: str, separator: str) -> Book:
    from app.sheets.encoding import decoded

    text, encoding = decoded(data, encoding)
    return _book_of_text(text, name, encoding, separator)


def _book_of_text(text: str, name: str, encoding: str, separator: str) -> Book:
    from app.sheets.delimited import rows_of_text

    rows, separator = rows_of_text(text, name, separator)
    if not rows:
        refuse(name, "vacio")
    return Book([Sheet("", rows)], "csv", encoding, separator, name)
