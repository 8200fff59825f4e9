"""Days, hours and places of attention, clashes in words, free hours in common, the weeks."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app import domain
from app.domain.horario import DIAS_DE_CLASE, Tramo
from app.errors import InvalidValue
from app.fields import Time, fields_of
from app.services import cronograma, franjas
from app.store.queries.asignacion import lugares
from app.store.queries.planes import FilaPlan
from ui import messages
from ui.context import Context
from ui.forms.edit_rows import EditRows, RowColumn, RowVerbs
from ui.tabs.planes.deeds import Deeds
from ui.tabs.planes.week_cells import WeekCells
from ui.theme import u
from ui.widgets.buttons import Button
from ui.widgets.card import ScrollPane
from ui.widgets.chips import Chip
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import ElidedLabel, Label, SectionLabel
from ui.widgets.strip import Strip

_FIELDS = fields_of(domain.Franja)
_KEYS = ("dia", "inicio", "fin", "lugar")
_MOST_OFFERED = 10
_TIME = Time().show


class CronogramaPage(ScrollPane):
    """The hours are edited in place; a clash is said and nothing is stored."""

    def __init__(self, ctx: Context, deeds: Deeds) -> None:
        super().__init__()
        self.ctx, self.deeds = ctx, deeds
        self.fila: FilaPlan | None = None
        self.body.setContentsMargins(0, u(1), u(1), 0)
        self.body.setSpacing(u(2.5))
        self._make_hours()
        self.doubt = Strip("medio")
        self.body.addWidget(self.doubt)
        self._make_offers()
        self._make_weeks()
        self.body.addStretch(1)

    def _make_hours(self) -> None:
        head = QHBoxLayout()
        head.addWidget(SectionLabel("Día, hora y lugar de atención"))
        head.addSpacing(u(2))
        self.minutes = ElidedLabel("", "caption", "text2")
        head.addWidget(self.minutes, 1)
        add = Button("Agregar hora", "plain", "plus")
        add.clicked.connect(self.add)
        head.addWidget(add)
        self.body.addLayout(head)
        self.hours = EditRows(
            _FIELDS,
            (
                RowColumn("dia", "Día", 38),
                RowColumn("inicio", "Inicio", 22),
                RowColumn("fin", "Fin", 22),
                RowColumn("lugar", "Lugar"),
            ),
            RowVerbs(self._save, self._remove, remove_words="Quitar la hora"),
            nothing="Todavía no tiene día ni hora. Elija una hora libre en común o agréguela.",
        )
        self.body.addWidget(self.hours)

    def _make_offers(self) -> None:
        self.offered = QWidget()
        row = QHBoxLayout(self.offered)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(u(3))
        row.addWidget(Label("Horas libres en común", "caption", "text2", strong=True))
        holder = QWidget()
        flow = FlowLayout(holder)
        self.offers = [Chip("") for _ in range(_MOST_OFFERED)]
        for place, chip in enumerate(self.offers):
            chip.setCheckable(False)
            chip.clicked.connect(partial(self._take, place))
            flow.addWidget(chip)
        row.addWidget(holder, 1)
        self.body.addWidget(self.offered)
        self.no_offer = Label("No les queda otra hora libre en común.", "caption", "text2")
        self.body.addWidget(self.no_offer)
        self._slots: list[Tramo] = []

    def _make_weeks(self) -> None:
        head = QHBoxLayout()
        head.addWidget(SectionLabel("Semanas"))
        head.addSpacing(u(2))
        legend = "✓ con asesoría · línea cortada, por dar · × sin asesoría"
        head.addWidget(ElidedLabel(legend, "caption", "text2"), 1)
        self.ahead = Button("Planear las sesiones que faltan", "plain", "calendar")
        self.ahead.clicked.connect(self._plan_ahead)
        head.addWidget(self.ahead)
        self.body.addLayout(head)
        self.weeks = WeekCells()
        self.body.addWidget(self.weeks)

    # Showing

    def show_row(self, fila: FilaPlan) -> None:
        """Shows the hours of an intervención."""
        self.fila = fila
        store, id = self.ctx.store, fila.intervencion
        found = franjas.franjas(store, id)
        self.hours.set_rows([(f.id, {key: getattr(f, key) for key in _KEYS}) for f in found])
        weekly, wanted = franjas.weekly_minutes(store, id), store.settings.only().minutos_semanales
        self.minutes.setText(f"{weekly} de {wanted} minutos a la semana" if found else "")
        said = franjas.doubts(store, id) if fila.abierta else []
        if found and fila.abierta and weekly < wanted:
            said.append(f"Son {weekly} minutos a la semana y el plantel pide {wanted}.")
        self.doubt.set_words(said[0] if said else "", " ".join(said[1:]))
        self.doubt.setVisible(bool(said))
        self._slots = _spread(franjas.free_slots(store, id)) if fila.abierta else []
        for place, chip in enumerate(self.offers):
            chip.setVisible(place < len(self._slots))
            if place < len(self._slots):
                slot = self._slots[place]
                chip.setText(f"{DIAS_DE_CLASE[slot.dia]} {_TIME(slot.inicio)}")
                chip.setToolTip(f"Agregar {DIAS_DE_CLASE[slot.dia].lower()} de "
                                f"{_TIME(slot.inicio)} a {_TIME(slot.fin)}")  # fmt: skip
                chip.updateGeometry()
        self.offered.setVisible(bool(self._slots))
        self.no_offer.setVisible(fila.abierta and not self._slots)
        self.weeks.set_weeks(cronograma.cronograma(store, id))
        self.ahead.setVisible(fila.abierta)

    # Storing

    def add(self) -> None:
        """Asks for another hour."""
        from ui.dialogs.franja import FranjaDialog

        if self.fila is not None:
            FranjaDialog(self.ctx, self.fila.intervencion, self.window()).open()

    def _take(self, place: int, _checked: bool = False) -> None:
        if self.fila is None or place >= len(self._slots):
            return
        slot, used = self._slots[place], lugares(self.ctx.store)
        typed = {
            "dia": DIAS_DE_CLASE[slot.dia], "inicio": _TIME(slot.inicio), "fin": _TIME(slot.fin),
            "lugar": used[0] if used else "",
        }  # fmt: skip
        try:
            self._with_reason(partial(franjas.add, self.ctx.store, self.fila.intervencion, typed))
        except InvalidValue as problem:
            messages.problem(f"{problem}.")

    def _save(self, franja: int, key: str, value: Any) -> None:
        typed = {key: _FIELDS[key].typed(value)}
        self._with_reason(partial(franjas.change, self.ctx.store, franja, typed))

    def _remove(self, franja: int) -> None:
        if self._with_reason(partial(franjas.remove, self.ctx.store, franja)):
            messages.toast("Se quitó la hora.", "Deshacer", self.ctx.undo)

    def _with_reason(self, service: Callable[..., object]) -> bool:
        """Does it; when the plan already runs, asks first why the hours change (U-12)."""
        try:
            self.ctx.do(service)
        except InvalidValue as problem:
            if problem.key != "motivo":
                raise
            self._ask_why(service)
            return False
        return True

    def _ask_why(self, service: Callable[..., object]) -> None:
        from ui.dialogs.cambiar_alumnos import ReasonDialog

        note = "El plan ya está en marcha: el cambio y su motivo quedan en los ajustes."
        asked = ReasonDialog(
            "Cambio de horario", note, "Cambiar", partial(self._change, service), self.window()
        )
        asked.rejected.connect(self._show_again)
        asked.open()

    def _change(self, service: Callable[..., object], motivo: str) -> None:
        before = self.ctx.store.undo_label
        self.ctx.do(service, motivo=motivo)
        if self.ctx.store.undo_label != before:
            words = "Se cambió el horario; el motivo quedó en los ajustes."
            messages.toast(words, "Deshacer", self.ctx.undo)

    def _show_again(self) -> None:
        """What was typed and not stored goes away."""
        if self.fila is not None:
            self.hours.set_rows([])
            self.show_row(self.fila)

    def _plan_ahead(self) -> None:
        if self.fila is not None:
            self.deeds.plan_ahead([self.fila.intervencion])


def _spread(slots: list[Tramo]) -> list[Tramo]:
    """A few of the free hours, on the hour first and from every day."""
    even = [slot for slot in slots if slot.inicio % 60 == 0] or slots
    by_day = [[s for s in even if s.dia == day] for day in DIAS_DE_CLASE]
    per_day = max(1, _MOST_OFFERED // max(1, sum(bool(day) for day in by_day)))
    return sorted(slot for day in by_day for slot in day[:per_day])[:_MOST_OFFERED]
