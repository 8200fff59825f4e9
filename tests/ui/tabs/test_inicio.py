"""The first page: the matters stay in their rows, Tab goes through them in order."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app import domain
from app.store import Store
from tests.ui.conftest import Heard
from ui.main_window import MainWindow
from ui.tabs.inicio import InicioTab
from ui.widgets.buttons import Button


@pytest.fixture
def tab(window: MainWindow, qtbot: QtBot) -> InicioTab:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window.pages["inicio"]


def test_a_matter_that_is_solved_leaves_the_cursor_in_its_row(tab: InicioTab, demo: Store) -> None:
    row = tab.matters._rows[0]
    row.button.setFocus()
    before = row.title.text()
    with demo.operation("Borrar a quien más lo necesitaba", deletes=True):
        waiting = demo.alumnos.all()
        demo.alumnos.delete_many([one.id for one in waiting[: len(waiting) // 2]])
    QApplication.processEvents()
    assert tab.matters._rows[0] is row
    assert row.title.text() != before
    assert row.button.hasFocus()


def test_tab_goes_down_through_the_matters(tab: InicioTab, qtbot: QtBot) -> None:
    buttons = [one for one in tab.matters.buttons if one.isVisible()]
    assert len(buttons) > 2
    buttons[0].setFocus()
    for expected in [*buttons[1:], tab.link]:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is expected


def test_only_the_first_matter_has_the_filled_button(tab: InicioTab) -> None:
    kinds = [row.button._kind for row in tab.matters._rows if row.isVisible()]
    assert kinds == ["filled", *["outlined"] * (len(kinds) - 1)]


def test_without_grades_the_button_imports_grades(
    empty_window: MainWindow, store: Store, says: Heard
) -> None:
    empty_window.use(store)
    page = empty_window.pages["inicio"]
    with store.operation("Alta"):
        grupo = store.grupos.add(domain.Grupo(semestre=1, nombre="A", docente_tutor="Ana"))
        store.alumnos.add(domain.Alumno(matricula="1", nombres="Luz", grupo=grupo.id))
    asked: list[tuple[str, object]] = []
    page.ctx.asked.disconnect(empty_window.places.go)
    page.ctx.asked.connect(lambda place, what: asked.append((place, what)))
    QApplication.processEvents()
    shown = [one for one in page.matters.findChildren(Button) if one.isVisible()]
    shown[0].click()
    assert asked == [("importar", "calificaciones")]
