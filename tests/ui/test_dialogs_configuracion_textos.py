"""Configuración, Textos: words are written with their places, doubted, stored and taken back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.formatos.textos import default_text
from app.services import textos
from app.store import Store
from tests.ui.conftest import Heard
from ui.dialogs.configuracion import ConfiguracionDialog
from ui.dialogs.configuracion.textos import TextosSection
from ui.dialogs.imprimir import ImprimirDialog
from ui.main_window import MainWindow

CLAVE = "carta_tutorado"


@pytest.fixture
def dialog(window: MainWindow) -> ConfiguracionDialog:
    window.places.go("configuracion", "textos")
    QApplication.processEvents()
    made = QApplication.activeModalWidget()
    assert isinstance(made, ConfiguracionDialog)
    return made


@pytest.fixture
def section(dialog: ConfiguracionDialog) -> TextosSection:
    page = dialog.sections["textos"]
    assert isinstance(page, TextosSection)
    page.open_text(CLAVE)
    return page


@pytest.mark.feature("M-68")
def test_a_text_is_stored_when_left_and_the_original_comes_back(
    dialog: ConfiguracionDialog, section: TextosSection, demo: Store, says: Heard
) -> None:
    assert section.lines.toPlainText() == default_text(CLAVE)
    assert not section.restore.isEnabled()
    section.lines.setFocus()
    section.lines.selectAll()
    section.lines.insertPlainText("Me comprometo, ")
    button = next(chip for chip in section._chips if chip.text() == "{nombre}")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert section.lines.hasFocus()
    section.table.view.setFocus()
    assert textos.text_of(demo, CLAVE) == "Me comprometo, {nombre}"
    assert [row.cambiado for row in section._load() if row.id == CLAVE] == [True]
    section.restore.click()
    assert textos.text_of(demo, CLAVE) == default_text(CLAVE)
    assert section.lines.toPlainText() == default_text(CLAVE)
    assert says.toasts[-1] == "Volvió el texto original"
    dialog.undo.click()
    assert section.lines.toPlainText() == "Me comprometo, {nombre}"


def test_an_unknown_place_is_doubted_and_nothing_written_is_refused(
    section: TextosSection, demo: Store
) -> None:
    section.lines.setPlainText("Yo, {nombre}, de {escuelita}.")
    assert section.form.problems()["texto"].startswith("{escuelita} no es un dato")
    section.form.editor("texto").left.emit()
    assert textos.is_changed(demo, CLAVE)
    section.lines.setPlainText(" ")
    section.form.editor("texto").left.emit()
    assert "no puede quedar vacío" in section.form.problems()["texto"]
    assert textos.text_of(demo, CLAVE) == "Yo, {nombre}, de {escuelita}."


def test_the_form_of_a_text_is_seen_from_here(section: TextosSection) -> None:
    section.see.click()
    QApplication.processEvents()
    shown = QApplication.activeModalWidget()
    assert isinstance(shown, ImprimirDialog)
    assert CLAVE in shown.formato.textos
