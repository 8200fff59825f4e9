"""The grid of calificaciones: typed in place, pasted, refused, attempts, other periodos."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from app import domain
from app.services.boleta import boleta
from app.store import Store
from tests.small_plantel import FISICA, MATE, QUIMICA, SmallPlantel, small_plantel
from tests.ui.conftest import Heard
from ui import messages
from ui.dialogs.agregar_calificacion import AgregarCalificacion
from ui.main_window import MainWindow
from ui.tabs.tutorados import TutoradosTab
from ui.tabs.tutorados.calificaciones import Calificaciones


@pytest.fixture
def plantel(store: Store) -> SmallPlantel:
    """Three asignaturas have calificaciones this periodo, so that everybody has their lines."""
    made = small_plantel(store)
    with store.operation("Este periodo"):
        store.calificaciones.add_many(
            domain.Calificacion(
                alumno=made["Ximena"],
                asignatura=made.asignaturas[name],
                periodo=made.periodo,
                valor=80,
            )
            for name in (FISICA, MATE, QUIMICA)
        )
    return made


@pytest.fixture
def tab(empty_window: MainWindow, store: Store, plantel: SmallPlantel, says: Heard) -> TutoradosTab:
    empty_window.use(store)
    messages.use(says)
    page = empty_window.show_tab("tutorados")
    page.show_record(plantel["Diego"])
    page.detail.pages.set_key("calificaciones")
    QApplication.processEvents()
    return page


@pytest.fixture
def page(tab: TutoradosTab) -> Calificaciones:
    found = tab.detail.pages.page("calificaciones")
    found.grid.setFocus()
    found.grid.go(0, 2)
    return found


def type_in(page: Calificaciones, qtbot: QtBot, typed: str, key: Qt.Key) -> None:
    page.grid.edit(page.grid.currentIndex())
    editor = next(one for one in page.grid.findChildren(QLineEdit) if one.isVisible())
    editor.setText(typed)
    qtbot.keyClick(editor, key)


def place(page: Calificaciones) -> tuple[int, int]:
    index = page.grid.currentIndex()
    return index.row(), index.column()


@pytest.mark.feature("U-49", "S-46")
def test_enter_goes_down_tab_goes_right_and_each_is_stored(
    page: Calificaciones, store: Store, plantel: SmallPlantel, qtbot: QtBot
) -> None:
    assert [line.nombre for line in page.model.lines] == [FISICA, MATE, QUIMICA]
    type_in(page, qtbot, "0", Qt.Key.Key_Return)
    assert place(page) == (1, 2)
    type_in(page, qtbot, "np", Qt.Key.Key_Tab)
    assert place(page) == (1, 3)
    type_in(page, qtbot, "4", Qt.Key.Key_Backtab)
    assert place(page) == (1, 2)
    written = {
        (c.asignatura, c.escrita, c.faltas)
        for c in store.calificaciones.where(alumno=plantel["Diego"], periodo=plantel.periodo)
    }
    assert written == {
        (plantel.asignaturas[FISICA], "0", None),
        (plantel.asignaturas[MATE], "NP", 4),
    }
    assert page.risk.lead.text() == "Riesgo alto"
    assert page._figures.text() == "promedio 0 · 4 faltas"
    qtbot.keyClick(page.grid, Qt.Key.Key_Delete)
    assert page.model.lines[1].texto(1) == ""
    assert store.alumnos.count() == 5
    store.undo()
    assert page.model.lines[1].texto(1) == "NP"


def test_what_is_refused_stays_typed_with_its_reason(
    page: Calificaciones, store: Store, plantel: SmallPlantel, qtbot: QtBot
) -> None:
    type_in(page, qtbot, "once", Qt.Key.Key_Return)
    assert place(page) == (0, 2)
    assert "«once» debe ser una calificación de 0 a 10" in page.problem.words.text()
    assert page.model.words(page.grid.currentIndex()) == "once"
    assert store.calificaciones.count(alumno=plantel["Diego"], periodo=plantel.periodo) == 0
    page.grid.grab()
    type_in(page, qtbot, "10", Qt.Key.Key_Return)
    assert page.problem.isHidden()
    assert page.model.lines[0].texto(1) == "10"


def test_a_column_is_pasted_in_one_step(
    page: Calificaciones, store: Store, plantel: SmallPlantel, qtbot: QtBot
) -> None:
    QApplication.clipboard().setText("5\t2\r\n6\t0\r\n7.5\t1\r\n9\t0\r\n")
    page.grid.go(0, 4)
    page.paste()
    assert [line.texto(2) for line in page.model.lines] == ["5", "6", "7.5"]
    assert [line.texto(2, "faltas") for line in page.model.lines] == ["2", "0", "1"]
    assert page.problem.words.text() == "1 renglón no cupo: la boleta tiene 3."
    assert store.undo_label == "Pegar 6 datos en la boleta de Diego Núñez"
    page.grid.selectAll()
    page.grid.copy()
    copied = QApplication.clipboard().text().splitlines()
    assert copied[0].split("\t")[:6] == [FISICA, "2.º", "", "", "5", "2"]
    QApplication.clipboard().setText("5\nmucho\n6")
    page.grid.go(0, 6)
    qtbot.keyClick(page.grid, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert page.problem.words.text().startswith(
        "No se escribió nada. Matemáticas III, 3.er parcial"
    )
    store.undo()
    assert not boleta(store, plantel["Diego"]).actuales[0].notas


def test_the_keys_leave_the_grid_at_its_ends(
    page: Calificaciones, plantel: SmallPlantel, qtbot: QtBot
) -> None:
    page.grid.go(2, 8)
    assert not page.grid.step(0, 1)
    assert not page.grid.step(1, 0)
    page.grid.go(0, 8)
    qtbot.keyClick(page.grid, Qt.Key.Key_Tab)
    assert place(page) == (1, 2)
    qtbot.keyClick(page.grid, Qt.Key.Key_Backtab)
    assert place(page) == (0, 8)
    qtbot.keyClick(page.grid, Qt.Key.Key_Return)
    assert place(page) == (1, 8)


@pytest.mark.feature("U-49")
def test_the_attempt_is_chosen_and_a_line_removed(
    page: Calificaciones, store: Store, plantel: SmallPlantel, says: Heard, qtbot: QtBot
) -> None:
    type_in(page, qtbot, "5", Qt.Key.Key_Return)
    page.grid.go(0, 1)
    qtbot.keyClick(page.grid, Qt.Key.Key_Space)
    menu = page.findChildren(QMenu)[-1]
    next(action for action in menu.actions() if action.text() == "Recursamiento").trigger()
    menu.close()
    row = store.calificaciones.where(alumno=plantel["Diego"], periodo=plantel.periodo)[0]
    assert row.intento == "recursamiento"
    page._on_attempt(0, QPoint())
    menu = page.findChildren(QMenu)[-1]
    menu.actions()[-1].trigger()
    menu.close()
    assert says.toasts[-1] == "Se quitó Física II de la boleta."
    assert store.calificaciones.count(alumno=plantel["Diego"], periodo=plantel.periodo) == 0


def test_an_asignatura_is_added_now_or_from_another_periodo(
    tab: TutoradosTab, page: Calificaciones, store: Store, plantel: SmallPlantel, qtbot: QtBot
) -> None:
    page.add_asked.emit(True)
    dialog = tab.detail.findChild(AgregarCalificacion)
    dialog.accept()
    assert dialog.problems["nombre"].words.text() == "Es obligatorio"
    dialog.asignatura.setText("Taller de Lectura")
    dialog.accept()
    assert [line.nombre for line in page.model.lines][-1] == "Taller de Lectura"
    assert place(page) == (3, 2)
    type_in(page, qtbot, "9", Qt.Key.Key_Return)
    assert [line.nombre for line in boleta(store, plantel["Diego"]).actuales][-1] == (
        "Taller de Lectura"
    )
    assert page.others.model.total == 3
    page.add_asked.emit(False)
    dialog = tab.detail.findChildren(AgregarCalificacion)[-1]
    dialog.asignatura.setText(QUIMICA)
    dialog.final.setText("doce")
    dialog.periodo.set_key("2024-2025A")
    dialog.accept()
    assert "de 0 a 10" in dialog.problems["valor"].words.text()
    dialog.final.setText("0")
    dialog.accept()
    shown = [
        (row.periodo, row.texto(4)) for row in page.others.model.rows() if row.nombre == QUIMICA
    ]
    assert shown == [("2024-2025A", "0"), ("2025-2026B", "9")]
