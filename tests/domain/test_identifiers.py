"""CURP, CCT, birthday and número de control as the sources give them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain import Alumno, Plantel
from app.domain.identifiers import (
    ENTIDADES,
    age_on,
    clean_matricula,
    curp_birth,
    curp_sex,
    curp_state,
    doubt_about_age,
    doubt_about_birth,
    doubt_about_cct,
    doubt_about_curp,
    doubt_about_curp_of,
)
from app.fields import fields_of

GOOD_CURPS = (
    "BOXW310820HNERXN09",
    "BEML920313HMCLNS09",
    "GOCD090412HMCMRVA1",
    "LUNA100915MOCNXNA6",
    "CUPM091101MVZRRRA0",
)
GOOD_CCTS = ("20ETH0001O", "20ETH0010W", "20ECB0008X", "20DTA0011C", "11DJN0041M")
CURP_ALPHABET = "0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ"
SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@pytest.mark.parametrize("curp", GOOD_CURPS)
def test_published_curps_raise_no_doubt(curp: str) -> None:
    assert doubt_about_curp(curp) == ""
    assert doubt_about_curp(f" {curp.lower()} ") == ""


@pytest.mark.parametrize(
    ("curp", "reason"),
    [
        ("GOCD0904", "la CURP tiene 8 caracteres y deben ser 18"),
        ("", "la CURP tiene 0 caracteres y deben ser 18"),
        ("GBCD090412HMCMRVA1", "las primeras cuatro letras"),
        ("GOCDO90412HMCMRVA1", "la fecha de nacimiento en su lugar"),
        ("GOCD090412QMCMRVA1", "H o M"),
        ("GOCD090412H1CMRVA1", "lugares 12 y 13"),
        ("GOCD090412HXXMRVA1", "«XX», que no es una entidad"),
        ("GOCD090412HMCARVA1", "consonantes"),
        ("GOCD090412HMCMRVAA", "dos últimos signos"),
        ("GOCD090230HMCMRVA1", "una fecha de nacimiento que no existe"),
        ("GOCD090412HMCMRVA2", "el último dígito"),
        ("XEXX010101HNEXXXA4", "genérica"),
    ],
)
def test_a_wrong_curp_says_why(curp: str, reason: str) -> None:
    assert reason in doubt_about_curp(curp)


@given(st.sampled_from(GOOD_CURPS), st.integers(0, 16))
def test_two_neighbours_swapped_in_a_curp_are_noticed(curp: str, place: int) -> None:
    swapped = curp[:place] + curp[place + 1] + curp[place] + curp[place + 2 :]
    values = [CURP_ALPHABET.index(sign) for sign in curp[place : place + 2]]
    if (values[0] - values[1]) % 10:
        assert doubt_about_curp(swapped)


def test_most_single_errors_in_a_curp_are_noticed() -> None:
    wrong = [
        curp[:i] + sign + curp[i + 1 :]
        for curp in GOOD_CURPS
        for i in range(18)
        for sign in SIGNS
        if sign != curp[i]
    ]
    assert sum(bool(doubt_about_curp(curp)) for curp in wrong) / len(wrong) > 0.92


@given(st.text())
def test_no_text_breaks_the_checks(text: str) -> None:
    for check in (doubt_about_curp, doubt_about_cct, curp_sex, curp_state):
        assert isinstance(check(text), str)
    assert curp_birth(text) is None or len(text.strip()) >= 18


def test_place_17_gives_the_century() -> None:
    assert curp_birth("BOXW310820HNERXN09") == date(1931, 8, 20)
    assert curp_birth("GOCD090412HMCMRVA1") == date(2009, 4, 12)
    assert curp_birth("GOCD090230HMCMRVA1") is None


def test_a_curp_tells_sexo_and_state() -> None:
    assert curp_sex("LUNA100915MOCNXNA6") == "mujer"
    assert curp_sex("GOCD090412HMCMRVA1") == "hombre"
    assert curp_sex("GOCD090412XMCMRVA1") == "otro"
    assert curp_sex("GOCD") == ""
    assert curp_state("LUNA100915MOCNXNA6") == "Oaxaca"
    assert curp_state("LUNA") == ""
    assert len(ENTIDADES) == 33


def test_a_curp_is_compared_with_the_other_data() -> None:
    curp, born = "GOCD090412HMCMRVA1", date(2009, 4, 12)
    assert doubt_about_curp_of(curp, born, "hombre") == ""
    assert doubt_about_curp_of(curp, None, "") == ""
    assert doubt_about_curp_of("GOCD", born, "mujer") == ""
    assert "12/04/2009 y aquí dice 13/04/2009" in doubt_about_curp_of(curp, date(2009, 4, 13), "")
    assert doubt_about_curp_of(curp, born, "mujer") == "la CURP es de hombre y aquí dice mujer"


@pytest.mark.parametrize("cct", GOOD_CCTS)
def test_real_ccts_raise_no_doubt(cct: str) -> None:
    assert doubt_about_cct(cct) == ""
    assert doubt_about_cct(cct.lower()) == ""


@pytest.mark.parametrize(
    ("cct", "reason"),
    [
        ("09DPR1802X", "la última letra"),
        ("20ETH001O", "10 caracteres"),
        ("20ETH00010", "10 caracteres"),
        ("33ETH0001O", "empieza con 33"),
        ("00ETH0001O", "empieza con 00"),
    ],
)
def test_a_wrong_cct_says_why(cct: str, reason: str) -> None:
    assert reason in doubt_about_cct(cct)


@given(st.sampled_from(GOOD_CCTS), st.integers(2, 8), st.data())
def test_one_wrong_digit_of_a_cct_is_noticed(cct: str, place: int, data: st.DataObject) -> None:
    signs = "0123456789" if cct[place].isdigit() else "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    sign = data.draw(st.sampled_from(signs.replace(cct[place], "")))
    typed = cct[:place] + sign + cct[place + 1 :]
    if signs[0] == "0":
        assert doubt_about_cct(typed)
    else:
        assert isinstance(doubt_about_cct(typed), str)


def test_ages_are_doubted_with_a_day_at_hand() -> None:
    today = date(2026, 11, 20)
    assert age_on(date(2010, 11, 20), today) == 16
    assert age_on(date(2010, 11, 21), today) == 15
    assert doubt_about_age(date(2010, 5, 1), today) == ""
    assert doubt_about_age(date(2013, 11, 20), today) == ""
    assert doubt_about_age(date(2001, 11, 20), today) == ""
    assert doubt_about_age(date(2015, 5, 1), today) == "por su fecha de nacimiento tendría 11 años"
    assert doubt_about_age(date(2025, 5, 1), today) == "por su fecha de nacimiento tendría 1 año"
    assert "futuro" in doubt_about_age(date(2027, 1, 1), today)


def test_only_impossible_birthdays_are_doubted_without_a_day() -> None:
    assert doubt_about_birth(date(2009, 4, 12)) == ""
    assert doubt_about_birth(date(1909, 4, 12)) == "el año de nacimiento 1909 no es posible"
    assert doubt_about_birth(date(2999, 4, 12)) != ""


def test_the_declarations_warn_with_these_rules() -> None:
    assert fields_of(Alumno)["curp"].warning("GOCD0904").endswith("deben ser 18")
    assert fields_of(Alumno)["nacimiento"].warning(date(1909, 4, 12)) != ""
    assert fields_of(Plantel)["cct"].warning("09DPR1802X") != ""


@pytest.mark.parametrize(
    ("cell", "matricula"),
    [
        ("20308051280042", "20308051280042"),
        ("'0012345", "0012345"),
        ("’0012345 ", "0012345"),
        ("  0012345\u00a0", "0012345"),
        ("20308051280042.0", "20308051280042"),
        ("20308051280042.00", "20308051280042"),
        ("20308 05128 0042", "20308051280042"),
        ("20,308,051,280,042", "20308051280042"),
        ("20,308,051,280,042.00", "20308051280042"),
        ("2.0308051280042E+13", "20308051280042"),
        ("FICHA-2026-0001", "FICHA-2026-0001"),
        ("12E45", "12E45"),
        ("A10.0", "A10"),
        ("", ""),
    ],
)
def test_a_matricula_is_text_without_what_excel_adds(cell: str, matricula: str) -> None:
    assert clean_matricula(cell) == matricula


@pytest.mark.parametrize("cell", ["2.03E+13", "2,03E+13", "2E+13", "2.030805128004e+13"])
def test_a_matricula_that_lost_digits_is_refused(cell: str) -> None:
    with pytest.raises(ValueError, match="se perdieron dígitos"):
        clean_matricula(cell)


@given(st.from_regex(r"[0-9]{1,20}", fullmatch=True))
def test_figures_stay_as_they_are(matricula: str) -> None:
    assert clean_matricula(matricula) == matricula
    assert clean_matricula(f"'{matricula} ") == matricula
