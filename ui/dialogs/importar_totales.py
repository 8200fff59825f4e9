"""The totals over the review of an import: altas, cambian, igual, con aviso, rechazadas."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.services.imports import ImportPlan
from ui.dialogs.importar_filas import ACTIONS
from ui.theme import u
from ui.widgets import paint
from ui.widgets.card import Card
from ui.widgets.labels import Label

_WORDS = {
    "alta": ("alta", "altas"),
    "cambia": ("cambia", "cambian"),
    "igual": ("igual", "iguales"),
    "con_aviso": ("con aviso", "con aviso"),
    "rechazada": ("rechazada", "rechazadas"),
    "baja": ("no viene", "no vienen"),
}
_NEW = ("nueva", "nuevas")


class Totales(Card):
    """A figure with its icon and its word for each thing that will happen."""

    def __init__(self) -> None:
        super().__init__(fill="sunken", padding=0)
        row = QHBoxLayout()
        row.setContentsMargins(u(4.5), u(2.5), u(4.5), u(2.5))
        row.setSpacing(u(4.5))
        self.figures: dict[str, Figure] = {}
        for key in _WORDS:
            self.figures[key] = Figure(key, first=not self.figures)
            row.addWidget(self.figures[key])
        row.addStretch(1)
        self.body.addLayout(row)

    def show_plan(self, plan: ImportPlan, summary: dict[str, int]) -> None:
        """Shows the totals of a plan; nobody missing is not said."""
        for key, figure in self.figures.items():
            count = summary[key] if key != "baja" else len(plan.bajas)
            words = _NEW if key == "alta" and plan.tipo != "alumnos" else _WORDS[key]
            figure.show_count(count, words[count != 1])
        self.figures["baja"].setVisible(bool(plan.bajas))


class Figure(QWidget):
    """An icon, a number and a word, with a thin line before it."""

    def __init__(self, key: str, *, first: bool) -> None:
        super().__init__()
        self._icon = ACTIONS["aviso" if key == "con_aviso" else key][1:]
        self._first = first
        row = QHBoxLayout(self)
        row.setContentsMargins(u(0 if first else 4.5) + u(7), 0, 0, 0)
        row.setSpacing(u(1.5))
        self.number = Label("0", "detail")
        self.words = Label("", "body", "text2")
        for label in (self.number, self.words):
            row.addWidget(label, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setMinimumHeight(u(7))

    def show_count(self, count: int, words: str) -> None:
        """Changes the number and its word."""
        self.number.setText(f"{count:,}")
        self.words.setText(words)
        self.setAccessibleName(f"{count:,} {words}")

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.painter_of(self)
        left, side = 0 if self._first else u(4.5), u(4.5)
        if not self._first:
            painter.fillRect(0, 0, 1, self.height(), paint.color("line"))
        name, role = self._icon
        paint.glyph(painter, name, role, left, (self.height() - side) / 2, side)
