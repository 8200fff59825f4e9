"""Configuración, Lugares: added at the foot, changed in place, taken away, undone."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.store import Store
from ui.dialogs.configuracion import ConfiguracionDialog
from ui.main_window import MainWindow


@pytest.fixture
def page(window: MainWindow) -> Any:
    assert window.ctx is not None
    made = ConfiguracionDialog(window.ctx, "lugares", window)
    made.open()
    return made.show_section("lugares")


def add(page: Any, nombre: str, capacidad: str) -> None:
    page.form.editor("nombre").line.setText(nombre)
    page.form.editor("capacidad").line.setText(capacidad)
    page.add.click()


def places(demo: Store) -> list[tuple[str, int | None]]:
    return [(one.nombre, one.capacidad) for one in demo.lugares.all()]


@pytest.mark.feature("M-82")
def test_a_place_is_added_changed_and_taken_away(page: Any, demo: Store, qtbot: QtBot) -> None:
    add(page, "Biblioteca", "3")
    assert places(demo) == [("Biblioteca", 3)]
    assert page.form.editor("nombre").line.text() == ""
    (id,) = page.table.model.shown_ids()
    page.table.choose(id)
    page.table.view.setFocus()
    qtbot.keyClick(page.table.view, Qt.Key.Key_F2)
    page.editing.cell.setText("Sala Ñ")
    qtbot.keyClick(page.editing.cell, Qt.Key.Key_Return)
    assert places(demo) == [("Sala Ñ", 3)]
    page.table.choose(id)
    page.remove.click()
    assert places(demo) == []
    demo.undo()
    assert places(demo) == [("Sala Ñ", 3)]


def test_the_same_name_twice_is_refused_in_words(page: Any, demo: Store) -> None:
    add(page, "Biblioteca", "1")
    add(page, "biblioteca", "2")
    assert places(demo) == [("Biblioteca", 1)]
    assert page.problem() == "Lugar: ya está «biblioteca»"
