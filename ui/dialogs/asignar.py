"""Assigns an alumno tutor by hand to a tutorado in an asignatura, or changes the one there is."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.riesgo import NIVELES
from app.store.queries.alumno import adeudos_de, riesgo_de
from app.text import counted
from ui.context import Context
from ui.dialogs.asignar_panel import AssignmentPanel
from ui.theme import u
from ui.widgets.dialog import Dialog
from ui.widgets.labels import Label
from ui.widgets.marks import LevelBadge


class AsignarDialog(Dialog):
    """The panel in a dialog; Enter assigns, Esc leaves everything as it was."""

    def __init__(
        self,
        ctx: Context,
        alumno: int,
        asignatura: int,
        parent: QWidget | None,
        *,
        intervencion: int = 0,
    ) -> None:
        who = ctx.store.alumnos.get(alumno).nombre_corto
        subject = ctx.store.asignaturas.get(asignatura).nombre
        what = "Cambiar la asesoría" if intervencion else "Alumno tutor"
        title = f"{what} de {who} en {subject}"
        super().__init__(title, parent, size="large", action="Asignar", help_topic="tutorados")
        self.body.addLayout(self._need_line(ctx, alumno, asignatura))
        self.panel = AssignmentPanel(ctx)
        self.panel.chosen.connect(self._on_chosen)
        self.panel.confirmed.connect(self.accept)
        self.panel.left.connect(self.reject)
        self.body.addWidget(self.panel, 1)
        self.body.addSpacing(u(1))
        self.panel.show_need(alumno, asignatura, intervencion)
        self.panel.focus_list()

    def _need_line(self, ctx: Context, alumno: int, asignatura: int) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(u(2))
        record = ctx.store.alumnos.get(alumno)
        level = record.nivel_fijado or _level(ctx, alumno)
        row.addWidget(LevelBadge(level, bool(record.nivel_fijado), record.motivo_nivel))
        row.addWidget(Label(_need_words(ctx, alumno, asignatura), "body", "text2"))
        row.addStretch(1)
        return row

    def _on_chosen(self) -> None:
        self.main.setText(self.panel.button_words())
        self.main.set_reason(self.panel.why_not())
        self.main.updateGeometry()

    def accept(self) -> None:
        if self.panel.assign():
            super().accept()


def _level(ctx: Context, alumno: int) -> str:
    found = riesgo_de(ctx.store, alumno)
    return found.nivel if found else next(reversed(NIVELES))


def _need_words(ctx: Context, alumno: int, asignatura: int) -> str:
    need = next((a for a in adeudos_de(ctx.store, alumno) if a.asignatura == asignatura), None)
    if need is None:
        return "No debe esta asignatura"
    days = (ctx.store.clock().date() - need.desde).days
    times = "la reprobó una vez" if need.veces == 1 else f"la reprobó {need.veces} veces"
    wait = f"espera desde hace {counted(days, 'día', 'días')}" if days > 0 else "desde hoy"
    return f"{times.capitalize()} · {wait}"
