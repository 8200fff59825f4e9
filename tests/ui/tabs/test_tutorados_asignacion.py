"""Assignment by hand through the window: dialog, page Asignación, changes of an intervención."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app import domain
from app.domain.horario import Tramo
from app.services import alumnos_tutores, asignacion, disponibilidad, planes, planteles
from app.store import Store
from tests.small_plantel import FISICA, MATE, SmallPlantel, small_plantel
from tests.ui.conftest import Heard
from ui import messages
from ui.dialogs.asignar import AsignarDialog
from ui.dialogs.cierre_plan import CancelarDialog
from ui.main_window import MainWindow
from ui.tabs.tutorados import TutoradosTab
from ui.tabs.tutorados.intervenciones import InterventionCard

FREE = [Tramo(2, 660, 780), Tramo(4, 600, 660)]


@pytest.fixture
def plantel(store: Store) -> SmallPlantel:
    """Valeria and Diego coincide; Iker masters Física II too and is free at another hour."""
    made = small_plantel(store)
    fisica = made.asignaturas[FISICA]
    alumnos_tutores.nominate(store, {made["Valeria"]: {fisica: 96}, made["Iker"]: {fisica: 88}})
    alumnos_tutores.change_state(store, [made["Valeria"], made["Iker"]], "activo")
    disponibilidad.paint(store, [made["Valeria"], made["Diego"]], FREE, "disponible")
    disponibilidad.paint(store, [made["Iker"]], [Tramo(5, 480, 540)], "disponible")
    return made


@pytest.fixture
def tab(empty_window: MainWindow, store: Store, plantel: SmallPlantel, says: Heard) -> TutoradosTab:
    empty_window.use(store)
    messages.use(says)
    page = empty_window.show_tab("tutorados")
    page.show_record(plantel["Diego"])
    QApplication.processEvents()
    return page


def open_dialog(tab: TutoradosTab, plantel: SmallPlantel, who: str = "Diego") -> AsignarDialog:
    tab.ctx.show("asignar", (plantel[who], plantel.asignaturas[FISICA]))
    QApplication.processEvents()
    return tab.window().findChildren(AsignarDialog)[-1]


@pytest.mark.feature("M-19", "M-33", "M-81", "U-15", "U-18", "U-52")
def test_the_best_is_offered_and_enter_assigns(
    tab: TutoradosTab, store: Store, plantel: SmallPlantel, says: Heard, qtbot: QtBot
) -> None:
    dialog = open_dialog(tab, plantel)
    panel = dialog.panel
    assert panel.table.view.hasFocus() or dialog.focusWidget() is panel.table.view
    assert dialog.main.text() == "Asignar a Valeria Muñoz"
    assert panel.table.foot_note.text() == "1 puede · 1 con impedimento"
    assert [chip.text() for chip in panel.pane.hours.chips[:2]] == [
        "Mar 11:00 a 12:00", "Mar 11:30 a 12:30",
    ]  # fmt: skip
    assert panel.pane.hours.chips[0].isChecked()
    panel.pane.hours.rows[0].lugar.setText("Biblioteca")
    qtbot.keyClick(panel.table.view, Qt.Key.Key_Return)
    made = store.intervenciones.all()[0]
    hour = store.franjas.where(intervencion=made.id)[0]
    assert (made.estado, hour.dia, hour.inicio, hour.lugar) == ("planeada", 2, 660, "Biblioteca")
    assert says.toasts[-1] == "Valeria Muñoz acompaña a Diego Núñez en Física II."
    assert not dialog.isVisible()
    assert says.press is not None
    says.press()
    assert store.intervenciones.count() == 0


@pytest.mark.feature("U-18", "U-52")
def test_a_blocked_one_says_why_and_what_would_solve_it(
    tab: TutoradosTab, plantel: SmallPlantel, qtbot: QtBot
) -> None:
    dialog = open_dialog(tab, plantel)
    dialog.panel.table.choose(plantel["Iker"])
    assert not dialog.main.isEnabled()
    words = [line.words.text() for line in dialog.panel.pane._facts if not line.isHidden()]
    assert words[0].startswith("Iker Zúñiga y Diego Núñez no coinciden en ningún horario")
    assert dialog.panel.pane.hours.isHidden()
    assert not dialog.panel.assign()
    dialog.grab()
    with qtbot.waitSignal(tab.ctx.asked) as asked:
        dialog.panel.pane.profile.click()
    assert asked.args == ["alumnos_tutores", plantel["Iker"]]
    dialog = open_dialog(tab, plantel)
    dialog.panel._on_filter("iker")
    assert dialog.panel.table.model.rowCount() == 1
    dialog.panel._clear_filter()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


@pytest.mark.feature("M-82", "U-16", "U-20")
def test_hours_are_typed_and_checked_at_once(
    tab: TutoradosTab, store: Store, plantel: SmallPlantel
) -> None:
    dialog = open_dialog(tab, plantel)
    hours, pane = dialog.panel.pane.hours, dialog.panel.pane
    row = hours.rows[0]
    row.inicio.setText("9")
    row.changed.emit()
    assert "no tienen libre el martes 09:00 a 12:00" in pane.problem.words.text()
    row.inicio.setText("mucho")
    row.changed.emit()
    assert pane.problem.words.text() == "Inicio: debe ser una hora como 13:30."
    dialog.accept()
    assert store.intervenciones.count() == 0
    row.show_hour(Tramo(2, 660, 690))
    hours._add_row()
    hours.rows[1].show_hour(Tramo(4, 600, 630))
    hours._add_row()
    assert hours.more.isHidden()
    hours.rows[2].removed.emit()
    hours._take(1)
    assert hours.rows[1].inicio.text() == "11:30"
    hours.rows[1].show_hour(Tramo(4, 600, 630))
    dialog.accept()
    made = store.intervenciones.all()[0]
    assert sorted(f.dia or 0 for f in store.franjas.where(intervencion=made.id)) == [2, 4]


@pytest.mark.feature("M-19", "M-58")
def test_a_second_tutorado_joins_the_group(
    tab: TutoradosTab, store: Store, plantel: SmallPlantel, says: Heard
) -> None:
    fisica = plantel.asignaturas[FISICA]
    hour = domain.Franja(dia=2, inicio=660, fin=720, lugar="Aula 12")
    made = asignacion.assign(store, plantel["Diego"], fisica, plantel["Valeria"], [hour])
    dialog = open_dialog(tab, plantel, "Ximena")
    radio = dialog.panel.pane.hours.groups[made.id]
    assert (radio.text(), radio.caption) == ("Sumarse a Diego Núñez", "mar 11:00 a 12:00 · Aula 12")
    radio.setChecked(True)
    assert dialog.panel.pane.hours.rows[0].isHidden()
    dialog.accept()
    assert store.tutorados.count(intervencion=made.id) == 2
    assert says.toasts[-1] == "Ximena Ordóñez se sumó al grupo de Valeria Muñoz en Física II."


@pytest.mark.feature("U-52", "M-73")
def test_a_warning_asks_for_a_reason(
    tab: TutoradosTab, store: Store, plantel: SmallPlantel
) -> None:
    planteles.change_settings(store, {"exige_regular": "no"})
    with store.operation("Debe"):
        store.calificaciones.add(
            domain.Calificacion(
                alumno=plantel["Valeria"], asignatura=plantel.asignaturas[MATE],
                periodo=plantel.periodo, valor=50,
            )
        )  # fmt: skip
    dialog = open_dialog(tab, plantel)
    dialog.accept()
    assert "Motivo" in dialog.panel.pane.reason_problem.words.text()
    dialog.panel.pane.reason.setText("La recomienda su docente")
    dialog.accept()
    made = store.intervenciones.all()[0]
    assert planes.ajustes(store, made.id)[0].motivo == "La recomienda su docente"


@pytest.mark.feature("M-75", "U-12", "M-71")
def test_an_intervencion_changes_and_ends_from_its_card(
    tab: TutoradosTab, store: Store, plantel: SmallPlantel, says: Heard
) -> None:
    fisica = plantel.asignaturas[FISICA]
    hour = domain.Franja(dia=2, inicio=660, fin=720, lugar="Aula 12")
    made = asignacion.assign(store, plantel["Diego"], fisica, plantel["Valeria"], [hour])
    tab.detail.pages.set_key("intervenciones")
    QApplication.processEvents()
    page = tab.detail.pages.page("intervenciones")
    card = page.findChild(InterventionCard)
    assert card.accessibleName() == "Física II con Valeria Muñoz Arévalo"
    card.change_asked.emit(made.id)
    dialog = tab.findChild(AsignarDialog)
    assert dialog.main.text() == "Cambiar el horario"
    assert dialog.panel.pane.hours.rows[0].lugar.text() == "Aula 12"
    dialog.panel.pane.hours.rows[0].lugar.setText("Biblioteca")
    dialog.panel.pane.hours.rows[0].show_hour(Tramo(4, 600, 660))
    dialog.accept()
    assert [(f.dia, f.lugar) for f in store.franjas.all()] == [(4, "Biblioteca")]
    tab.deeds.change_state(made.id, "en_marcha")
    assert says.toasts[-1] == "Física II de Diego Núñez está en marcha."
    page.findChildren(InterventionCard)[-1].change_asked.emit(made.id)
    dialog = tab.findChildren(AsignarDialog)[-1]
    dialog.panel.pane.hours.rows[0].show_hour(Tramo(2, 660, 720))
    dialog.accept()
    assert "por qué cambia el horario" in dialog.panel.pane.reason_problem.words.text()
    dialog.panel.pane.reason.setText("Entrena los jueves")
    dialog.accept()
    assert planes.ajustes(store, made.id)[0].motivo == "Entrena los jueves"
    tab.deeds.change_state(made.id, "cancelada")
    asked = tab.findChild(CancelarDialog)
    asked.accept()
    assert "elija" in asked.form.problems()["causa"]
    asked.form.editor("causa").combo.set_key("horario")
    asked.accept()
    assert "por qué" in asked.form.problems()["motivo"]
    asked.form.editor("motivo").lines.setPlainText("Cambió de turno")
    asked.accept()
    assert store.intervenciones.get(made.id).estado == "cancelada"
    assert says.toasts[-1] == "Se canceló Física II de Diego Núñez."
    shown = page.findChildren(InterventionCard)[-1]
    assert shown.accessibleName() == "Física II con Valeria Muñoz Arévalo"


@pytest.mark.feature("M-94", "U-66", "U-52")
def test_the_page_of_needs_goes_one_by_one(
    tab: TutoradosTab, store: Store, plantel: SmallPlantel, qtbot: QtBot
) -> None:
    tab.show_board()
    assert tab.board is not None
    tab.board.bar.by_hand.click()
    board = tab.one_by_one
    assert board is not None
    assert [n.corto for n in board.needs] == ["Diego Núñez", "Diego Núñez", "Ximena Ordóñez"]
    assert board.figures[0].value.text() == "3"
    assert board.figures[3].value.text() == "1"
    board.show_need(plantel["Diego"], plantel.asignaturas[FISICA])
    assert board.title.text() == "Física II para Diego Núñez"
    assert board.main.text() == "Asignar a Valeria Muñoz"
    board.main.click()
    assert store.intervenciones.count() == 1
    assert [n.corto for n in board.needs] == ["Diego Núñez", "Ximena Ordóñez"]
    board.only_high.setChecked(True)
    assert board.table.model.rowCount() == 0
    board.table.filters_cleared.emit()
    assert board.table.model.rowCount() == 2
    board.focus_filter()
    tab.focus_filter()
    tab.refresh()
    qtbot.keyClick(tab, Qt.Key.Key_Escape)
    assert tab.stack.currentWidget() is tab.board
    qtbot.keyClick(tab, Qt.Key.Key_Escape)
    assert tab.stack.currentWidget() is tab.list_page
