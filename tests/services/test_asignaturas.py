"""Asignaturas: renamed, joined without losing a result, brought from the plan."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app import domain
from app.errors import AppError, InvalidValue
from app.services import asignaturas
from app.store import Store
from app.store.queries.asignaturas import asignaturas as listed
from tests.small_plantel import FISICA, MATE, SmallPlantel, intervencion, small_plantel


def other_fisica(store: Store) -> int:
    with store.operation("Otra", undoable=False):
        return store.asignaturas.add(domain.Asignatura(nombre="FISICA 2")).id


def result(store: Store, plantel: SmallPlantel, who: str, asignatura: int, **values: Any) -> int:
    values = {"parcial": 4, "periodo": plantel.before, **values}
    with store.operation("Resultado", undoable=False):
        record = domain.Calificacion(alumno=plantel[who], asignatura=asignatura, **values)
        return store.calificaciones.add(record).id


def test_everything_moves_and_the_empty_one_goes(store: Store) -> None:
    plantel = small_plantel(store)
    keep, other = plantel.asignaturas[FISICA], other_fisica(store)
    intervencion(store, plantel)
    result(store, plantel, "Nora", other, valor=0)
    with store.operation("Domina", undoable=False):
        store.dominios.add(domain.Dominio(alumno=plantel["Valeria"], asignatura=other))
    merged = asignaturas.merge(store, keep, [other])
    assert (merged.movidas, merged.pendientes) == (2, 0)
    assert store.asignaturas.find(other) is None
    assert [c.valor for c in store.calificaciones.where(alumno=plantel["Nora"])] == [0]
    row = next(one for one in listed(store) if one.id == keep)
    assert (row.calificaciones, row.dominios, row.intervenciones) == (5, 1, 1)
    assert store.undo_label == "Unir FISICA 2 con Física II"
    store.undo()
    assert store.calificaciones.count(asignatura=other) == 1


def test_the_needs_follow_the_asignatura(store: Store) -> None:
    plantel = small_plantel(store)
    keep, other = plantel.asignaturas[FISICA], other_fisica(store)
    result(store, plantel, "Nora", other, valor=50)
    asignaturas.merge(store, keep, [other])
    owed = store.query("SELECT asignatura FROM adeudos WHERE alumno = ?", (plantel["Nora"],))
    assert owed == [(keep,)]


def test_results_that_complete_each_other_become_one(store: Store) -> None:
    plantel = small_plantel(store)
    keep, other = plantel.asignaturas[FISICA], other_fisica(store)
    mine = result(store, plantel, "Nora", keep, parcial=1, faltas=3)
    result(store, plantel, "Nora", other, parcial=1, valor=85)
    merged = asignaturas.merge(store, keep, [other])
    one = store.calificaciones.get(mine)
    assert (one.valor, one.faltas, merged.pendientes) == (85, 3, 0)


@pytest.mark.parametrize("values", [{"valor": 70}, {"marca": "NP"}])
def test_results_that_contradict_each_other_are_kept_until_decided(
    store: Store, values: dict[str, Any]
) -> None:
    plantel = small_plantel(store)
    keep, other = plantel.asignaturas[FISICA], other_fisica(store)
    stays = result(store, plantel, "Ximena", other, **values)
    merged = asignaturas.merge(store, keep, [other])
    assert merged.calificaciones == (stays,)
    assert store.asignaturas.get(other).nombre == "FISICA 2"
    assert store.calificaciones.get(stays).asignatura == other
    asignaturas.merge(store, keep, [other], prefer="otra")
    assert store.asignaturas.find(other) is None
    found = store.calificaciones.where(alumno=plantel["Ximena"], asignatura=keep)
    assert {key: getattr(found[0], key) for key in values} == values
    store.undo()
    asignaturas.merge(store, keep, [other], prefer="queda")
    found = store.calificaciones.where(alumno=plantel["Ximena"], asignatura=keep)
    assert [c.valor for c in found] == [50]


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.lists(
        st.tuples(
            st.booleans(), st.sampled_from(["Nora", "Diego"]), st.integers(1, 3),
            st.none() | st.integers(0, 100), st.none() | st.integers(0, 9),
        ),
        max_size=12, unique_by=lambda one: one[:3],
    )
)  # fmt: skip
def test_no_result_is_ever_lost_and_undo_brings_all_back(results: list[tuple[Any, ...]]) -> None:
    from app.services import planteles

    store = planteles.new_file(None, "Prueba", periodo="2026-2027A")
    plantel = small_plantel(store)
    keep, other = plantel.asignaturas[MATE], other_fisica(store)
    for first, who, parcial, valor, faltas in results:
        result(
            store, plantel, who, keep if first else other, parcial=parcial, valor=valor,
            faltas=faltas, periodo=plantel.periodo,
        )  # fmt: skip
    before = store.calificaciones.all()
    asignaturas.merge(store, keep, [other])
    after = store.calificaciones.all()

    def said(rows: list[domain.Calificacion], what: str) -> set[tuple[Any, ...]]:
        return {
            (c.alumno, c.periodo, c.parcial, getattr(c, what))
            for c in rows
            if c.asignatura in (keep, other) and getattr(c, what) is not None
        }

    for what in ("valor", "faltas"):
        assert said(after, what) == said(before, what)
    store.undo()
    assert store.calificaciones.all() == before
    store.close()


def test_a_name_that_another_one_has_is_refused(store: Store) -> None:
    plantel = small_plantel(store)
    mate = plantel.asignaturas[MATE]
    with pytest.raises(InvalidValue, match="únalas"):
        asignaturas.change_asignatura(store, mate, {"nombre": "fisica 2"})
    asignaturas.change_asignatura(store, mate, {"nombre": "MATEMÁTICAS III"})
    assert store.undo_label == "Cambiar el nombre de Matemáticas III"


def test_names_alike_are_found_and_others_are_not() -> None:
    names = [
        "Matemáticas II", "MATEMATICAS 2", "Mat. II", "Matemáticas III", "Quimica I",
        "Qúimca 1", "Temas de Física", "Inglés I",
    ]  # fmt: skip
    found = asignaturas.alike(dict(enumerate(names)))
    assert found == [(0, 1), (0, 2), (1, 2), (4, 5)]


def test_the_plan_brings_what_is_missing(store: Store) -> None:
    with store.operation("Una", undoable=False):
        store.asignaturas.add(domain.Asignatura(nombre="INGLES 1"))
    added = asignaturas.add_catalogue(store)
    assert added == len(asignaturas.catalogue()) - 1
    assert {one.semestre for one in asignaturas.catalogue()} == set(range(1, 7))
    assert asignaturas.add_catalogue(store) == 0
    store.undo()
    assert store.asignaturas.count() == 1


def test_only_what_nothing_uses_can_be_deleted(store: Store) -> None:
    plantel = small_plantel(store)
    with pytest.raises(AppError, match="únala"):
        asignaturas.delete_asignaturas(store, [plantel.asignaturas[FISICA]])
    other = other_fisica(store)
    asignaturas.delete_asignaturas(store, [other])
    assert store.asignaturas.find(other) is None
