"""What tests of the window share: the look, a voice that listens, a window on a real file."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QThreadPool
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from app.store import Store
from ui import messages, theme
from ui.main_window import MainWindow


@dataclass
class Heard:
    """What the program said; `press` answers the last toast or question."""

    toasts: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    questions: list[str] = field(default_factory=list)
    press: Callable[[], object] | None = None

    def toast(self, words: str, action: str, run: Callable[[], object] | None, kind: str) -> None:
        self.toasts.append(words)
        self.press = run

    def strip(self, kind: str, words: str, second: str, button: str, run: object) -> None:
        self.toasts.append(words)

    def problem(self, sentence: str, title: str) -> None:
        self.problems.append(sentence)

    def confirm(self, question: str, second: str, action: str, run: Callable[[], object]) -> None:
        self.questions.append(question)
        self.press = run

    def bug(self, sentence: str, folder: object) -> None:
        self.problems.append(sentence)


@pytest.fixture(scope="session")
def look(qapp: QApplication) -> QApplication:
    """The light theme in force, with the typeface that stands in for Segoe UI if it is there."""
    if "Open Sans" in QFontDatabase.families():
        qapp.setFont(QFont("Open Sans", 9))
    theme.apply(qapp, "clara")
    return qapp


@pytest.fixture(autouse=True)
def nothing_left(look: QApplication) -> Iterator[None]:
    """Destroys what the test opened, and asserts that nothing stays alive nor works on."""
    yield
    assert QThreadPool.globalInstance().waitForDone(5000)
    look.processEvents()
    for widget in QApplication.topLevelWidgets():
        widget.close()
        widget.deleteLater()
    for _ in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not [widget for widget in QApplication.topLevelWidgets() if widget.parent() is None]


@pytest.fixture
def shown(qtbot: QtBot) -> Callable[[QWidget], QWidget]:
    """Shows a widget as the active window and waits until it is on the screen."""

    def show(widget: QWidget) -> QWidget:
        qtbot.addWidget(widget)
        widget.show()
        widget.activateWindow()
        qtbot.waitUntil(widget.isActiveWindow)
        return widget

    return show


@pytest.fixture(autouse=True)
def no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    """A dialog that would block the test fails it instead."""

    def refuse(*_arguments: object, **_more: object) -> None:
        pytest.fail("a dialog blocked the program")

    monkeypatch.setattr(QDialog, "exec", refuse)
    for name in ("getOpenFileName", "getOpenFileNames", "getSaveFileName", "getExistingDirectory"):
        monkeypatch.setattr(QFileDialog, name, refuse)


@pytest.fixture
def says() -> Iterator[Heard]:
    """Everything that the program says goes here instead of to the screen."""
    heard = Heard()
    before = messages.use(heard)
    yield heard
    messages.use(before)


@pytest.fixture
def empty_window(qtbot: QtBot) -> Iterator[MainWindow]:
    """The main window with no file open, at the smallest size that must work."""
    window = MainWindow()
    window.resize(1280, 680)
    window.use(None)
    window.show()
    yield window
    window.close()
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def window(empty_window: MainWindow, demo: Store, says: Heard) -> MainWindow:
    """The main window on the made-up plantel of 60 alumnos; what it says is in `says`."""
    empty_window.use(demo)
    messages.use(says)
    return empty_window
