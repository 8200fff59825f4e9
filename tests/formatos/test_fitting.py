"""Long text takes its place in a fixed order of attempts and never loses a letter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import DoesNotFit
from app.formatos.fitting import FLOOR, fit, wrap
from app.formatos.fonts import REGULAR, SEMIBOLD, clean, units, width
from app.formatos.layout import Slot

LETTERS = st.text("aeiouáéíóúñüÑ MZQlt-", min_size=1, max_size=120).map(
    lambda t: " ".join(t.split())
)
NAMES = LETTERS.filter(bool)


@given(NAMES, st.floats(20, 120), st.sampled_from([10, 10.5, 11]), st.integers(1, 3))
def test_what_fits_is_whole_inside_and_not_too_small(
    text: str, room: float, size: float, lines: int
) -> None:
    fitted = fit(text, room, size, lines)
    if fitted is None:
        return
    assert FLOOR <= fitted.size <= size
    assert 1 <= len(fitted.lines) <= lines
    for line in fitted.lines:
        assert width(line, REGULAR, fitted.size) * fitted.scale / 100 <= room + 1e-6
    assert _letters("".join(fitted.lines)) == _letters(text)


@given(NAMES, st.floats(15, 120), st.sampled_from([9, 10, 10.5]))
def test_wrapped_lines_are_inside_and_lose_nothing(text: str, room: float, size: float) -> None:
    lines = wrap(text, room, size)
    assert all(width(line, REGULAR, size) <= room + 1e-6 for line in lines)
    assert _letters("".join(lines)) == _letters(text)


def _letters(text: str) -> str:
    return text.replace(" ", "").replace("-", "")


def test_order_of_attempts() -> None:
    text = "Mantenimiento automotriz y sistemas"
    whole = width(text, REGULAR, 1)
    assert fit(text, whole * 11, 11, 2) is not None
    sizes = [fit(text, whole * room, 11, 2) for room in (11, 10.5, 10, 9.9)]
    assert [(f.size, len(f.lines)) for f in sizes if f] == [(11, 1), (10.5, 1), (10, 1), (10, 2)]
    assert [f.size for room in (9.6, 9.1) if (f := fit(text, whole * room, 11, 1))] == [9.5, 9]
    narrow = fit(text, whole * 8.6, 11, 1)
    assert narrow is not None
    assert (narrow.size, narrow.scale) == (9, 95)
    assert fit(text, whole * 7.5, 11, 1) is None


def test_two_lines_are_of_even_length() -> None:
    fitted = fit("Fernández de Lizardi-Hernández y Montes de Oca de la Peñaloza", 57.3, 11, 2)
    assert fitted is not None
    assert fitted.lines == ("Fernández de Lizardi-Hernández", "y Montes de Oca de la Peñaloza")


def test_a_line_end_is_kept_where_it_can_be() -> None:
    hour, place = "Lunes, 12:40 a 13:20", "Taller de mantenimiento automotriz núm. 2"
    two = fit(f"{hour}\n{place}", 70, 10.5, 2)
    three = fit(f"{hour}\n{place}", 37.9, 10, 3)
    joined = fit(f"{hour}\n{place}", 57.3, 10.5, 2)
    assert two is not None
    assert two.lines == (hour, place)
    assert three is not None
    assert three.lines == (hour, "Taller de mantenimiento", "automotriz núm. 2")
    assert joined is not None
    assert joined.lines == (f"{hour}, Taller de", "mantenimiento automotriz núm. 2")


def test_words_held_by_a_no_break_space_stay_together() -> None:
    lines = wrap("Martes, 13:20\u00a0a\u00a014:00 en la biblioteca", 30, 10)
    assert any("13:20\u00a0a\u00a014:00" in line for line in lines)


def test_a_word_longer_than_the_line_breaks_at_its_hyphen_else_with_one() -> None:
    assert wrap("Hernández-Montesdeoca", 24, 10) == ["Hernández-", "Montesdeoca"]
    pieces = wrap("Anticonstitucionalmente", 24, 10)
    assert all(piece.endswith("-") for piece in pieces[:-1])
    assert "".join(piece.removesuffix("-") for piece in pieces) == "Anticonstitucionalmente"


def test_absurd_texts_are_refused_at_once() -> None:
    assert fit("a " * 5000, 57, 11, 3) is None
    with pytest.raises(DoesNotFit, match="no cabe en «Grupo»"):
        Slot("Grupo", 0, 10, 20).fit("x" * 5000)


def test_clean_composes_and_drops_what_cannot_be_seen() -> None:
    assert clean("  Nu\u0301n\u0303ez\u200b\x07 \n") == "Núñez"
    assert clean("Ana\tMaría\nde la Luz") == "Ana María de la Luz"
    assert clean("a\u2009b\u2010c\u202fd") == "a b-c\u00a0d"


def test_figures_are_of_one_width() -> None:
    for weight in (REGULAR, SEMIBOLD):
        assert len({units(figure, weight) for figure in "0123456789"}) == 1
