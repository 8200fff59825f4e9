"""The week and the lists of Seguimiento: chips, keys, filters, a whole day, many at once."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from app import domain
from app.services import sesiones
from app.store import Store
from tests.ui.conftest import Heard
from tests.ui.seguimiento.steps import TODAY, dialog, late, store_of
from ui.dialogs.sesion import CancelarSesionDialog
from ui.main_window import MainWindow
from ui.tabs.seguimiento import SeguimientoTab, looks


@pytest.mark.feature("S-44", "U-56")
def test_the_week_shows_every_session_by_day_and_hour(tab: SeguimientoTab) -> None:
    cells = tab.lists.week.calendar.cells
    chips = [chip for found in cells._chips.values() for chip in found]
    assert {chip.ident for chip in chips} == {row.id for row in tab.rows}
    assert [head.title for head in cells.heads] == ["Lun 16", "Mar 17", "Mié 18", "Jue 19",
                                                    "Vie 20"]  # fmt: skip
    assert [head.today for head in cells.heads] == [False] * 4 + [True]
    assert cells.heads[0].note == "sin clases"
    held = next(row for row in tab.rows if row.it.estado == "dada")
    button = next(b for b in cells.shown() if b.chip and b.chip.ident == held.id)
    name = button.accessibleName()
    assert name.endswith("dada")
    assert held.nombre_asignatura in name
    assert QAccessible.queryAccessibleInterface(button).text(QAccessible.Text.Name) == name
    assert "Dada" in tab.lists.week.legend.accessibleName()


def test_the_shape_and_the_second_line_say_the_state(tab: SeguimientoTab) -> None:
    store = store_of(tab)
    one, two, three = [row for row in tab.rows if row.it.estado == "dada"][:3]
    sesiones.move(store, one.id, {"fecha": "30/11/2026", "inicio": "10:30"})
    sesiones.cancel(store, [two.id], {"causa": "evaluacion", "motivo": "Parcial"})
    with store.operation("Sin registro"):
        store.sesiones.change(three.id, estado="planeada")
    QApplication.processEvents()
    chips = {row.id: looks.chip_of(row, TODAY) for row in tab.rows}
    assert chips[one.id].second == "Movida a lun 30 nov, 10:30"
    assert chips[two.id].second == "Cancelada: examen o evaluación. parcial"
    assert chips[three.id].look.icon == "diamond"
    assert chips[three.id].name.endswith("sin registro")


def test_arrows_go_from_chip_to_chip_and_enter_opens(tab: SeguimientoTab, qtbot: QtBot) -> None:
    tab.lists.focus_list()
    shown = tab.lists.week.calendar.cells.shown()
    assert shown[0].hasFocus()
    qtbot.keyClick(shown[0], Qt.Key.Key_Down)
    assert shown[1].hasFocus()
    qtbot.keyClick(shown[1], Qt.Key.Key_Right)
    other = QApplication.focusWidget()
    assert other.chip.day > shown[1].chip.day
    qtbot.keyClick(other, Qt.Key.Key_Left)
    assert QApplication.focusWidget().chip.day < other.chip.day
    qtbot.keyClick(other, Qt.Key.Key_Return)
    assert tab.chosen == [other.chip.ident]
    assert tab.panes.currentWidget() is tab.detail
    assert other.is_chosen


def test_weeks_go_by_and_today_comes_back(tab: SeguimientoTab, qtbot: QtBot) -> None:
    assert tab.nav.words.text() == "16 a 20 de noviembre"
    qtbot.keyClick(tab, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert tab.nav.words.text() == "23 a 27 de noviembre"
    tab._move_week(1)
    assert tab.nav.words.text() == "30 nov a 4 dic"
    for _ in range(30):
        tab._move_week(-1)
    assert tab.nav.words.text().endswith("de mayo") or "may" in tab.nav.words.text()
    assert tab.lists.week.stack.currentWidget() is tab.lists.week.empty
    tab.nav.today.click()
    assert tab.nav.words.text() == "16 a 20 de noviembre"


def test_a_full_cell_says_how_many_more_and_offers_them(tab: SeguimientoTab) -> None:
    store = store_of(tab)
    case = tab.rows[0].it.intervencion
    with store.operation("Muchas"):
        store.sesiones.add_many(
            domain.Sesion(intervencion=case, fecha=date(2026, 11, 18), inicio=600 + i, minutos=30)
            for i in range(12)
        )
    QApplication.processEvents()
    cells = tab.lists.week.calendar.cells
    link = next(link for link in cells._more if not link.isHidden())
    assert link.text().endswith(" más")
    hidden = cells._behind[cells._more.index(link)]
    link.click()
    menu = next(w for w in QApplication.topLevelWidgets() if isinstance(w, QMenu) and w.isVisible())
    assert len(menu.actions()) == len(hidden)
    menu.actions()[-1].trigger()
    assert tab.chosen == [hidden[-1].ident]
    menu.close()


def test_a_whole_day_without_classes_is_cancelled_at_once(tab: SeguimientoTab, says: Heard) -> None:
    store = store_of(tab)
    day = date(2026, 11, 18)
    ids = [r.id for r in tab.rows if r.it.fecha == day and r.it.estado == "dada"]
    assert len(ids) > 1
    menu = tab.deeds.day_menu([r for r in tab.rows if r.it.fecha == day], day)
    words = [action.text() for action in menu.actions()]
    assert words[-1] == "Nueva sesión de ese día…"
    no_classes = next(a for a in menu.actions() if a.text().startswith("No hubo clases"))
    no_classes.trigger()
    asked = dialog(CancelarSesionDialog)
    assert asked.form.editor("causa").read() == "sin_clases"
    asked.accept()
    assert {store.sesiones.get(id).quien for id in ids} == {"plantel"}
    assert says.toasts[-1] == f"Se cancelaron {len(ids)} sesiones."
    says.press()
    assert {store.sesiones.get(id).estado for id in ids} == {"dada"}


def test_many_are_done_together_in_the_list(tab: SeguimientoTab, says: Heard) -> None:
    store = store_of(tab)
    ids = late(tab, 3)
    tab.show_view("lista")
    tab.table.choose(*ids)
    assert tab.panes.currentWidget() is tab.many
    assert tab.many.head.count.text() == "3 sesiones elegidas"
    assert "3 sin registro" in tab.many.head.shared.text()
    tab.many.buttons["Dar por dada, todos asistieron"].click()
    assert {store.sesiones.get(id).estado for id in ids} == {"dada"}
    assert says.toasts[-1] == "Se dieron por dadas 3; todos asistieron."
    tab.many.buttons["Quitar"].click()
    assert not store.sesiones.where(id=ids)
    says.press()
    assert len(store.sesiones.where(id=ids)) == 3
    tab.table.choose(*ids)
    tab.table.view.copy()
    assert QApplication.clipboard().text().startswith("Fecha\tHora\tTutorado")


def test_the_list_covers_a_week_a_month_or_the_periodo(tab: SeguimientoTab) -> None:
    tab.show_view("lista")
    month = len(tab.rows)
    tab.filters.range.set_key("periodo")
    tab.filters.range.chosen.emit("periodo")
    assert len(tab.rows) > month
    tab.filters.range.set_key("semana")
    tab.filters.range.chosen.emit("semana")
    assert len(tab.rows) < month
    tab.filters.words.setText("nadie así")
    assert not tab.table.model.rowCount()
    tab._clear_filters()
    tab.filters.estado.set_key("dada")
    tab.filters.changed.emit()
    assert 0 < tab.table.model.rowCount() < len(tab.rows)


def test_it_begins_with_the_own_grupos_and_says_when_the_filters_hide_all(
    window: MainWindow,
) -> None:
    page = window.show_tab("seguimiento")
    assert page.filters.grupo.text() == "Grupo: mis grupos"
    page.filters.words.setText("nadie así")
    assert page.lists.week.stack.currentWidget() is page.lists.week.nothing
    page._clear_filters()
    assert page.filters.grupo.key is None
    assert page.lists.week.stack.currentWidget() is page.lists.week.calendar


def test_everything_left_is_planned_for_all_at_once(tab: SeguimientoTab, says: Heard) -> None:
    before = store_of(tab).sesiones.count()
    tab.deeds.plan_all()
    assert store_of(tab).sesiones.count() > before
    assert says.toasts[-1].startswith("Se planearon")
    tab.deeds.plan_all()
    assert says.problems[-1].startswith("Ya están planeadas")


def test_an_empty_plantel_says_what_comes_next(
    empty_window: MainWindow, store: Store, says: Heard
) -> None:
    empty_window.use(store)
    page = empty_window.show_tab("seguimiento")
    QApplication.processEvents()
    assert page.lists.week.empty.title.text() == "Todavía no hay asesorías"
    assert page.filters.grupo.key is None
    page.show_view("lista")
    assert page.lists.empty.title.text() == "Todavía no hay asesorías"
    page.show_view("sin_registro")
    assert page.lists.empty.title.text() == "Todo está registrado"
    empty_window.places.go("carnet", "capturar")
    words = empty_window.pages["carnet"].capture.empty.title.text()
    assert words == "Todavía no hay carnets que capturar"
    assert page.panes.currentWidget() is page.nothing


@pytest.mark.parametrize("view", ["semana", "lista", "sin_registro"])
def test_it_fits_in_the_smallest_window(tab: SeguimientoTab, view: str) -> None:
    late(tab)
    tab.show_view(view)
    tab.show_record(tab.rows[0].id)
    QApplication.processEvents()
    assert tab.minimumSizeHint().width() <= 1240
    page = tab.detail.session
    assert page.widget().minimumSizeHint().width() <= page.viewport().width()
