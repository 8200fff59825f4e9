"""The twelve traits of the profile: what was seen in somebody, never a condition."""

from PySide6.QtWidgets import QHBoxLayout

from app.domain.alumno_tutor import RASGOS
from app.services import alumnos_tutores as services
from app.services.alumnos_tutores import perfil_of
from app.store.queries.alumnos_tutores import FilaAlumnoTutor
from ui.context import Context
from ui.theme import u
from ui.widgets.card import Card, ScrollPane
from ui.widgets.choices import CheckBox
from ui.widgets.labels import Label, SectionLabel

_REGULAR, _TIME = "1", "12"


class RasgosPage(ScrollPane):
    """A check for each trait, the count, and what the data say of two of them."""

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self.ctx = ctx
        self.alumno = 0
        head = QHBoxLayout()
        head.setSpacing(u(3))
        head.addWidget(SectionLabel("Lo que el colectivo docente ha visto"))
        self.count = Label("", "caption", "text2")
        head.addWidget(self.count)
        head.addStretch(1)
        self.body.addLayout(head)
        self.body.addWidget(
            Label(
                "Los rasgos orientan la elección. No hace falta que los tenga todos.",
                "caption", "text2", wrap=True,
            )
        )  # fmt: skip
        card = Card()
        card.body.setSpacing(u(2.5))
        self.boxes: dict[str, CheckBox] = {}
        for key, words in RASGOS.items():
            box = CheckBox(words)
            box.clicked.connect(self._save)
            self.boxes[key] = box
            card.body.addWidget(box)
        self.body.addWidget(card)
        self.body.addStretch(1)

    def show_row(self, row: FilaAlumnoTutor) -> None:
        """Shows the traits of somebody."""
        self.alumno = row.alumno
        seen = perfil_of(self.ctx.store, row.alumno).rasgos
        for key, box in self.boxes.items():
            box.setChecked(key in seen)
            box.set_caption(self._said(key, row))
        self.count.setText(f"{len(seen)} de {len(RASGOS)}")

    def _said(self, key: str, row: FilaAlumnoTutor) -> str:
        """What the data of the program say about a trait, for whoever decides."""
        if key == _REGULAR:
            return {
                True: "Según sus calificaciones, sí",
                False: "Según sus calificaciones, debe asignaturas",
                None: "No hay calificaciones para saberlo",
            }[row.regular]
        if key == _TIME:
            free = self.ctx.store.disponibilidades.count(alumno=row.alumno, ocupacion="disponible")
            return "Su semana tiene horas libres" if free else "Su semana no tiene horas libres"
        return ""

    def _save(self, *_checked: bool) -> None:
        seen = [key for key, box in self.boxes.items() if box.isChecked()]
        self.ctx.do(services.set_traits, self.ctx.store, self.alumno, seen)
