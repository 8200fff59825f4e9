"""Assignment by hand: who could, who could not and why, pairing, small groups, changes."""

from collections.abc import Sequence

import pytest

from app import domain
from app.domain.horario import Tramo
from app.errors import AppError, InvalidValue
from app.services import alumnos_tutores, asignacion, disponibilidad, estados, planes, planteles
from app.services.emparejamiento import Opcion, emparejamiento
from app.store import Store
from app.store.queries import asignacion as queries
from app.store.queries.alumno import intervenciones_de
from tests.small_plantel import FISICA, MATE, QUIMICA, SmallPlantel, small_plantel

TUESDAY = Tramo(2, 660, 720)
FREE = [Tramo(2, 660, 780), Tramo(4, 600, 660)]


@pytest.fixture
def plantel(store: Store) -> SmallPlantel:
    """Valeria and Iker are active and master Física II; Valeria and Diego coincide on Tuesday."""
    made = small_plantel(store)
    fisica = made.asignaturas[FISICA]
    chosen = {made["Valeria"]: {fisica: 96}, made["Iker"]: {fisica: 88}}
    alumnos_tutores.nominate(store, chosen)
    alumnos_tutores.change_state(store, list(chosen), "activo")
    disponibilidad.paint(store, [made["Valeria"], made["Diego"]], FREE, "disponible")
    disponibilidad.paint(store, [made["Iker"]], [Tramo(5, 480, 540)], "disponible")
    return made


def franja(tramo: Tramo, lugar: str = "Aula 12") -> domain.Franja:
    return domain.Franja(dia=tramo.dia, inicio=tramo.inicio, fin=tramo.fin, lugar=lugar)


def options(store: Store, plantel: SmallPlantel, who: str = "Diego") -> list[Opcion]:
    return emparejamiento(store, plantel[who], plantel.asignaturas[FISICA]).opciones


def assign(
    store: Store, plantel: SmallPlantel, who: str = "Diego", at: Sequence[Tramo] = (TUESDAY,)
) -> domain.Intervencion:
    fisica = plantel.asignaturas[FISICA]
    hours = [franja(tramo) for tramo in at]
    return asignacion.assign(store, plantel[who], fisica, plantel["Valeria"], hours)


@pytest.mark.feature("M-19", "M-33", "M-94", "U-15", "U-18", "U-66")
def test_needs_go_by_risk_and_waiting(store: Store, plantel: SmallPlantel) -> None:
    with store.operation("Segunda vez"):
        store.calificaciones.add(
            domain.Calificacion(
                alumno=plantel["Ximena"], asignatura=plantel.asignaturas[FISICA],
                periodo=plantel.periodo, valor=40,
            )
        )  # fmt: skip
    needs = queries.sin_tutor(store)
    assert [(n.corto, n.nombre_asignatura, n.nivel, n.tutores) for n in needs] == [
        ("Ximena Ordóñez", FISICA, "alto", 2),
        ("Diego Núñez", FISICA, "bajo", 2),
        ("Diego Núñez", MATE, "bajo", 0),
    ]
    assign(store, plantel)
    assert [n.nombre_asignatura for n in queries.sin_tutor(store)] == [FISICA, MATE]


@pytest.mark.feature("M-19", "M-33", "U-18", "U-52")
def test_the_best_first_and_the_blocked_with_their_reason(
    store: Store, plantel: SmallPlantel
) -> None:
    nora = plantel["Nora"]
    alumnos_tutores.nominate(store, {nora: {plantel.asignaturas[QUIMICA]: 90}})
    valeria, iker, other = options(store, plantel)
    assert (valeria.datos.nombre, valeria.se_puede, valeria.carga) == ("Valeria Muñoz", True, 0)
    assert valeria.huecos[0] == TUESDAY
    assert not iker.se_puede
    assert iker.contras[0].texto == (
        "Iker Zúñiga y Diego Núñez no coinciden en ningún horario; "
        "lo más cercano: viernes 08:00 a 09:00 y jueves 10:00 a 11:00"
    )
    assert [c.clave for c in other.contras] == ["no_activo", "no_domina"]


@pytest.mark.feature("M-81", "M-75", "U-21", "S-06")
def test_assigning_makes_everything_in_one_step(store: Store, plantel: SmallPlantel) -> None:
    made = assign(store, plantel)
    assert store.undo_label == "Asignar a Valeria Muñoz con Diego Núñez en Física II"
    assert (made.estado, made.asignada) == ("planeada", store.clock().date())
    one = intervenciones_de(store, plantel["Diego"])[0]
    assert (one.nombre_tutor, one.horas[0].tramo, one.horas[0].lugar) == (
        "Valeria Muñoz Arévalo", TUESDAY, "Aula 12",
    )  # fmt: skip
    assert store.planes.count(intervencion=made.id) == 1
    with pytest.raises(AppError, match="Diego Núñez ya tiene alumno tutor en Física II: Valeria"):
        assign(store, plantel)
    store.undo()
    assert store.intervenciones.count() == store.planes.count() == store.franjas.count() == 0
    assert assign(store, plantel, at=()).estado == "identificada"


@pytest.mark.feature("U-16", "U-19", "U-20", "S-35")
def test_what_forbids_is_said_and_nothing_is_stored(store: Store, plantel: SmallPlantel) -> None:
    fisica, diego = plantel.asignaturas[FISICA], plantel["Diego"]
    for tutor, at, words in (
        ("Valeria", [Tramo(1, 600, 660)], "Valeria Muñoz y Diego Núñez no tienen libre el lunes"),
        ("Valeria", [Tramo(2, 660, 680)], "dura 20 minutos y debe durar al menos 30"),
        ("Valeria", [TUESDAY, Tramo(2, 690, 750)], "Dos de las horas de la asesoría se enciman"),
        ("Iker", [], "no coinciden en ningún horario"),
        ("Nora", [], "Nora Ñáñez no está en la lista de alumnos tutores"),
    ):
        hours = [franja(tramo) for tramo in at]
        with pytest.raises(AppError, match=words):
            asignacion.assign(store, diego, fisica, plantel[tutor], hours)
    for wrong in (domain.Franja(dia=2, inicio=660), domain.Franja(dia=2, inicio=720, fin=660)):
        with pytest.raises(InvalidValue):
            asignacion.assign(store, diego, fisica, plantel["Valeria"], [wrong])
    alumnos_tutores.change_perfil(store, [plantel["Valeria"]], {"capacidad": "0"})
    with pytest.raises(AppError, match="Valeria Muñoz no recibe tutorados"):
        assign(store, plantel)
    assert store.intervenciones.count() == 0


@pytest.mark.feature("U-52", "M-73")
def test_a_warning_is_passed_over_with_a_reason(store: Store, plantel: SmallPlantel) -> None:
    with store.operation("Debe una"):
        store.calificaciones.add(
            domain.Calificacion(
                alumno=plantel["Valeria"], asignatura=plantel.asignaturas[MATE],
                periodo=plantel.periodo, valor=50,
            )
        )  # fmt: skip
    with pytest.raises(AppError, match="Valeria Muñoz debe asignaturas"):
        assign(store, plantel)
    planteles.change_settings(store, {"exige_regular": "no"})
    assert options(store, plantel)[0].avisos[0].clave == "no_regular"
    with pytest.raises(InvalidValue, match="porque Valeria Muñoz debe asignaturas"):
        assign(store, plantel)
    made = asignacion.assign(
        store, plantel["Diego"], plantel.asignaturas[FISICA], plantel["Valeria"], [],
        "Su docente la recomienda",
    )  # fmt: skip
    kept = planes.ajustes(store, made.id)[0]
    assert (kept.motivo, kept.cambio) == (
        "Su docente la recomienda",
        "Se asignó aunque Valeria Muñoz debe asignaturas.",
    )


@pytest.mark.feature("M-19", "M-58", "U-08")
def test_a_second_tutorado_joins_when_the_hour_suits(store: Store, plantel: SmallPlantel) -> None:
    first = assign(store, plantel)
    ximena = plantel["Ximena"]
    assert options(store, plantel, "Ximena")[0].grupos[0].tutorados == ("Diego Núñez",)
    disponibilidad.paint(store, [ximena], [Tramo(4, 600, 660)], "disponible")
    assert options(store, plantel, "Ximena")[0].grupos == ()
    with pytest.raises(AppError, match="Ximena Ordóñez no tiene libre el martes"):
        asignacion.join(store, first.id, ximena)
    disponibilidad.paint(store, [ximena], [TUESDAY], "disponible")
    disponibilidad.paint(store, [ximena], [Tramo(4, 600, 660)], "")
    option = options(store, plantel, "Ximena")[0]
    assert (option.se_puede, option.grupos[0].intervencion) == (True, first.id)
    asignacion.join(store, first.id, ximena)
    assert store.undo_label == "Sumar a Ximena Ordóñez con Valeria Muñoz en Física II"
    one = intervenciones_de(store, ximena)[0]
    assert (one.id, one.otros) == (first.id, ("Diego Núñez",))
    with pytest.raises(InvalidValue, match="por qué sale"):
        asignacion.leave(store, first.id, ximena, " ")
    asignacion.leave(store, first.id, ximena, "Ya aprobó")
    kept = planes.ajustes(store, first.id)[0]
    assert (kept.motivo, kept.cambio) == ("Ya aprobó", "Ximena Ordóñez sale del grupo.")
    with pytest.raises(AppError, match="único tutorado"):
        asignacion.leave(store, first.id, plantel["Diego"], "Ya no viene")


@pytest.mark.feature("U-12", "M-73")
def test_hours_and_alumno_tutor_change(store: Store, plantel: SmallPlantel) -> None:
    made = assign(store, plantel)
    valeria, thursday = plantel["Valeria"], Tramo(4, 600, 660)
    asignacion.reassign(store, made.id, valeria, [franja(thursday)])
    assert store.undo_label == "Cambiar el horario de Física II de Diego Núñez"
    assert planes.ajustes(store, made.id) == []
    asignacion.reassign(store, made.id, valeria, [franja(thursday)])
    estados.change_state(store, made.id, "en_marcha")
    disponibilidad.paint(store, [plantel["Iker"]], FREE, "disponible")
    hours = [franja(thursday, "Biblioteca"), franja(TUESDAY)]
    with pytest.raises(InvalidValue, match="por qué cambia el alumno tutor"):
        asignacion.reassign(store, made.id, plantel["Iker"], hours)
    asignacion.reassign(store, made.id, plantel["Iker"], hours, "Lo pidió")
    assert store.intervenciones.get(made.id).estado == "ajustada"
    kept = planes.ajustes(store, made.id)[0]
    assert (kept.motivo, kept.cambio.strip()) == (
        "Lo pidió",
        "Alumno tutor: de Valeria Muñoz a Iker Zúñiga. Horario: de jueves 10:00 a 11:00 a "
        "martes 11:00 a 12:00 y jueves 10:00 a 11:00.",
    )
    with pytest.raises(InvalidValue, match="por qué cambia el horario"):
        asignacion.reassign(store, made.id, plantel["Iker"], hours[:1], " ")
    asignacion.reassign(store, made.id, plantel["Iker"], hours[:1], "Ya no puede los martes")
    assert store.franjas.count(intervencion=made.id) == 1


@pytest.mark.feature("M-75")
def test_what_ends_leaves_nobody_waiting(store: Store, plantel: SmallPlantel) -> None:
    made = assign(store, plantel)
    with store.operation("Sesión"):
        store.sesiones.add(
            domain.Sesion(intervencion=made.id, fecha=store.clock().date(), inicio=660)
        )
    with pytest.raises(InvalidValue):
        estados.change_state(store, made.id, "cancelada")
    estados.change_state(store, made.id, "cancelada", "Cambió de turno")
    ended = store.sesiones.where(intervencion=made.id)[0]
    assert (ended.estado, ended.motivo) == ("cancelada", "Cambió de turno")
    with pytest.raises(AppError, match="ya terminó"):
        asignacion.leave(store, made.id, plantel["Diego"], "Ya no viene")
    assert store.undo() == "Cancelar Física II de Diego Núñez"
    assert store.sesiones.where(intervencion=made.id)[0].estado == "planeada"


@pytest.mark.feature("M-30", "M-69")
def test_classes_alone_do_not_make_somebody_free(store: Store, plantel: SmallPlantel) -> None:
    disponibilidad.paint(store, [plantel["Ximena"]], [TUESDAY], "clase")
    option = options(store, plantel, "Ximena")[0]
    assert [a.clave for a in option.avisos] == ["horario_desconocido"]
    assert TUESDAY not in option.huecos
    with pytest.raises(AppError, match="Ximena Ordóñez ya tiene clase el martes"):
        assign(store, plantel, "Ximena")
    assert queries.lugares(store) == []
