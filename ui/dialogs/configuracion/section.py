"""What the sections of Configuración share: heading, the open file, problems that stay."""

from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.fields import Field
from ui.context import Context
from ui.forms.form import Form
from ui.theme import u
from ui.widgets.card import ScrollPane
from ui.widgets.labels import Label


class Section(QWidget):
    """A page of the dialog; it reads again when one of its TABLES changes."""

    TABLES: frozenset[str] = frozenset()

    def __init__(self, ctx: Context, title: str, sentence: str, *, scrolls: bool = False) -> None:
        super().__init__()
        self.ctx = ctx
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(u(2.5))
        self.head = QHBoxLayout()
        self.head.setSpacing(u(2))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(title, "detail"))
        self.sentence = Label(sentence, "caption", "text2", wrap=True)
        words.addWidget(self.sentence)
        self.head.addLayout(words, 1)
        outer.addLayout(self.head)
        self.column = outer
        if scrolls:
            pane = ScrollPane()
            pane.body.setContentsMargins(0, 0, u(3), u(2))
            pane.body.setSpacing(u(3))
            outer.addWidget(pane, 1)
            self.column = pane.body

    def refresh(self) -> None:
        """Reads everything again; what is being typed stays."""
        raise NotImplementedError

    def problem(self) -> str:
        """The first error that is shown in a form of this section, or the empty text."""
        for form in self.findChildren(Form):
            for one in form.fields.values():
                if one.is_wrong:
                    return one.sentence
        return ""


def typed(field: Field, value: Any) -> str:
    """A value as a service takes it: the text that gives it."""
    return value if isinstance(value, str) else field.show(value)
