"""The base of every dialog: its keys, where the cursor starts, its size."""

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from ui.theme import u
from ui.widgets.buttons import Button
from ui.widgets.dialog import Dialog, Shade
from ui.widgets.line_edit import LineEdit, Paragraph


class Windows(QObject):
    """Keeps what is shown as a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[QObject] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(watched)
        return False


def open_dialog(shown, **how) -> tuple[QWidget, Dialog]:
    window = QWidget()
    window.resize(1000, 700)
    line = LineEdit(parent=window)
    shown(window)
    line.setFocus()
    dialog = Dialog("Imprimir", window, **how)
    dialog.open()
    return window, dialog


def test_enter_accepts_and_the_focus_goes_back(qtbot, shown):
    window, dialog = open_dialog(shown, action="Imprimir 18 cartas", size="small")
    assert window.findChild(Shade) is not None
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert window.focusWidget() is window.findChild(LineEdit)


def test_the_cursor_starts_in_the_content_and_tab_ends_in_the_foot(qtbot, shown):
    window = shown(QWidget())
    dialog = Dialog("Registrar sesión", window, action="Registrar", help_topic="planes")
    first, second, extra = LineEdit(), LineEdit(), Button("Guardar PDF")
    for line in (first, second):
        dialog.body.addWidget(line)
    dialog.add_secondary(extra)
    dialog.open()
    qtbot.waitUntil(first.hasFocus)
    for expected in (second, dialog.main, extra, dialog.cancel, dialog.help, dialog.close_button):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is expected


@pytest.mark.parametrize(("action", "button"), [("Imprimir", "main"), ("", "cancel")])
def test_without_content_the_cursor_is_in_its_button(qtbot, shown, action: str, button: str):
    _window, dialog = open_dialog(shown, action=action)
    qtbot.waitUntil(getattr(dialog, button).hasFocus)


def test_without_content_the_cursor_is_not_in_a_second_button(qtbot, shown):
    window = shown(QWidget())
    dialog = Dialog("Algo falló", window, action="Continuar")
    dialog.cancel.hide()
    dialog.add_secondary(Button("Abrir carpeta"))
    dialog.open()
    qtbot.waitUntil(dialog.main.hasFocus)


def test_a_part_of_a_dialog_is_never_a_window_of_its_own(shown, look: QApplication):
    window = shown(QWidget())
    windows = Windows()
    look.installEventFilter(windows)
    dialog = Dialog("Imprimir", window, action="Imprimir", help_topic="carnet")
    dialog.open()
    look.removeEventFilter(windows)
    assert windows.shown == [dialog]


def test_escape_cancels(qtbot, shown):
    _window, dialog = open_dialog(shown, action="Imprimir")
    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)


def test_enter_does_nothing_while_the_button_waits(qtbot, shown):
    _window, dialog = open_dialog(shown, action="Poner contraseña")
    dialog.main.set_reason("Falta imprimir la hoja.")
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.isVisible()


def test_enter_in_a_paragraph_writes_a_line(qtbot, shown):
    _window, dialog = open_dialog(shown, action="Guardar")
    lines = Paragraph()
    dialog.body.addWidget(lines)
    lines.setFocus()
    qtbot.keyClick(lines, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert lines.toPlainText() == "\n"


@pytest.mark.parametrize("size", ["small", "medium", "large", "full"])
def test_a_dialog_never_is_bigger_than_its_window(shown, size: str):
    window, dialog = open_dialog(shown, size=size)
    assert dialog.width() <= window.width() - u(6)
    assert dialog.height() <= window.height() - u(6)


@pytest.mark.parametrize("size", ["small", "medium"])
def test_a_long_title_goes_on_in_the_next_line(shown, size: str):
    window = QWidget()
    window.resize(1000, 700)
    shown(window)
    name = "Abcdeñghijk Lmnopqrstuvwxyz Ábcdefghijklm Nopqrstuvwxyz Abcd"
    dialog = Dialog(f"Agregar asignatura a María {name}", window, size=size, action="Agregar")
    dialog.open()
    QApplication.processEvents()
    title = dialog.title
    assert title.height() >= title.heightForWidth(title.width())
    assert title.height() > 1.8 * title.fontMetrics().height()
