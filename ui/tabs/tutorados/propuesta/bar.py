"""The line over the page: where one is, what can be done, and the one filled button."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.text import counted
from ui.theme import u
from ui.widgets.buttons import Button
from ui.widgets.labels import Label

_BUSY = "Se está calculando."


class Bar(QWidget):
    """Signals: `back_asked`, `by_hand_asked`, `setup_asked`, `again_asked`, `acta_asked`,
    `accept_asked`.
    """

    back_asked = Signal()
    by_hand_asked = Signal()
    setup_asked = Signal()
    again_asked = Signal()
    acta_asked = Signal()
    accept_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(u(2))
        self.back = Button("Tutorados", "plain", "chevron-left", tooltip="Volver a la lista (Esc)")
        self.by_hand = Button("Una por una", "plain", "user")
        self.by_hand.set_tooltip("Asignar a mano cada necesidad")
        self.setup = Button("Opciones", "plain", "settings")
        self.again = Button("Calcular otra vez", "outlined", "refresh")
        self.acta = Button("Acta", "outlined", "printer")
        self.acta.set_tooltip("Imprimir el acta de la última asignación aceptada")
        self.main = Button("Aceptar", "filled", "check")
        row.addWidget(self.back)
        row.addWidget(Label("Asignación del periodo", "page"))
        row.addStretch(1)
        for button in (self.by_hand, self.setup, self.again, self.acta, self.main):
            row.addWidget(button)
        for button, told in (
            (self.back, self.back_asked), (self.by_hand, self.by_hand_asked),
            (self.setup, self.setup_asked), (self.again, self.again_asked),
            (self.acta, self.acta_asked), (self.main, self.accept_asked),
        ):  # fmt: skip
            button.clicked.connect(told)

    def show_state(self, *, setting: bool, busy: bool, has_acta: bool) -> None:
        """Which buttons there are: before calculating, while it calculates, and after."""
        for button in (self.setup, self.again, self.main):
            button.setHidden(setting)
        self.acta.set_reason("" if has_acta else "Al aceptar pares se forma su acta.")
        self.again.set_reason(_BUSY if busy else "")

    def show_count(self, count: int, *, busy: bool) -> None:
        """How many pairs would be accepted."""
        self.main.setText(f"Aceptar {counted(count, 'par', 'pares')}")
        self.main.updateGeometry()
        none = "" if count else "La propuesta no tiene pares que aceptar."
        self.main.set_reason(_BUSY if busy else none)
