"""The states of an intervención: what each step needs, results, duties, cases that stopped."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import domain
from app.errors import AppError, InvalidValue
from app.services import (
    alertas,
    estados,
    franjas,
    incumplimientos,
    informes,
    logros,
    sesiones,
)
from app.store import Store, history
from app.store.queries import planes as queries
from tests.small_plantel import FISICA, MATE, SmallPlantel, intervencion, note_grades, small_plantel

TODAY = date(2026, 11, 20)
TUESDAY = {"dia": "martes", "inicio": "11:00", "fin": "12:00", "lugar": "Lab. 2"}


@pytest.fixture
def plantel(store: Store) -> SmallPlantel:
    return small_plantel(store)


# States


@pytest.mark.feature("M-75", "M-63", "M-74")
def test_each_step_says_what_it_needs(store: Store, plantel: SmallPlantel) -> None:
    made = intervencion(store, plantel)
    assert estados.needs(store, made, "planeada") == [
        "la dificultad", "el objetivo", "los resultados esperados", "las acciones", "el horario",
    ]  # fmt: skip
    estados.deliver(store, made)
    estados.change_state(store, made, "en_marcha")
    with store.operation("Sesión"):
        store.sesiones.add(domain.Sesion(intervencion=made, fecha=date(2026, 11, 18)))
    assert estados.needs(store, made, "cerrada") == [
        "el informe final del alumno tutor", "el resultado de Ximena Ordóñez",
        "registrar 1 asesoría pasada",
    ]  # fmt: skip
    assert estados.needs(store, made, "cancelada") == []


@pytest.mark.feature("M-74", "M-75")
def test_it_closes_with_the_report_or_with_a_reason_that_stays(
    store: Store, plantel: SmallPlantel
) -> None:
    with_report = intervencion(store, plantel, estado="en_marcha")
    without = intervencion(store, plantel, MATE, ("Diego",), "en_marcha")
    with pytest.raises(AppError, match="todavía no dice nada"):
        informes.hand_in(store, with_report, "alumno_tutor")
    informes.change(store, with_report, "alumno_tutor", {"temas": "Vectores"})
    informes.hand_in(store, with_report, "alumno_tutor")
    with pytest.raises(AppError, match="ya está entregado"):
        informes.hand_in(store, with_report, "alumno_tutor")
    estados.change_state(store, with_report, "cerrada")
    with pytest.raises(InvalidValue, match="falta el informe final"):
        estados.change_state(store, without, "cerrada", "  ")
    estados.change_state(store, without, "cerrada", "Se fue antes de escribirlo")
    rows = {r.intervencion: r for r in queries.planes(store, plantel.periodo, TODAY)}
    assert (rows[with_report].informe, rows[without].informe) == (True, False)
    assert estados.without_report(store, [with_report, without]) == [without]
    assert store.intervenciones.get(without).motivo == "Se fue antes de escribirlo"
    estados.change_state(store, without, "en_marcha")
    assert store.intervenciones.get(without).motivo == ""
    informes.take_back(store, with_report, "alumno_tutor")
    assert not informes.is_handed_in(store, with_report)
    assert store.undo().startswith("Quitar la entrega del informe final del alumno tutor: ")


@pytest.mark.feature("U-02", "U-03", "M-02", "M-07", "M-59")
def test_approach_purpose_and_norms(store: Store, plantel: SmallPlantel) -> None:
    made = intervencion(store, plantel, tutorados=("Ximena", "Diego"))
    assert store.intervenciones.get(made).enfoque == "academica"
    estados.set_data(store, made, "enfoque", "personal")
    estados.set_data(store, made, "propositos", "adaptacion,rezago")
    estados.set_data(store, made, "normas", "Empezamos a la hora.\nPreguntar no es malo.")
    record = store.intervenciones.get(made)
    assert (record.enfoque, record.propositos) == ("personal", ("rezago", "adaptacion"))
    assert store.undo_label == "Cambiar las normas de Física II de 2 tutorados"
    estados.set_data(store, made, "enfoque", "personal")
    assert store.undo() == "Cambiar las normas de Física II de 2 tutorados"


@pytest.mark.feature("M-62")
def test_a_case_that_stopped_is_said(store: Store, plantel: SmallPlantel) -> None:
    made = intervencion(store, plantel, estado="en_marcha", asignada=date(2026, 10, 5))
    early = intervencion(store, plantel, MATE, ("Diego",), "en_marcha", date(2026, 11, 9))

    def since(one: int) -> date | None:
        row = queries.plan_of(store, one, TODAY)
        return row.quieta_desde(TODAY) if row else None

    assert (since(made), since(early)) == (date(2026, 10, 5), None)
    sesiones.add(store, made, {"fecha": "3/11/2026", "estado": "dada"})
    assert since(made) == date(2026, 11, 3)
    found = [a for a in alertas.alertas(store, TODAY) if a.tipo == "sin_sesion"]
    assert found[0].titulo == (
        "Física II de Ximena Ordóñez: sin asesorías en 14 días ni fecha para la próxima"
    )
    assert found[0].motivo == "Lleva 17 días · desde el 3 nov"
    assert (found[0].desde, found[0].que) == (date(2026, 11, 3), made)
    franjas.add(store, made, TUESDAY, "Queda los martes")
    sesiones.plan_ahead(store, made)
    assert since(made) is None
    assert not [a for a in alertas.alertas(store, TODAY) if a.tipo == "sin_sesion"]


# Results


@pytest.mark.feature("S-39", "S-45", "M-05", "I-35")
def test_the_grades_propose_how_it_ended(store: Store, plantel: SmallPlantel) -> None:
    made = intervencion(store, plantel, estado="en_marcha", tutorados=("Ximena", "Diego"))
    note_grades(store, plantel, "Ximena", 55, 85)
    note_grades(store, plantel, "Diego", 45)
    ximena, diego = logros.logros(store, made)
    assert (ximena.antes, ximena.despues, ximena.resultado) == (50, 85, "acredito")
    assert (diego.antes, diego.despues, diego.resultado) == (40, 45, "mejoro")
    logros.change(store, diego.tutorado.id, {"resultado": "En recursamiento"})
    assert logros.fill(store, made) == 2
    rows = {t.alumno: t for t in store.tutorados.where(intervencion=made)}
    one, two = rows[plantel["Ximena"]], rows[plantel["Diego"]]
    assert (one.antes, one.despues, one.resultado) == (50, 85, "acredito")
    assert (two.antes, two.despues, two.resultado) == (40, 45, "recursa")
    with pytest.raises(AppError, match="no dicen nada más"):
        logros.fill(store, made)
    assert store.undo() == "Tomar los resultados de Física II de 2 tutorados"
    with pytest.raises(InvalidValue):
        logros.change(store, diego.tutorado.id, {"antes": "11"})


@pytest.mark.feature("S-39")
def test_a_first_time_starts_from_the_failed_parcial(store: Store, plantel: SmallPlantel) -> None:
    made = intervencion(store, plantel, tutorados=("Nora",), estado="en_marcha")
    record = store.intervenciones.get(made)
    assert logros.proposed(store, record, plantel["Nora"]) == (None, None)
    note_grades(store, plantel, "Nora", 80)
    assert logros.proposed(store, record, plantel["Nora"]) == (None, 80)
    note_grades(store, plantel, "Ximena", 70)
    with store.operation("Más"):
        store.calificaciones.add_many(
            domain.Calificacion(
                alumno=plantel["Nora"], asignatura=plantel.asignaturas[FISICA],
                periodo=plantel.periodo, parcial=n, valor=valor, intento="recursamiento",
            )
            for n, valor in ((2, 40), (3, 65))
        )  # fmt: skip
    assert logros.proposed(store, record, plantel["Nora"]) == (40, 65)


@given(st.none() | st.integers(0, 100), st.none() | st.integers(0, 100))
def test_the_suggested_result_follows_the_grades(antes: int | None, despues: int | None) -> None:
    found = logros.suggested_result(antes, despues, 60)
    if despues is None:
        assert found == ""
    elif despues >= 60:
        assert found == "acredito"
    elif antes is None:
        assert found == ""
    else:
        assert found == ("mejoro" if despues > antes else "igual")


# Duties


@pytest.mark.feature("S-52")
def test_duties_not_fulfilled_are_noted_and_said_when_they_repeat(
    store: Store, plantel: SmallPlantel
) -> None:
    made = intervencion(store, plantel, estado="en_marcha")
    ximena, valeria = plantel["Ximena"], plantel["Valeria"]
    assert [id for id, _ in incumplimientos.people(store, made)] == [ximena, valeria]
    first = incumplimientos.add(store, made, ximena, {"tipo": "faltas", "fecha": "10/11/2026"})
    assert (first.quien, first.fecha) == ("tutorado", date(2026, 11, 10))
    assert incumplimientos.warning(store, made) == ""
    second = incumplimientos.add(store, made, ximena, {"tipo": "tareas"})
    other = incumplimientos.add(store, made, valeria, {"tipo": "registro"})
    assert other.quien == "alumno_tutor"
    assert incumplimientos.warning(store, made) == "Ximena Ordóñez tiene 2 incumplimientos."
    with pytest.raises(InvalidValue, match="todavía no llega"):
        incumplimientos.add(store, made, ximena, {"fecha": "21/11/2026"})
    incumplimientos.change(store, second.id, {"medida": "Se habló con ella"})
    found = incumplimientos.incumplimientos(store, made)
    assert [one.id for one in found] == [other.id, second.id, first.id]
    incumplimientos.remove(store, first.id)
    assert history.bin(store)[0].operation.etiqueta == "Quitar un incumplimiento"
