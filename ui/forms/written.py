"""Editors of what is typed: a line, a day, several lines; and what every editor does."""

from typing import Any

from PySide6.QtCore import QDate, QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget, QWidgetAction

from app.errors import InvalidValue
from app.fields import Date, Field, Kind, Number, Tenths, Time
from ui.theme import font, u
from ui.widgets import paint
from ui.widgets.buttons import IconButton
from ui.widgets.calendar import Calendar
from ui.widgets.labels import Label
from ui.widgets.line_edit import LineEdit, Paragraph


class Editor(QWidget):
    """What all editors do; `left` tells that the user finished with the datum."""

    left = Signal()
    labelled = False
    """Whether the editor shows the label of its field by itself."""

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(u(1))

    def show_value(self, value: Any) -> None:
        """Shows a value without telling."""
        raise NotImplementedError

    def read(self) -> Any:
        """The value that is written; InvalidValue when the declaration refuses it."""
        raise NotImplementedError

    def set_problem(self, level: str) -> None:
        """Marks an error (alto) or a warning (medio), or takes the mark away."""

    def try_again(self) -> None:
        """What is written was not stored: leaving it once more tells `left` again."""

    def required(self, value: Any) -> Any:
        """The value, or InvalidValue when it is empty and may not be."""
        if self.field.required and value in (None, "", ()):
            raise InvalidValue(self.field.key, f"{self.field.label}: es obligatorio")
        return value


class LineEditor(Editor):
    """Text, numbers, grades, hours: one line that is read as the kind says."""

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self.line = LineEdit(name=field.label)
        self.line.left.connect(self.left)
        self._row.addWidget(self.line)
        self.setFocusProxy(self.line)
        width = _width(field.kind)
        if width:
            self.line.setFixedWidth(width)
            if isinstance(field.kind, Number) and field.kind.unit:
                self._row.addWidget(Label(field.kind.unit, role="text2"))
            self._row.addStretch(1)

    def show_value(self, value: Any) -> None:
        self.line.setText(self.field.show(value))
        self.line.setModified(False)
        self.line.setCursorPosition(0)

    def read(self) -> Any:
        return self.field.clean(self.line.text())

    def set_problem(self, level: str) -> None:
        self.line.set_problem(level)

    def try_again(self) -> None:
        self.line.setModified(True)


class DateEditor(LineEditor):
    """A day typed as dd/mm/aaaa or picked in a calendar; it may be empty."""

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self.line.setPlaceholderText("dd/mm/aaaa")
        self.button = IconButton("calendar", f"Elegir {field.label.lower()} en el calendario")
        self.button.clicked.connect(self._open)
        self._row.insertWidget(1, self.button)

    def _open(self) -> None:
        menu = QMenu(self)
        calendar = Calendar(menu)
        try:
            day = self.read()
        except InvalidValue:
            day = None
        if day is not None:
            calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        calendar.clicked.connect(self._pick)
        calendar.activated.connect(self._pick)
        calendar.clicked.connect(menu.close)
        action = QWidgetAction(menu)
        action.setDefaultWidget(calendar)
        menu.addAction(action)
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    def _pick(self, day: QDate) -> None:
        self.line.setText(f"{day.day():02d}/{day.month():02d}/{day.year()}")
        self.left.emit()


class ParagraphEditor(Editor):
    """Several lines."""

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self.lines = Paragraph(name=field.label)
        self.lines.left.connect(self.left)
        self._row.addWidget(self.lines)
        self.setFocusProxy(self.lines)

    def show_value(self, value: Any) -> None:
        self.lines.set_text(self.field.show(value))

    def read(self) -> Any:
        return self.field.clean(self.lines.toPlainText())

    def set_problem(self, level: str) -> None:
        self.lines.set_problem(level)

    def try_again(self) -> None:
        self.lines.document().setModified(True)


def _width(kind: Kind) -> int:
    """Fixed width of the short kinds in pixels; 0 for those that take what there is."""
    sample = {Number: "1234567", Tenths: "10.00", Date: "dd/mm/aaaaa", Time: "00:00"}.get(
        type(kind)
    )
    return paint.width_of(sample, font("body")) + u(6) if sample else 0
