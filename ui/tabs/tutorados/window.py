"""The detail of one student alone, in a dialog over the window."""

from collections.abc import Callable

from PySide6.QtWidgets import QMenu, QWidget

from app.store.queries.tutorados import FilaTutorado
from ui.context import Context
from ui.tabs.tutorados.deeds import Deeds
from ui.tabs.tutorados.detail import Detail
from ui.widgets.dialog import Dialog

Find = Callable[[int], tuple[FilaTutorado, str] | None]
"""Gives the line of an alumno with the class of performance, while it is in the list."""


class DetailWindow(Dialog):
    """`find` is asked again after each change, so that it shows the student as he or she is."""

    def __init__(
        self, ctx: Context, deeds: Deeds, alumno: int, find: Find, parent: QWidget
    ) -> None:
        super().__init__("Detalle del alumno", parent, size="full", cancel="Cerrar")
        self._alumno, self._find = alumno, find
        self.detail = Detail(ctx, deeds, QMenu(self))
        self.detail.menu_button.hide()
        self.body.addWidget(self.detail, 1)
        ctx.changed.connect(self._refresh)
        ctx.asked.connect(self._leave)
        self._refresh()
        if self.detail.pages.tabs is not None:
            self.detail.pages.tabs.setFocus()

    def _refresh(self, *_changes: object) -> None:
        found = self._find(self._alumno)
        if found is None:
            self.reject()
        else:
            self.detail.show_row(*found)

    def _leave(self, place: str, _what: object) -> None:
        if place not in ("asignar", "historial"):
            self.reject()
