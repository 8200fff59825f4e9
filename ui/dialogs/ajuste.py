"""Notes an adjustment of a plan or an incident: day, reason and what changes."""

from typing import Any

from PySide6.QtWidgets import QWidget

from app import domain
from app.fields import fields_of
from app.services import planes
from ui import messages
from ui.context import Context
from ui.forms.form import Form, FormDialog
from ui.widgets.labels import Label

_FIELDS = fields_of(domain.Ajuste)
_TITLES = {
    "ajuste": ("Ajustar el plan", "Por qué se ajusta", "Qué cambia", "Se anotó el ajuste."),
    "incidente": ("Anotar incidente", "Qué pasó", "Qué se hizo", "Se anotó el incidente."),
}


class AjusteDialog(FormDialog):
    """The day is today unless another is typed."""

    def __init__(self, ctx: Context, intervencion: int, tipo: str, parent: QWidget | None) -> None:
        self.ctx, self.intervencion, self.tipo = ctx, intervencion, tipo
        title, why, what, self.said = _TITLES[tipo]
        form = Form(
            {key: _FIELDS[key] for key in ("fecha", "motivo", "cambio")},
            {"fecha": ctx.store.clock().date(), "motivo": "", "cambio": ""},
            labels={"motivo": why, "cambio": what},
        )
        super().__init__(title, form, self._save_all_values, parent, action="Anotar", size="small")
        about = planes.subject(ctx.store, intervencion)
        self.body.insertWidget(0, Label(about, "body", "text2", wrap=True))

    def _save_all_values(self, values: dict[str, Any]) -> None:
        typed = {key: _FIELDS[key].show(value) for key, value in values.items()}
        planes.add_ajuste(self.ctx.store, self.intervencion, {**typed, "tipo": self.tipo})
        messages.toast(self.said, "Deshacer", self.ctx.undo)
