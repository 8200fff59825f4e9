"""Section Lugares: where asesorías are given and how many fit in each at once."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from app.domain import Lugar
from app.errors import InvalidValue
from app.fields import fields_of
from app.services import lugares as service
from ui.context import Context
from ui.dialogs.configuracion.section import Section
from ui.forms.form import Form
from ui.tables import cells
from ui.tables.cell_editing import CellEditing, Editable
from ui.tables.column import Column
from ui.tables.record_table import RecordTable
from ui.theme import u
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.strip import Strip

COLUMNS = (
    Column("nombre", "Lugar", lambda r: r.nombre, width=60, stretch=True, cell=cells.STRONG),
    Column("capacidad", "Sesiones a la vez", lambda r: str(r.capacidad or 1), width=36,
           sort=lambda r: r.capacidad or 1, align="right"),
)  # fmt: skip
_NOTE = "Doble clic o F2 para cambiar un dato"


class LugaresSection(Section):
    """The list, changed in place, and what is added at the foot."""

    TABLES = frozenset({"lugares"})

    def __init__(self, ctx: Context) -> None:
        sentence = (
            "Si hay lugares, la propuesta de asignación da uno a cada asesoría y no pone a la vez "
            f"más de las que caben. {_NOTE}."
        )
        super().__init__(ctx, "Lugares", sentence)
        self.remove = Button("Quitar", "danger", "trash")
        self.remove.clicked.connect(self._remove)
        self.head.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)
        empty = EmptyState(
            "door", "Todavía no hay lugares", "Sin ellos, la propuesta no limita por espacio."
        )
        self.table = RecordTable(COLUMNS, self._load, nouns=("lugar", "lugares"), empty=empty)
        self.table.chosen.connect(self._on_chosen)
        self.editing = CellEditing(
            self.table,
            {
                "nombre": Editable(lambda r: r.nombre, self._save_name),
                "capacidad": Editable(lambda r: str(r.capacidad or 1), self._save_capacity),
            },
        )
        self.editing.problem.connect(self._say)
        self.strip = Strip("alto", plain=True)
        self.strip.hide()
        self.column.addWidget(self.strip)
        self.column.addWidget(self.table, 1)
        self.column.addWidget(self._adder())
        self._on_chosen([])

    def _adder(self) -> Card:
        card = Card(fill="sunken", padding=3)
        declared = fields_of(Lugar)
        self.form = Form(
            {key: declared[key] for key in ("nombre", "capacidad")}, rows=(("nombre", "capacidad"),)
        )
        self.add = Button("Agregar", icon_name="plus")
        self.add.clicked.connect(self._add)
        row = QHBoxLayout()
        row.setSpacing(u(3))
        row.addWidget(self.form, 1)
        row.addWidget(self.add, 0, Qt.AlignmentFlag.AlignBottom)
        card.body.addLayout(row)
        self._clear()
        return card

    def _clear(self) -> None:
        self.form.set_values({"nombre": "", "capacidad": 1}, record=object())

    def _load(self) -> list[Lugar]:
        return service.lugares(self.ctx.store)

    def refresh(self) -> None:
        self.table.refresh()

    def _on_chosen(self, ids: list[Any]) -> None:
        self.remove.set_reason("" if ids else "Elija los que quiere quitar")

    def _say(self, sentence: str) -> None:
        self.strip.set_words(sentence)
        self.strip.setVisible(bool(sentence))

    def _save_name(self, id: Any, written: str) -> None:
        self.ctx.do(service.change, self.ctx.store, id, {"nombre": written})

    def _save_capacity(self, id: Any, written: str) -> None:
        self.ctx.do(service.change, self.ctx.store, id, {"capacidad": written})

    def _add(self) -> None:
        editors: dict[str, Any] = {key: self.form.editor(key) for key in self.form.fields}
        written = {key: editor.line.text() for key, editor in editors.items()}
        try:
            added = self.ctx.do(service.add, self.ctx.store, written)
        except InvalidValue as problem:
            self.form.show_problem(problem.key, str(problem))
            return
        if added:
            self._clear()

    def _remove(self) -> None:
        self.ctx.do(service.remove, self.ctx.store, self.table.chosen_ids())
