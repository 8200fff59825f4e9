"""Several alumnos tutores chosen at once: what they share, one week for all, what can be done."""

from collections import Counter
from functools import partial

from app.services import disponibilidad
from app.store.queries.alumnos_tutores import FilaAlumnoTutor
from app.text import counted, joined
from ui.context import Context
from ui.many import ManyHead
from ui.tabs.alumnos_tutores.deeds import Deeds
from ui.theme import u
from ui.weeks import hours_of, shared_marks, strokes
from ui.widgets.buttons import Button
from ui.widgets.card import Card, Line
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import Label, SectionLabel
from ui.widgets.week_grid import WeekGrid
from ui.widgets.week_model import Cell

_MANY = {
    "candidato": "candidatos",
    "invitado": "invitados",
    "activo": "activos",
    "pausa": "en pausa",
    "declino": "que no aceptaron",
    "baja": "que ya no participan",
}
_HIDDEN = ("-", "Copiar su semana a otros…", "Ver sus calificaciones", "Historial")


class Many(Card):
    """The count, the mass actions and a week that is painted for everybody."""

    def __init__(self, ctx: Context, deeds: Deeds) -> None:
        super().__init__(padding=0)
        self.ctx, self.deeds = ctx, deeds
        self.rows: list[FilaAlumnoTutor] = []
        self.able: dict[str, list[int]] = {}
        self._marks: dict[Cell, str] = {}
        self.body.setContentsMargins(u(4.5), u(3.5), u(4.5), u(3))
        self.body.setSpacing(u(3))
        self.head = ManyHead("graduation")
        self.body.addWidget(self.head)
        self.deeds_row = FlowLayout()
        self.buttons: dict[str, Button] = {}
        for action in deeds.actions():
            kind = "danger" if action.danger else "outlined"
            button = Button(action.label, kind, action.icon)
            button.clicked.connect(partial(self._run, action.label))
            self.buttons[action.label] = button
            self.deeds_row.addWidget(button)
        self.body.addLayout(self.deeds_row)
        self.body.addWidget(Line())
        self.body.addWidget(SectionLabel("La semana de todos"))
        self.explained = Label(
            "Se ve lo que coincide. Lo que pinte aquí queda igual en la semana de todos.",
            "caption", "text2",
        )  # fmt: skip
        self.body.addWidget(self.explained)
        self.grid = WeekGrid(7 * 60, 14 * 60)
        self.grid.changed.connect(self._on_stroke)
        self.body.addWidget(self.grid, 1)

    def show_rows(self, rows: list[FilaAlumnoTutor]) -> None:
        """Shows another choice."""
        self.rows = rows
        self.head.count.setText(
            counted(len(rows), "alumno tutor elegido", "alumnos tutores elegidos")
        )
        self.head.shared.setText(_shared(rows))
        for action in self.deeds.actions():
            button = self.buttons[action.label]
            able = [row.alumno for row in rows if action.label in self.deeds.labels_for([row])]
            self.able[action.label] = able
            button.setVisible(bool(able) and action.label not in _HIDDEN)
            button.setText(action.words(len(able)))
            button.updateGeometry()
        ids = [row.alumno for row in rows]
        weeks = list(disponibilidad.weeks_of(self.ctx.store, ids).values())
        turnos = {row.turno for row in rows}
        turno = turnos.pop() if len(turnos) == 1 else ""
        tramos = [t for week in weeks for ts in week.values() for t in ts]
        self.grid.set_hours(*hours_of(turno, tramos))
        self._marks = shared_marks(weeks)
        self.grid.set_marks(self._marks)

    def _on_stroke(self, marks: object) -> None:
        if not isinstance(marks, dict):
            return
        before, self._marks = self._marks, marks
        ids = [row.alumno for row in self.rows]
        for ocupacion, tramos in strokes(before, marks):
            self.ctx.do(disponibilidad.paint, self.ctx.store, ids, tramos, ocupacion)

    def _run(self, label: str, _checked: bool = False) -> None:
        declared = next(one for one in self.deeds.actions() if one.label == label)
        declared.run(self.able[label])


def _shared(rows: list[FilaAlumnoTutor]) -> str:
    """What they have in common, and the places they have left."""
    states = Counter(row.estado for row in rows)
    parts = [joined([f"{n:,} {_MANY[state]}" for state, n in states.most_common()])]
    common = set(rows[0].asignaturas).intersection(*(row.asignaturas for row in rows))
    if common:
        names = sorted(name for _, name in common)[:3]
        parts.append(f"todos dominan {joined(names)}")
    grupos = {row.grupo for row in rows}
    if len(grupos) == 1:
        parts.append(f"todos de {grupos.pop()}")
    parts.append(f"{sum(row.cupo for row in rows)} lugares libres")
    return " · ".join(part for part in parts if part)
