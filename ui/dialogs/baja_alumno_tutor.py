"""An alumno tutor leaves: says whom he or she accompanies and asks what becomes of them."""

from PySide6.QtWidgets import QWidget

from app.services import alumnos_tutores as services
from app.store.queries import alumnos_tutores as queries
from app.text import counted
from ui import messages
from ui.context import Context
from ui.theme import u
from ui.widgets.card import ScrollPane
from ui.widgets.choices import Radio
from ui.widgets.dialog import Dialog
from ui.widgets.labels import ElidedLabel, Label


class BajaDialog(Dialog):
    """Two ways: free the tutorados for another alumno tutor, or leave everything as it is."""

    def __init__(self, ctx: Context, ids: list[int], parent: QWidget | None) -> None:
        who = services.who(ctx.store, ids)
        super().__init__(f"Ya no participa: {who}", parent, size="small", action="Ya no participa")
        self.ctx, self.ids = ctx, ids
        people = [
            one for id in ids for one in queries.acompanados(ctx.store, id) if one.abierta
        ]  # fmt: skip
        verb = "Acompaña" if len(ids) == 1 else "Acompañan"
        count = counted(len({one.alumno for one in people}), "tutorado", "tutorados")
        self.body.addWidget(Label(f"{verb} a {count}:", strong=True))
        names = ScrollPane()
        names.body.setSpacing(u(0.5))
        for one in people:
            names.body.addWidget(ElidedLabel(f"{one.nombre} · {one.nombre_asignatura}"))
        names.setFixedHeight(min(u(30), u(6) * len(people) + u(2)))
        self.body.addWidget(names)
        self.body.addSpacing(u(1))
        self.free = Radio(
            "Dejarlos libres para otro alumno tutor",
            True,
            caption="Sus intervenciones se cancelan; lo registrado se conserva.",
        )
        self.keep = Radio(
            "Dejar sus intervenciones como están",
            caption="Siguen abiertas a su nombre hasta que usted las cambie.",
        )
        self.body.addWidget(self.free)
        self.body.addWidget(self.keep)
        self.body.addSpacing(u(2))

    def accept(self) -> None:
        done = self.ctx.do(
            services.change_state, self.ctx.store, self.ids, "baja",
            cancel_open=self.free.isChecked(),
        )  # fmt: skip
        if done is None:
            return
        words = f"Ya no participa: {services.who(self.ctx.store, self.ids)}."
        if done.canceladas:
            words += f" {counted(done.canceladas, 'intervención quedó libre', 'quedaron libres')}."
        super().accept()
        messages.toast(words, "Deshacer", self.ctx.undo)
