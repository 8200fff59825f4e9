"""What is done from this page with one or many alumnos tutores; each deed says what it did."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QWidget

from app.services import alumnos_tutores as services
from app.store.queries import alumnos_tutores as queries
from app.store.queries.alumnos_tutores import FilaAlumnoTutor
from app.text import counted
from ui import messages
from ui.actions import Action
from ui.context import Context
from ui.print_choice import PrintChoice
from ui.theme import icon

_SAID = {
    "invitado": ("Se invitó a {}.", "Se invitó a {}."),
    "activo": ("{} ya es alumno tutor activo.", "Se activó a {}."),
    "declino": ("Se anotó que {} no aceptó.", "Se anotó que {} no aceptaron."),
    "pausa": ("{} queda en pausa.", "Quedan en pausa {}."),
    "candidato": ("{} vuelve a ser candidato.", "Vuelven a ser candidatos {}."),
    "baja": ("{} ya no participa.", "Ya no participan {}."),
}
_MOVES = {
    "Invitar": "invitado",
    "Activar": "activo",
    "Reanudar": "activo",
    "No aceptó": "declino",
    "Poner en pausa": "pausa",
    "Volver a candidato": "candidato",
    "Ya no participa…": "baja",
}
STATES_OF = {
    "candidato": ("Invitar", "Activar", "No aceptó"),
    "invitado": ("Activar", "No aceptó", "Volver a candidato"),
    "activo": ("Poner en pausa", "Ya no participa…"),
    "pausa": ("Reanudar", "Ya no participa…"),
    "declino": ("Invitar", "Activar", "Volver a candidato"),
    "baja": ("Activar", "Invitar", "Volver a candidato"),
}
MAIN_MOVE = {
    "candidato": ("Invitar", "mail"),
    "invitado": ("Activar", "check"),
    "pausa": ("Reanudar", "play"),
    "declino": ("Invitar", "mail"),
    "baja": ("Activar", "check"),
}
"""The move that comes next in each state, for the button of the detail."""


class Deeds(QObject):
    """The verbs of the page; dialogs open over `owner`."""

    def __init__(self, ctx: Context, owner: QWidget) -> None:
        super().__init__(owner)
        self.ctx, self.owner = ctx, owner

    def actions(self) -> tuple[Action, ...]:
        """What can be done with the chosen ones."""
        return (
            Action("Invitar", partial(self.move, "invitado"), "mail", needs="some",
                   many="Invitar a {n}"),
            Action("Activar", partial(self.move, "activo"), "check", needs="some",
                   many="Activar a {n}"),
            Action("Reanudar", partial(self.move, "activo"), "play", needs="some",
                   many="Reanudar a {n}"),
            Action("No aceptó", partial(self.move, "declino"), "x", needs="some",
                   many="No aceptaron {n}"),
            Action("Poner en pausa", partial(self.move, "pausa"), "pause", needs="some",
                   many="Poner en pausa a {n}"),
            Action("Volver a candidato", partial(self.move, "candidato"), "undo", needs="some",
                   many="Volver a candidatos: {n}"),
            Action("Ya no participa…", self.leave, "door", needs="some",
                   many="Ya no participan {n}…"),
            Action("Copiar su semana a otros…", self.copy_week, "copy", needs="one"),
            Action("Cambiar la capacidad…", self.set_capacity, "users", needs="some",
                   many="Cambiar la capacidad de {n}…"),
            Action("Imprimir…", self.print, "printer", needs="some"),
            Action("Carnets de sus tutorados", self.print_cards, "id-card", needs="some"),
            Action("Reconocer un logro…", self.recognise, "heart", needs="one"),
            Action("Ver sus calificaciones", self.show_alumno, "user", needs="one"),
            Action("Historial", self.show_history, "history", needs="one"),
            Action("Borrar el perfil", self.delete, "trash", needs="some",
                   many="Borrar {n} perfiles", danger=True),
        )  # fmt: skip

    def labels_for(self, rows: Sequence[FilaAlumnoTutor]) -> list[str]:
        """The labels that make sense for the chosen ones, with lines between the groups."""
        if not rows:
            return []
        allowed = {label for row in rows for label in STATES_OF[row.estado]}
        moves = [label for label in _MOVES if label in allowed]
        week = ["Copiar su semana a otros…", "Cambiar la capacidad…"]
        show = ["Imprimir…", "Carnets de sus tutorados", "Ver sus calificaciones", "Historial"]
        return [*moves, "-", *week, "-", *show, "-", "Borrar el perfil"]

    def run(self, label: str, row: FilaAlumnoTutor) -> None:
        """Does what an action of that label does, for one."""
        declared = next(one for one in self.actions() if one.label == label)
        declared.run([row.alumno])

    def fill_menu(self, menu: QMenu, row: FilaAlumnoTutor) -> None:
        """Puts in a menu what can be done with one."""
        by_label = {one.label: one for one in self.actions()}
        for label in self.labels_for([row]):
            if label == "-":
                menu.addSeparator()
                continue
            made = menu.addAction(icon(by_label[label].icon), label)
            made.triggered.connect(partial(self._run_from_menu, label, row))

    def _run_from_menu(self, label: str, row: FilaAlumnoTutor, _checked: bool = False) -> None:
        self.run(label, row)

    # States

    def move(self, estado: str, ids: Sequence[int]) -> None:
        """Takes the chosen ones to a state and says how many went."""
        if not ids:
            return
        who = services.who(self.ctx.store, ids)
        done = self.ctx.do(services.change_state, self.ctx.store, ids, estado)
        if done is None:
            return
        one, many = _SAID[estado]
        if done.hechos == len(ids) == 1:
            words = one.format(who)
        else:
            words = many.format(counted(done.hechos, "alumno", "alumnos"))
        if done.omitidos:
            words += f" {counted(done.omitidos, 'quedó', 'quedaron')} como estaba."
        messages.toast(words, "Deshacer", self.ctx.undo)

    def leave(self, ids: Sequence[int]) -> None:
        """They do not take part any more; asks what becomes of their tutorados, if they have."""
        from ui.dialogs.baja_alumno_tutor import BajaDialog

        if any(queries.load_of(self.ctx.store, alumno) for alumno in ids):
            BajaDialog(self.ctx, list(ids), self.owner.window()).open()
        else:
            self.move("baja", ids)

    # Week, capacity

    def copy_week(self, ids: Sequence[int]) -> None:
        """Asks to whom the week of somebody is copied."""
        from ui.dialogs.copiar_semana import CopiarSemanaDialog

        CopiarSemanaDialog(self.ctx, ids[0], self.owner.window()).open()

    def set_capacity(self, ids: Sequence[int]) -> None:
        """Asks for the capacity of the chosen ones."""
        from ui.dialogs.capacidad import CapacidadDialog

        CapacidadDialog(self.ctx, list(ids), self.owner.window()).open()

    # Elsewhere

    def print(self, ids: Sequence[int]) -> None:
        """Opens the print dialog for the chosen ones."""
        self.ctx.show("imprimir", PrintChoice("", "alumno_tutor", tuple(ids)))

    def print_cards(self, ids: Sequence[int]) -> None:
        """Goes to the carnets of those whom they accompany."""
        store = self.ctx.store
        people = [one.alumno for id in ids for one in queries.acompanados(store, id) if one.abierta]
        if people:
            self.ctx.show("carnet", list(dict.fromkeys(people)))
        else:
            messages.problem("No tienen tutorados; primero asigne alguno.")

    def show_alumno(self, ids: Sequence[int]) -> None:
        """Goes to the alumno with his or her calificaciones."""
        self.ctx.show("tutorados", ids[0])

    def recognise(self, ids: Sequence[int]) -> None:
        """Notes something good that one did."""
        self.ctx.show("reconocer", ids[0])

    def show_history(self, ids: Sequence[int]) -> None:
        """Goes to the history of the alumno."""
        self.ctx.show("historial", ids[0])

    def delete(self, ids: Sequence[int]) -> None:
        """Sends the perfiles to the bin."""
        who = services.who(self.ctx.store, ids)
        if self.ctx.do(services.delete_perfiles, self.ctx.store, ids) is not None:
            words = f"El perfil de {who} está en la papelera." if len(ids) == 1 else (
                f"{len(ids):,} perfiles están en la papelera."
            )  # fmt: skip
            messages.toast(words, "Deshacer", self.ctx.undo)

    # Making

    def new(self) -> None:
        """Opens the search of an alumno who is to be candidato."""
        from ui.dialogs.nuevo_alumno_tutor import NuevoAlumnoTutorDialog

        NuevoAlumnoTutorDialog(self.ctx, self.owner.window()).open()

    def find(self) -> None:
        """Opens the candidatos that the program finds."""
        from ui.dialogs.candidatos import CandidatosDialog

        CandidatosDialog(self.ctx, self.owner.window()).open()

    def bring(self) -> None:
        """Goes to the import of a list of alumnos tutores."""
        self.ctx.show("importar", "tutores")

    def show_red(self) -> None:
        """Opens who accompanies whom."""
        from ui.dialogs.red import RedDialog

        RedDialog(self.ctx, self.owner.window()).open()
