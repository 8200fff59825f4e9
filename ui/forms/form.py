"""A form made from declarations: label, editor, problem beneath; edits are told one by one."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.errors import InvalidValue
from app.fields import Date, Field, Flag, Number, Tenths, Time
from ui.forms.editors import editor_for
from ui.forms.marked import Options
from ui.forms.storing import NotStored, stored
from ui.forms.written import Editor
from ui.theme import u
from ui.widgets.dialog import Dialog
from ui.widgets.labels import Label
from ui.widgets.strip import Problem

Save = Callable[[str, Any], object]
_SHORT = (Number, Tenths, Date, Time, Flag)


class FormField(QWidget):
    """One datum of a form."""

    left = Signal(str)

    def __init__(self, field: Field, options: Options | None, label: str = "") -> None:
        super().__init__()
        self.field = field
        self.editor: Editor = editor_for(field, options)
        self.editor.setToolTip(field.help)
        self.editor.left.connect(self._tell)
        self.label = Label(label or field.label, "caption", "text2", strong=True)
        self.label.setBuddy(self.editor)
        self.problem = Problem()
        self.sentence = ""
        self.is_wrong = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(u(1))
        column.addWidget(self.label)
        column.addWidget(self.editor)
        column.addWidget(self.problem)
        column.addStretch(1)
        if self.editor.labelled:
            self.label.setText(" ")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def say(self, sentence: str, level: str = "alto") -> None:
        """Shows an error or a warning; the empty text takes it away."""
        self.sentence = sentence
        self.is_wrong = bool(sentence) and level == "alto"
        prefix = f"{self.field.label}: "
        short = sentence.removeprefix(prefix)
        self.problem.say(short[:1].upper() + short[1:], level)
        self.editor.set_problem(level if sentence else "")
        self.editor.setAccessibleDescription(sentence)

    def _tell(self) -> None:
        self.left.emit(self.field.key)


class Form(QWidget):
    """`Form(fields_of(Alumno), alumno_values, rows=(("nombres", "curp"), ("grupo",)), save=fn)`.

    `edited(key, value)` tells each datum as it is left with another value. `save(key, value)` is
    called before and may raise InvalidValue, which is shown beneath its field; what was typed
    stays. `references` gives, by key, the function with the options [(id, words)].
    """

    edited = Signal(str, object)

    def __init__(
        self,
        fields: Mapping[str, Field],
        values: Mapping[str, Any] | None = None,
        *,
        rows: Sequence[Sequence[str]] = (),
        references: Mapping[str, Options] | None = None,
        labels: Mapping[str, str] | None = None,
        save: Save | None = None,
    ) -> None:
        super().__init__()
        self._save = save
        self._values: dict[str, Any] = {}
        self._record: object = None
        self.fields: dict[str, FormField] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(u(2.5))
        for keys in rows or [(key,) for key in fields]:
            line = QHBoxLayout()
            line.setSpacing(u(3))
            for key in keys:
                one = FormField(
                    fields[key], (references or {}).get(key), (labels or {}).get(key, "")
                )
                one.left.connect(self._on_left)
                self.fields[key] = one
                short = isinstance(fields[key].kind, _SHORT) and len(keys) > 1
                line.addWidget(one, 0 if short else 1, Qt.AlignmentFlag.AlignTop)
            if all(self.fields[key].editor.labelled for key in keys):
                for key in keys:
                    self.fields[key].label.hide()
            column.addLayout(line)
        self.set_values(values or {key: fields[key].kind.empty for key in self.fields})

    def set_values(self, values: Mapping[str, Any], *, record: object = None) -> None:
        """Shows the values of a record (its id); of the same one, what is being typed stays."""
        other, self._record = record != self._record, record
        for key, one in self.fields.items():
            if key not in values:
                continue
            same = self._values.get(key) == values[key] and key in self._values
            self._values[key] = values[key]
            busy = one.is_wrong or one.editor.isAncestorOf(self.focusWidget() or self)
            if same and busy and not other:
                continue
            one.editor.show_value(values[key])
            one.say(one.field.warning(values[key]), "medio")

    def value(self, key: str) -> Any:
        """The last accepted value of a datum."""
        return self._values[key]

    def editor(self, key: str) -> Editor:
        """The editor of a datum."""
        return self.fields[key].editor

    def show_problem(self, key: str, sentence: str) -> None:
        """Shows an error under a field, as a service said it."""
        if key in self.fields:
            self.fields[key].say(sentence)

    def problems(self) -> dict[str, str]:
        """The errors and warnings that are shown, by key."""
        return {key: one.sentence for key, one in self.fields.items() if one.sentence}

    def read(self) -> dict[str, Any] | None:
        """All the values; None when some is refused, with its problem shown and the focus there."""
        found: dict[str, Any] = {}
        wrong: list[FormField] = []
        for key, one in self.fields.items():
            try:
                found[key] = one.editor.read()
            except InvalidValue as problem:
                one.say(str(problem))
                wrong.append(one)
        if wrong:
            wrong[0].editor.setFocus(Qt.FocusReason.OtherFocusReason)
            return None
        return found

    def set_read_only(self, keys: Sequence[str], why: str = "") -> None:
        """Turns editors off, with the reason in the tooltip."""
        for key in keys:
            self.fields[key].editor.setEnabled(False)
            self.fields[key].setToolTip(why)

    def _on_left(self, key: str) -> None:
        one = self.fields[key]
        try:
            value = one.editor.read()
            if value != self._values.get(key):
                self._accept(key, value)
        except InvalidValue as problem:
            target = self.fields.get(problem.key, one)
            target.say(str(problem))
            if isinstance(problem, NotStored):
                one.editor.try_again()
            return
        one.editor.show_value(value)
        one.say(one.field.warning(value), "medio")

    def _accept(self, key: str, value: Any) -> None:
        if self._save is not None:
            stored(key, self._save, key, value)
        self._values[key] = value
        self.edited.emit(key, value)


class FormDialog(Dialog):
    """Makes a record: a form and its button; `save(values)` may raise InvalidValue."""

    def __init__(
        self,
        title: str,
        form: Form,
        save: Callable[[dict[str, Any]], object],
        parent: QWidget | None,
        *,
        action: str = "Guardar",
        size: str = "medium",
    ) -> None:
        super().__init__(title, parent, size=size, action=action)
        self.form, self._save_all = form, save
        self.body.addWidget(form)
        self.body.addStretch(1)

    def accept(self) -> None:
        values = self.form.read()
        if values is None:
            return
        try:
            self._save_all(values)
        except InvalidValue as problem:
            self.form.show_problem(problem.key, str(problem))
            return
        super().accept()
