"""Editors of what is chosen: one of a list, a record, yes or no, several marks, a picture."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.errors import InvalidValue
from app.fields import Checks, Choice, Field, Level
from ui.forms.picture import PictureEditor
from ui.forms.written import Editor
from ui.theme import u
from ui.widgets.chips import Chip
from ui.widgets.choices import CheckBox, ComboBox
from ui.widgets.flow import FlowLayout
from ui.widgets.line_edit import mark_problem
from ui.widgets.pick_field import PickField

Options = Callable[[], list[tuple[object, str]]]
NOTHING = "Sin indicar"
_LONGEST_CHIP = 26


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
