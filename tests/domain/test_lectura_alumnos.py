"""Words of sexo, turno, semestre and grupo as lists write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.alumno import SEXOS
from app.domain.lectura_alumnos import (
    read_grupo,
    read_semestre,
    read_turno,
    semestre_of_sheet,
    sexo_reading,
)
from app.domain.plantel import TURNOS


@pytest.mark.parametrize(
    ("cells", "meaning"),
    [
        (["H", "M", "h ", ""], {"h": "hombre", "m": "mujer"}),
        (["M", "F"], {"m": "hombre", "f": "mujer"}),
        (["M.", "Fem."], {"m": "hombre", "fem": "mujer"}),
        (["Hombre", "M"], {"hombre": "hombre", "m": "mujer"}),
        (["Masculino", "FEMENINO"], {"masculino": "hombre", "femenino": "mujer"}),
        (["H", "M", "X"], {"h": "hombre", "m": "mujer", "x": "otro"}),
        (["H"], {"h": "hombre"}),
        ([], {}),
    ],
)
def test_a_column_of_sexo_that_is_clear(cells: list[str], meaning: dict[str, str]) -> None:
    reading = sexo_reading(cells)
    assert reading.meaning == meaning
    assert reading.doubt == ""
    assert set(meaning.values()) <= set(SEXOS)


@pytest.mark.parametrize("cells", [["M"], ["M", "m"], ["M", "X"], ["H", "M", "F"]])
def test_a_lonely_m_is_asked(cells: list[str]) -> None:
    reading = sexo_reading(cells)
    assert reading.doubt == "«M» puede ser mujer o masculino: indique cuál"
    assert reading.of("M") == ""


def test_unknown_words_are_named() -> None:
    reading = sexo_reading(["H", "M", "?", "zz"])
    assert reading.doubt == "no se entiende «?» y «zz»"
    assert (reading.of("h"), reading.of("M"), reading.of("zz"), reading.of("")) == (
        "hombre", "mujer", "", "",
    )  # fmt: skip


def test_the_curp_decides() -> None:
    reading = sexo_reading(["M"])
    assert reading.of("M", "GOCD090412HMCMRVA1") == "hombre"
    assert reading.of("M", "LUNA100915MOCNXNA6") == "mujer"
    assert reading.of("M", "LUNA100915MOCNXNA7") == ""


@pytest.mark.parametrize(
    ("turno", "words"),
    [
        ("matutino", ["M", "MA", "Mat.", "TM", "T.M.", "MATUTINO", "Turno  matutino", "Mañana"]),
        ("vespertino", ["V", "VE", "VESP.", "TV", "Vespertino", "Tarde"]),
        ("mixto", ["Mixto"]),
        ("nocturno", ["N", "Nocturno"]),
        ("discontinuo", ["Discontinuo"]),
    ],
)
def test_turnos(turno: str, words: list[str]) -> None:
    assert {read_turno(word) for word in words} == {turno}
    assert turno in TURNOS


def test_a_word_that_is_no_turno_says_so() -> None:
    with pytest.raises(ValueError, match="«3A» no es un turno"):
        read_turno("3A")


@pytest.mark.parametrize(
    ("semestre", "words"),
    [
        (
            1,
            [
                "1",
                "1.0",
                "01",
                "1°",
                "1º",
                "1.º",
                "1ro",
                "1er",
                "1o",
                "I",
                "PRIMERO",
                "Primer semestre",
            ],
        ),
        (2, ["2", "2do.", "II", "Segundo", "SEM 2"]),
        (3, ["3er. Semestre", "III", "TERCERO", "tercer grado"]),
        (4, ["IV", "cuarto", "4to"]),
        (5, ["V", "QUINTO", "5to semestre"]),
        (6, ["VI", "sexto", "6"]),
    ],
)
def test_semestres(semestre: int, words: list[str]) -> None:
    assert {read_semestre(word) for word in words} == {semestre}


@pytest.mark.parametrize("word", ["0", "7", "07", "", "A", "Hoja1", "1 2", "décimo"])
def test_a_word_that_is_no_semestre_says_so(word: str) -> None:
    with pytest.raises(ValueError, match="no es un semestre del 1 al 6"):
        read_semestre(word)


@pytest.mark.parametrize(
    ("grupo", "cells"),
    [
        (
            (3, "A"),
            [
                "3A", "3 A", "3a", "3-A", "3° A", "3ºA", "3.º A", "3ro A", "3er. Semestre Grupo A",
                "TERCERO A", "III A", "III-A", '3 "A"', "Grupo 3A", "Gpo. 3A", "tercer semestre A",
            ],
        ),
        ((3, "AVP"), ["3AVP", "3° AVP"]),
        ((1, "CV"), ["1CV"]),
        ((2, "A-PROGRAMACIÓN"), ["2A-PROGRAMACIÓN"]),
        ((3, "301"), ["301", "301.0", " 301 "]),
        ((6, "6102"), ["6102"]),
        ((None, "A"), ["A", "a", "Grupo A"]),
        ((None, "3"), ["3", "3.0"]),
        ((None, "12"), ["12"]),
        ((None, "V"), ["V"]),
        ((None, "INFORMÁTICA"), ["Informática"]),
        ((2, ""), ["2do", "2.º"]),
        ((None, "701"), ["701"]),
        ((None, ""), ["", "-"]),
    ],
)  # fmt: skip
def test_grupos(grupo: tuple[int | None, str], cells: list[str]) -> None:
    assert {cell: read_grupo(cell) for cell in cells} == dict.fromkeys(cells, grupo)


@pytest.mark.parametrize(
    ("name", "semestre"),
    [
        ("PRIMERO", 1),
        ("TERCERO", 3),
        ("3A", 3),
        ("TERCERO MATUTINO", 3),
        ("5° SEM", 5),
        ("Hoja1", None),
        ("Sheet3", None),
        ("Concentrado", None),
        ("", None),
    ],
)
def test_sheets_named_after_a_semestre(name: str, semestre: int | None) -> None:
    assert semestre_of_sheet(name) == semestre


@given(st.text(max_size=20))
def test_no_text_breaks_the_reading_of_grupos(text: str) -> None:
    semestre, label = read_grupo(text)
    assert semestre in (None, 1, 2, 3, 4, 5, 6)
    assert isinstance(label, str)
    assert semestre_of_sheet(text) in (None, 1, 2, 3, 4, 5, 6)
    assert set(sexo_reading([text]).meaning.values()) <= set(SEXOS)
