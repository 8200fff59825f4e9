"""How many tutorados one or many alumnos tutores may have."""

from PySide6.QtWidgets import QWidget

from app.domain.alumno_tutor import CAPACIDAD_MAXIMA
from app.services import alumnos_tutores as services
from ui import messages
from ui.context import Context
from ui.theme import u
from ui.widgets.chips import Segments
from ui.widgets.dialog import Dialog
from ui.widgets.labels import Label


class CapacidadDialog(Dialog):
    """The number of the plantel or an own one, up to the ceiling (DOMAIN U-19)."""

    def __init__(self, ctx: Context, ids: list[int], parent: QWidget | None) -> None:
        self.ctx, self.ids = ctx, ids
        self.who = services.who(ctx.store, ids)
        super().__init__(f"Capacidad de {self.who}", parent, size="small", action="Cambiar")
        default = ctx.store.settings.only().capacidad
        self.body.addWidget(Label("Tutorados que puede tener", "caption", "text2", strong=True))
        options = [("", f"Del plantel ({default})")]
        options += [(str(n), str(n)) for n in range(CAPACIDAD_MAXIMA + 1)]
        own = {services.perfil_of(ctx.store, id).capacidad for id in ids}
        first = own.pop() if len(own) == 1 else None
        self.segments = Segments(options, "" if first is None else str(first), name="Capacidad")
        if first is None:
            self.segments.set_key("")
            self.segments.button("").setChecked(True)
        self.body.addWidget(self.segments)
        self.body.addWidget(
            Label("Con 0 no recibe a nadie más.", "caption", "text2", wrap=True)
        )  # fmt: skip
        self.body.addSpacing(u(2))

    def accept(self) -> None:
        typed = {"capacidad": self.segments.key}
        self.ctx.do(services.change_perfil, self.ctx.store, self.ids, typed)
        super().accept()
        messages.toast(f"Cambió la capacidad de {self.who}.", "Deshacer", self.ctx.undo)
