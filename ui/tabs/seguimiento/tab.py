"""The page: a week or a list of sessions at the left, what happened in one at the right."""

from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from app.domain import Periodo
from app.errors import AppError
from app.services import cronograma, planteles
from app.store.queries import sesiones as queries
from app.store.queries.sesiones import FilaSesion
from ui import messages, state
from ui.actions import Action, Actions
from ui.context import Context
from ui.print_choice import PrintChoice
from ui.tabs.seguimiento import listing, looks
from ui.tabs.seguimiento.deeds import Deeds
from ui.tabs.seguimiento.detail import Detail
from ui.tabs.seguimiento.filters import MINE, VIEWS, Filters, WeekNav
from ui.tabs.seguimiento.lists import SessionLists
from ui.tabs.seguimiento.many import Many
from ui.theme import u
from ui.widgets.card import Card, Splitter
from ui.widgets.chips import Segments
from ui.widgets.empty_state import EmptyState
from ui.widgets.toolbar import Toolbar

UNRECORDED = "sin_registro"


class SeguimientoTab(QWidget):
    """Sessions of any week, by day and hour, filled in one after another."""

    TABLES = frozenset(
        {
            "sesiones", "asistencias", "intervenciones", "tutorados", "alumnos", "grupos",
            "asignaturas", "franjas", "periodos", "plantel", "dias_inhabiles",
        }
    )  # fmt: skip

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ctx = ctx
        self.today = ctx.store.clock().date()
        self.monday = self.today - timedelta(days=self.today.weekday())
        self.view = "semana"
        self.rows: list[FilaSesion] = []
        self.late: list[FilaSesion] = []
        self.queue: list[int] = []
        self.chosen: list[int] = []
        self._first = True
        self.deeds = Deeds(ctx, self)
        self._build_list()
        self._build_toolbar()
        self._build_detail()
        column = QVBoxLayout(self)
        column.setContentsMargins(u(5), u(3), u(5), u(3.5))
        column.setSpacing(u(3))
        column.addWidget(self.toolbar)
        column.addWidget(self.splitter, 1)

    # Building

    def _build_list(self) -> None:
        self.lists = SessionLists(self.today, self.deeds)
        self.lists.filters_cleared.connect(self._clear_filters)
        self.lists.chosen.connect(self._on_chosen)
        self.lists.opened.connect(self._focus_detail)
        self.lists.day_pressed.connect(self._on_day)
        self.lists.menu_asked.connect(self._on_menu)
        self.chosen_actions = Actions(self, self.deeds.actions(), self._chosen)
        self.table = self.lists.table
        self.table.set_context_menu(self._context_menu)

    def _build_toolbar(self) -> None:
        self.segments = Segments(VIEWS, "semana", name="Cómo ver las sesiones")
        self.segments.chosen.connect(self.show_view)
        self.nav = WeekNav()
        self.nav.moved.connect(self._move_week)
        for keys, weeks in (("Alt+Left", -1), ("Alt+Right", 1), ("Alt+Home", 0)):
            QShortcut(QKeySequence(keys), self).activated.connect(partial(self._move_week, weeks))
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self._next)
        self.filters = Filters(self)
        self.filters.changed.connect(self._show)
        self.filters.range.chosen.connect(self.refresh)
        self.filters.words.left_down.connect(self.lists.focus_list)
        self.toolbar = Toolbar()
        for widget in (self.segments, self.nav, self.filters.words, *self.filters.chips):
            self.toolbar.add_left(widget)
        page = Actions(
            self,
            (
                Action("Nueva sesión", self.deeds.new, "plus", "Ctrl+N"),
                Action("Capturar carnet", self.deeds.capture, "id-card", "Ctrl+Shift+C",
                       tooltip="Pasar al programa lo escrito en un carnet"),
                Action("Planear las del periodo", self.deeds.plan_all, "calendar"),
            ),
        )  # fmt: skip
        page.to_toolbar(self.toolbar, "Nueva sesión", ("Capturar carnet",))

    def _build_detail(self) -> None:
        self.detail = Detail(self.ctx, self.deeds)
        self.detail.opened.connect(self.show_record)
        self.detail.next_asked.connect(self._next)
        self.many = Many(self.deeds)
        self.nothing = Card()
        self.nothing.body.addWidget(EmptyState("calendar-check", *listing.NONE_CHOSEN))
        self.panes = QStackedWidget()
        for pane in (self.nothing, self.detail, self.many):
            self.panes.addWidget(pane)
        self.splitter = Splitter()
        self.splitter.put(self.lists, self.panes, 166)
        self.lists.setMinimumWidth(u(125))
        self.splitter.setSizes([u(166), u(140)])
        self.splitter.restore(state.recall("divisor/seguimiento"))
        self.splitter.splitterMoved.connect(self._remember)

    def _remember(self, *_place: int) -> None:
        state.remember("divisor/seguimiento", self.splitter.state())

    # What the window calls

    def refresh(self, *_ignored: object) -> None:
        """Reads the sessions of the view again; what was chosen stays."""
        store = self.ctx.store
        self.today = store.clock().date()
        periodo = self._periodo()
        mine = self.filters.read_grupos(store, periodo.id if periodo else 0)
        if self._first and mine:
            self.filters.grupo.set_key(MINE)
        self._first = False
        self.rows = self._read(periodo)
        self.late = queries.without_record(store, self.today)
        self.lists.set_started(started=bool(store.intervenciones.count()))
        self.filters.read_rows(self.rows)
        self._show()
        self._show_detail()

    def _read(self, periodo: Periodo | None) -> list[FilaSesion]:
        store = self.ctx.store
        if self.view == "semana":
            return queries.between(store, self.monday, self.monday + timedelta(days=6))
        if self.view == UNRECORDED:
            waiting = [row.id for row in queries.without_record(store, self.today)]
            self.queue += [id for id in waiting if id not in self.queue]
            return queries.of_ids(store, self.queue)
        limits = cronograma.limits_of_periodo(periodo) if periodo else (self.today, self.today)
        days = listing.days_of(str(self.filters.range.key), self.today, limits)
        return queries.between(store, *days)

    def show_record(self, what: object) -> None:
        """Goes to a session, to those without record, or to the week of a day."""
        if what == UNRECORDED:
            self._clear_filters()
            self.show_view(UNRECORDED)
        elif isinstance(what, date):
            self._go_to(what)
        elif isinstance(what, int):
            found = queries.of_ids(self.ctx.store, [what])
            if found and found[0].it.fecha:
                self._choose([what])
                if not any(row.id == what for row in self._passing()):
                    self._clear_filters()
                    self._go_to(found[0].it.fecha)

    def print_choice(self) -> PrintChoice:
        """The sessions chosen and in sight, with the first form that is about them."""
        return PrintChoice("", "sesion", tuple(self.chosen), tuple(r.id for r in self._passing()))

    def focus_filter(self) -> None:
        """The cursor goes to the filter."""
        self.filters.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filters.words.selectAll()

    # Views and filters

    def show_view(self, view: str) -> None:
        """Shows the sessions as a week, as a list, or those without record to fill in."""
        if view == UNRECORDED and self.view != view:
            self.queue = []
        self.view = view
        self.segments.set_key(view)
        self.refresh()
        if view == "lista" and not self.chosen:
            self.lists.go_to_today()
        if view == UNRECORDED and not any(id in self.queue for id in self.chosen):
            self._choose(self.queue[:1])

    def _go_to(self, day: date) -> None:
        self.monday = day - timedelta(days=day.weekday())
        self.show_view("semana")

    def _move_week(self, weeks: int) -> None:
        if self.view == "semana":
            now = self.today - timedelta(days=self.today.weekday())
            self.monday = self.monday + timedelta(weeks=weeks) if weeks else now
            self.refresh()

    def _passing(self) -> list[FilaSesion]:
        return self.filters.passing(self.rows, self.today)

    def _show(self) -> None:
        """Puts the sessions that the filters let pass where they are seen."""
        weekly = self.view == "semana"
        self.nav.setVisible(weekly)
        self.nav.words.setText(looks.week_words(self.monday, self.today))
        self.filters.range.setVisible(self.view == "lista")
        self.filters.estado.setVisible(self.view != UNRECORDED)
        self.toolbar.refold()
        late = self.filters.passing(self.late, self.today)
        self.segments.set_count(UNRECORDED, len(late) or None)
        if weekly:
            store = self.ctx.store
            self.lists.show_week(
                self.monday, self._passing(), len(self.rows), store.clock(),
                cronograma.holidays(store),
            )  # fmt: skip
        else:
            words, keep = self.filters.words.text(), self.filters.keep(self.today)
            self.lists.show_list(self.view, self.rows, words, keep)
        self.lists.choose(self.chosen)

    def _periodo(self) -> Periodo | None:
        try:
            return planteles.current_periodo(self.ctx.store)
        except AppError:
            return None

    def _clear_filters(self) -> None:
        self.filters.clear()
        self._show()

    # What is chosen

    def _chosen(self) -> list[int]:
        return self.chosen

    def _choose(self, ids: list[int]) -> None:
        self.chosen = ids
        self.lists.choose(ids)
        self._show_detail()

    def _on_chosen(self, ids: list[int]) -> None:
        self.chosen = list(ids)
        self._show_detail()

    def _show_detail(self) -> None:
        known = {row.id: row for row in self.rows}
        missing = [id for id in self.chosen if id not in known]
        known |= {row.id: row for row in queries.of_ids(self.ctx.store, missing)} if missing else {}
        rows = [known[id] for id in self.chosen if id in known]
        self.chosen = [row.id for row in rows]
        self.chosen_actions.refresh()
        left = [row for row in self.rows if row.estado(self.today) == UNRECORDED]
        if len(rows) == 1:
            self.detail.show_row(rows[0])
            waiting = sum(row.id != rows[0].id for row in left)
            self.detail.show_next(waiting if self.view == UNRECORDED else -1)
        elif rows:
            self.many.show_rows(rows)
        pane = self.nothing if not rows else self.detail if len(rows) == 1 else self.many
        self.panes.setCurrentWidget(pane)

    def _next(self) -> None:
        """Goes to the next session without record, as the list shows them."""
        if self.view != UNRECORDED:
            return
        inside = self.window().focusWidget()
        if inside is not None and self.detail.isAncestorOf(inside):
            self.table.view.setFocus()  # what was being typed is stored
        now = self.chosen[0] if self.chosen else None
        states = {row.id: row.estado(self.today) for row in self.rows}
        order = listing.after(self.table.model.shown_ids(), now)
        found = [id for id in order if states[id] == UNRECORDED and id != now]
        if found:
            self._choose(found[:1])
        else:
            messages.toast("Todas las sesiones que pasaron tienen registro.")
            self.show_view("semana")

    def _focus_detail(self, _sesion: object) -> None:
        if self.panes.currentWidget() is self.detail:
            marks = self.detail.session.state
            marks.button(marks.key).setFocus(Qt.FocusReason.TabFocusReason)

    # Menus

    def _context_menu(self) -> QMenu:
        rows = [row for row in self.rows if row.id in self.chosen]
        return self.chosen_actions.menu(*self.deeds.labels_for(rows)) if rows else QMenu(self)

    def _on_menu(self, where: QPoint) -> None:
        self.deeds.pop_up(self._context_menu(), where)

    def _on_day(self, day: date, where: QPoint) -> None:
        rows = [row for row in self._passing() if row.it.fecha == day]
        self.deeds.pop_up(self.deeds.day_menu(rows, day), where)
