"""What is done with plans from this page: deliver, run, adjust, close, print; each says so."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.errors import AppError
from app.formatos import PLAN
from app.services import asignacion, estados, planes, sesiones
from app.store.queries.planes import FilaPlan
from app.text import counted, joined
from ui import messages
from ui.actions import Action
from ui.context import Context
from ui.print_choice import PrintChoice

_MAIN = {
    "planeada": ("Poner en marcha", "play"),
    "en_marcha": ("Registrar ajuste…", "edit"),
    "ajustada": ("Registrar ajuste…", "edit"),
    "cerrada": ("Volver a poner en marcha", "undo"),
    "cancelada": ("Volver a abrir", "undo"),
}


def next_step(fila: FilaPlan) -> tuple[str, str]:
    """The deed that comes next, with its icon."""
    if fila.por_entregar:
        return "Entregar el plan", "check"
    return _MAIN.get(fila.estado, ("Poner en marcha", "play"))


class Deeds(QObject):
    """The verbs of the page; dialogs open over `owner`."""

    def __init__(self, ctx: Context, owner: QWidget) -> None:
        super().__init__(owner)
        self.ctx, self.owner = ctx, owner

    def actions(self) -> tuple[Action, ...]:
        """What can be done with the chosen ones."""
        return (
            Action("Entregar el plan", self.deliver, "check", needs="some",
                   many="Entregar {n} planes"),
            Action("Poner en marcha", partial(self.move, "en_marcha"), "play", needs="some",
                   many="Poner en marcha {n} planes"),
            Action("Registrar ajuste…", partial(self.adjust, "ajuste"), "edit", needs="one"),
            Action("Anotar incidente…", partial(self.adjust, "incidente"), "flag", needs="one"),
            Action("Anotar incumplimiento…", self.note_duty, "flag", needs="one"),
            Action("Sumar a alguien al grupo…", self.join, "plus", needs="one"),
            Action("Copiar de otro plan…", self.copy, "copy", needs="some",
                   many="Copiar un plan a {n}…"),
            Action("Carta del alumno tutor firmada…", self.sign, "edit", needs="some",
                   many="Firmar la carta de {n}…"),
            Action("Planear las sesiones que faltan", self.plan_ahead, "calendar", needs="some",
                   many="Planear las sesiones de {n} planes"),
            Action("Imprimir…", self.print, "printer", needs="some"),
            Action("Carnet", self.show_cards, "id-card", needs="some", many="{n} carnets"),
            Action("Ver tutorado", self.show_tutorado, "users", needs="one"),
            Action("Ver alumno tutor", self.show_alumno_tutor, "graduation", needs="one"),
            Action("Concluir…", partial(self.close, "cerrada"), "archive", needs="some",
                   many="Concluir {n}…"),
            Action("Volver a poner en marcha", partial(self.move, "en_marcha"), "undo",
                   needs="one"),
            Action("Volver a abrir", partial(self.move, "identificada"), "undo", needs="one"),
            Action("Cancelar la intervención…", partial(self.close, "cancelada"), "x",
                   needs="some", many="Cancelar {n} intervenciones…", danger=True),
        )  # fmt: skip

    def labels_for(self, rows: Sequence[FilaPlan]) -> list[str]:
        """The labels that make sense for the chosen ones."""
        if not rows:
            return []
        states = {row.estado for row in rows}
        can = {goal for state in states for goal in estados.NEXT[state]}
        moves = ["Entregar el plan"] if any(row.por_entregar for row in rows) else []
        if states & {"identificada", "planeada", "ajustada"}:
            moves.append("Poner en marcha")
        if states & {"en_marcha", "ajustada"}:
            moves += ["Registrar ajuste…", "Anotar incidente…", "Anotar incumplimiento…"]
        if any(row.abierta for row in rows):
            moves += ["Planear las sesiones que faltan", "Copiar de otro plan…"]
        if any(row.abierta and row.alumno_tutor for row in rows):
            moves.append("Sumar a alguien al grupo…")
            if not all(row.carta_tutor for row in rows):
                moves.append("Carta del alumno tutor firmada…")
        ends = ["Concluir…"] if "cerrada" in can else []
        ends += ["Volver a poner en marcha"] if states == {"cerrada"} else []
        ends += ["Volver a abrir"] if states == {"cancelada"} else []
        ends += ["Cancelar la intervención…"] if "cancelada" in can else []
        show = ["Imprimir…", "Carnet", "Ver tutorado", "Ver alumno tutor"]
        return [*moves, "-", *show, "-", *ends]

    def run(self, label: str, id: int) -> None:
        """Does what an action of that label does, for one."""
        next(one for one in self.actions() if one.label == label).run([id])

    # States

    def deliver(self, ids: Sequence[int]) -> None:
        """Hands in the plans that are pending; says what each still lacks, without forbidding."""
        one = "Se entregó el plan de {}."
        if len(ids) == 1 and (lacks := planes.missing(self.ctx.store, ids[0])):
            one += f" Le falta: {joined(lacks)}."
        self._each(estados.deliver, ids, one, "Se entregaron {} planes.")

    def move(self, estado: str, ids: Sequence[int]) -> None:
        """Takes plans to a state that needs nothing else."""
        one, many = {
            "en_marcha": ("En marcha: {}.", "Se pusieron en marcha {} planes."),
            "identificada": ("Se volvió a abrir {}.", "Se volvieron a abrir {} planes."),
        }[estado]
        self._each(partial(_to_state, estado), ids, one, many)

    def _each(self, service, ids: Sequence[int], one: str, many: str) -> None:
        """Does it for each that allows it, in one step; says how many."""
        store, done = self.ctx.store, 0
        subjects = [planes.subject(store, id) for id in ids[:1]]
        refused = ""
        label = one.format(subjects[0]) if len(ids) == 1 else many.format(len(ids))
        with store.operation(label.rstrip(".")):
            for id in ids:
                try:
                    service(store, id)
                    done += 1
                except AppError as problem:
                    refused = str(problem)
        if not done:
            messages.problem(refused)
            return
        words = label if len(ids) == 1 else many.format(done)
        messages.toast(words, "Deshacer", self.ctx.undo)

    def close(self, estado: str, ids: Sequence[int]) -> None:
        """Asks for what is due at the end, or why it is cancelled."""
        from ui.dialogs.cierre_plan import CancelarDialog, ConcluirDialog

        kind = ConcluirDialog if estado == "cerrada" else CancelarDialog
        kind(self.ctx, ids, self.owner.window()).open()

    def adjust(self, tipo: str, ids: Sequence[int]) -> None:
        """Asks what changes and why, or what happened."""
        from ui.dialogs.ajuste import AjusteDialog

        AjusteDialog(self.ctx, ids[0], tipo, self.owner.window()).open()

    def note_duty(self, ids: Sequence[int]) -> None:
        """Asks what somebody did not fulfil."""
        from ui.dialogs.incumplimiento import IncumplimientoDialog

        IncumplimientoDialog(self.ctx, ids[0], self.owner.window()).open()

    def copy(self, ids: Sequence[int]) -> None:
        """Asks which plan is copied to the chosen ones."""
        from ui.dialogs.copiar_plan import CopiarPlanDialog

        CopiarPlanDialog(self.ctx, ids, self.owner.window()).open()

    def plan_ahead(self, ids: Sequence[int]) -> None:
        """Plans the sessions that are missing until the end of the periodo."""
        store, total, refused = self.ctx.store, 0, ""
        with store.operation(f"Planear las sesiones de {counted(len(ids), 'plan', 'planes')}"):
            for id in ids:
                try:
                    total += sesiones.plan_ahead(store, id)
                except AppError as problem:
                    refused = str(problem)
        if total:
            count = counted(total, "sesión", "sesiones")
            messages.toast(f"Se planearon {count}.", "Deshacer", self.ctx.undo)
        else:
            messages.problem(refused)

    # Who takes part

    def join(self, ids: Sequence[int]) -> None:
        """Asks who joins the group."""
        from ui.dialogs.sumar_tutorado import SumarTutoradoDialog

        SumarTutoradoDialog(self.ctx, ids[0], self.owner.window()).open()

    def leave(self, intervencion: int, alumno: int) -> None:
        """Takes somebody out of a group, with the reason."""
        from ui.dialogs.cambiar_alumnos import ReasonDialog

        name = self.ctx.store.alumnos.get(alumno).nombre_corto
        note = f"{planes.subject(self.ctx.store, intervencion)}. El motivo queda en los ajustes."
        leave = partial(self._leave, intervencion, alumno)
        over = self.owner.window()
        ReasonDialog(f"Sacar a {name} del grupo", note, "Sacar", leave, over).open()

    def _leave(self, intervencion: int, alumno: int, motivo: str) -> None:
        store = self.ctx.store
        self.ctx.do(asignacion.leave, store, intervencion, alumno, motivo)
        name = store.alumnos.get(alumno).nombre_corto
        messages.toast(f"{name} salió del grupo.", "Deshacer", self.ctx.undo)

    def sign(self, ids: Sequence[int]) -> None:
        """Notes the letter of the alumno tutor as signed."""
        from ui.dialogs.firma import FirmaAlumnoTutorDialog

        FirmaAlumnoTutorDialog(self.ctx, ids, self.owner.window()).open()

    # Paper and elsewhere

    def print(self, ids: Sequence[int]) -> None:
        """Opens the print dialog on the plans of these interventions."""
        self.ctx.show("imprimir", PrintChoice(PLAN.key, "intervencion", tuple(ids), named=True))

    def print_blank(self) -> None:
        """Opens the print dialog on empty plans, to fill in by hand."""
        self.ctx.show("imprimir", PrintChoice(PLAN.key, "intervencion", named=True, blank=True))

    def show_cards(self, ids: Sequence[int]) -> None:
        """Goes to the carnets of the tutorados."""
        people = self.ctx.store.tutorados.where(intervencion=list(ids))
        self.ctx.show("carnet", list(dict.fromkeys(t.alumno for t in people)))

    def show_tutorado(self, ids: Sequence[int]) -> None:
        """Goes to the tutorado, or to all of a group."""
        people = [t.alumno for t in self.ctx.store.tutorados.where(intervencion=ids[0])]
        self.ctx.show("tutorados", people[0] if len(people) == 1 else people)

    def show_alumno_tutor(self, ids: Sequence[int]) -> None:
        """Goes to the alumno tutor."""
        owner = self.ctx.store.intervenciones.get(ids[0]).alumno_tutor
        if owner is None:
            messages.problem("Esta intervención se quedó sin alumno tutor.")
        else:
            self.ctx.show("alumnos_tutores", owner)

    def new(self) -> None:
        """Chooses the intervención whose plan is to be written."""
        from ui.dialogs.nuevo_plan import NuevoPlanDialog

        NuevoPlanDialog(self.ctx, self.owner.window()).open()

    def assign(self) -> None:
        """Goes to those who have no alumno tutor yet."""
        self.ctx.show("tutorados", "sin_tutor")


def _to_state(estado: str, store, id: int) -> None:
    estados.change_state(store, id, estado)
