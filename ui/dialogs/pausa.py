"""Puts off an alerta until a day, or silences it, with the reason."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from PySide6.QtWidgets import QWidget

from app import domain
from app.domain.alerta import NOMBRES
from app.fields import fields_of
from app.services import pausas
from app.services.pausas import Clave
from app.text import counted, long_date
from ui import messages
from ui.context import Context
from ui.forms.form import Form, FormDialog
from ui.widgets.labels import Label

_FIELDS = fields_of(domain.Pausa)
_WEEK = timedelta(days=7)


class PausaDialog(FormDialog):
    """A week unless another day is typed; without day when it is to be silenced."""

    def __init__(
        self,
        ctx: Context,
        tipo: str,
        claves: Sequence[Clave],
        parent: QWidget | None,
        *,
        silenciar: bool = False,
    ) -> None:
        self.ctx, self.tipo, self.claves = ctx, tipo, list(claves)
        keys = ("motivo",) if silenciar else ("hasta", "motivo")
        first = {"hasta": ctx.store.clock().date() + _WEEK, "motivo": ""}
        form = Form({key: _FIELDS[key] for key in keys}, {key: first[key] for key in keys})
        title = "Silenciar" if silenciar else "Posponer"
        super().__init__(title, form, self._save, parent, action=title, size="small")
        self.body.insertWidget(0, Label(self._about(silenciar), "body", "text2", wrap=True))

    def _about(self, silenciar: bool) -> str:
        what = NOMBRES[self.tipo]
        if self.claves != [(None, None)]:
            what += f", {counted(len(self.claves), 'caso', 'casos')}"
        then = (
            "No se vuelve a avisar hasta que usted lo pida"
            if silenciar
            else "Se vuelve a avisar ese día"
        )
        return f"{what}. {then}; mientras, queda en «Pospuestas»."

    def _save(self, values: dict[str, Any]) -> None:
        day = values.get("hasta")
        if "hasta" in values and day is None:
            day = self.ctx.store.clock().date() + _WEEK
        if self.ctx.do(
            pausas.pausar, self.ctx.store, self.tipo, self.claves, day, values["motivo"]
        ):
            words = f"Pospuesto hasta el {long_date(day)}." if day else "Silenciado."
            messages.toast(words, "Deshacer", self.ctx.undo)
