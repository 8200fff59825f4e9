"""One session of Seguimiento: attendance, what happened, its state, one after another."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.services import sesiones
from tests.ui.conftest import Heard
from tests.ui.seguimiento.steps import TODAY, dialog, late, store_of
from ui.dialogs.sesion import CancelarSesionDialog, MoverSesionDialog, NuevaSesionDialog
from ui.tabs.seguimiento import SeguimientoTab


@pytest.mark.feature("U-31", "S-37", "M-58")
def test_attendance_with_one_key_for_each_person(tab: SeguimientoTab, qtbot: QtBot) -> None:
    store = store_of(tab)
    row = next(r for r in tab.rows if r.it.estado == "dada" and len(r.tutorados) > 1)
    tab.show_record(row.id)
    people = tab.detail.session.attendance.rows
    shown = [one for one in people if not one.isHidden()]
    assert len(shown) == len(row.tutorados) + 1
    shown[0].take_focus()
    for key in (Qt.Key.Key_A, Qt.Key.Key_T, Qt.Key.Key_F):
        qtbot.keyClick(QApplication.focusWidget(), key)
    marks = {m.alumno: m.estado for m in store.asistencias.where(sesion=row.id)}
    assert [marks[one.alumno] for one in shown] == ["asistio", "tarde", "falto"]
    assert tab.detail.session.counted.text() == "1 tarde, 1 faltó"
    tab.detail.session._everybody()
    assert {m.estado for m in store.asistencias.where(sesion=row.id)} == {"asistio"}
    assert store.undo_label == "Todos asistieron"


@pytest.mark.feature("S-38", "S-44", "U-92")
def test_what_happened_is_stored_as_each_datum_is_left(tab: SeguimientoTab) -> None:
    store = store_of(tab)
    row = next(r for r in tab.rows if r.it.estado == "dada" and len(r.tutorados) == 1)
    last = sesiones.before(store, row.it)
    assert last is not None
    with store.operation("Pedir algo"):
        store.sesiones.change(last.id, recomendaciones="Traer la tabla periódica.")
    tab.show_record(row.id)
    page = tab.detail.session
    page.rest.editor("tema").line.setText("Reactivo limitante")
    page.rest.editor("tema").left.emit()
    page.rest.editor("recomendaciones").lines.setPlainText("Tres ejercicios.")
    page.rest.editor("recomendaciones").left.emit()
    page.first.editor("minutos").line.setText("47")
    page.first.editor("minutos").left.emit()
    page.first.editor("actividad").combo.set_key("evaluacion")
    page.first.editor("actividad").left.emit()
    assert page.asked.text() == "Traer la tabla periódica."
    page.fulfilled.button("parte").click()
    after = store.sesiones.get(row.id)
    assert (after.tema, after.minutos, after.actividad) == ("Reactivo limitante", 47, "evaluacion")
    assert (after.recomendaciones, after.cumplida) == ("Tres ejercicios.", "parte")
    tab.detail.pages.set_key("historial")
    changes = {(c.campo, c.despues) for c in tab.detail.history.rows}
    assert ("Tema", "Reactivo limitante") in changes
    assert any(c.campo == "Minutos" and c.antes == str(row.it.minutos)
               for c in tab.detail.history.rows)  # fmt: skip
    tab.detail.pages.set_key("anteriores")
    assert last.id in [one.id for one in tab.detail.previous.rows]
    tab.detail.previous.table.opened.emit(last.id)
    assert tab.chosen == [last.id]


@pytest.mark.feature("U-12")
def test_the_state_asks_what_it_needs(tab: SeguimientoTab, says: Heard) -> None:
    store = store_of(tab)
    row = next(r for r in tab.rows if r.it.estado == "dada")
    tab.show_record(row.id)
    page = tab.detail.session
    page.state.button("cancelada").click()
    asked = dialog(CancelarSesionDialog)
    assert page.state.key == "dada"
    asked.form.editor("causa").combo.set_key("lugar")
    asked.accept()
    assert store.sesiones.get(row.id).estado == "cancelada"
    assert not page.off.isHidden()
    assert page.present.isHidden()
    page.state.button("movida").click()
    dialog(MoverSesionDialog).reject()
    page.state.button("dada").click()
    assert store.sesiones.get(row.id).causa == ""
    coming = next(r for r in tab.rows if r.it.fecha == TODAY and r.it.estado == "planeada")
    with store.operation("Mañana"):
        store.sesiones.change(coming.id, fecha=date(2026, 11, 27))
    tab.show_record(coming.id)
    assert page.present.isHidden()
    page.state.button("dada").click()
    assert "todavía no llega" in says.problems[-1]
    assert page.state.key == "planeada"


@pytest.mark.feature("U-56", "M-62")
def test_those_without_record_are_filled_one_after_another(
    tab: SeguimientoTab, says: Heard, qtbot: QtBot
) -> None:
    store = store_of(tab)
    first, second = late(tab)
    tab.show_record("sin_registro")
    assert tab.segments.button("sin_registro").text() == "Sin registro · 2"
    assert {row.id for row in tab.rows} == {first, second}
    one = tab.chosen[0]
    page = tab.detail.session
    assert not page.doubt.isHidden()
    page.doubt.button.click()
    assert store.sesiones.get(one).estado == "dada"
    assert store.asistencias.count(sesion=one) >= 2
    assert tab.chosen == [one]
    assert len(tab.rows) == 2
    assert tab.table.foot_note.text() == "1 de 2 registradas"
    qtbot.keyClick(tab, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    other = tab.chosen[0]
    assert {one, other} == {first, second}
    tab.deeds.hold([other])
    tab._next()
    assert says.toasts[-1] == "Todas las sesiones que pasaron tienen registro."
    assert tab.view == "semana"
    tab.show_view("sin_registro")
    assert tab.lists.empty.title.text() == "Todo está registrado"


@pytest.mark.feature("U-16")
def test_a_new_session_of_any_past_day_is_noted(tab: SeguimientoTab, says: Heard) -> None:
    store = store_of(tab)
    before = store.sesiones.count()
    tab.deeds.new(date(2026, 11, 15))
    asked = dialog(NuevaSesionDialog)
    asked.accept()
    assert "Elija" in asked.problem.words.text()
    keys = asked.pick._keys
    asked.pick.set_key(keys[0])
    asked.pick.picked.emit(keys[0])
    asked.form.editor("tema").line.setText("Repaso")
    asked.accept()
    assert store.sesiones.count() == before + 1
    made = store.sesiones.where(fecha=date(2026, 11, 15))[-1]
    assert (made.estado, made.tema, made.imprevista) == ("dada", "Repaso", True)
    assert says.toasts[-1].startswith("Se registró la sesión del 15 nov.")
    assert [head.title for head in tab.lists.week.calendar.cells.heads][-1] == "Dom 15" or (
        tab.monday == date(2026, 11, 16)
    )  # fmt: skip
    tab.show_record(made.id)
    assert [h.title for h in tab.lists.week.calendar.cells.heads][-1] == "Dom 15"


def test_the_next_session_is_moved_or_the_rest_planned(tab: SeguimientoTab, says: Heard) -> None:
    store = store_of(tab)
    row = next(r for r in tab.rows if r.it.estado == "dada")
    case = row.it.intervencion
    ahead = store.sesiones.where(intervencion=case, estado="planeada")
    with store.operation("Sin más"):
        store.sesiones.delete_many([s.id for s in ahead])
        store.intervenciones.change(case, estado="en_marcha")
    tab.show_record(row.id)
    foot = tab.detail.foot
    assert foot.words.text() == "No hay otra sesión planeada"
    foot.change.click()
    assert says.toasts[-1].startswith("Se planearon")
    assert foot.words.text().startswith("Próxima: ")
    foot.change.click()
    dialog(MoverSesionDialog).reject()


def test_it_leads_to_the_plan_the_people_and_the_carnet(tab: SeguimientoTab) -> None:
    row = next(r for r in tab.rows if len(r.tutorados) == 1 and r.it.estado == "dada")
    asked: list[tuple[str, object]] = []
    tab.ctx.asked.disconnect()
    tab.ctx.asked.connect(lambda place, what: asked.append((place, what)))
    who = row.tutorados[0].alumno
    for deed in (tab.deeds.show_plan, tab.deeds.show_tutorado, tab.deeds.show_alumno_tutor,
                 tab.deeds.capture):  # fmt: skip
        deed([row.id])
    assert asked == [
        ("planes", row.it.intervencion), ("tutorados", who), ("alumnos_tutores", row.alumno_tutor),
        ("carnet", ("capturar", who)),
    ]  # fmt: skip
