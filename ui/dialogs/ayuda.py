"""Ayuda: pages of help by tab and by task, an index, and a search in all of them."""

from functools import cache
from typing import Any

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app import paths
from ui.theme import u
from ui.widgets import letters
from ui.widgets.card import Card, ScrollPane
from ui.widgets.dialog import Dialog
from ui.widgets.empty_state import EmptyState
from ui.widgets.reading import ReadingPage
from ui.widgets.search_field import SearchField
from ui.widgets.side_list import SideList

_FOLDER = paths.RESOURCES / "textos" / "ayuda"
PAGES = (
    ("", "Para empezar", ""),
    ("primeros_pasos", "Guía de inicio", "flag"),
    ("tutoria", "La tutoría entre pares", "heart"),
    ("", "Pestañas", ""),
    ("inicio", "Inicio", "home"),
    ("alumnos_tutores", "Alumnos tutores", "graduation"),
    ("tutorados", "Tutorados", "users"),
    ("asignacion", "Asignación", "swap"),
    ("carnet", "Carnet de asesorías", "id-card"),
    ("planes", "Planes", "clipboard"),
    ("seguimiento", "Seguimiento", "calendar-check"),
    ("", "Trabajo diario", ""),
    ("importar", "Importar listas", "upload"),
    ("riesgo", "Niveles de riesgo", "alert"),
    ("papeles", "Qué es cada papel", "printer"),
    ("historial", "Deshacer e historial", "history"),
    ("configuracion", "Configuración", "settings"),
    ("archivo", "Su archivo", "folder"),
    ("teclado", "Atajos de teclado", "keyboard"),
    ("problemas", "Si algo falla", "info"),
)
"""The index: key (also the name of the file), title and icon; an empty key is a heading."""

FIRST = "primeros_pasos"
KEYS = tuple(key for key, _, _ in PAGES if key)


@cache
def page(key: str) -> str:
    """The text of a page, in Markdown."""
    return (_FOLDER / f"{key}.md").read_text(encoding="utf-8")


@cache
def _hays() -> list[str]:
    return letters.folded(page(key) for key in KEYS)


def found(words: str) -> list[str]:
    """The keys of the pages that have all the words, in the order of the index."""
    return [KEYS[i] for i in letters.matching(words, _hays(), range(len(KEYS)))]


def _best(keys: list[str], words: str) -> str:
    """The page that says the words most often."""
    wanted = letters.folded([words])[0].split()
    return max(keys, key=lambda key: sum(_hays()[KEYS.index(key)].count(one) for one in wanted))


def offer_help(dialog: Dialog) -> None:
    """The help button and F1 of a dialog open the page of its `help_topic`."""

    def show() -> None:
        AyudaDialog(dialog.help_topic, dialog).open()

    dialog.help_asked.connect(show)
    QShortcut(QKeySequence("F1"), dialog).activated.connect(show)


class AyudaDialog(Dialog):
    """`AyudaDialog("carnet", window)`; the guide to begin when no file is open in the window."""

    def __init__(self, key: str, window: QWidget | None) -> None:
        super().__init__("Ayuda", window, size="full", cancel="Cerrar")
        self.filter = SearchField("Buscar en la ayuda", wait=120)
        self.filter.typed.connect(self._on_typed)
        self.filter.left_down.connect(self._focus_index)
        self.index = SideList(PAGES, "Páginas de ayuda")
        self.index.chosen.connect(self.show_page)
        self.pane = pane = ScrollPane()
        pane.body.addWidget(self.index)
        left = QVBoxLayout()
        left.setSpacing(u(2))
        left.addWidget(self.filter)
        left.addWidget(pane, 1)
        side = QWidget()
        side.setFixedWidth(u(58))
        left.setContentsMargins(0, 0, 0, 0)
        side.setLayout(left)
        self.text = ReadingPage("Página de ayuda")
        self.text.followed.connect(self.show_page)
        card = Card(padding=0)
        card.body.setContentsMargins(u(5), u(3), u(1.5), u(2))
        card.body.addWidget(self.text)
        nothing = EmptyState("search", "Ninguna página lo dice", "Pruebe con otra palabra.")
        self.pages = QStackedWidget()
        self.pages.addWidget(card)
        self.pages.addWidget(nothing)
        row = QHBoxLayout()
        row.setSpacing(u(4))
        row.addWidget(side)
        row.addWidget(self.pages, 1)
        self.body.addLayout(row, 1)
        QShortcut(QKeySequence("Ctrl+F"), self).activated.connect(self.filter.setFocus)
        welcome = key == "inicio" and getattr(window, "ctx", None) is None
        self.show_page(key if key in KEYS and not welcome else FIRST)
        self.filter.setFocus()

    def show_page(self, key: str) -> None:
        """Opens a page, marking what is being searched."""
        if key not in KEYS:
            return
        self.index.set_key(key)
        self.pane.ensureWidgetVisible(self.index.entry(key), 0, u(4))
        self.pages.setCurrentIndex(0)
        self.text.show_markdown(page(key), self.filter.text())

    def _on_typed(self, words: str) -> None:
        keys = found(words)
        self.index.set_shown(keys)
        if not keys:
            self.pages.setCurrentIndex(1)
        else:
            self.show_page(self.index.key if self.index.key in keys else _best(keys, words))

    def _focus_index(self) -> None:
        self.index.focus_open()

    def showEvent(self, event: Any) -> None:
        super().showEvent(event)
        self.filter.setFocus()
