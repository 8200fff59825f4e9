"""What only the user can say of a list: the M of sexo, the scale, the parcial, the classes."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.asignatura import PARCIALES
from app.services.imports import ImportPlan, Options
from ui.theme import u
from ui.widgets.card import Card
from ui.widgets.choices import ComboBox
from ui.widgets.labels import Label
from ui.widgets.line_edit import LineEdit

_BY_LIST = "Lo que diga la lista"
_CHOICES: dict[str, tuple[str, list[tuple[object, str]]]] = {
    "sexo_m": (
        "La M de sexo quiere decir",
        [("", "No se sabe: queda vacío"), ("mujer", "Mujer"), ("hombre", "Masculino (hombre)")],
    ),
    "escala": (
        "La calificación más alta es",
        [(0, _BY_LIST), (10, "10"), (100, "100")],
    ),
    "parcial": (
        "Las calificaciones son de",
        [(0, _BY_LIST), *((key, words) for key, words in PARCIALES.items())],
    ),
}


def _guessed_escala(plan: ImportPlan) -> str:
    over = any("pasa de 10" in aviso.motivo for row in plan.rows for aviso in row.avisos)
    return "10, según la lista" if over else "100, según la lista"


def _guessed_parcial(plan: ImportPlan) -> str:
    if any("se toma como calificación final" in nota for nota in plan.notas):
        return "Final: la lista no lo dice"
    told = (
        w.values["parcial"] for row in plan.rows for w in row.escrituras if "parcial" in w.values
    )
    parcial = next(told, None)
    return f"{PARCIALES[parcial]}, según la lista" if parcial else _BY_LIST


_GUESSES = {"escala": _guessed_escala, "parcial": _guessed_parcial}
_CLASES = "Las asistencias son de cuántas clases"
_MOST_CLASES = 400


class Preguntas(Card):
    """A field for each question that matters; `answered` brings the Options."""

    answered = Signal(object)

    def __init__(self) -> None:
        super().__init__(fill="tint2", padding=3)
        self._options = Options()
        self._asks: tuple[str, ...] = ()
        self.fields: dict[str, ComboBox | LineEdit] = {}
        self._row = QHBoxLayout()
        self._row.setSpacing(u(4))
        self.body.addLayout(self._row)
        self.hide()

    def show_asks(self, asks: tuple[str, ...], plan: ImportPlan) -> None:
        """Shows these questions with their answers; no card without questions."""
        options = self._options = plan.options
        if asks != self._asks:
            self._asks = asks
            self._make()
        for key, field in self.fields.items():
            value = getattr(options, key)
            if isinstance(field, ComboBox):
                if not value and key in _GUESSES:
                    field.setItemText(0, _GUESSES[key](plan))
                field.set_key(value)
            elif not field.hasFocus():
                field.setText(str(value or ""))
        self.setVisible(bool(asks))

    def _make(self) -> None:
        while item := self._row.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self.fields = {key: self._field(key) for key in self._asks}
        for key, field in self.fields.items():
            holder = QWidget(self)
            column = QVBoxLayout(holder)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(u(1))
            words = _CHOICES[key][0] if key in _CHOICES else _CLASES
            column.addWidget(Label(words, "caption", "text2", strong=True))
            column.addWidget(field)
            self._row.addWidget(holder)
        self._row.addStretch(1)

    def _field(self, key: str) -> ComboBox | LineEdit:
        if key in _CHOICES:
            words, choices = _CHOICES[key]
            box = ComboBox(choices, name=words)
            box.setMinimumWidth(u(52))
            box.activated.connect(partial(self._on_box, key, box))
            return box
        line = LineEdit(name=_CLASES)
        line.setFixedWidth(u(24))
        line.left.connect(partial(self._on_line, key, line))
        return line

    def _on_box(self, key: str, box: ComboBox, _index: int) -> None:
        self.answered.emit(replace(self._options, **{key: box.key}))

    def _on_line(self, key: str, line: LineEdit) -> None:
        typed = line.text().strip()
        right = not typed or (typed.isdecimal() and int(typed) <= _MOST_CLASES)
        line.set_problem("" if right else "alto")
        if right:
            self.answered.emit(replace(self._options, **{key: int(typed or 0)}))
