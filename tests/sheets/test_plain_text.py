"""Lists as text: letters, separators, quotes, what Excel leaves around a cell (I3, M-78)."""

import csv
import io
import random
from pathlib import Path

import pytest

from app.errors import SheetRejected
from app.sheets import read_sheets, read_text
from app.sheets.encoding import decoded

ENCODINGS = {
    "utf-8": b"",
    "utf-8-sig": b"",
    "cp1252": b"",
    "cp850": b"",
    "mac_roman": b"",
    "utf-16": b"",
    "utf-16-le": b"",
    "utf-16-be": b"",
}
SURNAMES = ("NÚÑEZ", "Peña", "de la Cruz", "GARCÍA", "Íñiguez", "MUÑOZ", "Argüelles", "López")
NAMES = ("JOSÉ ÁNGEL", "Lucía", "María José", "IÑAKI", "Ramón", "ZOÉ", "Óscar")


def made(rows: int, seed: int) -> list[list[str]]:
    """A list with names, a cell with every separator, a decimal comma."""
    chance = random.Random(seed)
    head = ["No. de control", "Apellidos", "Nombres", "Observación", "Promedio"]
    body = [
        [
            f"2630106010{i:04d}", chance.choice(SURNAMES), chance.choice(NAMES),
            chance.choice(["", "llegó tarde; avisó", "sí, con permiso", "ninguna"]), "8,5",
        ]
        for i in range(rows)
    ]  # fmt: skip
    return [head, *body]


def text_of(rows: list[list[str]], separator: str) -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=separator).writerows(rows)
    return out.getvalue()


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ENCODINGS)
def test_every_encoding_with_every_separator(tmp_path: Path, encoding: str, separator: str) -> None:
    for rows in (1, 2, 3, 10, 300):
        wanted = made(rows, rows)
        path = tmp_path / f"{rows}.csv"
        path.write_bytes(text_of(wanted, separator).encode(encoding))
        book = read_sheets(path)
        assert book.sheets[0].rows == wanted, (encoding, separator, rows)
        assert book.separator == separator
        assert book.kind == "csv"


@pytest.mark.parametrize("encoding", ["cp1252", "cp850", "mac_roman"])
@pytest.mark.parametrize("word", ["José", "MUÑOZ", "peña", "GARCÍA", "Ángel", "Núñez,RAÚL"])
def test_one_word_is_enough(encoding: str, word: str) -> None:
    assert decoded(f"control\n1,{word}\n".encode(encoding))[0].endswith(f"{word}\n")


def test_a_cut_or_slightly_broken_utf8_is_still_utf8() -> None:
    whole = "Núñez\nPeña\nLucía\nMuñoz\nÁngel\nJosé".encode()
    assert decoded(whole[:-1])[1] == "utf-8"
    text, encoding = decoded(whole.replace("Peña".encode(), b"Pe\xf1a"))
    assert encoding == "utf-8"
    assert "Pe\ufffda" in text


def test_the_user_may_choose(tmp_path: Path) -> None:
    path = tmp_path / "l.csv"
    path.write_bytes("a;b\nñ;1,5\n".encode("cp850"))
    book = read_sheets(path, encoding="cp850", separator=",")
    assert book.sheets[0].rows == [["a;b"], ["ñ;1", "5"]]


def test_line_that_names_the_separator(tmp_path: Path) -> None:
    path = tmp_path / "l.csv"
    path.write_text("sep=|\r\na|b,c|d\r\n1|2|3\r\n", "utf-8")
    assert read_sheets(path).sheets[0].rows == [["a", "b,c", "d"], ["1", "2", "3"]]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_ends_of_line(tmp_path: Path, end: str) -> None:
    path = tmp_path / "l.csv"
    path.write_bytes(end.join(["a,b", "", '"x,\ny",2', ""]).encode())
    assert read_sheets(path).sheets[0].rows == [["a", "b"], [], ["x,\ny", "2"]]


def test_a_quote_that_nobody_closed(tmp_path: Path) -> None:
    lines = ["control,nombre", '1,"El Güero Pérez'] + [f"{i},Ana {i}" for i in range(2, 300)]
    path = tmp_path / "l.csv"
    path.write_text("\n".join(lines), "utf-8")
    rows = read_sheets(path).sheets[0].rows
    assert len(rows) == 300
    assert rows[1] == ["1", '"El Güero Pérez']


def test_what_excel_puts_around_a_text(tmp_path: Path) -> None:
    path = tmp_path / "l.csv"
    path.write_text("control;otro\n=\"0123\";'=1+1\n'-;'Ñ\n", "utf-8")
    rows = read_sheets(path).sheets[0].rows
    assert rows == [["control", "otro"], ["0123", "=1+1"], ["-", "'Ñ"]]


def test_letterhead_does_not_confuse_the_separator(tmp_path: Path) -> None:
    head = "PLANTEL 07, TURNO MATUTINO, SEMESTRE A\nLista, provisional\n\n"
    path = tmp_path / "l.csv"
    path.write_text(head + "control;nombre\n1;Ruiz, Ana\n2;Paz, Eva\n", "utf-8")
    assert read_sheets(path).sheets[0].rows[3:] == [
        ["control", "nombre"], ["1", "Ruiz, Ana"], ["2", "Paz, Eva"],
    ]  # fmt: skip


def test_limits_of_a_text(tmp_path: Path) -> None:
    path = tmp_path / "l.csv"
    path.write_text("a,b\n1," + "x" * 1_000_000, "utf-8")
    with pytest.raises(SheetRejected, match="32,767 letras"):
        read_sheets(path)
    path.write_text("a\n" + "1\n" * 20_001, "utf-8")
    with pytest.raises(SheetRejected, match="20,000 filas"):
        read_sheets(path)
    path.write_text("a" + ",b" * 300, "utf-8")
    with pytest.raises(SheetRejected, match="300 columnas"):
        read_sheets(path)


def test_pasted_cells() -> None:
    assert read_text("control\tnombre\n1\tRuiz, Ana\n").sheets[0].rows[1] == ["1", "Ruiz, Ana"]
    assert read_text("control;nombre\n1;Ana").sheets[0].rows == [
        ["control", "nombre"],
        ["1", "Ana"],
    ]
    with pytest.raises(SheetRejected, match="«lo pegado» está vacío"):
        read_text("  \n ")
    with pytest.raises(SheetRejected, match="demasiado grande"):
        read_text("x" * (33 << 20))
