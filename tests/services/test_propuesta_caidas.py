"""Pairing again what does not hold any more, and nothing else."""

import pytest

from app import domain
from app.domain.horario import Tramo
from app.services import alumnos_tutores, asignacion, disponibilidad
from app.services.propuesta import accept, fallen, fix, forbid
from app.store import Store
from tests.services.propuestas import FISICA, free, paired_plantel, proposed, settings, tutor
from tests.small_plantel import SmallPlantel

TUESDAY = domain.Franja(dia=2, inicio=660, fin=720, lugar="Biblioteca")


@pytest.fixture
def plantel(store: Store) -> SmallPlantel:
    """Valeria attends Ximena on Tuesday; Iker could too."""
    made = paired_plantel(store)
    tutor(store, made, "Iker", FISICA, 88)
    free(store, made, "Iker", Tramo(2, 660, 720), Tramo(4, 600, 660))
    asignacion.assign(
        store, made["Ximena"], made.asignaturas[FISICA], made["Valeria"], [TUESDAY]
    )  # fmt: skip
    return made


@pytest.mark.feature("M-73")
def test_what_holds_is_left_alone(store: Store, plantel: SmallPlantel) -> None:
    assert fallen(store) == []


@pytest.mark.feature("M-73")
def test_an_alumno_tutor_that_left_gives_place_to_another(
    store: Store, plantel: SmallPlantel
) -> None:
    alumnos_tutores.change_state(store, [plantel["Valeria"]], "pausa")
    moved = fallen(store)
    assert len(moved) == 1
    accept(store, proposed(store, tuple(moved)))
    assert store.intervenciones.get(moved[0]).alumno_tutor == plantel["Iker"]
    assert fallen(store) == []


@pytest.mark.feature("M-73")
def test_a_class_at_that_hour_or_a_pair_forbidden(store: Store, plantel: SmallPlantel) -> None:
    disponibilidad.paint(store, [plantel["Ximena"]], [Tramo(2, 690, 720)], "clase")
    assert len(fallen(store)) == 1
    store.undo()
    assert fallen(store) == []
    forbid(store, plantel["Ximena"], None, plantel["Valeria"], "No se entendieron")
    assert len(fallen(store)) == 1


@pytest.mark.feature("M-58")
def test_a_small_group_is_left_to_a_person(store: Store, plantel: SmallPlantel) -> None:
    asignacion.join(store, store.intervenciones.all()[0].id, plantel["Diego"])
    alumnos_tutores.change_state(store, [plantel["Valeria"]], "pausa")
    assert fallen(store) == []


@pytest.mark.feature("M-73")
def test_who_moves_leaves_a_place_to_who_waited_for_it(store: Store, plantel: SmallPlantel) -> None:
    """Ximena goes from Valeria to Iker, and then Diego, attended before, fits with Valeria."""
    settings(store, capacidad=1)
    fisica = plantel.asignaturas[FISICA]
    tutor(store, plantel, "Nora", FISICA, 90)
    free(store, plantel, "Nora", Tramo(4, 600, 660))
    hour = domain.Franja(dia=4, inicio=600, fin=660)
    asignacion.assign(store, plantel["Diego"], fisica, plantel["Nora"], [hour])
    first, second = (one.id for one in store.intervenciones.all())
    fix(store, plantel["Diego"], fisica, plantel["Nora"])
    fix(store, plantel["Ximena"], fisica, plantel["Iker"])
    accept(store, proposed(store, (first, second)))
    fix(store, plantel["Ximena"], fisica, plantel["Nora"])
    fix(store, plantel["Diego"], fisica, plantel["Valeria"])
    made = accept(store, proposed(store, (first, second)))
    assert made.rechazadas == ()
    assert store.intervenciones.get(first).alumno_tutor == plantel["Nora"]
    assert store.intervenciones.get(second).alumno_tutor == plantel["Valeria"]
