"""The print dialog from the pages, the search and the keys; every form in it."""

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from app.formatos import CARNET, CARTA_TUTORADO, FORMATOS, PLAN
from app.formatos.formato import Formato
from app.services import printing, textos
from tests.ui.dialogs.conftest import Open, settle, shown, store_of, texts
from ui import state
from ui.dialogs.configuracion import ConfiguracionDialog
from ui.dialogs.imprimir import ImprimirDialog
from ui.main_window import MainWindow
from ui.print_choice import PrintChoice


@pytest.mark.parametrize("tab", ["tutorados", "alumnos_tutores", "planes", "carnet", "seguimiento"])
def test_the_printer_of_the_bar_prints_what_the_page_has_chosen(
    window: MainWindow, opened: Open, tab: str, qtbot: QtBot
) -> None:
    page = window.show_tab(tab)
    if tab == "seguimiento":
        page.show_record(next(row.id for row in page.rows if row.it.estado == "dada"))
    QTest.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    dialog = shown(ImprimirDialog)
    settle(dialog, qtbot)
    assert dialog.choice == page.print_choice()
    assert dialog.choice.chosen
    dialog.reject()
    window.bar.print.click()
    shown(ImprimirDialog).reject()


@pytest.mark.parametrize("tab", ["tutorados", "alumnos_tutores"])
def test_the_menu_of_the_toolbar_prints_for_those_chosen(
    window: MainWindow, qtbot: QtBot, tab: str
) -> None:
    page = window.show_tab(tab)
    bar = page.bar if tab == "tutorados" else page.toolbar
    action = next(one for one in bar.menu.actions() if one.text() == "Imprimir…")
    page.table.view.choose([])
    assert not action.isEnabled()
    page.table.choose_first()
    action.trigger()
    dialog = shown(ImprimirDialog)
    settle(dialog, qtbot)
    assert dialog.choice.chosen == tuple(page.table.chosen_ids())


def test_a_plan_knows_its_people_and_an_alumno_tutor_those_attended(
    window: MainWindow, opened: Open, qtbot: QtBot
) -> None:
    store = store_of(window)
    case = next(i for i in store.intervenciones.all() if i.estado == "en_marcha")
    rows = {row.id for row in store.tutorados.where(intervencion=case.id)}
    for kind, id in (("intervencion", case.id), ("alumno_tutor", case.alumno_tutor)):
        dialog = opened(PrintChoice(CARTA_TUTORADO.key, kind, (id or 0,), named=True))
        assert dialog.quienes.mode == "elegidos"
        found = {one.id for one in dialog.quienes.chosen}
        assert rows <= found if kind == "alumno_tutor" else rows == found
        dialog.show_form(PLAN.key)
        settle(dialog, qtbot)
        assert case.id in {one.id for one in dialog.quienes.chosen}
        dialog.reject()


def test_the_form_used_last_comes_again_and_one_named_wins(
    opened: Open, window: MainWindow, qtbot: QtBot
) -> None:
    window.show_tab("tutorados")
    dialog = opened()
    dialog.show_form(PLAN.key)
    dialog.reject()
    assert opened().formato is PLAN
    shown(ImprimirDialog).reject()
    state.remember("imprimir/formato_alumno", "uno-que-ya-no-existe")
    assert opened().formato is CARTA_TUTORADO
    shown(ImprimirDialog).reject()
    assert opened(CARNET.key).formato is CARNET


def test_the_text_of_a_form_is_changed_from_the_dialog_and_seen_at_once(
    opened: Open, window: MainWindow, qtbot: QtBot, saved_as: Path
) -> None:
    dialog = opened(CARTA_TUTORADO.key)
    dialog.opciones.text.click()
    asked = shown(ConfiguracionDialog)
    assert asked.index.key == "textos"
    textos.change_text(store_of(window), "carta_tutorado", "Me comprometo, {nombre}.")
    asked.sections["textos"].see.click()
    assert dialog.isVisible()
    settle(dialog, qtbot)
    dialog.save.click()
    assert "Me comprometo" in texts(saved_as)[0]
    dialog.show_form(PLAN.key)
    assert not dialog.opciones.text.isVisible()


def test_search_offers_every_form_by_its_title(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.search.focus()
    window.bar.search.setText("imprimir carta compromiso del alumno tutorado")
    window.bar.search.textEdited.emit("x")
    qtbot.waitUntil(window.search.isVisible)
    hits = [hit for hit in window.search._hits if hit.group == "Acciones"]
    assert hits[0].title == "Imprimir carta compromiso del alumno tutorado…"
    hits[0].run()
    dialog = shown(ImprimirDialog)
    settle(dialog, qtbot)
    assert dialog.formato is CARTA_TUTORADO


@pytest.mark.parametrize("formato", FORMATOS, ids=lambda one: one.key)
def test_every_form_opens_with_its_options_and_fits_in_the_smallest_window(
    window: MainWindow, opened: Open, qtbot: QtBot, formato: Formato
) -> None:
    window.setWindowState(Qt.WindowState.WindowNoState)
    window.resize(1280, 680)
    dialog = opened(formato.key)
    assert dialog.list.index.entry(formato.key).visibleRegion().boundingRect().height() > 20
    assert set(dialog.opciones.form.fields) == set(formato.opciones())
    assert (dialog.opciones.papers is not None) is (len(formato.papers) > 1)
    dialog.quienes.choose("blanco")
    settle(dialog, qtbot)
    assert dialog.pane.current.pdf.startswith(b"%PDF")
    assert dialog.width() <= 1280 - 24
    assert dialog.height() <= 680 - 24
    for area in dialog.findChildren(QScrollArea):
        inside = area.widget()
        if inside is not None and area.isVisible():
            assert inside.minimumSizeHint().width() <= area.viewport().width(), area
    for widget in dialog.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() == Qt.FocusPolicy.StrongFocus:
            assert widget.accessibleName() or getattr(widget, "text", str)(), widget


def test_the_list_of_forms_is_searched_and_walked_with_the_keys(opened: Open, qtbot: QtBot) -> None:
    dialog = opened(CARNET.key)
    dialog.list.filter.setText("compromiso tutorado")
    shown_keys = dialog.list.index.shown()
    assert CARTA_TUTORADO.key in shown_keys
    assert CARNET.key not in shown_keys
    QTest.keyClick(dialog.list.filter, Qt.Key.Key_Down)
    assert dialog.formato.key == shown_keys[0]
    dialog.list.filter.setText("zzz")
    assert not dialog.list.nothing.isHidden()
    dialog.list.filter.clear()
    dialog.list.focus_open()
    before = dialog.formato.key
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Down)
    assert dialog.formato.key != before
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_dialog_closed_while_it_draws_leaves_nothing_behind(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.places.go("imprimir", CARNET.key)
    dialog = shown(ImprimirDialog)
    dialog.quienes.choose("todos")
    dialog._draw()
    dialog.reject()
    qtbot.wait(300)
    assert not [w for w in QApplication.topLevelWidgets() if isinstance(w, ImprimirDialog)]


def test_hundreds_of_papers_are_drawn_off_the_thread_of_the_window(
    opened: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = opened(CARNET.key)
    threads: list[int] = []
    draw = printing.Tirada.pdf

    def drawing(run: printing.Tirada, *rest: object) -> bytes:
        threads.append(threading.get_ident())
        return draw(run, *rest)

    monkeypatch.setattr(printing.Tirada, "pdf", drawing)
    dialog.quienes.choose("todos")
    settle(dialog, qtbot)
    assert threads
    assert threading.get_ident() not in threads
