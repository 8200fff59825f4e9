"""The print dialog: for whom and how; what it saves, notes and refuses."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.formatos import ACTA_ASIGNACION, CARNET, CARTA_TUTORADO, FORMATOS, PLAN
from app.services import sujetos
from app.store import Store
from tests.ui.conftest import Heard
from tests.ui.dialogs.conftest import Open, settle, shown, store_of, texts, type_over
from ui.dialogs.imprimir import ImprimirDialog
from ui.dialogs.imprimir.elegir import ElegirDialog
from ui.main_window import MainWindow
from ui.print_choice import PrintChoice


@pytest.mark.feature("M-68")
def test_a_grupo_is_saved_noted_and_cannot_be_undone(
    opened: Open, window: MainWindow, qtbot: QtBot, saved_as: Path, says: Heard
) -> None:
    store = store_of(window)
    undo = store.undo_label
    dialog = opened(CARTA_TUTORADO.key)
    dialog.quienes.choose("grupo")
    settle(dialog, qtbot)
    chosen = dialog.quienes.chosen
    assert chosen
    assert all(dialog.quienes.grupo.key in one.grupos for one in chosen)
    dialog.opciones.form.editor("responsable").box.click()
    settle(dialog, qtbot)
    count = len(chosen)
    words = "1 carta" if count == 1 else f"{count} cartas"
    assert dialog.main.text() == f"Imprimir {words}"
    assert dialog.note.text().startswith(f"{words} en ")
    before = store.emisiones.count(formato=CARTA_TUTORADO.key)
    dialog.save.click()
    pages = texts(saved_as)
    assert [next(n for n in dialog.names if n.split(",")[0] in p) for p in pages] == dialog.names
    assert "tutor legal" not in pages[0]
    assert store.emisiones.count(formato=CARTA_TUTORADO.key) == before + count
    assert store.undo_label == undo
    assert says.toasts[-1] == f"Se guardó «{saved_as.name}»."
    assert dialog.isVisible()
    assert dialog.cancel.text() == "Cerrar"


def test_who_lacks_a_form_is_counted_until_it_is_printed(
    opened: Open, window: MainWindow, qtbot: QtBot, saved_as: Path
) -> None:
    dialog = opened(CARTA_TUTORADO.key)
    every = len(sujetos.sujetos(store_of(window), CARTA_TUTORADO))
    assert dialog.quienes.mode == "faltan"
    assert dialog.quienes.radios["faltan"].text() == f"Solo los que faltan · {every}"
    dialog.quienes.take([dialog.quienes.found["todos"][0].id])
    settle(dialog, qtbot)
    dialog.save.click()
    assert saved_as.exists()
    assert dialog.quienes.radios["faltan"].text() == f"Solo los que faltan · {every - 1}"
    dialog.quienes.choose("faltan")
    settle(dialog, qtbot)
    dialog.save.click()
    assert dialog.main.text() == f"Imprimir {every - 1} cartas"
    dialog.quienes.choose("todos")
    assert not dialog.quienes._can("faltan")


def test_several_are_picked_one_by_one_with_the_keyboard(opened: Open, qtbot: QtBot) -> None:
    dialog = opened(PLAN.key)
    dialog.quienes.radios["mano"].click()
    asked = shown(ElegirDialog)
    assert not asked.main.isEnabled()
    wanted = dialog.quienes.found["todos"][2]
    asked.filter.insert(wanted.nombre)
    QTest.keyClick(asked.filter, Qt.Key.Key_Down)
    QTest.keyClick(asked.table.view, Qt.Key.Key_Space)
    assert wanted.id in asked.table.checked_ids()
    QTest.keyClick(asked, Qt.Key.Key_Return)
    settle(dialog, qtbot)
    assert wanted.nombre in dialog.names
    assert dialog.quienes.mode == "mano"
    assert not dialog.pane.current.refused


def test_blank_copies_are_as_many_as_asked_and_nothing_is_noted(
    opened: Open, window: MainWindow, qtbot: QtBot, saved_as: Path
) -> None:
    dialog = opened(PrintChoice(PLAN.key, named=True, blank=True))
    field = dialog.quienes.copies_field
    before = store_of(window).emisiones.count()
    type_over(field.editor.line, "0")
    assert field.is_wrong
    dialog.save.click()
    assert not saved_as.exists()
    type_over(field.editor.line, "3")
    settle(dialog, qtbot)
    assert dialog.main.text() == "Imprimir 3 planes"
    dialog.save.click()
    assert sum("Página 1 de" in page for page in texts(saved_as)) == 3
    assert store_of(window).emisiones.count() == before


def test_an_empty_plantel_prints_only_empty_forms(
    empty_window: MainWindow, store: Store, says: Heard, qtbot: QtBot
) -> None:
    empty_window.use(store)
    empty_window.go("imprimir")
    dialog = shown(ImprimirDialog)
    for formato in FORMATOS:
        dialog.show_form(formato.key)
        settle(dialog, qtbot)
        alone = formato.subject == "plantel" and formato is not ACTA_ASIGNACION
        assert dialog.quienes.is_blank is not alone
        assert dialog.quienes.radios["todos"].isEnabled() is alone
        assert dialog.main.isEnabled()


def test_nobody_chosen_says_so_and_turns_the_buttons_off(opened: Open, qtbot: QtBot) -> None:
    dialog = opened(PLAN.key)
    dialog.quienes._turn_on("mano")
    dialog.quienes.changed.emit()
    settle(dialog, qtbot)
    assert not dialog.main.isEnabled()
    assert "Elija a quiénes" in dialog.main.toolTip()
    assert dialog.pane._empty.isVisible()


def test_what_does_not_fit_is_told_and_left_out_with_one_button(
    opened: Open, window: MainWindow, qtbot: QtBot
) -> None:
    store = store_of(window)
    dialog = opened(PrintChoice(CARNET.key, named=True))
    ids = [one.id for one in dialog.quienes.found["todos"]][:3]
    with store.operation("Poner un apellido que no cabe"):
        store.alumnos.change(ids[1], apellido_materno="W" * 60)
    dialog.quienes.take(ids)
    settle(dialog, qtbot)
    assert "no cabe" in dialog.pane.strip.words.text()
    assert not dialog.main.isEnabled()
    assert dialog.pane.strip.button.text() == "Quitar 1 carnet"
    dialog.pane.strip.button.click()
    settle(dialog, qtbot)
    assert dialog.main.text() == "Imprimir 2 carnets"
    assert dialog.main.isEnabled()
    dialog.opciones.set_paper("media-carta")
    dialog.quienes.take([ids[1]])
    settle(dialog, qtbot)
    assert dialog.pane.strip.button.text() == "Usar carta"
    dialog.pane.strip.button.click()
    assert dialog.opciones.options().papel == "carta"


def test_what_comes_out_incomplete_is_said_before(
    opened: Open, window: MainWindow, qtbot: QtBot
) -> None:
    store = store_of(window)
    dialog = opened(CARTA_TUTORADO.key)
    dialog.quienes.choose("todos")
    one = dialog.quienes.chosen[0]
    case = store.tutorados.get(one.id).intervencion
    with store.operation("Sin horario"):
        store.franjas.delete_many([f.id for f in store.franjas.where(intervencion=case)])
    settle(dialog, qtbot)
    assert dialog.lacks.isVisible()
    assert "sin horario asignado" in dialog.lacks.words.text()
    assert one.nombre in dialog.lacks.second.text()
    assert dialog.main.isEnabled()
    dialog.quienes.choose("blanco")
    settle(dialog, qtbot)
    assert not dialog.lacks.isVisible()


def test_the_order_is_that_of_the_list_or_of_the_names(opened: Open, qtbot: QtBot) -> None:
    dialog = opened(CARTA_TUTORADO.key)
    dialog.quienes.choose("todos")
    settle(dialog, qtbot)
    by_grupo = dialog.names
    dialog.opciones.order.setCurrentIndex(1)
    dialog.opciones.order.activated.emit(1)
    settle(dialog, qtbot)
    assert sorted(dialog.names) == sorted(by_grupo)
    assert dialog.names != by_grupo
    dialog.quienes.take([dialog.quienes.chosen[0].id])
    assert not dialog.opciones.order.isVisible()
