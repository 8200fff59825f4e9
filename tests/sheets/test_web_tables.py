"""The tables that portals save with the name of a spreadsheet."""

from pathlib import Path

import pytest

from app.errors import SheetRejected
from app.sheets import read_sheets
from app.sheets.tables import TooBig, tables_of

PORTAL = """<html><head><title>SISEEMS</title><meta charset="iso-8859-1"></head><body>
<table><tr><td colspan="3">PLANTEL</td></tr>
 <tr><td rowspan=2>Control</td><th colspan=2>MATEM&Aacute;TICAS</th></tr>
 <tr><td>P1<td>P2
 <tr><td>1</td><td>8&nbsp;</td><td><b>9</b><br>pts</td></tr>
</table><script>var x = "<table><tr><td>no</td></tr></table>";</script></body></html>"""


def test_entities_spans_and_open_tags() -> None:
    (sheet,) = tables_of(PORTAL)
    assert sheet.rows == [
        ["PLANTEL", "", ""],
        ["Control", "MATEMÁTICAS", ""],
        ["", "P1", "P2"],
        ["1", "8", "9 pts"],
    ]


def test_a_table_inside_another_stands_alone() -> None:
    page = "<table><tr><td>menú<table><tr><td>a</td><td>b</td></tr></table></td></tr></table>"
    assert [sheet.rows for sheet in tables_of(page)] == [[["menú"]], [["a", "b"]]]


def test_excel_xml_of_2003() -> None:
    page = """<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
    <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"
      xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="PRIMERO"><Table>
      <Row><Cell><Data ss:Type="String">Control</Data></Cell>
           <Cell ss:Index="3"><Data ss:Type="String">Grupo</Data></Cell></Row>
      </Table></Worksheet></Workbook>"""
    (sheet,) = tables_of(page)
    assert (sheet.name, sheet.rows) == ("PRIMERO", [["Control", "", "Grupo"]])


@pytest.mark.parametrize(
    "page",
    [
        "<table>" * 50,
        "<table><tr>" + "<td>x" * 400,
        "<table>" + "<tr><td>x" * 20_002,
        "<table><tr><td colspan=99999>x",
        "<table><tr><cell ss:index='99999'>x",
    ],
)
def test_pages_past_the_limits(page: str) -> None:
    with pytest.raises(TooBig):
        tables_of(page)


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16"])
def test_a_page_goes_through_the_child(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "lista.xls"
    path.write_bytes(PORTAL.replace("&Aacute;", "Á").encode(encoding))
    book = read_sheets(path)
    assert book.kind == "html"
    assert book.sheets[0].rows[1][1] == "MATEMÁTICAS"


def test_a_page_too_big_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "lista.xls"
    path.write_text("<table>" + "<tr><td>x" * 20_002, "utf-8")
    with pytest.raises(SheetRejected, match="20,000 filas"):
        read_sheets(path)
