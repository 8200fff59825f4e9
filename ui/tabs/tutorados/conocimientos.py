"""What a tutorado already knows, a line for each topic; those of the plan are offered."""

from functools import partial
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app import domain
from app.fields import fields_of
from app.services import entrevistas
from ui import messages
from ui.context import Context
from ui.forms.edit_rows import EditRows, RowColumn, RowVerbs
from ui.theme import u
from ui.widgets.buttons import Button
from ui.widgets.chips import Chip
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import Label

_FIELDS = fields_of(domain.Conocimiento)
_MOST_OFFERED = 6
_LONGEST = 34


class Conocimientos(QWidget):
    """Rows of topic and level; a chip adds a topic of the plan."""

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self.ctx = ctx
        self._where = (0, 0)
        self._offered: list[str] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(u(1.5))
        self.rows = EditRows(
            _FIELDS,
            (RowColumn("tema", "Tema", stretch=2), RowColumn("nivel", "Nivel", 34)),
            RowVerbs(self._save, self._remove, self._add, "Quitar el tema"),
            nothing="Anote los temas y si los domina, le cuestan o no los conoce.",
        )
        row = QHBoxLayout()
        row.setSpacing(u(2))
        add = Button("Agregar tema", "plain", "plus")
        add.clicked.connect(self.rows.add)
        self.rows.before = add
        row.addWidget(add)
        self.caption = Label("Del plan:", "caption", "text2", strong=True)
        row.addWidget(self.caption)
        holder = QWidget()
        flow = FlowLayout(holder)
        self.chips = [Chip("") for _ in range(_MOST_OFFERED)]
        for place, chip in enumerate(self.chips):
            chip.setCheckable(False)
            chip.clicked.connect(partial(self._take, place))
            flow.addWidget(chip)
        row.addWidget(holder, 1)
        column.addLayout(row)
        column.addWidget(self.rows)

    def show_of(self, intervencion: int, alumno: int, entrevista: int) -> None:
        """Shows the topics of an interview; `entrevista` is 0 while it is not stored."""
        self._where = (intervencion, alumno)
        store = self.ctx.store
        found = entrevistas.conocimientos(store, entrevista)
        self.rows.set_rows([(one.id, {"tema": one.tema, "nivel": one.nivel}) for one in found])
        offered = entrevistas.topics_to_ask(store, intervencion, entrevista)
        self._offered = offered[:_MOST_OFFERED]
        self.caption.setVisible(bool(self._offered))
        for place, chip in enumerate(self.chips):
            chip.setVisible(place < len(self._offered))
            if place < len(self._offered):
                tema = self._offered[place]
                chip.setText(tema if len(tema) <= _LONGEST else f"{tema[: _LONGEST - 1]}…")
                chip.setToolTip(f"Agregar el tema «{tema}»")
                chip.updateGeometry()

    def _take(self, place: int, _checked: bool = False) -> None:
        if place < len(self._offered):
            self._add({"tema": self._offered[place]})

    def _save(self, conocimiento: int, key: str, value: Any) -> None:
        typed = {key: _FIELDS[key].typed(value)}
        self.ctx.do(entrevistas.change_conocimiento, self.ctx.store, conocimiento, typed)

    def _add(self, values: dict[str, Any]) -> None:
        typed = {key: _FIELDS[key].typed(value) for key, value in values.items()}
        self.ctx.do(entrevistas.add_conocimiento, self.ctx.store, *self._where, typed)

    def _remove(self, conocimiento: int) -> None:
        self.ctx.do(entrevistas.remove_conocimiento, self.ctx.store, conocimiento)
        messages.toast("Se quitó el tema.", "Deshacer", self.ctx.undo)
