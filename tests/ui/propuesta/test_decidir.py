"""Asignación del periodo: the person decides, and who is left out."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.horario import Tramo
from app.services import propuesta as services
from app.store import Store
from tests.services.propuestas import FISICA, MATE, settings
from tests.small_plantel import SmallPlantel
from tests.ui.conftest import Heard
from tests.ui.propuesta.conftest import Calculated, press_icon, settled, show_list, words
from ui.dialogs.asignar import AsignarDialog
from ui.dialogs.candidatos import CandidatosDialog
from ui.dialogs.prohibir import ProhibirDialog
from ui.tabs.tutorados.propuesta import PropuestaPage


@pytest.mark.feature("U-52")
def test_another_option_shows_its_cost_and_is_applied_at_once(
    calculated: Calculated, store: Store, plantel: SmallPlantel, says: Heard, qtbot: QtBot
) -> None:
    page = calculated()
    line = page.pane.options[0]
    assert (line.name.text(), line.cost.text()) == (
        "Iker Zúñiga", "Cambiaría la hora de Ximena Ordóñez",
    )  # fmt: skip
    line.button.click()
    settled(page, qtbot)
    assert words(page)[0] == ("Diego Núñez", "Iker Zúñiga", "Fijado")
    assert store.decisiones.all()[0].alumno_tutor == plantel["Iker"]
    assert says.toasts[-1] == "Iker Zúñiga con Diego Núñez: par fijado."
    assert page.lists.segments.button("fijar").text() == "Fijados · 1"
    assert says.press is not None
    says.press()
    assert words(page)[0] == ("Diego Núñez", "Valeria Muñoz", "Propuesta")


@pytest.mark.feature("U-52")
def test_an_option_says_whom_it_would_leave_without(
    calculated: Calculated, store: Store, plantel: SmallPlantel, qtbot: QtBot
) -> None:
    settings(store, capacidad=1)
    page = calculated()
    assert sorted(words(page)) == [
        ("Diego Núñez", "Iker Zúñiga", "Propuesta"),
        ("Ximena Ordóñez", "Valeria Muñoz", "Propuesta"),
    ]
    line = page.pane.options[0]
    assert (line.name.text(), line.cost.text()) == (
        "Valeria Muñoz Arévalo", "Dejaría sin tutor a Ximena Ordóñez",
    )  # fmt: skip
    line.button.click()
    settled(page, qtbot)
    assert words(page) == [("Diego Núñez", "Valeria Muñoz", "Fijado")]


@pytest.mark.feature("U-52")
def test_keys_and_icons_fix_and_forbid_with_a_reason(
    calculated: Calculated, store: Store, plantel: SmallPlantel, says: Heard, qtbot: QtBot
) -> None:
    page = calculated()
    view = page.lists.table.view
    assert page.window().focusWidget() is view
    qtbot.keyClick(view, Qt.Key.Key_F)
    assert words(page)[0][2] == "Fijado"
    press_icon(page, "fijar", qtbot)
    settled(page, qtbot)
    assert words(page)[0][2] == "Propuesta"
    qtbot.keyClick(view, Qt.Key.Key_P)
    dialog = page.window().findChildren(ProhibirDialog)[-1]
    dialog.accept()
    assert "diga por qué" in dialog.problem.words.text()
    assert store.decisiones.count() == 0
    dialog.reason.setText("Tuvieron un conflicto")
    dialog.accept()
    settled(page, qtbot)
    assert ("Diego Núñez", "Iker Zúñiga", "Propuesta") in words(page)
    show_list(page, "prohibir")
    table = page.lists.table
    assert table.model.row_at(0).motivo == "Tuvieron un conflicto"
    press_icon(page, "quitar", qtbot)
    settled(page, qtbot)
    assert store.decisiones.count() == 0
    assert says.toasts[-1] == "Se quitó lo decidido."
    show_list(page, "pares")
    assert words(page)[0] == ("Diego Núñez", "Valeria Muñoz", "Propuesta")


@pytest.mark.feature("U-52")
def test_who_is_left_out_knows_why_and_what_would_solve_it(
    calculated: Calculated, store: Store, plantel: SmallPlantel, says: Heard, qtbot: QtBot
) -> None:
    settings(store, capacidad=1)
    services.forbid(
        store, plantel["Diego"], None, plantel["Iker"], "Son hermanos"
    )  # only Valeria is left, for two
    page = calculated()
    show_list(page, "fuera")
    row = next(one for one in page.lists.fuera if one.need.nombre_asignatura == FISICA)
    page.lists.table.choose(row.key)
    settled(page, qtbot)
    assert page.pane.remedy.why.text().endswith("ya tendrá 1 tutorado, su máximo.")
    assert page.pane.remedy.cure.text().startswith("Lo resolvería: que Valeria Muñoz reciba")
    assert page.pane.remedy.button.text() == "Subir su capacidad a 2"
    page.pane.remedy.button.click()
    settled(page, qtbot)
    assert says.toasts[-1] == "Valeria Muñoz puede tener 2 tutorados."
    assert [one.need.nombre_asignatura for one in page.lists.fuera] == [MATE]
    page.pane.by_hand.click()
    assert page.window().findChildren(AsignarDialog)[-1].isVisible()


@pytest.mark.feature("U-52")
def test_a_missing_hour_leads_to_the_week_where_it_is_painted(
    page: PropuestaPage, store: Store, plantel: SmallPlantel, qtbot: QtBot
) -> None:
    tab = page.window().show_tab("tutorados")
    hour = Tramo(3, 600, 630)
    page.ctx.show("tutorados", ("semana", plantel["Diego"], hour))
    assert tab.detail.pages.key == "disponibilidad"
    page.ctx.show("alumnos_tutores", ("semana", plantel["Iker"], hour))
    other = page.window().current_page()
    assert other.detail.pages.key == "semana"
    grid = other.detail.pages.page("semana").grid
    index = grid.table.currentIndex()
    assert grid.table.model().data(index).startswith("miércoles 10:00")
    assert other.table.chosen_ids() == [plantel["Iker"]]


@pytest.mark.feature("U-74")
def test_whom_to_recruit_opens_the_candidatos_of_that_asignatura(
    calculated: Calculated, plantel: SmallPlantel, qtbot: QtBot
) -> None:
    page = calculated()
    show_list(page, "fuera")
    page.lists.recruit.click()
    assert [one.nombre for one in page.lists.demanda] == [MATE]
    assert page.pane.remedy.why.text().startswith("Esperan Diego Núñez.")
    page.pane.remedy.button.click()
    dialog = page.window().findChildren(CandidatosDialog)[-1]
    assert dialog.asignatura == plantel.asignaturas[MATE]


def test_when_calculating_takes_long_the_options_are_sought_only_when_asked(
    calculated: Calculated, qtbot: QtBot
) -> None:
    page = calculated()
    page.calculo.seconds = 30
    page.lists.table.choose(page.lists.pares[1].key)
    assert page.pane.search.isVisible()
    assert not page._pause.isActive()
    page.pane.search.click()
    settled(page, qtbot)
    assert page.pane.search.isHidden()
    assert page.pane.wait.text() == "Nadie más puede con esta necesidad."
