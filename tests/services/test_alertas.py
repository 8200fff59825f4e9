"""The alertas: whom each is about, with which figures; putting off, silencing; achievements."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from app import domain
from app.domain.alerta import TIPOS
from app.fields import fields_of
from app.services import alumnos_tutores, estados, listados, reconocimientos, sesiones
from app.services.alertas import Alerta, alertas
from app.services.alertas.casos import CASOS
from app.store import Store
from tests.small_plantel import FISICA, MATE, SmallPlantel, intervencion, small_plantel

TODAY = date(2026, 11, 20)
LONG_AGO = date(2026, 10, 5)


@pytest.fixture
def plantel(store: Store) -> SmallPlantel:
    """The small plantel whose needs are known since October."""
    found = small_plantel(store)
    with store.operation("Hace semanas", undoable=False):
        store.writing().conn.execute("UPDATE adeudos SET desde = ?", (LONG_AGO.isoformat(),))
        store.writing().conn.execute("UPDATE niveles SET fecha = ?", (LONG_AGO.isoformat(),))
    return found


def told(store: Store, tipo: str, today: date = TODAY) -> Alerta | None:
    return next((one for one in alertas(store, today) if one.tipo == tipo), None)


def names(store: Store, tipo: str, today: date = TODAY) -> list[str]:
    found = told(store, tipo, today)
    return [one.nombre for one in found.casos] if found else []


def hold(store: Store, case: int, *days: str, **came: str) -> list[int]:
    """Sessions held; `came` says how each id came, by its text."""
    made = [sesiones.add(store, case, {"fecha": day, "estado": "dada"}) for day in days]
    ids = [one.id for one in made]
    with store.operation("Asistencia"):
        before = store.asistencias.where(sesion=ids)
        store.asistencias.delete_many([one.id for one in before])
        store.asistencias.add_many(
            domain.Asistencia(sesion=id, alumno=int(who), estado=state)
            for id in ids for who, state in came.items()
        )  # fmt: skip
    return ids


def test_each_kind_has_its_rule_its_words_and_its_way_of_being_found(store: Store) -> None:
    settings = store.settings.only()
    assert list(CASOS) == list(TIPOS)
    for kind in TIPOS.values():
        assert "{" not in kind.regla_con(settings)
        assert "{" not in kind.titulo(settings, ["Ana"]) + kind.titulo(settings, ["Ana", "Luz"])
    assert "14 días" in TIPOS["sin_accion"].regla_con(settings)


@pytest.mark.feature("U-66")
def test_at_risk_without_alumno_tutor(store: Store, plantel: SmallPlantel) -> None:
    found = told(store, "riesgo_sin_tutor")
    assert found is not None
    assert names(store, "riesgo_sin_tutor") == ["Ximena Ordóñez Villaseñor", "Diego Armando "
                                                "Núñez Peña"]  # fmt: skip
    assert found.titulo == "2 alumnos en riesgo y sin alumno tutor"
    assert (found.lugar, found.que, found.desde) == ("tutorados", "asignacion", LONG_AGO)
    assert found.casos[0].cifras == "Riesgo bajo: debe Física II (5)"
    assert found.casos[0].hecho == "Nada todavía"
    intervencion(store, plantel)
    one = told(store, "riesgo_sin_tutor")
    assert one is not None
    assert one.titulo == "Diego Armando Núñez Peña: en riesgo y sin alumno tutor"
    assert (one.boton, one.lugar, one.que) == (
        "Buscar alumno tutor", "asignar", (plantel["Diego"], plantel.asignaturas[FISICA]),
    )  # fmt: skip


def _session(store: Store, case: int, alumno: int) -> None:
    sesiones.add(store, case, {"fecha": "18/11/2026", "estado": "dada"})


def _interview(store: Store, case: int, alumno: int) -> None:
    with store.operation("Entrevista"):
        day = date(2026, 11, 18)
        store.entrevistas.add(domain.Entrevista(intervencion=case, alumno=alumno, fecha=day))


def _plan(store: Store, case: int, alumno: int) -> None:
    estados.deliver(store, case)


def _adjustment(store: Store, case: int, alumno: int) -> None:
    with store.operation("Ajuste"):
        plan = store.planes.add(domain.Plan(intervencion=case))
        store.ajustes.add(domain.Ajuste(plan=plan.id, fecha=date(2026, 11, 18)))


def _breach(store: Store, case: int, alumno: int) -> None:
    with store.operation("Incumplimiento"):
        store.incumplimientos.add(
            domain.Incumplimiento(intervencion=case, alumno=alumno, fecha=date(2026, 11, 18))
        )


def _letter(store: Store, case: int, alumno: int) -> None:
    with store.operation("Carta"):
        row = store.tutorados.where(intervencion=case, alumno=alumno)[0]
        store.tutorados.change(row.id, carta=date(2026, 11, 18))


def _achievement(store: Store, case: int, alumno: int) -> None:
    reconocimientos.reconocer(store, alumno, {"texto": "Llegó puntual"})


@pytest.mark.feature("U-66", "U-72")
@pytest.mark.parametrize(
    "act", [_session, _interview, _plan, _adjustment, _breach, _letter, _achievement]
)
def test_any_action_takes_somebody_out_of_the_default_list(
    store: Store, plantel: SmallPlantel, act: Callable[[Store, int, int], None]
) -> None:
    made = intervencion(store, plantel, estado="en_marcha", asignada=LONG_AGO)
    assert names(store, "sin_accion")[0] == "Ximena Ordóñez Villaseñor"
    act(store, made, plantel["Ximena"])
    assert names(store, "sin_accion") == ["Diego Armando Núñez Peña"]
    later = names(store, "sin_accion", TODAY + timedelta(days=14))
    assert "Ximena Ordóñez Villaseñor" in later


def test_the_days_without_action_are_a_setting(store: Store, plantel: SmallPlantel) -> None:
    intervencion(store, plantel, asignada=date(2026, 11, 10))
    assert "Ximena Ordóñez Villaseñor" not in names(store, "sin_accion")
    with store.operation("Otra regla"):
        store.settings.change(1, dias_sin_accion=10)
    found = told(store, "sin_accion")
    assert found is not None
    assert "Ximena Ordóñez Villaseñor" in names(store, "sin_accion")
    assert "en 10 días" in found.regla
    assert "en 10 días" in found.titulo


@pytest.mark.feature("U-72")
def test_tutored_and_still_at_risk(store: Store, plantel: SmallPlantel) -> None:
    made = intervencion(store, plantel, estado="en_marcha", asignada=date(2026, 10, 10))
    assert names(store, "sigue_en_riesgo") == []
    sesiones.add(store, made, {"fecha": "20/10/2026", "estado": "dada"})
    found = told(store, "sigue_en_riesgo")
    assert found is not None
    assert found.motivo == (
        "Riesgo bajo, entonces riesgo bajo; 1 asesoría de Física II · desde el 10 oct"
    )
    assert (found.lugar, found.que) == ("planes", made)
    assert found.casos[0].hecho == "Asesoría, 20 oct"
    with store.operation("Otra regla"):
        store.settings.change(1, dias_sigue_en_riesgo=60)
    assert told(store, "sigue_en_riesgo") is None


@pytest.mark.feature("U-21")
def test_plans_that_are_late_and_plans_that_are_due(store: Store, plantel: SmallPlantel) -> None:
    late = intervencion(store, plantel, asignada=LONG_AGO)
    soon = intervencion(store, plantel, MATE, ("Diego",), asignada=date(2026, 11, 12))
    found = told(store, "plan_vencido"), told(store, "plan_pendiente")
    assert [one and one.que for one in found] == [late, soon]
    assert found[0] is not None
    assert found[0].motivo.startswith("Venció el lunes 19 de octubre")
    estados.deliver(store, late)
    assert told(store, "plan_vencido") is None


@pytest.mark.feature("M-70")
def test_an_expediente_that_lacks_documents(store: Store, plantel: SmallPlantel) -> None:
    made = intervencion(store, plantel, asignada=LONG_AGO)
    _interview(store, made, plantel["Ximena"])
    found = told(store, "expediente")
    assert found is not None
    assert "entrevista" not in found.casos[0].cifras
    assert "carta compromiso" in found.casos[0].cifras
    assert (found.lugar, found.que) == ("tutorados", plantel["Ximena"])


@pytest.mark.feature("M-18", "U-19")
def test_alumnos_tutores_with_too_much_with_nothing_and_irregular(
    store: Store, plantel: SmallPlantel
) -> None:
    fisica = plantel.asignaturas[FISICA]
    alumnos_tutores.nominate(store, {plantel["Valeria"]: {fisica: 96}, plantel["Iker"]: {}})
    alumnos_tutores.change_state(store, [plantel["Valeria"], plantel["Iker"]], "activo")
    intervencion(store, plantel)
    intervencion(store, plantel, MATE, ("Diego",))
    with store.operation("Desde hace meses"):
        for perfil in store.perfiles_tutor.all():
            store.perfiles_tutor.change(perfil.id, desde=LONG_AGO, capacidad=1)
        owed = store.calificaciones.where(alumno=plantel["Valeria"], asignatura=fisica)[0]
        store.calificaciones.change(owed.id, valor=50)
    assert names(store, "tutor_libre") == ["Iker Zúñiga"]
    assert names(store, "tutor_sobrecarga") == ["Valeria Muñoz Arévalo"]
    found = told(store, "tutor_no_regular")
    assert found is not None
    assert found.casos[0].cifras == "Debe Física II; atiende a 2 tutorados"


@pytest.mark.feature("U-72")
def test_absences_count_sessions_missed_and_cancelled_for_it(
    store: Store, plantel: SmallPlantel
) -> None:
    made = intervencion(store, plantel, estado="en_marcha", asignada=LONG_AGO)
    who = {str(plantel["Ximena"]): "falto", str(plantel["Valeria"]): "asistio"}
    hold(store, made, "20/10/2026", **who)
    assert told(store, "faltas") is None
    added = sesiones.add(store, made, {"fecha": "27/10/2026", "estado": "planeada"})
    with store.operation("No llegó"):
        store.sesiones.change(added.id, estado="cancelada", causa="falto_tutorado")
    found = told(store, "faltas")
    assert found is not None
    assert found.casos[0].cifras == "2 de 2 asesorías de Física II"
    assert (found.desde, found.que) == (date(2026, 10, 20), made)


def test_full_attendance_and_a_passed_asignatura_are_to_be_recognised(
    store: Store, plantel: SmallPlantel
) -> None:
    made = intervencion(store, plantel, estado="en_marcha", asignada=LONG_AGO)
    valeria, ximena = plantel["Valeria"], plantel["Ximena"]
    days = ("13/10/2026", "20/10/2026", "27/10/2026")
    hold(store, made, *days, **{str(valeria): "asistio", str(ximena): "asistio"})
    assert told(store, "para_reconocer") is None
    hold(store, made, "3/11/2026", **{str(valeria): "asistio", str(ximena): "tarde"})
    found = told(store, "para_reconocer")
    assert found is not None
    assert (found.peso, found.titulo) == (
        "ok", "Valeria Muñoz Arévalo: tiene un logro para reconocer",
    )  # fmt: skip
    assert found.que == (valeria, made, "Dio las 4 asesorías de Física II")
    reconocimientos.reconocer(store, valeria, {"texto": "Dio las 4 asesorías"}, made)
    assert told(store, "para_reconocer") is None
    with store.operation("Acreditó"):
        row = store.tutorados.where(intervencion=made)[0]
        store.tutorados.change(row.id, resultado="acredito")
    assert names(store, "para_reconocer") == ["Ximena Ordóñez Villaseñor"]
    store.undo()
    store.undo()
    assert names(store, "para_reconocer") == ["Valeria Muñoz Arévalo"]


def test_the_alertas_as_data_carry_their_evidence(store: Store, plantel: SmallPlantel) -> None:
    lines = listados.alertas_de_hoy(store, TODAY)
    assert all({"peso", "titulo", "motivo", "accion", "tipo", "desde", "evidencia"} <= set(one)
               for one in lines)  # fmt: skip
    alone = next(one for one in lines if one["tipo"] == "riesgo_sin_tutor")
    assert alone["desde"] == "2026-10-05"
    assert alone["evidencia"][0] == {
        "control": "003", "de": "Ximena Ordóñez Villaseñor",
        "cifras": "Riesgo bajo: debe Física II (5)", "desde": "2026-10-05",
        "hecho": "Nada todavía",
    }  # fmt: skip


def test_the_thresholds_of_the_alertas_are_declared(store: Store) -> None:
    keys = {"dias_sin_accion", "dias_sin_sesion", "dias_sigue_en_riesgo", "faltas_a_asesoria",
            "asesorias_completas"}  # fmt: skip
    assert keys <= set(fields_of(domain.Settings))


def test_no_question_is_asked_for_each_person(demo: Store) -> None:
    def questions() -> tuple[int, int]:
        asked: list[str] = []
        demo.connection.set_trace_callback(asked.append)
        found = alertas(demo, TODAY + timedelta(days=20))
        demo.connection.set_trace_callback(None)
        return sum(len(one.casos) for one in found), len(asked)

    people, asked = questions()
    everybody = demo.alumnos.all()
    with demo.operation("Borrar a la mitad", deletes=True):
        demo.alumnos.delete_many([one.id for one in everybody[::2]])
    fewer, same = questions()
    assert fewer < people
    assert same == asked


def test_somebody_with_two_cases_is_one_person(store: Store, plantel: SmallPlantel) -> None:
    for subject in (FISICA, MATE):
        made = intervencion(store, plantel, subject, ("Diego",), "en_marcha", LONG_AGO)
        sesiones.add(store, made, {"fecha": "13/10/2026", "estado": "dada"})
    found = told(store, "sigue_en_riesgo")
    assert found is not None
    assert len(found.casos) == 2
    assert found.titulo.startswith("Diego Armando Núñez Peña: tiene tutoría")
    assert found.boton == "Revisar 2 planes"
