"""Periodos, weeks, business days and official holidays."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain import Periodo
from app.domain.calendario import (
    business_days_after,
    business_days_between,
    doubt_about_ciclo,
    is_business_day,
    limits_of,
    next_periodo,
    official_holidays,
    periodo_at,
    periodo_of,
    periodo_order,
    previous_periodo,
    semestres_of,
    week_of,
)
from app.fields import fields_of

DAYS = st.dates(date(2015, 1, 1), date(2050, 12, 31))
NOT_WORKED = official_holidays(2015, 2051)


def test_the_holidays_of_a_year() -> None:
    assert official_holidays(2026, 2026) == {
        date(2026, 1, 1): "Año Nuevo",
        date(2026, 2, 2): "Día de la Constitución",
        date(2026, 3, 16): "Natalicio de Benito Juárez",
        date(2026, 5, 1): "Día del Trabajo",
        date(2026, 9, 16): "Día de la Independencia",
        date(2026, 11, 16): "Día de la Revolución",
        date(2026, 12, 25): "Navidad",
    }


def test_the_president_changes_every_six_years() -> None:
    october = [d.year for d in official_holidays(2010, 2050) if (d.month, d.day) == (10, 1)]
    assert october == [2024, 2030, 2036, 2042, 2048]


@given(st.integers(2010, 2060))
def test_moved_holidays_are_mondays_of_their_week(year: int) -> None:
    days = official_holidays(year, year)
    assert list(days) == sorted(days)
    for month, low in ((2, 1), (3, 15), (11, 15)):
        (moved,) = [d for d in days if d.month == month]
        assert moved.weekday() == 0
        assert low <= moved.day <= low + 6


@given(DAYS, st.integers(0, 30))
def test_counting_business_days_back_gives_the_same_number(day: date, n: int) -> None:
    end = business_days_after(day, n, NOT_WORKED)
    assert business_days_between(day, end, NOT_WORKED) == n
    assert n == 0 or is_business_day(end, NOT_WORKED)


def test_ten_business_days_from_an_assignment() -> None:
    day = date(2026, 11, 6)
    assert business_days_after(day, 10, NOT_WORKED) == date(2026, 11, 23)
    assert business_days_after(day, 10, {}) == date(2026, 11, 20)
    assert business_days_between(date(2026, 11, 20), day, {}) == 0
    with pytest.raises(ValueError, match="negative"):
        business_days_after(day, -1, {})


def test_weeks_begin_on_monday() -> None:
    first = date(2026, 8, 26)
    assert week_of(first, date(2026, 8, 24)) == 1
    assert week_of(first, date(2026, 8, 30)) == 1
    assert week_of(first, date(2026, 8, 31)) == 2
    assert week_of(first, date(2026, 8, 23)) == 0
    assert week_of(first, date(2026, 11, 20)) == 13


@pytest.mark.parametrize(
    ("day", "ciclo", "parte"),
    [
        (date(2026, 8, 1), "2026-2027", "A"),
        (date(2026, 11, 20), "2026-2027", "A"),
        (date(2027, 1, 31), "2026-2027", "A"),
        (date(2027, 2, 1), "2026-2027", "B"),
        (date(2027, 7, 31), "2026-2027", "B"),
        (date(2027, 8, 1), "2027-2028", "A"),
    ],
)
def test_a_day_has_its_periodo(day: date, ciclo: str, parte: str) -> None:
    assert periodo_of(day) == (ciclo, parte)


@given(DAYS)
def test_a_periodo_holds_its_days_and_follows_the_one_before(day: date) -> None:
    ciclo, parte = periodo_of(day)
    first, last = limits_of(ciclo, parte)
    assert first <= day <= last
    assert periodo_of(last + timedelta(days=1)) == next_periodo(ciclo, parte)
    assert periodo_of(first - timedelta(days=1)) == previous_periodo(ciclo, parte)
    assert periodo_at(periodo_order(ciclo, parte)) == (ciclo, parte)
    assert doubt_about_ciclo(ciclo) == ""


def test_order_grows_by_one() -> None:
    assert periodo_order("2026-2027", "B") == periodo_order("2026-2027", "A") + 1
    assert periodo_order("2027-2028", "A") == periodo_order("2026-2027", "B") + 1


@pytest.mark.parametrize("ciclo", ["2026-2028", "2026-2026", "2026", "", "abc-def", "2026-²"])
def test_a_ciclo_needs_two_years_in_a_row(ciclo: str) -> None:
    assert doubt_about_ciclo(ciclo) != ""


def test_the_periodo_is_declared_with_that_doubt() -> None:
    assert fields_of(Periodo)["ciclo"].warning("2026-2028") != ""


def test_odd_semestres_are_taught_from_august() -> None:
    assert semestres_of("A") == (1, 3, 5)
    assert semestres_of("B") == (2, 4, 6)
