"""The first page: the matters stay in their rows, Tab goes through them in order."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app import domain
from app.store import Store
from app.store.queries import tablero, tutorados
from tests.conftest import MOMENT
from tests.ui.conftest import Heard
from ui.main_window import MainWindow
from ui.tabs.inicio import InicioTab
from ui.widgets.buttons import Button


@pytest.fixture
def tab(window: MainWindow, qtbot: QtBot) -> InicioTab:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window.pages["inicio"]


def test_a_matter_that_is_solved_leaves_the_cursor_in_its_row(tab: InicioTab, demo: Store) -> None:
    row = tab.matters._rows[0]
    row.button.setFocus()
    before = row.title.text()
    with demo.operation("Borrar a quien más lo necesitaba", deletes=True):
        waiting = demo.alumnos.all()
        demo.alumnos.delete_many([one.id for one in waiting[: len(waiting) // 2]])
    QApplication.processEvents()
    assert tab.matters._rows[0] is row
    assert row.title.text() != before
    assert row.button.hasFocus()


def test_tab_goes_down_through_the_matters(tab: InicioTab, qtbot: QtBot) -> None:
    buttons = [one for one in tab.matters.buttons if one.isVisible()]
    assert len(buttons) > 2
    buttons[0].setFocus()
    for expected in [*buttons[1:], tab.week.link]:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is expected


def test_only_the_first_matter_has_the_filled_button(tab: InicioTab) -> None:
    kinds = [row.button._kind for row in tab.matters._rows if row.isVisible()]
    assert kinds == ["filled", *["outlined"] * (len(kinds) - 1)]


def heard(tab: InicioTab, window: MainWindow) -> list[tuple[str, object]]:
    """The places that the page asks for, in place of going there."""
    asked: list[tuple[str, object]] = []
    tab.ctx.asked.disconnect(window.places.go)
    tab.ctx.asked.connect(lambda place, what: asked.append((place, what)))
    return asked


@pytest.mark.feature("U-66")
def test_a_click_on_a_bar_opens_the_list_behind_it(
    tab: InicioTab, window: MainWindow, demo: Store
) -> None:
    asked = heard(tab, window)
    monday = MOMENT.date() - timedelta(days=4)
    grupo = tablero.riesgo_por_grupo(demo)[0]
    subject = tablero.cobertura(demo)[0]
    tab.risk.levels.opened.emit(0)
    tab.risk.grupos.opened.emit(0)
    tab.needs.subjects.opened.emit(0)
    tab.held.chart.opened.emit(7)
    tab.week.week.opened.emit(1)
    tab.week.load_link.click()
    assert asked == [
        ("tutorados", ("nivel", "alto")), ("tutorados", ("grupo", grupo.grupo)),
        ("tutorados", ("asignatura", subject.asignatura)), ("seguimiento", monday),
        ("seguimiento", monday + timedelta(days=1)), ("alumnos_tutores", None),
    ]  # fmt: skip


def test_the_figures_of_the_charts_are_those_of_the_lists(tab: InicioTab, demo: Store) -> None:
    rows = [one for one in tutorados.lista(demo) if one.estado == "activo"]
    at_risk = [one for one in rows if one.nivel in ("alto", "medio", "bajo")]
    by_grupo = tablero.riesgo_por_grupo(demo)
    assert sum(one.total for one in by_grupo) == len([one for one in at_risk if one.grupo_id])
    assert by_grupo == sorted(by_grupo, key=lambda one: -one.total)
    owed = tablero.cobertura(demo)
    assert sum(one.la_deben for one in owed) == sum(len(one.debe) for one in rows)
    assert sum(one.la_deben - one.atendidos for one in owed) == sum(one.sin_tutor for one in rows)
    first = owed[0]
    assert tab.needs.subjects.table()[0] == (
        first.nombre, f"{first.atendidos} de {first.la_deben}",
    )  # fmt: skip
    held = tablero.sesiones_por_semana(demo, MOMENT.date() - timedelta(days=4), 8)
    assert all(one.dadas <= one.planeadas for one in held)
    assert sum(one.dadas for one in held) > 0


def test_the_page_fits_in_the_smallest_window(tab: InicioTab, window: MainWindow) -> None:
    for width, height in ((1280, 680), (1366, 768), (1280, 680)):
        window.resize(width, height)
        QApplication.processEvents()
        assert tab.minimumSizeHint().height() <= tab.height()
        assert tab.minimumSizeHint().width() <= tab.width()


def test_a_plantel_without_anybody_shows_its_figures_empty(
    empty_window: MainWindow, store: Store, says: Heard
) -> None:
    empty_window.use(store)
    page = empty_window.pages["inicio"]
    assert page.week.next.rest.text().startswith("No hay asesorías")
    assert page.week.load.text() == "Sin alumnos tutores activos"
    assert page.risk.more.text() == "Nadie por ahora"
    assert page.needs.share.text() == "–"


def test_without_grades_the_button_imports_grades(
    empty_window: MainWindow, store: Store, says: Heard
) -> None:
    empty_window.use(store)
    page = empty_window.pages["inicio"]
    with store.operation("Alta"):
        grupo = store.grupos.add(domain.Grupo(semestre=1, nombre="A", docente_tutor="Ana"))
        store.alumnos.add(domain.Alumno(matricula="1", nombres="Luz", grupo=grupo.id))
    asked: list[tuple[str, object]] = []
    page.ctx.asked.disconnect(empty_window.places.go)
    page.ctx.asked.connect(lambda place, what: asked.append((place, what)))
    QApplication.processEvents()
    shown = [one for one in page.matters.findChildren(Button) if one.isVisible()]
    shown[0].click()
    assert asked == [("importar", "calificaciones")]
