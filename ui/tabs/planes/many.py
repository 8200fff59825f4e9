"""Several plans chosen at once: what they share and what can be done with all."""

from collections import Counter
from operator import attrgetter

from app.text import counted, joined
from ui.many import ManyChosen
from ui.tabs.planes.deeds import Deeds
from ui.tabs.planes.listing import Renglon

_MANY = {
    "identificada": "por iniciar",
    "planeada": "planeados",
    "en_marcha": "en marcha",
    "ajustada": "ajustados",
    "cerrada": "concluidos",
    "cancelada": "cancelados",
}


class Many(ManyChosen):
    """The count and the mass actions."""

    def __init__(self, deeds: Deeds) -> None:
        super().__init__("clipboard", deeds.actions)
        self.deeds = deeds

    def show_rows(self, rows: list[Renglon]) -> None:
        """Shows another choice."""
        self.head.count.setText(counted(len(rows), "plan elegido", "planes elegidos"))
        states = Counter("por entregar" if row.vence else _MANY[row.fila.estado] for row in rows)
        subjects = {row.fila.nombre_asignatura for row in rows}
        parts = [joined([f"{n:,} {state}" for state, n in states.most_common(4)])]
        if len(subjects) == 1:
            parts.append(f"todos de {subjects.pop()}")
        self.head.shared.setText(" · ".join(parts))
        self.offer(rows, lambda row: self.deeds.labels_for([row.fila]), attrgetter("intervencion"))
