"""The state of a plan in its header: an icon and its words."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import font, u
from ui.widgets import paint


class StateMark(QWidget):
    """An icon in the colour of a role, and words in 600."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._icon, self._role = "", "", "text2"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_state(self, words: str, icon: str, role: str) -> None:
        """Shows another state."""
        self._words, self._icon, self._role = words, icon, role
        self.setAccessibleName(f"Estado: {words}")
        self.setToolTip("")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(u(6.5) + paint.width_of(self._words, font("body", True)) + 1, u(8))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.painter_of(self)
        side = u(4.5)
        if self._icon:
            paint.glyph(painter, self._icon, self._role, 0, (self.height() - side) / 2, side)
        beside = QRect(u(6.5), 0, self.width() - u(6.5), self.height())
        paint.text(painter, beside, self._words, font("body", True))
