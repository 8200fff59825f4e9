"""Several records chosen at once: the part that is the same in every tab."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.actions import Action
from ui.theme import u
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import ElidedLabel, Label
from ui.widgets.marks import Avatar

_ONE_BY_ONE = "one"


class ManyHead(QWidget):
    """How many are chosen and, under it, what they share."""

    def __init__(self, icon: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(u(3))
        row.addWidget(Avatar(icon_name=icon))
        words = QVBoxLayout()
        words.setSpacing(0)
        self.count = Label("", "detail")
        self.shared = ElidedLabel("", "caption", "text2")
        words.addWidget(self.count)
        words.addWidget(self.shared)
        row.addLayout(words, 1)


class ManyChosen(Card):
    """The count, what they share and the mass actions, each with those it can be done to."""

    def __init__(self, icon: str, actions: Callable[[], Sequence[Action]]) -> None:
        super().__init__(padding=0)
        self._actions = actions
        self.able: dict[str, list[int]] = {}
        self.body.setContentsMargins(u(4.5), u(3.5), u(4.5), u(3))
        self.body.setSpacing(u(4))
        self.head = ManyHead(icon)
        self.body.addWidget(self.head)
        self.buttons: dict[str, Button] = {}
        flow = FlowLayout()
        for action in actions():
            if action.needs == _ONE_BY_ONE:
                continue
            kind = "danger" if action.danger else "outlined"
            button = Button(action.label, kind, action.icon)
            button.clicked.connect(partial(self._run, action.label))
            self.buttons[action.label] = button
            flow.addWidget(button)
        self.body.addLayout(flow)
        self.body.addStretch(1)

    def offer(
        self,
        rows: Sequence[Any],
        labels_for: Callable[[Any], Sequence[str] | set[str]],
        ident: Callable[[Any], int],
    ) -> None:
        """Shows each action with how many of the rows it can be done to."""
        labels = [(ident(row), labels_for(row)) for row in rows]
        for action in self._actions():
            if button := self.buttons.get(action.label):
                able = [id for id, found in labels if action.label in found]
                self.able[action.label] = able
                button.setVisible(bool(able))
                button.setText(action.words(len(able)))
                button.updateGeometry()

    def _run(self, label: str, _checked: bool = False) -> None:
        declared = next(one for one in self._actions() if one.label == label)
        declared.run(self.able[label])
