"""Why a pair, why nobody, and a remedy that really covers the need when it is applied to the file."""

from collections.abc import Callable

import pytest

from app import domain
from app.domain.horario import Tramo
from app.pairing import tramo_of
from app.services import disponibilidad, propuesta
from app.services.propuesta import Cupo, Hora, Recluta, Remedio, explained, reason, remedy
from app.store import Store
from tests.services.propuestas import (
    FISICA,
    MATE,
    THURSDAY,
    TUESDAY,
    free,
    need,
    paired_plantel,
    proposed,
    settings,
    tutor,
)
from tests.small_plantel import SmallPlantel


@pytest.fixture
def plantel(store: Store) -> SmallPlantel:
    return paired_plantel(store)


def apply_to_file(store: Store, remedio: Remedio) -> None:
    """Does in the file what a remedy says."""
    cells = propuesta.read(store).cells
    with store.operation("Remediar"):
        for change in remedio.cambios:
            match change:
                case Hora():
                    stretch = tramo_of(change.start, cells)
                    disponibilidad.paint(store, [change.alumno], [stretch], "disponible")
                case Cupo():
                    perfil = store.perfiles_tutor.where(alumno=change.alumno)[0]
                    store.perfiles_tutor.change(perfil.id, capacidad=change.capacidad)
                case Recluta():
                    for number in range(change.cuantos):
                        _recruit(store, change, number, tramo_of(change.start, cells))


def _recruit(store: Store, change: Recluta, number: int, stretch: Tramo) -> None:
    grupo = next(
        g.id
        for g in store.grupos.all()
        if g.semestre == change.semestre and g.turno == change.turno
    )
    matricula = f"9{store.alumnos.count():07d}{number}"
    new = store.alumnos.add(
        domain.Alumno(matricula=matricula, nombres="Nuevo", apellido_paterno="Tutor", grupo=grupo)
    ).id
    store.perfiles_tutor.add(domain.PerfilTutor(alumno=new, estado="activo", capacidad=1))
    store.dominios.add(domain.Dominio(alumno=new, asignatura=change.asignatura))
    disponibilidad.paint(store, [new], [stretch], "disponible")


def check_remedy(store: Store, who: str, asignatura: str = FISICA) -> str:
    """Asks for the remedy, applies it, proposes again: the need is covered. The words."""
    found = proposed(store)
    mine = need(found.lectura, who, asignatura)
    assert mine in found.sin_tutor
    cure = remedy(found, mine)
    assert cure is not None
    apply_to_file(store, cure)
    again = proposed(store)
    assert need(again.lectura, who, asignatura).key in again.por_necesidad
    return cure.texto


def left_out(store: Store) -> str:
    """The first name of the one left without alumno tutor in Física II."""
    (one,) = (n for n in proposed(store).sin_tutor if n.nombre_asignatura == FISICA)
    return one.corto.split()[0]


def why(store: Store, who: str, asignatura: str = FISICA) -> str:
    found = proposed(store)
    return reason(found, need(found.lectura, who, asignatura)).texto


@pytest.mark.feature("M-33", "U-15", "U-62")
def test_a_pair_says_the_rules_it_meets_and_what_it_gains(
    store: Store, plantel: SmallPlantel
) -> None:
    found = proposed(store)
    one = found.por_necesidad[need(found.lectura, "Diego").key]
    text = explained(found, one)
    assert text.startswith("Valeria Muñoz domina Física II (9.6); los dos tienen libre el ")
    assert "tendrá 2 de 3 tutorados" in text
    assert "riesgo bajo" in text
    assert text.endswith("es la única persona que puede.")


def test_nobody_masters_it(store: Store, plantel: SmallPlantel) -> None:
    assert why(store, "Diego", MATE) == "Ningún alumno tutor domina Matemáticas III."
    text = check_remedy(store, "Diego", MATE)
    assert text.startswith("un alumno tutor de Matemáticas III que pueda el ")


def test_no_place_left(store: Store, plantel: SmallPlantel) -> None:
    settings(store, capacidad=1)
    who = left_out(store)
    assert why(store, who) == (
        "Valeria Muñoz, quien más se acerca, ya tendrá 1 tutorado, su máximo."
    )
    assert check_remedy(store, who) == "que Valeria Muñoz reciba un tutorado más (2 en total)"


def test_no_common_hour(store: Store, plantel: SmallPlantel) -> None:
    disponibilidad.paint(store, [plantel["Ximena"]], [TUESDAY, THURSDAY], "")
    free(store, plantel, "Ximena", Tramo(5, 480, 540))
    assert why(store, "Ximena") == (
        "Ximena Ordóñez y Valeria Muñoz, quien más se acerca, no coinciden en ningún horario."
    )
    assert check_remedy(store, "Ximena").startswith("que Ximena Ordóñez tenga libre el ")


def test_the_hour_is_taken(store: Store, plantel: SmallPlantel) -> None:
    disponibilidad.paint(store, [plantel["Valeria"]], [THURSDAY], "")
    who = left_out(store)
    assert "ya es de otra asesoría (martes 11:00 a 12:00)" in why(store, who)
    assert check_remedy(store, who) == "que Valeria Muñoz tenga libre el jueves 10:00 a 11:00"


def test_the_week_of_the_tutorado_is_unknown(store: Store, plantel: SmallPlantel) -> None:
    disponibilidad.paint(store, [plantel["Diego"]], [TUESDAY, THURSDAY], "")
    assert why(store, "Diego") == "No se conoce el horario de Diego Núñez."
    assert check_remedy(store, "Diego").startswith("capturar el horario de Diego Núñez (bastaría")


def test_the_week_of_the_tutor_is_unknown(store: Store, plantel: SmallPlantel) -> None:
    disponibilidad.paint(store, [plantel["Valeria"]], [TUESDAY, THURSDAY], "")
    assert why(store, "Diego") == (
        "No se conoce el horario de Valeria Muñoz, quien domina Física II."
    )
    assert check_remedy(store, "Diego").startswith("capturar el horario de Valeria Muñoz")


def _paused(store: Store, plantel: SmallPlantel) -> None:
    with store.operation("Pausa"):
        perfil = store.perfiles_tutor.where(alumno=plantel["Valeria"])[0]
        store.perfiles_tutor.change(perfil.id, estado="pausa")


def _turno(store: Store, plantel: SmallPlantel) -> None:
    settings(store, mismo_turno=True)
    with store.operation("Otro turno"):
        store.grupos.change(plantel.grupo, turno="vespertino")


def _semestre(store: Store, plantel: SmallPlantel) -> None:
    settings(store, solo_mayores=True)
    with store.operation("Menor"):
        store.grupos.change(plantel.grupo, semestre=1)


def _veto(store: Store, plantel: SmallPlantel) -> None:
    propuesta.forbid(store, plantel["Diego"], None, plantel["Valeria"], "Son primos")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (_paused, "pero no es alumno tutor activo (en pausa)"),
        (_turno, "es de otro turno"),
        (_semestre, "va en un semestre menor"),
        (_veto, "está prohibido a mano"),
    ],
)
def test_each_rule_has_its_sentence(
    store: Store, plantel: SmallPlantel, change: Callable[[Store, SmallPlantel], None], words: str
) -> None:
    change(store, plantel)
    said = why(store, "Diego")
    assert words in said
    assert said.endswith(".")
    assert check_remedy(store, "Diego").startswith("un alumno tutor de Física II que pueda el ")


@pytest.mark.slow
def test_every_remedy_of_a_made_up_plantel_covers_its_need(demo: Store) -> None:
    found = proposed(demo)
    told = [(need, remedy(found, need)) for need in found.sin_tutor]
    assert sum(cure is None for _, cure in told) <= len(told) // 10
    for mine, cure in told:
        if cure is None:
            continue
        apply_to_file(demo, cure)
        again = proposed(demo)
        assert any(
            (one.need.alumno, one.need.asignatura) == (mine.alumno, mine.asignatura)
            for one in again.parejas
        ), (cure.texto, mine.corto, mine.nombre_asignatura)
        demo.undo()


@pytest.mark.feature("U-74", "S-21")
def test_whom_to_recruit_by_asignatura_semestre_and_hour(
    store: Store, plantel: SmallPlantel
) -> None:
    (missing,) = propuesta.demand(proposed(store))
    assert (missing.nombre, missing.semestre, missing.cuantas) == (MATE, 5, 1)
    assert missing.tramo in (TUESDAY, THURSDAY)


def test_another_tutor_and_what_it_would_cost(store: Store, plantel: SmallPlantel) -> None:
    tutor(store, plantel, "Iker", MATE, 90)
    tutor(store, plantel, "Valeria", MATE, 94)
    free(store, plantel, "Iker", TUESDAY)
    found = proposed(store)
    mine = need(found.lectura, "Diego", MATE)
    now = found.por_necesidad[mine.key].guia.alumno
    (other,) = propuesta.options(found, mine.key)
    assert {now, other.guia} == {plantel["Valeria"], plantel["Iker"]}
    assert other.posible
    nobody = propuesta.what_if(found, {mine.key: None})
    assert [one.nombre_asignatura for one in nobody.pierden] == [MATE]


def test_a_move_by_hand_tells_who_loses(store: Store, plantel: SmallPlantel) -> None:
    settings(store, capacidad=1)
    found = proposed(store)
    left = need(found.lectura, left_out(store))
    result = propuesta.what_if(found, {left.key: plantel["Valeria"]})
    assert left in result.ganan
    assert len(result.pierden) == 1
