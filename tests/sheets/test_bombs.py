"""Files made to hurt the reader: all refused before it opens them, quickly and in words (I2)."""

import struct
import time
import zipfile
from pathlib import Path

import pytest

from app.errors import SheetRejected
from app.sheets import read_sheets
from app.sheets.preflight import look_through
from tests.sheets import files

ONE = '<row r="1"><c r="A1"><v>1</v></c></row>'
LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a "jajajajajaja"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>'
)
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


def cell(reference: str, value: str = "<v>1</v>") -> str:
    return f'<c r="{reference}">{value}</c>'


def book(path: Path, sheet: str, **options: str) -> Path:
    return files.zipped(path / "bomba.xlsx", files.xlsx_parts(sheet, **options))


def many_rows(columns: int, rows: int, mark: str = "") -> str:
    row = "".join(f"<{mark}c><{mark}v>1</{mark}v></{mark}c>" for _ in range(columns))
    return f"<{mark}row>{row}</{mark}row>" * rows


SHEETS = {
    "sparse corner": (ONE + f'<row r="1048576">{cell("XFD1048576")}</row>', "20,000 filas"),
    "stray value below": (ONE + f'<row r="1048576">{cell("CV1048576")}</row>', "20,000 filas"),
    "small letters": (ONE + f'<row r="9">{cell("xfd9")}</row>', "300 columnas"),
    "leading zeros": (ONE + f'<row r="9">{cell("A0001048576")}</row>', "20,000 filas"),
    "rows without references": ('<row r="1048576"><c><v>1</v></c></row>', "20,000 filas"),
    "too wide without references": (many_rows(301, 1), "300 columnas"),
    "too many cells": (many_rows(290, 2_100), "600,000 celdas"),
    "not a reference": (cell("<".replace("<", "1A")), "dañado"),
}


@pytest.mark.parametrize("name", SHEETS)
def test_shape(tmp_path: Path, name: str) -> None:
    sheet, words = SHEETS[name]
    with pytest.raises(SheetRejected, match=words):
        look_through(book(tmp_path, sheet), "xlsx")


def test_a_prefix_does_not_hide_the_cells(tmp_path: Path) -> None:
    parts = files.xlsx_parts("")
    far = f'<x:row r="1">{cell("A1")}</x:row><x:row r="1048576">{cell("XFD1048576")}</x:row>'
    parts["xl/worksheets/sheet1.xml"] = (
        f'<x:worksheet xmlns:x="y"><x:sheetData>{far}</x:sheetData></x:worksheet>'.replace(
            "<c", "<x:c"
        ).replace("</c", "</x:c")
    ).replace("<v>1</v>", "<x:v>1</x:v>")
    with pytest.raises(SheetRejected, match="20,000 filas"):
        look_through(files.zipped(tmp_path / "b.xlsx", parts), "xlsx")


def test_far_cells_that_hold_nothing_do_not_count(tmp_path: Path) -> None:
    styled = '<row r="1048576"><c r="XFD1048576" s="1"/></row>'
    path = book(tmp_path, ONE + styled)
    look_through(path, "xlsx")
    assert read_sheets(path).sheets[0].rows == [[1]]


@pytest.mark.parametrize("before", [LAUGHS, OUTSIDE, '<!DOCTYPE x SYSTEM "http://x/y.dtd">'])
def test_entities_are_refused(tmp_path: Path, before: str) -> None:
    for path in (
        book(tmp_path, ONE, before=before),
        files.ods(tmp_path / "b.ods", before=before),
    ):
        with pytest.raises(SheetRejected, match="por seguridad no se abrió"):
            read_sheets(path)


def test_zip_bombs(tmp_path: Path) -> None:
    parts: dict[str, str | bytes] = dict(files.xlsx_parts(ONE))
    with pytest.raises(SheetRejected, match="600,000"):
        look_through(
            files.zipped(tmp_path / "a.xlsx", parts | {"xl/media/a.bin": bytes(65 << 20)}), "xlsx"
        )
    text = "<si><t>" + "x" * (49 << 20) + "</t></si>"
    with pytest.raises(SheetRejected, match="600,000"):
        look_through(files.zipped(tmp_path / "b.xlsx", files.xlsx_parts(ONE, strings=text)), "xlsx")
    many = {f"xl/n{i}.bin": b"" for i in range(2_001)}
    with pytest.raises(SheetRejected, match="600,000"):
        look_through(files.zipped(tmp_path / "c.xlsx", parts | many), "xlsx")
    nested = {"xl/media/a.zip": files.packed({"b.bin": bytes(1 << 20)})}
    look_through(files.zipped(tmp_path / "d.xlsx", parts | nested), "xlsx")


def test_sizes_that_lie(tmp_path: Path) -> None:
    """The directory says 10 bytes; what comes out is more, and the check sum does not fit."""
    path = files.zipped(tmp_path / "b.xlsx", files.xlsx_parts(many_rows(50, 200)))
    data = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as archive:
        size = archive.getinfo("xl/worksheets/sheet1.xml").file_size
    lying = bytes(data).replace(struct.pack("<I", size), struct.pack("<I", 10))
    path.write_bytes(lying)
    with pytest.raises(SheetRejected, match="dañado"):
        look_through(path, "xlsx")


def test_encrypted_zip_members(tmp_path: Path) -> None:
    path = files.zipped(tmp_path / "b.xlsx", files.xlsx_parts(ONE))
    data = bytearray(path.read_bytes())
    place = data.find(b"PK\x01\x02")
    while place >= 0:
        data[place + 8] |= 1
        place = data.find(b"PK\x01\x02", place + 1)
    path.write_bytes(bytes(data))
    with pytest.raises(SheetRejected, match="contraseña"):
        read_sheets(path)


def test_damaged_tag_of_an_ods(tmp_path: Path) -> None:
    """A closing tag with one wrong letter made the reader run for ever."""
    path = files.ods(tmp_path / "b.ods", inside="<table:table-row></table:tabla-row>")
    with pytest.raises(SheetRejected, match="dañado"):
        read_sheets(path)


@pytest.mark.parametrize(
    "inside",
    [
        '<table:table-row table:number-rows-repeated="1048576"><table:table-cell '
        'office:value-type="float" office:value="1"><text:p>1</text:p></table:table-cell>'
        "</table:table-row>",
        '<table:table-row><table:table-cell table:number-columns-repeated="16384">'
        "<text:p>x</text:p></table:table-cell></table:table-row>",
        '<table:table-row table:number-rows-repeated="30000"><table:table-cell/></table:table-row>'
        "<table:table-row><table:table-cell><text:p>x</text:p></table:table-cell></table:table-row>",
    ],
)
def test_repeated_rows_and_columns_of_an_ods(tmp_path: Path, inside: str) -> None:
    with pytest.raises(SheetRejected, match="600,000"):
        look_through(files.ods(tmp_path / "b.ods", inside=inside), "ods")


def test_the_empty_end_of_an_ods_is_no_bomb(tmp_path: Path) -> None:
    end = (
        '<table:table-row table:number-rows-repeated="1048573"><table:table-cell '
        'table:number-columns-repeated="16384"/></table:table-row>'
    )
    assert read_sheets(files.ods(tmp_path / "b.ods", inside=end)).sheets[0].rows == files.LIST


def test_far_value_of_an_old_book_costs_no_memory(tmp_path: Path) -> None:
    rows: list[list[object]] = [["x"]] + [[""] * 255 + ["y"]] + [[]] * 100
    read = read_sheets(files.xls(tmp_path / "a.xls", rows))
    assert read.sheets[0].rows[1][255] == "y"


def test_bombs_are_refused_quickly(tmp_path: Path) -> None:
    """The bound is loose on purpose: it only tells a bomb that went off from one that did not."""
    path = book(tmp_path, SHEETS["sparse corner"][0])
    start = time.monotonic()
    with pytest.raises(SheetRejected):
        read_sheets(path)
    assert time.monotonic() - start < 5


def test_a_formula_of_a_million_signs_is_just_its_value(tmp_path: Path) -> None:
    formula = "1" + "+1" * 500_000
    sheet = f'<row r="1"><c r="A1"><f>{formula}</f><v>500001</v></c></row>'
    assert read_sheets(book(tmp_path, sheet)).sheets[0].rows == [[500001]]


def test_a_million_rows(tmp_path: Path) -> None:
    rows = "".join(f'<row r="{i}"><c r="A{i}"><v>1</v></c></row>' for i in range(1, 200_001, 5))
    with pytest.raises(SheetRejected, match="20,000 filas"):
        read_sheets(book(tmp_path, rows))
