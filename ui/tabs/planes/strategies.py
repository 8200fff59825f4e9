"""The strategies of a plan, and those that the preference of the tutorado suggests."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.aprendizaje import ESTRATEGIAS
from app.services import diagnostico, planes
from app.text import joined
from ui.context import Context
from ui.theme import u
from ui.widgets.buttons import Button, IconButton
from ui.widgets.card import Card
from ui.widgets.labels import ElidedLabel, Label, SectionLabel

_FEW = 4


class _Line(QWidget):
    """One strategy with its button."""

    def __init__(self, button: Button | IconButton, words: str) -> None:
        super().__init__()
        self.button = button
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(u(2))
        row.addWidget(ElidedLabel(words), 1)
        row.addWidget(button)


class Strategies(QWidget):
    """Chosen ones with their ×; beneath, a few to add and a button that shows all."""

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self.ctx = ctx
        self._intervencion, self._all = 0, False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(u(1.5))
        head = QHBoxLayout()
        head.setSpacing(u(2))
        head.addWidget(SectionLabel("Estrategias"))
        self.note = Label("", "caption", "text2")
        head.addWidget(self.note)
        head.addStretch(1)
        column.addLayout(head)
        lines = QVBoxLayout()
        lines.setSpacing(0)
        column.addLayout(lines)
        self.chosen: dict[str, _Line] = {}
        for key, words in ESTRATEGIAS.items():
            button = IconButton("x", f"Quitar la estrategia: {words}")
            button.clicked.connect(partial(self._remove, key))
            self.chosen[key] = _Line(button, words)
            lines.addWidget(self.chosen[key])
        column.addWidget(self._make_offer())

    def _make_offer(self) -> Card:
        self.offer = Card(fill="tint2", outline="", padding=0)
        self.offer.body.setContentsMargins(u(3), u(1.5), u(2), u(1.5))
        self.offer.body.setSpacing(0)
        head = QHBoxLayout()
        self.title = ElidedLabel("", "body", strong=True)
        head.addWidget(self.title, 1)
        self.more = Button("Ver todas", "plain", "chevron-down")
        self.more.clicked.connect(self._toggle)
        head.addWidget(self.more)
        self.offer.body.addLayout(head)
        self.lines: dict[str, _Line] = {}
        for key, words in ESTRATEGIAS.items():
            button = Button("Agregar", "plain", "plus")
            button.setAccessibleDescription(words)
            button.clicked.connect(partial(self._add, key))
            self.lines[key] = _Line(button, words)
            self.offer.body.addWidget(self.lines[key])
        return self.offer

    def show_of(self, intervencion: int) -> None:
        """Shows the strategies of a plan."""
        if intervencion != self._intervencion:
            self._intervencion, self._all = intervencion, False
        store = self.ctx.store
        chosen = planes.plan_of(store, intervencion).estrategias
        found = diagnostico.suggested(store, intervencion)
        for key, line in self.chosen.items():
            line.setVisible(key in chosen)
        self.note.setText("" if chosen else "Todavía ninguna; agregue las que usarán.")
        left = [key for key in ESTRATEGIAS if key not in chosen]
        first = found.estrategias[:_FEW]
        shown = [*found.estrategias, *(k for k in left if k not in found.estrategias)]
        shown = shown if self._all else first
        for key, line in self.lines.items():
            line.setVisible(key in shown)
        self.title.setText(_title(found.preferencias, bool(first)))
        self.more.setVisible(len(left) > len(first) or self._all)
        self.more.setText("Ver menos" if self._all else f"Ver todas ({len(left)})")
        self.more.set_icon("minus" if self._all else "chevron-down")
        self.more.updateGeometry()
        self.offer.setVisible(bool(left))

    def _toggle(self) -> None:
        self._all = not self._all
        self.show_of(self._intervencion)

    def _add(self, key: str, _checked: bool = False) -> None:
        self.ctx.do(planes.add_estrategia, self.ctx.store, self._intervencion, key)

    def _remove(self, key: str, _checked: bool = False) -> None:
        store = self.ctx.store
        chosen = [k for k in planes.plan_of(store, self._intervencion).estrategias if k != key]
        self.ctx.do(planes.set_marks, store, self._intervencion, "estrategias", chosen)


def _title(preferencias: list[str], some: bool) -> str:
    if not preferencias:
        return "Sin señales anotadas de cómo aprende: puede elegir de todas"
    if not some:
        return f"Ya están las que van con su preferencia: {joined(preferencias)}"
    noun = "su preferencia" if len(preferencias) == 1 else "sus preferencias"
    return f"Sugerencias según {noun}: {joined(preferencias)}"
