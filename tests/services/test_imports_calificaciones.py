"""Lists of calificaciones: a row for each calificación, and what both shapes share."""

import pytest

from app.domain import Asignatura, Calificacion, Grupo
from app.services import imports
from app.store import Store
from tests.services.listas import (
    ANA,
    GOOD_CURP,
    HEAD,
    LUIS,
    alumno,
    boleta,
    reasons,
    reviewed,
    taken,
)

LONG = ["No. control", "Asignatura", "Parcial", "Oportunidad", "Calificación", "Faltas"]


@pytest.fixture(autouse=True)
def people(store: Store) -> None:
    taken(store, [[*HEAD, "CURP"], [*ANA, GOOD_CURP], [*LUIS, ""]])


@pytest.mark.feature("I-15", "U-49", "S-46")
def test_long(store: Store) -> None:
    found = taken(store, [
        LONG, ["24301", "Física II", "1", "Normal", "8.5", "2"], ["24301", "Física II", 2, "Normal", 0, 0],
        ["24301", "FISICA 2", "Final", "Recursamiento", "NP", ""], ["24302", "Química I", "1er parcial", "", "", 3],
        ["24302", "Química I", 3, "EXT", "ac", ""], ["24302", "Química I", 2, "", "", ""],
    ])  # fmt: skip
    assert (found["tipo"], found["leidas"], found["nuevas"], found["sin_cambio"]) == (
        "calificaciones",
        6,
        5,
        1,
    )
    assert boleta(store) == [
        ("Física II", 1, "ordinario", "8.5", 2), ("Física II", 2, "ordinario", "0", 0),
        ("Física II", 4, "recursamiento", "NP", None),
    ]  # fmt: skip
    assert boleta(store, "24302") == [
        ("Química I", 1, "ordinario", "", 3), ("Química I", 3, "extraordinario", "AC", None),
    ]  # fmt: skip
    assert found["notas"] == ["Se agregan las asignaturas «Física II» y «Química I»."]
    assert store.undo_label == "Importar 5 calificaciones"


def test_scale_of_a_hundred(store: Store) -> None:
    rows = [["Control", "Física II", "Química I"], ["24301", 85, 100], ["24302", 9, 0]]
    found = taken(store, rows)
    assert [(a, c) for a, _, _, c, _ in boleta(store)] == [
        ("Física II", "8.5"),
        ("Química I", "10"),
    ]
    assert reasons(found, "avisos") == [(3, "Física II: en una lista de 0 a 100, 9 es muy bajo")]
    assert boleta(store, "24302")[0][3] == "0"


def test_one_value_over_ten_in_a_list_of_ten(store: Store) -> None:
    rows = [["Control", "Física II", "Química I"], ["24301", 85, 9], ["24302", 8, "muy bien"]]
    found = taken(store, rows)
    assert reasons(found, "avisos") == [
        (2, "Física II: 85 pasa de 10"), (3, "Química I: «muy bien» no es una calificación"),
    ]  # fmt: skip
    kept = [(c.campo, c.escrito) for c in store.correcciones.all()]
    assert kept == [("calificacion", "85"), ("calificacion", "muy bien")]
    assert taken(store, rows)["sin_cambio"] == 2
    assert len(store.correcciones.all()) == 2
    plan = reviewed(store, rows, options=imports.Options(escala=100))
    assert plan.rows[0].values["Física II"] == (85, "")


def test_more_decimals_are_rounded_and_said(store: Store) -> None:
    found = taken(store, [["Control", "Física II"], ["24301", 8.666666667], ["24302", 8.25]])
    assert boleta(store)[0][3] == "8.7"
    assert boleta(store, "24302")[0][3] == "8.3"
    assert any("redondearon" in nota for nota in found["notas"])


def test_rows_that_are_rejected(store: Store) -> None:
    found = taken(store, [
        LONG, ["99", "Física II", 1, "", 8, ""], ["24301", "", 1, "", 8, ""], ["24301", "Física II", 9, "", 8, ""],
        ["24301", "Física II", "", "", 8, ""], ["24301", "Física II", 1, "a veces", 8, ""],
        ["", "Física II", 1, "", 8, ""], ["24301", "Física II", 1, "", 8, ""], ["24301", "FÍSICA II", 1, "", 9, ""],
    ])  # fmt: skip
    assert reasons(found) == [
        (2, "No hay ningún alumno con ese número de control"), (3, "Falta la asignatura"),
        (4, "«9» no es un parcial"), (5, "Falta el parcial"),
        (6, "«a veces» no es una forma de acreditar"), (7, "Falta el número de control"),
        (9, "Esa calificación ya está en la fila 8"),
    ]  # fmt: skip
    assert boleta(store) == [("Física II", 1, "ordinario", "8", None)]


def test_changes_of_a_calificacion(store: Store) -> None:
    rows = [LONG, ["24301", "Física II", 1, "", 5, 1], ["24302", "Física II", 1, "", "NP", ""]]
    taken(store, rows)
    plan = reviewed(store, [
        LONG, ["24301", "Física II", 1, "", 7.5, ""], ["24302", "Física II", 1, "", 6, 4],
    ])  # fmt: skip
    assert [row.motivo for row in plan.rows] == [
        "Física II, 1.er parcial: 5 a 7.5",
        "Física II, 1.er parcial: NP a 6; Faltas de Física II, 1.er parcial: vacío a 4",
    ]
    imports.apply(store, plan)
    assert boleta(store) == [("Física II", 1, "ordinario", "7.5", 1)]
    assert boleta(store, "24302") == [("Física II", 1, "ordinario", "6", 4)]
    store.undo()
    assert boleta(store, "24302") == [("Física II", 1, "ordinario", "NP", None)]


def test_asignaturas_of_the_plantel_are_found_and_near_names_are_said(store: Store) -> None:
    with store.operation("x"):
        store.asignaturas.add(Asignatura(nombre="Pensamiento Matemático II"))
    found = taken(store, [
        ["Control", "PENSAMIENTO MATEMATICO 2", "Pensamiento Matematco II"], ["24301", 8, 9],
    ])  # fmt: skip
    assert [a.nombre for a in store.asignaturas.all()] == [
        "Pensamiento Matemático II", "Pensamiento Matematco II",
    ]  # fmt: skip
    assert any("se parece a «Pensamiento Matemático II»" in nota for nota in found["notas"])


def test_other_periodos(store: Store) -> None:
    head = ["Control", "Asignatura", "Periodo", "Parcial", "Calificación"]
    found = taken(store, [
        head, ["24301", "Física II", "2025-2026B", "Final", 5], ["24301", "Física II", "2026-2027 A", 1, 8],
        ["24301", "Química I", "2025-2026", 1, 8], ["24301", "Química I", "ayer", 1, 8],
    ])  # fmt: skip
    assert [reason for _, reason in reasons(found)] == [
        "«2025-2026» no dice si es el periodo A o el B", "«ayer» no es un periodo como 2026-2027A",
    ]  # fmt: skip
    names = {p.id: p.nombre for p in store.periodos.all()}
    assert sorted(names[c.periodo or 0] for c in store.calificaciones.all()) == [
        "2025-2026B",
        "2026-2027A",
    ]
    assert taken(store, [head, ["24301", "Física II", "2025-2026B", "Final", 5]])["sin_cambio"] == 1


def test_by_curp_and_with_the_name_of_somebody_else(store: Store) -> None:
    taken(store, [["CURP", "Física II"], [GOOD_CURP, 8]])
    assert boleta(store)[0][3] == "8"
    found = taken(store, [["Control", "Nombre", "Física II"], ["24301", "PAZ RUIZ EVA", 9]])
    assert reasons(found, "por_revisar") == [(2, "Ese número de control es de Ana Núñez Peña")]


def test_derived_risk_follows_the_import(store: Store) -> None:
    taken(
        store,
        [["Control", "Física II", "Química I", "Inglés I"], ["24301", 4, 3, 5], ["24302", 9, 9, 9]],
    )
    rows = store.query("SELECT alumno, reprobadas FROM riesgos ORDER BY reprobadas")
    assert [tuple(row) for row in rows] == [(alumno(store, "24302").id, 0), (alumno(store).id, 3)]
    store.undo()
    assert store.query("SELECT count(*) FROM riesgos WHERE reprobadas > 0")[0][0] == 0


def test_a_cell_is_corrected_in_the_review(store: Store) -> None:
    rows = [["Control", "Física II"], ["24301", "8,5,0"], ["9", 7]]
    plan = reviewed(store, rows)
    known = imports.snapshot(store, "calificaciones")
    imports.correct(known, plan, ("", 2), "Física II", "8.5")
    imports.correct(known, plan, ("", 3), "control", "24302")
    assert [(row.accion, row.avisos) for row in plan.rows] == [("alta", []), ("alta", [])]
    imports.apply(store, plan)
    assert (boleta(store)[0][3], boleta(store, "24302")[0][3]) == ("8.5", "7")


def test_grupos_are_not_touched(store: Store) -> None:
    before = store.grupos.all()
    taken(store, [["Control", "Grupo", "Semestre", "Física II"], ["24301", "5B", 5, 8]])
    assert (
        store.grupos.all()
        == before
        == [Grupo(**{f: getattr(before[0], f) for f in Grupo.__slots__})]
    )
    assert isinstance(store.calificaciones.all()[0], Calificacion)
