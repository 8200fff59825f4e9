"""Lists of alumnos: who is new, who changes and in what, who is rejected."""

from datetime import date

import pytest

from app.errors import SheetRejected
from app.services import imports
from app.store import Store
from tests.services.listas import (
    ANA,
    GOOD_CURP,
    HEAD,
    LUIS,
    OTHER_CURP,
    alumno,
    contents,
    doubts,
    grupo_of,
    reasons,
    reviewed,
    taken,
)  # fmt: skip


@pytest.mark.feature("M-77", "M-78", "M-79", "M-22")
def test_a_list_with_everything(store: Store) -> None:
    head = ["Matrícula", "Nombre completo", "CURP", "Sexo", "Fecha de nacimiento", "Semestre",
            "Grupo", "Carrera", "Turno", "Tutor del grupo", "Correo", "Celular"]  # fmt: skip
    row = ["24301", "NÚÑEZ DE LA CRUZ MARÍA JOSÉ", GOOD_CURP, "H", "12/04/2009", "TERCERO", "A",
           "PROGRAMACIÓN", "M", "LIC. ROSA DÍAZ", "ana@plantel.mx", "9671234567"]  # fmt: skip
    found = taken(store, [head, row])
    assert (found["nuevas"], found["rechazadas"], doubts(found, "avisos")) == (1, [], [])
    one = alumno(store)
    assert (one.apellido_paterno, one.apellido_materno, one.nombres) == (
        "Núñez", "De la Cruz", "María José",
    )  # fmt: skip
    assert (one.curp, one.sexo, one.nacimiento) == (GOOD_CURP, "hombre", date(2009, 4, 12))
    assert (one.correo, one.telefono, one.estado) == ("ana@plantel.mx", "9671234567", "activo")
    assert grupo_of(store) == "3.º A matutino Programación"
    assert store.grupos.all()[0].docente_tutor == "Lic. Rosa Díaz"
    assert store.undo_label == "Importar 1 alumno"


@pytest.mark.feature("M-78")
@pytest.mark.parametrize(
    ("head", "cells"),
    [
        (["Nombre"], ["Peña Ruiz Ana"]),
        (["Apellidos", "Nombres"], ["Peña Ruiz", "Ana"]),
        (["Paterno", "Materno", "Nombre"], ["Peña", "Ruiz", "Ana"]),
        (["Nombre completo"], ["PEÑA RUIZ, ANA"]),
    ],
)
def test_names_in_one_two_or_three_cells(store: Store, head: list[str], cells: list[str]) -> None:
    taken(store, [["Control", *head], ["24301", *cells]])
    assert alumno(store).nombre_de_lista == "Peña Ruiz, Ana"


@pytest.mark.parametrize(
    ("cell", "kept"),
    [
        (26301060100000, "26301060100000"), ("0024301", "0024301"), ("'24301", "24301"),
        ("24301.0", "24301"), (" 24 301 ", "24301"), ("2-43/01", "2-43/01"), ("A24301", "A24301"),
    ],
)  # fmt: skip
def test_the_control_is_text_with_its_zeros(store: Store, cell: object, kept: str) -> None:
    taken(store, [HEAD, [cell, *ANA[1:]]])
    assert [one.matricula for one in store.alumnos.all()] == [kept]


def test_zeros_that_a_numeric_cell_lost(store: Store) -> None:
    taken(store, [HEAD, ["0024301", *ANA[1:]]])
    found = taken(store, [HEAD, [24301, *ANA[1:]]])
    assert (found["nuevas"], found["sin_cambio"]) == (0, 1)
    found = taken(store, [HEAD, ["24301", *ANA[1:]]])
    assert found["nuevas"] == 1, "a text says exactly what it says"


def test_identities_that_reject_a_row(store: Store) -> None:
    rows = [
        HEAD, ANA, ["", *LUIS[1:]], ["24301", "Otra", "", "Persona", "3A"],
        ["2.63011E+13", "Paz", "", "Eva", "3A"], ["S/N", "Paz", "", "Iris", "3A"],
        ["2430<1>", "Paz", "", "Omar", "3A"], ["9" * 21, "Paz", "", "Zoé", "3A"],
        ["24307", "Paz", "", "", "3A"], LUIS,
    ]  # fmt: skip
    found = taken(store, rows)
    assert (found["leidas"], found["nuevas"]) == (9, 2)
    assert reasons(found) == [
        (3, "Falta el número de control"),
        (4, "Control repetido en la fila 2"),
        (5, "Excel lo escribió como 2.63011E+13 y se perdieron dígitos"),
        (6, "«S/N» no es un número de control"),
        (7, "Lleva solo números, letras, guiones y diagonales"),
        (8, "Tiene 21 letras y caben 20"),
        (9, "Falta el nombre"),
    ]
    assert found["rechazadas"][1] == {
        "fila": 4, "columna": "No. de control", "valor": "24301",
        "motivo": "Control repetido en la fila 2", "hoja": "",
    }  # fmt: skip


def test_repeated_in_another_sheet(store: Store) -> None:
    found = taken(store, {"1A": [HEAD, ANA], "1B": [HEAD, LUIS, ANA]})
    assert reasons(found) == [(3, "Control repetido en la fila 2 de la hoja 1A")]


@pytest.mark.feature("M-79")
@pytest.mark.parametrize(
    ("semestre", "grupo", "label"),
    [
        ("", "3A", "3.º A"), ("", "3° A", "3.º A"), ("3", "A", "3.º A"), ("", "301", "301"),
        ("Tercero", "A", "3.º A"), (3, "3ºA", "3.º A"), ("3", "", "3.º"), ("III", "3-A", "3.º A"),
        ("", "1CV", "1.º CV"), ("", 301, "301"),
    ],
)  # fmt: skip
def test_forms_of_grupo(store: Store, semestre: object, grupo: object, label: str) -> None:
    head = ["Control", "Nombre completo", "Semestre", "Grupo"]
    taken(store, [head, ["24301", "Ruiz Paz Ana", semestre, grupo]])
    assert grupo_of(store) == label
    again = taken(store, [head, ["24301", "Ruiz Paz Ana", semestre, grupo]])
    assert again["sin_cambio"] == 1


def test_the_same_label_in_two_turnos(store: Store) -> None:
    head = [*HEAD, "Turno"]
    taken(store, [head, [*ANA, "M"], [*LUIS, "V"]])
    assert (grupo_of(store), grupo_of(store, "24302")) == ("3.º A matutino", "3.º A vespertino")
    found = taken(store, [HEAD, ANA, ["24303", "Paz", "", "Eva", "3A"]])
    assert found["sin_cambio"] == 1, "Ana stays where she is"
    assert "matutino o 3.º A vespertino" in doubts(found, "avisos")[0]["motivo"]


def test_a_grupo_is_completed_and_its_docente_changes(store: Store) -> None:
    taken(store, [HEAD, ANA])
    head = [*HEAD, "Turno", "Especialidad", "Tutor del grupo"]
    found = taken(store, [head, [*ANA, "V", "Contabilidad", "Rosa Díaz"]])
    assert grupo_of(store) == "3.º A vespertino Contabilidad"
    assert store.grupos.all()[0].docente_tutor == "Rosa Díaz"
    assert (found["sin_cambio"], len(store.grupos.all())) == (1, 1)


def test_a_list_by_sections_with_repeated_headers(store: Store) -> None:
    head = ["No.", "Control", "Nombre completo"]
    rows = [
        ["GRUPO: 3A", "", "TURNO: MATUTINO"], head, [1, "1001", "Ruiz Paz Ana"], ["", "", "Total: 1"],
        [], ["GRUPO: 3B"], head, [1, "1002", "Ruiz Paz Eva"], [2, "", "Ruiz Paz Iris"],
        ["Hombres: 0", "", "Mujeres: 2"],
    ]  # fmt: skip
    found = taken(store, rows)
    assert (found["leidas"], found["nuevas"]) == (3, 2)
    assert reasons(found) == [(9, "Falta el número de control")]
    assert [line["fila"] for line in found["filas_ignoradas"]] == [4, 6, 7, 10]
    assert (grupo_of(store, "1001"), grupo_of(store, "1002")) == (
        "3.º A matutino",
        "3.º B matutino",
    )


def test_changes_field_by_field_and_blanks_that_erase_nothing(store: Store) -> None:
    head = [*HEAD, "Correo", "Teléfono"]
    taken(store, [head, [*ANA, "ana@x.mx", "111"], [*LUIS, "", ""]])
    plan = reviewed(store, [head, [*ANA[:4], "5B", "", "222"], [*LUIS, "", ""]])
    ana, luis = plan.rows
    assert (ana.accion, luis.accion) == ("cambia", "igual")
    assert [tuple(c)[1:] for c in ana.cambios] == [
        ("Teléfono", "111", "222"), ("Grupo", "3.º A", "5.º B"),
    ]  # fmt: skip
    assert ana.motivo == "Teléfono: 111 a 222; Grupo: 3.º A a 5.º B"
    imports.apply(store, plan)
    assert (alumno(store).correo, alumno(store).telefono) == ("ana@x.mx", "222")


def test_capitals_do_not_spoil_a_name_and_accents_mend_it(store: Store) -> None:
    taken(store, [HEAD, ["24301", "Núñez", "Pena", "Ana", "3A"]])
    assert taken(store, [HEAD, ["24301", "NUNEZ", "PENA", "ANA", "3A"]])["sin_cambio"] == 1
    assert taken(store, [HEAD, ["24301", "NÚÑEZ", "PEÑA", "ANA", "3A"]])["actualizadas"] == 1
    assert alumno(store).apellidos == "Núñez Peña"


def test_bajas_are_listed_and_only_marked_when_asked(store: Store) -> None:
    taken(store, [HEAD, ANA, LUIS, ["24303", "Paz", "", "Eva", "5A"]])
    plan = reviewed(store, [HEAD, ANA])
    assert [(b.control, b.nombre, b.grupo) for b in plan.bajas] == [
        ("24302", "de la Cruz, Luis Ángel", "3.º A"),
    ]  # fmt: skip
    imports.apply(store, plan)
    assert alumno(store, "24302").estado == "activo"
    result = imports.apply(store, reviewed(store, [HEAD, ANA]), bajas=True)
    assert (result.bajas, alumno(store, "24302").estado) == (1, "baja_temporal")
    assert reviewed(store, [HEAD, ANA]).bajas == []


@pytest.mark.feature("M-07")
def test_who_starts_in_the_first_semestre_is_of_nuevo_ingreso(store: Store) -> None:
    taken(store, [HEAD, ["1", "Paz", "", "Eva", "1A"], ANA])
    assert (alumno(store, "1").nuevo_ingreso, alumno(store).nuevo_ingreso) == (True, False)
    taken(store, [[*HEAD, "Nuevo ingreso"], ["2", "Paz", "", "Iris", "1A", "no"]])
    assert alumno(store, "2").nuevo_ingreso is False


def test_without_a_column_of_control_the_curp_tells_who(store: Store) -> None:
    taken(store, [[*HEAD, "CURP"], [*ANA, GOOD_CURP]])
    rows = [["CURP", "Nombre completo", "Teléfono"], [GOOD_CURP, "NÚÑEZ PEÑA ANA", "333"],
            [OTHER_CURP, "PAZ RUIZ EVA", "4"], ["", "PAZ RUIZ IRIS", "5"], [GOOD_CURP, "x", "6"]]  # fmt: skip
    found = taken(store, rows)
    assert found["actualizadas"] == 1
    assert reasons(found) == [
        (3, "La lista no trae número de control y ningún alumno tiene esa CURP"),
        (4, "Faltan el número de control y la CURP"),
        (5, "CURP repetida en la fila 2"),
    ]
    assert alumno(store).telefono == "333"


@pytest.mark.feature("M-78")
def test_users_of_oneroster(store: Store) -> None:
    head = ["role", "sourcedId", "status", "givenName", "familyName", "middleName", "identifier",
            "email", "password", "grades", "ext_x"]  # fmt: skip
    rows = [
        head,
        [
            "student",
            "u1",
            "active",
            "Ana",
            "Núñez Peña",
            "Sofía",
            "24301",
            "ana@x.mx",
            "secreta",
            "3",
            "z",
        ],
        ["student", "U-2", "active", "Luis", "de la Cruz", "", "", "", "secreta", "5", ""],
        ["teacher", "u3", "active", "Rosa", "Díaz", "", "1", "", "", "", ""],
        ["student", "u4", "tobedeleted", "Eva", "Paz", "", "24304", "", "", "1", ""],
    ]
    found = taken(store, rows, name="users.csv")
    assert (found["tipo"], found["leidas"], found["nuevas"]) == ("alumnos", 2, 2)
    assert [line["fila"] for line in found["filas_ignoradas"]] == [4, 5]
    assert "password" in found["ignoradas"]
    assert alumno(store).nombre == "Ana Sofía Núñez Peña"
    assert grupo_of(store, "U-2") == "5.º"
    assert "secreta" not in str(contents(store))


def test_a_list_without_alumnos(store: Store) -> None:
    found = taken(store, [HEAD])
    assert (found["leidas"], found["nuevas"], store.undo_label) == (0, 0, "")
    with pytest.raises(SheetRejected):
        reviewed(store, [HEAD, ANA], columnas={"Grupo": "signo zodiacal"})


def test_the_docente_tutor_of_a_grupo_is_the_first_that_the_list_says(store: Store) -> None:
    head = [*HEAD, "Tutor del grupo"]
    rows = [head, [*ANA, ""], [*LUIS, "ROSA DÍAZ"], ["3", "Paz", "", "Eva", "3A", "Otra Persona"]]
    taken(store, rows)
    assert [g.docente_tutor for g in store.grupos.all()] == ["Rosa Díaz"]
    assert not reviewed(store, rows).hay_cambios
