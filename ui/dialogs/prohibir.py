"""Forbids a pair: in one asignatura or in all, with its reason."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.errors import InvalidValue
from app.services.propuesta import Pareja, forbid
from ui import messages
from ui.context import Context
from ui.theme import u
from ui.widgets.choices import CheckBox
from ui.widgets.dialog import Dialog
from ui.widgets.labels import Label
from ui.widgets.line_edit import LineEdit
from ui.widgets.strip import Problem


class ProhibirDialog(Dialog):
    """The reason stays in the acta; `forbidden()` tells that it was stored."""

    forbidden = Signal()

    def __init__(self, ctx: Context, pareja: Pareja, parent: QWidget | None) -> None:
        super().__init__(
            "Prohibir este par", parent, size="small", action="Prohibir", icon_name="ban",
            help_topic="asignacion",
        )  # fmt: skip
        self.ctx, self.pareja = ctx, pareja
        need, guia = pareja.need, pareja.guia
        self.body.addWidget(
            Label(f"{guia.nombre} no acompañará a {need.nombre}.", "body", wrap=True)
        )
        self.body.addWidget(Label("Motivo", "caption", "text2", strong=True))
        self.reason = LineEdit(name="Motivo")
        self.reason.setMaxLength(200)
        self.body.addWidget(self.reason)
        self.problem = Problem()
        self.body.addWidget(self.problem)
        self.everywhere = CheckBox("En cualquier asignatura")
        self.everywhere.set_caption(f"Sin marcar, solo en {need.nombre_asignatura}")
        self.body.addWidget(self.everywhere)
        self.body.addSpacing(u(1))
        self.reason.setFocus()

    def accept(self) -> None:
        need, guia = self.pareja.need, self.pareja.guia
        subject = None if self.everywhere.isChecked() else need.asignatura
        try:
            forbid(self.ctx.store, need.alumno, subject, guia.alumno, self.reason.text())
        except InvalidValue as wrong:
            self.problem.say(f"{wrong}.")
            self.reason.set_problem("alto")
            self.reason.setFocus()
            return
        super().accept()
        messages.toast(
            f"{guia.corto} no acompañará a {need.corto}.", "Deshacer", self.ctx.undo
        )  # fmt: skip
        self.forbidden.emit()
