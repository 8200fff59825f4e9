"""How the import window takes a list: files good and bad, cells, dropped files, stopping midway."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from app.store import Store
from tests.ui.conftest import Heard
from tests.ui.importar_listas import HEADS, PEOPLE, Wizard, write_list
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
