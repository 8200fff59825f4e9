"""The page: toolbar, list at the left, detail of one or of many at the right; and Asignación."""

from functools import partial
from operator import attrgetter
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from app.domain.riesgo import DESEMPENOS
from app.formatos import CARTA_TUTORADO
from app.services import alumnos, candidatos
from app.store.queries import tutorados as queries
from app.store.queries.tutorados import FilaTutorado
from ui.actions import Action, Actions
from ui.context import Context
from ui.list_detail import ListDetail, Sides
from ui.print_choice import PrintChoice
from ui.tabs.tutorados import listing
from ui.tabs.tutorados.asignacion import AsignacionPage
from ui.tabs.tutorados.deeds import Deeds
from ui.tabs.tutorados.detail import Detail
from ui.tabs.tutorados.filters import FilterBar
from ui.tabs.tutorados.many import Many
from ui.tabs.tutorados.propuesta import PropuestaPage
from ui.tabs.tutorados.window import DetailWindow
from ui.theme import u
from ui.widgets.buttons import Button
from ui.widgets.empty_state import EmptyState


class TutoradosTab(QWidget):
    """Students who owe something or are at risk; also everybody else."""

    TABLES = listing.TABLES

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ctx = ctx
        self.rows: list[FilaTutorado] = []
        self._best: frozenset[int] | None = None
        self._filtered = ("", listing.Filters())
        self._lacks = ""
        self.deeds = Deeds(ctx, self)
        self.stack = QStackedWidget()
        self.list_page = QWidget()
        self._build_list()
        self._build_bar()
        self._build_detail()
        column = QVBoxLayout(self.list_page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(u(3))
        column.addWidget(self.bar)
        column.addWidget(self.splitter, 1)
        self.stack.addWidget(self.list_page)
        self.board: PropuestaPage | None = None
        self.one_by_one: AsignacionPage | None = None
        outer = QVBoxLayout(self)
        outer.setContentsMargins(u(5), u(3), u(5), u(3.5))
        outer.addWidget(self.stack)

    # Building

    def _build_list(self) -> None:
        self.bring = Button("Importar lista…", "filled", "upload")
        self.bring.clicked.connect(self._bring_what_lacks)
        self.by_hand = Button("Capturar a mano", "plain")
        self.by_hand.clicked.connect(self.deeds.new)
        self.empty = listing.make_empty(self.bring, self.by_hand)
        self.table = listing.make_table(self._shown, self._desempeno, self.empty)
        self.table.set_words(note="Doble clic para abrir en ventana")
        self.table.opened.connect(self._open_alone)
        self.table.filters_cleared.connect(self._clear_filters)
        self.row_actions = Actions(self, self.deeds.actions(), self.table.chosen_ids)
        self.table.chosen.connect(self.row_actions.refresh)
        self.table.set_context_menu(self._menu)
        listing.hear_erase(self.table, self._delete_chosen)

    def _build_bar(self) -> None:
        self.bar = FilterBar()
        self.bar.changed.connect(self._apply_filter)
        self.bar.view_chosen.connect(self._on_view)
        self.bar.filter.left_down.connect(self.table.view.setFocus)
        page = Actions(
            self,
            (
                Action("Nuevo alumno", self.deeds.new, "plus", "Ctrl+N"),
                Action("Importar lista", self.deeds.bring, "upload"),
                Action("Asignación", self.show_board, "swap"),
                Action("Imprimir…", self.deeds.print, "printer", needs="some"),
            ),
            self.table.chosen_ids,
        )
        self.table.chosen.connect(page.refresh)
        page.to_toolbar(self.bar, "Nuevo alumno", ("Importar lista", "Asignación"))
        buttons = self.bar.findChildren(Button)
        self.new = next(one for one in buttons if one.text() == "Nuevo alumno")

    def _build_detail(self) -> None:
        self.detail = Detail(self.ctx, self.deeds, self._menu())
        self.many = Many(self.deeds)
        self.nobody = EmptyState(
            "users", "Nadie elegido", "Elija a alguien de la lista para ver qué debe y quién le "
            "acompaña.",
        )  # fmt: skip
        self.splitter = ListDetail(
            self.table, Sides(self.nobody, self.detail, self.many), rows=lambda: self.rows,
            ident=attrgetter("alumno"), show=self._show_row, width=153,
        )  # fmt: skip
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setSizes([u(153), u(153)])
        self.splitter.remember_as("tutorados")

    def _menu(self) -> QMenu:
        labels = [action.label for action in self.deeds.actions()]
        return self.row_actions.menu(*labels[:3], "-", *labels[3:7], "-", *labels[7:])

    # What the window calls

    def refresh(self) -> None:
        """Reads everything again; what was chosen stays."""
        self.rows = queries.lista(self.ctx.store)
        self._best = None
        self._show_view()
        self.table.choose_first()
        self.splitter.show_chosen()
        if self._page is not None:
            self._page.refresh()

    def show_record(self, what: Any) -> None:
        """Goes to alumnos by id, to a filter ("sin_tutor", ("nivel", key)…) or to Asignación."""
        match what:
            case "asignacion":
                self.show_board()
            case ("semana", int(alumno), hour):
                self._go_to([alumno])
                self.detail.show_hour(hour)
            case "sin_tutor":
                self._start_with(listing.Filters(sin_tutor=True))
            case ("nivel", str(nivel)):
                self._start_with(listing.Filters(nivel=nivel))
            case ("grupo", int(grupo)):
                self._start_with(listing.Filters(grupo=("g", grupo)))
            case ("asignatura", int(asignatura)):
                self._start_with(listing.Filters(asignatura=asignatura))
            case _:
                self._go_to(what if isinstance(what, list) else [what])

    def _start_with(self, filters: listing.Filters) -> None:
        self.stack.setCurrentWidget(self.list_page)
        name = ""
        if filters.asignatura:
            name = self.ctx.store.asignaturas.get(filters.asignatura).nombre
        self.bar.set_filters(filters, name)
        if filters.nivel and filters.nivel not in listing.IN_RISK:
            self.bar.set_view("todos")
        self._show_view()
        self.table.choose_first()

    def _go_to(self, ids: list[Any]) -> None:
        found = [row for row in self.rows if row.alumno in ids]
        if not found:
            return
        self.stack.setCurrentWidget(self.list_page)
        self.bar.set_filters(listing.Filters(), "")
        if not all(row.es_tutorado for row in found):
            self.bar.set_view("todos")
        self._show_view()
        self.table.choose(*(row.alumno for row in found))
        self.table.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def new_record(self) -> None:
        """Captures an alumno by hand."""
        self.deeds.new()

    def print_choice(self) -> PrintChoice:
        """Who is chosen and who is in sight, with the carta compromiso."""
        shown = tuple(self.table.model.shown_ids())
        chosen = tuple(self.table.chosen_ids())
        return PrintChoice(CARTA_TUTORADO.key, "alumno", chosen, shown)

    def focus_filter(self) -> None:
        """The cursor goes to the filter."""
        if self._page is not None:
            self._page.focus_filter()
            return
        self.bar.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.bar.filter.selectAll()

    def actions(self) -> list[Action]:  # pyright: ignore[reportIncompatibleMethodOverride]
        """What can be done without choosing anybody, for the search of the window."""
        return [
            Action("Nuevo alumno", self.deeds.new, "plus"),
            Action("Asignación del periodo", self.show_board, "swap"),
            Action("Asignar a mano, una por una", self.show_one_by_one, "user"),
        ]

    # Asignación

    @property
    def _page(self) -> PropuestaPage | AsignacionPage | None:
        """The page of Asignación that is in front, if one is."""
        page = self.stack.currentWidget()
        return page if isinstance(page, PropuestaPage | AsignacionPage) else None

    def show_board(self) -> None:
        """Opens the page Asignación del periodo."""
        if self.board is None:
            self.board = PropuestaPage(self.ctx)
            self.board.back_asked.connect(self.show_list)
            self.board.by_hand_asked.connect(self.show_one_by_one)
        self._open(self.board)

    def show_one_by_one(self) -> None:
        """Opens the needs without alumno tutor, to assign them by hand."""
        if self.one_by_one is None:
            self.one_by_one = AsignacionPage(self.ctx)
            self.one_by_one.back_asked.connect(self.show_board)
        self._open(self.one_by_one)

    def _open(self, page: PropuestaPage | AsignacionPage) -> None:
        self.stack.addWidget(page)
        self.stack.setCurrentWidget(page)
        page.refresh()
        page.take_focus()

    def show_list(self) -> None:
        """Goes back to the list of tutorados."""
        self.stack.setCurrentWidget(self.list_page)
        self.focus_filter()

    def keyPressEvent(self, event: Any) -> None:
        if event.key() == Qt.Key.Key_Escape and self._page is not None:
            self._page.back_asked.emit()
            return
        super().keyPressEvent(event)

    # Views and filters

    def _shown(self) -> list[FilaTutorado]:
        if self.bar.view == "todos":
            return self.rows
        return [row for row in self.rows if row.es_tutorado]

    def _on_view(self) -> None:
        self._show_view()
        self.table.choose_first()

    def _show_view(self) -> None:
        rows = self._shown()
        nouns = ("alumno", "alumnos") if self.bar.view == "todos" else ("tutorado", "tutorados")
        self.table.set_nouns(nouns)
        self.bar.show_options(rows)
        self._lacks = listing.say_empty(self.empty, self.bar.view, self.rows)
        self.bring.setText(f"Importar {self._lacks}…")
        self.bring.setVisible(bool(self._lacks))
        self.by_hand.setVisible(self._lacks == "lista")
        is_empty = bool(self._lacks) and not rows  # one filled button in the page: the next step
        self.new.set_kind("outlined" if is_empty else "filled")
        self.table.refresh()
        if self._filtered != (self.bar.filter.text(), self.bar.asked):
            self._apply_filter()

    def _bring_what_lacks(self) -> None:
        self.ctx.show("importar", "calificaciones" if self._lacks == "calificaciones" else None)

    def _apply_filter(self) -> None:
        words, filters = self.bar.filter.text(), self.bar.asked
        self._filtered = (words, filters)
        keeps = partial(filters.keeps, desempeno=self._desempeno)
        self.table.set_filter(words, keeps if filters else None)

    def _clear_filters(self) -> None:
        self.bar.set_filters(listing.Filters(), "")
        self._apply_filter()

    def _desempeno(self, row: FilaTutorado) -> str:
        if self._best is None:
            self._best = candidatos.tercios(self.ctx.store)
        return alumnos.desempeno_de(row, self._best)

    # What is chosen

    def _delete_chosen(self) -> None:
        if ids := self.table.chosen_ids():
            self.deeds.delete(ids)

    def _show_row(self, row: FilaTutorado) -> None:
        if described := self._described(row.alumno):
            self.detail.show_row(*described)

    def _described(self, alumno: int) -> tuple[FilaTutorado, str] | None:
        found = next((row for row in self.rows if row.alumno == alumno), None)
        return (found, DESEMPENOS.get(self._desempeno(found), "")) if found else None

    def _open_alone(self, alumno: int) -> None:
        DetailWindow(self.ctx, self.deeds, alumno, self._described, self).open()
