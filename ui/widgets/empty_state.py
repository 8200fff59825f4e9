"""What an empty list says: what there is not, why, and the button that fills it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import u
from ui.widgets.buttons import Button
from ui.widgets.labels import Label
from ui.widgets.marks import Avatar


class EmptyState(QWidget):
    """An icon in a circle, a title, a sentence and up to two buttons, in the middle."""

    def __init__(
        self,
        icon_name: str,
        title: str,
        sentence: str = "",
        *buttons: Button,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.avatar = Avatar(icon_name=icon_name, size=10 if buttons else 12)
        self.title = Label(title, "section")
        self.sentence = Label(sentence, "body", "text2", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(u(4), u(4), u(4), u(4))
        column.setSpacing(u(1.5))
        column.addStretch(1)
        column.addWidget(self.avatar, 0, Qt.AlignmentFlag.AlignHCenter)
        for label in (self.title, self.sentence):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        self._row = QHBoxLayout()
        self._row.setSpacing(u(2))
        self._row.addStretch(1)
        self._row.addStretch(1)
        column.addSpacing(u(1))
        column.addLayout(self._row)
        column.addStretch(1)
        for button in buttons:
            self.add_button(button)
        self.sentence.setVisible(bool(sentence))

    def add_button(self, button: Button) -> None:
        """Puts one more button under the sentence."""
        self._row.insertWidget(self._row.count() - 1, button)

    def set_words(self, title: str, sentence: str = "") -> None:
        """Says something else."""
        self.title.setText(title)
        self.sentence.setText(sentence)
        self.sentence.setVisible(bool(sentence))
