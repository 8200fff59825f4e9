"""The bar of the window and its menus: names as they are, whatever they have."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

from app.services import planteles
from app.store import Store
from tests.ui.conftest import Heard
from ui import state
from ui.main_window import MainWindow

HOSTILE = "Ñandú & Hijos <b>A. C.</b>"


def test_a_name_with_signs_is_shown_as_it_is(window: MainWindow, demo: Store) -> None:
    planteles.change_plantel(demo, {"nombre": HOSTILE})
    button = window.bar.plantel
    assert button.text() == HOSTILE.replace("&", "&&")
    assert "&lt;b&gt;" in button.toolTip()
    assert button.accessibleName() == f"Plantel: {HOSTILE}"


def test_the_step_to_undo_is_told_as_it_is(window: MainWindow, demo: Store) -> None:
    with demo.operation("Cambiar grupo de <i>Ana</i>"):
        demo.alumnos.change(demo.alumnos.all()[0].id, correo="ana@escuela.mx")
    assert "&lt;i&gt;Ana&lt;/i&gt;" in window.bar.undo.toolTip()
    assert window.bar.undo.accessibleName() == "Deshacer: Cambiar grupo de <i>Ana</i>"


def test_recent_files_of_the_same_name_say_their_folder(
    window: MainWindow, demo_path: Path, tmp_path: Path, says: Heard
) -> None:
    for folder in ("usb & más", "casa"):
        (tmp_path / folder).mkdir()
        state.add_recent(Path(shutil.copy(demo_path, tmp_path / folder / "Plantel.entrepares")))
    menu = window.bar.plantel.menu()
    recent = next(one for one in menu.findChildren(QMenu) if one.title() == "Abrir reciente")
    recent.aboutToShow.emit()
    shown = [action.text() for action in recent.actions()]
    assert shown[:2] == ["Plantel · en casa", "Plantel · en usb && más"]
    assert "·" not in shown[2]


@pytest.mark.parametrize("key", ["Ctrl+Q", "Ctrl+O", "Ctrl+I", "Ctrl+H", "Ctrl+,"])
def test_the_keys_of_the_menus_reach_the_window(window: MainWindow, key: str) -> None:
    keys = [action.shortcut() for action in window.actions()]
    assert keys.count(QKeySequence(key)) == 1
