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
_KEYS = ("dia", "inicio", "fin", "lugar")


class FranjaDialog(FormDialog):
    """A clash is said beside the hour and nothing is stored."""

    def __init__(self, ctx: Context, intervencion: int, parent: QWidget | None) -> None:
        self.ctx, self.intervencion = ctx, intervencion
        form = Form(
            {key: _FIELDS[key] for key in _KEYS},
            rows=(("dia", "inicio", "fin"), ("lugar",)),
        )
        offer(form, "lugar", lugares(ctx.store))
        super().__init__(
            "Agregar hora", form, self._save_all_values, parent, action="Agregar", size="small"
        )
        about = planes.subject(ctx.store, intervencion)
        self.body.insertWidget(0, Label(about, "body", "text2", wrap=True))

    def _save_all_values(self, values: dict[str, Any]) -> None:
        typed = {key: _FIELDS[key].show(value) for key, value in values.items()}
        franjas.add(self.ctx.store, self.intervencion, typed)
