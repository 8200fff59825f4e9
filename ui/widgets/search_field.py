"""The field that searches or filters, with its magnifier and its cross."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.theme import font, icon, u
from ui.widgets import paint
from ui.widgets.line_edit import LineEdit


class SearchField(LineEdit):
    """Tells `typed(text)` as one types; Esc empties it, arrow down tells `left_down`."""

    typed = Signal(str)
    left_down = Signal()
    entered = Signal()

    def __init__(
        self,
        hint: str,
        *,
        ground: str = "",
        shortcut: str = "",
        wait: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self._ground, self._shortcut = ground, shortcut
        if ground:
            self.setProperty("ground", ground)
        self._leave_room()
        role = "headtext2" if ground else "text2"
        self._cross = self.addAction(icon("x", role), QLineEdit.ActionPosition.TrailingPosition)
        self._cross.setToolTip("Quitar lo escrito (Esc)")
        self._cross.triggered.connect(self.clear)
        self._cross.setVisible(False)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(wait)
        self._pause.timeout.connect(self._tell)
        self.textChanged.connect(self._on_text)

    def _on_text(self, words: str) -> None:
        self._cross.setVisible(bool(words))
        self._leave_room()
        if self._pause.interval() and words:
            self._pause.start()
        else:
            self._tell()

    def sizeHint(self) -> QSize:
        return QSize(u(55), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        words = paint.width_of(self.placeholderText(), font("body")) + u(11)
        return QSize(min(words, u(46)), super().minimumSizeHint().height())

    def _leave_room(self) -> None:
        """For the magnifier at the left and, while it is empty, the shortcut at the right."""
        told = self._shortcut and not self.text()
        right = paint.width_of(self._shortcut, font("caption")) + u(2) if told else 0
        self.setTextMargins(u(5.5), 0, right, 0)

    def _tell(self) -> None:
        self._pause.stop()
        self.typed.emit(self.text())

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
            and self.text()
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif key == Qt.Key.Key_Down:
            self.left_down.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._tell()
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter, side = paint.painter_of(self), u(4.5)
        role = "headtext2" if self._ground else "text2"
        paint.glyph(painter, "search", role, u(2.25), (self.height() - side) / 2, side)
        if self._shortcut and not self.text():
            area = QRect(0, 0, self.width() - u(2.5), self.height())
            align = Qt.AlignmentFlag.AlignRight
            paint.text(painter, area, self._shortcut, font("caption"), role, align)
