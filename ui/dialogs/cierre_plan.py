"""Ends an intervención: concluded with its report, or cancelled with its cause and its reason."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from app import domain
from app.errors import InvalidValue
from app.fields import fields_of
from app.services import estados, planes
from app.store import Store
from app.text import counted, joined
from ui import messages
from ui.context import Context
from ui.forms.form import Form
from ui.theme import u
from ui.widgets.buttons import Button
from ui.widgets.dialog import Dialog
from ui.widgets.labels import Label
from ui.widgets.strip import Strip

_FIELDS = fields_of(domain.Intervencion)


def _about(store: Store, ids: Sequence[int]) -> str:
    if len(ids) == 1:
        return planes.subject(store, ids[0])
    return counted(len(ids), "intervención", "intervenciones")


class _EndDialog(Dialog):
    """What both ends share: whose it is, a form, and a step for all the chosen ones."""

    STATE, VERB, SAID = "", "", ""

    def __init__(self, ctx: Context, ids: Sequence[int], parent: QWidget | None) -> None:
        self.ctx, self.ids = ctx, list(ids)
        self.subject = _about(ctx.store, self.ids)
        noun = "la intervención" if len(ids) == 1 else f"{len(ids):,} intervenciones"
        super().__init__(f"{self.VERB} {noun}", parent, size="small", action=self.VERB)
        left = ctx.store.sesiones.count(intervencion=self.ids, estado="planeada")
        cancelled = counted(left, "sesión por dar se cancela", "sesiones por dar se cancelan")
        words = f"{self.subject}. {cancelled}." if left else f"{self.subject}."
        self.body.addWidget(Label(words, "body", "text2", wrap=True))
        self.form = self.make_form()
        self.body.addWidget(self.form)
        self.body.addSpacing(u(2))

    def make_form(self) -> Form:
        """The form of this end."""
        raise NotImplementedError

    def accept(self) -> None:
        values = self.form.read()
        if values is None:
            return
        try:
            if self.ctx.do(self._end, values) is None:
                return
        except InvalidValue as problem:
            self.form.show_problem(problem.key, str(problem))
            self.form.editor(problem.key).setFocus()
            return
        messages.toast(self.SAID.format(self.subject), "Deshacer", self.ctx.undo)
        super().accept()

    def _end(self, values: dict[str, Any]) -> bool:
        store, cause = self.ctx.store, values.get("causa", "")
        with store.operation(f"{self.VERB} {self.subject}"):
            for one in self.ids:
                estados.change_state(store, one, self.STATE, values["motivo"], cause)
        return True


class ConcluirDialog(_EndDialog):
    """Says what is still missing; without the report of the alumno tutor it asks why (M-74)."""

    STATE, VERB, SAID = "cerrada", "Concluir", "Se concluyó {}."

    def make_form(self) -> Form:
        store = self.ctx.store
        lacks = list(
            dict.fromkeys(w for id in self.ids for w in estados.needs(store, id, "cerrada"))
        )
        self.lacking = Strip("medio", f"Falta {joined(lacks)}" if lacks else "")
        self.lacking.setVisible(bool(lacks))
        self.body.addWidget(self.lacking)
        reports = estados.without_report(store, self.ids)
        if reports and len(self.ids) == 1:
            go = Button("Escribir el informe", "outlined", "file-text")
            go.clicked.connect(self._go_to_report)
            self.add_secondary(go)
        label = "Por qué se concluye sin el informe" if reports else "Cómo terminó (opcional)"
        return Form({"motivo": _FIELDS["motivo"]}, labels={"motivo": label})

    def _go_to_report(self) -> None:
        self.reject()
        self.ctx.show("planes", (self.ids[0], "resultados"))


class CancelarDialog(_EndDialog):
    """Cause and reason."""

    STATE, VERB, SAID = "cancelada", "Cancelar", "Se canceló {}."

    def __init__(self, ctx: Context, ids: Sequence[int], parent: QWidget | None) -> None:
        super().__init__(ctx, ids, parent)
        self.cancel.setText("No cancelar")

    def make_form(self) -> Form:
        return Form(
            {"causa": _FIELDS["causa"], "motivo": _FIELDS["motivo"]},
            labels={"causa": "Causa", "motivo": "Por qué se cancela"},
        )

    def _end(self, values: dict[str, Any]) -> bool:
        if not values["causa"]:
            raise InvalidValue("causa", "Causa: elija la que más se parezca")
        return super()._end(values)
