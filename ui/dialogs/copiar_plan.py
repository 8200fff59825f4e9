"""Copies a plan to one or many others: which plan, and which of its parts."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.services import copias, planes, planteles
from app.store.queries import planes as queries
from app.store.queries.planes import FilaPlan
from app.text import counted, order_key
from ui import messages
from ui.context import Context
from ui.tables import cells
from ui.tables.column import Column
from ui.tables.record_table import RecordTable
from ui.theme import u
from ui.widgets.choices import CheckBox
from ui.widgets.dialog import Dialog
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import Label
from ui.widgets.search_field import SearchField

COLUMNS = (
    Column("asignatura", "Asignatura", lambda r: r.nombre_asignatura, width=46),
    Column("tutorados", "Tutorado", lambda r: ", ".join(p.corto for p in r.tutorados), width=44,
           stretch=True),
    Column("tutor", "Alumno tutor", lambda r: r.corto_alumno_tutor, width=36, cell=cells.QUIET),
)  # fmt: skip


class CopiarPlanDialog(Dialog):
    """Plans of the same asignatura come first; the texts already written are never replaced."""

    def __init__(self, ctx: Context, targets: Sequence[int], parent: QWidget | None) -> None:
        many = counted(len(targets), "plan", "planes")
        title = "Copiar de otro plan" if len(targets) == 1 else f"Copiar un plan a {many}"
        super().__init__(title, parent, size="large", action="Copiar")
        self.ctx, self.targets = ctx, list(targets)
        self.rows = self._sources()
        about = planes.subject(ctx.store, targets[0]) if len(targets) == 1 else many
        words = f"Para {about}. Se llena lo que está vacío; lo escrito no se toca."
        self.body.addWidget(Label(words, "body", "text2", wrap=True))
        row = QHBoxLayout()
        row.setSpacing(u(4))
        row.addLayout(self._make_list(), 1)
        row.addLayout(self._make_parts())
        self.body.addLayout(row, 1)
        self.table.choose_first()
        self._on_chosen(self.table.chosen_ids())

    def _sources(self) -> list[FilaPlan]:
        store = self.ctx.store
        today, periodo = store.clock().date(), planteles.current_periodo(store).id
        found = queries.planes(store, periodo, today)
        known = {row.intervencion: row for row in found}
        wanted = {known[id].asignatura for id in self.targets if id in known}
        only = self.targets[0] if len(self.targets) == 1 else 0
        rows = [r for r in found if r.plan is not None and r.intervencion != only]
        return sorted(
            rows, key=lambda r: (r.asignatura not in wanted, order_key(r.nombre_asignatura))
        )

    def _make_list(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(u(2))
        self.filter = SearchField("Filtrar planes")
        column.addWidget(self.filter)
        self.table = RecordTable(
            COLUMNS, lambda: self.rows, ident=lambda r: r.intervencion, nouns=("plan", "planes"),
            empty=EmptyState("clipboard", "No hay otro plan escrito",
                             "Escriba uno y después cópielo a los demás."),
        )  # fmt: skip
        self.table.set_words(no_match="Nada coincide", chosen=("elegido", "elegidos"))
        self.table.opened.connect(self.accept)
        self.table.chosen.connect(self._on_chosen)
        self.filter.typed.connect(self.table.set_filter)
        self.filter.left_down.connect(self.table.view.setFocus)
        self.table.filters_cleared.connect(self.filter.clear)
        self.table.refresh()
        column.addWidget(self.table, 1)
        return column

    def _make_parts(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(u(1))
        column.addWidget(Label("Qué se copia", "caption", "text2", strong=True))
        self.parts = {
            key: CheckBox(words, key != "dificultad") for key, words in copias.PARTES.items()
        }
        for box in self.parts.values():
            column.addWidget(box)
        note = Label("Fechas, ajustes y sesiones nunca se copian.", "caption", "text2", wrap=True)
        note.setMaximumWidth(u(56))
        column.addWidget(note)
        column.addStretch(1)
        return column

    def _on_chosen(self, ids: list[int]) -> None:
        self.main.set_reason("" if len(ids) == 1 else "Elija un plan de la lista.")

    def accept(self, *_opened: object) -> None:
        ids = self.table.chosen_ids()
        if len(ids) != 1:
            return
        wanted = [key for key, box in self.parts.items() if box.isChecked()]
        changed = self.ctx.do(copias.copy, self.ctx.store, ids[0], self.targets, wanted)
        if changed:
            words = counted(changed, "plan recibió la copia", "planes recibieron la copia")
            messages.toast(f"{words}.", "Deshacer", self.ctx.undo)
            super().accept()
