"""Second step of the import: which datum each column brings."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.asignatura import PARCIALES
from app.services.imports import Columna, ImportPlan, Options
from app.services.imports.campos import campos_of
from app.text import counted
from ui.dialogs.importar_consejo import LACKS
from ui.dialogs.importar_preguntas import Preguntas
from ui.dialogs.importar_sesion import Session, fits, one_line
from ui.theme import color, u
from ui.widgets import paint
from ui.widgets.card import Card, ScrollPane
from ui.widgets.choices import ComboBox
from ui.widgets.labels import ElidedLabel, Label
from ui.widgets.strip import Strip

_UNUSED = "No usar"
_CLASES = {"calificacion": "Calificación", "faltas": "Faltas", "asistencias": "Asistencias"}
_STRETCHES = (5, 7, 6, 7)
_UNDERSTOOD = "Así se entendió cada columna; cambie la que no corresponda y se recordará."
_REMEMBERED = "Se usaron las columnas que eligió la vez pasada; cambie la que no corresponda."
_HEADS = ("Columna de la lista", "Primeros valores", "Qué dato trae", "")


class ColumnasPage(QWidget):
    """A row for each header: its first values, the datum, and a doubt if there is one."""

    choice_made = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._shape: tuple[object, ...] = ()
        self.rows: list[_ColumnRow] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, u(1), 0, 0)
        column.setSpacing(u(2))
        self.problem = Strip("alto", "")
        self.lacks = Strip("medio", "")
        for strip in (self.problem, self.lacks):
            strip.hide()
            column.addWidget(strip)
        self.preguntas = Preguntas()
        self.preguntas.answered.connect(self._on_answer)
        column.addWidget(self.preguntas)
        self.words = Label("", "body", "text2")
        column.addWidget(self.words)
        card = Card(padding=0)
        card.body.setContentsMargins(1, 1, 1, 1)
        card.body.setSpacing(0)
        self.head = _Head()
        card.body.addWidget(self.head)
        self.pane = ScrollPane()
        self.pane.verticalScrollBar().rangeChanged.connect(self._align_head)
        self.pane.body.setSpacing(0)
        card.body.addWidget(self.pane, 1)
        column.addWidget(card, 1)

    def take_focus(self) -> bool:
        """The cursor goes to the first doubtful column; false when there is none."""
        doubtful = next((row for row in self.rows if row.doubtful), None)
        if doubtful is not None:
            doubtful.box.setFocus()
        return doubtful is not None

    def show_problem(self, sentence: str) -> None:
        """Why a choice could not be; the one before stays."""
        self.problem.set_words(sentence, "Las columnas quedaron como estaban.")
        self.problem.show()

    def show_plan(self) -> None:
        """Shows the columns of the list; the rows stay when they are the same ones."""
        plan = self._session.plan
        if plan is None:
            return
        self.problem.hide()
        columns = plan.layout.columns()
        shape = (plan.tipo, *(columna.encabezado for columna in columns))
        if shape != self._shape:
            self._make(columns, plan.tipo)
            self._shape = shape
        for row, columna in zip(self.rows, columns, strict=True):
            row.show_column(columna, doubt_of(columna, plan))
        doubtful = sum(row.doubtful for row in self.rows)
        told = _REMEMBERED if self._session.remembered else _UNDERSTOOD
        if doubtful:
            told += f" Revise {counted(doubtful, 'columna dudosa', 'columnas dudosas')}."
        self.words.setText(told)
        self.lacks.set_words(LACKS[plan.tipo])
        self.lacks.setVisible(not fits(plan.layout))
        self.preguntas.show_asks(self._session.asks, plan)
        fields = [*self.preguntas.fields.values(), *(row.box for row in self.rows)]
        for one, other in pairwise(fields):
            QWidget.setTabOrder(one, other)

    def _align_head(self, _least: int, most: int) -> None:
        """The titles stay over their columns whether the rows scroll or not."""
        bar = self.pane.verticalScrollBar().sizeHint().width() if most else 0
        self.head.layout_.setContentsMargins(u(3), 0, u(3) + bar, 0)

    def _make(self, columns: Sequence[Columna], tipo: str) -> None:
        while item := self.pane.body.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        options: list[tuple[object, str]] = [("", _UNUSED)]
        options += [(key, one.label) for key, one in campos_of(tipo).items()]
        self.rows = [_ColumnRow(columna, options, self._on_box) for columna in columns]
        for row in self.rows:
            self.pane.body.addWidget(row)
        self.pane.body.addStretch(1)

    def _on_box(self, header: str, campo: str) -> None:
        choice = self._session.choice
        self.choice_made.emit(replace(choice, columnas={**choice.columnas, header: campo}))

    def _on_answer(self, options: Options) -> None:
        self.choice_made.emit(replace(self._session.choice, options=options))


class _Head(QWidget):
    """The titles over the rows."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(u(8))
        row = self.layout_ = QHBoxLayout(self)
        row.setContentsMargins(u(3), 0, u(3), 0)
        row.setSpacing(u(3))
        for title, stretch in zip(_HEADS, _STRETCHES, strict=True):
            row.addWidget(ElidedLabel(title, "caption", "text2", strong=True), stretch)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.painter_of(self)
        paint.box(painter, self.rect(), u(2) - 1, "sunken")
        painter.fillRect(0, u(2), self.width(), self.height() - u(2), color("sunken"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, color("line"))


class _ColumnRow(QFrame):
    """A header of the list, its first values, the list of data and what is doubtful of it."""

    def __init__(
        self,
        columna: Columna,
        options: list[tuple[object, str]],
        chosen: Callable[[str, str], object],
    ) -> None:
        super().__init__()
        self.header = columna.encabezado
        self.doubtful = False
        self.setFixedHeight(u(10.5))
        row = QHBoxLayout(self)
        row.setContentsMargins(u(3), 0, u(3), 1)
        row.setSpacing(u(3))
        self.title = ElidedLabel(self.header, strong=True)
        self.samples = ElidedLabel(_samples(columna), "body", "text2")
        if columna.medida is not None:
            options = [(columna.medida.clase, _measure(columna)), *options]
        self.box = ComboBox(options, columna.campo, name=f"Qué trae la columna {self.header}")
        self.box.setMinimumWidth(u(40))
        self.box.activated.connect(partial(self._tell, chosen))
        self.note = ElidedLabel("", "caption")
        widgets = (self.title, self.samples, self.box, self.note)
        for widget, stretch in zip(widgets, _STRETCHES, strict=True):
            row.addWidget(widget, stretch)

    def show_column(self, columna: Columna, doubt: str) -> None:
        """Shows the datum of the column as it is now."""
        self.box.set_key(columna.campo)
        self.doubtful = bool(doubt)
        used = bool(columna.campo)
        self.title.set_role("text" if used or doubt else "text2")
        self.note.setText(f"◆ {doubt}" if doubt else "" if used else "No se usa")
        self.note.set_role("medio" if doubt else "text2")

    def _tell(self, chosen: Callable[[str, str], object], _index: int) -> None:
        chosen(self.header, str(self.box.key or ""))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.painter_of(self)
        if self.doubtful:
            painter.fillRect(self.rect(), color("mediotint"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, color("rowline"))


def doubt_of(columna: Columna, plan: ImportPlan) -> str:
    """Why a column should be looked at, in words; nothing when it is sure."""
    if columna.segura:
        return ""
    told = [nota for nota in plan.notas if f"«{columna.encabezado}»" in nota]
    if told:
        return told[0]
    if not columna.campo:
        return "Otra columna ya trae ese dato."
    label = campos_of(plan.tipo)[columna.campo].label
    if columna.encabezado.startswith("(columna"):
        return f"No tiene título; por sus valores parece «{label}»."
    return f"El título solo se parece a «{label}»: revise los valores."


def _samples(columna: Columna) -> str:
    shown = ", ".join(one_line(value, 40) for value in columna.muestra if value)
    return shown or "(vacía)"


def _measure(columna: Columna) -> str:
    """What a column of a wide list holds: Inglés II, 2.º parcial, faltas."""
    medida = columna.medida
    if medida is None:
        return ""
    parts = [medida.asignatura]
    if medida.parcial is not None:
        parts.append(PARCIALES[medida.parcial].lower())
    if medida.intento and medida.intento != "ordinario":
        parts.append(medida.intento)
    if medida.clase != "calificacion" or not medida.asignatura:
        parts.append(_CLASES[medida.clase].lower())
    words = ", ".join(part for part in parts if part)
    return words[:1].upper() + words[1:]
