"""The main window: welcome, tabs, bar, undo from anywhere, search, places."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app import domain
from app.services import carnets
from app.store import Store
from tests.ui.conftest import Heard
from ui.main_window import MainWindow
from ui.tabs import TABS


def test_every_tab_opens_with_data_and_fits_the_smallest_screen(window: MainWindow) -> None:
    for spec in TABS:
        page = window.show_tab(spec.key)
        QApplication.processEvents()
        assert page.isVisible()
        least = page.minimumSizeHint()
        assert least.width() <= 1280, spec.key
        assert least.height() <= 680 - window.bar.height() - 37, spec.key


def test_without_a_file_there_is_the_welcome_and_nothing_to_work_with(
    empty_window: MainWindow,
) -> None:
    window = empty_window
    assert window.stack.currentWidget() is window.welcome
    assert not window.bar.search.isEnabled()
    window.undo()
    window.redo()


def test_undo_from_the_bar_says_what_it_would_take_back(window: MainWindow) -> None:
    assert window.ctx is not None
    store = window.ctx.store
    alumno = store.alumnos.all()[0]
    with store.operation("Cambiar correo de Ana"):
        store.alumnos.change(alumno.id, correo="ana@escuela.mx")
    assert window.bar.undo.toolTip() == "Deshacer: Cambiar correo de Ana (Ctrl+Z)"
    window.bar.undo.click()
    assert store.alumnos.get(alumno.id).correo == alumno.correo
    assert window.bar.redo.toolTip() == "Rehacer: Cambiar correo de Ana (Ctrl+Y)"


def test_a_hidden_tab_reads_again_only_when_it_is_shown(window: MainWindow) -> None:
    assert window.ctx is not None
    store = window.ctx.store
    page = window.show_tab("carnet").printing
    window.show_tab("inicio")
    before = page.table.model.total
    ids = [row.alumno for row in carnets.carnets(store)]
    with store.operation("Borrar", deletes=True):
        store.alumnos.delete(ids[0])
    assert page.table.model.total == before
    window.show_tab("carnet")
    assert page.table.model.total == before - 1


@pytest.mark.feature("M-76", "M-86")
def test_the_carnet_tab_draws_the_real_pages(window: MainWindow, qtbot: QtBot) -> None:
    page = window.show_tab("carnet").printing
    page.table.set_checked([row.alumno for row in page.table.model.rows()][:8])
    qtbot.waitUntil(lambda: page.page.current is not None, timeout=10_000)
    assert page.page.current.pdf.startswith(b"%PDF-")
    count = len(page.table.checked_ids())
    assert page.print_button.text() == f"Imprimir {count} carnets"
    page.presentation.papers["media-carta"].setChecked(True)
    qtbot.waitUntil(
        lambda: page.page.current.tirada.opciones.papel == "media-carta", timeout=10_000
    )
    assert len(page.page.current.pages) >= count // 2


def test_carnets_saved_to_a_file_are_noted_as_printed(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    page = window.show_tab("carnet").printing
    page.table.set_checked([row.alumno for row in page.table.model.rows()][:8])
    qtbot.waitUntil(lambda: page.page.current is not None, timeout=10_000)
    target = tmp_path / "carnets ñ.pdf"
    chosen = page.table.checked_ids()
    page.page.save_to(target)
    assert target.read_bytes().startswith(b"%PDF-")
    assert window.ctx is not None
    states = carnets.carnet_states(window.ctx.store, chosen)
    assert set(states.values()) == {"impreso"}


def test_search_finds_people_without_accents_and_opens_them(
    window: MainWindow, qtbot: QtBot
) -> None:
    assert window.ctx is not None
    store = window.ctx.store
    with store.operation("Alta"):
        grupo = store.grupos.all()[0]
        store.alumnos.add(
            domain.Alumno(matricula="99", nombres="Ñandú", apellido_paterno="Núñez", grupo=grupo.id)
        )
    window.search.focus()
    window.bar.search.setText("nunez nandu")
    window.bar.search.textEdited.emit("nunez nandu")
    qtbot.waitUntil(window.search.isVisible)
    assert window.search._hits[0].title == "Núñez, Ñandú"
    qtbot.keyClick(window.bar.search, Qt.Key.Key_Return)
    assert window.tabs.currentIndex() == [spec.key for spec in TABS].index("tutorados")


def test_search_takes_anything(window: MainWindow) -> None:
    for words in ("%", "_", "'", '"', "\\", "a'b\"c;--", "(((", "EP-", "ñ" * 300, "\t"):
        window.bar.search.setText(words)
        window.search._find()


@pytest.mark.parametrize("key", ["Ctrl+1", "Ctrl+5"])
def test_tabs_have_numbers(window: MainWindow, key: str) -> None:
    shortcut = next(s for s in window.findChildren(QShortcut) if s.key() == QKeySequence(key))
    shortcut.activated.emit()
    assert window.current_page() is window.pages[TABS[int(key[-1]) - 1].key]


def test_opening_a_broken_file_says_so_and_keeps_the_one_open(
    window: MainWindow, says: Heard, tmp_path: Path
) -> None:
    broken = tmp_path / "rota.entrepares"
    broken.write_text("no soy una base")
    assert not window.open_path(broken)
    assert says.problems
    assert window.ctx is not None


def test_opening_another_file_closes_the_first(
    window: MainWindow, demo_path: Path, tmp_path: Path
) -> None:
    other = Path(shutil.copy(demo_path, tmp_path / "otro.entrepares"))
    assert window.ctx is not None
    first = window.ctx.store
    assert window.open_path(other)
    assert window.ctx is not None
    assert window.ctx.store.path == other
    assert first.path is not None
    Store.open(first.path).close()
    window.close()


def test_every_icon_button_of_the_bar_has_a_name(window: MainWindow) -> None:
    bar = window.bar
    for button in (bar.undo, bar.redo, bar.print, bar.help, bar.menu, bar.plantel):
        assert button.accessibleName()
        assert button.toolTip()


def test_the_demo_plantel_is_one_click_away(empty_window: MainWindow) -> None:
    empty_window.places.go("demo")
    assert empty_window.ctx is not None
    assert empty_window.ctx.store.alumnos.count() == 240
    empty_window.places.go("demo")
    assert empty_window.ctx.store.alumnos.count() == 240


@pytest.mark.parametrize("key", ["alumnos_tutores", "tutorados", "carnet", "planes"])
def test_whose_row_it_is_can_be_read_in_the_smallest_window(window: MainWindow, key: str) -> None:
    page = window.show_tab(key)
    page = page.printing if key == "carnet" else page
    QApplication.processEvents()
    name = page.table.view.columnWidth(0)
    assert name >= 0.5 * sum(
        page.table.view.columnWidth(i) for i in range(1, 3)
    )  # the name is never squeezed by what is told of it
