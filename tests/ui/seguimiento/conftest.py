"""The tab Seguimiento on a made-up plantel with a full week of sessions."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.services import demo as demo_plantel
from tests.conftest import MOMENT
from ui.main_window import MainWindow
from ui.tabs.seguimiento import SeguimientoTab


@pytest.fixture(scope="session")
def demo_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The made-up plantel of 240 alumnos as a closed file; copy it before writing."""
    path = tmp_path_factory.mktemp("demo") / "semana.entrepares"
    demo_plantel.new_file(path, 240, 1, MOMENT.date()).close()
    return path


@pytest.fixture
def tab(window: MainWindow, qtbot: QtBot) -> SeguimientoTab:
    """The tab in front, with every session of the week of the tests."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    page = window.show_tab("seguimiento")
    page._clear_filters()
    QApplication.processEvents()
    return page
