"""What is done from this page with one or many alumnos; each deed says what it did."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.services import alumnos, asignacion
from app.services.planes import subject
from app.store.queries import alumno as queries
from app.text import counted
from ui import messages
from ui.actions import Action
from ui.context import Context

_DONE = {
    "cancelada": ("Cancelar la intervención", "Cancelar intervención", "Se canceló {}."),
    "cerrada": ("Concluir la intervención", "Concluir intervención", "Concluyó {}."),
    "en_marcha": ("", "", "{} está en marcha."),
    "identificada": ("", "", "Se volvió a abrir {}."),
}


class Deeds(QObject):
    """The verbs of the page; dialogs open over `owner`."""

    def __init__(self, ctx: Context, owner: QWidget) -> None:
        super().__init__(owner)
        self.ctx, self.owner = ctx, owner

    def actions(self) -> tuple[Action, ...]:
        """What can be done with the chosen ones."""
        return (
            Action("Buscar alumno tutor…", self.search_first, "search", needs="one"),
            Action("Imprimir carnet", self.print_cards, "printer", "", "some",
                   "Imprimir {n} carnets"),
            Action("Cambiar grupo…", self.change_grupo, "users", "", "some",
                   "Cambiar de grupo a {n}…"),
            Action("Cambiar estado…", self.change_estado, "flag", "", "some",
                   "Cambiar el estado de {n}…"),
            Action("Cambiar nivel de riesgo…", self.change_nivel, "alert", "", "some",
                   "Cambiar el nivel de {n}…"),
            Action("Historial", self.show_history, "history", needs="one"),
            Action("Borrar", self.delete, "trash", "", "some", "Borrar a {n}", danger=True),
        )  # fmt: skip

    # Of one or many

    def new(self) -> None:
        """Captures an alumno by hand."""
        from ui.dialogs.nuevo_alumno import NuevoAlumno

        dialog = NuevoAlumno(self.ctx, self.owner)
        dialog.made.connect(partial(self.ctx.show, "tutorados"))
        dialog.open()

    def bring(self) -> None:
        """Imports a list."""
        self.ctx.show("importar")

    def print_cards(self, ids: Sequence[int]) -> None:
        """Goes to the carnets of the chosen ones."""
        self.ctx.show("carnet", list(ids))

    def change_grupo(self, ids: Sequence[int]) -> None:
        """Asks for another grupo."""
        from ui.dialogs.cambiar_alumnos import GrupoDialog

        GrupoDialog(self.ctx, ids, self.owner).open()

    def change_estado(self, ids: Sequence[int]) -> None:
        """Asks for another state."""
        from ui.dialogs.cambiar_alumnos import EstadoDialog

        EstadoDialog(self.ctx, ids, self.owner).open()

    def change_nivel(self, ids: Sequence[int]) -> None:
        """Asks for another level of riesgo, with the reason."""
        from ui.dialogs.cambiar_alumnos import NivelDialog

        NivelDialog(self.ctx, ids, self.owner).open()

    def show_history(self, ids: Sequence[int]) -> None:
        """Goes to what happened to one."""
        self.ctx.show("historial", ids[0])

    def delete(self, ids: Sequence[int]) -> None:
        """Sends the chosen ones to the bin."""
        who = alumnos.who(self.ctx.store, ids)
        if self.ctx.do(alumnos.delete_alumnos, self.ctx.store, ids) is not None:
            messages.toast(f"Se borró a {who}; está en la papelera.", "Deshacer", self.ctx.undo)

    # Assignment

    def search_first(self, ids: Sequence[int]) -> None:
        """Looks for an alumno tutor for the most urgent need of one."""
        store, alumno = self.ctx.store, ids[0]
        attended = {i.asignatura for i in queries.intervenciones_de(store, alumno) if i.abierta}
        needs = [a for a in queries.adeudos_de(store, alumno) if a.asignatura not in attended]
        if needs:
            self.ctx.show("asignar", (alumno, needs[0].asignatura))
        else:
            name = store.alumnos.get(alumno).nombre_corto
            messages.toast(f"{name} no debe ninguna asignatura sin alumno tutor.")

    def reassign(self, alumno: int, intervencion: int) -> None:
        """Changes alumno tutor, hours or place of an intervención."""
        from ui.dialogs.asignar import AsignarDialog

        asignatura = self.ctx.store.intervenciones.get(intervencion).asignatura or 0
        AsignarDialog(self.ctx, alumno, asignatura, self.owner, intervencion=intervencion).open()

    def change_state(self, intervencion: int, estado: str) -> None:
        """Takes an intervención to another state; asks the reason when it ends."""
        from ui.dialogs.cambiar_alumnos import ReasonDialog

        title, action, _ = _DONE[estado]
        if not title:
            self._move(intervencion, estado, "")
            return
        what = subject(self.ctx.store, intervencion)
        left = self.ctx.store.sesiones.count(intervencion=intervencion, estado="planeada")
        noun = counted(left, "sesión por dar se cancela", "sesiones por dar se cancelan")
        note = f"{what}. {noun}." if left else f"{what}."
        hint = "Opcional" if estado == "cerrada" else ""
        move = partial(self._move, intervencion, estado)
        ReasonDialog(title, note, action, move, self.owner, hint=hint).open()

    def _move(self, intervencion: int, estado: str, motivo: str) -> None:
        store = self.ctx.store
        self.ctx.do(asignacion.change_state, store, intervencion, estado, motivo)
        words = _DONE[estado][2].format(subject(store, intervencion))
        messages.toast(words, "Deshacer", self.ctx.undo)

    def leave(self, intervencion: int, alumno: int) -> None:
        """Takes somebody out of a small group."""
        store = self.ctx.store
        self.ctx.do(asignacion.leave, store, intervencion, alumno)
        name = store.alumnos.get(alumno).nombre_corto
        messages.toast(f"{name} salió del grupo.", "Deshacer", self.ctx.undo)
