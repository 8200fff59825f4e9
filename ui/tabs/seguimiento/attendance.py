"""Who came to a session: a row for each person, told with one key (DOMAIN U-31)."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.sesion import ASISTENCIAS
from app.store.queries.sesiones import PersonaDeSesion
from ui.theme import u
from ui.widgets.card import Card, Line
from ui.widgets.chips import Segments
from ui.widgets.labels import ElidedLabel, Label

KEYS = {
    Qt.Key.Key_A: "asistio",
    Qt.Key.Key_T: "tarde",
    Qt.Key.Key_J: "justifico",
    Qt.Key.Key_F: "falto",
}


class PersonRow(QWidget):
    """One person: `marked(alumno, estado)`; the keys A T J F mark and go to the next."""

    marked = Signal(object, str)
    passed = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.alumno = 0
        row = QHBoxLayout(self)
        row.setContentsMargins(u(3.5), u(0.5), u(1.5), u(0.5))
        row.setSpacing(u(2))
        self.name = ElidedLabel("", "body", strong=True)
        self.note = Label("", "caption", "text2")
        self.marks = Segments(list(ASISTENCIAS.items()), equal=True)
        self.marks.chosen.connect(self._tell)
        row.addWidget(self.name)
        row.addWidget(self.note)
        row.addStretch(1)
        row.addWidget(self.marks)

    def show_person(self, person: PersonaDeSesion) -> None:
        """Shows somebody and how that person came."""
        self.alumno = person.alumno
        self.name.setText(person.nombre)
        self.note.setText(person.nota)
        self.marks.setAccessibleName(f"Asistencia de {person.nombre}")
        for key, words in ASISTENCIAS.items():
            self.marks.button(key).setAccessibleName(f"{person.nombre}: {words.lower()}")
        self.marks.set_key(person.estado)

    def take_focus(self) -> None:
        """The cursor goes to its marks."""
        first = self.marks.key or next(iter(ASISTENCIAS))
        self.marks.button(first).setFocus(Qt.FocusReason.TabFocusReason)

    def _tell(self, estado: str) -> None:
        self.marked.emit(self.alumno, estado)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        estado = KEYS.get(Qt.Key(event.key())) if not event.modifiers() else None
        if estado is None:
            super().keyPressEvent(event)
            return
        self.marks.set_key(estado)
        self._tell(estado)
        self.passed.emit(self)


class Attendance(Card):
    """The rows of everybody; `marked(alumno, estado)` tells each mark."""

    marked = Signal(object, str)

    def __init__(self) -> None:
        super().__init__(padding=0)
        self.body.setContentsMargins(1, u(0.5), 1, u(0.5))
        self.body.setSpacing(0)
        self.rows: list[PersonRow] = []
        self._lines: list[Line] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self.body.addLayout(self._column)

    def show_people(self, people: Sequence[PersonaDeSesion]) -> None:
        """Shows these people; the widgets stay."""
        while len(self.rows) < len(people):
            line = Line("rowline")
            row = PersonRow(self)
            row.marked.connect(self.marked)
            row.passed.connect(self._go_on)
            self._column.addWidget(line)
            self._column.addWidget(row)
            self._lines.append(line)
            self.rows.append(row)
        for i, row in enumerate(self.rows):
            row.setVisible(i < len(people))
            self._lines[i].setVisible(0 < i < len(people))
            if i < len(people):
                row.show_person(people[i])

    def _go_on(self, row: PersonRow) -> None:
        shown = [one for one in self.rows if not one.isHidden()]
        place = shown.index(row) + 1
        (shown[place] if place < len(shown) else row).take_focus()
