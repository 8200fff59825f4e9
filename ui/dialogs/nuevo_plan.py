"""Chooses the intervención whose plan is to be written."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from app.services import planes as services
from app.services import planteles
from app.store.queries import planes as queries
from app.store.queries.planes import FilaPlan
from app.text import long_date
from ui.context import Context
from ui.tables import cells
from ui.tables.column import Column
from ui.tables.record_table import RecordTable
from ui.widgets.buttons import Button
from ui.widgets.dialog import Dialog
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import Label
from ui.widgets.search_field import SearchField


class NuevoPlanDialog(Dialog):
    """Open intervenciones without a plan, what is due first at the top."""

    def __init__(self, ctx: Context, parent: QWidget | None) -> None:
        super().__init__("Nuevo plan", parent, size="large", action="Escribir el plan")
        self.ctx = ctx
        store = ctx.store
        due = services.due_dates(store)
        today = store.clock().date()
        found = queries.planes(store, planteles.current_periodo(store).id, today)
        self.rows = [row for row in found if row.abierta and row.plan is None]

        def last_day(row: FilaPlan) -> str:
            return long_date(due(row.asignada)) if row.asignada else ""

        columns = (
            Column("tutorados", "Tutorado", lambda r: ", ".join(p.corto for p in r.tutorados),
                   width=48, stretch=True),
            Column("asignatura", "Asignatura", lambda r: r.nombre_asignatura, width=48),
            Column("tutor", "Alumno tutor", lambda r: r.corto_alumno_tutor, width=38),
            Column("vence", "Se entrega a más tardar", last_day,
                   sort=lambda r: due(r.asignada) if r.asignada else None, width=56,
                   cell=cells.QUIET),
        )  # fmt: skip
        self.body.addWidget(
            Label("Cada intervención lleva un plan. Estas todavía no lo tienen.", "body", "text2")
        )
        self._make_table(columns)
        self.table.choose_first()
        self._on_chosen(self.table.chosen_ids())

    def _make_table(self, columns: Sequence[Column]) -> None:
        self.filter = SearchField("Filtrar")
        self.body.addWidget(self.filter)
        assign = Button("Ver quién no tiene alumno tutor", "outlined", "users")
        assign.clicked.connect(self._assign)
        self.table = RecordTable(
            columns, lambda: self.rows, ident=lambda r: r.intervencion,
            nouns=("intervención", "intervenciones"),
            empty=EmptyState("check", "Todas tienen su plan",
                             "Al asignar otro alumno tutor aparece aquí.", assign),
        )  # fmt: skip
        self.table.set_words(no_match="Nada coincide", chosen=("elegida", "elegidas"))
        self.table.sort_by("vence")
        self.table.opened.connect(self.accept)
        self.table.chosen.connect(self._on_chosen)
        self.filter.typed.connect(self.table.set_filter)
        self.filter.left_down.connect(self.table.view.setFocus)
        self.table.filters_cleared.connect(self.filter.clear)
        self.table.refresh()
        self.body.addWidget(self.table, 1)

    def _on_chosen(self, ids: list[int]) -> None:
        self.main.set_reason("" if len(ids) == 1 else "Elija una intervención de la lista.")

    def _assign(self) -> None:
        self.reject()
        self.ctx.show("tutorados", "sin_tutor")

    def accept(self, *_opened: object) -> None:
        ids = self.table.chosen_ids()
        if len(ids) == 1:
            super().accept()
            self.ctx.show("planes", ids[0])
