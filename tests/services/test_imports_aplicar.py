"""Storing a list: one step, undone as one, the same twice is nothing; its JSON and its problems."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.errors import AppError, Cancelled
from app.services import imports, planteles
from app.sheets import read_sheets
from app.store import Store
from tests.conftest import MOMENT
from tests.services.listas import ANA, HEAD, LUIS, alumno, book, contents, doubts, reviewed, taken
from tests.sheets import files

KEYS = {
    "tipo", "hoja", "fila_encabezado", "columnas", "ignoradas", "leidas", "nuevas", "actualizadas",
    "sin_cambio", "rechazadas", "avisos", "simulado",
}  # fmt: skip


def test_the_json_of_a_result(store: Store) -> None:
    rows = [["Lista"], [*HEAD, "CURP", "Beca"], [*ANA, "CORTA", "sí"], ["", *LUIS[1:], "", "no"]]
    plan = reviewed(store, rows)
    found = imports.simulate(plan).as_json()
    assert set(found) >= KEYS
    assert found["simulado"] is True
    assert not store.alumnos.count()
    assert imports.apply(store, plan).as_json() | {"simulado": True} == found
    assert {k: found[k] for k in sorted(KEYS - {"columnas", "rechazadas", "avisos"})} == {
        "tipo": "alumnos", "hoja": "", "fila_encabezado": 2, "ignoradas": ["Beca"], "leidas": 2,
        "nuevas": 1, "actualizadas": 0, "sin_cambio": 0, "simulado": True,
    }  # fmt: skip
    assert found["columnas"]["No. de control"] == "control"
    assert found["rechazadas"] == [{
        "fila": 4, "columna": "No. de control", "valor": "", "motivo": "Falta el número de control",
        "hoja": "",
    }]  # fmt: skip
    assert doubts(found, "avisos")[0] | {"hoja": ""} == {"queda_vacio": True,
        "fila": 3, "columna": "CURP", "valor": "CORTA", "hoja": "",
        "motivo": "La CURP tiene 5 caracteres y deben ser 18",
    }  # fmt: skip


def test_totals_of_the_review(store: Store) -> None:
    taken(store, [HEAD, ANA, LUIS])
    plan = reviewed(store, [
        [*HEAD, "CURP"], [*ANA, ""], [*LUIS[:4], "3B", ""], ["3", "Paz", "", "Eva", "3A", ""],
        ["4", "Paz", "", "Iris", "3A", "CORTA"], ["", "Paz", "", "Zoé", "3A", ""],
    ])  # fmt: skip
    assert plan.resumen == {
        "leidas": 5, "alta": 1, "cambia": 1, "igual": 1, "con_aviso": 1, "rechazada": 1,
    }  # fmt: skip
    assert (plan.entran, plan.titulo()) == (4, "Importar 4 alumnos")
    assert [campo.key for campo in plan.campos] == [
        "control", "apellido_paterno", "apellido_materno", "nombres", "curp", "grupo",
    ]  # fmt: skip


def test_the_same_list_twice_changes_nothing(store: Store) -> None:
    rows = [[*HEAD, "Turno", "Correo"], [*ANA, "M", "a@x.mx"], [*LUIS, "V", "mal"]]
    taken(store, rows)
    before, label = contents(store), store.undo_label
    again = taken(store, rows)
    assert (again["nuevas"], again["actualizadas"], again["sin_cambio"]) == (0, 0, 2)
    assert (contents(store), store.undo_label) == (before, label)


NAMES = st.sampled_from(["Núñez", "de la Cruz", "PEÑA", "O'Hara", "<b>", "Íñigo", "", "Ruiz", "=1"])
ROW = st.tuples(
    st.sampled_from([f"2430{i}" for i in range(8)] + ["", "x", 24301]),
    NAMES, NAMES, NAMES, st.sampled_from(["3A", "5B", "301", "", "3C?", "A"]),
    st.sampled_from(["M", "V", "", "tarde", "?"]), st.sampled_from(["", "GOCD090412HMCMRVA1", "MAL"]),
    st.sampled_from(["12/04/2009", "", "31/02/2009", "2008-01-05"]),
)  # fmt: skip


@pytest.fixture(scope="module")
def plantel() -> Iterator[Store]:
    opened = planteles.new_file(None, "CBTis 214", periodo="2026-2027A", clock=lambda: MOMENT)
    yield opened
    opened.close()


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(lists=st.lists(st.lists(ROW, max_size=7), min_size=1, max_size=3))
def test_importing_is_idempotent_and_undone_in_one_step(
    plantel: Store, lists: list[list[tuple[object, ...]]]
) -> None:
    head = [*HEAD, "Turno", "CURP", "Nacimiento"]
    start = contents(plantel)
    states = [start]
    for rows in lists:
        cells = [head, *map(list, rows)]
        plan = reviewed(plantel, cells)
        found = imports.apply(plantel, plan).as_json()
        total = found["nuevas"] + found["actualizadas"] + found["sin_cambio"]
        assert total + len(found["rechazadas"]) == found["leidas"]
        after = contents(plantel)
        if after != states[-1]:
            states.append(after)
        again = reviewed(plantel, cells)
        assert not again.hay_cambios, [row.motivo for row in again.rows]
        imports.apply(plantel, again)
        assert contents(plantel) == after
    for state in reversed(states[:-1]):
        plantel.undo()
        assert contents(plantel) == state
    for state in states[1:]:
        plantel.redo()
        assert contents(plantel) == state
    for _ in states[1:]:
        plantel.undo()


def test_nothing_is_half_stored(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    before = contents(store)
    plan = reviewed(store, [[*HEAD, "CURP"], [*ANA, "MAL"], [*LUIS, ""]])

    def failing(*_: object) -> None:
        raise AppError("No hay espacio en el disco.")

    monkeypatch.setattr(store.correcciones, "add_many", failing)
    with pytest.raises(AppError, match="No hay espacio"):
        imports.apply(store, plan)
    assert contents(store) == before
    assert store.undo_label == ""


def test_a_review_can_be_stopped(store: Store) -> None:
    known = imports.snapshot(store, "alumnos")
    told: list[tuple[int, int]] = []

    def tick(done: int, total: int) -> None:
        told.append((done, total))
        if done >= 500:
            raise Cancelled

    rows = [HEAD, *([str(i), "Paz", "", "Eva", "3A"] for i in range(1, 1001))]
    with pytest.raises(Cancelled):
        imports.review(known, book(rows), tick=tick)
    assert told == [(0, 1000), (250, 1000), (500, 1000)]


def test_columns_chosen_are_remembered_for_that_layout(store: Store) -> None:
    rows = [[*HEAD, "Contacto", "Beca"], [*ANA, "967 111", "x"]]
    assert reviewed(store, rows).ignoradas == ["Contacto", "Beca"]
    plan = reviewed(store, rows, columnas={"Contacto": "telefono"})
    imports.apply(store, plan)
    again = reviewed(store, [rows[0], [*LUIS, "967 222", ""]])
    assert again.columnas["Contacto"] == "telefono"
    assert again.rows[0].values["telefono"] == "967 222"
    assert reviewed(store, [[*HEAD, "Contacto"], [*LUIS, "1"]]).ignoradas == ["Contacto"]
    imports.apply(store, reviewed(store, rows, columnas={"Contacto": "responsable"}))
    assert reviewed(store, rows).columnas["Contacto"] == "responsable"
    assert len(store.mapeos.all()) == 1


def test_columns_that_are_left_out(store: Store) -> None:
    plan = reviewed(store, [HEAD, ANA], columnas={"Grupo": ""})
    assert plan.ignoradas == ["Grupo"]
    imports.apply(store, plan)
    assert alumno(store).grupo is None


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_problem_rows_are_saved_with_their_reason(
    store: Store, tmp_path: Path, ending: str
) -> None:
    rows = [[*HEAD, "CURP"], [*ANA, "CORTA"], ["", "=cmd", "<b>", "Eva", "3A", ""], [*LUIS, ""]]
    path = tmp_path / f"problemas.{ending}"
    assert imports.save_problems(reviewed(store, rows), path) == 2
    read = read_sheets(path).sheets[0].rows
    assert read[0][:4] == ["Fila", "Qué pasará", "Motivo", "No. de control"]
    assert [str(cell) for cell in read[1][:3]] == [
        "2", "Aviso", "La CURP tiene 5 caracteres y deben ser 18: quedará sin ese dato",
    ]  # fmt: skip
    assert [str(cell) for cell in read[2][:6]] == [
        "3", "Rechazada", "Falta el número de control", "", "=cmd", "<b>",
    ]  # fmt: skip
    again = imports.propose(store, read_sheets(path))
    assert again.columnas["Nombre(s)"] == "nombres", "what was saved can be imported once mended"


def test_problem_rows_of_several_sheets_as_they_were_corrected(
    store: Store, tmp_path: Path
) -> None:
    sheets = {"1A": [HEAD, ["", *ANA[1:]]], "1B": [["x"], HEAD, [LUIS[0], "", "", "", "1B"]]}
    known = imports.snapshot(store, "alumnos")
    plan = imports.review(known, book(sheets), corrections={("1B", 3): {"grupo": "1C?"}})
    path = tmp_path / "p.xlsx"
    imports.save_problems(plan, path)
    read = read_sheets(path).sheets[0].rows
    assert [row[:2] for row in read] == [["Hoja", "Fila"], ["1A", 2], ["1B", 3]]
    assert read[2][8] == "1C?"


@pytest.mark.parametrize("kind", ["xlsx", "ods", "xls", "csv"])
def test_from_the_file_to_the_plantel(store: Store, tmp_path: Path, kind: str) -> None:
    rows: list[list[object]] = [
        ["CENTRO DE BACHILLERATO"], [], ["No", "Núm. de control", "Nombre del alumno", "Género", "Grupo"],
        [1, 26301060100004, "SAN JUAN ESTRADA MARÍA JOSÉ", "Mujer", "1E"],
        [2, "26301060100009", "MUÑOZ DE LA CRUZ ÍÑIGO", "Hombre", "1D"],
    ]  # fmt: skip
    path = tmp_path / f"lista.{kind}"
    if kind == "csv":
        path.write_bytes("\n".join(";".join(map(str, row)) for row in rows).encode("cp1252"))
    else:
        {"xlsx": files.xlsx, "ods": files.ods, "xls": files.xls}[kind](path, rows)
    before = path.read_bytes()
    found = imports.apply(store, imports.propose(store, imports.read(path))).as_json()
    assert (found["nuevas"], found["fila_encabezado"], found["rechazadas"]) == (2, 3, [])
    assert alumno(store, "26301060100004").nombre_de_lista == "San Juan Estrada, María José"
    assert alumno(store, "26301060100009").nombre_de_lista == "Muñoz De la Cruz, Íñigo" or (
        alumno(store, "26301060100009").apellidos == "Muñoz de la Cruz"
    )
    assert path.read_bytes() == before
