"""Words offered while a line is typed; any other may be written."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter

from ui.forms.form import Form
from ui.forms.written import LineEditor


def offer(form: Form, key: str, words: Sequence[str]) -> None:
    """Offers words in a line of a form, as one types or with the arrow down."""
    editor = form.editor(key)
    if words and isinstance(editor, LineEditor):
        completer = QCompleter(list(words), editor.line)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        editor.line.setCompleter(completer)
