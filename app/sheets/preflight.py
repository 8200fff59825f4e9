"""Looks through a zipped spreadsheet before anything opens it: size, shape and harmless XML.

A legal file of 1.5 kB can make a reader ask for hundreds of gigabytes, and one damaged tag can
make it run for ever. Here every part is parsed to its end and nothing of it is kept.
"""

import re
import zipfile
import zlib
from collections.abc import Generator
from contextlib import ExitStack, contextmanager
from functools import cache
from pathlib import Path
from typing import Self
from xml.parsers import expat

from app.errors import SheetRejected
from app.sheets.limits import MAX_CELLS, MAX_COLUMNS, MAX_ROWS, refuse

MAX_MEMBERS = 2_000
MAX_UNPACKED, MAX_PART = 64 << 20, 48 << 20
_REFERENCE = re.compile(r"([A-Za-z]{1,4})(\d{1,20})$")
_FAR_CELL = re.compile(rb'<c r="(?!(?:[A-Z]|[A-J][A-Z]|K[A-N])(?:[0-9]{1,4}|1[0-9]{4}|20000)")')
_DAMAGES = (
    zipfile.BadZipFile, zlib.error, expat.ExpatError, EOFError, OSError, ValueError,
    NotImplementedError, RuntimeError, UnicodeError, LookupError,
)  # fmt: skip
_ENCRYPTED = 0x1
_MANIFEST = "META-INF/manifest.xml"
"""Old office suites name a DTD in it; nobody resolves it and nothing else of it is read."""


def look_through(path: Path, kind: str) -> None:
    """Raises SheetRejected when an .xlsx or .ods is damaged, locked, too big or hostile."""
    with Preflight(path, kind) as look:
        look.at_members()
        look.at_parts()


class Preflight:
    """An .xlsx or .ods being looked through: first its table of contents, then every part."""

    def __init__(self, path: Path, kind: str) -> None:
        self._name = path.name
        self._kind = kind
        self._open = ExitStack()
        with self._refusing():
            self._archive = self._open.enter_context(zipfile.ZipFile(path))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._open.close()

    def at_members(self) -> None:
        """Names, sizes and locks; from here on nothing can unpack to more than the limit."""
        with self._refusing():
            _look_at_members(self._name, self._archive)

    def at_parts(self) -> None:
        """Every part to its end: sound XML without a DTD, cells within the limits."""
        with self._refusing():
            for member in self._archive.infolist():
                if member.filename.endswith((".xml", ".rels")):
                    _look_at_part(self._name, self._archive, member, self._kind)

    @contextmanager
    def _refusing(self) -> Generator[None, None, None]:
        try:
            yield
        except SheetRejected:
            raise
        except _DAMAGES:
            refuse(self._name, "dañado")


def _look_at_members(name: str, archive: zipfile.ZipFile) -> None:
    members = archive.infolist()
    if any(member.flag_bits & _ENCRYPTED for member in members):
        refuse(name, "contraseña")
    unpacked = sum(member.file_size for member in members)
    if len(members) > MAX_MEMBERS or unpacked > MAX_UNPACKED:
        refuse(name, "grande")
    if len({member.filename for member in members}) < len(members):
        refuse(name, "dañado")
    if _MANIFEST in archive.namelist() and archive.getinfo(_MANIFEST).file_size < MAX_PART:
        with archive.open(_MANIFEST) as file:
            if b"encryption-data" in file.read():
                refuse(name, "contraseña")


def _look_at_part(name: str, archive: zipfile.ZipFile, member: zipfile.ZipInfo, kind: str) -> None:
    if member.file_size > MAX_PART:
        refuse(name, "grande")
    data = archive.read(member)  # never more than the size it declares, which was added up before
    parser = expat.ParserCreate()
    if member.filename != _MANIFEST:
        parser.StartDoctypeDeclHandler = lambda *_: refuse(name, "peligroso")
    if kind == "ods" and member.filename == "content.xml":
        parser.StartElementHandler = _OdsShape(name).start
    elif kind == "xlsx" and not _is_small(data):
        parser.StartElementHandler = _XlsxShape(name).start
    parser.Parse(data, True)


def _is_small(data: bytes) -> bool:
    """Whether a part, as every spreadsheet program writes it, plainly keeps within the limits.

    A quick look at the bytes that only says yes when sure; otherwise each tag is followed.
    """
    if b"\0" in data[:64]:
        return False
    start, end = data.find(b"<sheetData"), data.rfind(b"</sheetData>")
    if start < 0 or end < 0 or data.count(b"sheetData") != 2:
        return b"sheetData" not in data
    cells = data[start:end]
    count = cells.count(b'<c r="')
    if count > MAX_CELLS or count != cells.count(b"<c") or b":c" in cells or b"<!" in cells:
        return False
    return _FAR_CELL.search(cells) is None


class _XlsxShape:
    """Counts the cells of a sheet that hold something and watches where they are."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.cells = self.row = self.column = 0
        self.reference: str | None = None

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        local = tag.rpartition(":")[2] if ":" in tag else tag
        if local == "c":
            self.column += 1
            self.reference = attributes.get("r", "")
        elif self.reference is not None and local in ("v", "is", "f"):
            self._count(self.reference)
            self.reference = None
        elif local == "row":
            number = attributes.get("r", "")
            self.row = int(number) if number.isdecimal() else self.row + 1
            self.column = 0

    def _count(self, reference: str) -> None:
        self.cells += 1
        row, column = self.row, self.column
        if found := _REFERENCE.match(reference):
            row, column = int(found[2]), _column_number(found[1])
        elif reference:
            refuse(self.name, "dañado")
        if row > MAX_ROWS or column > MAX_COLUMNS or self.cells > MAX_CELLS:
            refuse(self.name, "grande")


@cache
def _column_number(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number


class _OdsShape:
    """Follows rows and cells with their repetitions; only cells that hold something count."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.row = self.column = self.cells = 0
        self.times = self.cell_times = 0
        self.cell_open = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag in ("table:table-cell", "table:covered-table-cell"):
            self.column += self.cell_times
            self.cell_times = _times(attributes, "table:number-columns-repeated")
            self.cell_open = True
            if "office:value-type" in attributes:
                self._count()
        elif tag == "table:table-row":
            self.row += self.times
            self.column, self.cell_times = 0, 0
            self.times = _times(attributes, "table:number-rows-repeated")
            self.cell_open = False
        elif tag == "text:p" and self.cell_open:
            self._count()
        elif tag == "table:table":
            self.row, self.times = 0, 0

    def _count(self) -> None:
        self.cell_open = False
        self.cells += self.cell_times * self.times
        last_row, last_column = self.row + self.times, self.column + self.cell_times
        if last_row > MAX_ROWS or last_column > MAX_COLUMNS or self.cells > MAX_CELLS:
            refuse(self.name, "grande")


def _times(attributes: dict[str, str], key: str) -> int:
    text = attributes.get(key, "1")
    return min(int(text), 1 << 40) if text.isdecimal() and len(text) < 12 else 1
