"""The card beside the plan: what is known of a tutorado, where the plan is written."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.services import diagnostico, expedientes
from app.store.queries.planes import FilaPlan
from app.text import joined
from ui.context import Context
from ui.theme import u
from ui.widgets.buttons import LinkButton
from ui.widgets.card import Card
from ui.widgets.choices import ComboBox
from ui.widgets.labels import Label, SectionLabel
from ui.widgets.marks import ExpedienteBoxes

_LONGEST = 180
_MOST = {"calificaciones": 4, "entrevista": 6, "conocimientos": 3}


class _Block(QWidget):
    """A caption and as many lines as there are, each perhaps with its own name."""

    def __init__(self, title: str, most: int) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(u(0.25))
        column.addWidget(Label(title, "caption", "text2", strong=True))
        self.lines = [Label("", "caption", wrap=True) for _ in range(most)]
        for line in self.lines:
            column.addWidget(line)

    def say(self, lines: Sequence[str], nothing: str) -> None:
        """Shows these lines; without any, what is missing."""
        shown = list(lines[: len(self.lines)]) or [nothing]
        for place, label in enumerate(self.lines):
            label.setVisible(place < len(shown))
            if place < len(shown):
                words = "; ".join(shown[place].split("\n"))
                label.setText(words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…")
                label.setToolTip(words if len(words) > _LONGEST else "")
            label.set_role("text" if lines else "text2")


class DiagnosisCard(Card):
    """Of one tutorado at a time; a small group has a list to choose from."""

    def __init__(self, ctx: Context) -> None:
        super().__init__(fill="tint2", outline="", padding=0)
        self.ctx = ctx
        self.fila: FilaPlan | None = None
        self._alumno = 0
        self.body.setContentsMargins(u(3), u(2), u(3), u(2.5))
        self.body.setSpacing(u(1.5))
        self.body.addLayout(self._make_head())
        self.calificaciones = _Block("En sus calificaciones", _MOST["calificaciones"])
        self.entrevista = _Block("En la entrevista", _MOST["entrevista"])
        self.conocimientos = _Block("Conocimientos previos", _MOST["conocimientos"])
        self.aprende = _Block("Cómo aprende", 1)
        for block in (self.calificaciones, self.entrevista, self.conocimientos, self.aprende):
            self.body.addWidget(block)
        self.body.addStretch(1)
        self.body.addLayout(self._make_foot())

    def _make_head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(u(2))
        row.addWidget(SectionLabel("Lo que se sabe"))
        row.addStretch(1)
        self.who = ComboBox(name="Tutorado")
        self.who.activated.connect(self._choose)
        row.addWidget(self.who)
        return row

    def _make_foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(u(2))
        self.boxes = ExpedienteBoxes((False, False, False, False))
        row.addWidget(self.boxes)
        row.addStretch(1)
        self.go = LinkButton("Ver tutorado")
        self.go.clicked.connect(self._go)
        row.addWidget(self.go)
        return row

    def show_row(self, fila: FilaPlan) -> None:
        """Shows what is known of the tutorados of an intervención."""
        self.fila = fila
        people = {person.alumno: person.corto for person in fila.tutorados}
        self.setVisible(bool(people))
        if not people:
            return
        if self._alumno not in people:
            self._alumno = next(iter(people))
        self.who.setVisible(len(people) > 1)
        self.who.set_options(list(people.items()))
        self.who.set_key(self._alumno)
        self._show()

    def _show(self) -> None:
        if self.fila is None:
            return
        store, id = self.ctx.store, self.fila.intervencion
        found = diagnostico.diagnostico(store, id, self._alumno)
        self.calificaciones.say(found.calificaciones, "Sin calificaciones capturadas.")
        asked = [f"{name}: {words}" for name, words in found.entrevista]
        self.entrevista.say(asked, "Sin capturar.")
        known = [f"{name}: {topics}" for name, topics in found.conocimientos]
        self.conocimientos.say(known, "Sin anotar.")
        learns = []
        if found.preferencia:
            signs = f" ({joined(found.senales).lower()})" if found.senales else ""
            learns = [f"Preferencia {found.preferencia.lower()}{signs}."]
        self.aprende.say(learns, "Sin señales anotadas.")
        documents = expedientes.in_intervencion(store, id, self._alumno)
        self.boxes.set_done([one.esta for one in documents])
        self.boxes.setToolTip("\n".join(f"{one.titulo}: {one.palabras}" for one in documents))

    def _choose(self, _place: int) -> None:
        if isinstance(self.who.key, int):
            self._alumno = self.who.key
            self._show()

    def _go(self) -> None:
        self.ctx.show("tutorados", self._alumno)
