"""Adds a weekly hour of attention to an intervención."""

from typing import Any

from PySide6.QtWidgets import QWidget

from app import domain
from app.fields import fields_of
from app.services import franjas, planes
from app.store.queries.asignacion import lugares
from ui.context import Context
from ui.dialogs.offers import offer
from ui.forms.form import Form, FormDialog
from ui.widgets.labels import Label

_FIELDS = fields_of(domain.Franja)
_WHY = fields_of(domain.Ajuste)["motivo"]
_KEYS = ("dia", "inicio", "fin", "lugar")
_ROWS = (("dia", "inicio", "fin"), ("lugar",))


class FranjaDialog(FormDialog):
    """A clash is said beside the hour and nothing is stored."""

    def __init__(self, ctx: Context, intervencion: int, parent: QWidget | None) -> None:
        self.ctx, self.intervencion = ctx, intervencion
        fields, rows = {key: _FIELDS[key] for key in _KEYS}, _ROWS
        if ctx.store.intervenciones.get(intervencion).estado in franjas.RUNNING:
            fields["motivo"], rows = _WHY, (*_ROWS, ("motivo",))
        form = Form(fields, rows=rows, labels={"motivo": "Por qué cambia el horario"})
        offer(form, "lugar", lugares(ctx.store))
        super().__init__(
            "Agregar hora", form, self._save_all_values, parent, action="Agregar", size="small"
        )
        about = planes.subject(ctx.store, intervencion)
        self.body.insertWidget(0, Label(about, "body", "text2", wrap=True))

    def _save_all_values(self, values: dict[str, Any]) -> None:
        motivo = values.pop("motivo", "")
        typed = {key: _FIELDS[key].typed(value) for key, value in values.items()}
        franjas.add(self.ctx.store, self.intervencion, typed, motivo)
