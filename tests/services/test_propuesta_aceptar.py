"""Accepting a proposal: one undoable step through the rules, polite about what changed meanwhile."""

import pytest

from app import domain
from app.errors import AppError, InvalidValue
from app.services import asignacion, propuesta
from app.services.propuesta import acta
from app.store import Store
from app.store.queries import asignacion as queries
from tests.services.propuestas import (
    FISICA,
    THURSDAY,
    covered,
    need,
    paired_plantel,
    proposed,
    settings,
)
from tests.small_plantel import SmallPlantel


@pytest.fixture
def plantel(store: Store) -> SmallPlantel:
    return paired_plantel(store)


@pytest.mark.feature("M-19", "M-81", "U-52", "U-62")
def test_all_of_it_is_one_step(store: Store, plantel: SmallPlantel) -> None:
    done = propuesta.accept(store, proposed(store))
    assert (len(done.hechas), done.rechazadas) == (2, ())
    made = store.intervenciones.all()
    assert [one.estado for one in made] == ["planeada", "planeada"]
    assert store.franjas.count() == 2
    assert store.planes.count() == 2
    assert not covered(proposed(store))
    assert store.undo() == "Aceptar 2 pares de la propuesta"
    assert store.intervenciones.count() + store.franjas.count() + store.actas.count() == 0


def test_some_of_it(store: Store, plantel: SmallPlantel) -> None:
    found = proposed(store)
    propuesta.accept(store, found, [need(found.lectura, "Diego").key])
    assert [n.corto for n in queries.sin_tutor(store) if n.nombre_asignatura == FISICA] == [
        "Ximena Ordóñez"
    ]
    kept = acta.last(store) or {}
    assert ["No aceptado: Valeria Muñoz con Ximena Ordóñez en Física II",
            "Se dejó fuera al aceptar", ""] in kept["cambios"]  # fmt: skip


def test_what_changed_meanwhile_is_told_and_the_rest_stored(
    store: Store, plantel: SmallPlantel
) -> None:
    found = proposed(store)
    one = found.por_necesidad[need(found.lectura, "Diego").key]
    fisica = plantel.asignaturas[FISICA]
    hour = domain.Franja(dia=one.tramo.dia, inicio=one.tramo.inicio, fin=one.tramo.fin)
    asignacion.assign(store, plantel["Diego"], fisica, plantel["Valeria"], [hour])
    done = propuesta.accept(store, found)
    assert [one.need.corto for one in done.hechas] == ["Ximena Ordóñez"]
    ((refused, words),) = done.rechazadas
    assert refused.need.corto == "Diego Núñez"
    assert words.startswith("Diego Núñez ya tiene alumno tutor en Física II")


def test_nothing_left_changes_nothing(store: Store, plantel: SmallPlantel) -> None:
    found = proposed(store)
    propuesta.accept(store, found)
    with pytest.raises(AppError, match="No se guardó ningún par"):
        propuesta.accept(store, found)
    assert store.actas.count() == 1


@pytest.mark.feature("S-08")
def test_those_who_share_the_hour_make_a_small_group(store: Store, plantel: SmallPlantel) -> None:
    settings(store, grupo_maximo=2)
    with store.operation("Una sola hora"):
        rows = store.disponibilidades.where(alumno=plantel["Valeria"], dia=THURSDAY.dia)
        store.disponibilidades.delete_many([row.id for row in rows])
    propuesta.accept(store, proposed(store))
    (made,) = store.intervenciones.all()
    assert store.tutorados.count(intervencion=made.id) == 2


def test_a_pair_that_a_person_fixed_is_there(store: Store, plantel: SmallPlantel) -> None:
    settings(store, capacidad=1)
    for name in ("Ximena", "Diego"):
        propuesta.fix(store, plantel[name], plantel.asignaturas[FISICA], plantel["Valeria"])
        for one in store.decisiones.where(alumno=plantel[name]):
            assert (one.tipo, one.fecha) == ("fijar", store.clock().date())
        found = proposed(store) if name == "Ximena" else None
        if found:
            assert covered(found) == {("Ximena", FISICA)}
    both = propuesta.propose(propuesta.read(store))
    assert len(both.parejas) == 1
    assert len(both.apartadas) == 1


def test_a_fixed_pair_that_the_rules_forbid_is_told(store: Store, plantel: SmallPlantel) -> None:
    propuesta.fix(store, plantel["Diego"], plantel.asignaturas[FISICA], plantel["Valeria"])
    assert proposed(store).apartadas == ()
    with store.operation("Sin horas libres"):
        rows = store.disponibilidades.where(alumno=plantel["Valeria"])
        store.disponibilidades.delete_many([row.id for row in rows])
    found = proposed(store)
    told = [n.nombre_asignatura for n in found.lectura.necesidades if n.key in found.apartadas]
    assert told == ["Física II"]


def test_to_forbid_asks_why(store: Store, plantel: SmallPlantel) -> None:
    with pytest.raises(InvalidValue, match="Motivo"):
        propuesta.forbid(store, plantel["Diego"], None, plantel["Valeria"], " ")


@pytest.mark.feature("U-62", "U-75")
def test_the_acta_keeps_inputs_rules_goals_and_results(store: Store, plantel: SmallPlantel) -> None:
    propuesta.forbid(store, plantel["Diego"], None, plantel["Iker"], "Son hermanos")
    found = proposed(store)
    propuesta.accept(store, found)
    kept = acta.last(store) or {}
    assert ["Necesidades sin atender", 3] in kept["entradas"]
    assert ["Tutorados por alumno tutor", "3"] in kept["reglas"]
    assert kept["objetivos"][0] == ["Necesidades cubiertas", 2, 2, True]
    assert len(kept["pares"]) == 2
    assert [row[3] for row in kept["sin_tutor"]] == ["Ningún alumno tutor domina Matemáticas III."]
    assert kept["cambios"][0][:2] == ["Prohibido: Iker Zúñiga con Diego Núñez", "Son hermanos"]
    assert len(kept["huella"]) == 12
    assert acta.fingerprint(propuesta.read(store)) != kept["huella"]
