"""Notes, corrects, cancels or moves one session."""

from typing import Any

from PySide6.QtWidgets import QWidget

from app import domain
from app.fields import fields_of
from app.services import planes, sesiones
from app.text import short_date
from ui import messages
from ui.context import Context
from ui.dialogs.offers import offer
from ui.forms.form import Form, FormDialog
from ui.widgets.labels import Label

_FIELDS = fields_of(domain.Sesion)
_ROWS = (("fecha", "inicio", "minutos", "estado"), ("tema",), ("observaciones",), ("motivo",))
_KEYS = tuple(key for row in _ROWS for key in row)
_LABELS = {"motivo": "Motivo, si se movió o canceló"}


class SesionDialog(FormDialog):
    """A new session is taken as held today; without hour it takes the usual one."""

    def __init__(
        self,
        ctx: Context,
        intervencion: int,
        sesion: domain.Sesion | None,
        parent: QWidget | None,
        *,
        estado: str = "",
    ) -> None:
        self.ctx, self.intervencion, self.sesion = ctx, intervencion, sesion
        today = ctx.store.clock().date()
        shown = sesion or domain.Sesion(fecha=today, estado="dada")
        values = {key: getattr(shown, key) for key in _KEYS}
        if estado:
            values["estado"] = estado
        form = Form({key: _FIELDS[key] for key in _KEYS}, values, rows=_ROWS, labels=_LABELS)
        offer(form, "tema", planes.topics(ctx.store, intervencion))
        super().__init__(
            "Corregir la sesión" if sesion else "Registrar sesión", form, self._save_all_values,
            parent,
            action="Guardar" if sesion else "Registrar",
        )  # fmt: skip
        about = planes.subject(ctx.store, intervencion)
        self.body.insertWidget(0, Label(about, "body", "text2", wrap=True))
        if sesion is None:
            self.note.setText("Sin hora vale la del cronograma.")

    def _save_all_values(self, values: dict[str, Any]) -> None:
        typed = {key: _FIELDS[key].show(value) for key, value in values.items()}
        if self.sesion is None:
            made = sesiones.add(self.ctx.store, self.intervencion, typed)
            day = short_date(made.fecha) if made.fecha else ""
            messages.toast(f"Se registró la sesión del {day}.", "Deshacer", self.ctx.undo)
        else:
            sesiones.change(self.ctx.store, self.sesion.id, typed)


class MoverSesionDialog(FormDialog):
    """The other day, perhaps another hour, and why (DOMAIN U-12)."""

    def __init__(self, ctx: Context, sesion: domain.Sesion, parent: QWidget | None) -> None:
        self.ctx, self.sesion = ctx, sesion
        form = Form(
            {key: _FIELDS[key] for key in ("fecha", "inicio", "motivo")},
            {"fecha": None, "inicio": sesion.inicio, "motivo": ""},
            rows=(("fecha", "inicio"), ("motivo",)),
            labels={"fecha": "Otro día", "motivo": "Por qué se mueve"},
        )
        day = short_date(sesion.fecha) if sesion.fecha else ""
        super().__init__(
            f"Mover la sesión del {day}", form, self._save_all_values, parent, action="Mover",
            size="small",
        )  # fmt: skip

    def _save_all_values(self, values: dict[str, Any]) -> None:
        typed = {key: _FIELDS[key].show(value) for key, value in values.items()}
        moved = sesiones.move(self.ctx.store, self.sesion.id, typed)
        day = short_date(moved.fecha) if moved.fecha else ""
        messages.toast(f"La sesión pasó al {day}.", "Deshacer", self.ctx.undo)
