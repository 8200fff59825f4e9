"""A few records edited in place, one line each: what a plan does, what an alumno tutor masters."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.errors import InvalidValue
from app.fields import Field, Flag
from ui.forms.editors import ChoiceEditor, Editor, editor_for
from ui.forms.storing import NotStored, stored
from ui.forms.written import LineEditor, ParagraphEditor
from ui.theme import u
from ui.widgets import paint
from ui.widgets.buttons import IconButton
from ui.widgets.card import Card, Line
from ui.widgets.keys import tab_through
from ui.widgets.labels import ElidedLabel, Label
from ui.widgets.strip import Problem

Values = Mapping[str, Any]
_ANY_WIDTH = 16_777_215


@dataclass(frozen=True)
class RowColumn:
    """One column: a datum with its editor, or a text that is only read (`fixed`).

    `width` in units; 0 takes the spare width, shared by `stretch`, never under `least` units.
    """

    key: str
    title: str
    width: float = 0
    stretch: int = 1
    fixed: bool = False
    least: float = 0


@dataclass(frozen=True)
class RowVerbs:
    """What happens: `save(id, key, value)` and `new(values)` may raise InvalidValue."""

    save: Callable[[Any, str, Any], object]
    remove: Callable[[Any], object] | None = None
    new: Callable[[dict[str, Any]], object] | None = None
    remove_words: str = "Quitar"


class _Row(QWidget):
    """One record; `ident` is None while it is being written for the first time."""

    def __init__(self, owner: "EditRows") -> None:
        super().__init__()
        self.ident: Any = None
        self.owner = owner
        self.editors: dict[str, Editor] = {}
        self.texts: dict[str, ElidedLabel] = {}
        self._values: dict[str, Any] = {}
        self._wrong = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        row = QHBoxLayout()
        row.setContentsMargins(u(3), u(0.75), u(1), u(0.75))
        row.setSpacing(u(2))
        for spec in owner.columns:
            row.addWidget(self._cell(spec), spec.stretch if not spec.width else 0)
        self.remove = IconButton("trash", owner.verbs.remove_words)
        self.remove.clicked.connect(self._on_remove)
        row.addWidget(self.remove)
        column.addLayout(row)
        self.problem = Problem()
        column.addWidget(self.problem)
        column.addWidget(Line("rowline"))

    def _cell(self, spec: RowColumn) -> QWidget:
        made: ElidedLabel | Editor
        if spec.fixed:
            made = ElidedLabel("", "body", strong=True)
            self.texts[spec.key] = made
        else:
            editor = editor_for(self.owner.fields[spec.key])
            editor.left.connect(partial(self._on_left, spec.key))
            if isinstance(editor, LineEditor):
                editor.line.setProperty("kind", "flat")
                editor.line.setPlaceholderText("–")
                editor.line.setMinimumWidth(u(6))
                editor.line.setMaximumWidth(_ANY_WIDTH)
            elif isinstance(editor, ParagraphEditor):
                editor.lines.setMinimumWidth(u(10))
            elif isinstance(editor, ChoiceEditor):
                editor.combo.setProperty("kind", "flat")
            self.editors[spec.key] = editor
            made = editor
        if spec.width:
            made.setFixedWidth(u(spec.width))
        else:
            made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            made.setMinimumWidth(u(spec.least))
        return made

    def show_values(self, ident: Any, values: Values) -> None:
        """Shows a record; in the same one what is being typed stays, and what was refused too."""
        other, self.ident = ident != self.ident, ident
        for key, label in self.texts.items():
            label.setText(str(values.get(key, "")))
        for key, editor in self.editors.items():
            value = values.get(key, editor.field.kind.empty)
            same = key in self._values and self._values[key] == value
            self._values[key] = value
            typing = key == self._wrong or editor.isAncestorOf(self.focusWidget() or self)
            if same and not other and typing:
                continue
            editor.show_value(value)
            if isinstance(editor, LineEditor):
                editor.line.setToolTip(paint.tip(editor.field.show(value)))
        if other:
            self.say("")
        words = next((str(v) for v in values.values() if v), "")
        self.remove.set_name(f"{self.owner.verbs.remove_words}: {words}" if words else "Quitar")
        self.remove.setVisible(self.owner.verbs.remove is not None)

    def say(self, sentence: str, key: str = "") -> None:
        """Shows what is wrong with a datum of this row."""
        self.problem.say(sentence)
        self._wrong = key if sentence else ""
        for name, editor in self.editors.items():
            editor.set_problem("alto" if sentence and name == key else "")

    def _on_left(self, key: str) -> None:
        try:
            value = self.editors[key].read()
            if self.ident is None:
                self._add(key)
                return
            if value != self._values.get(key):
                stored(key, self.owner.verbs.save, self.ident, key, value)
                self._values[key] = value
        except InvalidValue as problem:
            self.say(str(problem), problem.key)
            if isinstance(problem, NotStored):
                self.editors[key].try_again()
            return
        self.say("")

    def _add(self, key: str) -> None:
        values = {name: editor.read() for name, editor in self.editors.items() if name == key}
        first = next(iter(self.editors))
        values |= {first: self.editors[first].read()}
        if values[first]:
            stored(key, self.owner.store_new, values)

    def _on_remove(self) -> None:
        if self.ident is None:
            self.owner.drop_new()
        elif self.owner.verbs.remove is not None:
            self.owner.verbs.remove(self.ident)


class EditRows(Card):
    """A sunken head and one line of editors for each record; `add()` opens a blank line."""

    def __init__(
        self,
        fields: Mapping[str, Field],
        columns: Sequence[RowColumn],
        verbs: RowVerbs,
        *,
        nothing: str = "",
    ) -> None:
        super().__init__(padding=0)
        self.fields, self.columns, self.verbs = fields, columns, verbs
        self.body.setContentsMargins(1, 1, 1, 1)
        self.body.setSpacing(0)
        self.head_row = self._make_head()
        self.body.addWidget(self.head_row)
        self.nothing = Label(nothing, "body", "text2", wrap=True)
        self.nothing.setContentsMargins(u(3), u(2.5), u(3), u(2.5))
        self.body.addWidget(self.nothing)
        self._rows: list[_Row] = []
        self._new: _Row | None = None
        self._storing = False
        self._ordered = 0
        self.before: QWidget | None = None
        """What Tab goes through just before the lines, if it is not made right before them."""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def _make_head(self) -> QWidget:
        head = Card(fill="sunken", outline="", padding=0)
        head.setFixedHeight(u(7.5))
        row = QHBoxLayout()
        row.setContentsMargins(u(3), 0, u(1), 0)
        row.setSpacing(u(2))
        for spec in self.columns:
            row.addWidget(self._head_of(spec), spec.stretch if not spec.width else 0)
        if self.verbs.remove is not None:
            row.addSpacing(u(10))
        head.body.addLayout(row)
        return head

    def _head_of(self, spec: RowColumn) -> QWidget:
        """The title of a column over the text of its editors."""
        holder = QWidget()
        inside = QHBoxLayout(holder)
        typed = not spec.fixed and not isinstance(self.fields[spec.key].kind, Flag)
        inside.setContentsMargins(u(2.5) if typed else 0, 0, 0, 0)
        title = ElidedLabel(spec.title, "caption", "text2", strong=True)
        title.setMinimumWidth(u(6))
        inside.addWidget(title, 1)
        if spec.width:
            holder.setFixedWidth(u(spec.width))
        else:
            holder.setMinimumWidth(u(spec.least))
        return holder

    def set_rows(self, rows: Sequence[tuple[Any, Values]]) -> None:
        """Shows records, each with its id and values, in order; the widgets stay."""
        order = [ident for ident, _ in rows]
        self._adopt_new(order)
        known = {row.ident: row for row in self._rows}
        if set(order) & set(known) and order != [r.ident for r in self._rows][: len(order)]:
            self._rows.sort(key=lambda row: order.index(row.ident) if row.ident in order else 999)
            for place, row in enumerate(self._rows):
                self.body.insertWidget(2 + place, row)
        while len(self._rows) < len(rows):
            made = _Row(self)
            self.body.insertWidget(2 + len(self._rows), made)
            self._rows.append(made)
        for row, (ident, values) in zip(self._rows, rows, strict=False):
            row.show_values(ident, values)
            row.show()
        for row in self._rows[len(rows) :]:
            row.hide()
            row.ident = None
        self.drop_new()
        self._order_keys()
        self.nothing.setVisible(not rows and bool(self.nothing.text()))

    def _order_keys(self) -> None:
        """Tab goes line by line; lines made later would come after the rest of the page."""
        lines = [*self._rows, *([self._new] if self._new is not None else [])]
        if len(lines) != self._ordered:
            self._ordered = len(lines)
            tab_through([self.before, *lines])

    def _adopt_new(self, order: list[Any]) -> None:
        """The blank line that was just stored is the line of its record: the cursor stays in it."""
        fresh = set(order) - {row.ident for row in self._rows}
        if self._new is None or not self._storing or len(fresh) != 1:
            return
        place = order.index(*fresh)
        self.body.insertWidget(2 + place, self._new)
        self._rows.insert(place, self._new)
        self._new.ident, self._new = order[place], None

    def add(self) -> None:
        """Opens a blank line with the cursor in it."""
        if self._new is None:
            self._new = _Row(self)
            self._new.show_values(None, {})
            self.body.addWidget(self._new)
            self._order_keys()
            self.nothing.hide()
        next(iter(self._new.editors.values())).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def store_new(self, values: dict[str, Any]) -> None:
        """Makes a record of the blank line."""
        if self.verbs.new is None:
            return
        self._storing = True
        try:
            self.verbs.new(values)
        finally:
            self._storing = False

    def drop_new(self) -> None:
        """Takes the blank line away."""
        if self._new is not None:
            self._new.hide()
            self._new.deleteLater()
            self._new = None

    def editor(self, place: int, key: str) -> Editor:
        """The editor of a datum of a line, by its place."""
        return self._rows[place].editors[key]

    def new_editor(self, key: str) -> Editor | None:
        """The editor of a datum of the blank line."""
        return self._new.editors[key] if self._new else None

    def problem(self, place: int) -> str:
        """What is said to be wrong in a line."""
        return self._rows[place].problem.words.text()
