"""Asignación del periodo: calculate, look at, accept, undo, cancel."""

from threading import Event

import pytest
from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.horario import Tramo
from app.services import disponibilidad
from app.store import Store
from tests.services.propuestas import free, paired_plantel
from tests.ui.conftest import Heard
from tests.ui.propuesta.conftest import (
    FRIDAY,
    Calculated,
    opened,
    paired,
    settled,
    show_list,
    words,
)
from ui import jobs, messages
from ui.dialogs.candidatos import CandidatosDialog
from ui.dialogs.objetivos import ObjetivosDialog
from ui.main_window import MainWindow
from ui.tabs.tutorados.propuesta import PropuestaPage
from ui.widgets.progress_card import FloatingProgress


@pytest.mark.feature("U-15", "U-52", "U-62", "M-81", "U-18")
def test_calculate_look_and_accept_all(
    calculated: Calculated, store: Store, says: Heard, qtbot: QtBot
) -> None:
    page = calculated()
    assert words(page) == [
        ("Diego Núñez", "Valeria Muñoz", "Propuesta"),
        ("Ximena Ordóñez", "Valeria Muñoz", "Propuesta"),
    ]
    figures = [figure.value.text() for figure in page.figures.figures]
    assert (figures[0], figures[4]) == ("2 de 3", "Óptimo")
    assert page.lists.segments.button("fuera").text() == "Sin tutor · 1"
    assert page.lists.tables["pares"].foot_note.text() == "2 nuevos"
    shown = [line.words.text() for line in page.pane.facts if not line.isHidden()]
    assert shown[0] == "Valeria Muñoz domina Física II (9.6)"
    assert page.bar.main.text() == "Aceptar 2 pares"
    assert not page.bar.acta.isEnabled()
    page.bar.main.click()
    settled(page, qtbot)
    assert store.intervenciones.count() == 2
    assert says.toasts[-1] == "Se aceptaron 2 pares."
    assert words(page) == []
    assert page.bar.acta.isEnabled()
    assert says.press is not None
    says.press()
    assert store.intervenciones.count() == 0
    assert len(words(page)) == 2  # what was calculated for these data comes back with them
    assert page.stale.isHidden()


@pytest.mark.feature("U-62", "U-75")
def test_some_are_accepted_and_the_acta_is_printed(
    calculated: Calculated, store: Store, qtbot: QtBot
) -> None:
    page = calculated()
    free(store, paired(store), "Nora", FRIDAY)
    assert not page.stale.isHidden()
    page.stale.button.click()
    settled(page, qtbot)
    view = page.lists.table.view
    qtbot.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert page.pane.nothing.title.text() == "2 pares elegidos"
    assert page.bar.main.text() == "Aceptar 2 pares"
    page.lists.table.choose(page.lists.pares[1].key)
    page.pair_actions["Aceptar este par"].trigger()
    settled(page, qtbot)
    assert store.intervenciones.count() == 1
    assert words(page) == [("Diego Núñez", "Valeria Muñoz", "Propuesta")]
    with qtbot.waitSignal(page.ctx.asked) as asked:
        page.bar.acta.click()
    assert asked.args == ["imprimir", "acta-asignacion"]


@pytest.mark.feature("U-52")
def test_the_goals_are_told_in_order(calculated: Calculated) -> None:
    page = calculated()
    page.figures.link.click()
    dialog = page.window().findChildren(ObjetivosDialog)[-1]
    model = dialog.table.model
    said = [[c.show(model.row_at(i)) for c in model.columns] for i in range(model.rowCount())]
    assert said[0] == ["1", "Necesidades cubiertas", "2", "2", "Comprobado"]
    assert len(said) == 8


@pytest.mark.feature("U-52", "M-73")
def test_pairs_that_do_not_hold_are_paired_again_and_the_others_stay(
    calculated: Calculated, store: Store, qtbot: QtBot
) -> None:
    page = calculated()
    page.bar.main.click()
    settled(page, qtbot)
    assert page.figures.figures[2].value.text() == "2"
    page.bar.setup.click()
    assert not page.start.include.isEnabled()
    moved = store.franjas.where(dia=2)[0].intervencion
    who = store.tutorados.where(intervencion=moved)[0].alumno or 0
    disponibilidad.paint(store, [who], [Tramo(2, 660, 720)], "clase")
    assert page.start.include.isEnabled()
    page.start.include.click()
    page.start.go.click()
    settled(page, qtbot)
    assert [state for *_, state in words(page)] == ["Cambia"]
    assert page.lists.tables["pares"].foot_note.text() == "1 cambia · 1 sigue"
    page.bar.main.click()
    settled(page, qtbot)
    assert store.intervenciones.count() == 2
    assert store.franjas.count(dia=2, intervencion=moved) == 0


def test_cancelling_says_what_was_kept(page: PropuestaPage, says: Heard, qtbot: QtBot) -> None:
    pool, gate = QThreadPool.globalInstance(), Event()
    threads = pool.maxThreadCount()
    pool.setMaxThreadCount(1)
    try:
        jobs.run(lambda _tick: gate.wait(20), page.ctx, lambda _done: None)
        page.start.go.click()
        assert page.calculo.is_running
        assert not page.start.go.isEnabled()
        window = page.window()
        qtbot.waitUntil(lambda: window.findChild(FloatingProgress) is not None)
        window.findChild(FloatingProgress).button.click()
        gate.set()
        qtbot.waitUntil(lambda: not page.calculo.is_running)
    finally:
        pool.setMaxThreadCount(threads)
    assert says.toasts[-1] == "Se canceló el cálculo."
    assert page.calculo.propuesta is None
    assert page.start.isVisible()
    assert page.start.go.isEnabled()


def test_without_needs_or_without_tutors_the_next_step_is_offered(
    empty_window: MainWindow, store: Store, says: Heard, qtbot: QtBot
) -> None:
    empty_window.use(store)
    messages.use(says)
    page = opened(empty_window)
    assert page.start.no_needs.isVisible()
    paired_plantel(store)
    with store.operation("Nadie es alumno tutor"):
        store.perfiles_tutor.delete_many([one.id for one in store.perfiles_tutor.all()])
    QApplication.processEvents()
    assert page.start.no_guides.isVisible()
    page.ctx.show("candidatos")
    assert empty_window.findChildren(CandidatosDialog)[-1].isVisible()


def test_with_the_made_up_plantel_everything_fits(
    window: MainWindow, demo: Store, qtbot: QtBot
) -> None:
    page = opened(window)
    page.start.go.click()
    settled(page, qtbot)
    assert page.minimumSizeHint().width() <= 1240
    for key in ("pares", "fuera", "demanda", "fijar", "prohibir"):
        show_list(page, key)
        settled(page, qtbot)
        assert page.lists.table.isVisible()
        page.grab()
    show_list(page, "pares")
    page.pane.tabs.set_key("semana")
    assert page.pane.week.name.text() == page.lists.pares[0].pareja.guia.nombre
    page.lists.filter.setText("nadie se llama así")
    assert page.lists.table.model.rowCount() == 0
    page.lists.table.filters_cleared.emit()
    assert page.lists.table.model.rowCount() == len(page.lists.pares)
