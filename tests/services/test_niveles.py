"""The level of a student over time, and the day and the hand of a change."""

from datetime import datetime, timedelta

import pytest

from app.services import alumnos
from app.store import Store
from app.store.queries.alumno import niveles_de
from tests.conftest import MOMENT
from tests.small_plantel import MATE, SmallPlantel, small_plantel


class Days:
    """A clock that a test moves on."""

    def __init__(self) -> None:
        self.now: datetime = MOMENT

    def __call__(self) -> datetime:
        return self.now

    def later(self, days: int) -> None:
        self.now += timedelta(days=days)


@pytest.fixture
def days() -> Days:
    return Days()


@pytest.fixture
def plantel(store: Store, days: Days) -> SmallPlantel:
    store.clock = days
    return small_plantel(store)


def pass_mate(store: Store, plantel: SmallPlantel) -> None:
    owed = store.calificaciones.where(alumno=plantel["Diego"], asignatura=plantel.asignaturas[MATE])
    with store.operation("Corregir una calificación"):
        store.calificaciones.change(owed[0].id, valor=90)


def levels(store: Store, plantel: SmallPlantel, name: str) -> list[tuple[int, str]]:
    first = MOMENT.date()
    return [((one.fecha - first).days, one.nivel) for one in niveles_de(store, plantel[name])]


@pytest.mark.feature("U-43", "U-72")
def test_a_level_that_changes_leaves_a_dated_line(
    store: Store, plantel: SmallPlantel, days: Days
) -> None:
    assert levels(store, plantel, "Diego") == [(0, "bajo")]
    days.later(10)
    with store.operation("Otra regla"):
        store.settings.change(1, reprobadas_medio=2)
    days.later(10)
    pass_mate(store, plantel)
    assert levels(store, plantel, "Diego") == [(0, "bajo"), (10, "medio"), (20, "bajo")]
    assert niveles_de(store, plantel["Diego"])[1].motivos[0].startswith("Debe ")
    assert levels(store, plantel, "Nora") == []


def test_what_is_taken_back_the_same_day_leaves_no_line(
    store: Store, plantel: SmallPlantel, days: Days
) -> None:
    days.later(3)
    with store.operation("Otra regla"):
        store.settings.change(1, reprobadas_medio=2)
    assert levels(store, plantel, "Diego") == [(0, "bajo"), (3, "medio")]
    store.undo()
    assert levels(store, plantel, "Diego") == [(0, "bajo")]
    store.redo()
    assert levels(store, plantel, "Diego") == [(0, "bajo"), (3, "medio")]


def test_who_loses_the_grades_goes_back_to_without_data(
    store: Store, plantel: SmallPlantel, days: Days
) -> None:
    days.later(1)
    mine = store.calificaciones.where(alumno=plantel["Diego"])
    with store.operation("Borrar sus calificaciones", deletes=True):
        store.calificaciones.delete_many([one.id for one in mine])
    assert levels(store, plantel, "Diego") == [(0, "bajo"), (1, "sin_datos")]


def test_a_level_by_hand_keeps_its_day_and_its_author(
    store: Store, plantel: SmallPlantel, days: Days
) -> None:
    days.later(5)
    alumnos.set_nivel(store, [plantel["Diego"]], "alto", "Trabaja por las tardes")
    changed = store.alumnos.get(plantel["Diego"])
    assert (changed.fecha_nivel, changed.quien_nivel) == (days.now.date(), store.author)
    alumnos.set_nivel(store, [plantel["Diego"]], "", "")
    back = store.alumnos.get(plantel["Diego"])
    assert (back.fecha_nivel, back.quien_nivel, back.motivo_nivel) == (None, "", "")
    store.undo()
    assert store.alumnos.get(plantel["Diego"]).quien_nivel == store.author
