"""A label and its chips: the ámbitos, propósitos and aprendizajes of a plan."""

from collections.abc import Callable, Collection, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.theme import u
from ui.widgets.chips import Chip
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import SectionLabel


class MarksRow(QWidget):
    """Any number of marks; `save(keys)` is called with each change."""

    def __init__(
        self, words: str, options: Mapping[str, str], save: Callable[[list[str]], object]
    ) -> None:
        super().__init__()
        self._save = save
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(u(3))
        label = SectionLabel(words)
        label.setContentsMargins(0, u(1.5), 0, 0)
        label.setMinimumWidth(u(24))
        row.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        holder = QWidget()
        flow = FlowLayout(holder)
        self.chips: dict[str, Chip] = {}
        for key, name in options.items():
            chip = Chip(name)
            chip.clicked.connect(self._tell)
            self.chips[key] = chip
            flow.addWidget(chip)
        row.addWidget(holder, 1)

    def set_keys(self, keys: Collection[str]) -> None:
        """Marks these without telling."""
        for key, chip in self.chips.items():
            chip.setChecked(key in keys)

    def _tell(self) -> None:
        self._save([key for key, chip in self.chips.items() if chip.isChecked()])
