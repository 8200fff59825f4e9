"""The page: toolbar, list of intervenciones at the left, plan of one at the right."""

from operator import attrgetter

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from app.errors import AppError
from app.formatos import PLAN
from app.services import planes as services
from app.services import planteles
from app.store.queries import planes as queries
from ui.actions import Action, Actions
from ui.context import Context
from ui.dialogs.detalle import DetalleDialog
from ui.list_detail import ListDetail, Sides
from ui.print_choice import PrintChoice
from ui.tabs.planes import listing
from ui.tabs.planes.deeds import Deeds
from ui.tabs.planes.detail import Detail
from ui.tabs.planes.listing import Renglon
from ui.tabs.planes.many import Many
from ui.theme import u
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.chips import Chip, Segments
from ui.widgets.empty_state import EmptyState
from ui.widgets.search_field import SearchField
from ui.widgets.toolbar import Toolbar

UNRECORDED, STOPPED = "sin_registro", "sin_sesiones"


class PlanesTab(QWidget):
    """The plan de acción tutorial of each intervención of the periodo."""

    TABLES = frozenset(
        {
            "intervenciones", "tutorados", "alumnos", "grupos", "asignaturas", "planes", "acciones",
            "ajustes", "franjas", "sesiones", "calificaciones", "disponibilidades", "settings",
            "dias_inhabiles", "periodos", "plantel", "emisiones", "fichas", "entrevistas",
            "conocimientos", "incumplimientos", "informes",
        }
    )  # fmt: skip

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ctx = ctx
        self.rows: list[Renglon] = []
        self.view = "todos"
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
        assign = Button("Ver quién no tiene alumno tutor", "outlined", "users")
        assign.clicked.connect(self.deeds.assign)
        self.empty = listing.make_empty(assign)
        self.table = listing.make_table(self._shown, self.empty)
        self.table.set_words(no_match="Ningún plan coincide")
        self.table.filters_cleared.connect(self._clear_filters)
        self.table.opened.connect(self._open_alone)
        self.chosen_actions = Actions(self, self.deeds.actions(), self.table.chosen_ids)
        self.table.chosen.connect(self.chosen_actions.refresh)
        self.table.set_context_menu(self._context_menu)

    def _build_toolbar(self) -> None:
        self.filter = SearchField("Filtrar planes")
        self.filter.setMinimumWidth(u(36))
        self.filter.setMaximumWidth(u(53))
        self.filter.typed.connect(self._apply_filter)
        self.filter.left_down.connect(self.table.view.setFocus)
        self.segments = Segments(listing.VIEWS, "todos", name="Estado")
        self.segments.chosen.connect(self._on_view)
        self.unrecorded = Chip("Sin registro")
        self.unrecorded.setToolTip("Con asesorías pasadas que nadie ha registrado")
        self.unrecorded.toggled.connect(self._apply_filter)
        self.stopped = Chip("Sin sesiones")
        self.stopped.setToolTip("En marcha, sin asesoría en 14 días ni fecha para la próxima")
        self.stopped.toggled.connect(self._apply_filter)
        self.toolbar = Toolbar()
        for widget in (self.filter, self.segments, self.unrecorded, self.stopped):
            self.toolbar.add_left(widget)
        page = Actions(
            self,
            (
                Action("Nuevo plan", self.deeds.new, "plus", "Ctrl+N"),
                Action("Plan en blanco…", self.deeds.print_blank, "file"),
                Action("Imprimir…", self.deeds.print, "printer", needs="some"),
            ),
            self.table.chosen_ids,
        )  # fmt: skip
        page.to_toolbar(self.toolbar, "Nuevo plan", ("Plan en blanco…", "Imprimir…"))
        self.table.chosen.connect(page.refresh)

    def _build_detail(self) -> None:
        self.detail = Detail(self.ctx, self.deeds)
        self.many = Many(self.deeds)
        self.nothing = Card()
        words = "Elija uno de la lista para leerlo y escribirlo."
        self.nothing.body.addWidget(EmptyState("clipboard", "Ningún plan elegido", words))
        self.splitter = ListDetail(
            self.table, Sides(self.nothing, self.detail, self.many), rows=self._rows,
            ident=attrgetter("intervencion"), show=self.detail.show_row, width=100,
        )  # fmt: skip
        self.splitter.remember_as("planes")

    def _rows(self) -> list[Renglon]:
        return self.rows

    # What the window calls

    def refresh(self) -> None:
        """Reads everything again; what was chosen stays."""
        store = self.ctx.store
        today = store.clock().date()
        try:
            periodo = planteles.current_periodo(store).id
        except AppError:
            periodo = 0
        due = services.due_dates(store)
        self.rows = [
            listing.renglon(fila, due, today) for fila in queries.planes(store, periodo, today)
        ]
        self._show_view()
        self.table.choose_first()
        self.splitter.show_chosen()

    def show_record(self, what: object) -> None:
        """Goes to an intervención, to several, or to those that need a look.

        (id, page) opens one of its pages; "sin_registro" and "sin_sesiones" are filters.
        """
        chips = {UNRECORDED: self.unrecorded, STOPPED: self.stopped}
        if isinstance(what, str) and what in chips:
            self._clear_filters()
            self._on_view("todos")
            chips[what].setChecked(True)
            self.table.choose_first()
            return
        page = ""
        if isinstance(what, tuple):
            what, page = what
        ids = what if isinstance(what, list) else [what]
        found = [row for row in self.rows if row.intervencion in ids]
        if not found:
            return
        self._clear_filters()
        if not all(listing.belongs(row, self.view) for row in found):
            self.view = "todos"
            self._show_view()
        self.table.choose(*(row.intervencion for row in found))
        self.table.view.setFocus(Qt.FocusReason.OtherFocusReason)
        if page:
            self.detail.pages.set_key(page)

    def print_choice(self) -> PrintChoice:
        """The interventions chosen and in sight, with their plan."""
        shown = tuple(self.table.model.shown_ids())
        return PrintChoice(PLAN.key, "intervencion", tuple(self.table.chosen_ids()), shown)

    def focus_filter(self) -> None:
        """The cursor goes to the filter."""
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.selectAll()

    # Views and filters

    def _shown(self) -> list[Renglon]:
        return [row for row in self.rows if listing.belongs(row, self.view)]

    def _on_view(self, view: str) -> None:
        self.view = view
        self._show_view()
        self.table.choose_first()

    def _show_view(self) -> None:
        self.segments.set_key(self.view)
        for key, _ in listing.VIEWS[1:]:
            self.segments.set_count(key, sum(listing.belongs(row, key) for row in self.rows))
        pending = sum(row.fila.sin_registro > 0 for row in self.rows)
        self.unrecorded.setText(f"Sin registro · {pending}" if pending else "Sin registro")
        self.unrecorded.updateGeometry()
        quiet = sum(row.quieta is not None for row in self.rows)
        self.stopped.setText(f"Sin sesiones · {quiet}" if quiet else "Sin sesiones")
        self.stopped.updateGeometry()
        listing.say_empty(self.empty, self.view)
        self.table.refresh()
        self._apply_filter()
        note = listing.foot_note(self._shown(), self.ctx.store.clock().date())
        self.table.set_words(no_match="Ningún plan coincide", note=note)
        self.toolbar.refold()

    def _apply_filter(self, *_ignored: object) -> None:
        late, quiet = self.unrecorded.isChecked(), self.stopped.isChecked()

        def keep(row: Renglon) -> bool:
            return (not late or row.fila.sin_registro > 0) and (not quiet or bool(row.quieta))

        only = keep if late or quiet else None
        self.table.set_filter(self.filter.text(), only)

    def _clear_filters(self) -> None:
        self.filter.clear()
        self.unrecorded.setChecked(False)
        self.stopped.setChecked(False)
        self._apply_filter()

    # What is chosen

    def _open_alone(self, intervencion: int) -> None:
        self.splitter.open_alone(
            self.ctx, "Plan de acción tutorial", intervencion, self._detail_alone
        )

    def _detail_alone(self, dialog: DetalleDialog) -> Detail:
        return Detail(self.ctx, Deeds(self.ctx, dialog))

    def _context_menu(self) -> QMenu:
        rows = [row.fila for row in self.splitter.chosen_rows()]
        return self.chosen_actions.menu(*self.deeds.labels_for(rows))
