"""Whom to print for, one by one: a list with check boxes that is searched by typing."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.services.sujetos import Sujeto
from app.text import counted
from ui.tables import cells
from ui.tables.column import Column
from ui.tables.record_table import RecordTable
from ui.widgets.dialog import Dialog
from ui.widgets.keys import tab_through
from ui.widgets.search_field import SearchField

_COLUMNS = (
    Column("nombre", "Nombre", lambda s: s.nombre, width=60, stretch=True, cell=cells.STRONG),
    Column("detalle", "Datos", lambda s: s.detalle, width=70),
)


class ElegirDialog(Dialog):
    """`picked(ids)` tells the checked ones, in the order of the list."""

    picked = Signal(list)

    def __init__(
        self, among: Sequence[Sujeto], checked: Sequence[int], nouns: tuple[str, str],
        parent: QWidget | None,
    ) -> None:  # fmt: skip
        super().__init__(f"Elegir {nouns[1]}", parent, size="large", action="Elegir")
        self._nouns = nouns
        self.filter = SearchField("Filtrar por nombre, grupo o asignatura")
        self.filter.typed.connect(self._on_typed)
        self.table = RecordTable(_COLUMNS, lambda: among, nouns=nouns)
        self.table.set_checkable()
        self.table.set_words(no_match="Nada coincide", note="Espacio pone y quita la marca")
        self.table.checked.connect(self._on_checked)
        self.table.opened.connect(self.table.toggle)
        self.table.filters_cleared.connect(self.filter.clear)
        self.filter.left_down.connect(self.table.view.setFocus)
        self.body.addWidget(self.filter)
        self.body.addWidget(self.table, 1)
        self.table.refresh()
        self.table.set_checked(list(checked))
        tab_through([self.filter, self.table.view])
        self.filter.setFocus()

    def accept(self) -> None:
        self.picked.emit(self.table.checked_ids())
        super().accept()

    def _on_typed(self, words: str) -> None:
        self.table.set_filter(words)

    def _on_checked(self, ids: list[int]) -> None:
        self.main.setText(f"Elegir {counted(len(ids), *self._nouns)}" if ids else "Elegir")
        self.main.set_reason("" if ids else "Ponga la marca a quienes quiere")
        self.main.updateGeometry()
