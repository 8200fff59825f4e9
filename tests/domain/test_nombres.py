"""Full names in one cell, capitals, keys for comparing, damaged letters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain import Alumno
from app.domain.alumno import short_name
from app.domain.nombres import (
    comparison_key,
    guess_orden,
    initials,
    inside,
    proper_case,
    repaired,
    signs_of_wrong_code_page,
    split_name,
)
from app.text import nfc

SURNAMES = st.sampled_from(
    [
        "PÉREZ",
        "NÚÑEZ",
        "DE LA CRUZ",
        "DEL ÁNGEL",
        "SAN MARTÍN",
        "DE LOS SANTOS",
        "O'BRIEN",
        "GARCÍA-LUNA",
    ]
)
GIVEN = st.sampled_from(
    ["ANA", "JOSÉ LUIS", "MARÍA DE LA LUZ", "MA. DEL CARMEN", "GUADALUPE", "JUAN DE DIOS", "ÍÑIGO"]
)


@given(SURNAMES, SURNAMES, GIVEN)
def test_lists_in_capitals_are_split_without_a_doubt(
    paterno: str, materno: str, nombres: str
) -> None:
    found = split_name(f"{paterno} {materno} {nombres}")
    assert (found.paterno, found.materno, found.nombres) == (paterno, materno, nombres)
    assert found.doubt == ""
    again = split_name(f" {paterno}  {materno} ,{nombres} ")
    assert (again.paterno, again.materno, again.nombres) == (paterno, materno, nombres)
    assert again.doubt == ""


@given(SURNAMES, SURNAMES, GIVEN)
def test_names_that_come_first_are_split_too(paterno: str, materno: str, nombres: str) -> None:
    found = split_name(f"{nombres} {paterno} {materno}", "nombres")
    assert (found.paterno, found.materno, found.nombres) == (paterno, materno, nombres)


@pytest.mark.parametrize(
    ("cell", "paterno", "materno", "nombres"),
    [
        ("DE LA CRUZ LOPEZ MARIA DE LA LUZ", "De la Cruz", "Lopez", "Maria de la Luz"),
        ("DEL ÁNGEL DE LOS SANTOS JOSÉ", "Del Ángel", "De los Santos", "José"),
        ("DE LA O MARTINEZ LUIS", "De la O", "Martinez", "Luis"),
        ("SAN MARTÍN SANTA CRUZ EVA", "San Martín", "Santa Cruz", "Eva"),
        ("MC GREGOR LOPEZ ANA", "Mc Gregor", "Lopez", "Ana"),
        ("MCGREGOR VON DER WENSE ANA", "McGregor", "Von der Wense", "Ana"),
        ("ORTEGA Y GASSET JOSÉ", "Ortega", "Y Gasset", "José"),
        ("GARCIA - LUNA PEREZ ANA", "Garcia-Luna", "Perez", "Ana"),
        ("PEREZ LOPEZ SANTA", "Perez", "Lopez", "Santa"),
        ("Núñez García, Diego", "Núñez", "García", "Diego"),
        ("LOPEZ DE LA CRUZ JUAN CARLOS", "Lopez", "De la Cruz", "Juan Carlos"),
        ("PEREZ LOPEZ\nJUAN.", "Perez", "Lopez", "Juan"),
    ],
)
def test_certain_names(cell: str, paterno: str, materno: str, nombres: str) -> None:
    found = split_name(cell).proper()
    assert (found.paterno, found.materno, found.nombres) == (paterno, materno, nombres)
    assert found.doubt == ""


@pytest.mark.parametrize(
    ("cell", "cells", "doubt"),
    [
        ("", ("", "", ""), "no hay nombre"),
        ("ANA", ("", "", "ANA"), "solo tiene una palabra"),
        ("PEREZ JUAN", ("PEREZ", "", "JUAN"), "solo tiene dos palabras"),
        ("PEREZ LOPEZ ANA EVA SOL", ("PEREZ", "LOPEZ", "ANA EVA SOL"), "cinco palabras o más"),
        ("MONTES DE OCA PEREZ JUAN", ("MONTES DE OCA", "PEREZ", "JUAN"), "un solo apellido"),
        ("PEREZ MARIA DEL CARMEN", ("PEREZ", "", "MARIA DEL CARMEN"), "un solo apellido"),
        ("PEREZ SOTO DEL CARMEN", ("PEREZ", "SOTO", "DEL CARMEN"), "no se distingue"),
        ("SOL DE NAVA PEREZ JUAN", ("SOL", "DE NAVA", "PEREZ JUAN"), "«SOL DE NAVA» puede ser"),
        ("SOL PAZ DE LA VEGA EVA", ("SOL", "PAZ DE LA VEGA", "EVA"), "«PAZ DE LA VEGA» puede ser"),
        ("SOL PAZ RUIZ, EVA", ("SOL", "PAZ RUIZ", "EVA"), "pueden ser compuestos"),
        ("PEREZ, JUAN", ("PEREZ", "", "JUAN"), "un solo apellido"),
        ("PEREZ LOPEZ,", ("PEREZ", "", "LOPEZ"), "solo tiene dos palabras"),
        ("NU¥EZ LOPEZ ANA", ("NU¥EZ", "LOPEZ", "ANA"), "letras dañadas"),
        ("PEREZ LOPEZ JUAN 2", ("PEREZ", "LOPEZ", "JUAN 2"), "lleva cifras o signos"),
    ],
)
def test_what_is_not_certain_says_so(cell: str, cells: tuple[str, str, str], doubt: str) -> None:
    found = split_name(cell)
    assert (found.paterno, found.materno, found.nombres) == cells
    assert doubt in found.doubt
    assert found.proper().doubt == found.doubt


@pytest.mark.parametrize(
    ("cell", "cells", "doubt"),
    [
        ("ANA PEREZ", ("PEREZ", "", "ANA"), "solo tiene dos palabras"),
        ("ANA", ("", "", "ANA"), "solo tiene una palabra"),
        ("MARIA DEL CARMEN LOPEZ", ("LOPEZ", "", "MARIA DEL CARMEN"), "un solo apellido"),
        ("ANA MARIA DEL CARMEN LOPEZ", ("LOPEZ", "", "ANA MARIA DEL CARMEN"), "un solo apellido"),
        ("ANA EVA SOL PAZ RUIZ", ("PAZ", "RUIZ", "ANA EVA SOL"), "cinco palabras o más"),
    ],
)
def test_names_first_have_their_doubts(cell: str, cells: tuple[str, str, str], doubt: str) -> None:
    found = split_name(cell, "nombres")
    assert (found.paterno, found.materno, found.nombres) == cells
    assert doubt in found.doubt


@given(st.text(max_size=60), st.sampled_from(["apellidos", "nombres"]))
def test_no_letter_is_lost_whatever_the_cell_says(cell: str, orden: str) -> None:
    found = split_name(cell, orden)
    written = f"{found.paterno}{found.materno}{found.nombres}"
    assert sorted(filter(str.isalpha, written)) == sorted(filter(str.isalpha, nfc(cell)))


def test_the_order_of_a_column_is_read_from_its_surnames() -> None:
    assert guess_orden(["PEREZ LOPEZ SOL", "GARCIA RUIZ ANA", "SOLIS PAZ EVA", ""]) == "apellidos"
    assert guess_orden(["Sol Pérez López", "Ana García Ruiz", "Eva"]) == "nombres"
    assert guess_orden(["Pérez López, Sol"]) == "apellidos"
    assert guess_orden([]) == "apellidos"


@pytest.mark.parametrize(
    ("capitals", "proper"),
    [
        ("MARÍA DE LA LUZ", "María de la Luz"),
        ("DE LA CRUZ", "De la Cruz"),
        ("de los ángeles", "De los Ángeles"),
        ("LA TORRE", "La Torre"),
        ("MCGREGOR", "McGregor"),
        ("MACÍAS", "Macías"),
        ("MC", "Mc"),
        ("O'BRIEN", "O'Brien"),
        ("D’ANGELO", "D’Angelo"),
        ("GARCÍA-LUNA", "García-Luna"),
        ("MA. GUADALUPE", "Ma. Guadalupe"),
        ("J.J.", "J.J."),
        ("ÑÚÑEZ", "Ñúñez"),
        ("MARTINEZ", "Martinez"),
        ("Ana MARÍA", "Ana MARÍA"),
        ("María de la Luz", "María de la Luz"),
        ("", ""),
    ],
)
def test_capitals_stay_only_where_they_belong(capitals: str, proper: str) -> None:
    assert proper_case(capitals) == proper
    assert proper_case(proper) == proper


def test_particles_are_small_after_a_name() -> None:
    assert inside("De la Cruz") == "de la Cruz"
    assert inside("DE LA CRUZ") == "DE LA CRUZ"
    assert inside("La Torre") == "La Torre"
    assert inside("Delgado Ruiz") == "Delgado Ruiz"
    assert inside("De") == "De"
    alumno = Alumno(nombres="Ana", apellido_paterno="De la Cruz", apellido_materno="Del Ángel")
    assert alumno.nombre == "Ana de la Cruz del Ángel"
    assert alumno.nombre_de_lista == "De la Cruz del Ángel, Ana"
    assert alumno.nombre_corto == "Ana de la Cruz"
    only = Alumno(nombres="Ana", apellido_materno="Del Ángel")
    assert (only.apellidos, only.nombre) == ("Del Ángel", "Ana del Ángel")
    assert Alumno(apellido_paterno="De la Cruz").nombre == "De la Cruz"
    assert short_name("", "De la Cruz") == "De la Cruz"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("NÚÑEZ DE LA CRUZ MA. GUADALUPE", "Nuñez Cruz María Gpe."),
        ("HDEZ GARCÍA-LUNA FCO", "Hernández García Luna Francisco"),
        ("NU¥EZ LOPEZ ANA", "Núñez López Ana"),
    ],
)
def test_names_that_are_the_same_have_one_key(one: str, other: str) -> None:
    assert comparison_key(one) == comparison_key(other)


def test_a_key_is_made_of_any_number_of_cells() -> None:
    assert comparison_key("De la Cruz", "López", "Ana") == "cruz lopez ana"
    assert comparison_key("De la Cruz López Ana") == comparison_key("De la Cruz", "López", "Ana")
    assert comparison_key("") == ""


def test_initials_skip_particles() -> None:
    assert initials("María de la Luz", "De la Cruz") == "MC"
    assert initials("ángel", "ñúñez") == "ÁÑ"
    assert initials("Ana", "") == "A"
    assert initials("", "De la") == ""


@pytest.mark.parametrize(
    ("damaged", "right"),
    [
        ("NU¥EZ", "NUÑEZ"),
        ("Pe¤a", "Peña"),
        ("Garc¡a", "García"),
        ("NuÃ±ez", "Nuñez"),
        ("GarcÃ\xada", "García"),
        ("NUÃ\u2018EZ", "NUÑEZ"),
    ],
)
def test_damaged_letters_are_noticed_and_mended(damaged: str, right: str) -> None:
    assert "señal de letras dañadas" in signs_of_wrong_code_page(damaged)
    assert repaired(damaged) == right


@pytest.mark.parametrize("text", ["NU?EZ", "NU\ufffdEZ", "NUÃ", "Ã¿\u0141"])
def test_letters_that_are_lost_are_only_noticed(text: str) -> None:
    assert signs_of_wrong_code_page(text)
    assert repaired(text) == text


@pytest.mark.parametrize(
    "text", ["NÚÑEZ", "JOÃO", "¿Sí?", "¡Hola!", "Müller", "O'BRIEN", "", "3.º B"]
)
def test_good_letters_are_left_alone(text: str) -> None:
    assert signs_of_wrong_code_page(text) == ""
    assert repaired(text) == text
