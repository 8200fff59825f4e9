"""Planes: what is known beside the plan, strategies, group, results, duties, reports, history."""

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from app import domain
from app.domain.aprendizaje import ESTRATEGIAS
from app.services import fichas, incumplimientos, informes, planes
from app.store import Store
from app.store.queries.planes import para_sumar
from tests.ui.conftest import Heard
from ui.dialogs.cambiar_alumnos import ReasonDialog
from ui.dialogs.copiar_plan import CopiarPlanDialog
from ui.dialogs.firma import FirmaAlumnoTutorDialog
from ui.dialogs.incumplimiento import IncumplimientoDialog
from ui.dialogs.sumar_tutorado import SumarTutoradoDialog
from ui.main_window import MainWindow
from ui.tabs.planes import PlanesTab
from ui.tabs.planes.listing import Renglon


@pytest.fixture
def tab(window: MainWindow) -> PlanesTab:
    page = window.show_tab("planes")
    QApplication.processEvents()
    return page


def store_of(tab: PlanesTab) -> Store:
    return tab.ctx.store


def one_of(tab: PlanesTab, *states: str, page: str = "plan") -> Renglon:
    """A line in one of the states, chosen in the list with one of its pages open."""
    row = next(row for row in tab.rows if row.fila.estado in states and row.fila.alumno_tutor)
    tab.show_record((row.intervencion, page))
    QApplication.processEvents()
    return row


def dialog(kind: type[QWidget]) -> QWidget:
    QApplication.processEvents()
    found = [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]
    assert len(found) == 1
    return found[0]


@pytest.mark.feature("M-63", "M-70", "M-71")
def test_what_is_known_stands_beside_the_diagnosis(tab: PlanesTab) -> None:
    store = store_of(tab)
    asked = next(e for e in store.entrevistas.all() if e.intervencion in {
        r.intervencion for r in tab.rows})  # fmt: skip
    tab.show_record((asked.intervencion, "plan"))
    QApplication.processEvents()
    card, editor = tab.detail.plan.diagnosis, tab.detail.plan.first.editor("dificultad")
    if card.who.count() > 1:
        card.who.set_key(asked.alumno)
        card.who.activated.emit(0)
    assert "Se le dificulta" in card.entrevista.lines[0].text()
    assert "c) Carta compromiso" in card.boxes.toolTip()
    top = card.mapTo(tab, card.rect().topLeft()).y()
    assert abs(top - editor.mapTo(tab, editor.rect().topLeft()).y()) < 60
    page = tab.detail.plan
    assert card.mapTo(page, card.rect().topRight()).x() <= page.viewport().width()
    assert "Asesorías" in tab.detail.plan.avance.words()[1]


@pytest.mark.feature("M-53", "M-52", "M-01", "M-08")
def test_strategies_are_added_from_what_the_preference_suggests(tab: PlanesTab) -> None:
    row, store = one_of(tab, "en_marcha"), store_of(tab)
    planes.set_marks(store, row.intervencion, "estrategias", [])
    for person in row.fila.tutorados:
        fichas.change(store, person.alumno, {"preferencia": "visual"})
    page = tab.detail.plan.strategies
    assert page.title.text() == "Sugerencias según su preferencia: visual"
    shown = [key for key, line in page.lines.items() if not line.isHidden()]
    assert shown == ["v1", "v2", "v3", "v4"]
    page.lines["v3"].button.click()
    assert planes.plan_of(store, row.intervencion).estrategias == ("v3",)
    assert not page.chosen["v3"].isHidden()
    page.more.click()
    shown = [key for key, line in page.lines.items() if not line.isHidden()]
    assert set(shown) == set(ESTRATEGIAS) - {"v3"}
    page.chosen["v3"].button.click()
    assert planes.plan_of(store, row.intervencion).estrategias == ()
    chips = tab.detail.plan.marks["objetivos"].chips
    before = set(planes.plan_of(store, row.intervencion).objetivos)
    chips["problemas"].click()
    assert set(planes.plan_of(store, row.intervencion).objetivos) ^ before == {"problemas"}


@pytest.mark.feature("M-19", "M-58", "M-59", "U-02", "U-03", "M-02")
def test_a_small_group_is_made_and_unmade_with_its_norms(tab: PlanesTab, says: Heard) -> None:
    store = store_of(tab)
    id = next(r.intervencion for r in tab.rows if r.fila.abierta
              and r.fila.alumno_tutor and para_sumar(store, r.intervencion))  # fmt: skip
    tab.show_record((id, "plan"))
    QApplication.processEvents()
    with store.operation("Otro tutorado"):
        other = para_sumar(store, id)[0][0]
        store.tutorados.add(domain.Tutorado(intervencion=id, alumno=other))
    row = next(r for r in tab.rows if r.intervencion == id)
    assert row.fila.es_grupal
    case = tab.detail.plan.case
    case.normas.editor("normas").lines.setPlainText("Llegar a la hora")
    case.normas.editor("normas").left.emit()
    case.enfoque.chosen.emit("personal")
    record = store.intervenciones.get(row.intervencion)
    assert (record.normas, record.enfoque) == ("Llegar a la hora", "personal")
    case.propositos.chips["adaptacion"].click()
    assert "adaptacion" in store.intervenciones.get(row.intervencion).propositos
    person = next(one for one in row.fila.tutorados if one.alumno == other)
    tab.deeds.leave(row.intervencion, person.alumno)
    asked = dialog(ReasonDialog)
    asked.accept()
    assert "por qué sale" in asked.problem.words.text()
    asked.reason.setText("Cambió de turno")
    asked.accept()
    count = store.tutorados.count(intervencion=row.intervencion)
    assert count == len(row.fila.tutorados) - 1
    assert says.toasts[-1] == f"{person.corto} salió del grupo."
    tab.deeds.join([row.intervencion])
    asked = dialog(SumarTutoradoDialog)
    asked.accept()
    assert asked.problem.words.text() == "Elija a alguien de la lista."
    asked.who.set_key(person.alumno)
    asked.reason.setText("Lo pidió su docente")
    asked.accept()
    joined = store.tutorados.count(intervencion=row.intervencion) == count + 1
    assert joined or says.problems[-1].startswith("No se puede asignar: ")


@pytest.mark.feature("S-39", "S-45")
def test_results_are_taken_from_the_grades_and_corrected(tab: PlanesTab, says: Heard) -> None:
    row, store = one_of(tab, "en_marcha", page="resultados"), store_of(tab)
    page = tab.detail.resultados
    if not page.fill.isHidden():
        assert "Según las calificaciones" in page.proposal.text()
        page.fill.click()
        assert says.toasts[-1] == "Se tomaron de las calificaciones."
    one = store.tutorados.where(intervencion=row.intervencion)[0]
    page.results.editor(0, "despues").line.setText("9.1")
    page.results.editor(0, "despues").left.emit()
    page.results.editor(0, "resultado").combo.set_key("acredito")
    page.results.editor(0, "resultado").left.emit()
    after = store.tutorados.get(one.id)
    assert (after.despues, after.resultado) == (91, "acredito")
    page.results.editor(0, "antes").line.setText("once")
    page.results.editor(0, "antes").left.emit()
    assert "calificación" in page.results.problem(0)


@pytest.mark.feature("S-52")
def test_duties_are_noted_in_a_dialog_and_repeated_ones_are_said(
    tab: PlanesTab, says: Heard
) -> None:
    row, store = one_of(tab, "en_marcha", page="resultados"), store_of(tab)
    had = store.incumplimientos.count(intervencion=row.intervencion)
    for n in range(2):
        tab.deeds.note_duty([row.intervencion])
        asked = dialog(IncumplimientoDialog)
        asked.form.editor("detalle").lines.setPlainText(f"Vez {n}")
        asked.accept()
    assert store.incumplimientos.count(intervencion=row.intervencion) == had + 2
    assert "incumplimientos." in says.toasts[-1]
    page = tab.detail.resultados
    assert page.count.text() == incumplimientos.warning(store, row.intervencion)
    page.duties.editor(0, "medida").lines.setPlainText("Se habló con su familia escolar")
    page.duties.editor(0, "medida").left.emit()
    found = incumplimientos.incumplimientos(store, row.intervencion)
    assert found[0].medida == "Se habló con su familia escolar"
    page.duties.verbs.remove(found[0].id)
    assert says.toasts[-1] == "Se quitó el incumplimiento."


@pytest.mark.feature("M-74", "U-35", "U-94")
def test_the_reports_are_written_in_place_drafted_and_handed_in(
    tab: PlanesTab, says: Heard
) -> None:
    row, store = one_of(tab, "en_marcha", page="resultados"), store_of(tab)
    card = tab.detail.resultados.informe
    card.form.editor("sugerencias").lines.setPlainText("Empezar antes")
    card.form.editor("sugerencias").left.emit()
    card.propose.click()
    assert "con lo registrado" in says.toasts[-1]
    found = informes.informe_of(store, row.intervencion, "alumno_tutor")
    assert found.sugerencias == "Empezar antes"
    assert found.temas
    assert card.form.editor("temas").lines.toPlainText() == found.temas
    card.deliver.click()
    assert informes.is_handed_in(store, row.intervencion)
    assert card.state.text().startswith("Entregado el 20/11/2026")
    card.deliver.click()
    assert not informes.is_handed_in(store, row.intervencion)
    card.choose("final")
    assert card.form is card.of_docente
    card.form.editor("conclusiones").lines.setPlainText("Cumplió")
    card.form.editor("conclusiones").left.emit()
    assert informes.informe_of(store, row.intervencion, "final").conclusiones == "Cumplió"
    card.choose("parcial")
    assert card.form.editor("conclusiones").lines.toPlainText() != "Cumplió"


@pytest.mark.feature("M-93", "M-64")
def test_a_plan_is_copied_to_many(tab: PlanesTab, says: Heard) -> None:
    store = store_of(tab)
    targets = [r.intervencion for r in tab.rows if r.fila.abierta][:3]
    for one in targets:
        planes.change(store, one, {"evidencia": ""})
    tab.table.choose(*targets)
    tab.many.buttons["Copiar de otro plan…"].click()
    asked = dialog(CopiarPlanDialog)
    wanted = next(r for r in asked.rows if r.intervencion not in targets
                  and planes.plan_of(store, r.intervencion).evidencia)  # fmt: skip
    asked.table.choose(wanted.intervencion)
    for key, box in asked.parts.items():
        box.setChecked(key == "contenidos")
    asked.accept()
    assert says.toasts[-1] == "3 planes recibieron la copia."
    source = planes.plan_of(store, wanted.intervencion)
    assert {planes.plan_of(store, one).evidencia for one in targets} == {source.evidencia}


@pytest.mark.feature("M-62", "M-68", "M-73")
def test_what_stopped_is_a_filter_and_the_history_has_a_page(tab: PlanesTab, says: Heard) -> None:
    store = store_of(tab)
    row = one_of(tab, "en_marcha", page="historial")
    with store.operation("Se detuvo"):
        ids = [s.id for s in store.sesiones.where(intervencion=row.intervencion)]
        store.sesiones.delete_many(ids)
    planes.add_accion(store, row.intervencion, {"texto": "Repasar"})
    planes.remove_acciones(store, [planes.acciones(store, row.intervencion)[0].id])
    assert tab.stopped.text() == "Sin sesiones · 1"
    tab.show_record("sin_sesiones")
    assert tab.table.model.shown_ids() == [row.intervencion]
    assert tab.detail.strip.button.text() == "Planear las sesiones"
    labels = [o.etiqueta for o in tab.detail.historial.found]
    assert labels[0].startswith("Quitar la acción")
    with store.operation("Sin firma"):
        store.intervenciones.change(row.intervencion, carta_tutor=None)
    tab.deeds.sign([row.intervencion])
    dialog(FirmaAlumnoTutorDialog).accept()
    assert store.intervenciones.get(row.intervencion).carta_tutor is not None
    assert says.toasts[-1] == "Se anotó la firma del alumno tutor."
