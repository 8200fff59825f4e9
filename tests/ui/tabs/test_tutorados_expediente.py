"""Tutorados: the four documents lead to where each is solved; interview and ficha in their pages."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from app.services import entrevistas, fichas
from app.store import Store
from tests.small_plantel import FISICA, MATE, SmallPlantel, intervencion, small_plantel
from tests.ui.conftest import Heard
from ui.context import Context
from ui.dialogs.firma import FirmaDialog
from ui.tabs.tutorados.entrevista import EntrevistaPage
from ui.tabs.tutorados.tab import TutoradosTab


@pytest.fixture
def plantel(store: Store) -> SmallPlantel:
    return small_plantel(store)


@pytest.fixture
def tab(store: Store, plantel: SmallPlantel, says: Heard, qtbot: QtBot) -> TutoradosTab:
    page = TutoradosTab(Context(store))
    qtbot.addWidget(page)
    page.ctx.setParent(page)
    page.ctx.changed.connect(page.refresh)
    page.resize(1240, 595)
    page.show()
    page.refresh()
    return page


def open_page(tab: TutoradosTab, alumno: int, key: str) -> EntrevistaPage:
    tab.show_record(alumno)
    tab.detail.pages.set_key(key)
    QApplication.processEvents()
    return tab.detail.pages.page(key)


@pytest.mark.feature("M-70", "M-66", "M-67", "M-68", "M-69")
def test_each_document_leads_to_where_it_is_solved(
    tab: TutoradosTab, store: Store, plantel: SmallPlantel, says: Heard
) -> None:
    ximena = plantel["Ximena"]
    made = intervencion(store, plantel)
    tab.refresh()
    tab.show_record(ximena)
    asked: list[tuple[str, object]] = []
    tab.ctx.asked.connect(lambda place, what: asked.append((place, what)))
    resumen = tab.detail.pages.page("resumen")
    a, b, c, d = resumen.documents
    assert [card.done for card in resumen.documents] == [False] * 4
    assert a.accessibleName() == "a) Entrevista: Sin capturar"
    a.click()
    assert tab.detail.pages.key == "entrevista"
    b.click()
    assert tab.detail.pages.key == "ficha"
    d.click()
    assert asked[-1] == ("planes", (made, "cronograma"))
    c.click()
    tab.findChild(FirmaDialog).accept()
    assert store.tutorados.where(alumno=ximena)[0].carta == date(2026, 11, 20)
    assert says.toasts[-1] == "1 carta firmada."
    tab.detail.pages.set_key("resumen")
    assert c.note == "Firmada el 20 nov"
    c.click()
    assert says.questions[-1] == "La carta de Ximena Ordóñez ya está firmada"
    says.press()
    assert store.tutorados.where(alumno=ximena)[0].carta is None


@pytest.mark.feature("M-68")
def test_many_letters_at_once(
    tab: TutoradosTab, store: Store, plantel: SmallPlantel, says: Heard
) -> None:
    intervencion(store, plantel, FISICA, ("Diego", "Ximena"))
    tab.refresh()
    tab.table.choose(plantel["Diego"], plantel["Ximena"])
    tab.many.buttons["Carta compromiso firmada…"].click()
    tab.findChild(FirmaDialog).accept()
    assert says.toasts[-1] == "2 cartas firmadas."
    assert all(row.expediente[2] for row in tab.rows if row.alumno in (
        plantel["Diego"], plantel["Ximena"]))  # fmt: skip


@pytest.mark.feature("M-45", "M-46", "M-66", "I-20")
def test_the_interview_is_typed_with_the_keyboard(
    tab: TutoradosTab, store: Store, plantel: SmallPlantel, says: Heard
) -> None:
    ximena = plantel["Ximena"]
    made = intervencion(store, plantel)
    tab.refresh()
    page = open_page(tab, ximena, "entrevista")
    first = page.editor("se_dificulta").lines
    first.setFocus(Qt.FocusReason.TabFocusReason)
    first.insertPlainText("Los vectores, desde agosto")
    QTest.keyClick(first, Qt.Key.Key_Tab)
    assert entrevistas.entrevista_of(store, made, ximena).se_dificulta.startswith("Los vectores")
    second = page.editor("temas").lines
    assert second.hasFocus()
    second.insertPlainText("Seno y coseno")
    QTest.keyClick(second, Qt.Key.Key_Tab)
    found = entrevistas.entrevista_of(store, made, ximena)
    assert (found.temas, found.fecha) == ("Seno y coseno", date(2026, 11, 20))
    assert page.editor("primera_vez").combo.hasFocus()
    hours = page.editor("horas_estudio")
    hours.line.setText("muchas")
    hours.left.emit()
    form = next(one for one in page.forms if "horas_estudio" in one.fields)
    assert "número entero" in form.problems()["horas_estudio"]
    page.known.rows.add()
    page.known.rows.new_editor("tema").line.setText("Vectores")
    page.known.rows.new_editor("tema").left.emit()
    assert entrevistas.conocimientos(store, found.id)[0].tema == "Vectores"
    page.known.rows.verbs.remove(entrevistas.conocimientos(store, found.id)[0].id)
    assert says.toasts[-1] == "Se quitó el tema."


@pytest.mark.feature("M-47", "M-51", "M-23", "M-43")
def test_the_signs_propose_a_preference_while_they_are_marked(
    tab: TutoradosTab, store: Store, plantel: SmallPlantel, says: Heard
) -> None:
    ximena = plantel["Ximena"]
    made = intervencion(store, plantel)
    tab.refresh()
    page = open_page(tab, ximena, "entrevista")
    assert len(page.signs.boxes) == 14
    assert page.to_ficha.isHidden()
    page.signs.boxes["v1"].click()
    assert "se propone: visual" in page.signs.proposal.text()
    page.signs.boxes["k1"].click()
    assert "se propone: mixto" in page.signs.proposal.text()
    assert entrevistas.entrevista_of(store, made, ximena).signos == ("v1", "k1")
    page.to_ficha.click()
    assert fichas.ficha_of(store, ximena).preferencia == "mixto"
    assert says.toasts[-1] == "Se pasó a la ficha: señales de cómo aprende."
    ficha = open_page(tab, ximena, "ficha").general
    assert ficha.last.editor("preferencia").combo.key == "mixto"
    ficha.signs.boxes["a1"].click()
    assert fichas.ficha_of(store, ximena).signos == ("v1", "a1", "k1")
    ficha._save("factores_externos", "Trayecto de una hora")
    assert fichas.ficha_of(store, ximena).factores_externos == "Trayecto de una hora"
    ficha.take.click()
    assert "ya tiene las señales" in says.problems[-1]


def test_which_intervencion_is_chosen_and_what_comes_first_without_one(
    tab: TutoradosTab, store: Store, plantel: SmallPlantel
) -> None:
    diego = plantel["Diego"]
    page = open_page(tab, diego, "entrevista")
    assert page.currentWidget() is page.empty
    assert page.empty.title.text() == "Primero, un alumno tutor"
    asked: list[object] = []
    tab.ctx.asked.connect(lambda place, what: asked.append((place, what)))
    page.search.click()
    assert asked[-1][0] == "asignar"
    one = intervencion(store, plantel, FISICA, ("Diego",))
    two = intervencion(store, plantel, MATE, ("Diego",), asignada=date(2026, 11, 2))
    tab.refresh()
    assert not page.which.isHidden()
    entrevistas.change(store, two, diego, {"temas": "Fracciones"})
    page.which.set_key(two)
    page.which.activated.emit(0)
    assert page.editor("temas").lines.toPlainText() == "Fracciones"
    page.which.set_key(one)
    page.which.activated.emit(0)
    assert page.editor("temas").lines.toPlainText() == ""
    page = open_page(tab, plantel["Nora"], "entrevista")
    assert page.search.isHidden()


def test_the_acuse_of_the_notice_is_dated(
    tab: TutoradosTab, store: Store, plantel: SmallPlantel
) -> None:
    page = open_page(tab, plantel["Nora"], "ficha")
    page.form._save("acuse_aviso", date(2026, 11, 3))
    assert store.alumnos.get(plantel["Nora"]).acuse_aviso == date(2026, 11, 3)


@pytest.mark.parametrize("key", ["resumen", "ficha", "entrevista", "intervenciones"])
def test_nothing_is_wider_than_its_pane(
    tab: TutoradosTab, store: Store, plantel: SmallPlantel, key: str
) -> None:
    intervencion(store, plantel)
    tab.refresh()
    open_page(tab, plantel["Ximena"], key)
    for area in tab.detail.findChildren(QScrollArea):
        inside = area.widget()
        if inside is not None and area.isVisible():
            assert inside.minimumSizeHint().width() <= area.viewport().width(), area
