"""The short code of the carnet: every slip of one sign is noticed."""

from contextlib import suppress
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.codigo import PREFIX, SIGNS, alike, code_of, read_code, scanned_text

IDS = st.integers(1, 2**63 - 1)
CODES_OF_TODAY = ["MAT9-APT", "CJDQ-RHT", "VEHG-VJH"]
CODES = st.builds(code_of, IDS, IDS)


@given(IDS, IDS, st.integers(0, 5))
def test_a_code_is_always_the_same_and_reads_back(alumno: int, periodo: int, salt: int) -> None:
    code = code_of(alumno, periodo, salt)
    assert code == code_of(alumno, periodo, salt)
    assert len(code) == 8
    assert code[4] == "-"
    assert set(code.replace("-", "")) <= set(SIGNS)
    assert read_code(code) == code


def test_the_code_never_changes_between_versions() -> None:
    """Printed carnets carry it: a change of the recipe would orphan them."""
    assert [code_of(1, 1), code_of(1, 2), code_of(1, 1, salt=1)] == CODES_OF_TODAY


def test_many_students_hardly_ever_share_a_code() -> None:
    codes = {code_of(alumno, 7) for alumno in range(3000)}
    assert len(codes) >= 2999


@given(CODES)
def test_it_is_read_however_it_is_typed(code: str) -> None:
    bare = code.replace("-", "")
    assert scanned_text(code) == PREFIX + bare
    for typed in (bare, code.lower(), f"  {code} ", f"EP-{bare}", f"ep {code}", " ".join(bare)):
        assert read_code(typed) == code


@given(CODES, st.integers(0, 6), st.sampled_from(SIGNS))
def test_one_wrong_sign_is_noticed(code: str, place: int, sign: str) -> None:
    bare = code.replace("-", "")
    typed = bare[:place] + sign + bare[place + 1 :]
    if typed != bare:
        with pytest.raises(ValueError, match="no existe"):
            read_code(typed)


@given(CODES, st.integers(0, 6), st.integers(1, 2))
def test_two_signs_swapped_are_noticed(code: str, place: int, apart: int) -> None:
    signs = list(code.replace("-", ""))
    other = min(place + apart, 6)
    signs[place], signs[other] = signs[other], signs[place]
    typed = "".join(signs)
    if other - place in (1, 2) and typed != code.replace("-", ""):
        with pytest.raises(ValueError, match="no existe"):
            read_code(typed)


@given(CODES)
def test_a_look_alike_is_taken_when_only_one_reading_is_right(code: str) -> None:
    for sign, twin in (("7", "Z"), ("7", "2"), ("6", "S"), ("6", "5"), ("D", "O"), ("Q", "0")):
        if sign in code:
            assert read_code(code.replace(sign, twin, 1)) == code


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("", "tiene 0 signos y deben ser 7"),
        ("ACD", "tiene 3 signos"),
        ("ACDE-FGHJ", "tiene 8 signos"),
        ("ACDÑ-FGH", "Ningún código lleva «Ñ»"),
    ],
)
def test_what_is_no_code_says_why(typed: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        read_code(typed)


@given(st.text(max_size=12))
def test_no_text_breaks_the_reader(text: str) -> None:
    with suppress(ValueError):
        assert len(read_code(text)) == 8


def test_rude_words_are_not_printed() -> None:
    codes = [code_of(alumno, 1) for alumno in range(40_000)]
    assert not any("PUT" in c.replace("-", "") or "FEA" in c.replace("-", "") for c in codes)


def test_signs_have_no_look_alikes() -> None:
    assert len(SIGNS) == 25
    assert not set("0O1IL2Z5S8B") & set(SIGNS)
    assert all(a < b for a, b in pairwise(SIGNS))


@pytest.mark.feature("M-86")
def test_a_code_with_one_slip_is_recognised() -> None:
    code = code_of(7, 3)
    signs = code.replace("-", "")
    slips = [
        signs[:2] + ("4" if signs[2] != "4" else "7") + signs[3:],
        signs[:3] + signs[4:],
        signs[:3] + "K" + signs[3:],
        signs[0] + signs[2] + signs[1] + signs[3:],
        f"ep-{signs[:-1]}",
        code.lower(),
    ]
    assert all(alike(slip, [code]) == [code] for slip in slips if slip != code)
    assert alike("AAAA-AAA", [code]) == []
    assert alike(signs[::-1], [code]) == []
