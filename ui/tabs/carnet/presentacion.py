"""How the carnets are printed: paper, sessions, heading, ruler."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from ui.theme import u
from ui.widgets.card import Card
from ui.widgets.choices import CheckBox, Radio

_PAPERS = (
    ("carta", "Carta", "una hoja"),
    ("media-carta", "Media carta", "dos por hoja"),
    ("cuadernillo", "Cuadernillo", "doblado"),
)


class Presentacion(Card):
    """The options; `changed` tells that one of them is another."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__("Presentación", padding=3.5, step="body")
        row = QHBoxLayout()
        self.papers: dict[str, Radio] = {}
        for key, title, note in _PAPERS:
            radio = Radio(title, key == "carta", caption=note)
            radio.toggled.connect(self._on_option)
            self.papers[key] = radio
            row.addWidget(radio)
        row.addStretch(1)
        self.body.addLayout(row)
        self.sessions = CheckBox("Incluir las asesorías ya registradas", False)
        self.heading = CheckBox("Imprimir el membrete del plantel", True)
        self.ruler = CheckBox("Agregar la regla de 5 cm", True)
        for box in (self.sessions, self.heading, self.ruler):
            box.toggled.connect(self._on_option)
        self.body.addWidget(self.sessions)
        row = QHBoxLayout()
        row.addWidget(self.heading)
        row.addSpacing(u(4))
        row.addWidget(self.ruler)
        row.addStretch(1)
        self.body.addLayout(row)

    def _on_option(self, on: bool) -> None:
        if on or not isinstance(self.sender(), Radio):
            self.changed.emit()

    def options(self) -> Any:
        """The options chosen, as the form wants them."""
        from app.formatos.carnet import CarnetOpciones

        paper = next(key for key, radio in self.papers.items() if radio.isChecked())
        return CarnetOpciones(
            papel=paper,
            con_sesiones=self.sessions.isChecked(),
            regla=self.ruler.isChecked(),
            encabezado=self.heading.isChecked(),
        )
