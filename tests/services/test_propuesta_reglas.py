"""Every hard rule of the pairing has its case, on a real file."""

from datetime import date

import pytest

from app import domain
from app.domain.horario import Tramo
from app.services import alumnos_tutores, disponibilidad, propuesta
from app.services.propuesta import propose, read
from app.store import Store
from tests.services.propuestas import (
    FISICA,
    MATE,
    THURSDAY,
    TUESDAY,
    covered,
    free,
    paired_plantel,
    pairs,
    proposed,
    settings,
    tutor,
)
from tests.small_plantel import SmallPlantel, intervencion

BOTH = {("Ximena", FISICA), ("Diego", FISICA)}


@pytest.fixture
def plantel(store: Store) -> SmallPlantel:
    return paired_plantel(store)


@pytest.mark.feature("M-19", "M-33", "U-15", "U-52")
def test_each_need_gets_an_alumno_tutor_and_an_hour_of_both(
    store: Store, plantel: SmallPlantel
) -> None:
    found = pairs(proposed(store))
    assert {(who, subject, tutor) for who, subject, tutor, _ in found} == {
        ("Ximena Ordóñez", FISICA, "Valeria Muñoz"),
        ("Diego Núñez", FISICA, "Valeria Muñoz"),
    }
    assert {when for *_, when in found} == {TUESDAY, THURSDAY}


def test_only_the_active(store: Store, plantel: SmallPlantel) -> None:
    alumnos_tutores.change_state(store, [plantel["Valeria"]], "pausa")
    assert not covered(proposed(store))


def test_regular_as_the_plantel_asks(store: Store, plantel: SmallPlantel) -> None:
    tutor(store, plantel, "Diego", "Química I", 90)
    with store.operation("Debe también"):
        store.calificaciones.add(
            domain.Calificacion(
                alumno=plantel["Ximena"], asignatura=plantel.asignaturas["Química I"],
                periodo=plantel.periodo, parcial=4, valor=40,
            )
        )  # fmt: skip
    assert ("Ximena", "Química I") not in covered(proposed(store))
    settings(store, exige_regular=False)
    assert ("Ximena", "Química I") in covered(proposed(store))


@pytest.mark.feature("U-18")
def test_mastery_by_grade_or_nominated(store: Store, plantel: SmallPlantel) -> None:
    settings(store, domina_desde=97)
    assert not covered(proposed(store))
    with store.operation("Propuesto por un docente"):
        row = store.dominios.where(alumno=plantel["Valeria"])[0]
        store.dominios.change(row.id, calificacion=None)
    assert covered(proposed(store)) == BOTH


def test_nobody_guides_himself(store: Store, plantel: SmallPlantel) -> None:
    settings(store, exige_regular=False)
    tutor(store, plantel, "Diego", MATE)
    assert ("Diego", MATE) not in covered(proposed(store))


@pytest.mark.feature("U-20")
def test_a_common_stretch_as_long_as_a_session(store: Store, plantel: SmallPlantel) -> None:
    settings(store, minutos_semanales=90)
    assert not covered(proposed(store))
    settings(store, minutos_semanales=30)
    assert all(when.minutos == 30 for *_, when in pairs(proposed(store)))


def test_sessions_start_on_half_hours(store: Store, plantel: SmallPlantel) -> None:
    for name in ("Valeria", "Ximena", "Diego"):
        disponibilidad.paint(store, [plantel[name]], [TUESDAY, THURSDAY], "")
        free(store, plantel, name, Tramo(3, 640, 715))
    assert not covered(proposed(store))
    free(store, plantel, "Valeria", Tramo(3, 715, 720))
    free(store, plantel, "Ximena", Tramo(3, 715, 720))
    assert [when for *_, when in pairs(proposed(store))] == [Tramo(3, 660, 720)]


def test_nobody_in_two_places_with_what_there_is(store: Store, plantel: SmallPlantel) -> None:
    made = intervencion(store, plantel, FISICA, ("Nora",))
    with store.operation("Con hora"):
        store.franjas.add(domain.Franja(intervencion=made, dia=2, inicio=690, fin=750))
    assert [when for *_, when in pairs(proposed(store))] == [THURSDAY]


def test_classes_are_not_free_time(store: Store, plantel: SmallPlantel) -> None:
    disponibilidad.paint(store, [plantel["Valeria"]], [Tramo(2, 660, 690)], "clase")
    assert [when for *_, when in pairs(proposed(store))] == [THURSDAY]


@pytest.mark.feature("U-19", "S-35")
def test_capacity_counts_people_and_not_needs(store: Store, plantel: SmallPlantel) -> None:
    tutor(store, plantel, "Valeria", MATE, 94)
    settings(store, capacidad=1)
    assert covered(proposed(store)) == {("Diego", FISICA), ("Diego", MATE)}
    with store.operation("Nadie más"):
        perfil = store.perfiles_tutor.where(alumno=plantel["Valeria"])[0]
        store.perfiles_tutor.change(perfil.id, capacidad=0)
    assert not covered(proposed(store))


def test_a_veto_holds_until_it_is_taken_back(store: Store, plantel: SmallPlantel) -> None:
    diego, valeria = plantel["Diego"], plantel["Valeria"]
    propuesta.forbid(store, diego, None, valeria, "Son hermanos")
    assert covered(proposed(store)) == {("Ximena", FISICA)}
    propuesta.release(store, store.decisiones.all()[0].id)
    assert covered(proposed(store)) == BOTH
    store.undo()
    assert covered(proposed(store)) == {("Ximena", FISICA)}


def test_turno_and_semestre_when_the_plantel_asks(store: Store, plantel: SmallPlantel) -> None:
    with store.operation("Otro turno"):
        store.grupos.change(plantel.grupo, turno="vespertino", semestre=3)
    assert covered(proposed(store)) == BOTH
    settings(store, mismo_turno=True)
    assert not covered(proposed(store))
    settings(store, mismo_turno=False, solo_mayores=True)
    assert not covered(proposed(store))


@pytest.mark.feature("S-08", "S-25")
def test_those_of_one_asignatura_may_share_the_hour(store: Store, plantel: SmallPlantel) -> None:
    disponibilidad.paint(store, [plantel["Valeria"]], [THURSDAY], "")
    assert len(covered(proposed(store))) == 1
    settings(store, grupo_maximo=2)
    found = proposed(store)
    assert covered(found) == BOTH
    assert {when for *_, when in pairs(found)} == {TUESDAY}


def test_places_of_the_plantel_limit_what_happens_at_once(
    store: Store, plantel: SmallPlantel
) -> None:
    tutor(store, plantel, "Iker", FISICA, 88)
    for name in ("Valeria", "Ximena", "Diego"):
        disponibilidad.paint(store, [plantel[name]], [THURSDAY], "")
    free(store, plantel, "Iker", TUESDAY)
    assert covered(proposed(store)) == BOTH
    with store.operation("Un lugar"):
        place = store.lugares.add(domain.Lugar(nombre="Biblioteca", capacidad=1))
    found = proposed(store)
    assert len(found.parejas) == 1
    assert found.parejas[0].lugar == "Biblioteca"
    with store.operation("Caben dos"):
        store.lugares.change(place.id, capacidad=2)
    assert [one.lugar for one in proposed(store).parejas] == ["Biblioteca", "Biblioteca"]


def test_the_order_of_the_goals(store: Store, plantel: SmallPlantel) -> None:
    """With one hour, the one at higher risk; then the one who has waited longer."""
    disponibilidad.paint(store, [plantel["Valeria"]], [THURSDAY], "")
    with store.operation("Segunda vez"):
        store.calificaciones.add(
            domain.Calificacion(
                alumno=plantel["Ximena"], asignatura=plantel.asignaturas[FISICA],
                periodo=plantel.periodo, valor=40,
            )
        )  # fmt: skip
    found = proposed(store)
    assert covered(found) == {("Ximena", FISICA)}
    assert [goal.key for goal in found.objetivos][:2] == ["cubiertas", "riesgo_alto"]
    assert all(goal.value == goal.bound for goal in found.objetivos)


def test_what_was_together_stays_together(store: Store, plantel: SmallPlantel) -> None:
    tutor(store, plantel, "Iker", FISICA, 88)
    free(store, plantel, "Iker", TUESDAY, THURSDAY)
    before = intervencion(store, plantel, FISICA, ("Diego",))
    with store.operation("Concluyó"):
        store.intervenciones.change(
            before, alumno_tutor=plantel["Iker"], estado="cerrada", asignada=date(2026, 9, 1)
        )
    mine = next(one for one in proposed(store).parejas if one.need.corto.startswith("Diego"))
    assert mine.guia.corto == "Iker Zúñiga"


@pytest.mark.feature("M-81")
def test_when_a_tutor_leaves_few_pairs_move(store: Store, plantel: SmallPlantel) -> None:
    propuesta.accept(store, proposed(store))
    tutor(store, plantel, "Iker", FISICA, 88)
    free(store, plantel, "Iker", TUESDAY, THURSDAY)
    every = tuple(one.id for one in store.intervenciones.all())
    assert {one.guia.corto for one in proposed(store, every).parejas} == {"Valeria Muñoz"}
    alumnos_tutores.change_state(store, [plantel["Valeria"]], "pausa")
    moved = proposed(store, every)
    assert {one.guia.corto for one in moved.parejas} == {"Iker Zúñiga"}
    propuesta.accept(store, moved)
    assert {one.alumno_tutor for one in store.intervenciones.all()} == {plantel["Iker"]}
    assert "Alumno tutor: de Valeria Muñoz a Iker Zúñiga." in store.ajustes.all()[0].cambio


def test_the_same_file_gives_the_same_proposal(store: Store, plantel: SmallPlantel) -> None:
    assert proposed(store).parejas == proposed(store).parejas


def test_cancelled_at_once_it_says_so(store: Store, plantel: SmallPlantel) -> None:
    found = propose(read(store), stop=lambda: True)
    assert not found.optimo
