"""Texts of a page: by step of the type scale and role of colour, and one that cuts itself."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFont, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.theme import font
from ui.widgets import paint


class Label(QLabel):
    """A text with a step (caption, body, section, detail, page, hero) and a role of colour."""

    def __init__(
        self,
        words: str = "",
        step: str = "body",
        role: str = "text",
        *,
        strong: bool | None = None,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(words, parent)
        self._step, self._strong = step, strong
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setFont(font(step, strong))
        self.setWordWrap(wrap)
        policy = self.sizePolicy()  # a new one would forget that the height depends on the width
        policy.setVerticalPolicy(QSizePolicy.Policy.Minimum if wrap else QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)

    def set_role(self, role: str) -> None:
        """Changes the role of colour."""
        if self.property("role") != role:
            self.setProperty("role", role)
            self.style().unpolish(self)
            self.style().polish(self)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.setFont(font(self._step, self._strong))


class SectionLabel(Label):
    """The name of a section of a page, in body 600; a caption may follow with `note`."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, "body", strong=True, parent=parent)


class ElidedLabel(QWidget):
    """One line that gives up its end when there is no room; the whole is in its tooltip."""

    def __init__(
        self,
        words: str = "",
        step: str = "body",
        role: str = "text",
        *,
        strong: bool | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._words, self._step, self._role, self._strong = words, step, role, strong
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(words)

    def text(self) -> str:
        """The whole text."""
        return self._words

    def setText(self, words: str) -> None:
        """Changes the text."""
        if words != self._words:
            self._words = words
            self.setAccessibleName(words)
            self._explain()
            self.updateGeometry()
            self.update()

    def set_role(self, role: str) -> None:
        """Changes the role of colour."""
        self._role = role
        self.update()

    def is_cut(self) -> bool:
        """Whether part of the text is not seen now."""
        return paint.width_of(self._words, self._face()) > self.width()

    def _face(self) -> QFont:
        return font(self._step, self._strong)

    def _explain(self) -> None:
        self.setToolTip(paint.tip(self._words) if self.is_cut() else "")

    def sizeHint(self) -> QSize:
        face = self._face()
        return QSize(paint.width_of(self._words, face) + 1, paint.height_of(face))

    def minimumSizeHint(self) -> QSize:
        return QSize(
            min(paint.width_of("MMMMMM", self._face()), self.sizeHint().width()),
            self.sizeHint().height(),
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._explain()

    def paintEvent(self, _event: QPaintEvent) -> None:
        role = self._role if self.isEnabled() else "disabled"
        paint.text(paint.painter_of(self), self.rect(), self._words, self._face(), role)
