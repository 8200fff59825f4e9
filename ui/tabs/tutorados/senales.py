"""The fourteen signs of how somebody learns, and the preference that they propose meanwhile."""

from collections.abc import Collection

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.domain.aprendizaje import PREFERENCIAS, SIGNOS, signs_by_preference, suggested_preference
from app.text import joined
from ui.theme import u
from ui.widgets.choices import CheckBox
from ui.widgets.labels import Label


def proposal_words(signos: Collection[str]) -> str:
    """What the signs propose, and from how many of each kind."""
    proposed = suggested_preference(signos)
    if not proposed:
        return "Marque lo que observa; con eso se propone una preferencia."
    seen = [
        f"{many} de lo {PREFERENCIAS[key].lower()}"
        for key, many in signs_by_preference(signos).items()
        if many
    ]
    return f"Preferencia que se propone: {PREFERENCIAS[proposed].lower()} ({joined(seen)})."


class Senales(QWidget):
    """Check boxes in the order of the guide; `changed(keys)` tells each mark."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(u(1.5))
        self.boxes = {key: CheckBox(words, name=words) for key, words in SIGNOS.items()}
        for box in self.boxes.values():
            box.clicked.connect(self._tell)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(u(4))
        self._grid.setVerticalSpacing(u(0.5))
        self._columns = 0
        self._arrange(1)
        column.addLayout(self._grid)
        self.proposal = Label("", "caption", "primary", strong=True, wrap=True)
        column.addWidget(self.proposal)

    def _arrange(self, columns: int) -> None:
        """One column, or two where there is room, in the order of the guide going down."""
        if columns == self._columns:
            return
        self._columns = columns
        lines = -(-len(self.boxes) // columns)
        for place, box in enumerate(self.boxes.values()):
            self._grid.addWidget(box, place % lines, place // lines)
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        widest = max(box.sizeHint().width() for box in self.boxes.values())
        self._arrange(2 if self.width() >= 2 * widest + u(4) else 1)

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        widest = max(box.minimumSizeHint().width() for box in self.boxes.values())
        return QSize(widest, hint.height())

    @property
    def keys(self) -> tuple[str, ...]:
        """The marked signs, in order."""
        return tuple(key for key, box in self.boxes.items() if box.isChecked())

    def set_keys(self, keys: Collection[str]) -> None:
        """Marks these without telling."""
        for key, box in self.boxes.items():
            box.setChecked(key in keys)
        self.proposal.setText(proposal_words(keys))

    def _tell(self) -> None:
        self.proposal.setText(proposal_words(self.keys))
        self.changed.emit(self.keys)
