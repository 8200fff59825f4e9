"""The strip that says, in its place, what needs deciding: what, why and one button."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.theme import color, font, u
from ui.widgets import marks, paint
from ui.widgets.buttons import Button
from ui.widgets.labels import Label

# kind -> role of the edge and glyph, ground, icon when the kind has no level shape
_KINDS = {
    "alto": ("alto", "altotint", ""),
    "medio": ("medio", "mediotint", ""),
    "barro": ("accent", "accenttint", "reply"),
    "info": ("primary", "tint2", "info"),
    "ok": ("ok", "oktint", "check"),
    "bajo": ("bajo", "bajotint", ""),
    "sin_riesgo": ("ok", "oktint", ""),
    "sin_datos": ("text2", "sunken", ""),
}


class Strip(QFrame):
    """Kinds: alto, medio (something is wrong), barro (an answer owed or a way back), info, ok;
    and the other levels: bajo, sin_riesgo, sin_datos.
    """

    pressed = Signal()

    def __init__(
        self,
        kind: str,
        words: str = "",
        second: str = "",
        button: str = "",
        *,
        lead: str = "",
        icon_name: str = "",
        plain: bool = False,
    ) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._kind, self._icon_name = kind, icon_name
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(u(5), u(2), u(3), u(2))
        row.setSpacing(u(3))
        self.lead = Label(lead, "body", _KINDS[kind][0])
        self._glyph = _Glyph(kind, icon_name)
        beside = QHBoxLayout()
        beside.setSpacing(u(1.5))
        beside.addWidget(self._glyph)
        beside.addWidget(self.lead)
        row.addLayout(beside)
        column = QVBoxLayout()
        column.setSpacing(0)
        self.words = Label(strong=True, wrap=True)
        self.second = Label("", "caption", "text2", wrap=True)
        column.addStretch(1)
        column.addWidget(self.words)
        column.addWidget(self.second)
        column.addStretch(1)
        row.addLayout(column, 1)
        self.extra = QHBoxLayout()
        self.extra.setSpacing(u(2))
        row.addLayout(self.extra)
        self.button = Button(button or " ", "plain" if plain else "outlined")
        self.button.clicked.connect(self.pressed)
        row.addWidget(self.button)
        self.set_words(words, second, button, lead)

    def set_words(self, words: str, second: str = "", button: str = "", lead: str = "") -> None:
        """Says something else; what is empty disappears."""
        for label, text in ((self.words, words), (self.second, second), (self.lead, lead)):
            label.setText(text)
            label.setVisible(bool(text))
        self.button.setVisible(bool(button))
        if button:
            self.button.setText(button)
            self.button.updateGeometry()
        self.setAccessibleName(" ".join(part for part in (lead, words, second) if part))
        self._take_height()

    def set_kind(self, kind: str, icon_name: str = "") -> None:
        """Changes the kind and, if wanted, the icon."""
        self._kind = kind
        self._glyph.set_kind(kind, icon_name)
        self.lead.set_role(_KINDS[kind][0])
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._take_height()

    def _take_height(self) -> None:
        """The height that its words need at this width: neither cut nor loose."""
        self._row.activate()  # else the column inside answers with the words it had before
        needed = max(self._row.heightForWidth(self.width()), u(11))
        if needed != self.height():
            self.setFixedHeight(needed)
            self._row.invalidate()
            self._row.activate()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.painter_of(self)
        role, ground, _ = _KINDS[self._kind]
        painter.fillRect(self.rect(), color(ground))
        painter.fillRect(0, 0, u(1), self.height(), color(role))


class _Glyph(QWidget):
    """The shape of a kind of strip."""

    def __init__(self, kind: str, icon_name: str) -> None:
        super().__init__()
        self.set_kind(kind, icon_name)
        self.setFixedSize(u(5), u(5))

    def set_kind(self, kind: str, icon_name: str) -> None:
        self._kind, self._icon_name = kind, icon_name or _KINDS[kind][2]
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.painter_of(self)
        role, side = _KINDS[self._kind][0], self.width()
        if self._icon_name:
            paint.glyph(painter, self._icon_name, role, 0, 0, side)
        else:
            small = u(3)
            marks.paint_level_glyph(
                painter, self._kind, (side - small) / 2, (side - small) / 2, small
            )


class Problem(QWidget):
    """One sentence with the glyph of an error or a warning, to put under a field."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._level = "alto"
        row = QHBoxLayout(self)
        row.setContentsMargins(u(5), 0, 0, 0)
        self.words = Label("", "caption", "alto", wrap=True)
        row.addWidget(self.words, 1)
        self.hide()

    def say(self, sentence: str, level: str = "alto") -> None:
        """Shows a sentence (alto is an error, medio a warning); the empty text hides it."""
        self._level = level
        self.words.setText(sentence)
        self.words.set_role(level)
        self.setVisible(bool(sentence))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        side = u(2.75)
        top = (paint.height_of(font("caption")) - side) / 2
        marks.paint_level_glyph(paint.painter_of(self), self._level, u(0.5), top, side)
