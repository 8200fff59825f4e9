"""The detail of one record alone in a window: what a double click in a list opens."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from ui.context import Context
from ui.widgets.dialog import Dialog


class DetalleDialog(Dialog):
    """`put` gives the detail and how it is shown again after each change.

    `show_again` answers whether the record is still there; when it is gone the window closes, as
    it does when something in it leads to another page.
    """

    def __init__(self, ctx: Context, title: str, parent: QWidget | None) -> None:
        super().__init__(title, parent, size="full", cancel="Cerrar")
        self.ctx = ctx
        self._show_again: Callable[[], bool] = bool

    def put(self, detail: QWidget, show_again: Callable[[], bool]) -> None:
        """Shows the detail for the first time."""
        self._show_again = show_again
        self.body.addWidget(detail, 1)
        self.ctx.changed.connect(self._refresh)
        self.ctx.asked.connect(self._leave)
        self._refresh()

    def _refresh(self, *_changes: object) -> None:
        if not self._show_again():
            self.reject()

    def _leave(self, place: str, _what: object) -> None:
        if place != "historial":
            self.reject()
