"""What is doubtful in a list of alumnos: it enters without that datum, or it is pointed out."""

from datetime import date, datetime

import pytest

from app.services import imports
from app.store import Store
from tests.services.listas import (
    ANA,
    GOOD_CURP,
    HEAD,
    LUIS,
    alumno,
    doubts,
    reasons,
    reviewed,
    taken,
)  # fmt: skip


def test_a_name_that_is_not_certain_enters_and_is_pointed_out(store: Store) -> None:
    rows = [
        ["Control", "Nombre completo"],
        ["24301", "HERNÁNDEZ ITZEL"],
        ["24302", "NU¥EZ PAZ EVA"],
    ]
    found = taken(store, rows)
    assert doubts(found, "avisos") == []
    assert [line["fila"] for line in doubts(found, "por_revisar")] == [2, 3]
    assert "letras dañadas" in doubts(found, "por_revisar")[1]["motivo"]
    assert alumno(store).nombre_de_lista == "Hernández, Itzel"


def test_a_split_is_corrected_in_the_review(store: Store) -> None:
    rows = [["Control", "Nombre completo"], ["24301", "HERNÁNDEZ ITZEL"]]
    plan = reviewed(store, rows)
    known = imports.snapshot(store, "alumnos")
    imports.correct(known, plan, plan.rows[0].place, "apellido_materno", "gómez")
    assert plan.rows[0].avisos == []
    assert plan.rows[0].values["apellido_materno"] == "Gómez"
    imports.apply(store, plan)
    assert alumno(store).nombre == "Itzel Hernández Gómez"


def test_doubtful_values_stay_empty_and_are_kept_to_correct(store: Store) -> None:
    head = [*HEAD, "CURP", "Fecha de nacimiento", "Correo", "Turno"]
    rows = [
        head,
        [*ANA, "NUPD0813", "31/02/2009", "ana arroba x", "matutina"],
        [*LUIS, "", "", "", ""],
    ]
    found = taken(store, rows)
    assert [(line["columna"], line["valor"]) for line in doubts(found, "avisos")] == [
        ("CURP", "NUPD0813"), ("Correo", "ana arroba x"), ("Fecha de nacimiento", "31/02/2009"),
        ("Turno", "matutina"),
    ]  # fmt: skip
    assert doubts(found, "avisos")[0]["motivo"] == "La CURP tiene 8 caracteres y deben ser 18"
    one = alumno(store)
    assert (one.curp, one.nacimiento, one.correo) == ("", None, "")
    kept = store.correcciones.where(alumno=one.id)
    assert {(c.campo, c.escrito) for c in kept} >= {
        ("curp", "NUPD0813"),
        ("correo", "ana arroba x"),
    }
    again = taken(store, rows)
    assert (again["sin_cambio"], len(doubts(again, "avisos"))) == (2, 4)
    assert len(store.correcciones.all()) == 4
    taken(store, [head, [*ANA, GOOD_CURP, "", "", ""]])
    assert {c.campo for c in store.correcciones.all()} == {"nacimiento", "correo", "turno"}


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("12/04/2009", date(2009, 4, 12)), ("2009-04-12", date(2009, 4, 12)),
        (date(2009, 4, 12), date(2009, 4, 12)),
        (datetime(2009, 4, 12), date(2009, 4, 12)),
        ("12-abr-2009", date(2009, 4, 12)), ("12 de abril de 2009", date(2009, 4, 12)),
        ("12/04/09", date(2009, 4, 12)), (39915, date(2009, 4, 12)), ("2009-04-12 00:00:00", date(2009, 4, 12)),
        ("12/13/2009", date(2009, 12, 13)), ("1899-01-01", None), ("ayer", None),
    ],
)  # fmt: skip
def test_birthdays_as_lists_write_them(store: Store, cell: object, day: date | None) -> None:
    found = taken(store, [[*HEAD, "Nacimiento"], [*ANA, cell]])
    assert alumno(store).nacimiento == day
    assert len(doubts(found, "avisos")) == (day is None)


def test_a_column_of_american_days(store: Store) -> None:
    rows = [[*HEAD, "Nacimiento"], [*ANA, "04/12/2009"], [*LUIS, "12/25/2008"]]
    taken(store, rows)
    assert alumno(store).nacimiento == date(2009, 4, 12)


@pytest.mark.parametrize(
    ("column", "kept"),
    [
        (("H", "M"), ("hombre", "mujer")), (("F", "M"), ("mujer", "hombre")),
        (("Masculino", "Femenino"), ("hombre", "mujer")), (("MUJER", "hombre"), ("mujer", "hombre")),
        (("M", "M"), ("", "")), (("H", "marciano"), ("hombre", "")),
    ],
)  # fmt: skip
def test_sexo_is_read_by_the_whole_column(
    store: Store, column: tuple[str, str], kept: tuple[str, str]
) -> None:
    rows = [[*HEAD, "Sexo"], [*ANA, column[0]], [*LUIS, column[1]]]
    found = taken(store, rows)
    assert (alumno(store).sexo, alumno(store, "24302").sexo) == kept
    assert len(doubts(found, "avisos")) == kept.count("")


def test_what_m_means_is_told_by_the_curp_or_by_the_user(store: Store) -> None:
    rows = [[*HEAD, "Sexo", "CURP"], [*ANA, "M", GOOD_CURP], [*LUIS, "M", ""]]
    taken(store, rows)
    assert (alumno(store).sexo, alumno(store, "24302").sexo) == ("hombre", "")
    taken(store, rows, options=imports.Options(sexo_m="mujer"))
    assert alumno(store, "24302").sexo == "mujer"


def test_a_curp_that_contradicts_or_belongs_to_another(store: Store) -> None:
    head = [*HEAD, "CURP", "Sexo", "Nacimiento"]
    found = taken(store, [
        head, [*ANA, GOOD_CURP, "Mujer", "13/04/2009"], [*LUIS, GOOD_CURP, "Hombre", "12/04/2009"],
    ])  # fmt: skip
    assert reasons(found, "por_revisar") == [
        (2, "La CURP dice que nació el 12/04/2009"), (2, "La CURP es de hombre"),
    ]  # fmt: skip
    assert reasons(found, "avisos") == [(3, "Esa CURP ya está en la fila 2")]
    found = taken(store, [head, ["24309", "Paz", "", "Eva", "3A", GOOD_CURP, "", ""]])
    assert reasons(found, "avisos") == [(2, "Esa CURP ya es de Ana Núñez Peña")]


def test_an_unlikely_age_only_deserves_a_look(store: Store) -> None:
    found = taken(store, [[*HEAD, "Nacimiento"], [*ANA, "12/04/1999"]])
    assert reasons(found, "por_revisar") == [(2, "Por su fecha de nacimiento tendría 27 años")]
    assert alumno(store).nacimiento == date(1999, 4, 12)


def test_doubtful_grupos(store: Store) -> None:
    head = ["Control", "Nombre completo", "Semestre", "Grupo"]
    found = taken(
        store, [head, ["24301", "Ruiz Paz Ana", "", "3C?"], ["24302", "Ruiz Paz Eva", "3", "5A"]]
    )
    assert reasons(found, "avisos") == [
        (2, "Grupo desconocido: 3C?"), (3, "El semestre dice 3 y el grupo 5"),
    ]  # fmt: skip
    assert alumno(store).grupo is None
    assert not store.grupos.all()


def test_a_control_that_is_somebody_elses_is_pointed_out(store: Store) -> None:
    taken(store, [HEAD, ANA])
    plan = reviewed(store, [HEAD, ["24301", "Ordóñez", "Ibarra", "Saúl", "3A"]])
    assert plan.rows[0].avisos[0].motivo == "Ese número de control es de Ana Núñez Peña"
    assert plan.rows[0].accion == "cambia"


def test_hostile_texts_are_kept_as_typed_or_refused_in_words(store: Store) -> None:
    rows = [
        HEAD, ["1", "<b>Ana</b>", "O'Hara & Ñu", "=1+1", "3A"], ["2", "x" * 3000, "Ruiz", "Eva", "3A"],
        ["3", "Paz", "Ruiz", "x" * 3000, "3A"], ["4", "Paz\x00\u202e", "\u200bRuiz\n", "I\u0301ris", "3A"],
    ]  # fmt: skip
    found = taken(store, rows)
    one = alumno(store, "1")
    assert (one.apellido_paterno, one.nombres) == ("<b>Ana</b>", "=1+1")
    assert reasons(found, "avisos") == [(3, "Tiene 3000 letras y caben 80")]
    assert reasons(found) == [(4, "Tiene 3000 letras y caben 80")]
    assert alumno(store, "4").nombre == "Íris Paz Ruiz"
    assert len(store.correcciones.all()[0].escrito) == 300


def test_cells_that_say_nothing_and_cells_with_an_error(store: Store) -> None:
    head = [*HEAD, "CURP", "Correo", "Teléfono"]
    found = taken(store, [head, [*ANA, "-", "#N/A", " — "], [*LUIS, "#¡REF!", "", "..."]])
    assert reasons(found, "avisos") == [
        (2, "La celda trae un error de la hoja de cálculo (#N/A)"),
        (3, "La celda trae un error de la hoja de cálculo (#¡REF!)"),
    ]  # fmt: skip


def test_a_curp_repeated_in_another_sheet(store: Store) -> None:
    head = [*HEAD, "CURP"]
    found = taken(store, {"3A": [head, [*ANA, GOOD_CURP]], "3B": [head, [*LUIS, GOOD_CURP]]})
    assert reasons(found, "avisos") == [(2, "Esa CURP ya está en la fila 2 de la hoja 3A")]
