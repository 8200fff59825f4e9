"""What a plan starts from and leaves: diagnosis, strategies, copies, planned and done, reports."""

from datetime import date

import pytest

from app.errors import AppError, InvalidValue
from app.services import (
    avance,
    copias,
    cronograma,
    diagnostico,
    entrevistas,
    estados,
    fichas,
    franjas,
    incumplimientos,
    informes,
    logros,
    planes,
    sesiones,
)
from app.store import Store, history
from tests.small_plantel import MATE, SmallPlantel, intervencion, note_grades, small_plantel

TODAY = date(2026, 11, 20)
TUESDAY = {"dia": "martes", "inicio": "11:00", "fin": "12:00", "lugar": "Lab. 2"}


@pytest.fixture
def plantel(store: Store) -> SmallPlantel:
    return small_plantel(store)


# Reports


@pytest.mark.feature("M-74", "U-35", "U-94")
def test_a_report_is_drafted_from_the_record_where_it_is_empty(
    store: Store, plantel: SmallPlantel
) -> None:
    made = intervencion(store, plantel, estado="en_marcha")
    planes.change(store, made, {"dificultad": "No descompone", "resultados": "Aprobar con 7"})
    planes.add_estrategia(store, made, "v1")
    planes.add_accion(store, made, {"texto": "Repasar vectores", "hecha": "Sí"})
    for day, tema in (("3/11/2026", "Vectores"), ("10/11/2026", "Equilibrio")):
        sesiones.add(store, made, {"fecha": day, "estado": "dada", "tema": tema, "minutos": "60"})
    logros.change(store, logros.logros(store, made)[0].tutorado.id, {"despues": "7.5"})
    logros.fill(store, made)
    informes.change(store, made, "alumno_tutor", {"dificultades": "Se le olvida el signo"})
    assert informes.propose(store, made, "alumno_tutor") == 3
    found = informes.informe_of(store, made, "alumno_tutor")
    assert found.temas == "Vectores\nEquilibrio"
    assert found.dificultades == "Se le olvida el signo"
    assert found.mejoras == "Ximena Ordóñez pasó de 5 a 7.5."
    assert found.funciono == "Mapas mentales, mapas conceptuales y cuadros sinópticos"
    assert (found.aprendizajes, found.sugerencias) == ("", "")
    with pytest.raises(AppError, match="No hay más que proponer"):
        informes.propose(store, made, "alumno_tutor")
    informes.propose(store, made, "parcial")
    parcial = informes.informe_of(store, made, "parcial")
    assert parcial.asunto == "Informe parcial de la tutoría en Física II"
    assert "2 asesorías (120 minutos)" in parcial.introduccion
    assert "1 de 1 acciones" in parcial.metas
    assert parcial.resultados == "Ximena Ordóñez: acreditó; antes 5, después 7.5."
    with pytest.raises(InvalidValue, match="todavía no llega"):
        informes.change(store, made, "parcial", {"entregado": "21/11/2026"})
    assert store.undo() == "Proponer texto en el informe parcial: Física II de Ximena Ordóñez"
    assert informes.informe_of(store, made, "parcial").asunto == ""


# The plan: what it starts from, copies, planned versus done


@pytest.mark.feature("M-63", "M-46", "M-47", "M-53", "M-52")
def test_what_is_known_is_gathered_beside_the_plan(store: Store, plantel: SmallPlantel) -> None:
    made, ximena = intervencion(store, plantel), plantel["Ximena"]
    note_grades(store, plantel, "Ximena", 55)
    found = diagnostico.diagnostico(store, made, ximena)
    assert found.calificaciones == [
        "2025-2026B, 1.º intento: Final 5", "2026-2027A, 2.º intento: 1.er p. 5.5",
    ]  # fmt: skip
    assert (found.entrevista, found.preferencia) == ([], "")
    assert diagnostico.suggested(store, made).estrategias == []
    entrevistas.change(store, made, ximena, {"signos": "v1,v2", "temas": "Seno y coseno"})
    entrevistas.add_conocimiento(store, made, ximena, {"tema": "Vectores", "nivel": "domina"})
    entrevistas.add_conocimiento(store, made, ximena, {"tema": "Seno"})
    found = diagnostico.diagnostico(store, made, ximena)
    assert found.entrevista == [("No entiende", "Seno y coseno")]
    assert found.conocimientos == [("Lo domina", "Vectores"), ("Le cuesta", "Seno")]
    assert (found.preferencia, found.senales[0]) == ("Visual", "Lee")
    offered = diagnostico.suggested(store, made)
    assert (offered.preferencias, offered.estrategias) == (["visual"], ["v1", "v2", "v3", "v4"])
    planes.add_estrategia(store, made, "v2")
    assert diagnostico.suggested(store, made).estrategias == ["v1", "v3", "v4"]
    fichas.change(store, ximena, {"preferencia": "auditivo"})
    assert diagnostico.suggested(store, made).preferencias == ["auditivo"]


@pytest.mark.feature("M-01", "M-08")
def test_the_aims_of_a_plan_keep_their_order(store: Store, plantel: SmallPlantel) -> None:
    made = intervencion(store, plantel)
    planes.set_marks(store, made, "objetivos", ["habitos", "rendimiento"])
    planes.set_marks(store, made, "aprendizajes", ["convivir", "aprender"])
    plan = planes.plan_of(store, made)
    assert plan.objetivos == ("rendimiento", "habitos")
    assert plan.aprendizajes == ("aprender", "convivir")
    assert store.undo_label == "Cambiar los aprendizajes de Física II de Ximena Ordóñez"


@pytest.mark.feature("M-93", "M-64")
def test_a_plan_is_copied_without_its_dates_nor_over_what_is_written(
    store: Store, plantel: SmallPlantel
) -> None:
    source = intervencion(store, plantel, estado="en_marcha")
    one = intervencion(store, plantel, MATE, ("Diego",))
    two = intervencion(store, plantel, MATE, ("Ximena",))
    planes.change(store, source, {"objetivo": "Aprobar", "dificultad": "Le falta base"})
    planes.add_estrategia(store, source, "k5")
    planes.add_accion(
        store, source, {"texto": "Repasar", "semana": "12", "quien": "Ambas", "hecha": "Sí"}
    )
    planes.add_ajuste(store, source, {"motivo": "Cambió de turno"})
    planes.change(store, one, {"objetivo": "El suyo"})
    parts = ["objetivo", "acciones", "estrategias"]
    assert copias.copy(store, source, [one, two, source], parts) == 2
    assert planes.plan_of(store, one).objetivo == "El suyo"
    assert planes.plan_of(store, two).objetivo == "Aprobar"
    assert planes.plan_of(store, two).dificultad == ""
    accion = planes.acciones(store, two)[0]
    assert (accion.texto, accion.semana, accion.quien, accion.hecha) == ("Repasar", None, "", False)
    assert planes.plan_of(store, one).estrategias == ("k5",)
    assert planes.ajustes(store, two) == []
    assert planes.plan_of(store, two).entregado is None
    with pytest.raises(AppError, match="no se cambió nada"):
        copias.copy(store, source, [one, two], parts)
    with pytest.raises(AppError, match="Elija qué"):
        copias.copy(store, source, [one], [])
    assert store.undo() == "Copiar el plan de Física II de Ximena Ordóñez a 2 planes"
    assert planes.acciones(store, two) == []


def count_up(store: Store, made: int) -> avance.Avance:
    return avance.avance_of(store, made, cronograma.cronograma(store, made))


@pytest.mark.feature("M-14", "M-71")
def test_planned_and_done_are_counted(store: Store, plantel: SmallPlantel) -> None:
    made = intervencion(store, plantel, estado="en_marcha", asignada=date(2026, 10, 26))
    franjas.add(store, made, TUESDAY, "Queda los martes")
    planes.add_accion(store, made, {"texto": "Repasar", "hecha": "Sí"})
    planes.add_accion(store, made, {"texto": "Explicar"})
    sesiones.add(store, made, {"fecha": "3/11/2026", "estado": "dada"})
    sesiones.add(store, made, {"fecha": "10/11/2026", "estado": "cancelada", "motivo": "Examen"})
    found = count_up(store, made)
    assert found.acciones == (1, 2)
    assert found.sesiones[0] == 1
    assert found.sesiones[1] > 2
    assert found.minutos[0] == 60
    sesiones.plan_ahead(store, made)
    ahead = store.sesiones.count(intervencion=made, estado="planeada")
    after = count_up(store, made)
    assert after.sesiones == (1, 2 + ahead)
    assert after.semanas[0] == 1
    estados.change_state(store, made, "cancelada", "Ya no quiso")
    assert count_up(store, made).sesiones[0] == 1


@pytest.mark.feature("M-73")
def test_the_history_of_an_intervencion_has_what_hangs_from_it(
    store: Store, plantel: SmallPlantel
) -> None:
    made = intervencion(store, plantel, estado="en_marcha")
    other = intervencion(store, plantel, MATE, ("Diego",))
    planes.add_accion(store, made, {"texto": "Repasar"})
    incumplimientos.add(store, made, plantel["Ximena"], {})
    informes.change(store, made, "final", {"conclusiones": "Bien"})
    planes.add_accion(store, other, {"texto": "Otra"})
    rows = history.rows_of_intervencion(store, made)
    labels = [one.etiqueta for one in history.of_record(store, rows)]
    assert labels[:3] == [
        "Cambiar el informe final: Física II de Ximena Ordóñez",
        "Anotar un incumplimiento de Ximena Ordóñez",
        "Agregar una acción al plan de Física II de Ximena Ordóñez",
    ]
    assert not [one for one in labels if "Matemáticas" in one]
