"""One intervención driven in the window from its interview to its final report, and back again."""

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from app.formatos import ACTA_ASIGNACION, FORMATOS
from app.services import expedientes, informes, planes, printing, sesiones
from app.services.sujetos import sujetos
from app.store import Store
from tests.ui.conftest import Heard
from ui.dialogs.ajuste import AjusteDialog
from ui.dialogs.cierre_plan import ConcluirDialog
from ui.dialogs.firma import FirmaDialog
from ui.main_window import MainWindow


def dialog(kind: type[QWidget]) -> QWidget:
    QApplication.processEvents()
    found = [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]
    assert len(found) == 1
    return found[0]


def write(form: object, key: str, words: str) -> None:
    """Writes a paragraph of a form and leaves it."""
    editor = form.editor(key)
    editor.lines.setPlainText(words)
    editor.left.emit()


def contents(store: Store) -> dict[str, list[object]]:
    tables = [t for t in vars(store).values() if hasattr(t, "entity")]
    return {t.name: t.all() for t in tables}


@pytest.mark.feature("M-75", "M-70", "M-74", "M-66", "M-71")
def test_from_the_interview_to_the_final_report(
    window: MainWindow, demo: Store, says: Heard
) -> None:
    before = contents(demo)
    plan_tab = window.show_tab("planes")
    QApplication.processEvents()
    row = next(r for r in plan_tab.rows if r.fila.estado == "identificada" and r.fila.alumno_tutor)
    id, alumno = row.intervencion, row.fila.tutorados[0].alumno
    _fill_the_expediente(window, alumno, id)
    assert [d.esta for d in expedientes.in_intervencion(demo, id, alumno)][0::2] == [True, True]
    window.show_tab("planes")
    plan_tab.show_record((id, "plan"))
    QApplication.processEvents()
    page = plan_tab.detail.plan
    assert "No entiende: Fracciones" in [line.text() for line in page.diagnosis.entrevista.lines]
    write(page.first, "dificultad", "No suma fracciones")
    write(page.first, "objetivo", "Que apruebe el parcial")
    write(page.last, "resultados", "7 o más")
    if not planes.acciones(demo, id):
        page.acciones.add()
        page.acciones.new_editor("texto").line.setText("Repasar fracciones")
        page.acciones.new_editor("texto").left.emit()
    plan_tab.detail.next.click()
    assert demo.intervenciones.get(id).estado == "planeada"
    plan_tab.detail.next.click()
    assert demo.intervenciones.get(id).estado == "en_marcha"
    sesiones.add(demo, id, {"fecha": "20/11/2026", "estado": "dada", "tema": "Fracciones"})
    plan_tab.detail.next.click()
    asked = dialog(AjusteDialog)
    asked.form.editor("motivo").line.setText("Le faltan bases")
    asked.accept()
    assert demo.intervenciones.get(id).estado == "ajustada"
    _report_and_close(plan_tab, id)
    assert demo.intervenciones.get(id).estado == "cerrada"
    assert demo.intervenciones.get(id).motivo == ""
    assert next(r for r in plan_tab.rows if r.intervencion == id).palabras == "Concluido"
    labels = [one.etiqueta for one in _history(plan_tab, id)]
    assert labels[0].startswith("Concluir ")
    assert any(one.startswith("Cambiar la entrevista de ") for one in labels)
    _every_form_prints(demo, id, alumno)
    while demo.undo_label:
        window.undo()
    assert contents(demo) == before


def _every_form_prints(demo: Store, id: int, alumno: int) -> None:
    """Every form there is, for the people of the intervención or for the whole plantel."""
    people = {alumno, demo.intervenciones.get(id).alumno_tutor}
    for formato in FORMATOS:
        chosen = [
            one.id for one in sujetos(demo, formato) if not one.alumnos or people & one.alumnos
        ]
        if formato is ACTA_ASIGNACION:  # no proposal was accepted
            assert chosen == []
            continue
        assert chosen, formato.key
        run = printing.tirada(demo, formato, chosen[:2])
        assert not run.problems()
        assert run.pdf().startswith(b"%PDF-")


def _fill_the_expediente(window: MainWindow, alumno: int, id: int) -> None:
    tab = window.show_tab("tutorados")
    tab.show_record(alumno)
    tab.detail.pages.set_key("entrevista")
    QApplication.processEvents()
    page = tab.detail.pages.page("entrevista")
    page.which.set_key(id)
    page.which.activated.emit(0)
    form = next(one for one in page.forms if "temas" in one.fields)
    write(form, "temas", "Fracciones")
    page.signs.boxes["v2"].click()
    page.to_ficha.click()
    tab.detail.pages.set_key("resumen")
    QApplication.processEvents()
    letter = tab.detail.pages.page("resumen").documents[2]
    if not letter.done:
        letter.click()
        dialog(FirmaDialog).accept()


def _report_and_close(plan_tab, id: int) -> None:
    plan_tab.show_record((id, "resultados"))
    QApplication.processEvents()
    page = plan_tab.detail.resultados
    page.results.editor(0, "despues").line.setText("8")
    page.results.editor(0, "despues").left.emit()
    page.results.editor(0, "resultado").combo.set_key("acredito")
    page.results.editor(0, "resultado").left.emit()
    page.informe.propose.click()
    page.informe.deliver.click()
    assert informes.is_handed_in(plan_tab.ctx.store, id)
    plan_tab.deeds.close("cerrada", [id])
    asked = dialog(ConcluirDialog)
    assert asked.lacking.isHidden()
    asked.accept()


def _history(plan_tab, id: int) -> list:
    plan_tab.show_record((id, "historial"))
    QApplication.processEvents()
    return plan_tab.detail.historial.found
