"""Spreadsheets read through the child process: what comes back, and what is refused and how."""

import ctypes
import hashlib
import json
import subprocess
import sys
from datetime import date, time
from pathlib import Path

import pytest

from app import paths
from app.errors import SheetRejected
from app.sheets import read_sheets, reader, windows_job
from app.sheets.child import ARGUMENT, child_command, decoded_value
from tests.sheets import files


def refused(path: Path) -> str:
    """The sentence with which a file is refused."""
    with pytest.raises(SheetRejected) as caught:
        read_sheets(path)
    sentence = str(caught.value)
    assert sentence.startswith(f"«{path.name}» ")
    assert sentence.count(".") - path.name.count(".") <= 3
    assert "Traceback" not in sentence
    return sentence


def test_types_of_cells_survive(tmp_path: Path) -> None:
    rows = [["a", 26301060100001, 8.5], [date(2009, 4, 12), time(13, 30), True], ["", "", "ñ"]]
    book = read_sheets(files.xlsx(tmp_path / "l.xlsx", rows))
    assert book.kind == "xlsx"
    assert book.sheets[0].rows == [
        ["a", 26301060100001, 8.5],
        [date(2009, 4, 12), time(13, 30), True],
        ["", "", "ñ"],
    ]
    assert isinstance(book.sheets[0].rows[0][1], int)


def test_every_kind_of_spreadsheet(tmp_path: Path) -> None:
    paths_ = [files.xlsx(tmp_path / "a.xlsx"), files.ods(tmp_path / "a.ods")]
    paths_.append(files.xls(tmp_path / "a.xls"))
    for path in paths_:
        book = read_sheets(path)
        assert (book.kind, book.name) == (path.suffix[1:], path.name)
        assert book.sheets[0].name == "Hoja1"
        assert book.sheets[0].rows == files.LIST


def test_rows_keep_the_number_of_the_spreadsheet(tmp_path: Path) -> None:
    rows = [["PLANTEL"], [], [], ["", "", "No. de control"], ["", "", "1"]]
    book = read_sheets(files.xlsx(tmp_path / "l.xlsx", rows))
    assert book.sheets[0].rows[3][2] == "No. de control"
    assert len(book.sheets[0].rows) == 5


def test_all_the_sheets_that_are_seen(tmp_path: Path) -> None:
    named = {"PRIMERO": files.LIST, "vacía": [], "oculta": files.LIST, "TERCERO": files.LIST}
    book = read_sheets(files.xlsx(tmp_path / "l.xlsx", named, hidden="oculta"))
    assert [sheet.name for sheet in book.sheets] == ["PRIMERO", "TERCERO"]


def test_the_kind_comes_from_the_contents(tmp_path: Path) -> None:
    disguised = files.xlsx(tmp_path / "l.xlsx").rename(tmp_path / "control escolar ñ.xls")
    assert read_sheets(disguised).kind == "xlsx"
    portal = tmp_path / "portal.xls"
    portal.write_text("<html><table><tr><td>No. de control</td></tr></table>", "utf-8")
    assert read_sheets(portal).sheets[0].rows == [["No. de control"]]
    plain = tmp_path / "texto.xls"
    plain.write_text("No. de control\tGrupo\n1\t3A\n", "utf-8")
    assert read_sheets(plain).kind == "csv"


def test_the_file_is_only_read(tmp_path: Path) -> None:
    for path in (files.xlsx(tmp_path / "a.xlsx"), files.xls(tmp_path / "a.xls")):
        before = hashlib.sha256(path.read_bytes()).digest()
        read_sheets(path)
        assert hashlib.sha256(path.read_bytes()).digest() == before
        assert [p.name for p in tmp_path.iterdir() if p.stem != "a"] == []


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "vacío"),
        (b"\n\n  \n", "vacío"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"\x89PNG\r\n\x1a\n", "imagen"),
        (b"PK\x03\x04 y nada", "dañado"),
        (b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0" * 9, "no es una lista"),
        (b"MIME-Version: 1.0\r\n", ".mht"),
        (b"<html><body>Su sesi\xc3\xb3n termin\xc3\xb3</body></html>", "sin ninguna tabla"),
        (b"{\\rtf1 hola}", "documento de texto"),
    ],
)
def test_what_is_not_a_list_is_refused_in_words(tmp_path: Path, content: bytes, words: str) -> None:
    path = tmp_path / "lista.xlsx"
    path.write_bytes(content)
    assert words in refused(path)


def test_missing_and_heavy_files(tmp_path: Path) -> None:
    assert "no está en esa carpeta" in refused(tmp_path / "nada.xlsx")
    assert "no está" in refused(tmp_path)
    heavy = tmp_path / "pesado.csv"
    with heavy.open("wb") as file:
        file.truncate(33 << 20)
    assert "demasiado grande" in refused(heavy)


def test_locked_files_are_named_as_such(tmp_path: Path) -> None:
    assert "contraseña" in refused(files.ole(tmp_path / "a.xlsx", "EncryptedPackage", b"x" * 5000))
    manifest = {"content.xml": "", "META-INF/manifest.xml": "<a><encryption-data/></a>"}
    assert "contraseña" in refused(files.zipped(tmp_path / "a.ods", manifest))
    whole = {"encrypted-package": "x"}
    assert "contraseña" in refused(files.zipped(tmp_path / "b.ods", whole))


def test_old_and_other_documents(tmp_path: Path) -> None:
    assert "documento" in refused(files.ole(tmp_path / "a.doc", "WordDocument", b"x"))
    assert "no es una lista" in refused(files.ole(tmp_path / "a.msg", "Mensaje", b"x"))
    cut = tmp_path / "corte.xls"
    cut.write_bytes(files.xls(tmp_path / "a.xls").read_bytes()[:1500])
    assert "dañado" in refused(cut)
    assert "documento" in refused(files.zipped(tmp_path / "a.docx", {"word/document.xml": "<a/>"}))
    assert ".xlsb" in refused(files.zipped(tmp_path / "a.xlsb", {"xl/workbook.bin": "x"}))
    assert "no es una lista" in refused(files.zipped(tmp_path / "a.zip", {"leeme.txt": "x"}))


def test_an_empty_book_says_so(tmp_path: Path) -> None:
    assert "vacío" in refused(files.xlsx(tmp_path / "l.xlsx", []))


def test_truncated_books_are_refused(tmp_path: Path) -> None:
    whole = files.xlsx(tmp_path / "l.xlsx").read_bytes()
    for share in (0.1, 0.5, 0.9, 0.99):
        path = tmp_path / f"corte {share}.xlsx"
        path.write_bytes(whole[: int(len(whole) * share)])
        assert "dañado" in refused(path)


def test_a_cell_longer_than_excel_allows(tmp_path: Path) -> None:
    inline = f'<row r="1"><c r="A1" t="inlineStr"><is><t>{"x" * 1_000_000}</t></is></c></row>'
    path = files.zipped(tmp_path / "l.xlsx", files.xlsx_parts(inline))
    assert "32,767 letras" in refused(path)


def test_a_reader_that_does_not_answer_is_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = files.xlsx(tmp_path / "l.xlsx")
    asleep = [sys.executable, "-c", "import time; time.sleep(60)"]
    monkeypatch.setattr(reader, "child_command", lambda: asleep)
    with pytest.raises(SheetRejected, match="no se pudo leer en el tiempo"):
        reader.read_in_child(path, "xlsx", seconds=0.2)
    monkeypatch.setattr(reader, "child_command", lambda: [sys.executable, "-c", "0"])
    assert "dañado" in refused(path)
    monkeypatch.setattr(reader, "child_command", lambda: ["/no/existe"])
    assert "lector de hojas" in refused(path)


def test_the_child_refuses_by_itself_too(tmp_path: Path) -> None:
    """Without the look beforehand the memory limit and the reader's own errors still hold."""
    far = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    bomb = files.zipped(
        tmp_path / "b.xlsx", files.xlsx_parts('<row r="1"><c r="A1"><v>1</v></c></row>' + far)
    )
    command = [*child_command(), str(bomb)]
    done = subprocess.run(
        command, input=b"c", capture_output=True, cwd=paths.ROOT, check=False, timeout=30
    )
    assert done.returncode != 0
    no_go = subprocess.run(
        command, input=b"", capture_output=True, cwd=paths.ROOT, check=False, timeout=30
    )
    assert (no_go.returncode, no_go.stdout) == (1, b"")


def test_command_of_the_child_from_source_and_frozen(monkeypatch: pytest.MonkeyPatch) -> None:
    assert child_command() == [sys.executable, "-s", "-m", "app", ARGUMENT]
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert child_command() == [sys.executable, ARGUMENT]


def test_days_and_hours_come_back_from_json() -> None:
    text = '[{"d": "2009-04-12"}, {"t": "13:30:00"}, {"d": "2009-04-12T10:00:00"}, {"x": 1}]'
    read = json.loads(text, object_hook=decoded_value)
    assert read[:2] == [date(2009, 4, 12), time(13, 30)]
    assert (read[2].hour, read[3]) == (10, {"x": 1})


def test_the_limit_of_windows_has_the_shape_that_windows_wants() -> None:
    basic, extended = windows_job._Basic, windows_job._Extended
    assert (ctypes.sizeof(basic), basic.flags.offset) == (64, 16)
    assert (ctypes.sizeof(extended), extended.process_memory.offset) == (144, 112)
    if sys.platform != "win32":
        assert windows_job.limit_memory(1 << 30) is False
