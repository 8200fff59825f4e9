"""The dialogs of Planes: sessions, adjustments, hours, ends, new plans and paper."""

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app import domain
from app.formatos import PLAN
from app.services import franjas, planes
from app.store import Store
from tests.ui.conftest import Heard
from ui.dialogs.ajuste import AjusteDialog
from ui.dialogs.cierre_plan import CancelarDialog, ConcluirDialog
from ui.dialogs.detalle import DetalleDialog
from ui.dialogs.franja import FranjaDialog
from ui.dialogs.imprimir import ImprimirDialog
from ui.dialogs.nuevo_plan import NuevoPlanDialog
from ui.dialogs.sesion import CancelarSesionDialog, MoverSesionDialog, SesionDialog
from ui.main_window import MainWindow
from ui.tabs.planes import PlanesTab


@pytest.fixture
def tab(window: MainWindow) -> PlanesTab:
    page = window.show_tab("planes")
    QApplication.processEvents()
    return page


def store_of(tab: PlanesTab) -> Store:
    return tab.ctx.store


def running(tab: PlanesTab) -> int:
    row = next(row for row in tab.rows if row.fila.estado == "en_marcha")
    tab.show_record(row.intervencion)
    return row.intervencion


def dialog(kind: type[QWidget]) -> QWidget:
    QApplication.processEvents()
    found = [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]
    assert len(found) == 1
    return found[0]


@pytest.mark.feature("M-84", "S-44")
def test_a_session_of_any_day_is_noted_corrected_and_removed(tab: PlanesTab, says: Heard) -> None:
    id = running(tab)
    tab.detail.pages.set_key("sesiones")
    page = tab.detail.sesiones
    count = store_of(tab).sesiones.count(intervencion=id)
    page.note()
    asked = dialog(SesionDialog)
    asked.form.editor("fecha").line.setText("5/9/2026")
    asked.form.editor("inicio").line.setText("7:15")
    asked.form.editor("minutos").line.setText("45")
    asked.form.editor("tema").line.setText("Vectores")
    assert asked.form.editor("tema").line.completer() is not None
    asked.accept()
    assert store_of(tab).sesiones.count(intervencion=id) == count + 1
    made = next(s for s in page.found if s.fecha == date(2026, 9, 5))
    assert (made.inicio, made.minutos, made.estado) == (435, 45, "dada")
    assert made.alumno_tutor
    assert made.grupo
    assert says.toasts[-1] == "Se registró la sesión del 5 sep."
    page._edit(made.id)
    asked = dialog(SesionDialog)
    asked.form.editor("fecha").line.setText("31/12/2026")
    asked.accept()
    assert "todavía no llega" in asked.form.problems()["fecha"]
    asked.form.editor("fecha").line.setText("4/9/2026")
    asked.accept()
    assert store_of(tab).sesiones.get(made.id).fecha == date(2026, 9, 4)
    page._remove([made.id])
    assert says.toasts[-1] == "La sesión está en la papelera."
    says.press()
    assert store_of(tab).sesiones.find(made.id) is not None


@pytest.mark.feature("U-12")
def test_a_session_is_moved_or_cancelled_with_its_cause(tab: PlanesTab, says: Heard) -> None:
    store = store_of(tab)
    id = running(tab)
    tab.deeds.plan_ahead([id])
    tab.detail.pages.set_key("sesiones")
    page = tab.detail.sesiones
    planned = [s for s in page.found if s.estado == "planeada" and s.fecha > date(2026, 11, 20)]
    first = planned[0]
    page._move([first.id])
    asked = dialog(MoverSesionDialog)
    asked.accept()
    assert asked.form.problems()["fecha"]
    asked.form.editor("fecha").line.setText("30/11/2026")
    asked.form.editor("inicio").line.setText("6:45")
    asked.form.editor("motivo").line.setText("Hay examen")
    asked.accept()
    assert store.sesiones.get(first.id).motivo == "Pasó al lun 30 nov, 06:45: Hay examen"
    page._cancel([planned[1].id])
    asked = dialog(CancelarSesionDialog)
    asked.accept()
    assert "por qué" in asked.form.problems()["causa"]
    asked.form.editor("causa").combo.set_key("falto_tutor")
    asked.accept()
    after = store.sesiones.get(planned[1].id)
    assert (after.estado, after.quien) == ("cancelada", "alumno_tutor")
    page.table.choose(planned[1].id)
    page._edit_chosen([planned[1].id])
    assert "causa" in dialog(SesionDialog).form.fields
    dialog(SesionDialog).reject()
    page._held([planned[1].id])
    dialog(SesionDialog).reject()
    assert page._menu().actions()
    page._hold([planned[1].id])
    assert "no llega" in says.problems[-1]


@pytest.mark.feature("U-12", "U-16")
def test_planned_sessions_follow_the_new_hour_with_one_button(tab: PlanesTab, says: Heard) -> None:
    store = store_of(tab)
    id = running(tab)
    tab.deeds.plan_ahead([id])
    tab.detail.pages.set_key("sesiones")
    page = tab.detail.sesiones
    assert page.strip.isHidden()
    franja = franjas.franjas(store, id)[0]
    with store.operation("Otra hora"):
        store.franjas.change(franja.id, inicio=6 * 60, fin=6 * 60 + 45)
    QApplication.processEvents()
    assert not page.strip.isHidden()
    assert "no coincide" in page.strip.words.text()
    assert "hora nueva" in page.strip.second.text()
    page.strip.button.click()
    assert "al horario nuevo" in says.toasts[-1]
    assert page.strip.isHidden()
    assert store.sesiones.count(inicio=6 * 60, minutos=45) > 0
    says.press()
    assert store.sesiones.count(inicio=6 * 60, minutos=45) == 0


@pytest.mark.feature("M-73")
def test_an_adjustment_needs_its_reason(tab: PlanesTab, says: Heard) -> None:
    id = running(tab)
    tab.deeds.adjust("ajuste", [id])
    asked = dialog(AjusteDialog)
    asked.accept()
    assert "motivo" in asked.form.problems()
    asked.form.editor("motivo").line.setText("Ya domina lo primero")
    asked.accept()
    assert store_of(tab).intervenciones.get(id).estado == "ajustada"
    assert says.toasts[-1] == "Se anotó el ajuste."
    tab.detail.pages.set_key("ajustes")


@pytest.mark.feature("M-82")
def test_an_hour_is_added_with_its_place(tab: PlanesTab) -> None:
    id = running(tab)
    tab.detail.pages.set_key("cronograma")
    tab.detail.cronograma.add()
    asked = dialog(FranjaDialog)
    asked.accept()
    assert set(asked.form.problems()) >= {"dia", "inicio", "fin"}
    asked.form.editor("dia").combo.set_key(3)
    asked.form.editor("inicio").line.setText("6:00")
    asked.form.editor("fin").line.setText("6:10")
    asked.form.editor("motivo").line.setText("Entra más tarde")
    asked.accept()
    assert "al menos 30" in asked.form.problems()["inicio"]
    asked.form.editor("fin").line.setText("6:30")
    asked.accept()
    assert store_of(tab).franjas.count(intervencion=id, dia=3, inicio=360)
    assert not tab.detail.cronograma.doubt.isHidden()


@pytest.mark.feature("M-75")
def test_an_intervencion_ends_with_words(tab: PlanesTab, says: Heard) -> None:
    id = running(tab)
    tab.deeds.close("cancelada", [id])
    asked = dialog(CancelarDialog)
    asked.form.editor("causa").combo.set_key("baja")
    asked.accept()
    assert "por qué" in asked.form.problems()["motivo"]
    asked.form.editor("motivo").lines.setPlainText("Se dio de baja")
    asked.accept()
    record = store_of(tab).intervenciones.get(id)
    assert (record.estado, record.causa, record.motivo) == ("cancelada", "baja", "Se dio de baja")
    assert says.toasts[-1].startswith("Se canceló ")
    other = running(tab)
    tab.deeds.close("cerrada", [other])
    asked = dialog(ConcluirDialog)
    assert "informe final" in asked.lacking.words.text()
    asked.accept()
    assert "por qué se concluye sin él" in asked.form.problems()["motivo"]
    asked.form.editor("motivo").lines.setPlainText("Se fue sin entregarlo")
    asked.accept()
    assert store_of(tab).intervenciones.get(other).estado == "cerrada"
    tab.show_record(other)
    assert "sin el informe final" in tab.detail.strip.words.text()
    tab.detail.strip.pressed.emit()
    assert tab.detail.pages.key == "resultados"


def test_a_new_plan_begins_with_an_intervencion_without_one(tab: PlanesTab) -> None:
    store = store_of(tab)
    for plan in store.planes.all()[:1]:
        with store.operation("Sin plan"):
            store.planes.delete(plan.id)
    tab.deeds.new()
    asked = dialog(NuevoPlanDialog)
    first = asked.table.chosen_ids()[0]
    asked.accept()
    assert tab.table.chosen_ids() == [first]
    assert planes.plan_of(store, first).id == 0
    with store.operation("Todas con plan"):
        for row in tab.rows:
            if row.fila.plan is None:
                store.planes.add(domain.Plan(intervencion=row.intervencion))
    tab.deeds.new()
    asked = dialog(NuevoPlanDialog)
    assert not asked.main.isEnabled()
    asked.accept()
    asked.reject()


@pytest.mark.feature("U-91", "U-30")
@pytest.mark.parametrize("filled", [True, False])
def test_the_plan_goes_to_paper_filled_and_empty(
    tab: PlanesTab, qtbot: QtBot, filled: bool
) -> None:
    if filled:
        tab.deeds.print([running(tab)])
    else:
        tab.deeds.print_blank()
    sheet = dialog(ImprimirDialog)
    qtbot.waitUntil(lambda: sheet.pane.current is not None, timeout=15_000)
    assert sheet.formato is PLAN
    assert sheet.pane.current.pdf.startswith(b"%PDF")
    assert sheet.quienes.is_blank is not filled
    sheet.reject()


def test_a_dialog_closed_while_it_draws_leaves_nothing_behind(tab: PlanesTab, qtbot: QtBot) -> None:
    tab.deeds.print_blank()
    dialog(ImprimirDialog).reject()
    qtbot.wait(300)
    assert not [w for w in QApplication.topLevelWidgets() if isinstance(w, ImprimirDialog)]


def test_a_plan_opens_alone_follows_its_changes_and_leaves(tab: PlanesTab) -> None:
    id = running(tab)
    tab.table.opened.emit(id)
    alone = dialog(DetalleDialog)
    detail = alone.findChild(type(tab.detail))
    planes.change(store_of(tab), id, {"objetivo": "Aprobar el 3.er parcial."})
    assert detail.plan.first.value("objetivo") == "Aprobar el 3.er parcial."
    tab.ctx.show("planes", id)
    assert alone.isHidden()
