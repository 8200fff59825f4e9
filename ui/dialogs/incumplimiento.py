"""Notes a duty that somebody of an intervención did not fulfil, and what was done about it."""

from typing import Any

from PySide6.QtWidgets import QWidget

from app import domain
from app.errors import InvalidValue
from app.fields import fields_of
from app.services import incumplimientos, planes
from ui import messages
from ui.context import Context
from ui.forms.form import Form, FormDialog
from ui.widgets.labels import Label

_FIELDS = fields_of(domain.Incumplimiento)
_ROWS = (("alumno",), ("fecha", "tipo"), ("detalle",), ("medida",))


class IncumplimientoDialog(FormDialog):
    """The day is today unless another is typed."""

    def __init__(self, ctx: Context, intervencion: int, parent: QWidget | None) -> None:
        self.ctx, self.intervencion = ctx, intervencion
        people = incumplimientos.people(ctx.store, intervencion)
        first = people[0][0] if people else None
        form = Form(
            {key: _FIELDS[key] for row in _ROWS for key in row},
            {
                "alumno": first, "fecha": ctx.store.clock().date(), "tipo": "faltas",
                "detalle": "", "medida": "",
            },
            rows=_ROWS, references={"alumno": lambda: people}, labels={"alumno": "Quién"},
        )  # fmt: skip
        super().__init__(
            "Anotar incumplimiento", form, self._note, parent, action="Anotar", size="small"
        )
        about = planes.subject(ctx.store, intervencion)
        self.body.insertWidget(0, Label(about, "body", "text2", wrap=True))

    def _note(self, values: dict[str, Any]) -> None:
        typed = {key: _FIELDS[key].typed(value) for key, value in values.items() if key != "alumno"}
        if values["alumno"] is None:
            raise InvalidValue("alumno", "Quién: elija a alguien de la lista")
        incumplimientos.add(self.ctx.store, self.intervencion, values["alumno"], typed)
        words = incumplimientos.warning(self.ctx.store, self.intervencion)
        messages.toast(f"Se anotó. {words}".strip(), "Deshacer", self.ctx.undo)
