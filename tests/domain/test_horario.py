"""Stretches of the week: union, what is left, what is shared."""

from hypothesis import given
from hypothesis import strategies as st

from app.domain.horario import (
    DIAS_DE_CLASE,
    Tramo,
    common_slots,
    doubt_about_tramo,
    free_time,
    merged,
    nearest,
    shared,
    show_hours,
    show_tramo,
    without,
)

TRAMOS = st.builds(
    lambda dia, inicio, minutos: Tramo(dia, inicio, inicio + minutos),
    st.integers(1, 5),
    st.integers(0, 40),
    st.integers(0, 15),
)
SOME = st.lists(TRAMOS, max_size=8)


def minutes(tramos: list[Tramo]) -> set[tuple[int, int]]:
    return {(t.dia, m) for t in tramos for m in range(t.inicio, t.fin)}


def tidy(tramos: list[Tramo]) -> bool:
    return all(t.inicio < t.fin for t in tramos) and tramos == sorted(tramos)


@given(SOME)
def test_a_union_holds_the_same_minutes_once(tramos: list[Tramo]) -> None:
    found = merged(tramos)
    assert minutes(found) == minutes(tramos)
    assert tidy(found)
    assert sum(t.minutos for t in found) == len(minutes(tramos))
    assert merged(found) == found


@given(SOME, SOME)
def test_what_is_left_is_the_difference(tramos: list[Tramo], taken: list[Tramo]) -> None:
    left = without(tramos, taken)
    assert minutes(left) == minutes(tramos) - minutes(taken)
    assert tidy(left)


@given(SOME, SOME)
def test_what_is_shared_is_the_intersection(a: list[Tramo], b: list[Tramo]) -> None:
    assert minutes(shared(a, b)) == minutes(a) & minutes(b)
    assert shared(a, b) == shared(b, a)


@given(SOME, SOME, st.integers(1, 20), st.integers(1, 10))
def test_slots_fit_in_both(a: list[Tramo], b: list[Tramo], length: int, step: int) -> None:
    both = minutes(a) & minutes(b)
    slots = common_slots(a, b, length, step)
    assert len(set(slots)) == len(slots)
    for slot in slots:
        assert slot.minutos == length
        assert minutes([slot]) <= both
    assert bool(slots) == any(t.minutos >= length for t in shared(a, b))


def test_free_time_is_available_less_class_less_taken() -> None:
    free = free_time(
        [Tramo(2, 600, 840)], [Tramo(2, 660, 720), Tramo(3, 600, 840)], [Tramo(2, 800, 900)]
    )
    assert free == [Tramo(2, 600, 660), Tramo(2, 720, 800)]


def test_hours_that_touch_do_not_overlap() -> None:
    assert not Tramo(1, 660, 720).overlaps(Tramo(1, 720, 780))
    assert Tramo(1, 660, 721).overlaps(Tramo(1, 720, 780))
    assert not Tramo(1, 660, 720).overlaps(Tramo(2, 660, 720))
    assert Tramo(1, 660, 720).holds(Tramo(1, 660, 700))
    assert not Tramo(1, 660, 720).holds(Tramo(1, 650, 700))


def test_slots_begin_with_the_stretch_and_at_each_step() -> None:
    slots = common_slots([Tramo(1, 790, 880)], [Tramo(1, 700, 900)], 60)
    assert slots == [Tramo(1, 790, 850), Tramo(1, 810, 870)]


def test_the_nearest_prefers_the_same_day() -> None:
    slots = [Tramo(1, 600, 660), Tramo(2, 900, 960), Tramo(3, 610, 670)]
    assert nearest(Tramo(2, 600, 660), slots) == Tramo(2, 900, 960)
    assert nearest(Tramo(1, 630, 690), slots) == Tramo(1, 600, 660)
    assert nearest(Tramo(1, 630, 690), []) is None


def test_impossible_stretches_say_why() -> None:
    assert doubt_about_tramo(Tramo(1, 660, 720)) == ""
    assert "lunes a viernes" in doubt_about_tramo(Tramo(6, 660, 720))
    assert doubt_about_tramo(Tramo(1, 720, 660)) == "termina a las 11:00, antes de empezar"
    assert doubt_about_tramo(Tramo(1, 720, 720)) == "empieza y termina a las 12:00"
    assert doubt_about_tramo(Tramo(1, 720, 1500)) == "la hora no existe"


def test_hours_are_shown_as_people_say_them() -> None:
    assert show_tramo(Tramo(2, 660, 720)) == "martes 11:00 a 12:00"
    assert show_tramo(Tramo(3, 425, 480)) == "miércoles 07:05 a 08:00"
    assert show_hours(780, 830) == "13:00 a 13:50"
    assert list(DIAS_DE_CLASE) == [1, 2, 3, 4, 5]
