"""A print run in a dialog of its own: blank forms and single papers, with Imprimir and Guardar."""

from PySide6.QtWidgets import QWidget

from app.services.printing import Tirada
from ui.context import Context
from ui.paper_pane import PaperPane
from ui.widgets.buttons import Button
from ui.widgets.dialog import Dialog
from ui.widgets.empty_state import EmptyState


class HojaDialog(Dialog):
    """Shows the pages; the filled button prints them."""

    def __init__(self, ctx: Context, title: str, run: Tirada, parent: QWidget | None) -> None:
        super().__init__(
            title, parent, size="full", action="Imprimir", icon_name="printer", cancel="Cerrar"
        )
        self.pane = PaperPane(ctx, EmptyState("file", "Preparando la página"))
        self.body.addWidget(self.pane, 1)
        save = Button("Guardar PDF", "outlined", "download")
        save.clicked.connect(self._save)
        self.add_secondary(save)
        self.pane.show_run(run, [title])

    def accept(self) -> None:
        """Prints and stays open: one may want another copy."""
        self.pane.print_now(self, self.windowTitle())

    def done(self, result: int) -> None:
        """Leaves what is still being drawn: it would arrive to a dialog that is gone."""
        self.pane.show_run(None, [])
        super().done(result)

    def _save(self) -> None:
        self.pane.save_now(self, self.windowTitle())
