"""The alertas that are put off or silenced: of whom, until when, why; and telling them again."""

from collections.abc import Sequence
from operator import attrgetter

from PySide6.QtWidgets import QWidget

from app.fields import Date
from app.services import pausas
from app.services.pausas import Pospuesta
from app.text import counted
from ui import messages
from ui.context import Context
from ui.tables import cells
from ui.tables.column import Column
from ui.tables.record_table import RecordTable
from ui.widgets.dialog import Dialog
from ui.widgets.empty_state import EmptyState

_DAY = Date().show
_COLUMNS = (
    Column("alerta", "Alerta", attrgetter("alerta"), width=44),
    Column("de", "De", attrgetter("de"), width=44, stretch=True, cell=cells.STRONG),
    Column("hasta", "Hasta", lambda p: _DAY(p.hasta) if p.hasta else "Silenciada", width=24),
    Column("motivo", "Motivo", attrgetter("motivo"), width=60),
    Column("fecha", "Desde", lambda p: _DAY(p.fecha), width=24, cell=cells.QUIET, drop=2),
    Column("quien", "Quién", attrgetter("quien"), width=22, cell=cells.QUIET, drop=1),
)  # fmt: skip


class PospuestasDialog(Dialog):
    """The chosen ones are told again."""

    def __init__(self, ctx: Context, parent: QWidget | None) -> None:
        super().__init__(
            "Pospuestas", parent, size="full", action="Volver a avisar", cancel="Cerrar"
        )
        self.ctx = ctx
        self.table = RecordTable(
            _COLUMNS, self._load, nouns=("alerta", "alertas"), memory="pospuestas",
            empty=EmptyState("check", "Nada está pospuesto", "Aquí queda lo que usted pospone o "
                             "silencia en Inicio."),
        )  # fmt: skip
        self.table.set_words(chosen=("elegida", "elegidas"))
        self.table.chosen.connect(self._on_chosen)
        self.table.refresh()
        self.body.addWidget(self.table, 1)
        self._on_chosen([])

    def _load(self) -> Sequence[Pospuesta]:
        return pausas.pospuestas(self.ctx.store, self.ctx.store.clock().date())

    def _on_chosen(self, ids: list[int]) -> None:
        self.main.set_reason("" if ids else "Elija una o más de la lista.")

    def accept(self) -> None:
        ids = self.table.chosen_ids()
        if not ids:
            return
        count = self.ctx.do(pausas.reanudar, self.ctx.store, ids)
        self.table.refresh()
        self._on_chosen(self.table.chosen_ids())
        if count:
            words = f"Se vuelve a avisar de {counted(count, 'alerta', 'alertas')}."
            messages.toast(words, "Deshacer", self.ctx.undo)
