"""What lists brought wrong of a student: each datum as it was typed, to correct in place."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app import domain
from app.errors import AppError
from app.fields import fields_of
from app.services import alumnos
from app.store import Store
from app.text import counted
from ui.theme import u
from ui.widgets.buttons import Button, IconButton
from ui.widgets.labels import Label, SectionLabel
from ui.widgets.line_edit import LineEdit
from ui.widgets.strip import Problem


def label_of(campo: str) -> str:
    """What the user calls a field of an alumno."""
    declared = fields_of(domain.Alumno)
    return declared[campo].label if campo in declared else campo.capitalize()


class Pending(QWidget):
    """One datum: what it is, what was typed, why it was not taken, and the field to correct it."""

    def __init__(self, store: Store, pending: domain.Correccion) -> None:
        super().__init__()
        self._store, self._id = store, pending.id
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(u(1))
        row = QHBoxLayout()
        row.setSpacing(u(2))
        name = Label(label_of(pending.campo))
        name.setFixedWidth(u(38))
        self.field = LineEdit(pending.escrito, name=f"{label_of(pending.campo)} correcta")
        self.field.set_problem("medio")
        self.field.returnPressed.connect(self.correct)
        fix = Button("Corregir")
        fix.clicked.connect(self.correct)
        drop = IconButton("trash", f"Descartar lo que decía la lista en {label_of(pending.campo)}")
        drop.clicked.connect(self.discard)
        for widget in (name, self.field, fix, drop):
            row.addWidget(widget, 1 if widget is self.field else 0)
        column.addLayout(row)
        self.problem = Problem()
        motivo = pending.motivo
        self.problem.say(motivo[:1].upper() + motivo[1:], "medio")
        column.addWidget(self.problem)

    def correct(self) -> None:
        """Takes what is typed now, or says why not."""
        try:
            alumnos.correct(self._store, self._id, self.field.text())
        except AppError as problem:
            self.problem.say(str(problem))
            self.field.set_problem("alto")
            self.field.setFocus()

    def discard(self) -> None:
        """Forgets it."""
        alumnos.discard_correction(self._store, self._id)


class Correcciones(QWidget):
    """All the data of a student that wait to be corrected; hidden when there is none."""

    shown = Signal(int)

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        self._rows: dict[int, Pending] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, u(1), 0, u(1))
        self._column.setSpacing(u(2))
        head = QHBoxLayout()
        head.setSpacing(u(2))
        head.addWidget(SectionLabel("Datos por corregir"))
        self._note = Label("", "caption", "text2")
        head.addWidget(self._note)
        head.addStretch(1)
        self._column.addLayout(head)
        self.hide()

    def show_pending(self, pending: Sequence[domain.Correccion]) -> None:
        """Shows what waits; a field being typed stays as it is."""
        ids = {one.id for one in pending}
        for id in [id for id in self._rows if id not in ids]:
            row = self._rows.pop(id)
            row.hide()
            row.deleteLater()
        for one in pending:
            if one.id not in self._rows:
                self._rows[one.id] = Pending(self._store, one)
                self._column.addWidget(self._rows[one.id])
        self._note.setText(f"{counted(len(ids), 'dato', 'datos')} que la lista traía mal")
        self.setVisible(bool(ids))
