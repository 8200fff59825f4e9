"""Tables written out: nothing lives, everything comes back as it was (X1)."""

import zipfile
from datetime import date, time
from pathlib import Path

import pytest

from app.errors import AppError
from app.sheets import read_sheets
from app.sheets.writing import write_table, write_workbook

HOSTILE = [
    "=1+1", "=cmd|' /C calc'!A0", "+1", "-1+2", "@SUM(A1)", "\tx", "{=1}", "http://x.mx/a",
    "mailto:a@b.mx", "internal:A1", "<b>Ana</b>", "O'Hara & Núñez", '"', "0123", "1E5", "TRUE",
    "\x01raro", "x" * 3_000, "''", "'=1",
]  # fmt: skip


@pytest.mark.feature("M-78")
def test_xlsx_holds_no_formula_and_no_link(tmp_path: Path) -> None:
    path = tmp_path / "salida.xlsx"
    write_table(path, ["texto"], [[text] for text in HOSTILE])
    with zipfile.ZipFile(path) as archive:
        everything = b"".join(archive.read(name) for name in archive.namelist())
    assert b"<f>" not in everything
    assert b"<f " not in everything
    assert b"<hyperlink" not in everything
    read = [row[0] for row in read_sheets(path).sheets[0].rows[1:]]
    assert [str(text).strip() for text in read] == [t.strip() for t in HOSTILE]


def test_csv_comes_back_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "salida.csv"
    write_table(path, ["texto", "número"], [[text, -5] for text in HOSTILE])
    raw = path.read_text("utf-8-sig")
    assert "\n=" not in raw
    assert '\n"=' not in raw
    rows = read_sheets(path).sheets[0].rows[1:]
    assert [row[0] for row in rows] == [t.strip(" ") if t != "'=1" else "=1" for t in HOSTILE]
    assert {row[1] for row in rows} == {"-5"}


def test_days_hours_numbers_and_sheets(tmp_path: Path) -> None:
    path = tmp_path / "salida.xlsx"
    row = [date(2009, 4, 12), time(13, 30), 8.5, True, None, "x"]
    write_workbook(path, [("3.º A/B", ["a"] * 6, [row]), ("[:]", ["b"], [])])
    book = read_sheets(path)
    assert [sheet.name for sheet in book.sheets] == ["3.º A B", "Hoja2"]
    assert book.sheets[0].rows[1] == [date(2009, 4, 12), time(13, 30), 8.5, True, "", "x"]
    write_table(tmp_path / "s.csv", ["a"] * 6, [row])
    text = (tmp_path / "s.csv").read_text("utf-8-sig").splitlines()[1]
    assert text == "12/04/2009,13:30,8.5,True,,x"


def test_the_old_file_stays_when_the_new_one_fails(tmp_path: Path) -> None:
    path = tmp_path / "salida.csv"
    path.write_text("lo de antes", "utf-8")

    def failing() -> object:
        yield ["a"]
        raise OSError(28, "No space left on device")

    with pytest.raises(AppError, match="No se pudo guardar"):
        write_table(path, ["x"], failing())  # type: ignore[arg-type]
    assert path.read_text("utf-8") == "lo de antes"
    assert [p.name for p in tmp_path.iterdir() if p.is_file()] == ["salida.csv"]
    with pytest.raises(AppError):
        write_table(tmp_path / "no" / "hay.xlsx", ["x"], [])
