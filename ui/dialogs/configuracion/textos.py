"""Section Textos: the words of the letters and notices, as the plantel wants them."""

from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.plantilla import Plantilla
from app.fields import fields_of
from app.formatos import FORMATOS
from app.formatos.textos import TEXTOS, unknown_places
from app.services import textos
from app.text import joined
from ui import messages
from ui.context import Context
from ui.dialogs.configuracion.section import Section
from ui.forms.form import Form
from ui.print_choice import PrintChoice
from ui.tables import cells
from ui.tables.column import Column
from ui.tables.record_table import RecordTable
from ui.theme import u
from ui.widgets.buttons import Button
from ui.widgets.card import ScrollPane
from ui.widgets.dialog import Dialog
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import Label

_LINES = 12
_NUMBERED = "Cada renglón es un párrafo; los que empiezan con un guion salen en lista."
_PLAIN = "Cada renglón es un párrafo."


@dataclass(frozen=True)
class _Row:
    id: str
    titulo: str
    cambiado: bool


_COLUMNS = (
    Column("titulo", "Texto", lambda r: r.titulo, width=50, stretch=True, cell=cells.STRONG),
    Column("cambiado", "", lambda r: "Cambiado" if r.cambiado else "", width=22,
           cell=cells.State(lambda r: ("edit", "primary") if r.cambiado else ("", "text2"))),
)  # fmt: skip


class TextosSection(Section):
    """The texts at the left; the open one at the right, stored when it is left."""

    TABLES = frozenset({"plantillas"})

    def __init__(self, ctx: Context) -> None:
        sentence = "Así salen en lo que se imprime. Lo que va entre llaves lo llena el programa."
        super().__init__(ctx, "Textos", sentence)
        self.clave = next(iter(TEXTOS))
        self.table = RecordTable(_COLUMNS, self._load, nouns=("texto", "textos"))
        self.table.chosen.connect(self._on_chosen)
        self.table.setFixedWidth(u(96))
        row = QHBoxLayout()
        row.setSpacing(u(5))
        row.addWidget(self.table)
        pane = ScrollPane()
        pane.body.addLayout(self._make_text())
        pane.body.addStretch(1)
        row.addWidget(pane, 1)
        self.column.addLayout(row, 1)

    def _make_text(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(u(2))
        self.title = Label("", "body", strong=True, wrap=True)
        field = replace(fields_of(Plantilla)["texto"], check=self._doubt)
        self.form = Form({"texto": field}, save=self._save)
        self.form.fields["texto"].label.hide()
        editor: Any = self.form.editor("texto")
        self.lines = editor.lines
        self.lines.set_room(_LINES, _LINES)
        self.lines.textChanged.connect(self._on_typed)
        self.hint = Label("", "caption", "text2", wrap=True)
        self.places = QWidget()
        self._flow = FlowLayout(self.places, gap=1.5)
        self._chips: list[Button] = []
        self.places_label = Label("Datos que puede poner", "caption", "text2", strong=True)
        column.addWidget(self.title)
        column.addWidget(self.form)
        column.addWidget(self.hint)
        column.addWidget(self.places_label)
        column.addWidget(self.places)
        column.addLayout(self._make_buttons())
        return column

    def _make_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(u(2))
        self.see = Button("Ver el formato…", icon_name="printer")
        self.see.clicked.connect(self._see)
        self.restore = Button("Volver al texto original", icon_name="refresh")
        self.restore.clicked.connect(self._restore)
        row.addWidget(self.see)
        row.addWidget(self.restore)
        row.addStretch(1)
        return row

    def _load(self) -> list[_Row]:
        store = self.ctx.store
        return [
            _Row(clave, one.titulo, textos.is_changed(store, clave))
            for clave, one in TEXTOS.items()
        ]

    def refresh(self) -> None:
        self.table.refresh()
        if not self.table.chosen_ids():
            self.table.choose(self.clave)
        self._show()

    def open_text(self, clave: str) -> None:
        """Opens one of the texts."""
        self.table.choose(clave)
        self._on_chosen([clave])

    def _on_chosen(self, ids: list[Any]) -> None:
        if ids and ids[0] != self.clave:
            self.clave = ids[0]
            self._show()

    def _show(self) -> None:
        store, texto = self.ctx.store, TEXTOS[self.clave]
        words = textos.text_of(store, self.clave)
        self.title.setText(texto.titulo)
        self.form.set_values({"texto": words}, record=self.clave)
        self.hint.setText(_NUMBERED if "\n- " in words else _PLAIN)
        self.restore.set_reason("" if textos.is_changed(store, self.clave) else "Es el original")
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.deleteLater()
        self._chips = [self._chip(place) for place in texto.lugares]
        self.places_label.setVisible(bool(self._chips))

    def _chip(self, place: str) -> Button:
        """A button that writes a place where the cursor is; a click leaves the cursor there."""
        chip = Button(f"{{{place}}}", tooltip=f"Escribe {{{place}}} donde está el cursor")
        chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        chip.clicked.connect(partial(self._insert, place))
        self._flow.addWidget(chip)
        return chip

    def _insert(self, place: str, _checked: bool = False) -> None:
        self.lines.insertPlainText(f"{{{place}}}")
        self.lines.document().setModified(True)
        self.lines.setFocus(Qt.FocusReason.OtherFocusReason)

    # What is typed

    def _doubt(self, words: str) -> str:
        unknown = [f"{{{one}}}" for one in unknown_places(self.clave, words)]
        if not unknown:
            return ""
        if len(unknown) == 1:
            return f"{unknown[0]} no es un dato de este texto; saldría así, con sus llaves."
        return f"{joined(unknown)} no son datos de este texto; saldrían así, con sus llaves."

    def _on_typed(self) -> None:
        self.form.fields["texto"].say(self._doubt(self.lines.toPlainText()), "medio")

    def _save(self, _key: str, value: Any) -> None:
        self.ctx.do(textos.change_text, self.ctx.store, self.clave, value)

    def _restore(self) -> None:
        self.ctx.do(textos.restore_text, self.ctx.store, self.clave)
        messages.toast("Volvió el texto original", "Deshacer", self.ctx.undo)

    def _see(self) -> None:
        """Goes back to the form that is behind, or opens the print dialog on it."""
        from ui.dialogs.imprimir import ImprimirDialog

        window = self.window()
        if isinstance(window.parentWidget(), Dialog):
            window.close()
            return
        form = next(one for one in FORMATOS if self.clave in one.textos)
        ImprimirDialog(self.ctx, PrintChoice(form.key, named=True), window).open()
