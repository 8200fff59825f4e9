"""Sessions: noted, planned, moved, cancelled; the snapshot of that day; the cronograma."""

from datetime import date

import pytest

from app import domain
from app.errors import AppError, InvalidValue
from app.services import asistencia, cronograma, estados, franjas, sesiones
from app.store import Store
from tests.small_plantel import SmallPlantel, intervencion, small_plantel

TUESDAY = {"dia": "martes", "inicio": "11:00", "fin": "12:00", "lugar": "Lab. 2"}


@pytest.fixture
def plantel(store: Store) -> SmallPlantel:
    return small_plantel(store)


@pytest.mark.feature("M-84", "S-44")
def test_a_held_session_keeps_who_was_who(store: Store, plantel: SmallPlantel) -> None:
    made = intervencion(store, plantel)
    franjas.add(store, made, TUESDAY)
    held = sesiones.add(store, made, {"fecha": "17/11/2026", "estado": "dada", "tema": "Vectores"})
    assert (held.inicio, held.minutos) == (660, 60)
    assert (held.grupo, held.semestre, held.alumno_tutor) == ("5.º B", 5, "Valeria Muñoz Arévalo")
    assert store.intervenciones.get(made).estado == "en_marcha"
    assert store.undo_label == "Registrar la sesión del 17 nov de Física II de Ximena Ordóñez"
    with store.operation("Cambiar de grupo"):
        store.alumnos.change(plantel["Ximena"], grupo=plantel.grupo)
    assert store.sesiones.get(held.id).grupo == "5.º B"


def test_a_planned_session_takes_its_snapshot_when_it_is_held(
    store: Store, plantel: SmallPlantel
) -> None:
    made = intervencion(store, plantel, tutorados=("Ximena", "Diego"))
    planned = sesiones.add(store, made, {"fecha": "20/11/2026", "inicio": "9:00"})
    assert planned.estado == "planeada"
    with store.operation("Cambiar de grupo"):
        store.alumnos.change(plantel["Ximena"], grupo=plantel.grupo)
    after = sesiones.change(store, planned.id, {"estado": "dada", "minutos": "50"})
    assert (after.grupo, after.semestre) == ("5.º A, 5.º B", 5)
    sesiones.change(store, planned.id, {"observaciones": "Trajo sus apuntes."})
    assert store.sesiones.get(planned.id).observaciones == "Trajo sus apuntes."


def test_what_cannot_be_is_said_beside_its_field(store: Store, plantel: SmallPlantel) -> None:
    made = intervencion(store, plantel)
    with store.operation("Inhábil"):
        store.dias_inhabiles.add(domain.DiaInhabil(fecha=date(2026, 11, 23)))
    wrong = [
        ({"fecha": ""}, "fecha"),
        ({"fecha": "31/11/2026"}, "fecha"),
        ({"fecha": "24/11/2026", "estado": "dada"}, "fecha"),
        ({"fecha": "23/11/2026"}, "fecha"),
        ({"fecha": "21/11/2026"}, "fecha"),
        ({"fecha": "17/11/2026", "estado": "cancelada"}, "causa"),
        ({"fecha": "17/11/2026", "estado": "cancelada", "causa": "otra"}, "motivo"),
        ({"fecha": "17/11/2026", "estado": "dada", "minutos": "0"}, "minutos"),
    ]
    for typed, key in wrong:
        with pytest.raises(InvalidValue) as problem:
            sesiones.add(store, made, typed)
        assert problem.value.key == key
    assert store.sesiones.count() == 0
    sesiones.add(store, made, {"fecha": "2/9/2024", "estado": "dada", "inicio": "9:00"})
    with pytest.raises(InvalidValue, match="ya hay una sesión"):
        sesiones.add(store, made, {"fecha": "2/9/2024", "estado": "dada", "inicio": "9:00"})


@pytest.mark.feature("U-12")
def test_moved_and_cancelled_with_cause_and_by_whom(store: Store, plantel: SmallPlantel) -> None:
    made = intervencion(store, plantel)
    first = sesiones.add(store, made, {"fecha": "24/11/2026", "inicio": "11:00", "tema": "Fuerza"})
    moved = sesiones.move(
        store, first.id,
        {"fecha": "26/11/2026", "motivo": "Hay examen", "causa": "evaluacion"},
    )  # fmt: skip
    before = store.sesiones.get(first.id)
    assert (before.estado, before.motivo) == ("movida", "Pasó al jue 26 nov, 11:00: Hay examen")
    assert (before.causa, before.quien) == ("evaluacion", "plantel")
    assert (moved.fecha, moved.inicio, moved.tema) == (date(2026, 11, 26), 660, "Fuerza")
    assert (moved.causa, moved.motivo) == ("", "")
    with pytest.raises(InvalidValue, match="por qué"):
        sesiones.cancel(store, [moved.id], {"motivo": " "})
    with pytest.raises(InvalidValue, match="otra causa"):
        sesiones.cancel(store, [moved.id], {"causa": "otra"})
    sesiones.cancel(store, [moved.id], {"causa": "falto_tutor", "motivo": "Enfermó"})
    after = store.sesiones.get(moved.id)
    assert (after.estado, after.causa, after.quien) == ("cancelada", "falto_tutor", "alumno_tutor")
    sesiones.cancel(store, [moved.id], {"causa": "lugar", "quien": "docente_tutor"})
    assert store.sesiones.get(moved.id).quien == "docente_tutor"
    again = sesiones.change(store, moved.id, {"estado": "planeada"})
    assert (again.causa, again.quien, again.motivo) == ("", "", "")
    assert [s.id for s in sesiones.sesiones(store, made)] == [moved.id, first.id]
    sesiones.remove(store, [moved.id, first.id])
    assert store.undo() == "Quitar 2 sesiones"
    sesiones.remove(store, [first.id])
    assert store.undo_label.startswith("Quitar la sesión del 24 nov")
    sesiones.remove(store, [])


def test_a_session_of_a_day_without_franja_is_unplanned(
    store: Store, plantel: SmallPlantel
) -> None:
    made = intervencion(store, plantel)
    assert not sesiones.add(store, made, {"fecha": "10/11/2026", "estado": "dada"}).imprevista
    franjas.add(store, made, TUESDAY, "Se acordó")
    usual = sesiones.add(store, made, {"fecha": "17/11/2026", "estado": "dada"})
    other = sesiones.add(store, made, {"fecha": "15/11/2026", "estado": "dada"})
    assert (usual.imprevista, other.imprevista) == (False, True)
    said = sesiones.add(store, made, {"fecha": "14/11/2026", "estado": "dada", "imprevista": "no"})
    assert not said.imprevista


@pytest.mark.feature("S-38")
def test_what_was_recommended_is_asked_in_the_next_session(
    store: Store, plantel: SmallPlantel
) -> None:
    made = intervencion(store, plantel)
    first = sesiones.add(
        store, made,
        {"fecha": "10/11/2026", "estado": "dada", "recomendaciones": "Tres ejercicios."},
    )  # fmt: skip
    off = sesiones.add(
        store, made, {"fecha": "12/11/2026", "estado": "cancelada", "causa": "lugar"}
    )
    second = sesiones.add(store, made, {"fecha": "17/11/2026", "estado": "dada", "inicio": "9:00"})
    hoped = sesiones.add(store, made, {"fecha": "24/11/2026"})
    assert sesiones.before(store, first) is None
    asked = sesiones.before(store, second)
    assert asked is not None
    assert asked.recomendaciones == "Tres ejercicios."
    assert sesiones.change(store, second.id, {"cumplida": "En parte"}).cumplida == "parte"
    assert sesiones.after(store, second) == hoped
    assert sesiones.after(store, off) == hoped
    assert sesiones.after(store, hoped) is None


@pytest.mark.feature("U-31", "M-58", "S-37")
def test_attendance_of_everybody(store: Store, plantel: SmallPlantel) -> None:
    made = intervencion(store, plantel, tutorados=("Ximena", "Diego"))
    held = sesiones.add(store, made, {"fecha": "17/11/2026"})
    hoped = sesiones.add(store, made, {"fecha": "24/11/2026"})
    people = asistencia.people(store, held.id)
    assert [(p.nombre, p.nota, p.estado) for p in people] == [
        ("Valeria Muñoz Arévalo", "alumno tutor", ""),
        ("Diego Armando Núñez Peña", "5.º B", ""),
        ("Ximena Ordóñez Villaseñor", "5.º B", ""),
    ]
    asistencia.mark(store, held.id, plantel["Diego"], "tarde")
    assert store.sesiones.get(held.id).estado == "dada"
    assert store.undo_label == "Asistencia de Diego Núñez: tarde"
    asistencia.mark(store, held.id, plantel["Diego"], "justifico")
    assert store.asistencias.count() == 1
    with pytest.raises(AppError, match="no llega"):
        asistencia.mark(store, hoped.id, plantel["Diego"], "falto")
    with pytest.raises(AppError, match="no llega"):
        asistencia.all_present(store, hoped.id)
    assert sesiones.hold(store, [held.id, hoped.id]) == 1
    states = [p.estado for p in asistencia.people(store, held.id)]
    assert states == ["asistio", "justifico", "asistio"]
    assert asistencia.in_words(states) == "2 a tiempo, 1 justificó"
    asistencia.all_present(store, held.id)
    assert {p.estado for p in asistencia.people(store, held.id)} == {"asistio"}
    with pytest.raises(AppError, match="todavía no llega"):
        sesiones.hold(store, [hoped.id])
    with store.operation("Quitar a Diego"):
        store.tutorados.delete(store.tutorados.where(alumno=plantel["Diego"])[0].id)
    assert len(asistencia.people(store, held.id)) == 3


def test_many_sessions_are_held_in_one_step(store: Store, plantel: SmallPlantel) -> None:
    made = intervencion(store, plantel)
    days = ("27/10/2026", "3/11/2026", "10/11/2026")
    ids = [sesiones.add(store, made, {"fecha": day}).id for day in days]
    sesiones.cancel(store, ids[:1], {"causa": "sin_clases"})
    assert sesiones.hold(store, ids) == 3
    assert store.undo_label == "Dar por dadas 3 sesiones"
    assert {s.estado for s in store.sesiones.all()} == {"dada"}
    assert {s.causa for s in store.sesiones.all()} == {""}
    assert store.asistencias.count() == 6
    assert store.intervenciones.get(made).estado == "en_marcha"
    store.undo()
    assert store.asistencias.count() == 0
    assert store.sesiones.get(ids[0]).causa == "sin_clases"


@pytest.mark.feature("M-62", "M-69")
def test_the_rest_of_the_periodo_is_planned_in_one_step(
    store: Store, plantel: SmallPlantel
) -> None:
    made = intervencion(store, plantel)
    with pytest.raises(AppError, match="Primero ponga el día"):
        sesiones.plan_ahead(store, made)
    franjas.add(store, made, TUESDAY)
    with store.operation("Inhábil"):
        store.dias_inhabiles.add(domain.DiaInhabil(fecha=date(2026, 12, 1)))
    assert sesiones.plan_ahead(store, made) == 7
    days = [s.fecha for s in sesiones.sesiones(store, made)]
    assert days[-1] == date(2026, 11, 24)
    assert days[0] == date(2027, 1, 12)
    assert date(2026, 12, 1) not in days
    with pytest.raises(AppError, match="Ya están planeadas"):
        sesiones.plan_ahead(store, made)
    assert store.undo() == "Planear 7 sesiones de Física II de Ximena Ordóñez"
    assert store.sesiones.count() == 0


@pytest.mark.feature("M-62", "M-69")
def test_the_weeks_of_the_cronograma(store: Store, plantel: SmallPlantel) -> None:
    made = intervencion(store, plantel, asignada=date(2026, 10, 26))
    franjas.add(store, made, TUESDAY)
    sesiones.add(store, made, {"fecha": "27/10/2026", "estado": "dada"})
    sesiones.add(store, made, {"fecha": "3/11/2026", "estado": "cancelada", "motivo": "Examen"})
    weeks = cronograma.cronograma(store, made)
    assert [w.estado for w in weeks[:6]] == [
        "dada", "perdida", "nada", "nada", "planeada", "planeada"
    ]  # fmt: skip
    assert weeks[0].numero == 10
    assert [w.numero for w in weeks if w.es_actual] == [13]
    assert weeks[-1].lunes == date(2027, 1, 11)
    estados.change_state(store, made, "cerrada", "Sin informe")
    assert {w.estado for w in cronograma.cronograma(store, made)} == {"dada", "perdida", "nada"}
