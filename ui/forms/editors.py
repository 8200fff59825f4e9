"""Which widget edits each kind of datum; the only table of that sort."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QDate, QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QCalendarWidget,
    QHBoxLayout,
    QMenu,
    QVBoxLayout,
    QWidget,
    QWidgetAction,
)

from app.errors import InvalidValue
from app.fields import (
    Checks,
    Choice,
    Date,
    Field,
    Flag,
    Kind,
    Level,
    Number,
    Paragraph,
    Picture,
    Reference,
    Tenths,
    Text,
    Time,
)
from ui.forms.picture import PictureEditor
from ui.theme import font, u
from ui.widgets import paint
from ui.widgets.buttons import IconButton
from ui.widgets.chips import Chip
from ui.widgets.choices import CheckBox, ComboBox
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import Label
from ui.widgets.line_edit import LineEdit, mark_problem
from ui.widgets.line_edit import Paragraph as ParagraphEdit
from ui.widgets.pick_field import PickField

Options = Callable[[], list[tuple[object, str]]]
NOTHING = "Sin indicar"
_LONGEST_CHIP = 26


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
        calendar = QCalendarWidget(menu)
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        calendar.setGridVisible(False)
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
        self.lines = ParagraphEdit(name=field.label)
        self.lines.left.connect(self.left)
        self._row.addWidget(self.lines)
        self.setFocusProxy(self.lines)

    def show_value(self, value: Any) -> None:
        self.lines.set_text(self.field.show(value))

    def read(self) -> Any:
        return self.field.clean(self.lines.toPlainText())

    def set_problem(self, level: str) -> None:
        self.lines.set_problem(level)


class ChoiceEditor(Editor):
    """One of a few words, in a list that drops down."""

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self.combo = ComboBox(name=field.label)
        kind = field.kind
        options: list[tuple[object, str]] = [] if field.required else [(kind.empty, NOTHING)]
        if isinstance(kind, Choice | Level):
            options += [(key, label) for key, label in kind.options.items() if key != kind.empty]
        self.combo.set_options(options)
        self.combo.activated.connect(self.left)
        self._row.addWidget(self.combo)
        self.setFocusProxy(self.combo)

    def show_value(self, value: Any) -> None:
        self.combo.set_key(value)

    def read(self) -> Any:
        value = self.combo.key if self.combo.currentIndex() >= 0 else self.field.kind.empty
        return self.required(value)

    def set_problem(self, level: str) -> None:
        mark_problem(self.combo, level)


class ReferenceEditor(Editor):
    """The record of another table, found by typing."""

    def __init__(self, field: Field, options: Options, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self._options = options
        self.pick = PickField(options(), name=field.label, hint=NOTHING)
        self.pick.picked.connect(self._on_picked)
        self._row.addWidget(self.pick)
        self.setFocusProxy(self.pick)

    def show_value(self, value: Any) -> None:
        self.pick.set_options(self._options())
        self.pick.set_key(value)

    def read(self) -> Any:
        return self.required(self.pick.key)

    def set_problem(self, level: str) -> None:
        self.pick.set_problem(level)

    def _on_picked(self, _key: object) -> None:
        self.left.emit()


class FlagEditor(Editor):
    """Yes or no, with its own words."""

    labelled = True

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self.box = CheckBox(field.label, name=field.label)
        self.box.clicked.connect(self.left)
        self.setMinimumHeight(u(8))
        self._row.addWidget(self.box)
        self._row.addStretch(1)
        self.setFocusProxy(self.box)

    def show_value(self, value: Any) -> None:
        self.box.setChecked(bool(value))

    def read(self) -> Any:
        return self.box.isChecked()


class ChecksEditor(Editor):
    """Any number out of a list: chips when the words are short, boxes when they are sentences."""

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        kind = field.kind
        options = kind.options if isinstance(kind, Checks) else {}
        short = all(len(label) <= _LONGEST_CHIP for label in options.values())
        self.marks: dict[str, Chip | CheckBox] = {
            key: Chip(label) if short else CheckBox(label) for key, label in options.items()
        }
        holder = QWidget()
        lines = FlowLayout(holder) if short else QVBoxLayout(holder)
        lines.setContentsMargins(0, 0, 0, 0)
        for mark in self.marks.values():
            mark.clicked.connect(self.left)
            lines.addWidget(mark)
        self._row.addWidget(holder, 1)
        if self.marks:
            self.setFocusProxy(next(iter(self.marks.values())))

    def show_value(self, value: Any) -> None:
        for key, mark in self.marks.items():
            mark.setChecked(key in (value or ()))

    def read(self) -> Any:
        return self.required(tuple(key for key, mark in self.marks.items() if mark.isChecked()))


class PictureField(Editor):
    """A small picture."""

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self.picture = PictureEditor(field.label)
        self.picture.changed.connect(self.left)
        self._row.addWidget(self.picture, 1)
        self.setFocusProxy(self.picture.button)

    def show_value(self, value: Any) -> None:
        self.picture.set_data(value or "")

    def read(self) -> Any:
        if self.picture.problem:
            raise InvalidValue(self.field.key, self.picture.problem)
        return self.required(self.picture.data)


EDITORS: dict[type[Kind], type[Editor]] = {
    Text: LineEditor,
    Paragraph: ParagraphEditor,
    Number: LineEditor,
    Tenths: LineEditor,
    Date: DateEditor,
    Time: LineEditor,
    Choice: ChoiceEditor,
    Level: ChoiceEditor,
    Checks: ChecksEditor,
    Flag: FlagEditor,
    Picture: PictureField,
}


def editor_for(field: Field, options: Options | None = None) -> Editor:
    """The editor of a field; a Reference needs the function that gives its options."""
    if isinstance(field.kind, Reference):
        return ReferenceEditor(field, options or list)
    return EDITORS[type(field.kind)](field)


def _width(kind: Kind) -> int:
    """Fixed width of the short kinds in pixels; 0 for those that take what there is."""
    sample = {Number: "1234567", Tenths: "10.00", Date: "dd/mm/aaaaa", Time: "00:00"}.get(
        type(kind)
    )
    return paint.width_of(sample, font("body")) + u(6) if sample else 0
