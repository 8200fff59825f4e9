"""The sessions at the left: as a week, or as a list; the same choice in both."""

from collections.abc import Callable, Collection, Sequence
from datetime import date, datetime

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QStackedWidget

from app.store.queries.sesiones import FilaSesion
from ui.tabs.seguimiento import listing
from ui.tabs.seguimiento.deeds import Deeds
from ui.tabs.seguimiento.week import WeekCard
from ui.widgets.buttons import Button
from ui.widgets.empty_state import EmptyState

_UNRECORDED = "sin_registro"


class SessionLists(QStackedWidget):
    """`chosen(ids)`; `opened(id)` to write in it; `day_pressed` and `menu_asked` ask for menus."""

    chosen = Signal(list)
    opened = Signal(object)
    day_pressed = Signal(object, QPoint)
    menu_asked = Signal(QPoint)
    filters_cleared = Signal()

    def __init__(self, today: date, deeds: Deeds) -> None:
        super().__init__()
        self.today, self.deeds = today, deeds
        self._rows: Sequence[FilaSesion] = ()
        self._first: list[Button] = []
        self._later: list[Button] = []
        self._started = True
        self.empty = self._make_empty("lista")
        self.table = listing.make_table(self._load, today, self.empty)
        self.table.filters_cleared.connect(self.filters_cleared)
        self.table.chosen.connect(self.chosen)
        self.table.opened.connect(self.opened)
        nothing = EmptyState("search", "Ninguna sesión coincide con los filtros")
        clear = Button("Quitar filtros")
        clear.clicked.connect(self.filters_cleared)
        nothing.add_button(clear)
        self.week = WeekCard(self._make_empty("semana"), nothing)
        self.week.calendar.opened.connect(self._on_opened)
        self.week.calendar.day_pressed.connect(self.day_pressed)
        self.week.calendar.menu_asked.connect(self.menu_asked)
        self.addWidget(self.week)
        self.addWidget(self.table)

    def _make_empty(self, key: str) -> EmptyState:
        assign = Button("Ver quién no tiene alumno tutor", "outlined", "users")
        assign.clicked.connect(self.deeds.assign)
        plan = Button("Planear las del periodo", "outlined", "calendar")
        plan.clicked.connect(self.deeds.plan_all)
        new = Button("Nueva sesión", "plain", "plus")
        new.clicked.connect(self._new)
        self._first.append(assign)
        self._later += [plan, new]
        return EmptyState("calendar-check", *listing.EMPTY[key], assign, plan, new)

    def _new(self) -> None:
        self.deeds.new()

    def set_started(self, *, started: bool) -> None:
        """Whether there are intervenciones; until then what is empty leads to assigning."""
        self._started = started
        for button in self._first:
            button.setVisible(not started)
        for button in self._later:
            button.setVisible(started)
        self._say_empty("lista")
        words = listing.EMPTY["semana"] if started else listing.NOT_STARTED
        self.week.empty.set_words(*words)

    def _say_empty(self, view: str) -> None:
        started = self._started or view == _UNRECORDED
        self.empty.set_words(*(listing.EMPTY[view] if started else listing.NOT_STARTED))

    def _load(self) -> Sequence[FilaSesion]:
        return self._rows

    # Showing

    def show_week(
        self,
        monday: date,
        rows: Sequence[FilaSesion],
        total: int,
        now: datetime,
        inhabiles: Collection[date],
    ) -> None:
        """Shows a week, of whose `total` sessions some may be filtered out."""
        self.setCurrentWidget(self.week)
        self.week.show_week(monday, rows, total, now, inhabiles)

    def show_list(
        self,
        view: str,
        rows: Sequence[FilaSesion],
        words: str,
        keep: Callable[[FilaSesion], bool] | None,
    ) -> None:
        """Shows a list, of some days or of those without record; what was chosen stays."""
        other, self._rows = rows is not self._rows, rows
        self._say_empty(view)
        self.table.blockSignals(True)
        if other:
            self.table.refresh()
        self.table.set_filter(words, keep)
        self.table.blockSignals(False)
        note = ""
        if view == _UNRECORDED and rows:
            done = sum(row.estado(self.today) != _UNRECORDED for row in rows)
            note = f"{done:,} de {len(rows):,} registradas"
        chosen = ("elegida", "elegidas")
        self.table.set_words(no_match="Ninguna sesión coincide", chosen=chosen, note=note)
        self.setCurrentWidget(self.table)

    def choose(self, ids: Sequence[int]) -> None:
        """Marks the chosen ones where they are seen, without telling."""
        if self.currentWidget() is self.week:
            self.week.calendar.choose(ids[0] if len(ids) == 1 else None)
        elif self.table.chosen_ids() != list(ids):
            self.table.blockSignals(True)
            self.table.choose(*ids)
            self.table.blockSignals(False)

    def go_to_today(self) -> None:
        """Brings the sessions of today into sight in the list, or those that come next."""
        model = self.table.model
        rows = [model.row_at(place) for place in range(model.rowCount())]
        days = [row.it.fecha and row.it.fecha >= self.today for row in rows]
        if True in days:
            where = model.index(days.index(True), 0)
            self.table.view.scrollTo(where, QAbstractItemView.ScrollHint.PositionAtCenter)

    def focus_list(self) -> None:
        """The cursor goes to the sessions."""
        if self.currentWidget() is self.week:
            self.week.calendar.focus_first()
        else:
            self.table.view.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_opened(self, sesion: int) -> None:
        self.chosen.emit([sesion])
