"""Notes the day on which a carta compromiso was signed, of tutorados or of an alumno tutor."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from app import domain
from app.fields import fields_of
from app.services import alumnos, expedientes, planes
from app.text import counted
from ui import messages
from ui.context import Context
from ui.forms.form import Form, FormDialog
from ui.widgets.labels import Label

_FIELD = {"carta": fields_of(domain.Tutorado)["carta"]}


class FirmaDialog(FormDialog):
    """The day is today unless another is typed; it counts for the open intervenciones."""

    def __init__(self, ctx: Context, ids: Sequence[int], parent: QWidget | None) -> None:
        self.ctx, self.ids = ctx, list(ids)
        today = ctx.store.clock().date()
        form = Form(_FIELD, {"carta": today}, labels={"carta": "Fecha de la firma"})
        waiting = len(expedientes.unsigned(ctx.store, self.ids))
        super().__init__(
            "Carta compromiso firmada", form, self._sign, parent, action="Anotar la firma",
            size="small",
        )  # fmt: skip
        who = alumnos.who(ctx.store, self.ids)
        left = counted(waiting, "carta por firmar", "cartas por firmar")
        self.body.insertWidget(0, Label(f"{who}: {left}.", "body", "text2", wrap=True))

    def _sign(self, values: dict[str, Any]) -> None:
        day = values["carta"] or self.ctx.store.clock().date()
        signed = self.ctx.do(expedientes.sign, self.ctx.store, self.ids, day)
        if signed:
            words = counted(signed, "carta firmada", "cartas firmadas")
            messages.toast(f"{words}.", "Deshacer", self.ctx.undo)


class FirmaAlumnoTutorDialog(FormDialog):
    """The letter of the alumno tutor, for the chosen intervenciones."""

    def __init__(self, ctx: Context, ids: Sequence[int], parent: QWidget | None) -> None:
        self.ctx, self.ids = ctx, list(ids)
        today = ctx.store.clock().date()
        form = Form(_FIELD, {"carta": today}, labels={"carta": "Fecha de la firma"})
        super().__init__(
            "Carta del alumno tutor firmada", form, self._sign, parent, action="Anotar la firma",
            size="small",
        )  # fmt: skip
        about = planes.subject(ctx.store, self.ids[0])
        if len(self.ids) > 1:
            about = counted(len(self.ids), "intervención", "intervenciones")
        self.body.insertWidget(0, Label(about, "body", "text2", wrap=True))

    def _sign(self, values: dict[str, Any]) -> None:
        day = values["carta"] or self.ctx.store.clock().date()
        signed = self.ctx.do(expedientes.sign_as_alumno_tutor, self.ctx.store, self.ids, day)
        if signed:
            messages.toast("Se anotó la firma del alumno tutor.", "Deshacer", self.ctx.undo)
