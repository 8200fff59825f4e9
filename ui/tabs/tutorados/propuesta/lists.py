"""The left card: segments with their counts, the filter, and the list of each segment."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.services.propuesta import Demanda, Propuesta, demand
from app.store import Store
from ui.tables.record_table import RecordTable
from ui.tabs.tutorados.propuesta import listing
from ui.tabs.tutorados.propuesta.rows import (
    Decidido,
    Fila,
    Fuera,
    count_words,
    decididos,
    filas,
    fuera,
)
from ui.theme import u
from ui.widgets.chips import Chip, Segments
from ui.widgets.search_field import SearchField

_SEGMENTS = (
    ("pares", "Pares"), ("fuera", "Sin tutor"), ("fijar", "Fijados"), ("prohibir", "Prohibidos"),
)  # fmt: skip


class Lists(QWidget):
    """`chosen()` when something else is chosen; `linked(table, column, id)` on a pressed icon."""

    chosen = Signal()
    opened = Signal()
    linked = Signal(str, str, object)

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        self.pares: list[Fila] = []
        self.fuera: list[Fuera] = []
        self.demanda: list[Demanda] = []
        self.decididos: dict[str, list[Decidido]] = {"fijar": [], "prohibir": []}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._make_bar()
        self.tables: dict[str, RecordTable] = {
            "pares": listing.make_pares(lambda: self.pares),
            "fuera": listing.make_fuera(lambda: self.fuera),
            "demanda": listing.make_demanda(lambda: self.demanda),
            "fijar": listing.make_decididos(lambda: self.decididos["fijar"], "fijar"),
            "prohibir": listing.make_decididos(lambda: self.decididos["prohibir"], "prohibir"),
        }
        self.stack = QStackedWidget()
        for table in self.tables.values():
            self.stack.addWidget(table)
            table.chosen.connect(self._on_chosen)
            table.linked.connect(self._on_linked)
            table.opened.connect(self.opened)
            table.filters_cleared.connect(self._clear_filter)
        column.addWidget(self.stack)
        self._show_table()

    def _make_bar(self) -> None:
        self.bar = QWidget()
        row = QHBoxLayout(self.bar)
        row.setContentsMargins(u(3), u(2.5), u(3), u(2.5))
        row.setSpacing(u(2))
        self.segments = Segments(_SEGMENTS, "pares", name="Qué se ve de la propuesta")
        self.segments.chosen.connect(self._show_table)
        self.recruit = Chip("A quién reclutar")
        self.recruit.toggled.connect(self._show_table)
        self.filter = SearchField("Filtrar")
        self.filter.setMaximumWidth(u(46))
        self.filter.typed.connect(self._apply_filter)
        self.filter.left_down.connect(self._enter_list)
        row.addWidget(self.segments)
        row.addWidget(self.recruit)
        row.addStretch(1)
        row.addWidget(self.filter, 1)

    @property
    def key(self) -> str:
        """Which list is in sight."""
        key = self.segments.key
        return "demanda" if key == "fuera" and self.recruit.isChecked() else key

    @property
    def table(self) -> RecordTable:
        """The list in sight."""
        return self.tables[self.key]

    def chosen_rows(self) -> list[Any]:
        """The pairs, the needs left out or the lines of the demand that are chosen."""
        rows: dict[str, list[Any]] = {
            "pares": self.pares, "fuera": self.fuera, "demanda": self.demanda
        }  # fmt: skip
        ids, ident = set(self.table.chosen_ids()), self.table.model.ident
        return [row for row in rows.get(self.key, []) if ident(row) in ids]

    def show_proposal(self, propuesta: Propuesta, siguen: int) -> None:
        """Other rows; what was chosen stays when it is still there."""
        self.pares = filas(self._store, propuesta)
        self.fuera = fuera(propuesta)
        self.demanda = demand(propuesta)
        for tipo in self.decididos:
            self.decididos[tipo] = decididos(self._store, tipo, propuesta)
        counts = {"pares": len(self.pares), "fuera": len(self.fuera)}
        counts |= {tipo: len(found) for tipo, found in self.decididos.items()}
        for key, count in counts.items():
            self.segments.set_count(key, count)
        for table in self.tables.values():
            table.refresh()
        self.tables["pares"].set_words(
            no_match="Ningún par coincide", chosen=("elegido", "elegidos"),
            note=count_words(self.pares, siguen),
        )  # fmt: skip
        self.table.choose_first()

    def focus_filter(self) -> None:
        """The cursor goes to the filter."""
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.selectAll()

    def _show_table(self, *_ignored: object) -> None:
        held = self.bar.window().focusWidget()
        inside = held is not None and self.bar.isAncestorOf(held)
        self.recruit.setVisible(self.segments.key == "fuera")
        self.table.top.addWidget(self.bar)
        self.stack.setCurrentWidget(self.table)
        self._apply_filter()
        self.table.choose_first()
        if inside and held is not None:
            held.setFocus(Qt.FocusReason.OtherFocusReason)
        self.chosen.emit()

    def _apply_filter(self, *_ignored: object) -> None:
        self.table.set_filter(self.filter.text())

    def _clear_filter(self) -> None:
        self.filter.clear()

    def _enter_list(self) -> None:
        self.table.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_chosen(self, _ids: list[Any]) -> None:
        if self.sender() is self.table:
            self.chosen.emit()

    def _on_linked(self, column: str, ident: object) -> None:
        self.linked.emit(self.key, column, ident)
