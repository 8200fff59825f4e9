"""Adds a tutorado to an open intervención, which becomes a small group."""

from PySide6.QtWidgets import QWidget

from app.errors import InvalidValue
from app.services import asignacion, planes
from app.store.queries.planes import para_sumar
from ui import messages
from ui.context import Context
from ui.theme import u
from ui.widgets.dialog import Dialog
from ui.widgets.labels import Label
from ui.widgets.line_edit import LineEdit
from ui.widgets.pick_field import PickField
from ui.widgets.strip import Problem


class SumarTutoradoDialog(Dialog):
    """Offers those who owe the asignatura and have nobody; what forbids it is said beside."""

    def __init__(self, ctx: Context, intervencion: int, parent: QWidget | None) -> None:
        super().__init__("Sumar al grupo", parent, size="small", action="Sumar")
        self.ctx, self.intervencion = ctx, intervencion
        store = ctx.store
        self.body.addWidget(Label(planes.subject(store, intervencion), "body", "text2", wrap=True))
        options = para_sumar(store, intervencion)
        self.body.addWidget(Label("Quién se suma", "caption", "text2", strong=True))
        self.who = PickField(options, name="Quién se suma", hint="Nombre o número de control")
        self.body.addWidget(self.who)
        if not options:
            words = "Nadie más debe esta asignatura sin alumno tutor."
            self.body.addWidget(Label(words, "caption", "text2", wrap=True))
            self.main.set_reason(words)
        self.body.addWidget(Label("Motivo (si algo no se cumple)", "caption", "text2", strong=True))
        self.reason = LineEdit(name="Motivo")
        self.body.addWidget(self.reason)
        self.problem = Problem()
        self.body.addWidget(self.problem)
        self.body.addSpacing(u(2))
        self.who.setFocus()

    def accept(self) -> None:
        alumno = self.who.key
        if not isinstance(alumno, int):
            self.problem.say("Elija a alguien de la lista.")
            self.who.setFocus()
            return
        store = self.ctx.store
        before = store.tutorados.count(intervencion=self.intervencion)
        try:
            self.ctx.do(asignacion.join, store, self.intervencion, alumno, self.reason.text())
        except InvalidValue as wrong:
            self.problem.say(str(wrong))
            self.reason.setFocus()
            return
        if store.tutorados.count(intervencion=self.intervencion) > before:
            name = store.alumnos.get(alumno).nombre_corto
            messages.toast(f"{name} se sumó al grupo.", "Deshacer", self.ctx.undo)
            super().accept()
