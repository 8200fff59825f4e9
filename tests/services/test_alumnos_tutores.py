"""Alumnos tutores: proposing, states, what each masters, traits, deleting; undo of each."""

from datetime import date

import pytest

from app import domain
from app.errors import AppError, InvalidValue
from app.services import alumnos_tutores as services
from app.store import Store, history
from app.store.queries import alumnos_tutores as queries
from tests.small_plantel import FISICA, MATE, QUIMICA, SmallPlantel, intervencion, small_plantel


@pytest.fixture
def plantel(store: Store) -> SmallPlantel:
    made = small_plantel(store)
    services.nominate(store, {made["Valeria"]: {made.asignaturas[FISICA]: 96}})
    return made


def state_of(store: Store, alumno: int) -> str:
    return services.perfil_of(store, alumno).estado


@pytest.mark.feature("M-24", "S-40")
def test_proposing_makes_candidatos_with_what_they_master(store: Store) -> None:
    plantel = small_plantel(store)
    fisica, mate = plantel.asignaturas[FISICA], plantel.asignaturas[MATE]
    chosen = {plantel["Valeria"]: {fisica: 96, mate: 94}, plantel["Iker"]: {fisica: 88}}
    assert services.nominate(store, chosen) == 2
    rows = {row.alumno: row for row in queries.alumnos_tutores(store)}
    valeria = rows[plantel["Valeria"]]
    assert (valeria.estado, valeria.grupo, valeria.regular) == ("candidato", "5.º A", True)
    assert [name for _, name in valeria.asignaturas] == [FISICA, MATE]
    assert (valeria.capacidad, valeria.tutorados, valeria.cupo) == (3, 0, 3)
    assert store.undo_label == "Proponer como alumno tutor: 2 candidatos"
    store.undo()
    assert queries.alumnos_tutores(store) == []
    assert store.dominios.count() == 0


def test_proposing_again_keeps_the_perfil_and_adds_what_is_new(
    store: Store, plantel: SmallPlantel
) -> None:
    services.change_state(store, [plantel["Valeria"]], "invitado")
    mate = plantel.asignaturas[MATE]
    assert services.nominate(store, {plantel["Valeria"]: {mate: 94}}) == 0
    assert state_of(store, plantel["Valeria"]) == "invitado"
    assert store.dominios.count(alumno=plantel["Valeria"]) == 2
    with pytest.raises(AppError, match="No eligió"):
        services.nominate(store, {})


@pytest.mark.feature("M-24")
def test_a_nomination_remembers_the_docente(store: Store, plantel: SmallPlantel) -> None:
    quimica = plantel.asignaturas[QUIMICA]
    services.add_dominio(
        store, plantel["Valeria"], quimica, fuente="colectivo", propuesto_por="Mtra. Luna"
    )
    found = queries.dominadas(store, plantel["Valeria"])
    assert [(d.nombre, d.calificacion, d.propuesto_por) for d in found] == [
        (FISICA, 96, ""),
        (QUIMICA, None, "Mtra. Luna"),
    ]
    assert found[0].periodo == "2025-2026B"
    with pytest.raises(AppError, match="ya está entre lo que domina Valeria Muñoz"):
        services.add_dominio(store, plantel["Valeria"], quimica)


def test_a_dominio_is_changed_and_taken_out(store: Store, plantel: SmallPlantel) -> None:
    dominio = queries.dominadas(store, plantel["Valeria"])[0].dominio
    services.change_dominio(store, dominio, {"calificacion": "9.8"})
    assert store.dominios.get(dominio).calificacion == 98
    with pytest.raises(InvalidValue) as problem:
        services.change_dominio(store, dominio, {"calificacion": "98"})
    assert problem.value.key == "calificacion"
    services.remove_dominio(store, dominio)
    assert store.dominios.count() == 0
    assert store.undo() == "Quitar Física II en lo que domina Valeria Muñoz"
    assert store.dominios.get(dominio).calificacion == 98


@pytest.mark.feature("M-25")
def test_the_way_from_candidato_to_activo(store: Store, plantel: SmallPlantel) -> None:
    valeria = plantel["Valeria"]
    services.change_state(store, [valeria], "invitado")
    assert store.undo_label == "Invitar a Valeria Muñoz"
    services.change_state(store, [valeria], "declino")
    services.change_state(store, [valeria], "invitado")
    services.change_state(store, [valeria], "activo")
    assert services.perfil_of(store, valeria).desde == date(2026, 11, 20)
    services.change_state(store, [valeria], "pausa")
    services.change_state(store, [valeria], "activo")
    with pytest.raises(AppError, match="No se puede pasar a «no aceptó» desde «activo»"):
        services.change_state(store, [valeria], "declino")


def test_many_are_invited_in_one_step(store: Store, plantel: SmallPlantel) -> None:
    services.nominate(store, {plantel["Iker"]: {}, plantel["Nora"]: {}})
    services.change_state(store, [plantel["Nora"]], "activo")
    everybody = [plantel[name] for name in ("Valeria", "Iker", "Nora")]
    done = services.change_state(store, everybody, "invitado")
    assert (done.hechos, done.omitidos) == (2, 1)
    assert store.undo_label == "Invitar a 2 alumnos tutores"
    store.undo()
    assert state_of(store, plantel["Iker"]) == "candidato"
    with pytest.raises(AppError, match="Ninguno"):
        services.change_state(store, [plantel["Valeria"], plantel["Iker"]], "pausa")


def test_who_leaves_can_free_the_tutorados(store: Store, plantel: SmallPlantel) -> None:
    valeria = plantel["Valeria"]
    services.change_state(store, [valeria], "activo")
    open_one = intervencion(store, plantel)
    assert queries.load_of(store, valeria) == 1
    done = services.change_state(store, [valeria], "baja", cancel_open=True)
    assert done.canceladas == 1
    closed = store.intervenciones.get(open_one)
    assert (closed.estado, closed.cerrada) == ("cancelada", date(2026, 11, 20))
    assert closed.motivo == services.MOTIVO_BAJA
    store.undo()
    assert store.intervenciones.get(open_one).estado == "identificada"
    assert state_of(store, valeria) == "activo"


def test_who_leaves_may_keep_them(store: Store, plantel: SmallPlantel) -> None:
    services.change_state(store, [plantel["Valeria"]], "activo")
    open_one = intervencion(store, plantel)
    services.change_state(store, [plantel["Valeria"]], "baja")
    assert store.intervenciones.get(open_one).estado == "identificada"


@pytest.mark.feature("U-19", "S-35")
def test_the_capacity_has_a_default_and_a_ceiling(store: Store, plantel: SmallPlantel) -> None:
    valeria = plantel["Valeria"]
    services.change_perfil(store, [valeria], {"capacidad": "6"})
    assert queries.alumnos_tutores(store)[0].capacidad == 6
    assert store.undo_label == "Cambiar la capacidad de Valeria Muñoz"
    with pytest.raises(InvalidValue, match="entre 0 y 6"):
        services.change_perfil(store, [valeria], {"capacidad": "7"})
    services.change_perfil(store, [valeria], {"capacidad": ""})
    assert queries.alumnos_tutores(store)[0].capacidad == 3


@pytest.mark.feature("M-20", "M-28", "M-29")
def test_traits_and_own_initiative_are_noted_and_block_nothing(
    store: Store, plantel: SmallPlantel
) -> None:
    valeria = plantel["Valeria"]
    services.change_perfil(store, [valeria], {"iniciativa_propia": "Sí"})
    services.set_traits(store, valeria, {"12", "1", "no existe"})
    perfil = services.perfil_of(store, valeria)
    assert perfil.rasgos == ("1", "12")
    assert perfil.iniciativa_propia
    services.set_traits(store, valeria, ())
    services.change_state(store, [valeria], "activo")
    assert state_of(store, valeria) == "activo"


def test_a_deleted_perfil_goes_to_the_bin_and_the_alumno_stays(
    store: Store, plantel: SmallPlantel
) -> None:
    valeria = plantel["Valeria"]
    open_one = intervencion(store, plantel)
    with pytest.raises(AppError, match="1 intervención sin concluir"):
        services.delete_perfiles(store, [valeria])
    with store.operation("Cerrar"):
        store.intervenciones.change(open_one, estado="cerrada")
    services.delete_perfiles(store, [valeria])
    assert store.perfiles_tutor.count() == store.dominios.count() == 0
    assert store.alumnos.find(valeria) is not None
    deleted = history.bin(store)
    assert deleted[0].operation.etiqueta == "Borrar el perfil de Valeria Muñoz"
    history.restore(store, deleted[0])
    assert store.dominios.count() == 1
    with pytest.raises(AppError, match="no está en la lista"):
        services.perfil_of(store, plantel["Nora"])


@pytest.mark.feature("M-19", "M-88", "M-94")
def test_the_red_says_who_accompanies_whom(store: Store, plantel: SmallPlantel) -> None:
    made = intervencion(store, plantel, tutorados=("Ximena", "Diego"))
    with store.operation("Horario"):
        store.franjas.add(
            domain.Franja(intervencion=made, dia=2, inicio=660, fin=720, lugar="Lab. 2")
        )
    links = queries.red(store)
    assert {link.acompanado.corto for link in links} == {"Ximena Ordóñez", "Diego Núñez"}
    assert {link.nombre_alumno_tutor for link in links} == {"Muñoz Arévalo, Valeria"}
    assert links[0].acompanado.franjas[0][1] == "Lab. 2"
    assert queries.alumnos_tutores(store)[0].tutorados == 2
    mine = queries.acompanados(store, plantel["Valeria"])
    assert [one.abierta for one in mine] == [True, True]
    assert queries.horas(store, plantel["Valeria"], plantel.periodo).sesiones == 0


@pytest.mark.feature("M-18")
def test_what_an_irregular_alumno_owes(store: Store, plantel: SmallPlantel) -> None:
    assert queries.adeudos_of(store, plantel["Diego"]) == [FISICA, MATE]
    assert queries.adeudos_of(store, plantel["Valeria"]) == []
