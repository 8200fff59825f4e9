"""The page: toolbar, list at the left, detail of one or of many at the right."""

from collections import Counter
from operator import attrgetter

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.store.queries import alumnos_tutores as queries
from app.store.queries.alumnos_tutores import FilaAlumnoTutor
from app.store.queries.candidatos import asignaturas_of_alumnos_tutores
from ui.actions import Action, Actions
from ui.context import Context
from ui.dialogs.detalle import DetalleDialog
from ui.list_detail import ListDetail, Sides
from ui.print_choice import PrintChoice
from ui.tabs.alumnos_tutores import listing
from ui.tabs.alumnos_tutores.deeds import Deeds
from ui.tabs.alumnos_tutores.detail import Detail
from ui.tabs.alumnos_tutores.many import Many
from ui.theme import u
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.chips import Chip, ChipMenu, Segments
from ui.widgets.empty_state import EmptyState
from ui.widgets.search_field import SearchField
from ui.widgets.toolbar import Toolbar

_ALL = ("", "todas")


class AlumnosTutoresTab(QWidget):
    """Everybody who tutors, may tutor or tutored."""

    TABLES = frozenset(
        {
            "alumnos", "grupos", "perfiles_tutor", "dominios", "disponibilidades", "asignaturas",
            "intervenciones", "tutorados", "franjas", "sesiones", "calificaciones", "riesgos",
            "settings", "plantel", "periodos", "logros",
        }
    )  # fmt: skip

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ctx = ctx
        self.rows: list[FilaAlumnoTutor] = []
        self.view = "activo"
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
        find = Button("Buscar candidatos…", "outlined", "users")
        find.clicked.connect(self.deeds.find)
        add = Button("Agregar uno", "plain")
        add.clicked.connect(self.deeds.new)
        self.empty = listing.make_empty(find, add)
        self.table = listing.make_table(self._shown, self.empty)
        self.table.filters_cleared.connect(self._clear_filters)
        self.table.opened.connect(self._open_alone)
        self.actions_ = Actions(self, self.deeds.actions(), self.table.chosen_ids)
        self.table.chosen.connect(self.actions_.refresh)
        self.table.set_context_menu(self._context_menu)

    def _build_toolbar(self) -> None:
        self.filter = SearchField("Filtrar alumnos tutores")
        self.filter.setMinimumWidth(u(40))
        self.filter.setMaximumWidth(u(55))
        self.filter.typed.connect(self._apply_filter)
        self.filter.left_down.connect(self.table.view.setFocus)
        self.segments = Segments(listing.VIEWS, "activo", name="Estado")
        self.segments.chosen.connect(self._on_view)
        self.others = ChipMenu("Otros", [("", "ninguno")])
        self.others.chosen.connect(self._on_other)
        self.with_room = Chip("Con cupo")
        self.with_room.toggled.connect(self._apply_filter)
        self.asignatura = ChipMenu("Asignatura", [_ALL])
        self.asignatura.setMaximumWidth(u(56))
        self.asignatura.chosen.connect(self._apply_filter)
        self.toolbar = Toolbar()
        for widget in (
            self.filter, self.segments, self.others, self.with_room, self.asignatura
        ):  # fmt: skip
            self.toolbar.add_left(widget)
        page = Actions(
            self,
            (
                Action("Nuevo alumno tutor", self.deeds.new, "plus", "Ctrl+N"),
                Action("Buscar candidatos…", self.deeds.find, "users"),
                Action("Red de alumnos tutores…", self.deeds.show_red, "list"),
                Action("Importar alumnos tutores…", self.deeds.bring, "upload"),
                Action("Imprimir…", self.deeds.print, "printer", needs="some"),
            ),
            self.table.chosen_ids,
        )
        self.table.chosen.connect(page.refresh)
        page.to_toolbar(self.toolbar, "Nuevo alumno tutor", ("Buscar candidatos…",))
        self.page_actions = page

    def _build_detail(self) -> None:
        self.detail = Detail(self.ctx, self.deeds)
        self.many = Many(self.ctx, self.deeds)
        self.nobody = Card()
        self.nobody.body.addWidget(
            EmptyState("graduation", "Nadie elegido", "Elija a alguien de la lista para ver su "
                       "semana y lo que domina.")
        )  # fmt: skip
        self.splitter = ListDetail(
            self.table, Sides(self.nobody, self.detail, self.many), rows=self._rows,
            ident=attrgetter("alumno"), show=self.detail.show_row, width=98,
        )  # fmt: skip
        self.splitter.remember_as("alumnos_tutores")

    def _rows(self) -> list[FilaAlumnoTutor]:
        return self.rows

    # What the window calls

    def refresh(self) -> None:
        """Reads everything again; what was chosen stays."""
        self.rows = queries.alumnos_tutores(self.ctx.store)
        self.asignatura.set_options([_ALL, *asignaturas_of_alumnos_tutores(self.ctx.store)])
        self._show_view()
        self.table.choose_first()
        self.splitter.show_chosen()

    def show_record(self, what: object) -> None:
        """Goes to one or several alumnos tutores, in whatever view they are.

        ("semana", id, hour) goes to an hour of the week of one.
        """
        if isinstance(what, tuple):
            _, alumno, hour = what
            self.show_record(alumno)
            self.detail.show_hour(hour)
            return
        ids = what if isinstance(what, list) else [what]
        found = [row for row in self.rows if row.alumno in ids]
        if not found:
            return
        self._clear_filters()
        self.view = Counter(row.estado for row in found).most_common(1)[0][0]
        self._show_view()
        self.table.choose(*(row.alumno for row in found if row.estado == self.view))
        self.table.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def print_choice(self) -> PrintChoice:
        """Who is chosen and who is in sight, with the first form that is about them."""
        shown = tuple(self.table.model.shown_ids())
        return PrintChoice("", "alumno_tutor", tuple(self.table.chosen_ids()), shown)

    def focus_filter(self) -> None:
        """The cursor goes to the filter."""
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.selectAll()

    # Views and filters

    def _shown(self) -> list[FilaAlumnoTutor]:
        return [row for row in self.rows if row.estado == self.view]

    def _on_view(self, view: str) -> None:
        self.view = view
        self._show_view()
        self.table.choose_first()

    def _on_other(self, view: object) -> None:
        self._on_view(str(view or "activo"))

    def _show_view(self) -> None:
        self.segments.set_key(self.view if self.view not in listing.OTHERS else "")
        self.others.set_options(listing.others_options(self.rows))
        self.others.set_key(self.view if self.view in listing.OTHERS else "")
        for key, _ in listing.VIEWS:
            self.segments.set_count(key, sum(row.estado == key for row in self.rows))
        listing.say_empty(self.empty, self.view, len(self.rows))
        self.table.refresh()
        self._apply_filter()
        self.table.set_words(note=listing.foot_note(self._shown(), self.view))
        self.toolbar.refold()

    def _apply_filter(self, *_ignored: object) -> None:
        wanted, room = self.asignatura.key, self.with_room.isChecked()

        def keep(row: FilaAlumnoTutor) -> bool:
            masters = not wanted or any(id == wanted for id, _ in row.asignaturas)
            return masters and (not room or row.cupo > 0)

        self.table.set_filter(self.filter.text(), keep if wanted or room else None)

    def _clear_filters(self) -> None:
        self.filter.clear()
        self.with_room.setChecked(False)
        self.asignatura.set_key("")
        self._apply_filter()

    # What is chosen

    def _open_alone(self, alumno: int) -> None:
        self.splitter.open_alone(self.ctx, "Alumno tutor", alumno, self._detail_alone)

    def _detail_alone(self, dialog: DetalleDialog) -> Detail:
        return Detail(self.ctx, Deeds(self.ctx, dialog))

    def _context_menu(self):
        return self.actions_.menu(*self.deeds.labels_for(self.splitter.chosen_rows()))
