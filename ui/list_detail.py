"""List left, detail right: the part that is the same in every tab."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, NamedTuple

from PySide6.QtWidgets import QStackedWidget, QWidget

from ui import state
from ui.context import Context
from ui.dialogs.detalle import DetalleDialog
from ui.tables.record_table import RecordTable
from ui.widgets.card import Splitter


class Sides(NamedTuple):
    """What is shown at the right when nothing, one row or several are chosen.

    `many` shows several with its `show_rows`.
    """

    none: QWidget
    one: QWidget
    many: Any


class ListDetail(Splitter):
    """A list and, beside it, what is chosen in it.

    `rows` gives all the rows, `ident` the id of one, and `show` puts a row in the detail.
    """

    def __init__(
        self,
        table: RecordTable,
        sides: Sides,
        *,
        rows: Callable[[], Sequence[Any]],
        ident: Callable[[Any], int],
        show: Callable[[Any], object],
        width: float,
    ) -> None:
        super().__init__()
        self._table, self._rows, self._ident, self._show = table, rows, ident, show
        self._sides = sides
        self.panes = QStackedWidget()
        for pane in sides:
            self.panes.addWidget(pane)
        self.put(table, self.panes, width)
        table.chosen.connect(self.show_chosen)

    def remember_as(self, name: str) -> None:
        """Puts the border where it was left, and keeps its place under a name from now on."""
        key = f"divisor/{name}"
        self.restore(state.recall(key))
        self.splitterMoved.connect(partial(self._remember, key))

    def _remember(self, key: str, *_place: int) -> None:
        state.remember(key, self.state())

    def chosen_rows(self) -> list[Any]:
        """The rows of the chosen ones, in the order of loading."""
        ids = set(self._table.chosen_ids())
        return [row for row in self._rows() if self._ident(row) in ids] if ids else []

    def show_chosen(self, *_ids: object) -> None:
        """Shows the detail of what is chosen."""
        rows = self.chosen_rows()
        if len(rows) == 1:
            self._show(rows[0])
            self.panes.setCurrentWidget(self._sides.one)
        elif rows:
            self._sides.many.show_rows(rows)
            self.panes.setCurrentWidget(self._sides.many)
        else:
            self.panes.setCurrentWidget(self._sides.none)

    def open_alone(
        self, ctx: Context, title: str, id: int, make: Callable[[DetalleDialog], Any]
    ) -> None:
        """Opens one record in a window of its own; `make` gives the detail that goes in it."""
        dialog = DetalleDialog(ctx, title, self.window())
        detail = make(dialog)
        dialog.put(detail, partial(self._show_in, detail, id))
        dialog.open()

    def _show_in(self, detail: Any, id: int) -> bool:
        row = next((row for row in self._rows() if self._ident(row) == id), None)
        if row is not None:
            detail.show_row(row)
        return row is not None
