"""Printing of carnets: choose students, see the real page beside the list, print them."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.formatos import CARNET
from app.services import carnets, printing
from app.text import counted
from ui.context import Context
from ui.paper_pane import Drawn, PaperPane
from ui.print_choice import PrintChoice
from ui.tabs.carnet.listing import make_table
from ui.tabs.carnet.presentacion import Presentacion
from ui.theme import u
from ui.widgets.buttons import Button
from ui.widgets.card import Splitter
from ui.widgets.chips import Chip, ChipMenu
from ui.widgets.empty_state import EmptyState
from ui.widgets.keys import tab_through
from ui.widgets.labels import Label
from ui.widgets.search_field import SearchField
from ui.widgets.toolbar import Toolbar

_NAMES = {"carta": "carta", "media-carta": "media carta", "cuadernillo": "cuadernillo"}
_WAIT_MS = 120


class PrintPage(QWidget):
    """The list with its checks at the left, the paper at the right; its bar is `toolbar`."""

    TABLES = frozenset(
        {
            "alumnos", "grupos", "adeudos", "intervenciones", "tutorados", "franjas", "sesiones",
            "emisiones", "plantel", "periodos", "asignaturas",
        }
    )  # fmt: skip

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ctx = ctx
        self._first = True
        self._shown: list[int] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WAIT_MS)
        self._timer.timeout.connect(self._draw)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.toolbar = self._toolbar()
        splitter = Splitter()
        words = "Marque con la casilla a quiénes imprimir y aquí verá sus carnets."
        empty = EmptyState("id-card", "Ningún carnet elegido", words)
        self.page = PaperPane(ctx, empty, remedy=self._remedy)
        self.page.drawn.connect(self._on_drawn)
        self.page.seen.connect(self._on_seen)
        self.page.helped.connect(self._help)
        splitter.put(self._list(), self.page, 132)
        column.addWidget(splitter, 1)

    # Building

    def _toolbar(self) -> Toolbar:
        bar = Toolbar()
        self.count = Label("", "body", "text2")
        bar.add_left(self.count)
        blank = Button("Carnet en blanco…", "outlined", "file")
        blank.clicked.connect(self._print_blank)
        self.save_button = Button("Guardar PDF", "outlined", "download")
        self.save_button.clicked.connect(self._save)
        bar.add_secondary(blank, "file")
        bar.add_secondary(self.save_button, "download")
        self.print_button = Button("Imprimir", "filled", "printer")
        self.print_button.clicked.connect(self._print)
        bar.set_main(self.print_button)
        bar.refold()
        return bar

    def _list(self) -> QWidget:
        holder = QWidget(self)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(u(3))
        self.filter = SearchField("Filtrar por nombre, grupo o código")
        self.semestre = ChipMenu("Semestre", [(None, "todos")])
        self.pending = Chip("Por imprimir")
        self.table = make_table(self._load, self._nothing())
        row = QHBoxLayout()
        row.setContentsMargins(u(3), u(3), u(3), u(1))
        row.setSpacing(u(2))
        row.addWidget(self.filter, 1)
        row.addWidget(self.semestre)
        row.addWidget(self.pending)
        self.table.top.addLayout(row)
        self.table.set_context_menu(self._menu)
        self.filter.typed.connect(self._filter)
        self.filter.left_down.connect(self.table.view.setFocus)
        self.semestre.chosen.connect(self._filter)
        self.pending.toggled.connect(self._filter)
        self.table.checked.connect(self._on_checked)
        self.table.chosen.connect(self._on_chosen)
        self.table.opened.connect(self._open)
        self.table.filters_cleared.connect(self._clear_filters)
        column.addWidget(self.table, 1)
        self.presentation = Presentacion()
        self.presentation.changed.connect(self._timer.start)
        column.addWidget(self.presentation)
        tab_through([self.filter, self.semestre, self.pending, self.table.view, self.presentation])
        return holder

    def _nothing(self) -> EmptyState:
        button = Button("Importar calificaciones…", "filled", "upload")
        button.clicked.connect(partial(self._show, "importar", "calificaciones"))
        blank = Button("Imprimir en blanco", "plain")
        blank.clicked.connect(self._print_blank)
        words = "Aparecen solos cuando se sabe quién debe asignaturas."
        return EmptyState("id-card", "Todavía no hay carnets", words, button, blank)

    # Reading

    def _load(self) -> list[carnets.FilaCarnet]:
        return carnets.carnets(self.ctx.store)

    def refresh(self) -> None:
        """Reads the list again; the checks stay.

        The first time, whoever has an alumno tutor and no paper that agrees is checked.
        """
        self.table.refresh()
        rows = self.table.model.rows()
        semestres = sorted({r.semestre for r in rows if r.semestre})
        options: list[tuple[object, str]] = [(None, "todos")]
        self.semestre.set_options(options + [(s, f"{s}.º semestre") for s in semestres])
        if self._first and rows:
            self._first = False
            waiting = [r.alumno for r in rows if r.con_tutor and r.estado != "impreso"]
            self.table.set_checked(waiting)
            self.table.choose(*waiting[:1]) if waiting else self.table.choose_first()
        self._on_checked()

    def _filter(self, *_: object) -> None:
        semestre, pending = self.semestre.key, self.pending.isChecked()

        def keep(row: carnets.FilaCarnet) -> bool:
            fits = semestre is None or row.semestre == semestre
            return fits and (not pending or row.estado != "impreso")

        narrowed = semestre is not None or pending
        self.table.set_filter(self.filter.text(), keep if narrowed else None)

    def _clear_filters(self) -> None:
        self.filter.clear()
        self.semestre.set_key(None)
        self.pending.setChecked(False)
        self._filter()

    # Choosing

    def show_record(self, what: object) -> None:
        """Checks these students and no others, and shows the first."""
        ids = [what] if isinstance(what, int) else list(what) if isinstance(what, list) else []
        self._clear_filters()
        self.table.set_checked(ids)
        if ids:
            self.table.choose(ids[0])

    def print_choice(self) -> PrintChoice:
        """The checked students, or the chosen ones, with their carnets."""
        shown = tuple(self.table.model.shown_ids())
        return PrintChoice(CARNET.key, "alumno", tuple(self._chosen()), shown)

    def focus_filter(self) -> None:
        """The cursor goes to the filter."""
        self.filter.setFocus()
        self.filter.selectAll()

    def _on_checked(self, *_: object) -> None:
        count = len(self._chosen())
        words = f"Imprimir {counted(count, 'carnet', 'carnets')}" if count else "Imprimir"
        self.print_button.setText(words)
        self._say_why_not("" if count else "Elija con la casilla a quiénes imprimir.")
        self._timer.start()

    def _say_why_not(self, why: str) -> None:
        self.print_button.set_reason(why)
        self.save_button.set_reason(why)

    def _on_chosen(self, ids: list[Any]) -> None:
        if not self.table.checked_ids():
            self._on_checked()
        elif ids and ids[0] in self._shown:
            self.page.go_to(self._shown.index(ids[0]))

    def _on_seen(self, place: int) -> None:
        """The page in sight moves the list along, unless several rows are chosen."""
        alumno = self._shown[place] if place < len(self._shown) else None
        chosen = self.table.chosen_ids()
        if alumno is not None and chosen != [alumno] and len(chosen) < 2:
            self.table.blockSignals(True)
            self.table.choose(alumno)
            self.table.blockSignals(False)

    def _uncheck(self, ids: object) -> None:
        gone = set(ids) if isinstance(ids, list) else set()
        self.table.set_checked([one for one in self.table.checked_ids() if one not in gone])

    # What does not fit

    def _remedy(self, drawn: Drawn) -> str:
        """What to do with the ones that do not fit."""
        if drawn.tirada.opciones.papel != "carta":
            return "Usar carta"
        if len(drawn.refused) == len(drawn.tirada.datos):
            return "Ver sus datos"
        return f"Quitar {counted(len(drawn.refused), 'carnet', 'carnets')}"

    def _help(self) -> None:
        drawn = self.page.current
        if drawn is None or not drawn.refused:
            return
        out = [drawn.tirada.emisiones[place].alumno for place in drawn.refused]
        if drawn.tirada.opciones.papel != "carta":
            self.presentation.papers["carta"].setChecked(True)
        elif len(out) == len(drawn.tirada.datos):
            self._show("tutorados", out[0])
        else:
            self.table.set_checked([one for one in self._chosen() if one not in out])

    # Drawing and printing

    def _chosen(self) -> list[int]:
        """The checked students in the order of the list; without checks, the chosen rows."""
        marked = set(self.table.checked_ids() or self.table.chosen_ids())
        return [row.alumno for row in self.table.model.rows() if row.alumno in marked]

    def _draw(self) -> None:
        self._shown = self._chosen()
        names = {row.alumno: row.nombre for row in self.table.model.rows()}
        run = None
        if self._shown:
            run = self.ctx.do(
                printing.tirada, self.ctx.store, CARNET, self._shown, self.presentation.options()
            )
        self.page.show_run(run, [names[one] for one in self._shown])

    def _on_drawn(self, drawn: Drawn | None) -> None:
        if drawn is None or not drawn.pages:
            self.count.setText("Ningún carnet elegido" if drawn is None else "")
            if drawn is not None and drawn.refused:
                self._say_why_not("Hay un texto que no cabe; vea el aviso sobre las páginas.")
            return
        self._say_why_not("")
        paper = _NAMES[drawn.tirada.opciones.papel]
        count = counted(len(drawn.tirada.datos), "carnet", "carnets")
        sheets = counted((len(drawn.pages) + 1) // 2, "hoja", "hojas")
        self.count.setText(f"{count} en {sheets} por los dos lados, {paper}")
        chosen = self.table.chosen_ids()
        if len(chosen) == 1 and chosen[0] in self._shown:
            self.page.go_to(self._shown.index(chosen[0]))

    def _print(self) -> None:
        self._now(partial(self.page.print_now, self.window(), "Carnets de asesorías"))

    def _save(self) -> None:
        self._now(partial(self.page.save_now, self.window(), "Carnets de asesorías"))

    def _now(self, act: Callable[[], object]) -> None:
        """Acts on who is chosen now, not on what was drawn a moment ago."""
        if self._timer.isActive():
            self._timer.stop()
            self._draw()
        self.page.when_drawn(act)

    def _print_blank(self) -> None:
        self.ctx.show("imprimir", PrintChoice(CARNET.key, "alumno", named=True, blank=True))

    # Going

    def _menu(self) -> Any:
        from PySide6.QtWidgets import QMenu

        menu = QMenu(self)
        ids = self.table.chosen_ids()
        menu.addAction("Elegir solo estos", partial(self.table.set_checked, ids))
        menu.addAction("Quitar de los elegidos", partial(self._uncheck, ids))
        if len(ids) == 1:
            menu.addAction("Ver en Tutorados", partial(self._show, "tutorados", ids[0]))
        return menu

    def _open(self, alumno: object) -> None:
        self.ctx.show("tutorados", alumno)

    def _show(self, place: str, what: object = None, _checked: bool = False) -> None:
        self.ctx.show(place, what)
