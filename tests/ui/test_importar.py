"""The import window from the file to the last step, as a tired person uses it."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from app.store import Store
from tests.ui.conftest import Heard
from tests.ui.importar_listas import HEADS, PEOPLE, Wizard, store_people, write_list
from ui import messages
from ui.dialogs.importar_sesion import Source
from ui.main_window import MainWindow


@pytest.fixture
def plantel(empty_window: MainWindow, store: Store, says: Heard) -> MainWindow:
    """The window on a plantel without alumnos."""
    empty_window.use(store)
    messages.use(says)
    return empty_window


@pytest.fixture
def lista(tmp_path: Path) -> Path:
    return write_list(tmp_path, "lista ñ.csv", [["CBTis 214"], [], HEADS, *PEOPLE])


@pytest.mark.feature("M-07", "M-22", "M-77", "M-78", "M-79")
def test_a_list_goes_from_the_file_to_the_plantel_and_back(
    plantel: MainWindow, lista: Path, qtbot: QtBot, says: Heard
) -> None:
    wizard = Wizard(plantel, qtbot, lista)
    dialog, store = wizard.dialog, wizard.store
    assert dialog.title.text() == "Importar lista de alumnos"
    assert wizard.at == "Archivo"
    assert wizard.next().at == "Columnas"
    assert wizard.caption(0) == "lista ñ.csv"
    assert wizard.next().at == "Revisión"
    assert wizard.caption(1) == "6 reconocidas"
    assert wizard.caption(2) == "3 filas leídas"
    assert dialog.main.text() == "Importar 3 alumnos"
    assert dialog.note.text() == "Todo se puede deshacer en un paso."
    assert wizard.next().at == "Listo"
    assert dialog.listo.title.text() == "Se importaron 3 alumnos"
    alumno = store.alumnos.where(matricula="24311050070200")[0]
    assert (alumno.apellido_paterno, alumno.apellido_materno, alumno.nombres) == (
        "Miranda", "Ríos", "Jimena",
    )  # fmt: skip
    assert alumno.nuevo_ingreso
    assert store.grupos.get(alumno.grupo or 0).semestre == 1
    wizard.next()
    assert not dialog.isVisible()
    assert says.toasts[-1] == "Se importaron 3 alumnos."
    assert says.press is not None
    says.press()
    assert store.alumnos.count() == 0


def test_importing_twice_says_that_there_is_nothing_new(
    plantel: MainWindow, lista: Path, qtbot: QtBot
) -> None:
    wizard = Wizard(plantel, qtbot, lista).to_review().next()
    wizard.dialog.listo.other.click()
    wizard.read(lista).to_review()
    assert wizard.dialog.main.text() == "Nada que importar"
    assert not wizard.dialog.main.isEnabled()
    assert "todo está ya como dice" in wizard.dialog.revision.notes.words.text()
    assert wizard.cells("accion") == ["Igual"] * 3


def test_undoing_inside_goes_back_to_the_review(
    plantel: MainWindow, lista: Path, qtbot: QtBot, says: Heard
) -> None:
    wizard = Wizard(plantel, qtbot, lista).to_review().next()
    wizard.dialog.listo.undo.click()
    assert wizard.store.alumnos.count() == 0
    assert "Se deshizo" in wizard.dialog.listo.title.text()
    wizard.dialog.listo.review.click()
    wizard.wait()
    assert wizard.at == "Revisión"
    assert wizard.next().at == "Listo"
    assert wizard.store.alumnos.count() == 3
    wizard.dialog.listo.undo.click()
    wizard.next()
    assert says.toasts == []


def double_click(wizard: Wizard, qtbot: QtBot) -> None:
    """As the system tells it: a click and then the second one."""
    qtbot.mouseClick(wizard.dialog.main, Qt.MouseButton.LeftButton)
    qtbot.mouseDClick(wizard.dialog.main, Qt.MouseButton.LeftButton)


def test_a_double_click_counts_as_one(plantel: MainWindow, lista: Path, qtbot: QtBot) -> None:
    wizard = Wizard(plantel, qtbot, lista)
    double_click(wizard, qtbot)
    assert wizard.at == "Columnas"
    wizard.next()
    double_click(wizard, qtbot)
    assert wizard.at == "Listo"
    assert wizard.dialog.isVisible()


def test_enter_goes_forward_and_the_steps_are_links_back(
    plantel: MainWindow, lista: Path, qtbot: QtBot
) -> None:
    wizard = Wizard(plantel, qtbot, lista)
    buttons = wizard.dialog.stepper._buttons
    qtbot.keyClick(wizard.dialog, Qt.Key.Key_Return)
    assert wizard.at == "Columnas"
    assert not buttons[2].isEnabled()
    qtbot.keyClick(wizard.dialog, Qt.Key.Key_Return)
    buttons[0].click()
    assert wizard.at == "Archivo"
    buttons[2].click()
    assert wizard.at == "Revisión"
    wizard.dialog.back.click()
    assert wizard.at == "Columnas"


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("vacía.xlsx", b"", "está vacío"),
        ("rota.xlsx", b"PK\x03\x04 nada", "dañado"),
        ("foto.xls", b"\x89PNG\r\n\x1a\n" + b"0" * 99, "imagen"),
        ("clave.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
         + "EncryptedPackage".encode("utf-16-le") + b"\0" * 99, "contraseña"),
        ("otra.csv", b"a,b\n1,2\n", "encabezado"),
    ],
)  # fmt: skip
def test_a_bad_file_is_told_in_place_and_the_list_that_was_there_stays(
    plantel: MainWindow,
    lista: Path,
    tmp_path: Path,
    qtbot: QtBot,
    name: str,
    data: bytes,
    said: str,
) -> None:
    bad = tmp_path / name
    bad.write_bytes(data)
    wizard = Wizard(plantel, qtbot, bad)
    dialog = wizard.dialog
    assert said in dialog.archivo.problem.words.text()
    assert not dialog.main.isEnabled()
    wizard.read(lista)
    assert not dialog.archivo.problem.isVisible()
    assert dialog.main.isEnabled()
    if bad.suffix != ".csv":
        wizard.read(bad)
        assert dialog.archivo.problem.isVisible()
        assert dialog.archivo.stack.currentIndex() == 2
        assert wizard.to_review().at == "Revisión"


def test_a_list_too_big_is_refused_in_one_sentence(
    plantel: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    big = tmp_path / "enorme.csv"
    big.write_bytes(b"control\n" + b"1\n" * 25_000)
    wizard = Wizard(plantel, qtbot, big)
    assert "divida la lista" in wizard.dialog.archivo.problem.words.text()


def test_esc_while_reading_stops_it_and_esc_again_closes(
    plantel: MainWindow, lista: Path, qtbot: QtBot
) -> None:
    wizard = Wizard(plantel, qtbot)
    dialog = wizard.dialog
    dialog.lector.read(Source(lista))
    assert not dialog.main.isEnabled()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert dialog.archivo.problem.words.text() == "Se canceló la lectura."
    wizard.wait()
    assert dialog.session.plan is None
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_the_card_of_a_long_reading_cancels(plantel: MainWindow, lista: Path, qtbot: QtBot) -> None:
    wizard = Wizard(plantel, qtbot)
    archivo = wizard.dialog.archivo
    wizard.dialog.lector.read(Source(lista))
    archivo._show_card()
    assert archivo.card is not None
    assert archivo.card.what.text() == "Leyendo «lista ñ.csv»"
    archivo.card.button.click()
    assert "canceló" in archivo.problem.words.text()
    assert archivo.stack.currentIndex() == 0


def test_closing_while_reading_leaves_nothing_behind(
    plantel: MainWindow, lista: Path, qtbot: QtBot
) -> None:
    first = Wizard(plantel, qtbot)
    first.dialog.lector.read(Source(lista))
    first.dialog.close()
    second = Wizard(plantel, qtbot)
    second.dialog.lector.read(Source(lista))
    plantel.close()
    QApplication.processEvents()


def test_another_list_read_meanwhile_wins(
    plantel: MainWindow, lista: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    other = write_list(tmp_path, "otra.csv", [HEADS, PEOPLE[0]])
    wizard = Wizard(plantel, qtbot)
    wizard.dialog.lector.read(Source(lista))
    wizard.read(other)
    assert wizard.dialog.session.plan is not None
    assert len(wizard.dialog.session.plan.rows) == 1
    assert wizard.caption(0) == "otra.csv"


def test_cells_copied_in_excel_are_pasted(plantel: MainWindow, qtbot: QtBot) -> None:
    wizard = Wizard(plantel, qtbot)
    archivo = wizard.dialog.archivo
    QApplication.clipboard().setText("   ")
    archivo.paste()
    assert "No hay nada copiado" in archivo.problem.words.text()
    QApplication.clipboard().setText("\n".join("\t".join(row) for row in [HEADS, *PEOPLE]))
    archivo.paste()
    wizard.wait()
    assert wizard.caption(0) == "Celdas pegadas"
    assert wizard.to_review().dialog.main.text() == "Importar 3 alumnos"


def test_a_file_dropped_on_the_window_is_read(
    plantel: MainWindow, lista: Path, qtbot: QtBot
) -> None:
    wizard = Wizard(plantel, qtbot)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(lista))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    action = Qt.DropAction.CopyAction
    enter = QDragEnterEvent(QPointF(9, 9).toPoint(), action, mime, buttons, keys)
    wizard.dialog.dragEnterEvent(enter)
    assert enter.isAccepted()
    assert wizard.dialog.archivo.start.zone.hot
    wizard.dialog.dropEvent(QDropEvent(QPointF(9, 9), action, mime, buttons, keys))
    wizard.wait()
    assert wizard.caption(0) == "lista ñ.csv"
    wizard.next()
    again = QDragEnterEvent(QPointF(9, 9).toPoint(), action, mime, buttons, keys)
    again.ignore()
    wizard.dialog.dragEnterEvent(again)
    assert not again.isAccepted()


def test_the_folder_of_the_lists_is_remembered(
    plantel: MainWindow, lista: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def choose(_parent: object, _title: str, folder: str, _kinds: str) -> tuple[str, str]:
        asked.append(folder)
        return str(lista), ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", choose)
    wizard = Wizard(plantel, qtbot)
    wizard.dialog.archivo.start.choose_button.click()
    wizard.wait()
    wizard.dialog.archivo.choose()
    wizard.wait()
    assert asked[1] == str(lista.parent)
    assert wizard.dialog.main.isEnabled()


def test_a_plantel_open_only_to_read_says_so(
    empty_window: MainWindow, store: Store, lista: Path, qtbot: QtBot
) -> None:
    path = store.path
    assert path is not None
    store.close()
    empty_window.use(Store.open(path, read_only=True))
    wizard = Wizard(empty_window, qtbot, lista).to_review()
    assert not wizard.dialog.main.isEnabled()
    assert "solo para leer" in wizard.dialog.main.toolTip()


def test_every_step_fits_the_smallest_window(
    plantel: MainWindow, lista: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    store_people(plantel.ctx.store, tmp_path) if plantel.ctx else None
    plantel.resize(1280, 680)
    long = write_list(tmp_path, f"{'muy largo ' * 12}.csv", [HEADS, ["", *PEOPLE[0][1:]]])
    for path in (lista, long):
        wizard = Wizard(plantel, qtbot, path)
        assert wizard.dialog.height() <= 656
        for _step in range(3):
            page = wizard.dialog.pages.currentWidget()
            assert page.minimumSizeHint().width() <= wizard.dialog.pages.width(), wizard.at
            assert page.minimumSizeHint().height() <= wizard.dialog.pages.height(), wizard.at
            assert wizard.dialog.stepper.minimumSizeHint().width() <= wizard.dialog.stepper.width()
            wizard.next()
        wizard.dialog.close()
