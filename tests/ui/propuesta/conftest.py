"""What tests of Asignación del periodo share: its page on a small plantel, calculated."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.horario import Tramo
from app.store import Store
from tests.services.propuestas import FISICA, free, paired_plantel, tutor
from tests.small_plantel import SmallPlantel
from tests.ui.conftest import Heard
from ui import messages
from ui.main_window import MainWindow
from ui.tabs.tutorados.propuesta import PropuestaPage

Calculated = Callable[[], PropuestaPage]
FRIDAY = Tramo(5, 540, 600)


@pytest.fixture
def plantel(store: Store) -> SmallPlantel:
    """Valeria can attend Ximena and Diego in Física II; Iker, on Friday, only Diego."""
    made = paired_plantel(store)
    tutor(store, made, "Iker", FISICA, 88)
    free(store, made, "Iker", FRIDAY)
    free(store, made, "Diego", FRIDAY)
    return made


@pytest.fixture
def page(
    empty_window: MainWindow, store: Store, plantel: SmallPlantel, says: Heard
) -> PropuestaPage:
    empty_window.use(store)
    messages.use(says)
    return opened(empty_window)


@pytest.fixture
def calculated(page: PropuestaPage, qtbot: QtBot) -> Calculated:
    """Calculates and waits for the proposal."""

    def calculate() -> PropuestaPage:
        qtbot.mouseClick(page.start.go, Qt.MouseButton.LeftButton)
        settled(page, qtbot)
        return page

    return calculate


def opened(window: MainWindow) -> PropuestaPage:
    """The page, as one gets to it from the toolbar of Tutorados."""
    tab = window.show_tab("tutorados")
    tab.show_record("asignacion")
    QApplication.processEvents()
    assert tab.board is not None
    return tab.board


def settled(page: PropuestaPage, qtbot: QtBot) -> None:
    """Waits until nothing is being calculated nor explained."""
    qtbot.waitUntil(lambda: not page.calculo.is_running)
    need, propuesta = page._need(), page.calculo.propuesta
    if need is not None and propuesta is not None:
        qtbot.waitUntil(lambda: page.explainer.answer(propuesta, need.key) is not None)


def words(page: PropuestaPage) -> list[tuple[str, str, str]]:
    """Who with whom, and the state, as the list says it."""
    model = page.lists.tables["pares"].model
    shown = [model.row_at(place) for place in range(model.rowCount())]
    keys = {column.key: column for column in model.columns}
    return [
        (row.pareja.need.corto, row.pareja.guia.corto, keys["estado"].show(row)) for row in shown
    ]


def press_icon(page: PropuestaPage, column: str, qtbot: QtBot, place: int = 0) -> None:
    """Clicks the lock or the ban of a row."""
    table = page.lists.table
    section = [one.key for one in table.model.columns].index(column)
    where = table.view.visualRect(table.model.index(place, section)).center()
    qtbot.mouseClick(table.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(where))


def paired(store: Store) -> SmallPlantel:
    """The names of the plantel that is already in the file."""
    people = {one.nombres.split()[0]: one.id for one in store.alumnos.all()}
    subjects = {one.nombre: one.id for one in store.asignaturas.all()}
    return SmallPlantel(0, 0, 0, 0, subjects, people)


def show_list(page: PropuestaPage, key: str) -> None:
    """Presses a segment; `demanda` is the chip within Sin tutor."""
    page.lists.segments.button("fuera" if key == "demanda" else key).click()
    if page.lists.recruit.isVisible() and page.lists.recruit.isChecked() != (key == "demanda"):
        page.lists.recruit.click()
