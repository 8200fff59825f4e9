"""The import window from the file to the last step, as a tired person uses it."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.store import Store
from tests.ui.conftest import Heard
from tests.ui.importar_listas import HEADS, PEOPLE, Wizard, store_people, write_list
from ui import messages
from ui.main_window import MainWindow


@pytest.fixture
def plantel(empty_window: MainWindow, store: Store, says: Heard) -> MainWindow:
    """The window on a plantel without alumnos."""
    empty_window.use(store)
    messages.use(says)
    return empty_window


@pytest.fixture
def lista(tmp_path: Path) -> Path:
    return write_list(tmp_path, "lista ñ.csv", [["CBTis 214"], [], HEADS, *PEOPLE])


@pytest.mark.feature("M-07", "M-22", "M-77", "M-78", "M-79")
def test_a_list_goes_from_the_file_to_the_plantel_and_back(
    plantel: MainWindow, lista: Path, qtbot: QtBot, says: Heard
) -> None:
    wizard = Wizard(plantel, qtbot, lista)
    dialog, store = wizard.dialog, wizard.store
    assert dialog.title.text() == "Importar lista de alumnos"
    assert wizard.at == "Archivo"
    assert wizard.next().at == "Columnas"
    assert wizard.caption(0) == "lista ñ.csv"
    assert wizard.next().at == "Revisión"
    assert wizard.caption(1) == "6 reconocidas"
    assert wizard.caption(2) == "3 filas leídas"
    assert dialog.main.text() == "Importar 3 alumnos"
    assert dialog.note.text() == "Todo se puede deshacer en un paso."
    assert wizard.next().at == "Listo"
    assert dialog.listo.title.text() == "Se importaron 3 alumnos"
    alumno = store.alumnos.where(matricula="24311050070200")[0]
    assert (alumno.apellido_paterno, alumno.apellido_materno, alumno.nombres) == (
        "Miranda", "Ríos", "Jimena",
    )  # fmt: skip
    assert alumno.nuevo_ingreso
    assert store.grupos.get(alumno.grupo or 0).semestre == 1
    wizard.next()
    assert not dialog.isVisible()
    assert says.toasts[-1] == "Se importaron 3 alumnos."
    assert says.press is not None
    says.press()
    assert store.alumnos.count() == 0


def test_importing_twice_says_that_there_is_nothing_new(
    plantel: MainWindow, lista: Path, qtbot: QtBot
) -> None:
    wizard = Wizard(plantel, qtbot, lista).to_review().next()
    wizard.dialog.listo.other.click()
    wizard.read(lista).to_review()
    assert wizard.dialog.main.text() == "Nada que importar"
    assert not wizard.dialog.main.isEnabled()
    assert "todo está ya como dice" in wizard.dialog.revision.notes.words.text()
    assert wizard.cells("accion") == ["Igual"] * 3


def test_undoing_inside_goes_back_to_the_review(
    plantel: MainWindow, lista: Path, qtbot: QtBot, says: Heard
) -> None:
    wizard = Wizard(plantel, qtbot, lista).to_review().next()
    wizard.dialog.listo.undo.click()
    assert wizard.store.alumnos.count() == 0
    assert "Se deshizo" in wizard.dialog.listo.title.text()
    wizard.dialog.listo.review.click()
    wizard.wait()
    assert wizard.at == "Revisión"
    assert wizard.next().at == "Listo"
    assert wizard.store.alumnos.count() == 3
    wizard.dialog.listo.undo.click()
    wizard.next()
    assert says.toasts == []


def test_ctrl_z_undoes_in_the_last_step(plantel: MainWindow, lista: Path, qtbot: QtBot) -> None:
    wizard = Wizard(plantel, qtbot, lista).to_review().next()
    assert wizard.store.alumnos.count() == 3
    qtbot.keyClick(wizard.dialog, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert wizard.store.alumnos.count() == 0
    assert wizard.dialog.listo.review.hasFocus()


def double_click(wizard: Wizard, qtbot: QtBot) -> None:
    """As the system tells it: a click and then the second one."""
    qtbot.mouseClick(wizard.dialog.main, Qt.MouseButton.LeftButton)
    qtbot.mouseDClick(wizard.dialog.main, Qt.MouseButton.LeftButton)


def test_a_double_click_counts_as_one(plantel: MainWindow, lista: Path, qtbot: QtBot) -> None:
    wizard = Wizard(plantel, qtbot, lista)
    double_click(wizard, qtbot)
    assert wizard.at == "Columnas"
    wizard.next()
    double_click(wizard, qtbot)
    assert wizard.at == "Listo"
    assert wizard.dialog.isVisible()


def test_enter_goes_forward_and_the_steps_are_links_back(
    plantel: MainWindow, lista: Path, qtbot: QtBot
) -> None:
    wizard = Wizard(plantel, qtbot, lista)
    buttons = wizard.dialog.stepper._buttons
    qtbot.keyClick(wizard.dialog, Qt.Key.Key_Return)
    assert wizard.at == "Columnas"
    assert not buttons[2].isEnabled()
    qtbot.keyClick(wizard.dialog, Qt.Key.Key_Return)
    buttons[0].click()
    assert wizard.at == "Archivo"
    buttons[2].click()
    assert wizard.at == "Revisión"
    wizard.dialog.back.click()
    assert wizard.at == "Columnas"


def test_a_plantel_open_only_to_read_says_so(
    empty_window: MainWindow, store: Store, lista: Path, qtbot: QtBot
) -> None:
    path = store.path
    assert path is not None
    store.close()
    empty_window.use(Store.open(path, read_only=True))
    wizard = Wizard(empty_window, qtbot, lista).to_review()
    assert not wizard.dialog.main.isEnabled()
    assert "solo para leer" in wizard.dialog.main.toolTip()


def test_every_step_fits_the_smallest_window(
    plantel: MainWindow, lista: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    store_people(plantel.ctx.store, tmp_path) if plantel.ctx else None
    plantel.resize(1280, 680)
    long = write_list(tmp_path, f"{'muy largo ' * 12}.csv", [HEADS, ["", *PEOPLE[0][1:]]])
    for path in (lista, long):
        wizard = Wizard(plantel, qtbot, path)
        assert wizard.dialog.height() <= 656
        for _step in range(3):
            page = wizard.dialog.pages.currentWidget()
            assert page.minimumSizeHint().width() <= wizard.dialog.pages.width(), wizard.at
            assert page.minimumSizeHint().height() <= wizard.dialog.pages.height(), wizard.at
            assert wizard.dialog.stepper.minimumSizeHint().width() <= wizard.dialog.stepper.width()
            wizard.next()
        wizard.dialog.close()
