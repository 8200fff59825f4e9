"""What is done from this page with one or many alumnos; each deed says what it did."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.formatos import CARTA_TUTORADO
from app.services import alumnos, asignacion, estados, expedientes
from app.services.planes import subject
from app.store.queries import alumno as queries
from ui import messages
from ui.actions import Action
from ui.context import Context
from ui.print_choice import PrintChoice

_DONE = {
    "en_marcha": "{} está en marcha.",
    "identificada": "Se volvió a abrir {}.",
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
            Action("Imprimir carnet", self.print_cards, "id-card", "", "some",
                   "Imprimir {n} carnets"),
            Action("Imprimir…", self.print, "printer", needs="some"),
            Action("Carta compromiso firmada…", self.sign, "edit", "", "some",
                   "{n} cartas firmadas…"),
            Action("Cambiar grupo…", self.change_grupo, "users", "", "some",
                   "Cambiar de grupo a {n}…"),
            Action("Cambiar estado…", self.change_estado, "flag", "", "some",
                   "Cambiar el estado de {n}…"),
            Action("Cambiar nivel de riesgo…", self.change_nivel, "alert", "", "some",
                   "Cambiar el nivel de {n}…"),
            Action("Reconocer un logro…", self.recognise, "heart", needs="one"),
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

    def print(self, ids: Sequence[int]) -> None:
        """Opens the print dialog for the chosen ones."""
        self.ctx.show("imprimir", PrintChoice(CARTA_TUTORADO.key, "alumno", tuple(ids)))

    def sign(self, ids: Sequence[int]) -> None:
        """Notes the carta compromiso as signed; of one whose letter is signed, takes it back."""
        from ui.dialogs.firma import FirmaDialog

        store = self.ctx.store
        if expedientes.unsigned(store, ids):
            FirmaDialog(self.ctx, ids, self.owner).open()
        elif len(ids) == 1 and expedientes.is_signed(store, ids[0]):
            who = store.alumnos.get(ids[0]).nombre_corto
            messages.confirm(
                f"La carta de {who} ya está firmada", "Quitar la firma",
                partial(self._unsign, ids[0]), "Puede quitar la firma si fue un error.",
            )  # fmt: skip
        else:
            messages.problem("No hay cartas por firmar: ya lo están o falta el alumno tutor.")

    def _unsign(self, alumno: int) -> None:
        self.ctx.do(expedientes.unsign, self.ctx.store, alumno)
        messages.toast("La carta quedó sin firma.", "Deshacer", self.ctx.undo)

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

    def recognise(self, ids: Sequence[int]) -> None:
        """Notes something good that one did."""
        self.ctx.show("reconocer", ids[0])

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
        """Takes an intervención to another state; a dialog asks what is due when it ends."""
        if estado in ("cerrada", "cancelada"):
            from ui.dialogs.cierre_plan import CancelarDialog, ConcluirDialog

            kind = ConcluirDialog if estado == "cerrada" else CancelarDialog
            kind(self.ctx, [intervencion], self.owner).open()
            return
        store = self.ctx.store
        self.ctx.do(estados.change_state, store, intervencion, estado)
        words = _DONE[estado].format(subject(store, intervencion))
        messages.toast(words, "Deshacer", self.ctx.undo)

    def leave(self, intervencion: int, alumno: int) -> None:
        """Takes somebody out of a small group, with the reason."""
        from ui.dialogs.cambiar_alumnos import ReasonDialog

        name = self.ctx.store.alumnos.get(alumno).nombre_corto
        note = f"{subject(self.ctx.store, intervencion)}. El motivo queda en los ajustes del plan."
        leave = partial(self._leave, intervencion, alumno)
        ReasonDialog(f"Sacar a {name} del grupo", note, "Sacar", leave, self.owner).open()

    def _leave(self, intervencion: int, alumno: int, motivo: str) -> None:
        store = self.ctx.store
        self.ctx.do(asignacion.leave, store, intervencion, alumno, motivo)
        name = store.alumnos.get(alumno).nombre_corto
        messages.toast(f"{name} salió del grupo.", "Deshacer", self.ctx.undo)
