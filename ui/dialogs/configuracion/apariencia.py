"""Section Apariencia: theme and size of the text, at once and only for this computer."""

from PySide6.QtWidgets import QApplication, QButtonGroup, QVBoxLayout

from ui import state, theme
from ui.context import Context
from ui.dialogs.configuracion.section import Section
from ui.theme import u
from ui.theme.style import TEXT_SIZES, THEMES
from ui.widgets.card import Card
from ui.widgets.choices import Radio
from ui.widgets.labels import Label

THEME, TEXT = "apariencia/tema", "apariencia/letra"
_THEME_WORDS = {
    "auto": "Sigue la de Windows: clara de día u oscura, como esté la computadora",
    "clara": "Fondo de papel claro",
    "oscura": "Fondo oscuro; las hojas que se imprimen siguen blancas",
}
_SIZE_WORDS = {
    0: "Como viene",
    1: "Un punto más",
    2: "Dos puntos más; en pantallas chicas algunas columnas se pliegan",
}


class AparienciaSection(Section):
    """Two questions; the answer is seen while the dialog is open."""

    def __init__(self, ctx: Context) -> None:
        sentence = "Vale para esta computadora; no cambia el archivo del plantel ni lo impreso."
        super().__init__(ctx, "Apariencia", sentence, scrolls=True)
        self.themes = {key: Radio(words) for key, words in THEMES.items()}
        self.sizes = {key: Radio(words) for key, words in TEXT_SIZES.items()}
        for key, radio in self.themes.items():
            radio.set_caption(_THEME_WORDS[key])
        for size, radio in self.sizes.items():
            radio.set_caption(_SIZE_WORDS[size])
        self.column.addWidget(self._card("Tema", list(self.themes.values())))
        self.column.addWidget(self._card("Tamaño del texto", list(self.sizes.values())))
        note = "Al cambiar el tamaño, algunas medidas se acomodan al volver a abrir el programa."
        self.column.addWidget(Label(note, "caption", "text2", wrap=True))
        self.column.addStretch(1)

    def _card(self, title: str, radios: list[Radio]) -> Card:
        card = Card(title)
        group = QButtonGroup(card)
        column = QVBoxLayout()
        column.setSpacing(u(2.5))
        for radio in radios:
            group.addButton(radio)
            radio.clicked.connect(self._apply)
            column.addWidget(radio)
        card.body.addLayout(column)
        return card

    def refresh(self) -> None:
        self.themes.get(state.recall(THEME, "auto"), self.themes["auto"]).setChecked(True)
        self.sizes.get(_size(), self.sizes[0]).setChecked(True)

    def _apply(self) -> None:
        chosen = next(key for key, radio in self.themes.items() if radio.isChecked())
        size = next(key for key, radio in self.sizes.items() if radio.isChecked())
        state.remember(THEME, chosen)
        state.remember(TEXT, size)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            theme.apply(app, chosen, size)


def _size() -> int:
    words = state.recall(TEXT, "0")
    return int(words) if words.isdigit() else 0
