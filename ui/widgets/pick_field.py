"""A line that offers the options that match what is typed, accents aside."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QCompleter, QWidget

from ui.theme import u
from ui.widgets import letters, paint
from ui.widgets.line_edit import LineEdit
from ui.widgets.options import OptionDelegate, option_list

_MOST = 200


class PickField(LineEdit):
    """`picked(key)` tells what is chosen; with `free` any text is accepted and `left` tells it.

    The key None is nothing chosen: the user empties the line.
    """

    picked = Signal(object)

    def __init__(
        self,
        options: Sequence[tuple[object, str]] = (),
        *,
        free: bool = False,
        name: str = "",
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name=name, parent=parent)
        self._free = free
        self._key: object = None
        self._keys: list[object] = []
        self._labels: list[str] = []
        self._found: list[int] = []
        self.setPlaceholderText(hint)
        self.setTextMargins(0, 0, u(6), 0)
        self._list = QStringListModel(self)
        self._completer = QCompleter(self._list, self)
        self._list_view = option_list(self)
        self._completer.setPopup(self._list_view)
        self._list_view.setItemDelegate(OptionDelegate(self))  # the completer puts its own
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setMaxVisibleItems(10)
        self._completer.setWidget(self)
        self._completer.activated[QModelIndex].connect(self._on_activated)  # pyright: ignore[reportIndexIssue]
        self.textEdited.connect(self._offer)
        self.set_options(options)

    @property
    def key(self) -> object:
        """What is chosen, or None."""
        return self._key

    def set_options(self, options: Sequence[tuple[object, str]]) -> None:
        """Changes what may be chosen."""
        self._keys = [key for key, _ in options]
        self._labels = [label for _, label in options]
        self._hays = letters.folded(self._labels)

    def set_key(self, key: object) -> None:
        """Chooses without telling."""
        self._key = key
        if not self._free:
            self.setText(self._label(key))
            self.setCursorPosition(0)

    def _label(self, key: object) -> str:
        return self._labels[self._keys.index(key)] if key in self._keys else ""

    def _offer(self, words: str) -> None:
        self._found = letters.ranked(words, self._hays)[:_MOST]
        self._list.setStringList([self._labels[i] for i in self._found])
        if self._found:
            self._completer.complete()
            if not self._free:  # Enter takes the first, which is seen to be chosen
                first = self._completer.completionModel().index(0, 0)
                self._list_view.setCurrentIndex(first)
        else:
            self._list_view.hide()

    def offer_all(self) -> None:
        """Opens the list with everything."""
        self.selectAll()
        self._offer("")

    def _on_activated(self, index: QModelIndex) -> None:
        self._take(self._found[index.row()])

    def _take(self, place: int) -> None:
        self.setText(self._labels[place])
        self.setModified(False)
        if self._free:
            self._key = self._keys[place]
            self.left.emit()
        elif self._keys[place] != self._key:
            self._key = self._keys[place]
            self.picked.emit(self._key)

    def _settle(self) -> None:
        """What was typed becomes a choice, or goes back to the one before."""
        if self._free or self.text() == self._label(self._key):
            return
        if not self.text().strip():
            self._key = None
            self.picked.emit(None)
            return
        found = letters.ranked(self.text(), self._hays)
        exact = [i for i in found if self._hays[i] == letters.folded([self.text()])[0].strip()]
        if len(exact) == 1 or len(found) == 1:
            self._take((exact or found)[0])
        else:
            self.setText(self._label(self._key))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._settle()

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab takes what is seen to be chosen, as Enter does: else what was typed would be lost."""
        current = self._list_view.currentIndex()
        if self.isModified() and not self._free and self._list_view.isVisible():
            if current.isValid() and current.row() < len(self._found):
                self._take(self._found[current.row()])
            self._list_view.hide()
        return super().focusNextPrevChild(next)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and not self._list_view.isVisible():
            self.offer_all()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self._free:
            self._settle()
            super().keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.position().x() > self.width() - u(8) and not self.isReadOnly():
            self.offer_all()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        over = event.position().x() > self.width() - u(8)
        self.setCursor(Qt.CursorShape.ArrowCursor if over else Qt.CursorShape.IBeamCursor)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.isReadOnly():
            side = u(4)
            tone = "text2" if self.isEnabled() else "disabled"
            x, y = self.width() - side - u(2), (self.height() - side) / 2
            paint.glyph(paint.painter_of(self), "chevron-down", tone, x, y, side)
