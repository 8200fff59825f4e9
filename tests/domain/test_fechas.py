"""Days as they are written on a card."""

from datetime import date

import pytest

from app.domain.fechas import read_day

TODAY, FIRST, LAST = date(2026, 11, 20), date(2026, 8, 24), date(2027, 1, 15)


def read(typed: str):
    return read_day(typed, TODAY, FIRST, LAST)


@pytest.mark.feature("M-86")
@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("21/10", date(2026, 10, 21)),
        ("21/10/26", date(2026, 10, 21)),
        ("21-10-2026", date(2026, 10, 21)),
        ("2026-10-21", date(2026, 10, 21)),
        ("mié 21", date(2026, 10, 21)),
        ("MIE. 21", date(2026, 10, 21)),
        ("mie 18", date(2026, 11, 18)),
        ("miércoles", date(2026, 11, 18)),
        ("vie", date(2026, 11, 20)),
        ("hoy", date(2026, 11, 20)),
        ("ayer", date(2026, 11, 19)),
        ("antier", date(2026, 11, 18)),
        ("7", date(2026, 11, 7)),
        ("25", date(2026, 10, 25)),
        ("21 oct", date(2026, 10, 21)),
        ("21 de octubre de 2026", date(2026, 10, 21)),
        ("mié 21/10", date(2026, 10, 21)),
        ("21 10", date(2026, 10, 21)),
        ("29/2/2024", date(2024, 2, 29)),
    ],
)
def test_a_day_is_read_as_it_was_meant(typed: str, day: date) -> None:
    assert read(typed).fecha == day
    assert not read(typed).problema


def test_an_empty_day_is_no_problem() -> None:
    assert read("  ") == read_day("", TODAY, FIRST, LAST)
    assert read("").fecha is None


@pytest.mark.feature("M-86")
@pytest.mark.parametrize(
    ("typed", "words", "proposed"),
    [
        ("18/12", "el 18 de diciembre todavía no llega", date(2026, 11, 18)),
        ("18/12/2026", "el 18 de diciembre todavía no llega", date(2026, 11, 18)),
        ("21/11", "el 21 de noviembre todavía no llega", date(2026, 10, 21)),
        ("10/1", "el 10 de enero de 2027 todavía no llega", date(2026, 11, 10)),
        ("31/11", "noviembre no tiene día 31", None),
        ("31/9", "septiembre no tiene día 31", date(2026, 9, 30)),
        ("10/21", "no hay mes 21", date(2026, 10, 21)),
        ("5/13", "no hay mes 13", None),
        ("32", "ningún mes tiene día 32", None),
        ("mié 22/10", "el 22 de octubre fue jueves, no miércoles", date(2026, 10, 22)),
        ("el lunes pasado", "no es una fecha", None),
        ("21 de foo", "no es una fecha", None),
    ],
)
def test_what_cannot_be_is_said_with_what_was_perhaps_meant(
    typed: str, words: str, proposed: date | None
) -> None:
    found = read(typed)
    assert found.fecha is None
    assert words in found.problema
    assert found.propuesta == proposed


def test_a_day_of_another_periodo_is_only_doubted() -> None:
    assert read("3/5").fecha == date(2026, 5, 3)
    assert "antes de este periodo" in read("3/5").duda
    old = read_day("10/9", date(2027, 2, 3), FIRST, LAST)
    assert (old.fecha, old.duda) == (date(2026, 9, 10), "")
    january = read_day("8/1", date(2027, 1, 12), FIRST, LAST)
    assert january.fecha == date(2027, 1, 8)
