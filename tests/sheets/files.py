"""Small spreadsheets made by hand for the tests, sound and broken alike."""

import io
import struct
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

import xlsxwriter

Cells = Sequence[Sequence[object]]
HEAD = ["No. de control", "Nombre del alumno", "Grupo"]
LIST: list[list[object]] = [
    HEAD,
    ["26301060100001", "NÚÑEZ DE LA CRUZ JOSÉ ÁNGEL", "3A"],
    ["26301060100002", "PEÑA ÍÑIGO LUCÍA", "3B"],
]
_XML = '<?xml version="1.0" encoding="UTF-8"?>'
_SHEET_NS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_REL_NS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def xlsx(path: Path, sheets: Mapping[str, Cells] | Cells = LIST, *, hidden: str = "") -> Path:
    """A workbook as Excel writes it."""
    named = sheets if isinstance(sheets, Mapping) else {"Hoja1": sheets}
    book = xlsxwriter.Workbook(str(path), {"default_date_format": "dd/mm/yyyy"})
    for name, rows in named.items():
        sheet = book.add_worksheet(name)
        for r, row in enumerate(rows):
            for c, value in enumerate(row):
                if isinstance(value, str):
                    sheet.write_string(r, c, value)
                elif value is not None:
                    sheet.write(r, c, value)
        if name == hidden:
            sheet.hide()
    book.close()
    return path


def zipped(path: Path, parts: Mapping[str, str | bytes]) -> Path:
    """A zip with those parts."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def xlsx_parts(sheet: str, strings: str = "", before: str = "") -> dict[str, str]:
    """The parts of a workbook of one sheet, from the XML inside its <sheetData>."""
    types = "http://schemas.openxmlformats.org/package/2006"
    office = _REL_NS
    return {
        "[Content_Types].xml": f'{_XML}<Types xmlns="{types}/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/></Types>',
        "_rels/.rels": f'{_XML}<Relationships xmlns="{types}/relationships">'
        f'<Relationship Id="r1" Type="{office}/officeDocument" Target="xl/workbook.xml"/>'
        "</Relationships>",
        "xl/workbook.xml": f'{_XML}<workbook xmlns="{_SHEET_NS}" xmlns:r="{office}">'
        '<sheets><sheet name="Hoja1" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'{_XML}<Relationships xmlns="{types}/relationships">'
        f'<Relationship Id="r1" Type="{office}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="r2" Type="{office}/sharedStrings" Target="sharedStrings.xml"/>'
        "</Relationships>",
        "xl/worksheets/sheet1.xml": f'{_XML}{before}<worksheet xmlns="{_SHEET_NS}">'
        f"<sheetData>{sheet}</sheetData></worksheet>",
        "xl/sharedStrings.xml": f'{_XML}<sst xmlns="{_SHEET_NS}">{strings}</sst>',
    }


def ods(path: Path, rows: Cells = LIST, *, inside: str = "", before: str = "") -> Path:
    """An OpenDocument spreadsheet; `inside` is put in its table as it is."""
    body = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string"><text:p>{escape(str(v))}</text:p>'
            "</table:table-cell>"
            if v != ""
            else "<table:table-cell/>"
            for v in row
        )
        + "</table:table-row>"
        for row in rows
    )
    name = "urn:oasis:names:tc:opendocument:xmlns"
    content = (
        f'{_XML}{before}<office:document-content xmlns:office="{name}:office:1.0" '
        f'xmlns:table="{name}:table:1.0" xmlns:text="{name}:text:1.0"><office:body>'
        f'<office:spreadsheet><table:table table:name="Hoja1">{body}{inside}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    manifest = f'{_XML}<m:manifest xmlns:m="{name}:manifest:1.0"/>'
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    parts = {"mimetype": kind, "content.xml": content, "META-INF/manifest.xml": manifest}
    return zipped(path, parts)


def xls(path: Path, rows: Cells = LIST) -> Path:
    """An Excel 97 workbook: a compound file whose one stream holds the records of a sheet."""
    globals_size = len(_globals(0))
    stream = _globals(globals_size) + _sheet_records(rows)
    return ole(path, "Workbook", stream)


def _record(kind: int, data: bytes) -> bytes:
    return struct.pack("<HH", kind, len(data)) + data


def _globals(offset: int) -> bytes:
    begin = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0005, 0x0DBB, 0x07CC, 0, 6))
    pages = _record(0x0042, struct.pack("<H", 1200))
    sheet = _record(0x0085, struct.pack("<IBBBB", offset, 0, 0, 5, 0) + b"Hoja1")
    return begin + pages + sheet + _record(0x000A, b"")


def _sheet_records(rows: Cells) -> bytes:
    out = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0x0DBB, 0x07CC, 0, 6))
    width = max((len(row) for row in rows), default=0)
    out += _record(0x0200, struct.pack("<IIHHH", 0, len(rows), 0, width, 0))
    for r, row in enumerate(rows):
        for c, value in enumerate(row):
            place = struct.pack("<HHH", r, c, 0)
            if isinstance(value, int | float):
                out += _record(0x0203, place + struct.pack("<d", value))
            elif value != "":
                text = str(value)
                letters = text.encode("utf-16-le")
                out += _record(0x0204, place + struct.pack("<HB", len(text), 1) + letters)
    return out + _record(0x000A, b"")


def ole(path: Path, stream_name: str, stream: bytes) -> Path:
    """A compound file with one stream of 4 kB or more."""
    stream = stream.ljust(max(len(stream), 4096), b"\0")
    sectors = -(-len(stream) // 512)
    chain = [i + 1 for i in range(2, 2 + sectors - 1)] + [0xFFFFFFFE]
    table = [0xFFFFFFFD, 0xFFFFFFFE, *chain]
    assert len(table) <= 128, "one table sector is enough for a test"
    table += [0xFFFFFFFF] * (128 - len(table))
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16
    head += struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + b"\0" * 6
    head += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    head += struct.pack("<I", 0) + b"\xff" * (4 * 108)
    entries = _entry("Root Entry", 5, 1, 0xFFFFFFFE, 0) + _entry(
        stream_name, 2, 0xFFFFFFFF, 2, len(stream)
    )
    entries += (b"\0" * 68 + b"\xff" * 12 + b"\0" * 48) * 2
    body = struct.pack("<128I", *table) + entries + stream.ljust(sectors * 512, b"\0")
    path.write_bytes(head + body)
    return path


def _entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    letters = name.encode("utf-16-le") + b"\0\0"
    entry = letters.ljust(64, b"\0") + struct.pack("<HBB", len(letters), kind, 1)
    entry += struct.pack("<III", 0xFFFFFFFF, 0xFFFFFFFF, child) + b"\0" * 36
    return entry + struct.pack("<IQ", start, size)


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    """The bytes of a zip with those parts."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return data.getvalue()
