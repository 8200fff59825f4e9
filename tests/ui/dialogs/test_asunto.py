"""From a matter of Inicio to its cases: the rule, putting off, telling again, recognising."""

from datetime import timedelta
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QApplication

from app.services import reconocimientos
from app.services.alertas import Alerta, alertas
from app.store import Store
from tests.conftest import MOMENT
from tests.ui.conftest import Heard
from ui.dialogs.asunto import AsuntoDialog
from ui.dialogs.pausa import PausaDialog
from ui.dialogs.pospuestas import PospuestasDialog
from ui.dialogs.reconocer import ReconocerDialog
from ui.main_window import MainWindow
from ui.tabs.inicio import InicioTab
from ui.widgets.dialog import Dialog

D = TypeVar("D", bound=Dialog)
LATER = MOMENT + timedelta(days=17)


@pytest.fixture
def tab(window: MainWindow, demo: Store) -> InicioTab:
    demo.clock = lambda: LATER
    page = window.pages["inicio"]
    page.refresh()
    return page


def dialog(kind: type[D]) -> D:
    QApplication.processEvents()
    found = [one for one in QApplication.topLevelWidgets() if isinstance(one, kind)]
    return next(one for one in found if one.isVisible())


def told(store: Store, tipo: str) -> Alerta:
    return next(one for one in alertas(store, LATER.date()) if one.tipo == tipo)


def open_matter(tab: InicioTab, tipo: str) -> AsuntoDialog:
    row = next(
        one for one in tab.matters._rows if one._alerta is not None and one._alerta.tipo == tipo
    )
    row.more.click()
    return dialog(AsuntoDialog)


def test_the_matters_are_grouped_by_what_is_to_be_done(tab: InicioTab, demo: Store) -> None:
    rows = [one for one in tab.matters._rows if not one.isHidden()]
    heads = [one.group.text().split(" · ")[0] for one in rows if one.group.text()]
    assert heads == ["Actuar hoy", "Revisar", "Preparar", "Reconocer"]
    assert tab.matters.off.isHidden()


@pytest.mark.feature("U-66")
def test_a_case_is_put_off_and_told_again(tab: InicioTab, demo: Store, says: Heard) -> None:
    before = told(demo, "riesgo_sin_tutor")
    found = open_matter(tab, "riesgo_sin_tutor")
    assert found.table is not None
    assert len(found.table.model.shown_ids()) == len(before.casos)
    first = before.casos[0]
    found.table.choose(first.clave)
    found.later.click()
    asked = dialog(PausaDialog)
    asked.accept()
    assert "motivo" in asked.form.problems()
    asked.form.editor("motivo").show_value("Llega un alumno tutor el lunes")
    asked.accept()
    assert says.toasts[-1] == "Pospuesto hasta el lunes 14 de diciembre de 2026."
    assert first not in told(demo, "riesgo_sin_tutor").casos
    assert tab.matters.off.text() == "Pospuestas · 1"
    tab.matters.off.click()
    listed = dialog(PospuestasDialog)
    listed.table.choose_first()
    listed.accept()
    assert listed.table.model.shown_ids() == []
    listed.reject()
    assert told(demo, "riesgo_sin_tutor").casos == before.casos
    assert tab.matters.off.isHidden()


def test_a_whole_count_is_silenced_and_undone(tab: InicioTab, demo: Store, says: Heard) -> None:
    found = open_matter(tab, "necesidades")
    assert found.table is None
    assert found.claves == [(None, None)]
    found.quiet.click()
    asked = dialog(PausaDialog)
    assert set(asked.form.fields) == {"motivo"}
    asked.form.editor("motivo").show_value("Se asigna en enero")
    asked.accept()
    assert says.toasts[-1] == "Silenciado."
    assert "necesidades" not in {one.tipo for one in alertas(demo, LATER.date())}
    assert says.press is not None
    says.press()
    assert told(demo, "necesidades")


def test_who_has_something_to_be_proud_of_is_recognised(
    tab: InicioTab, window: MainWindow, demo: Store, says: Heard
) -> None:
    found = open_matter(tab, "para_reconocer")
    assert found.table is not None
    found.table.choose_first()
    clave = found.table.chosen_ids()[0]
    found.accept()
    asked = dialog(ReconocerDialog)
    asked.accept()
    assert says.toasts[-1] == "Se reconoció el logro."
    (logro,) = reconocimientos.logros_de(demo, clave[0])
    assert (logro.intervencion, logro.fecha) == (clave[1], LATER.date())
    assert clave not in {one.clave for one in told(demo, "para_reconocer").casos}
    tutorados = window.show_tab("tutorados")
    tutorados.show_record(clave[0])
    page = tutorados.detail.pages.page("resumen")
    assert not page.logros.isHidden()
    page.logros.table.linked.emit("quitar", logro.id)
    assert reconocimientos.logros_de(demo, clave[0]) == []
    QApplication.processEvents()
    assert page.logros.isHidden()


def test_an_alumno_tutor_is_recognised_from_the_list(
    window: MainWindow, demo: Store, says: Heard
) -> None:
    tab = window.show_tab("alumnos_tutores")
    tab.table.choose_first()
    alumno = tab.table.chosen_ids()[0]
    tab.deeds.recognise([alumno])
    asked = dialog(ReconocerDialog)
    asked.form.editor("texto").show_value("Ayudó a sus dos tutorados a acreditar")
    asked.accept()
    tab.detail.pages.set_key("datos")
    page = tab.detail.pages.page("datos")
    assert not page.logros.isHidden()
    (logro,) = reconocimientos.logros_de(demo, alumno)
    page.logros.table.linked.emit("quitar", logro.id)
    assert "papelera" in says.toasts[-1]
    QApplication.processEvents()
    assert page.logros.isHidden()


@pytest.mark.feature("U-72")
def test_the_button_of_each_matter_leads_to_its_people(
    tab: InicioTab, window: MainWindow, demo: Store
) -> None:
    for tipo, key in (("sin_accion", "tutorados"), ("sigue_en_riesgo", "planes")):
        one = told(demo, tipo)
        tab.ctx.show(one.lugar, one.que)
        page = window.current_page()
        assert page is window.pages[key]
        wanted = {c.alumno if key == "tutorados" else c.intervencion for c in one.casos}
        assert set(page.table.chosen_ids()) == wanted
