"""The forms at the left of the print dialog, by who may read them, with a field to find one."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.formatos import FORMATOS
from app.formatos.formato import AUDIENCES
from ui.theme import u
from ui.widgets import letters
from ui.widgets.card import Card, ScrollPane
from ui.widgets.labels import Label
from ui.widgets.search_field import SearchField
from ui.widgets.side_list import SideList

_ICONS = {
    "alumno": "users",
    "familia": "home",
    "docente": "book",
    "canalizacion": "reply",
    "direccion": "file-text",
}
_MANY = 10
"""From so many forms on there is a field to find one."""


class ListaFormatos(QWidget):
    """`chosen(key)` tells the form that the user opens."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(u(60))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(u(2))
        self.filter = SearchField("Buscar formato")
        self.filter.typed.connect(self._on_typed)
        self.filter.left_down.connect(self._focus_list)
        self.filter.entered.connect(self._focus_list)
        self.filter.setVisible(len(FORMATOS) >= _MANY)
        column.addWidget(self.filter)
        self.index = SideList(_entries(), "Formatos", dense=True)
        self.index.chosen.connect(self.chosen)
        self.nothing = Label("Ningún formato se llama así.", "caption", "text2", wrap=True)
        self.nothing.setContentsMargins(u(3), u(2), u(3), 0)
        self.nothing.hide()
        self.pane = ScrollPane()
        self.pane.body.addWidget(self.nothing)
        self.pane.body.addWidget(self.index)
        card = Card(fill="sunken", padding=0)
        card.body.setContentsMargins(1, 1, 1, u(2))
        card.body.addWidget(self.pane)
        column.addWidget(card, 1)
        self._keys = [one.key for one in FORMATOS]
        self._hays = letters.folded(
            f"{one.title} {AUDIENCES[one.audience]} {' '.join(one.nouns)}" for one in FORMATOS
        )

    def open(self, key: str) -> None:
        """Marks a form and brings it into sight, without telling."""
        self.index.set_key(key)
        self.pane.ensureWidgetVisible(self.index.entry(key), 0, u(4))

    def focus_open(self) -> None:
        """The cursor goes to the open form."""
        self.index.focus_open(Qt.FocusReason.OtherFocusReason)

    def _on_typed(self, words: str) -> None:
        found = letters.matching(words, self._hays, range(len(self._hays)))
        self.index.set_shown([self._keys[i] for i in found])
        self.nothing.setVisible(not found)

    def _focus_list(self) -> None:
        shown = self.index.shown()
        if not shown:
            return
        if self.index.key not in shown:
            self.index.set_key(shown[0])
            self.chosen.emit(shown[0])
        self.index.focus_open()


def _entries() -> list[tuple[str, str, str]]:
    found: list[tuple[str, str, str]] = []
    for audience, words in AUDIENCES.items():
        mine = [one for one in FORMATOS if one.audience == audience]
        if mine:
            found.append(("", words, _ICONS[audience]))
            found += [(one.key, one.title, "") for one in mine]
    return found
