"""Second step of the import: which datum each column brings."""

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.services.imports import Options
from app.services.imports.campos import campos_of
from ui.theme import u
from ui.widgets.card import Card, ScrollPane
from ui.widgets.choices import ComboBox
from ui.widgets.labels import ElidedLabel, Label

if TYPE_CHECKING:
    from ui.dialogs.importar import Session

_UNUSED = "No usar"
_SAMPLES = 3


class ColumnasPage(QWidget):
    """A line for each header: its samples, the datum, and a doubt if there is one."""

    changed = Signal()

    def __init__(self, session: "Session", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        column = QVBoxLayout(self)
        column.setContentsMargins(0, u(2), 0, 0)
        column.setSpacing(u(2))
        words = "Así se entendió cada columna. Cambie la que no corresponda; se recordará."
        column.addWidget(Label(words, "body", "text2"))
        self.questions = QHBoxLayout()
        self.questions.setSpacing(u(3))
        column.addLayout(self.questions)
        card = Card(padding=0)
        self.pane = ScrollPane()
        card.body.addWidget(self.pane)
        column.addWidget(card, 1)
        self._boxes: list[ComboBox] = []

    def take_focus(self) -> None:
        """The cursor goes to the first column."""
        if self._boxes:
            self._boxes[0].setFocus()

    def show_plan(self) -> None:
        """Shows the columns of the list."""
        _empty(self.pane.body)
        self._boxes = []
        holder = QWidget(self.pane)
        grid = QGridLayout(holder)
        grid.setContentsMargins(u(4), u(3), u(4), u(3))
        grid.setHorizontalSpacing(u(5))
        grid.setVerticalSpacing(u(1.5))
        for i, title in enumerate(("Columna de la lista", "Primeros valores", "Es", "")):
            grid.addWidget(Label(title, "caption", "text2", strong=True), 0, i)
        plan = self._session.plan
        options: list[tuple[object, str]] = [("", _UNUSED)]
        options += [(key, one.label) for key, one in campos_of(plan.tipo).items()]
        for i, columna in enumerate(plan.layout.columns(), 1):
            self._add(grid, i, columna, options)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 4)
        grid.setColumnStretch(2, 3)
        grid.setColumnStretch(3, 4)
        self.pane.body.addWidget(holder)
        self.pane.body.addStretch(1)
        self._show_questions()

    def _add(
        self, grid: QGridLayout, row: int, columna: Any, options: list[tuple[object, str]]
    ) -> None:
        grid.addWidget(ElidedLabel(columna.encabezado or "(sin título)", strong=True), row, 0)
        samples = ", ".join(value for value in columna.muestra[:_SAMPLES] if value)
        grid.addWidget(ElidedLabel(samples or "(vacía)", "body", "text2"), row, 1)
        if columna.medida is not None:
            grid.addWidget(Label(_measure(columna.medida)), row, 2)
        else:
            box = ComboBox(options, columna.campo, name=f"Qué es {columna.encabezado}")
            box.activated.connect(partial(self._on_box, columna.encabezado, box))
            grid.addWidget(box, row, 2)
            self._boxes.append(box)
        if not columna.segura:
            words = "◆ No es seguro: revise los primeros valores"
            grid.addWidget(Label(words, "caption", "medio", strong=True), row, 3)
        elif not columna.campo and columna.medida is None:
            grid.addWidget(Label("No se usa", "caption", "text2"), row, 3)
        grid.setRowMinimumHeight(row, u(8))

    def _show_questions(self) -> None:
        _empty(self.questions)
        plan, current = self._session.plan, self._session.options
        fields = set(plan.columnas.values())
        if "sexo" in fields:
            self._ask(
                "La M en sexo es", "sexo_m", current.sexo_m,
                [("", "lo que diga la lista"), ("mujer", "mujer"), ("hombre", "hombre")],
            )  # fmt: skip
        if plan.tipo == "calificaciones":
            self._ask(
                "La calificación más alta es", "escala", current.escala,
                [(0, "la que diga la lista"), (10, "10"), (100, "100")],
            )  # fmt: skip
            self._ask(
                "Si no dice el parcial, es", "parcial", current.parcial,
                [(0, "el que diga la lista"), (1, "1.º"), (2, "2.º"), (3, "3.º"), (4, "final")],
            )  # fmt: skip
        self.questions.addStretch(1)

    def _ask(self, words: str, key: str, value: object, options: list[tuple[object, str]]) -> None:
        box = ComboBox(options, value, name=words)
        box.activated.connect(partial(self._on_question, key, box))
        self.questions.addWidget(Label(words, "caption", "text2"))
        self.questions.addWidget(box)

    def _on_question(self, key: str, box: ComboBox, _index: int) -> None:
        now = self._session.options
        values = {"sexo_m": now.sexo_m, "escala": now.escala, "parcial": now.parcial, key: box.key}
        self._session.options = Options(**values)
        self.changed.emit()

    def _on_box(self, header: str, box: ComboBox, _index: int) -> None:
        self._session.columnas[header] = str(box.key or "")
        self.changed.emit()


def _measure(medida: Any) -> str:
    return str(getattr(medida, "etiqueta", "") or "Calificación de esa asignatura")


def _empty(layout: Any) -> None:
    while item := layout.takeAt(0):
        if widget := item.widget():
            widget.hide()
            widget.deleteLater()
