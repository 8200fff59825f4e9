"""The intervención itself: approach, what it wants to prevent, who takes part, norms, letters."""

from functools import partial
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app import domain
from app.domain.intervencion import ENFOQUES, PROPOSITOS
from app.fields import fields_of
from app.services import estados
from app.store.queries.planes import FilaPlan, Persona
from app.text import short_date
from ui.context import Context
from ui.forms.form import Form
from ui.tabs.planes.deeds import Deeds
from ui.tabs.planes.marks_row import MarksRow
from ui.theme import u
from ui.widgets.buttons import Button, IconButton
from ui.widgets.chips import Segments
from ui.widgets.keys import tab_through
from ui.widgets.labels import ElidedLabel, Label, SectionLabel

_FIELDS = fields_of(domain.Intervencion)


class _Person(QWidget):
    """One tutorado with the button that takes him or her out of the group."""

    def __init__(self, deeds: Deeds, intervencion: int, person: Persona, *, alone: bool) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(u(2))
        row.addWidget(ElidedLabel(person.nombre), 1)
        out = IconButton("x", f"Sacar a {person.corto} del grupo")
        out.clicked.connect(partial(self._leave, deeds, intervencion, person.alumno))
        out.setVisible(not alone)
        row.addWidget(out)

    def _leave(self, deeds: Deeds, intervencion: int, alumno: int, _checked: bool = False) -> None:
        deeds.leave(intervencion, alumno)


class CaseCard(QWidget):
    """Each datum is stored as it is chosen or left."""

    def __init__(self, ctx: Context, deeds: Deeds) -> None:
        super().__init__()
        self.ctx, self.deeds = ctx, deeds
        self.fila: FilaPlan | None = None
        self._people: list[tuple[int, int, bool]] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(u(2))
        row = QHBoxLayout()
        row.setSpacing(u(3))
        label = SectionLabel("Enfoque")
        label.setMinimumWidth(u(24))
        row.addWidget(label)
        self.enfoque = Segments(tuple(ENFOQUES.items()), name="Enfoque")
        self.enfoque.chosen.connect(partial(self._save, "enfoque"))
        row.addWidget(self.enfoque)
        row.addStretch(1)
        column.addLayout(row)
        self.propositos = MarksRow("Propósito", PROPOSITOS, self._save_propositos)
        column.addWidget(self.propositos)
        column.addLayout(self._make_head())
        self.people = QVBoxLayout()
        self.people.setSpacing(u(0.5))
        column.addLayout(self.people)
        self.normas = Form({"normas": _FIELDS["normas"]}, save=self._save)
        column.addWidget(self.normas)
        self.letter = Label("", "caption", "text2", wrap=True)
        column.addWidget(self.letter)

    def _make_head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(u(2))
        head.addWidget(SectionLabel("Tutorados"))
        head.addStretch(1)
        self.add = Button("Sumar a alguien…", "plain", "plus")
        self.add.clicked.connect(self._join)
        head.addWidget(self.add)
        return head

    def show_row(self, fila: FilaPlan) -> None:
        """Shows an intervención."""
        self.fila = fila
        record = self.ctx.store.intervenciones.get(fila.intervencion)
        self.enfoque.set_key(record.enfoque)
        self.propositos.set_keys(record.propositos)
        self.normas.set_values({"normas": record.normas}, record=fila.intervencion)
        self.normas.setVisible(fila.es_grupal or bool(record.normas))
        self.add.setVisible(fila.abierta and fila.alumno_tutor is not None)
        day = record.carta_tutor
        words = f"firmada el {short_date(day)}" if day else "sin firmar"
        self.letter.setText(f"Carta compromiso del alumno tutor: {words}.")
        self._show_people(fila)

    def _show_people(self, fila: FilaPlan) -> None:
        alone = not (fila.es_grupal and fila.abierta)
        shown = [(fila.intervencion, person.alumno, alone) for person in fila.tutorados]
        if shown == self._people:
            return
        self._people = shown
        while item := self.people.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        made = [_Person(self.deeds, fila.intervencion, one, alone=alone) for one in fila.tutorados]
        for person in made:
            self.people.addWidget(person)
        tab_through([self.add, *made])

    def _save(self, key: str, value: Any) -> None:
        if self.fila is not None:
            typed = _FIELDS[key].typed(value)
            self.ctx.do(estados.set_data, self.ctx.store, self.fila.intervencion, key, typed)

    def _save_propositos(self, keys: list[str]) -> None:
        self._save("propositos", keys)

    def _join(self) -> None:
        if self.fila is not None:
            self.deeds.join([self.fila.intervencion])
