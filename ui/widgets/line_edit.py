"""A line to type in that lets the window undo when the line itself has nothing to undo."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from ui.theme import u
from ui.widgets import paint

_STAYS = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
"""Why the cursor goes though the user has not finished with the line."""


def frees_undo(event: QEvent, *, can_undo: bool, can_redo: bool) -> bool:
    """Whether a field must let this key reach the window: undo or redo with nothing of its own."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    undo = event.matches(QKeySequence.StandardKey.Undo) and not can_undo
    redo = event.matches(QKeySequence.StandardKey.Redo) and not can_redo
    return undo or redo


class LineEdit(QLineEdit):
    """One line; `left` tells that the user finished with it (Enter or another field)."""

    left = Signal()

    def __init__(self, words: str = "", *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        if name:
            self.setAccessibleName(name)
        self.editingFinished.connect(self._on_finished)

    def event(self, event: QEvent) -> bool:
        if frees_undo(event, can_undo=self.isUndoAvailable(), can_redo=self.isRedoAvailable()):
            event.ignore()
            return False
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _STAYS:  # Qt tells only of what changed since it last told
            self._on_finished()

    def set_problem(self, level: str) -> None:
        """The outline of an error or a warning; the empty text takes it away."""
        mark_problem(self, level)

    def _on_finished(self) -> None:
        if self.isModified():
            self.setModified(False)
            self.left.emit()


class Paragraph(QPlainTextEdit):
    """Several lines that grow with what is written; `left` tells that it was left changed."""

    left = Signal()

    def __init__(
        self, words: str = "", *, name: str = "", lines: int = 2, parent: QWidget | None = None
    ) -> None:
        super().__init__(words, parent)
        self._lines, self._most = lines, max(lines, 8)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        if name:
            self.setAccessibleName(name)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self._grow()

    def set_room(self, least: int, most: int) -> None:
        """From how many lines to how many it grows."""
        self._lines, self._most = least, most
        self._grow()

    def set_text(self, words: str) -> None:
        """Changes the text without telling; what could be undone is forgotten."""
        if words != self.toPlainText() or self.document().isUndoAvailable():
            self.setPlainText(words)
        self.document().setModified(False)

    def event(self, event: QEvent) -> bool:
        document = self.document()
        can_undo, can_redo = document.isUndoAvailable(), document.isRedoAvailable()
        if frees_undo(event, can_undo=can_undo, can_redo=can_redo):
            event.ignore()
            return False
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self.document().isModified():
            self.document().setModified(False)
            self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()

    def set_problem(self, level: str) -> None:
        """The outline of an error or a warning; the empty text takes it away."""
        mark_problem(self, level)

    def _grow(self, *_size: object) -> None:
        written = self.document().documentLayout().documentSize().height()
        lines = min(max(self._lines, round(written)), self._most)
        self.setFixedHeight(lines * paint.height_of(self.font()) + u(5))


def mark_problem(field: QWidget, level: str) -> None:
    """Sets the property `problem` that the stylesheet draws: alto is an error, medio a warning."""
    value = {"alto": "error", "medio": "warning"}.get(level)
    if field.property("problem") != value:
        field.setProperty("problem", value)
        field.style().unpolish(field)
        field.style().polish(field)
