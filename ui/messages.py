"""The one place that says and asks: toasts, strips, problems and confirmations.

Pages call these functions; the window lends its voice with `use`, tests listen with another.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from ui.theme import u
from ui.widgets.buttons import Button
from ui.widgets.dialog import Dialog
from ui.widgets.labels import Label
from ui.widgets.strip import Strip
from ui.widgets.toast import Toast, announce

Run = Callable[[], object]


class Voice(Protocol):
    """Who says it: the window, or a test that listens."""

    def toast(self, words: str, action: str, run: Run | None, kind: str) -> None:
        """A short notice that goes away."""
        ...

    def strip(self, kind: str, words: str, second: str, button: str, run: Run | None) -> None:
        """A notice over the page that stays until it is decided; without words it goes."""
        ...

    def problem(self, sentence: str, title: str) -> None:
        """Something could not be done, and what to do."""
        ...

    def confirm(self, question: str, second: str, action: str, run: Run) -> None:
        """A question; `run` is called when the answer is the action."""
        ...

    def bug(self, sentence: str, folder: Path | None) -> None:
        """A defect of the program; its report is in a folder."""
        ...


class Silence:
    """The voice before there is a window: only what cannot be kept quiet opens a dialog."""

    def __init__(self) -> None:
        self._open: list[Dialog] = []

    def toast(self, words: str, action: str, run: Run | None, kind: str) -> None:
        """Says nothing."""

    def strip(self, kind: str, words: str, second: str, button: str, run: Run | None) -> None:
        """Says nothing."""

    def problem(self, sentence: str, title: str) -> None:
        """Opens a dialog of its own: a problem is never kept quiet."""
        self._show(_notice(None, title, sentence))

    def confirm(self, question: str, second: str, action: str, run: Run) -> None:
        """Asks in a dialog of its own."""
        self._show(_question(None, question, second, action, run))

    def bug(self, sentence: str, folder: Path | None) -> None:
        """Opens a dialog of its own."""
        self._show(_bug(None, sentence, folder))

    def _show(self, dialog: Dialog) -> None:
        self._open = [dialog]  # without parent nothing else would keep it alive
        dialog.open()


class WindowVoice:
    """Says it in a window: toasts over it, strips in its place, dialogs before it."""

    def __init__(self, window: QWidget, strips: QVBoxLayout | None = None) -> None:
        self._window, self._strips = window, strips
        self._toast: Toast | None = None
        self._strip: Strip | None = None

    def toast(self, words: str, action: str, run: Run | None, kind: str) -> None:
        """Shows it at the bottom left; the one before goes."""
        if self._toast is None:
            self._toast = Toast(self._window)
        self._toast.say(words, action, run, kind=kind, seconds=8 if kind == "ok" else 16)

    def focus_toast(self) -> bool:
        """F6: the focus goes to the toast if there is one."""
        return self._toast is not None and self._toast.take_focus()

    def dismiss(self) -> None:
        """The toast goes away."""
        if self._toast is not None:
            self._toast.dismiss()

    def strip(self, kind: str, words: str, second: str, button: str, run: Run | None) -> None:
        """Shows it in the place that the window gave; without words takes it away."""
        if self._strip is not None:
            self._strip.deleteLater()
            self._strip = None
        if self._strips is None or not words:
            return
        self._strip = Strip(kind, words, second, button)
        if run is not None:
            self._strip.pressed.connect(run)
        self._strips.addWidget(self._strip)
        announce(self._window, f"{words} {second}", urgent=kind == "alto")

    def problem(self, sentence: str, title: str) -> None:
        """A toast that warns; a dialog when another dialog is open over the window."""
        over = QApplication.activeModalWidget()
        if over is None and not title:
            self.toast(sentence, "", None, "alert")
        else:
            _notice(over or self._window, title, sentence).open()

    def confirm(self, question: str, second: str, action: str, run: Run) -> None:
        """Asks in a dialog."""
        over = QApplication.activeModalWidget() or self._window
        _question(over, question, second, action, run).open()

    def bug(self, sentence: str, folder: Path | None) -> None:
        """Tells it in a dialog with the folder of the report."""
        _bug(QApplication.activeModalWidget() or self._window, sentence, folder).open()


_voice: list[Voice] = [Silence()]
_problems = [0]


def use(voice: Voice | QWidget) -> Voice:
    """From now on this voice, or this window, says everything; gives the one before."""
    before = _voice[0]
    _voice[0] = WindowVoice(voice) if isinstance(voice, QWidget) else voice
    return before


def focus_toast() -> None:
    """F6: the focus goes to the toast if there is one."""
    if isinstance(voice := _voice[0], WindowVoice):
        voice.focus_toast()


def dismiss() -> None:
    """Esc: the toast goes away."""
    if isinstance(voice := _voice[0], WindowVoice):
        voice.dismiss()


def busy(on: bool) -> None:
    """The busy pointer while something takes less than a second."""
    if on:
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    else:
        QApplication.restoreOverrideCursor()


def toast(words: str, action: str = "", run: Run | None = None, *, kind: str = "ok") -> None:
    """`toast("Se importaron 310 alumnos.", "Deshacer", ctx.undo)`; kind is ok or alert."""
    _voice[0].toast(words, action, run, kind)


def strip(
    kind: str, words: str, second: str = "", button: str = "", run: Run | None = None
) -> None:
    """A strip over the page (alto, medio, barro, info); without words it goes away."""
    _voice[0].strip(kind, words, second, button, run)


def problem(sentence: str, title: str = "") -> None:
    """What could not be done and what to do, as an AppError says it."""
    _problems[0] += 1
    _voice[0].problem(sentence, title)


def problems_told() -> int:
    """How many problems were told: one that edits compares it to know whether it was stored."""
    return _problems[0]


def confirm(question: str, action: str, run: Run, second: str = "") -> None:
    """Asks before what cannot be undone: `confirm("…", "Cerrar sin guardar", self.close)`."""
    _voice[0].confirm(question, second, action, run)


def bug(sentence: str, folder: Path | None = None) -> None:
    """A defect: what failed, that the data are complete, where the report is."""
    _voice[0].bug(sentence, folder)


def defect(report: str) -> None:
    """A defect whose report was written at this path."""
    bug(
        "Algo falló. Sus datos están completos. El informe quedó en esta carpeta.",
        Path(report).parent,
    )


def _notice(parent: QWidget | None, title: str, sentence: str) -> Dialog:
    dialog = Dialog(title or "Aviso", parent, size="small", action="Entendido")
    dialog.cancel.hide()
    dialog.body.addWidget(Label(sentence, wrap=True))
    dialog.body.addSpacing(u(2))
    return dialog


def _question(parent: QWidget | None, question: str, second: str, action: str, run: Run) -> Dialog:
    dialog = Dialog(question, parent, size="small", action=action)
    dialog.title.setWordWrap(True)
    if second:
        dialog.body.addWidget(Label(second, "body", "text2", wrap=True))
        dialog.body.addSpacing(u(2))
    dialog.accepted.connect(run)
    return dialog


def _bug(parent: QWidget | None, sentence: str, folder: Path | None) -> Dialog:
    dialog = Dialog("Algo falló", parent, size="small", action="Continuar")
    dialog.cancel.hide()
    dialog.body.addWidget(Label(sentence, wrap=True))
    dialog.body.addSpacing(u(2))
    if folder is not None:
        button = Button("Abrir carpeta", "outlined", "folder")
        url = QUrl.fromLocalFile(str(folder))
        button.clicked.connect(lambda: QDesktopServices.openUrl(url))
        dialog.add_secondary(button)
    return dialog
