"""The print dialog as tests open it, and what they ask of it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.store import Store
from ui.dialogs.imprimir import ImprimirDialog
from ui.main_window import MainWindow

Open = Callable[..., ImprimirDialog]


def shown(kind: type[QWidget]) -> QWidget:
    QApplication.processEvents()
    found = [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]
    assert len(found) == 1
    return found[0]


def settle(dialog: ImprimirDialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(
        lambda: not dialog._timer.isActive() and dialog.pane._job is None, timeout=15_000
    )


@pytest.fixture
def opened(window: MainWindow, qtbot: QtBot) -> Open:
    """Opens the dialog as the window does and waits for its pages."""

    def open_(what: object = None) -> ImprimirDialog:
        window.places.go("imprimir", what)
        dialog = shown(ImprimirDialog)
        settle(dialog, qtbot)
        return dialog

    return open_


@pytest.fixture
def saved_as(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file dialog answers with this path."""
    target = tmp_path / "impreso ñ.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    return target


def type_over(line: QLineEdit, words: str) -> None:
    """Writes over what is there and goes on to the next field."""
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, words)
    QTest.keyClick(line, Qt.Key.Key_Tab)


def store_of(window: MainWindow) -> Store:
    assert window.ctx is not None
    return window.ctx.store


def texts(path: Path) -> list[str]:
    return [page.extract_text() for page in PdfReader(path).pages]
