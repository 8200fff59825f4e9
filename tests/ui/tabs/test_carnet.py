"""The tab Carnet de asesorías: whose carnets are printed, and on how many sheets."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from app.formatos import CARNET
from app.services import carnets
from app.store import Store
from tests.ui.conftest import Heard
from ui import paper, state
from ui.dialogs.imprimir import ImprimirDialog
from ui.main_window import MainWindow
from ui.tabs.carnet.print_page import PrintPage


@pytest.fixture
def tab(window: MainWindow, demo: Store, qtbot: QtBot) -> Iterator[PrintPage]:
    with demo.operation("Olvidar lo impreso"):
        demo.emisiones.delete_many([one.id for one in demo.emisiones.all()])
    page = window.show_tab("carnet").printing
    settle(page, qtbot)
    yield page
    page.page.show_run(None, [])


def settle(tab: PrintPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not tab._timer.isActive() and tab.page._job is None, timeout=10_000)


def waiting(store: Store) -> list[int]:
    rows = carnets.carnets(store)
    return [row.alumno for row in rows if row.con_tutor and row.estado != "impreso"]


@pytest.mark.feature("M-76")
def test_at_first_whoever_has_an_alumno_tutor_and_no_carnet_is_checked(tab: PrintPage) -> None:
    owed = waiting(tab.ctx.store)
    assert tab.table.checked_ids() == owed
    assert 0 < len(owed) < tab.table.model.total
    assert tab.table.chosen_ids() == owed[:1]


def test_without_alumnos_tutores_nobody_is_checked_and_the_chosen_row_is_seen(
    empty_window: MainWindow, demo: Store, says: Heard, qtbot: QtBot
) -> None:
    with demo.operation("Quitar las asesorías"):
        demo.intervenciones.delete_many([one.id for one in demo.intervenciones.all()])
    empty_window.use(demo)
    tab = empty_window.show_tab("carnet").printing
    settle(tab, qtbot)
    assert tab.table.checked_ids() == []
    assert tab.print_button.text() == "Imprimir 1 carnet"
    assert tab._shown == tab.table.chosen_ids()
    second = tab.table.model.row_at(1).alumno
    tab.table.choose(second)
    settle(tab, qtbot)
    assert tab._shown == [second]


def test_a_check_is_stronger_than_the_chosen_row(tab: PrintPage, qtbot: QtBot) -> None:
    ids = [row.alumno for row in tab.table.model.rows()]
    tab.table.set_checked([])
    tab.table.choose(ids[1])
    settle(tab, qtbot)
    assert tab._shown == [ids[1]]
    tab.table.set_checked([ids[0], ids[2]])
    settle(tab, qtbot)
    assert tab._shown == [ids[0], ids[2]]
    assert tab.print_button.text() == "Imprimir 2 carnets"


def test_the_count_says_the_sheets_of_paper(tab: PrintPage, qtbot: QtBot) -> None:
    tab.table.set_checked([tab.table.model.row_at(0).alumno])
    settle(tab, qtbot)
    assert tab.page.current is not None
    sheets = len(tab.page.current.pages) // 2
    assert tab.count.text() == (
        f"1 carnet en {sheets} {'hoja' if sheets == 1 else 'hojas'} por los dos lados, carta"
    )


def make_too_long(tab: PrintPage, alumno: int) -> None:
    with tab.ctx.store.operation("Poner un apellido que no cabe"):
        tab.ctx.store.alumnos.change(alumno, apellido_materno="W" * 60)


def test_the_carnets_that_do_not_fit_are_left_out_with_one_button(
    tab: PrintPage, qtbot: QtBot
) -> None:
    ids = [row.alumno for row in tab.table.model.rows()][:3]
    make_too_long(tab, ids[1])
    tab.table.set_checked(ids)
    settle(tab, qtbot)
    assert tab.page.strip.isVisible()
    assert "no cabe en «Apellido materno»" in tab.page.strip.words.text()
    assert not tab.print_button.isEnabled()
    assert not tab.save_button.isEnabled()
    assert tab.page.strip.button.text() == "Quitar 1 carnet"
    tab.page.strip.button.click()
    settle(tab, qtbot)
    assert tab.table.checked_ids() == [ids[0], ids[2]]
    assert not tab.page.strip.isVisible()
    assert tab.print_button.isEnabled()


def test_when_nothing_fits_the_button_goes_to_carta_and_then_to_the_alumno(
    tab: PrintPage, qtbot: QtBot, window: MainWindow
) -> None:
    alumno = tab.table.model.row_at(0).alumno
    make_too_long(tab, alumno)
    tab.presentation.papers["media-carta"].setChecked(True)
    tab.table.set_checked([alumno])
    settle(tab, qtbot)
    assert tab.page.strip.button.text() == "Usar carta"
    tab.page.strip.button.click()
    settle(tab, qtbot)
    assert tab.page.strip.button.text() == "Ver sus datos"
    tab.page.strip.button.click()
    assert window.tabs.key == "tutorados"
    assert window.pages["tutorados"].table.chosen_ids() == [alumno]


def test_what_is_printed_is_what_is_checked_at_that_moment(
    tab: PrintPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed: list[int] = []

    def note(*_: object) -> None:
        assert tab.page.current is not None
        printed.append(len(tab.page.current.tirada.datos))

    monkeypatch.setattr(tab.page, "print_now", note)
    ids = [row.alumno for row in tab.table.model.rows()]
    tab.table.set_checked(ids[:5])
    tab.print_button.click()
    tab.table.set_checked(ids[:2])
    tab.print_button.click()
    settle(tab, qtbot)
    assert printed == [2]


@pytest.mark.parametrize(
    ("kind", "mode"),
    [
        ("carta", QPrinter.DuplexMode.DuplexLongSide),
        ("media-carta", QPrinter.DuplexMode.DuplexShortSide),
        ("cuadernillo", QPrinter.DuplexMode.DuplexShortSide),
    ],
)
def test_every_carnet_asks_the_printer_for_both_sides_of_the_sheet(
    tab: PrintPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch,
    kind: str, mode: QPrinter.DuplexMode,
) -> None:  # fmt: skip
    modes: list[QPrinter.DuplexMode] = []
    monkeypatch.setattr(QPrinter, "setDuplex", lambda _printer, mode: modes.append(mode))
    tab.presentation.papers[kind].setChecked(True)
    settle(tab, qtbot)
    tab.print_button.click()
    (asked,) = [one for one in QApplication.topLevelWidgets() if isinstance(one, QPrintDialog)]
    asked.reject()
    assert modes == [mode]


def test_a_pdf_is_offered_in_the_last_folder_while_it_exists(
    tab: PrintPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered: list[str] = []

    def choose(_parent: object, _title: str, path: str, _kinds: str) -> tuple[str, str]:
        offered.append(path)
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    monkeypatch.setattr(state, "documents_folder", lambda: tmp_path)
    usb = tmp_path / "usb"
    usb.mkdir()
    state.remember("papel/carpeta", str(usb))
    paper.ask_pdf_path(tab, "Carnet de Ana: 3.º B")
    usb.rmdir()
    paper.ask_pdf_path(tab, "Carnets")
    assert offered == [str(usb / "Carnet de Ana- 3.º B.pdf"), str(tmp_path / "Carnets.pdf")]


def test_empty_carnets_are_printed_in_the_print_dialog(tab: PrintPage, qtbot: QtBot) -> None:
    tab._print_blank()
    (asked,) = [one for one in QApplication.topLevelWidgets() if isinstance(one, ImprimirDialog)]
    qtbot.waitUntil(lambda: asked.pane.current is not None, timeout=10_000)
    assert asked.formato is CARNET
    assert asked.quienes.is_blank
    asked.reject()
