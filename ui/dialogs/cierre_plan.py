"""Ends an intervención: concluded with how it ended, or cancelled with its reason."""

from typing import Any

from PySide6.QtWidgets import QWidget

from app import domain
from app.fields import fields_of
from app.services import planes
from ui import messages
from ui.context import Context
from ui.forms.form import Form, FormDialog
from ui.widgets.labels import Label

_FIELDS = fields_of(domain.Intervencion)
_WORDS = {
    "cerrada": ("Concluir", "Cómo terminó (si quiere anotarlo)", "Se concluyó {}."),
    "cancelada": ("Cancelar", "Por qué se cancela", "Se canceló {}."),
}


class CierrePlanDialog(FormDialog):
    """One paragraph; a cancellation cannot do without it."""

    def __init__(
        self, ctx: Context, intervencion: int, estado: str, parent: QWidget | None
    ) -> None:
        self.ctx, self.intervencion, self.estado = ctx, intervencion, estado
        self.subject = planes.subject(ctx.store, intervencion)
        verb, label, self.said = _WORDS[estado]
        form = Form({"motivo": _FIELDS["motivo"]}, labels={"motivo": label})
        super().__init__(
            f"{verb} la intervención", form, self._close, parent, action=verb, size="small"
        )
        self.body.insertWidget(0, Label(self.subject, "body", "text2", wrap=True))
        if estado == "cancelada":
            self.cancel.setText("No cancelar")

    def _close(self, values: dict[str, Any]) -> None:
        planes.change_state(
            self.ctx.store, self.intervencion, self.estado, values["motivo"]
        )  # fmt: skip
        messages.toast(self.said.format(self.subject), "Deshacer", self.ctx.undo)
