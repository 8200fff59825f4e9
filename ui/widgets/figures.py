"""Key figures: one number with its caption and what it means; before and after if there is one."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import u
from ui.widgets.labels import Label


class KeyFigure(QWidget):
    """`KeyFigure("Asistencia", "82 %", "152 de 186", before="74 %", meaning="Mejoró")`."""

    def __init__(
        self,
        caption: str,
        value: str,
        note: str = "",
        *,
        before: str = "",
        meaning: str = "",
        better: bool | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(u(0.5))
        self.caption = Label(caption, "caption", "text2")
        column.addWidget(self.caption)
        row = QHBoxLayout()
        row.setSpacing(u(2))
        self.before = Label(before, "section", "text2", strong=False)
        self.sign = Label("\u203a", "section", "text2", strong=False)
        self.value = Label(value, "page")
        self.note = Label(note, "caption", "text2")
        for label in (self.before, self.sign, self.value, self.note):
            row.addWidget(label)
        row.addStretch(1)
        column.addLayout(row)
        self.meaning = Label("", "caption", "text2")
        column.addWidget(self.meaning)
        self.set_figures(value, note, before=before, meaning=meaning, better=better)

    def set_figures(
        self,
        value: str,
        note: str = "",
        *,
        before: str = "",
        meaning: str = "",
        better: bool | None = None,
    ) -> None:
        """Other figures; `better` puts a tick, worse only a dash: never red."""
        self.value.setText(value)
        self.note.setText(note)
        self.before.setText(before)
        for label in (self.before, self.sign):
            label.setVisible(bool(before))
        self.note.setVisible(bool(note))
        mark = {True: "✓ ", False: "– ", None: ""}[better]
        self.meaning.setText(mark + meaning)
        self.meaning.set_role("ok" if better else "text2")
        self.meaning.setVisible(bool(meaning))
        was = f"antes {before}, ahora " if before else ""
        self.setAccessibleName(f"{self.caption.text()}: {was}{value} {note} {meaning}".strip())
