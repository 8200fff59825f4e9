"""Several sessions chosen at once: what they share and what can be done with all."""

from operator import attrgetter

from app.store.queries.sesiones import FilaSesion
from app.text import counted
from ui.many import ManyChosen
from ui.tabs.seguimiento import looks
from ui.tabs.seguimiento.deeds import Deeds


class Many(ManyChosen):
    """The count and the mass actions."""

    def __init__(self, deeds: Deeds) -> None:
        super().__init__("calendar-check", deeds.actions)
        self.deeds = deeds

    def show_rows(self, rows: list[FilaSesion]) -> None:
        """Shows another choice."""
        today = self.deeds.ctx.store.clock().date()
        self.head.count.setText(counted(len(rows), "sesión elegida", "sesiones elegidas"))
        self.head.shared.setText(looks.shared_words(rows, today))
        self.offer(rows, lambda row: self.deeds.labels_for([row]), attrgetter("id"))
