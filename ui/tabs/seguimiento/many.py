"""Several sessions chosen at once: what they share and what can be done with all."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.store.queries.sesiones import FilaSesion
from app.text import counted
from ui.tabs.seguimiento import looks
from ui.tabs.seguimiento.deeds import Deeds
from ui.theme import u
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import ElidedLabel, Label
from ui.widgets.marks import Avatar

_ONE_BY_ONE = "one"


class Many(Card):
    """The count and the mass actions."""

    def __init__(self, deeds: Deeds) -> None:
        super().__init__(padding=0)
        self.deeds = deeds
        self.able: dict[str, list[int]] = {}
        self.body.setContentsMargins(u(4.5), u(3.5), u(4.5), u(3))
        self.body.setSpacing(u(4))
        row = QHBoxLayout()
        row.setSpacing(u(3))
        row.addWidget(Avatar(icon_name="calendar-check"))
        words = QVBoxLayout()
        words.setSpacing(0)
        self.count = Label("", "detail")
        self.shared = ElidedLabel("", "caption", "text2")
        words.addWidget(self.count)
        words.addWidget(self.shared)
        row.addLayout(words, 1)
        self.body.addLayout(row)
        self.buttons: dict[str, Button] = {}
        flow = FlowLayout()
        for action in deeds.actions():
            if action.needs == _ONE_BY_ONE:
                continue
            kind = "danger" if action.danger else "outlined"
            button = Button(action.label, kind, action.icon)
            button.clicked.connect(partial(self._run, action.label))
            self.buttons[action.label] = button
            flow.addWidget(button)
        self.body.addLayout(flow)
        self.body.addStretch(1)

    def show_rows(self, rows: list[FilaSesion]) -> None:
        """Shows another choice."""
        today = self.deeds.ctx.store.clock().date()
        self.count.setText(counted(len(rows), "sesión elegida", "sesiones elegidas"))
        self.shared.setText(looks.shared_words(rows, today))
        for action in self.deeds.actions():
            if button := self.buttons.get(action.label):
                able = [r for r in rows if action.label in self.deeds.labels_for([r])]
                self.able[action.label] = [r.id for r in able]
                button.setVisible(bool(able))
                button.setText(action.words(len(able)))
                button.updateGeometry()

    def _run(self, label: str, _checked: bool = False) -> None:
        declared = next(one for one in self.deeds.actions() if one.label == label)
        declared.run(self.able[label])
