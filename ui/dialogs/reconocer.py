"""Notes an achievement of somebody, tutorado or alumno tutor."""

from typing import Any

from PySide6.QtWidgets import QWidget

from app import domain
from app.fields import fields_of
from app.services import reconocimientos
from ui import messages
from ui.context import Context
from ui.forms.form import Form, FormDialog
from ui.widgets.labels import Label

_FIELDS = fields_of(domain.Logro)
_KEYS = ("fecha", "texto")


class ReconocerDialog(FormDialog):
    """The day is today unless another is typed; `texto` is what is proposed."""

    def __init__(
        self,
        ctx: Context,
        alumno: int,
        parent: QWidget | None,
        *,
        intervencion: int | None = None,
        texto: str = "",
    ) -> None:
        self.ctx, self.alumno, self.intervencion = ctx, alumno, intervencion
        form = Form(
            {key: _FIELDS[key] for key in _KEYS},
            {"fecha": ctx.store.clock().date(), "texto": texto},
            labels={"texto": "Qué se reconoce"},
        )
        name = ctx.store.alumnos.get(alumno).nombre_corto
        super().__init__(
            f"Reconocer un logro de {name}", form, self._save, parent, action="Reconocer",
            size="small",
        )  # fmt: skip
        note = "Queda con su fecha en el Resumen. Dígaselo también: cuenta más que el registro."
        self.body.insertWidget(1, Label(note, "caption", "text2", wrap=True))

    def _save(self, values: dict[str, Any]) -> None:
        typed = {key: _FIELDS[key].typed(value) for key, value in values.items()}
        made = self.ctx.do(
            reconocimientos.reconocer, self.ctx.store, self.alumno, typed, self.intervencion
        )
        if made is not None:
            messages.toast("Se reconoció el logro.", "Deshacer", self.ctx.undo)
