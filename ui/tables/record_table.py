"""A list of records as it goes in a page: card, head, rows, foot, and what it says when empty."""

from collections.abc import Callable, Sequence
from operator import attrgetter
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from ui import state
from ui.tables.column import Column
from ui.tables.columns_menu import Remembered, column_menu
from ui.tables.delegate import RowLook
from ui.tables.header import RecordHeader
from ui.tables.model import RecordModel
from ui.tables.view import RecordView
from ui.theme import u
from ui.widgets.buttons import Button
from ui.widgets.card import Card, Line
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import ElidedLabel, Label

ROWS = {"one": 9.0, "two": 12.5, "dense": 8.0, "wide": 8.25, "pair": 13.5}


class RecordTable(Card):
    """The list of a page. `memory` is the name under which its columns are remembered."""

    chosen = Signal(list)
    opened = Signal(object)
    linked = Signal(str, object)
    checked = Signal(list)
    filters_cleared = Signal()

    def __init__(
        self,
        columns: Sequence[Column],
        load: Callable[[], Sequence[Any]],
        *,
        ident: Callable[[Any], Any] = attrgetter("id"),
        rows: str = "one",
        nouns: tuple[str, str] = ("renglón", "renglones"),
        memory: str = "",
        empty: EmptyState | None = None,
    ) -> None:
        super().__init__(padding=0)
        self.body.setContentsMargins(1, 1, 1, 1)
        self.body.setSpacing(0)
        self.setAccessibleName(nouns[1])
        self._nouns, self._memory = nouns, memory
        self._no_match = "Nadie coincide"
        self._chosen_word = ("seleccionado", "seleccionados")
        self._menu: Callable[[], QMenu] | None = None
        self.model = RecordModel(columns, load, ident=ident, parent=self)
        self.header = RecordHeader(self.model.columns, self.columns_menu)
        self.view = RecordView(self.model, self.header, ROWS[rows], self)
        self.view.setAccessibleName(nouns[1].capitalize())
        self.top = QVBoxLayout()
        self.body.addLayout(self.top)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self.body.addWidget(self._stack, 1)
        self.set_empty(empty or EmptyState("list", f"Todavía no hay {nouns[1]}"))
        self._nothing = EmptyState("search", "", "")
        clear = Button("Quitar filtros")
        clear.clicked.connect(self.filters_cleared)
        self._nothing.add_button(clear)
        self._stack.addWidget(self._nothing)
        self._make_foot()
        self._connect()
        self._recall()

    def showEvent(self, event: QShowEvent) -> None:
        self.header.rounded = not self.top.count()
        super().showEvent(event)

    def _make_foot(self) -> None:
        self.foot = QWidget()
        row = QHBoxLayout(self.foot)
        row.setContentsMargins(u(3.75), u(1.5), u(3.75), u(1.75))
        self.counts = Label("", "caption", "text2")
        self.foot_note = ElidedLabel("", "caption", "text2")
        row.addWidget(self.counts)
        row.addStretch(1)
        row.addWidget(self.foot_note)
        self._foot_line = Line()
        self.body.addWidget(self._foot_line)
        self.body.addWidget(self.foot)

    def _connect(self) -> None:
        self.view.chosen.connect(self._on_chosen)
        self.view.opened.connect(self.opened)
        self.view.linked.connect(self.linked)
        self.view.toggled.connect(self.toggle)
        self.view.menu_asked.connect(self._open_menu)
        self.header.sorted_by.connect(self._on_sort)
        self.header.checked_all.connect(self._toggle_all)
        self.model.modelReset.connect(self._show_state)

    # Rows

    def refresh(self) -> None:
        """Loads the rows again; choice, scroll, filter and order stay."""
        self.model.refresh()
        if self.view.delegate.checked is not None:
            self.view.delegate.checked &= {self._id(row) for row in self.model.rows()}
            self._tell_checked()

    def set_filter(self, words: str = "", keep: Callable[[Any], bool] | None = None) -> None:
        """Shows the rows that have the words and that `keep(row)` accepts."""
        self.model.set_filter(words, keep)

    def chosen_ids(self) -> list[Any]:
        """The ids of the chosen rows."""
        return self.view.chosen_ids()

    def current_id(self) -> Any:
        """The id of the row with the keyboard, or None."""
        return self.view.current_id()

    def choose(self, *ids: Any) -> None:
        """Chooses rows by id and brings the first into sight."""
        self.view.choose(list(ids))

    def choose_first(self) -> None:
        """Chooses the first row if nothing is chosen."""
        if self.model.rowCount() and not self.chosen_ids():
            self.choose(self.model.id_at(0))

    def sort_by(self, key: str, *, descending: bool = False) -> None:
        """Sorts by a column; the empty key leaves the order of loading."""
        places = [i for i, column in enumerate(self.model.columns) if column.key == key]
        place = places[0] if places else -1
        self.header.order = (place, descending) if place >= 0 else None
        way = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self.model.sort(place, way)
        self.header.viewport().update()

    def set_row_look(self, look: RowLook) -> None:
        """A function that gives the tint of a row: alto, medio, ok or the empty text."""
        self.view.delegate.row_look = look

    # Checks

    def set_checkable(self) -> None:
        """Puts a check in each row and one in the head; `checked(ids)` tells the changes."""
        self.view.delegate.checked = set()
        self.header.check = Qt.CheckState.Unchecked

    def checked_ids(self) -> list[Any]:
        """The ids with a check, in the order of loading."""
        marked = self.view.delegate.checked or set()
        return [ident for row in self.model.rows() if (ident := self._id(row)) in marked]

    def set_checked(self, ids: Sequence[Any]) -> None:
        """Checks these and no others."""
        self.view.delegate.checked = set(ids)
        self._tell_checked()

    def toggle(self, ident: Any) -> None:
        """Checks a row or takes its check away; the same for all the chosen ones if it is one."""
        marked = self.view.delegate.checked
        if marked is None:
            return
        group = self.chosen_ids() if ident in self.chosen_ids() else [ident]
        if ident in marked:
            marked.difference_update(group)
        else:
            marked.update(group)
        self._tell_checked()

    def _toggle_all(self) -> None:
        marked, shown = self.view.delegate.checked or set(), self.model.shown_ids()
        if all(ident in marked for ident in shown):
            self.set_checked([ident for ident in self.checked_ids() if ident not in set(shown)])
        else:
            self.set_checked([*marked, *shown])

    def _tell_checked(self) -> None:
        marked, shown = self.view.delegate.checked or set(), self.model.shown_ids()
        on = sum(ident in marked for ident in shown)
        if not on:
            self.header.check = Qt.CheckState.Unchecked
        elif on == len(shown):
            self.header.check = Qt.CheckState.Checked
        else:
            self.header.check = Qt.CheckState.PartiallyChecked
        self.header.viewport().update()
        self.view.viewport().update()
        self.checked.emit(self.checked_ids())

    def _id(self, row: Any) -> Any:
        return self.model.ident(row)

    # What is said around the rows

    def set_empty(self, empty: EmptyState) -> None:
        """What is shown when there are no rows at all."""
        old, self._empty = getattr(self, "_empty", None), empty
        self._stack.addWidget(empty)
        if old is not None:
            self._stack.removeWidget(old)
            old.deleteLater()

    def set_words(
        self,
        *,
        no_match: str = "Nadie coincide",
        chosen: tuple[str, str] = ("seleccionado", "seleccionados"),
        note: str = "",
    ) -> None:
        """Words of the empty filter, of the choice, and at the right of the foot."""
        self._no_match, self._chosen_word = no_match, chosen
        self.foot_note.setText(note)
        self._show_state()

    def set_nouns(self, nouns: tuple[str, str]) -> None:
        """What one and many rows are called, when the list changes what it shows."""
        self._nouns = nouns
        self.setAccessibleName(nouns[1])
        self._show_counts()

    def set_context_menu(self, make: Callable[[], QMenu]) -> None:
        """A function that gives the menu of the chosen rows (`Actions.menu`)."""
        self._menu = make

    def columns_menu(self) -> QMenu:
        """The menu that chooses the columns and the order."""
        menu = column_menu(
            self.model.columns, self.view.hidden_columns, self.header.order, parent=self
        )
        menu.triggered.connect(self._on_columns)
        return menu

    def _on_columns(self, action: Any) -> None:
        what, i = action.data()
        if what == "order":
            self._on_sort(i, self.header.order == (i, False))
            return
        self.view.set_hidden(set(self.view.hidden_columns) ^ {self.model.columns[i].key})
        self._remember()

    def _on_sort(self, place: int, descending: bool) -> None:
        self.sort_by(self.model.columns[place].key, descending=descending)
        self._remember()

    def _open_menu(self, where: QPoint) -> None:
        menu = self._menu() if self._menu else QMenu(self)
        if menu.actions():
            menu.addSeparator()
        copy = menu.addAction("Copiar")
        copy.setEnabled(bool(self.chosen_ids()))
        copy.triggered.connect(self.view.copy)
        menu.addMenu(self.columns_menu())
        menu.popup(where)

    def _on_chosen(self, ids: list[Any]) -> None:
        self._show_counts()
        self.chosen.emit(ids)

    def _show_state(self) -> None:
        if self.model.rowCount():
            self._stack.setCurrentWidget(self.view)
        elif self.model.total:
            words = self.model.words.strip()
            title = (
                f"{self._no_match} con «{words}»" if words else f"{self._no_match} con los filtros"
            )
            self._nothing.set_words(title, "")
            self._stack.setCurrentWidget(self._nothing)
        else:
            self._stack.setCurrentWidget(self._empty)
        self._show_counts()

    def _show_counts(self) -> None:
        shown, total = self.model.rowCount(), self.model.total
        noun = self._nouns[0] if total == 1 else self._nouns[1]
        words = f"{shown:,} de {total:,} {noun}" if self.model.is_filtered else f"{total:,} {noun}"
        count = len(self.chosen_ids())
        if count:
            words += f" · {count:,} {self._chosen_word[count != 1]}"
        self.counts.setText(words)

    # Memory

    def _remember(self) -> None:
        if self._memory:
            order = self.header.order
            key = self.model.columns[order[0]].key if order else ""
            kept = Remembered(frozenset(self.view.hidden_columns), key, bool(order and order[1]))
            state.remember(f"columnas/{self._memory}", kept.to_text())

    def _recall(self) -> None:
        text = state.recall(f"columnas/{self._memory}") if self._memory else ""
        kept = Remembered.from_text(text, {column.key for column in self.model.columns})
        if kept is not None:
            self.view.set_hidden(set(kept.hidden))
            self.sort_by(kept.key, descending=kept.descending)
