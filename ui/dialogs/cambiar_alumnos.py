"""Small dialogs that change one datum of one or many alumnos: level, grupo, state; and a reason."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from app import domain
from app.domain.alumno import ESTADOS_ALUMNO
from app.domain.riesgo import NIVELES
from app.errors import InvalidValue
from app.fields import fields_of
from app.services import alumnos
from app.store import Store
from ui import messages
from ui.context import Context
from ui.theme import u
from ui.widgets.choices import Radio
from ui.widgets.dialog import Dialog
from ui.widgets.labels import Label
from ui.widgets.line_edit import LineEdit
from ui.widgets.pick_field import PickField
from ui.widgets.strip import Problem


class ReasonDialog(Dialog):
    """A question that needs a reason in writing; `run(reason)` may raise InvalidValue."""

    def __init__(
        self,
        title: str,
        note: str,
        action: str,
        run: Callable[[str], object],
        parent: QWidget | None,
        *,
        hint: str = "",
    ) -> None:
        super().__init__(title, parent, size="small", action=action)
        self._run = run
        self.title.setWordWrap(True)
        if note:
            self.body.addWidget(Label(note, "body", "text2", wrap=True))
        self.body.addWidget(Label("Motivo", "caption", "text2", strong=True))
        self.reason = LineEdit(name="Motivo")
        self.reason.setPlaceholderText(hint)
        self.body.addWidget(self.reason)
        self.problem = Problem()
        self.body.addWidget(self.problem)
        self.body.addSpacing(u(2))
        self.reason.setFocus()

    def accept(self) -> None:
        try:
            self._run(self.reason.text())
        except InvalidValue as wrong:
            self.problem.say(str(wrong))
            self.reason.set_problem("alto")
            self.reason.setFocus()
            return
        super().accept()


class NivelDialog(Dialog):
    """The level of riesgo by hand, with its reason, or back to the computed one (DOMAIN D.3)."""

    def __init__(self, ctx: Context, ids: Sequence[int], parent: QWidget | None) -> None:
        who = alumnos.who(ctx.store, ids)
        super().__init__(f"Nivel de riesgo de {who}", parent, size="small", action="Cambiar nivel")
        self.ctx, self._ids = ctx, list(ids)
        first = ctx.store.alumnos.get(ids[0])
        self.choices = {"": Radio("El que dan las calificaciones", not first.nivel_fijado)}
        for key, words in NIVELES.items():
            if key != "sin_datos":
                self.choices[key] = Radio(words, first.nivel_fijado == key)
        for one in self.choices.values():
            one.toggled.connect(self._show_reason)
            self.body.addWidget(one)
        self.body.addSpacing(u(1))
        self.label = Label("Motivo del cambio", "caption", "text2", strong=True)
        self.reason = LineEdit(first.motivo_nivel, name="Motivo del cambio")
        self.problem = Problem()
        for widget in (self.label, self.reason, self.problem):
            self.body.addWidget(widget)
        self.body.addSpacing(u(2))
        self._show_reason()
        self.choices[first.nivel_fijado if first.nivel_fijado in self.choices else ""].setFocus()

    @property
    def nivel(self) -> str:
        """The chosen level; empty for the computed one."""
        return next((key for key, one in self.choices.items() if one.isChecked()), "")

    def _show_reason(self, *_on: bool) -> None:
        by_hand = bool(self.nivel)
        self.reason.setEnabled(by_hand)
        self.label.setEnabled(by_hand)

    def accept(self) -> None:
        try:
            self.ctx.do(
                alumnos.set_nivel, self.ctx.store, self._ids, self.nivel, self.reason.text()
            )  # fmt: skip
        except InvalidValue as wrong:
            self.problem.say(str(wrong))
            self.reason.set_problem("alto")
            self.reason.setFocus()
            return
        super().accept()


class GrupoDialog(Dialog):
    """Another grupo of the current periodo for one or many."""

    def __init__(self, ctx: Context, ids: Sequence[int], parent: QWidget | None) -> None:
        who = alumnos.who(ctx.store, ids)
        super().__init__(f"Cambiar de grupo a {who}", parent, size="small", action="Cambiar grupo")
        self.ctx, self._ids = ctx, list(ids)
        self.body.addWidget(Label("Grupo", "caption", "text2", strong=True))
        self.grupo = PickField(grupo_options(ctx.store), name="Grupo", hint="3.º B")
        self.body.addWidget(self.grupo)
        self.problem = Problem()
        self.body.addWidget(self.problem)
        note = "Un grupo nuevo se crea al capturar o importar a un alumno en él."
        self.body.addWidget(Label(note, "caption", "text2", wrap=True))
        self.body.addSpacing(u(2))
        self.grupo.setFocus()

    def accept(self) -> None:
        key = self.grupo.key
        if not isinstance(key, int):
            self.problem.say("Elija un grupo de la lista.")
            self.grupo.setFocus()
            return
        self.ctx.do(alumnos.move_to_grupo, self.ctx.store, self._ids, key)
        where = self.ctx.store.grupos.get(key).etiqueta
        who = alumnos.who(self.ctx.store, self._ids)
        messages.toast(f"{who}: ahora en {where}.", "Deshacer", self.ctx.undo)
        super().accept()


class EstadoDialog(Dialog):
    """Another state for one or many."""

    def __init__(self, ctx: Context, ids: Sequence[int], parent: QWidget | None) -> None:
        who = alumnos.who(ctx.store, ids)
        title = f"Cambiar el estado de {who}"
        super().__init__(title, parent, size="small", action="Cambiar estado")
        self.ctx, self._ids = ctx, list(ids)
        now = {one.estado for one in ctx.store.alumnos.where(id=self._ids)}
        only = now.pop() if len(now) == 1 else "activo"
        self.choices = {key: Radio(words, key == only) for key, words in ESTADOS_ALUMNO.items()}
        for one in self.choices.values():
            self.body.addWidget(one)
        note = "Quien no está activo deja de aparecer entre los que necesitan alumno tutor."
        self.body.addWidget(Label(note, "caption", "text2", wrap=True))
        self.body.addSpacing(u(2))
        self.choices[only if only in self.choices else "activo"].setFocus()

    def accept(self) -> None:
        estado = next((key for key, one in self.choices.items() if one.isChecked()), "activo")
        self.ctx.do(alumnos.change_estado, self.ctx.store, self._ids, estado)
        who = alumnos.who(self.ctx.store, self._ids)
        words = f"{who}: {ESTADOS_ALUMNO[estado].lower()}."
        messages.toast(words, "Deshacer", self.ctx.undo)
        super().accept()


def grupo_options(store: Store) -> list[tuple[object, str]]:
    """The grupos of the current periodo in words, in order."""
    show = fields_of(domain.Grupo)["turno"].show
    grupos = store.grupos.where(periodo=store.plantel.only().periodo)
    options: list[tuple[object, str]] = [
        (
            grupo.id,
            " · ".join(
                part
                for part in (grupo.etiqueta, show(grupo.turno).lower(), grupo.especialidad)
                if part
            ),
        )
        for grupo in grupos
    ]
    return sorted(options, key=lambda pair: pair[1])
