"""Several students chosen at once: how many, what they share, what can be done with all."""

from collections import Counter
from functools import partial

from app.domain.riesgo import NIVELES
from app.store.queries.tutorados import FilaTutorado
from app.text import counted, joined
from ui.many import ManyHead
from ui.tabs.tutorados.deeds import Deeds
from ui.theme import u
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.charts import Bar, BarChart
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import Label, SectionLabel


class Many(Card):
    """The count, the mass actions and what they have in common."""

    def __init__(self, deeds: Deeds) -> None:
        super().__init__(padding=0)
        self.deeds = deeds
        self._ids: list[int] = []
        self.body.setContentsMargins(u(4.5), u(3.5), u(4.5), u(3))
        self.body.setSpacing(u(3))
        self.head = ManyHead("users")
        self.body.addWidget(self.head)
        flow = FlowLayout()
        self.buttons: dict[str, Button] = {}
        self._actions = {one.label: one for one in deeds.actions() if one.needs == "some"}
        for label, one in self._actions.items():
            button = Button(label, "danger" if one.danger else "outlined", one.icon)
            button.clicked.connect(partial(self._run, label))
            self.buttons[label] = button
            flow.addWidget(button)
        self.body.addLayout(flow)
        self.body.addWidget(SectionLabel("Riesgo de los elegidos"))
        self.levels = BarChart([], "Riesgo de los elegidos")
        self.body.addWidget(self.levels)
        self.needs = Label("", "body", "text2", wrap=True)
        self.body.addWidget(self.needs)
        self.body.addStretch(1)

    def show_rows(self, rows: list[FilaTutorado]) -> None:
        """Shows another choice."""
        self._ids = [row.alumno for row in rows]
        self.head.count.setText(counted(len(rows), "alumno elegido", "alumnos elegidos"))
        self.head.shared.setText(_shared(rows))
        for label, button in self.buttons.items():
            button.setText(self._actions[label].words(len(rows)))
            button.updateGeometry()
        counts = Counter(row.nivel for row in rows)
        self.levels.set_bars(
            [
                Bar(words.removeprefix("Riesgo ").capitalize(), counts[key], key, level=key)
                for key, words in NIVELES.items()
                if counts[key]
            ]
        )
        self.needs.setText(_needs(rows))

    def _run(self, label: str, _checked: bool = False) -> None:
        self._actions[label].run(self._ids)


def _shared(rows: list[FilaTutorado]) -> str:
    grupos = sorted({row.grupo or "sin grupo" for row in rows})
    if len(grupos) == 1:
        return f"Todos de {grupos[0]}" if rows[0].grupo else "Ninguno tiene grupo"
    first = joined(grupos[:4]) if len(grupos) <= 4 else f"{', '.join(grupos[:4])} y otros"
    return f"De {first}"


def _needs(rows: list[FilaTutorado]) -> str:
    alone = sum(row.sin_tutor for row in rows)
    in_risk = sum(row.nivel == "alto" for row in rows)
    parts = [counted(alone, "asignatura sin alumno tutor", "asignaturas sin alumno tutor")]
    if in_risk:
        parts.append(f"{in_risk:,} en {NIVELES['alto'].lower()}")
    return " · ".join(parts)
