"""The row over the review of an import: which rows are seen, the search, the ones to save."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.services.imports import ImportPlan
from ui.theme import u
from ui.widgets.buttons import Button
from ui.widgets.chips import Segments
from ui.widgets.search_field import SearchField

_NAMES = {
    "todas": "Todas", "cambia": "Cambian", "aviso": "Con aviso", "rechazada": "Rechazadas",
    "baja": "No vienen",
}  # fmt: skip


class Vistas(QWidget):
    """`changed` tells that other rows should be seen; `save_asked` is the button at the right."""

    changed = Signal()
    left_down = Signal()
    save_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(u(3))
        self.segments = Segments(list(_NAMES.items()), name="Qué filas se ven")
        self.segments.chosen.connect(self.changed)
        row.addWidget(self.segments)
        self.search = SearchField("Buscar en la lista", wait=120, shortcut="Ctrl+F")
        self.search.setMaximumWidth(u(60))
        self.search.typed.connect(self.changed)
        self.search.left_down.connect(self.left_down)
        row.addWidget(self.search, 1)
        row.addStretch(1)
        self.save = Button("Guardar filas con problema…", "plain", "download")
        self.save.clicked.connect(self.save_asked)
        row.addWidget(self.save)

    @property
    def key(self) -> str:
        """Which rows: todas, cambia, aviso, rechazada, baja."""
        return self.segments.key

    @property
    def words(self) -> str:
        """What is being searched."""
        return self.search.text()

    def show_all(self) -> None:
        """Every row, without search."""
        self.segments.set_key("todas")
        self.search.clear()

    def to_search(self) -> None:
        """The cursor goes to the search."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def choose(self, key: str) -> None:
        """These rows, as if the user had pressed their segment."""
        self.segments.set_key(key)
        self.changed.emit()

    def show_plan(self, plan: ImportPlan, summary: dict[str, int]) -> None:
        """The rows that there are, with their counts; what was chosen stays if it can."""
        counts = {
            "todas": len(plan.rows), "cambia": summary["cambia"], "aviso": summary["con_aviso"],
            "rechazada": summary["rechazada"], "baja": len(plan.bajas),
        }  # fmt: skip
        self.segments.set_shown([key for key, count in counts.items() if count or key == "todas"])
        for key, count in counts.items():
            self.segments.set_count(key, count)
        self.save.setVisible(bool(counts["aviso"] or counts["rechazada"]))
