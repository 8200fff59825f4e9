"""The strip under the review: what is wrong in the chosen row, and where to correct it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from app.services.imports import Aviso, ImportPlan
from app.text import counted
from ui.dialogs.importar_filas import Gone, Row, correction_key, doubts_of, kind_of
from ui.dialogs.importar_sesion import one_line
from ui.theme import u
from ui.widgets.buttons import Button
from ui.widgets.labels import Label
from ui.widgets.line_edit import LineEdit
from ui.widgets.strip import Strip

_STAYS_OUT = "La fila no entra mientras no se corrija; las demás sí."
_GOES_EMPTY = "La fila entra; ese dato queda vacío y lo escrito se guarda para corregirlo después."
_GOES = "La fila entra así; solo revísela."
_LONGEST = 140
_NOTHING = {
    "alta": "no estaba y se agrega.",
    "igual": "ya está como dice la lista; no se toca.",
}


class Problema(Strip):
    """Goes through the doubts one by one; `corrected(row, key, text)` is what a cell should say."""

    corrected = Signal(object, str, str)
    next_asked = Signal()
    answer_asked = Signal()

    def __init__(self) -> None:
        super().__init__("info", " ", " ")
        self.setMinimumHeight(u(13))
        self.row: Row | None = None
        self._doubts: list[Aviso] = []
        self._at = 0
        self._key = ""
        self.label = Label("Corregir aquí", "caption", "text2")
        self.field = _Field(name="Corregir aquí")
        self.field.setFixedWidth(u(52))
        self.field.left.connect(self._on_left)
        self.next = Button("Siguiente problema")
        self.next.clicked.connect(self.go_on)
        for widget in (self.label, self.field, self.next):
            self.extra.addWidget(widget)
        self.pressed.connect(self.answer_asked)

    def show_row(self, row: Row | None, plan: ImportPlan) -> None:
        """Shows the first doubt of a row, or what will happen with it."""
        again = row is not None and self.row is not None and row.place == self.row.place
        self.row = row
        self._doubts = doubts_of(row) if row is not None else []
        self._at = min(self._at, max(len(self._doubts) - 1, 0)) if again else 0
        self._show(plan)

    def show_problems(self, count: int) -> None:
        """How many rows with a problem there are in all."""
        self.next.setVisible(bool(count))

    @property
    def doubt(self) -> Aviso | None:
        """The doubt in sight."""
        return self._doubts[self._at] if self._doubts else None

    @property
    def more_here(self) -> bool:
        """Whether the row has another doubt after the one in sight."""
        return self._at + 1 < len(self._doubts)

    def show_next_here(self, plan: ImportPlan) -> None:
        """Shows the next doubt of the same row."""
        self._at += 1
        self._show(plan)

    def _show(self, plan: ImportPlan) -> None:
        doubt = self.doubt
        self._key = correction_key(plan, doubt) if doubt is not None else ""
        for widget in (self.label, self.field):
            widget.setVisible(bool(self._key))
        if doubt is None or self.row is None:
            self._show_calm(plan)
            return
        rejected = self.row.accion == "rechazada"
        self.set_kind("alto" if rejected else "medio", "ban" if rejected else "alert")
        many = len(self._doubts)
        place = f"Fila {self.row.fila:,}" + (f" ({self._at + 1} de {many})" if many > 1 else "")
        second = _STAYS_OUT if rejected else _GOES_EMPTY if doubt.queda_vacio else _GOES
        about_m = (
            "sexo_m" if doubt.campo == "sexo" and doubt.valor.strip(" .").lower() == "m" else ""
        )
        button = "Responder por todos" if about_m else ""
        motivo = one_line(doubt.motivo, _LONGEST)
        if _is_sentence(motivo):
            motivo = motivo[0].lower() + motivo[1:]
        self.set_words(f"{place}: {motivo}.", second, button)
        self.field.set_words(doubt.valor)

    def _show_calm(self, plan: ImportPlan) -> None:
        """A row without doubts, or no row at all."""
        row, lines = self.row, plan.resumen
        self.set_kind("info", "info")
        if row is None or isinstance(row, Gone):
            problems = lines["con_aviso"] + lines["rechazada"]
            words = "Elija una fila para ver qué pasará con ella."
            if not problems:
                self.set_kind("ok")
                words = "Ninguna fila tiene problemas."
            self.set_words(words, counted(lines["leidas"], "fila leída", "filas leídas") + ".")
            return
        place, changes = f"Fila {row.fila:,}", row.cambios
        if kind_of(row) != "cambia":
            self.set_words(f"{place}: {_NOTHING.get(kind_of(row), '')}", "")
        elif len(changes) == 1:
            self.set_words(f"{place}: {one_line(row.motivo, _LONGEST)}.", "")
        else:
            words = f"{place}: cambian {len(changes)} datos." if changes else f"{place}: cambia."
            self.set_words(words, one_line(row.motivo, 2 * _LONGEST))

    # What is typed

    def take_focus(self) -> None:
        """The cursor goes to the cell, with all of it chosen."""
        if self.field.isVisibleTo(self):
            self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.field.selectAll()
        else:
            self.next.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def changed(self) -> bool:
        """Whether something else was typed."""
        return bool(self._key) and self.field.isVisibleTo(self) and self.field.is_changed

    def go_on(self) -> None:
        """Enter, or the button: stores what was typed, or goes to the next problem."""
        if not self._store():
            self.next_asked.emit()

    def _on_left(self) -> None:
        if not self.field.hasFocus():
            self._store()

    def _store(self) -> bool:
        if self.row is None or not self.changed:
            return False
        text = self.field.text().strip()
        self.field.set_words(text)
        self.corrected.emit(self.row, self._key, text)
        return True


class _Field(LineEdit):
    """A cell to correct: Esc brings back what it had."""

    def set_words(self, words: str) -> None:
        """Changes the text; that is what Esc brings back."""
        if self.text() != words:
            self.setText(words)
        self._first = self.text()  # as a line takes it: no breaks, not endless
        self.setModified(False)

    @property
    def is_changed(self) -> bool:
        """Whether it says something else."""
        return self.text().strip() != self._first.strip()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.is_changed:
            self.set_words(self._first)
            self.selectAll()
            return
        super().keyPressEvent(event)


def _is_sentence(text: str) -> bool:
    """Whether its first capital is only that of the beginning: «CURP» and names keep theirs."""
    return len(text) > 1 and text[0].isupper() and text[1].islower()
