"""The plan de acción tutorial: data, actions, adjustments, due date, states; undo of each."""

from datetime import date

import pytest

from app import domain
from app.errors import AppError, InvalidValue
from app.services import estados, planes
from app.store import Store, history
from app.store.queries import planes as queries
from tests.small_plantel import FISICA, QUIMICA, SmallPlantel, intervencion, small_plantel

TODAY = date(2026, 11, 20)


@pytest.fixture
def plantel(store: Store) -> SmallPlantel:
    return small_plantel(store)


@pytest.mark.feature("M-64", "U-30", "U-91")
def test_a_plan_begins_with_its_first_datum(store: Store, plantel: SmallPlantel) -> None:
    made = intervencion(store, plantel)
    planes.change(store, made, {"objetivo": "Que Ximena descomponga vectores."})
    assert planes.plan_of(store, made).objetivo == "Que Ximena descomponga vectores."
    assert store.undo_label == "Cambiar el objetivo de Física II de Ximena Ordóñez"
    planes.change(store, made, {"objetivo": "Que Ximena descomponga vectores."})
    assert store.planes.count() == 1
    store.undo()
    assert store.planes.count() == 0
    planes.change(store, made, {"dificultad": "", "contenidos": ""})
    assert store.planes.count() == 0


@pytest.mark.feature("M-32")
def test_the_ambitos_keep_their_order(store: Store, plantel: SmallPlantel) -> None:
    made = intervencion(store, plantel)
    planes.set_marks(store, made, "ambitos", ["orientacion", "academico"])
    assert planes.plan_of(store, made).ambitos == ("academico", "orientacion")
    planes.set_marks(store, made, "ambitos", [])
    assert planes.plan_of(store, made).ambitos == ()


@pytest.mark.feature("U-21")
def test_the_plan_is_due_ten_business_days_after(store: Store, plantel: SmallPlantel) -> None:
    with store.operation("Inhábil"):
        store.dias_inhabiles.add(domain.DiaInhabil(fecha=date(2026, 11, 16), motivo="Revolución"))
    due = planes.due_dates(store)
    assert due(date(2026, 11, 6)) == date(2026, 11, 23)
    assert due(date(2026, 11, 6)) == date(2026, 11, 23)
    with store.operation("Regla"):
        store.settings.change(1, dias_para_plan=5)
    assert planes.due_dates(store)(date(2026, 11, 6)) == date(2026, 11, 13)


@pytest.mark.feature("M-63", "M-69", "M-21")
def test_a_plan_says_what_it_lacks(store: Store, plantel: SmallPlantel) -> None:
    made = intervencion(store, plantel)
    assert planes.missing(store, made)[0] == "la dificultad"
    planes.change(store, made, {"necesidades": "Trigonometría", "objetivo": "Aprobar"})
    planes.add_accion(store, made, {"texto": "Repasar seno y coseno", "semana": "12"})
    assert planes.missing(store, made) == ["los resultados esperados", "el horario"]


@pytest.mark.feature("M-34", "M-64")
def test_actions_are_added_done_changed_and_removed(store: Store, plantel: SmallPlantel) -> None:
    made = intervencion(store, plantel)
    late = planes.add_accion(store, made, {"texto": "Explicar en voz alta"})
    first = planes.add_accion(store, made, {"texto": "Repasar", "semana": "12", "quien": "Ambas"})
    assert [a.id for a in planes.acciones(store, made)] == [first.id, late.id]
    planes.change_accion(store, first.id, {"hecha": "Sí"})
    assert store.undo_label == "Marcar como hecha: Repasar"
    planes.change_accion(store, first.id, {"contenido": "Trigonometría"})
    with pytest.raises(InvalidValue) as problem:
        planes.change_accion(store, first.id, {"semana": "99"})
    assert problem.value.key == "semana"
    with pytest.raises(InvalidValue, match="obligatorio"):
        planes.add_accion(store, made, {})
    planes.remove_acciones(store, [first.id, late.id])
    assert planes.acciones(store, made) == []
    assert store.undo() == "Quitar 2 acciones"
    assert len(planes.acciones(store, made)) == 2
    planes.remove_acciones(store, [])


@pytest.mark.feature("M-75", "U-21")
def test_the_states_of_an_intervencion(store: Store, plantel: SmallPlantel) -> None:
    made = intervencion(store, plantel)
    estados.deliver(store, made)
    assert planes.plan_of(store, made).entregado == TODAY
    assert store.intervenciones.get(made).estado == "planeada"
    with pytest.raises(AppError, match="ya está entregado"):
        estados.deliver(store, made)
    estados.change_state(store, made, "en_marcha")
    planes.add_ajuste(store, made, {"motivo": "Cambió de turno", "cambio": "Será por la tarde"})
    assert store.intervenciones.get(made).estado == "ajustada"
    with pytest.raises(InvalidValue, match="falta el informe final del alumno tutor"):
        estados.change_state(store, made, "cerrada")
    estados.change_state(store, made, "cerrada", "Cambió de plantel")
    assert store.intervenciones.get(made).cerrada == TODAY
    estados.change_state(store, made, "en_marcha")
    assert store.intervenciones.get(made).cerrada is None
    with pytest.raises(InvalidValue, match="por qué"):
        estados.change_state(store, made, "cancelada", "  ")
    estados.change_state(store, made, "cancelada", "Se dio de baja", "baja")
    assert store.intervenciones.get(made).motivo == "Se dio de baja"
    assert store.intervenciones.get(made).causa == "baja"
    with pytest.raises(AppError, match="no puede pasar"):
        estados.change_state(store, made, "cerrada", "Otra vez")
    assert store.undo() == "Cancelar Física II de Ximena Ordóñez"


@pytest.mark.feature("M-72", "M-73", "M-09")
def test_adjustments_and_incidents_keep_date_and_reason(
    store: Store, plantel: SmallPlantel
) -> None:
    made = intervencion(store, plantel, estado="en_marcha")
    planes.add_ajuste(store, made, {"tipo": "incidente", "motivo": "Faltó sin avisar"})
    assert store.intervenciones.get(made).estado == "en_marcha"
    planes.add_ajuste(store, made, {"fecha": "12/11/2026", "motivo": "Pidió otro horario"})
    found = planes.ajustes(store, made)
    assert [(a.tipo, a.fecha) for a in found] == [
        ("incidente", TODAY),
        ("ajuste", date(2026, 11, 12)),
    ]
    with pytest.raises(InvalidValue, match="Motivo"):
        planes.add_ajuste(store, made, {})
    with pytest.raises(InvalidValue, match="todavía no llega"):
        planes.add_ajuste(store, made, {"motivo": "x", "fecha": "21/11/2026"})
    planes.change_ajuste(store, found[0].id, {"cambio": "Se habló con ella"})
    planes.remove_ajuste(store, found[1].id)
    assert [a.cambio for a in planes.ajustes(store, made)] == ["Se habló con ella"]
    assert history.bin(store)[0].operation.etiqueta == "Quitar un ajuste del plan"


@pytest.mark.feature("M-75", "S-07", "U-22")
def test_the_list_of_plans(store: Store, plantel: SmallPlantel) -> None:
    one = intervencion(store, plantel)
    many = intervencion(store, plantel, QUIMICA, ("Diego", "Nora"), "en_marcha")
    done = intervencion(store, plantel, estado="cerrada", tutorados=("Diego",))
    with store.operation("Sesión"):
        store.sesiones.add(domain.Sesion(intervencion=many, fecha=date(2026, 11, 18)))
    estados.deliver(store, many)
    rows = {row.intervencion: row for row in queries.planes(store, plantel.periodo, TODAY)}
    assert rows[one].por_entregar
    assert rows[one].corto_alumno_tutor == "Valeria Muñoz"
    assert (rows[many].es_grupal, rows[many].sin_registro) == (True, 1)
    assert not rows[many].por_entregar
    assert not rows[done].abierta
    assert [p.corto for p in rows[many].tutorados] == ["Diego Núñez", "Nora Ñáñez"]
    assert planes.subject(store, many) == "Química I de 2 tutorados"
    assert queries.plan_of(store, one, TODAY) == rows[one]
    assert queries.plan_of(store, 5, TODAY) is None
    assert {r.intervencion for r in queries.planes(store, plantel.before, TODAY)} == {one, many}
    assert rows[one].nombre_asignatura == FISICA


def test_the_plan_offers_its_topics_to_the_sessions(store: Store, plantel: SmallPlantel) -> None:
    made = intervencion(store, plantel)
    assert planes.topics(store, made) == []
    planes.change(store, made, {"contenidos": "- Vectores\n\n• Equilibrio"})
    planes.add_accion(store, made, {"texto": "Repasar", "contenido": "Trigonometría"})
    planes.add_accion(store, made, {"texto": "Explicar", "contenido": "Vectores"})
    assert planes.topics(store, made) == ["Vectores", "Equilibrio", "Trigonometría"]
