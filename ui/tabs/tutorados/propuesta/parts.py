"""Pieces of the right pane: an option with what it costs, and what would solve a need."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.services.propuesta import Alternativa, Cupo, Hora, Propuesta, Recluta
from ui.tabs.tutorados.propuesta.explicacion import cost_words
from ui.theme import color, u
from ui.widgets import paint
from ui.widgets.buttons import Button
from ui.widgets.labels import ElidedLabel, Label


class OptionLine(QWidget):
    """Another alumno tutor for a need; `picked(alternativa)` when it is chosen."""

    picked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._option: Alternativa | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(u(2))
        column = QVBoxLayout()
        column.setSpacing(0)
        self.name = ElidedLabel("", strong=True)
        self.cost = Label("", "caption", "text2", wrap=True)
        column.addWidget(self.name)
        column.addWidget(self.cost)
        row.addLayout(column, 1)
        self.button = Button("Elegir")
        self.button.clicked.connect(self._pick)
        row.addWidget(self.button)

    def show_option(self, propuesta: Propuesta, option: Alternativa, key: int) -> None:
        """Shows an option for a need and what it would bring."""
        self._option = option
        name = propuesta.lectura.guias[option.guia].nombre
        self.name.setText(name)
        self.cost.setText(cost_words(propuesta, option, key))
        self.button.setAccessibleName(f"Elegir a {name}")
        self.button.set_reason("" if option.posible else self.cost.text())

    def _pick(self) -> None:
        if self._option is not None:
            self.picked.emit(self._option)


def remedy_button(change: Hora | Cupo | Recluta, guides: frozenset[int]) -> str:
    """The words of the button that does a change, or that goes where it is done."""
    if isinstance(change, Cupo):
        return f"Subir su capacidad a {change.capacidad}"
    if isinstance(change, Recluta):
        return "Buscar candidatos"
    whose = "Ver la semana de" if change.alumno in guides else "Ver el horario de"
    return f"{whose} {change.nombre.split(' ', 1)[0]}"


class RemedyBox(QFrame):
    """Why somebody is left out and what would solve it; `pressed()` asks to do it."""

    pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(u(4), u(2.5), u(3), u(2.5))
        column.setSpacing(u(1.5))
        self.why = Label("", "body", wrap=True)
        self.cure = Label("", "body", strong=True, wrap=True)
        self.button = Button(" ")
        self.button.clicked.connect(self.pressed)
        row = QHBoxLayout()
        row.addWidget(self.button)
        row.addStretch(1)
        column.addWidget(self.why)
        column.addWidget(self.cure)
        column.addLayout(row)

    def say(self, why: str, cure: str = "", button: str = "") -> None:
        """What it says; the button hides without words."""
        self.why.setText(why)
        self.cure.setText(cure)
        self.cure.setVisible(bool(cure))
        self.button.setVisible(bool(button))
        self.button.setText(button or " ")
        self.button.updateGeometry()
        self.setAccessibleName(f"{why} {cure}".strip())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.painter_of(self)
        painter.fillRect(self.rect(), color("mediotint"))
        painter.fillRect(0, 0, u(1), self.height(), color("medio"))
