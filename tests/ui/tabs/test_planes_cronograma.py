"""Planes in time: weeks, hours and clashes, adjustments, what is missing or has stopped."""

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication

from app import domain
from app.domain.horario import DIAS_DE_CLASE
from app.services import cronograma, franjas, planes
from app.store import Store
from tests.ui.conftest import Heard
from ui.dialogs.cambiar_alumnos import ReasonDialog
from ui.main_window import MainWindow
from ui.tabs.planes import PlanesTab
from ui.tabs.planes.listing import Renglon
from ui.tabs.planes.week_cells import words_of


@pytest.fixture
def tab(window: MainWindow) -> PlanesTab:
    page = window.show_tab("planes")
    QApplication.processEvents()
    return page


def store_of(tab: PlanesTab) -> Store:
    return tab.ctx.store


def one_of(tab: PlanesTab, *states: str) -> Renglon:
    """A line in one of the states, chosen in the list."""
    row = next(row for row in tab.rows if row.fila.estado in states)
    tab.show_record(row.intervencion)
    return row


def say_why(words: str) -> None:
    """Answers the dialog that asks the reason of a change of hours."""
    QApplication.processEvents()
    asked = [w for w in QApplication.topLevelWidgets() if isinstance(w, ReasonDialog)]
    asked = [w for w in asked if w.isVisible()]
    asked[-1].reason.setText(words)
    asked[-1].accept()


@pytest.mark.feature("M-69", "M-62")
def test_the_weeks_are_told_in_words(tab: PlanesTab) -> None:
    row = one_of(tab, "en_marcha")
    cells = tab.detail.plan.weeks
    weeks = cronograma.cronograma(store_of(tab), row.intervencion)
    assert len(cells.weeks) == len(weeks)
    assert "esta semana" in cells.accessibleDescription()
    held = next(week for week in weeks if week.dadas)
    assert "asesoría" in words_of(held)
    event = QHelpEvent(QEvent.Type.ToolTip, QPoint(4, 30), QPoint(4, 30))
    assert cells.event(event)


@pytest.mark.feature("M-69", "U-16")
def test_a_clash_of_hours_is_said_beside_the_hour(tab: PlanesTab) -> None:
    store = store_of(tab)
    row = next(
        r for r in tab.rows
        if r.fila.abierta and r.fila.alumno_tutor
        and len([o for o in tab.rows if o.fila.alumno_tutor == r.fila.alumno_tutor
                 and o.fila.abierta and o.intervencion != r.intervencion
                 and store.franjas.count(intervencion=o.intervencion)])
        and store.franjas.count(intervencion=r.intervencion)
    )  # fmt: skip
    other = next(
        o for o in tab.rows
        if o.fila.alumno_tutor == row.fila.alumno_tutor and o.fila.abierta
        and o.intervencion != row.intervencion
        and store.franjas.count(intervencion=o.intervencion)
    )  # fmt: skip
    tab.show_record(row.intervencion)
    tab.detail.pages.set_key("cronograma")
    taken = franjas.franjas(store, other.intervencion)[0]
    mine = franjas.franjas(store, row.intervencion)[0]
    with store.operation("Mismo día"):
        store.franjas.change(mine.id, dia=taken.dia, inicio=0, fin=taken.fin - taken.inicio)
    hours = tab.detail.cronograma.hours
    place = [f.id for f in franjas.franjas(store, row.intervencion)].index(mine.id)
    editor = hours.editor(place, "fin")
    editor.line.setText("23:00")
    editor.left.emit()
    assert "ya tiene" in hours.problem(place)
    assert store.franjas.get(mine.id).fin == taken.fin - taken.inicio


@pytest.mark.feature("M-82", "U-12")
def test_hours_are_offered_changed_and_removed(tab: PlanesTab, says: Heard) -> None:
    store = store_of(tab)
    tab.detail.pages.set_key("cronograma")
    page = tab.detail.cronograma
    for row in tab.rows:
        if row.fila.estado in ("en_marcha", "ajustada"):
            tab.show_record(row.intervencion)
            if page._slots:
                break
    slot = page._slots[0]
    assert DIAS_DE_CLASE[slot.dia] in page.offers[0].text()
    count = store.franjas.count(intervencion=row.intervencion)
    page.offers[0].click()
    assert store.franjas.count(intervencion=row.intervencion) == count
    say_why("Entrena los martes")
    assert store.franjas.count(intervencion=row.intervencion) == count + 1
    noted = planes.ajustes(store, row.intervencion)[0]
    assert (noted.tipo, noted.motivo) == ("horario", "Entrena los martes")
    added = next(f for f in franjas.franjas(store, row.intervencion) if franjas.tramo_of(f) == slot)
    page.hours.verbs.save(added.id, "lugar", "Biblioteca")
    assert store.franjas.get(added.id).lugar == "Biblioteca"
    page.hours.verbs.remove(added.id)
    say_why("Ya no hace falta")
    assert says.toasts[-1] == "Se cambió el horario; el motivo quedó en los ajustes."
    assert store.franjas.count(intervencion=row.intervencion) == count
    page._take(99)


@pytest.mark.feature("M-73", "M-72")
def test_adjustments_are_corrected_in_place(tab: PlanesTab, says: Heard) -> None:
    row = one_of(tab, "en_marcha", "ajustada")
    planes.add_ajuste(store_of(tab), row.intervencion, {"motivo": "Cambió de turno"})
    tab.detail.pages.set_key("ajustes")
    assert "(" in tab.detail.pages.tabs.tabText(3)
    rows = tab.detail.ajustes.rows
    editor = rows.editor(0, "motivo")
    assert editor.line.text() == "Cambió de turno"
    editor.line.setText("")
    editor.left.emit()
    assert "obligatorio" in rows.problem(0)
    editor.line.setText("Cambió de grupo")
    editor.left.emit()
    ajuste = planes.ajustes(store_of(tab), row.intervencion)[0]
    assert ajuste.motivo == "Cambió de grupo"
    rows.verbs.remove(ajuste.id)
    assert says.toasts[-1] == "Se quitó de los ajustes."


@pytest.mark.feature("M-62", "M-63")
def test_the_strip_says_what_is_missing_or_stopped(tab: PlanesTab) -> None:
    row = next(r for r in tab.rows if r.vence is not None and r.fila.plan is None)
    tab.show_record(row.intervencion)
    assert tab.detail.strip.words.text().startswith("Al plan le falta: la dificultad")
    running = one_of(tab, "en_marcha")
    store = store_of(tab)
    with store.operation("Sin sesiones"):
        store.sesiones.delete_many(
            [s.id for s in store.sesiones.where(intervencion=running.intervencion)]
        )
    tab.show_record(running.intervencion)
    assert tab.detail.strip.words.text().startswith("Sin asesorías desde que se asignó")
    tab.detail._on_strip()
    assert store.sesiones.count(intervencion=running.intervencion)
    with store.operation("Sin tutor"):
        store.intervenciones.change(running.intervencion, alumno_tutor=None)
    tab.show_record(running.intervencion)
    assert tab.detail.strip.words.text() == "Se quedó sin alumno tutor"


def test_unrecorded_sessions_lead_to_their_list(tab: PlanesTab) -> None:
    row = next((r for r in tab.rows if r.fila.sin_registro and not r.vence), None)
    if row is None:
        row = one_of(tab, "en_marcha")
        with store_of(tab).operation("Pasada"):
            store_of(tab).sesiones.add(
                domain.Sesion(intervencion=row.intervencion, fecha=row.fila.asignada)
            )
    tab.show_record(row.intervencion)
    assert "sin registro" in tab.detail.strip.words.text()
    tab.detail.strip.pressed.emit()
    assert tab.detail.pages.key == "sesiones"
