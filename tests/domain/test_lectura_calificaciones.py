"""Cells of calificaciones as lists write them."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.asignatura import FINAL, INTENTOS, MARCAS
from app.domain.lectura_calificaciones import (
    escala_of,
    faltas_of_asistencias,
    read_calificacion,
    read_faltas,
    read_intento,
    read_parcial,
)
from app.fields import Tenths


@given(st.integers(0, 100), st.sampled_from([".", ","]))
def test_every_tenth_is_read_as_it_is_shown(tenths: int, point: str) -> None:
    assert read_calificacion(Tenths().show(tenths).replace(".", point)) == (tenths, "")
    assert read_calificacion(f"{tenths}", 100) == (tenths, "")


@pytest.mark.parametrize(
    ("cell", "tenths"),
    [
        ("0", 0),
        ("0.0", 0),
        ("10.0", 100),
        ("8,5", 85),
        (" 8.5 ", 85),
        ("'7", 70),
        ("5*", 50),
        ("8.75", 88),
        ("8.25", 83),
        ("5.95", 60),
        ("5.94", 59),
        ("8.3333333333", 83),
        ("85/100", 85),
        ("9/10", 90),
    ],
)
def test_numbers_are_rounded_half_up_to_the_tenth(cell: str, tenths: int) -> None:
    assert read_calificacion(cell) == (tenths, "")


def test_a_column_up_to_one_hundred_is_divided() -> None:
    assert [read_calificacion(c, 100)[0] for c in ("85", "85.4", "85.5", "100", "0", "59.95")] == [
        85, 85, 86, 100, 0, 60,
    ]  # fmt: skip
    assert read_calificacion("NP", 100) == (None, "NP")


@pytest.mark.parametrize(
    ("marca", "cells"),
    [
        ("NA", ["NA", "na", "N.A.", "N/A", "No acreditada", "NO ACREDITÓ"]),
        ("NP", ["NP", "N.P.", "N/P", "np ", "No presentó"]),
        ("AC", ["AC", "A.C.", "Acreditado", "ACREDITÓ"]),
        ("", ["", " ", "-", "--", "S/C", "SD", "S.D.", "sin calificación"]),
    ],
)
def test_marks_and_nothing(marca: str, cells: list[str]) -> None:
    assert {cell: read_calificacion(cell) for cell in cells} == dict.fromkeys(cells, (None, marca))
    assert not marca or marca in MARCAS


@pytest.mark.parametrize(
    ("cell", "escala", "reason"),
    [
        ("85", 10, "85 pasa de 10"),
        ("10.5", 10, "10.5 pasa de 10"),
        ("101", 100, "101 pasa de 100"),
        ("-3", 10, "«-3» no es una calificación"),
        ("bien", 10, "«bien» no es una calificación"),
        ("#DIV/0!", 10, "error de la hoja de cálculo"),
        ("#N/A", 10, "error de la hoja de cálculo"),
    ],
)
def test_what_is_no_calificacion_says_why(cell: str, escala: int, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        read_calificacion(cell, escala)


@pytest.mark.parametrize(
    ("cells", "escala"),
    [
        (["8", "9.5", "10", "NP", ""], 10),
        (["80", "95", "100", "5", "0", "NP"], 100),
        (["8", "9", "85", "7"], 10),
        (["0", "0", "60"], 100),
        (["NP", ""], 10),
        ([], 10),
    ],
)
def test_the_scale_of_a_column(cells: list[str], escala: int) -> None:
    assert escala_of(cells) == escala


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (
            (1, ""),
            ["1", "1.0", "1er parcial", "1.er parcial", "P1", "1P", "Primer parcial", "PARCIAL I"],
        ),
        ((2, ""), ["2", "2.º parcial", "2do parcial", "Parcial 2", "segundo"]),
        ((3, ""), ["3", "3er. Parcial", "P3", "Tercer parcial"]),
        ((FINAL, ""), ["4", "Final", "Calificación final", "CF", "Promedio final", "PROM."]),
        ((FINAL, "extraordinario"), ["EXT", "Extraordinario", "Ext."]),
        ((FINAL, "intersemestral"), ["CI", "Intersemestral"]),
        ((FINAL, "recursamiento"), ["RS", "Recursamiento"]),
    ],
)
def test_parciales(found: tuple[int, str], words: list[str]) -> None:
    assert {word: read_parcial(word) for word in words} == dict.fromkeys(words, found)


@pytest.mark.parametrize("word", ["", "5", "x", "P", "parcial", "1 2"])
def test_a_word_that_is_no_parcial_says_so(word: str) -> None:
    with pytest.raises(ValueError, match="no es un parcial"):
        read_parcial(word)


@pytest.mark.parametrize(
    ("intento", "words"),
    [
        ("ordinario", ["Normal", "ORDINARIO", "Ord.", "N"]),
        ("intersemestral", ["CI", "C.I.", "Intersemestral", "Recursamiento intersemestral"]),
        ("recursamiento", ["RS", "Recursamiento", "Recursador", "Repite"]),
        ("extraordinario", ["EXT", "Ext.", "Extraordinario"]),
    ],
)
def test_intentos(intento: str, words: list[str]) -> None:
    assert {read_intento(word) for word in words} == {intento}
    assert intento in INTENTOS


def test_a_word_that_is_no_intento_says_so() -> None:
    with pytest.raises(ValueError, match="«R» no es una forma de acreditar"):
        read_intento("R")


def test_faltas() -> None:
    assert [read_faltas(c) for c in ("0", "12", "3.0", "", "-", " 4 ")] == [0, 12, 3, None, None, 4]
    for cell in ("2.5", "x", "-1", "1000"):
        with pytest.raises(ValueError, match="no es un número de faltas"):
            read_faltas(cell)
    assert faltas_of_asistencias(18, 20) == 2
    assert faltas_of_asistencias(22, 20) == 0


@given(st.text(max_size=15))
def test_no_text_breaks_the_readers(text: str) -> None:
    for read in (read_calificacion, read_parcial, read_intento, read_faltas):
        with suppress(ValueError):
            read(text)
    assert escala_of([text]) in (10, 100)
