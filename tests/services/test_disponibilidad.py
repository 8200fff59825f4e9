"""The painted week: one stroke is one step, for one or for many; copies; undo is exact."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.horario import Tramo
from app.errors import AppError
from app.services import disponibilidad
from app.store import Store
from tests.small_plantel import small_plantel


@pytest.mark.feature("M-30")
def test_a_stroke_is_one_step_that_can_be_undone(store: Store) -> None:
    plantel = small_plantel(store)
    valeria = plantel["Valeria"]
    disponibilidad.paint(store, [valeria], [Tramo(1, 420, 450), Tramo(1, 450, 480)], "disponible")
    assert disponibilidad.week_of(store, valeria) == {
        "disponible": [Tramo(1, 420, 480)],
        "clase": [],
    }
    disponibilidad.paint(store, [valeria], [Tramo(1, 450, 510)], "clase")
    assert disponibilidad.week_of(store, valeria) == {
        "disponible": [Tramo(1, 420, 450)],
        "clase": [Tramo(1, 450, 510)],
    }
    assert store.undo() == "Cambiar la disponibilidad de Valeria Muñoz"
    assert disponibilidad.week_of(store, valeria)["disponible"] == [Tramo(1, 420, 480)]


def test_painting_the_same_again_is_no_step(store: Store) -> None:
    plantel = small_plantel(store)
    disponibilidad.paint(store, [plantel["Iker"]], [Tramo(3, 600, 660)], "clase")
    before = store.disponibilidades.all()
    with store.operation("Otra cosa"):
        store.alumnos.change(plantel["Nora"], telefono="55 0000 0000")
    disponibilidad.paint(store, [plantel["Iker"]], [Tramo(3, 600, 660)], "clase")
    disponibilidad.paint(store, [plantel["Iker"]], [], "clase")
    assert store.undo_label == "Otra cosa"
    assert store.disponibilidades.all() == before


@pytest.mark.feature("M-30")
def test_many_are_painted_at_once(store: Store) -> None:
    plantel = small_plantel(store)
    people = [plantel["Valeria"], plantel["Iker"]]
    disponibilidad.paint(store, people, [Tramo(5, 780, 840)], "disponible")
    assert store.undo_label == "Cambiar la disponibilidad de 2 alumnos"
    assert {row.alumno for row in store.disponibilidades.all()} == set(people)
    disponibilidad.paint(store, people, [Tramo(5, 780, 840)], "")
    assert store.disponibilidades.count() == 0


def test_a_week_is_copied_to_a_whole_grupo_or_only_its_classes(store: Store) -> None:
    plantel = small_plantel(store)
    valeria, iker, nora = plantel["Valeria"], plantel["Iker"], plantel["Nora"]
    disponibilidad.paint(store, [valeria], [Tramo(1, 420, 540)], "clase")
    disponibilidad.paint(store, [valeria], [Tramo(1, 540, 600)], "disponible")
    disponibilidad.paint(store, [iker], [Tramo(1, 480, 660)], "disponible")
    count = disponibilidad.copy_week(store, valeria, [valeria, iker], only_classes=True)
    assert count == 1
    assert disponibilidad.week_of(store, iker) == {
        "clase": [Tramo(1, 420, 540)],
        "disponible": [Tramo(1, 540, 660)],
    }
    disponibilidad.copy_week(store, valeria, [iker, nora])
    assert store.undo_label == "Copiar la semana de Valeria Muñoz a 2 alumnos"
    assert disponibilidad.week_of(store, nora) == disponibilidad.week_of(store, valeria)
    assert disponibilidad.week_of(store, iker) == disponibilidad.week_of(store, valeria)
    with pytest.raises(AppError, match="Elija a quién"):
        disponibilidad.copy_week(store, valeria, [valeria])
    with pytest.raises(AppError, match="La semana de Ximena Ordóñez está vacía"):
        disponibilidad.copy_week(store, plantel["Ximena"], [iker])


def halves(start: int, count: int) -> Tramo:
    return Tramo(1, 420 + 30 * start, 420 + 30 * (start + count))


STROKES = st.lists(
    st.tuples(st.integers(0, 10), st.integers(1, 4), st.sampled_from(["disponible", "clase", ""])),
    max_size=8,
)


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(strokes=STROKES)
def test_any_strokes_leave_each_half_hour_with_its_last_colour(
    store: Store, strokes: list[tuple[int, int, str]]
) -> None:
    found = store.alumnos.where(matricula="001")
    alumno = found[0].id if found else small_plantel(store)["Valeria"]
    disponibilidad.paint(store, [alumno], [Tramo(1, 420, 1200)], "")
    expected: dict[int, str] = {}
    for start, count, brush in strokes:
        disponibilidad.paint(store, [alumno], [halves(start, count)], brush)
        expected |= dict.fromkeys(range(start, start + count), brush)
    week = disponibilidad.week_of(store, alumno)
    for place in range(15):
        found_now = [
            key for key, tramos in week.items() if any(t.holds(halves(place, 1)) for t in tramos)
        ]
        wanted = expected.get(place, "")
        assert found_now == ([wanted] if wanted else [])
