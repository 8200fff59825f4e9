"""Captures an alumno by hand, with a grupo that exists or a new one."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app import domain
from app.errors import InvalidValue
from app.fields import Field, fields_of
from app.services import alumnos
from ui import messages
from ui.context import Context
from ui.dialogs.cambiar_alumnos import grupo_options
from ui.forms.form import Form
from ui.theme import u
from ui.widgets.buttons import Button
from ui.widgets.dialog import Dialog
from ui.widgets.labels import Label
from ui.widgets.pick_field import PickField

_ALUMNO = fields_of(domain.Alumno)
_GRUPO = fields_of(domain.Grupo)
_ROWS = (
    ("matricula", "nombres"),
    ("apellido_paterno", "apellido_materno"),
    ("curp", "telefono"),
)
_GRUPO_ROWS = (("semestre", "nombre", "turno"), ("especialidad",))


class NuevoAlumno(Dialog):
    """`made(id)` tells the new alumno. With «Agregar otro» the dialog stays for the next one."""

    made = Signal(object)

    def __init__(self, ctx: Context, parent: QWidget | None) -> None:
        super().__init__("Nuevo alumno", parent, size="medium", action="Agregar alumno")
        self.ctx = ctx
        declared: dict[str, Field] = {key: _ALUMNO[key] for row in _ROWS for key in row}
        self.form = Form(declared, rows=_ROWS)
        self.body.addWidget(self.form)
        self.body.addSpacing(u(1))
        self.body.addWidget(Label("Grupo", "caption", "text2", strong=True))
        options = grupo_options(ctx.store)
        new: tuple[object, str] = ("nuevo", "Otro grupo, nuevo…")
        self.grupo = PickField([*options, new], name="Grupo", hint="Elija o escriba: 3.º B")
        self.grupo.picked.connect(self._show_new)
        self.body.addWidget(self.grupo)
        self.new_grupo = Form(
            {key: _GRUPO[key] for row in _GRUPO_ROWS for key in row}, rows=_GRUPO_ROWS,
            labels={"nombre": "Grupo (letra o clave)"},
        )  # fmt: skip
        self.new_grupo.setVisible(not options)
        if not options:
            self.grupo.set_key("nuevo")
        self.body.addWidget(self.new_grupo)
        self.body.addSpacing(u(2))
        another = Button("Agregar y seguir con otro")
        another.clicked.connect(self._add_and_stay)
        self.add_secondary(another)
        editor: Any = self.form.editor("matricula")
        editor.setFocus()

    def _show_new(self, key: object) -> None:
        self.new_grupo.setVisible(key == "nuevo")
        self.adjustSize()

    def accept(self) -> None:
        if self._add() is not None:
            super().accept()

    def _add_and_stay(self) -> None:
        alumno = self._add()
        if alumno is None:
            return
        self.note.setText(f"Se agregó a {alumno.nombre_corto}")
        self.form.set_values({key: one.field.kind.empty for key, one in self.form.fields.items()},
                             record=alumno.id)  # fmt: skip
        self.form.editor("matricula").setFocus()

    def _add(self) -> domain.Alumno | None:
        values = self.form.read()
        grupo = self._typed_grupo()
        if values is None or grupo is None:
            return None
        typed = {key: _ALUMNO[key].show(value) for key, value in values.items()}
        try:
            alumno = self.ctx.do(alumnos.new_alumno, self.ctx.store, typed, grupo)
        except InvalidValue as wrong:
            where = self.form if wrong.key in self.form.fields else self.new_grupo
            where.show_problem(wrong.key, str(wrong))
            return None
        if alumno is not None:
            messages.toast(f"Se agregó a {alumno.nombre_corto}.", "Deshacer", self.ctx.undo)
            self.made.emit(alumno.id)
        return alumno

    def _typed_grupo(self) -> dict[str, str] | None:
        """The grupo in words for the service; empty when there is none, None when it is wrong."""
        if self.grupo.key == "nuevo":
            values = self.new_grupo.read()
            if values is None:
                return None
            if values["semestre"] is None:
                self.new_grupo.show_problem("semestre", "Semestre: falta para crear el grupo")
                self.new_grupo.editor("semestre").setFocus()
                return None
            return {key: _GRUPO[key].show(value) for key, value in values.items()}
        if isinstance(self.grupo.key, int):
            grupo = self.ctx.store.grupos.get(self.grupo.key)
            keys = ("semestre", "nombre", "turno", "especialidad")
            return {key: _GRUPO[key].show(getattr(grupo, key)) for key in keys}
        return {}
