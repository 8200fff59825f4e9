"""The tab Planes on a made-up plantel: views, plan in place, actions, hours, sessions, states."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea

from app.services import planes
from app.store import Store
from tests.ui.conftest import Heard
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


def one_of(tab: PlanesTab, *states: str) -> Renglon:
    """A line in one of the states, chosen in the list."""
    row = next(row for row in tab.rows if row.fila.estado in states)
    tab.show_record(row.intervencion)
    return row


@pytest.mark.feature("U-21", "M-75")
def test_what_is_due_comes_first_and_says_when(tab: PlanesTab) -> None:
    first = tab.rows and tab.table.model.row_at(0)
    assert first.vence is not None
    assert first.palabras.startswith(("Vence ", "Venció "))
    pending = [row for row in tab.rows if row.vence is not None]
    assert tab.segments.button("por_vencer").text() == f"Por vencer · {len(pending)}"
    tab.segments.chosen.emit("por_vencer")
    assert tab.table.model.total == len(pending)
    tab.segments.chosen.emit("concluidos")
    assert all(not row.fila.abierta for row in tab.table.model.rows())
    tab.segments.chosen.emit("en_marcha")
    assert {row.fila.estado for row in tab.table.model.rows()} <= {"en_marcha", "ajustada"}


def test_the_filter_and_the_way_from_other_pages(tab: PlanesTab) -> None:
    row = one_of(tab, "en_marcha")
    tab.filter.setText(row.fila.tutorados[0].matricula)
    assert row.intervencion in tab.table.model.shown_ids()
    tab.filter.setText("nadie")
    assert tab.table.model.rowCount() == 0
    tab.table.filters_cleared.emit()
    assert tab.filter.text() == ""
    tab.segments.chosen.emit("concluidos")
    tab.show_record([row.intervencion])
    assert tab.segments.key == "todos"
    assert tab.table.chosen_ids() == [row.intervencion]
    tab.show_record("sin_registro")
    assert tab.unrecorded.isChecked()
    assert all(r.fila.sin_registro for r in (tab.table.model.row_at(i) for i in range(
        tab.table.model.rowCount())))  # fmt: skip
    tab.show_record(7)
    tab.focus_filter()


@pytest.mark.feature("M-64", "U-91", "M-63")
def test_the_plan_is_written_in_place_and_undone(tab: PlanesTab, window: MainWindow) -> None:
    row = one_of(tab, "en_marcha")
    page = tab.detail.plan
    editor = page.first.editor("objetivo")
    editor.lines.setPlainText("Que apruebe el 3.er parcial con 7 o más.")
    editor.left.emit()
    plan = planes.plan_of(store_of(tab), row.intervencion)
    assert plan.objetivo == "Que apruebe el 3.er parcial con 7 o más."
    assert window.bar.undo.toolTip().startswith("Deshacer: Cambiar el objetivo de ")
    window.undo()
    assert planes.plan_of(store_of(tab), row.intervencion).objetivo != plan.objetivo
    assert editor.lines.toPlainText() != plan.objetivo
    assert page.diagnosis.calificaciones.lines[0].text()


@pytest.mark.feature("M-32")
def test_the_five_ambitos_are_chips(tab: PlanesTab) -> None:
    row = one_of(tab, "en_marcha")
    chips = tab.detail.plan.marks["ambitos"].chips
    assert [chip.text() for chip in chips.values()] == [
        "Académico", "Orientación", "Gestión", "Administrativo", "Servicios",
    ]  # fmt: skip
    before = set(planes.plan_of(store_of(tab), row.intervencion).ambitos)
    chips["gestion"].click()
    after = set(planes.plan_of(store_of(tab), row.intervencion).ambitos)
    assert before ^ after == {"gestion"}


@pytest.mark.feature("M-34")
def test_actions_are_written_done_and_removed_in_place(tab: PlanesTab, says: Heard) -> None:
    row = one_of(tab, "en_marcha")
    rows = tab.detail.plan.acciones
    rows.add()
    new = rows.new_editor("texto")
    new.line.setText("Explicar un problema en voz alta")
    new.left.emit()
    found = planes.acciones(store_of(tab), row.intervencion)
    place = next(i for i, a in enumerate(found) if a.texto.startswith("Explicar un problema"))
    assert rows.new_editor("texto") is None
    week = rows.editor(place, "semana")
    week.line.setText("siete")
    week.left.emit()
    assert "número entero" in rows.problem(place)
    week.line.setText("1")
    week.left.emit()
    assert planes.acciones(store_of(tab), row.intervencion)[0].id == found[place].id
    rows.editor(0, "hecha").box.click()
    assert planes.acciones(store_of(tab), row.intervencion)[0].hecha
    rows._rows[0].remove.click()
    assert len(planes.acciones(store_of(tab), row.intervencion)) == len(found) - 1
    says.press()
    assert len(planes.acciones(store_of(tab), row.intervencion)) == len(found)
    rows.add()
    rows._new.remove.click()
    assert rows.new_editor("texto") is None


@pytest.mark.feature("M-75", "U-21")
def test_the_button_takes_a_plan_from_pending_to_running(tab: PlanesTab, says: Heard) -> None:
    row = next(r for r in tab.rows if r.vence is not None)
    tab.show_record(row.intervencion)
    assert tab.detail.next.text() == "Entregar el plan"
    tab.detail.next.click()
    assert store_of(tab).intervenciones.get(row.intervencion).estado == "planeada"
    assert says.toasts[-1].startswith("Se entregó el plan de ")
    tab.show_record(row.intervencion)
    assert tab.detail.next.text() == "Poner en marcha"
    tab.detail.next.click()
    assert store_of(tab).intervenciones.get(row.intervencion).estado == "en_marcha"
    tab.deeds.move("en_marcha", [row.intervencion])
    assert "no puede pasar" in says.problems[-1]


def test_many_plans_at_once(tab: PlanesTab, says: Heard) -> None:
    pending = [row.intervencion for row in tab.rows if row.vence is not None]
    tab.table.choose(*(row.intervencion for row in tab.rows))
    assert tab.splitter.panes.currentWidget() is tab.many
    assert tab.many.head.count.text() == f"{len(tab.rows)} planes elegidos"
    tab.many.buttons["Entregar el plan"].click()
    assert not [row for row in tab.rows if row.vence is not None]
    assert says.toasts[-1].startswith("Se entreg")
    says.press()
    assert len([row for row in tab.rows if row.vence is not None]) == len(pending)
    tab.many.buttons["Planear las sesiones que faltan"].click()
    assert says.toasts[-1].startswith("Se planearon ")
    tab.deeds.plan_ahead([tab.rows[0].intervencion])
    assert tab._context_menu().actions()


def test_the_page_leads_elsewhere(tab: PlanesTab, says: Heard) -> None:
    asked: list[tuple[str, object]] = []
    row = one_of(tab, "en_marcha")
    tab.ctx.asked.disconnect()
    tab.ctx.asked.connect(lambda place, what: asked.append((place, what)))
    for label in ("Ver tutorado", "Ver alumno tutor", "Carnet"):
        tab.deeds.run(label, row.intervencion)
    tab.deeds.assign()
    people = [person.alumno for person in row.fila.tutorados]
    assert asked == [
        ("tutorados", people[0] if len(people) == 1 else people),
        ("alumnos_tutores", row.fila.alumno_tutor),
        ("carnet", people),
        ("tutorados", "sin_tutor"),
    ]
    with store_of(tab).operation("Sin tutor"):
        store_of(tab).intervenciones.change(row.intervencion, alumno_tutor=None)
    tab.deeds.show_alumno_tutor([row.intervencion])
    assert says.problems[-1].startswith("Esta intervención se quedó")
    tab.detail._fill_menu()
    labels = [action.text() for action in tab.detail.menu.actions() if action.text()]
    assert "Imprimir…" in labels


@pytest.mark.parametrize(
    "key", ["plan", "cronograma", "sesiones", "ajustes", "resultados", "historial"]
)
def test_nothing_is_wider_than_its_pane_in_the_smallest_window(tab: PlanesTab, key: str) -> None:
    one_of(tab, "en_marcha")
    tab.detail.pages.set_key(key)
    QApplication.processEvents()
    for area in tab.findChildren(QScrollArea):
        inside = area.widget()
        if inside is not None and area.isVisible():
            assert inside.minimumSizeHint().width() <= area.viewport().width(), area
    assert tab.minimumSizeHint().width() <= 1280
    assert tab.minimumSizeHint().height() <= 595


def test_without_intervenciones_the_list_says_what_to_do(tab: PlanesTab) -> None:
    store = store_of(tab)
    with store.operation("Nada"):
        store.intervenciones.delete_many([i.id for i in store.intervenciones.all()])
    assert tab.splitter.panes.currentWidget() is tab.nothing
    assert tab.empty.title.text() == "Todavía no hay planes"


def test_a_record_can_be_reached_with_the_keyboard(tab: PlanesTab) -> None:
    tab.focus_filter()
    QTest.keyClick(tab.filter, Qt.Key.Key_Down)
    assert tab.table.view.hasFocus()
