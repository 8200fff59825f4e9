"""Wide lists of calificaciones: a column for each asignatura and parcial."""

import pytest

from app.errors import SheetRejected
from app.services import imports
from app.store import Store
from tests.services.listas import ANA, GOOD_CURP, HEAD, LUIS, boleta, reasons, reviewed, taken


@pytest.fixture(autouse=True)
def people(store: Store) -> None:
    taken(store, [[*HEAD, "CURP"], [*ANA, GOOD_CURP], [*LUIS, ""]])


@pytest.mark.feature("I-15", "U-49")
def test_wide(store: Store) -> None:
    rows = [
        ["No.", "Control", "Nombre", "MATEMÁTICAS III", "Inglés II", "Promedio"],
        [1, "24301", "NÚÑEZ PEÑA ANA", 8.5, "NA", 8.5], [2, "24302", "", "", 10, 10],
    ]  # fmt: skip
    found = taken(store, rows)
    assert found["columnas"] == {
        "Control": "control", "Nombre": "nombre_completo", "MATEMÁTICAS III": "calificacion",
        "Inglés II": "calificacion",
    }  # fmt: skip
    assert found["ignoradas"] == ["No.", "Promedio"]
    assert boleta(store) == [
        ("Inglés II", 4, "ordinario", "NA", None), ("Matemáticas III", 4, "ordinario", "8.5", None),
    ]  # fmt: skip
    assert boleta(store, "24302") == [("Inglés II", 4, "ordinario", "10", None)]
    assert "no dice de qué parcial" in found["notas"][0]
    assert store.undo_label == "Importar 3 calificaciones"
    assert taken(store, rows)["sin_cambio"] == 2


def test_wide_with_parciales_and_faltas_in_two_rows(store: Store) -> None:
    rows = [
        ["Control", "Nombre", "MATEMÁTICAS I", "", "", "INGLÉS I", ""],
        ["", "", "P1", "F", "P2", "1er parcial", "Faltas"],
        ["24301", "Núñez Peña Ana", 7, 2, "", "NP", 5],
    ]  # fmt: skip
    found = taken(store, rows)
    assert list(found["columnas"])[2] == "MATEMÁTICAS I · P1"
    assert len(found["columnas"]) == 7
    assert boleta(store) == [
        ("Inglés I", 1, "ordinario", "NP", 5), ("Matemáticas I", 1, "ordinario", "7", 2),
    ]  # fmt: skip


def test_titles_above_the_header(store: Store) -> None:
    rows = [
        ["", "", "FÍSICA I", "", "QUÍMICA I"], ["Control", "Nombre", "P1", "P2", "P1"],
        ["24301", "Núñez Peña Ana", 7, 8, 9],
    ]  # fmt: skip
    taken(store, rows)
    assert [(a, p, c) for a, p, _, c, _ in boleta(store)] == [
        ("Física I", 1, "7"), ("Física I", 2, "8"), ("Química I", 1, "9"),
    ]  # fmt: skip


def test_one_asignatura_with_its_parciales(store: Store) -> None:
    rows = [
        ["Asignatura: Cultura Digital I", "", "Docente: Ana"],
        ["No.", "Control", "Nombre", "Parcial 1", "Parcial 2", "Faltas P1", "Final"],
        [1, "24301", "Núñez Peña Ana", 7, 8, 2, 7.5],
    ]
    taken(store, rows)
    assert boleta(store) == [
        ("Cultura Digital I", 1, "ordinario", "7", 2), ("Cultura Digital I", 2, "ordinario", "8", None),
        ("Cultura Digital I", 4, "ordinario", "7.5", None),
    ]  # fmt: skip
    taken(store, {"Humanidades I": [["Control", "P1", "P2"], ["24302", 6, 7]]})
    assert {name for name, *_ in boleta(store, "24302")} == {"Humanidades I"}
    with pytest.raises(SheetRejected, match="no dice de qué asignatura es"):
        reviewed(store, [["Control", "P1", "P2"], ["24302", 6, 7]])


@pytest.mark.parametrize(
    ("name", "letterhead", "parcial"),
    [("lista_1er_parcial.xlsx", [], 1), ("x.csv", ["SEGUNDO PARCIAL"], 2), ("x.csv", [], 4)],
)
def test_the_parcial_of_a_wide_list(
    store: Store, name: str, letterhead: list[str], parcial: int
) -> None:
    rows = [letterhead, ["Control", "Física II"], ["24301", 8]]
    taken(store, rows, name=name)
    assert [p for _, p, *_ in boleta(store)] == [parcial]
    taken(store, rows, name=name, options=imports.Options(parcial=3))
    assert [p for _, p, *_ in boleta(store)] == sorted({parcial, 3})


def test_repeated_in_a_wide_list(store: Store) -> None:
    head = ["Control", "Física II"]
    found = taken(store, {"3A": [head, ["24301", 8], ["24301", 9]], "3B": [head, ["24301", 10]]})
    assert reasons(found) == [(3, "Control repetido en la fila 2")]
    assert reasons(found, "por_revisar") == [
        (2, "Física II: esa calificación ya está en la fila 2 de la hoja 3A")
    ]
    assert boleta(store)[0][3] == "8"


def test_counts_of_classes_attended(store: Store) -> None:
    rows = [["Control", "Física II P1", "Asistencias Física II P1"], ["24301", 8, 17]]
    found = taken(store, rows)
    assert found["ignoradas"] == ["Asistencias Física II P1"]
    assert "falta decir de cuántas clases es" in found["notas"][0]
    taken(store, rows, options=imports.Options(clases=20))
    assert boleta(store) == [("Física II", 1, "ordinario", "8", 3)]


def test_nothing_of_a_wide_list_is_understood(store: Store) -> None:
    rows = [["Control", "Nombre", "Observaciones"], ["24301", "Ana", "trae lentes"]]
    with pytest.raises(SheetRejected, match="no trae calificaciones que se entiendan"):
        reviewed(store, rows, tipo="calificaciones")


def test_screen_of_a_federal_system(store: Store) -> None:
    """Thirteen columns: parciales, asistencias, average, tipo de acreditación and firma."""
    rows = [
        ["UAC: CONSERVACIÓN DE LA ENERGÍA", "", "", "SEMESTRE: 2"],
        ["No. LISTA", "NO. CONTROL", "NOMBRE", "PARCIAL 1", "PARCIAL 2", "PARCIAL 3", "ASISTENCIAS P1",
         "ASISTENCIAS P2", "ASISTENCIAS P3", "PROMEDIO", "ASISTENCIAS", "TIPO DE ACREDITACIÓN", "FIRMADO"],
        [1, "24301", "NÚÑEZ PEÑA ANA", 8, 9, "", 20, 19, "", 8.5, 39, "RECURSAMIENTO", "S"],
        [2, "24302", "DE LA CRUZ LUIS ÁNGEL", "NP", 7, "", 2, 18, "", 3.5, 20, "¿?", "S"],
    ]  # fmt: skip
    found = taken(store, rows)
    assert [(p, i, c) for _, p, i, c, _ in boleta(store)] == [
        (1, "recursamiento", "8"), (2, "recursamiento", "9"),
    ]  # fmt: skip
    assert reasons(found, "por_revisar") == [(4, "«¿?» no es una forma de acreditar")]
    assert [(p, c) for _, p, _, c, _ in boleta(store, "24302")] == [(1, "NP"), (2, "7")]
    assert "PROMEDIO" in found["ignoradas"]
    assert store.asignaturas.all()[0].nombre == "Conservación de la Energía"


def test_parciales_over_the_asignaturas(store: Store) -> None:
    rows = [
        ["CBTis 214"], ["", "", "PRIMER PARCIAL", "", "SEGUNDO PARCIAL", ""],
        ["Control", "Nombre", "Física II", "Química I", "Física II", "Química I"],
        ["24301", "Núñez Peña Ana", 7, 8, 9, 10],
    ]  # fmt: skip
    found = taken(store, rows)
    assert [(a, p, c) for a, p, _, c, _ in boleta(store)] == [
        ("Física II", 1, "7"), ("Física II", 2, "9"), ("Química I", 1, "8"), ("Química I", 2, "10"),
    ]  # fmt: skip
    assert "PRIMER PARCIAL · Química I" in found["columnas"]
