"""The hour log in the detail of an alumno tutor, and the ways that lead to the sessions."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.sesion import CAUSAS_SESION
from app.services import horas
from tests.ui.conftest import Heard
from tests.ui.seguimiento.steps import late, store_of
from ui.main_window import MainWindow
from ui.tabs.seguimiento import SeguimientoTab


@pytest.mark.feature("U-31", "U-56")
def test_the_hours_of_an_alumno_tutor_add_up(tab: SeguimientoTab, window: MainWindow) -> None:
    owner = next(r.alumno_tutor for r in tab.rows if r.it.estado == "dada" and r.alumno_tutor)
    page = window.show_tab("alumnos_tutores")
    page.show_record(owner)
    page.detail.pages.set_key("horas")
    log = page.detail.log
    found = horas.registro(store_of(tab), owner, store_of(tab).plantel.only().periodo)
    assert [h.sesion for h in log.rows] == [h.sesion for h in found]
    assert log.total.text().startswith(horas.in_hours(found[-1].acumulado))
    log.table.opened.emit(found[-1].sesion)
    assert window.current_page() is tab
    assert tab.chosen == [found[-1].sesion]


def test_inicio_and_the_search_lead_to_the_sessions(
    tab: SeguimientoTab, window: MainWindow, qtbot: QtBot, says: Heard
) -> None:
    ids = late(tab)
    home = window.show_tab("inicio")
    QApplication.processEvents()
    row = next(r for r in home.matters._rows if "sin registro" in r.title.text())
    row.button.click()
    assert window.current_page() is tab
    assert sorted(tab.queue) == sorted(ids)
    window.search.focus()
    window.bar.search.setText("capturar carnets")
    window.bar.search.textEdited.emit("capturar carnets")
    qtbot.waitUntil(window.search.isVisible)
    hit = next(h for h in window.search._hits if h.title == "Capturar carnets")
    hit.run()
    QApplication.processEvents()
    assert window.pages["carnet"].capture.isVisible()
    assert window.pages["carnet"].capture.head.code.hasFocus()
    assert says.problems == []


def test_printing_and_capturing_share_the_bar(window: MainWindow) -> None:
    page = window.show_tab("carnet")
    assert page.segments.parent() is page.printing.toolbar
    page.show_mode("capturar")
    assert page.segments.parent() is page.bar
    assert page.printing.toolbar.isHidden()
    page.show_record([])
    assert page.segments.key == "imprimir"
    assert page.segments.parent() is page.printing.toolbar
    page.focus_filter()
    assert page.printing.filter.hasFocus() or not window.isActiveWindow()


def test_the_made_up_sessions_have_attendance_causes_and_recommendations(
    tab: SeguimientoTab,
) -> None:
    store = store_of(tab)
    found = store.sesiones.all()
    held = [s for s in found if s.estado == "dada"]
    marked = {m.sesion for m in store.asistencias.all()}
    assert {s.id for s in held} <= marked
    assert {s.causa for s in found if s.estado == "cancelada"} <= set(CAUSAS_SESION)
    assert any(s.recomendaciones for s in held)
    assert any(s.cumplida for s in held)
