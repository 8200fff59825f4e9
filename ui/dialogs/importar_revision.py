"""Third step of the import: what will happen, row by row, and corrections in place."""

from collections.abc import Sequence
from functools import partial
from html import escape
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.errors import AppError
from app.services import imports
from app.text import counted
from ui import messages
from ui.dialogs.importar_filas import Gone, Row, is_problem, kind_of
from ui.dialogs.importar_guardar import ask_path
from ui.dialogs.importar_problema import Problema
from ui.dialogs.importar_sesion import Session
from ui.dialogs.importar_tabla import column_of, columns_of, new_table, show_columns
from ui.dialogs.importar_totales import Totales
from ui.dialogs.importar_vistas import Vistas
from ui.theme import u
from ui.widgets.card import Card
from ui.widgets.choices import CheckBox
from ui.widgets.strip import Strip

_STAY = "Siguen en el archivo con todo lo suyo y se pueden volver a activar."


class RevisionPage(QWidget):
    """Totals, rows, and a strip to correct the cell that is wrong."""

    corrected = Signal(object, str, str)
    asked = Signal()
    ready = Signal()
    told = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._loaded: Sequence[Row] = ()
        self._missing: Sequence[Row] = ()
        self._advancing = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, u(1), 0, 0)
        column.setSpacing(u(2))
        self.totales = Totales()
        self.notes = Strip("info", "", icon_name="info")
        column.addWidget(self.totales)
        column.addWidget(self.notes)
        self.vistas = Vistas()
        self.vistas.changed.connect(self._filter)
        self.vistas.left_down.connect(self._to_rows)
        self.vistas.save_asked.connect(self.save_problems)
        column.addWidget(self.vistas)
        self.table = new_table(self._load)
        self.table.chosen.connect(self._on_chosen)
        self.table.opened.connect(self._on_opened)
        self.table.filters_cleared.connect(self._show_all)
        column.addWidget(self.table, 1)
        self.problema = Problema()
        self.problema.corrected.connect(self.corrected)
        self.problema.next_asked.connect(self.next_problem)
        self.problema.answer_asked.connect(self.asked)
        self.gone = self._bajas()
        column.addWidget(self.problema)
        column.addWidget(self.gone)
        for keys in ("Ctrl+F", "F3"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.vistas.to_search)

    def _bajas(self) -> QWidget:
        card = Card(fill="sunken", padding=1)
        card.body.setContentsMargins(u(4.5), u(1.5), u(4.5), u(1.5))
        card.setFixedHeight(u(13))
        card.hide()
        self.bajas = CheckBox(" ", caption=_STAY)
        card.body.addWidget(self.bajas)
        return card

    # What is shown

    def take_focus(self) -> bool:
        """The cursor goes to the rows; the first problem, if there is one, is chosen."""
        if not self.table.chosen_ids():
            problems = self._problems()
            if problems:
                self.table.choose(problems[0].place)
            else:
                self.table.choose_first()
        self._to_rows()
        return True

    def wants_bajas(self) -> bool:
        """Whether those who are not in the list become baja temporal."""
        plan = self._session.plan
        return plan is not None and bool(plan.bajas) and self.bajas.isChecked()

    def show_plan(self) -> None:
        """Shows the rows of the plan; what was chosen stays."""
        plan = self._session.plan
        if plan is None:
            return
        summary = plan.resumen
        self.totales.show_plan(plan, summary)
        problems = summary["con_aviso"] + summary["rechazada"]
        self.problema.show_problems(problems)
        self._show_notes(plan)
        self._show_bajas(plan)
        self.vistas.show_plan(plan, summary)
        show_columns(self.table, columns_of(plan))
        self._filter()
        if self._advancing:
            self._advance()

    def _show_notes(self, plan: imports.ImportPlan) -> None:
        notes = list(plan.notas)
        if not plan.hay_cambios and plan.rows and plan.entran == len(plan.rows):
            notes.insert(0, "La lista no trae nada nuevo: todo está ya como dice.")
        more = f"{notes[1]} (y {len(notes) - 2} más)" if len(notes) > 2 else " ".join(notes[1:])
        self.notes.set_words(notes[0] if notes else "", more)
        told = escape("\n".join(notes)).replace("\n", "<br>")
        self.notes.setToolTip(f"<p>{told}</p>" if len(notes) > 2 else "")
        self.notes.setVisible(bool(notes))

    def _show_bajas(self, plan: imports.ImportPlan) -> None:
        self._missing = [Gone(baja) for baja in plan.bajas]
        many = len(plan.bajas)
        who = "este alumno" if many == 1 else f"estos {many:,} alumnos"
        self.bajas.setText(f"Poner en baja temporal a {who}")
        self.bajas.updateGeometry()

    def restart(self) -> None:
        """Another list: nothing of what was chosen for the one before stays."""
        self.table.view.scrollToTop()
        self.bajas.setChecked(False)
        self.vistas.show_all()

    def _rows(self) -> Sequence[Row]:
        """The rows of the list, or who is not in it: the same object while they are the same."""
        plan = self._session.plan
        if plan is None:
            return ()
        return self._missing if self.vistas.key == "baja" else plan.rows

    def _load(self) -> Sequence[Row]:
        self._loaded = self._rows()
        return self._loaded

    def _filter(self) -> None:
        key = self.vistas.key
        some = key in ("aviso", "rechazada", "cambia")
        self.table.model.set_filter(self.vistas.words, partial(_is_kind, key) if some else None)
        if self._rows() is not self._loaded:
            self.table.refresh()
        self.problema.setVisible(key != "baja")
        self.gone.setVisible(key == "baja")
        self._on_chosen(self.table.chosen_ids())

    def _show_all(self) -> None:
        self.vistas.show_all()
        self._filter()

    def _to_rows(self) -> None:
        self.table.view.setFocus()

    # Correcting

    def _on_chosen(self, ids: list[Any]) -> None:
        plan = self._session.plan
        if plan is not None:
            place = self.table.model.place_of(ids[0]) if len(ids) == 1 else -1
            row = self.table.model.row_at(place) if place >= 0 else None
            self.problema.show_row(row, plan)
            self._reveal()

    def _reveal(self) -> None:
        """Scrolls sideways to the cell that is wrong."""
        row, table, doubt = self.problema.row, self.table, self.problema.doubt
        if row is None or doubt is None:
            return
        place = column_of(table.model.columns, doubt)
        if place >= 0 and not table.view.isColumnHidden(place):
            table.view.scrollTo(table.model.index(table.model.place_of(row.place), place))

    def _on_opened(self, _ident: object) -> None:
        """Enter or a double click on a row: to its cell, or to the filled button."""
        row = self.problema.row
        if row is not None and is_problem(row):
            self.problema.take_focus()
        else:
            self.ready.emit()

    def take_enter(self) -> bool:
        """Enter in the cell that is being corrected; false when the cursor is elsewhere."""
        if not self.problema.field.hasFocus():
            return False
        self._advancing = self.problema.changed
        self.problema.go_on()
        return True

    def _advance(self) -> None:
        """After Enter in a cell: to the next problem, unless this row still has one."""
        self._advancing = False
        row = self.problema.row
        if row is not None and is_problem(row):
            self.problema.take_focus()
        elif self._problems():
            self.next_problem()
        else:
            self.ready.emit()

    def _problems(self) -> list[Row]:
        model = self.table.model
        shown = (model.row_at(place) for place in range(model.rowCount()))
        return [row for row in shown if is_problem(row)]

    def next_problem(self) -> None:
        """The next doubt of the row, or the next row with a doubt; after the last, the first."""
        plan = self._session.plan
        if plan is None:
            return
        if self.problema.more_here:
            self.problema.show_next_here(plan)
            self._reveal()
            self.problema.take_focus()
            return
        if not self._problems():
            self._show_all()
        problems = self._problems()
        if problems:
            here = self.table.current_id()
            at = self.table.model.place_of(here) if here is not None else -1
            places = [(self.table.model.place_of(row.place), row.place) for row in problems]
            later = [place for place in places if place[0] > at]
            self.table.choose((later or places)[0][1])
            self.problema.take_focus()

    # Saving

    def save_problems(self) -> None:
        """Writes the rows with problems to a file, to correct them there."""
        plan = self._session.plan
        if plan is None:
            return
        name = Path(self._session.source.name).stem if self._session.source else "lista"
        path = ask_path(self, "Guardar filas con problema", f"Filas con problema de {name}")
        if path is None:
            return
        try:
            many = imports.save_problems(plan, path)
        except AppError as problem:
            messages.problem(str(problem))
            return
        saved = "Se guardó" if many == 1 else "Se guardaron"
        self.told.emit(f"{saved} {counted(many, 'fila', 'filas')} con su motivo en «{path.name}».")


def _is_kind(key: str, row: Row) -> bool:
    return kind_of(row) == key
