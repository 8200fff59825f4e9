"""The tabs of the window: where the cursor goes when one changes from one to another."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.store import Store
from tests.ui.conftest import Heard
from ui.main_window import MainWindow
from ui.tabs import TABS
from ui.widgets.search_field import SearchField


@pytest.fixture
def active(window: MainWindow, qtbot: QtBot) -> MainWindow:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def click(window: MainWindow, qtbot: QtBot, key: str) -> None:
    bar = window.tabs.tabBar()
    index = [spec.key for spec in TABS].index(key)
    qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(index).center())
    QApplication.processEvents()


@pytest.mark.parametrize("key", [spec.key for spec in TABS if spec.key != "inicio"])
def test_a_tab_starts_with_the_cursor_in_its_filter(
    active: MainWindow, qtbot: QtBot, key: str
) -> None:
    click(active, qtbot, key)
    assert isinstance(QApplication.focusWidget(), SearchField)


def test_going_to_the_tab_in_front_leaves_the_cursor_where_it_is(active: MainWindow) -> None:
    page = active.show_tab("tutorados")
    page.table.view.setFocus()
    active.show_tab("tutorados")
    assert QApplication.focusWidget() is page.table.view


@pytest.mark.parametrize("key", [spec.key for spec in TABS])
def test_a_key_that_changes_the_tab_takes_the_cursor_along(active: MainWindow, key: str) -> None:
    active.show_tab("tutorados").table.view.setFocus()
    active.go_to_tab([spec.key for spec in TABS].index(key))
    inside = QApplication.focusWidget()
    assert inside is not None
    assert active.tabs.isAncestorOf(inside)
    assert inside.focusPolicy() & Qt.FocusPolicy.TabFocus


@pytest.mark.parametrize("key", ["tutorados", "planes"])
def test_the_cursor_is_never_where_no_key_does_anything(
    empty_window: MainWindow, store: Store, says: Heard, qtbot: QtBot, key: str
) -> None:
    empty_window.use(store)
    empty_window.activateWindow()
    qtbot.waitUntil(empty_window.isActiveWindow)
    for place in (key, "inicio", key):
        click(empty_window, qtbot, place)
    inside = QApplication.focusWidget()
    assert inside is not None
    assert inside.focusPolicy() != Qt.FocusPolicy.NoFocus


def test_the_arrows_go_on_through_the_tabs(active: MainWindow, qtbot: QtBot) -> None:
    bar = active.tabs.tabBar()
    bar.setFocus()
    for _ in range(2):
        qtbot.keyClick(bar, Qt.Key.Key_Right)
    assert active.tabs.currentIndex() == 2
    assert bar.hasFocus()
