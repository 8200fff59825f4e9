"""What is done with sessions from this page: held, cancelled, moved, corrected; each says so."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu, QWidget

from app.errors import InvalidValue
from app.services import planteles, reprogramacion, sesiones
from app.store.queries import planes as queries
from app.store.queries.sesiones import FilaSesion
from app.text import counted
from ui import messages
from ui.actions import Action
from ui.context import Context
from ui.print_choice import PrintChoice
from ui.theme import icon


class Deeds(QObject):
    """The verbs of the page; dialogs open over `owner`."""

    def __init__(self, ctx: Context, owner: QWidget) -> None:
        super().__init__(owner)
        self.ctx, self.owner = ctx, owner

    def actions(self) -> tuple[Action, ...]:
        """What can be done with the chosen ones."""
        return (
            Action("Dar por dada, todos asistieron", self.hold, "check", needs="some",
                   many="Dar por dadas {n}, todos asistieron"),
            Action("Mover a otro día…", self.move, "swap", needs="one"),
            Action("Cancelar la sesión…", self.cancel, "x", needs="some",
                   many="Cancelar {n} sesiones…"),
            Action("Corregir fecha u hora…", self.edit, "edit", needs="one"),
            Action("Imprimir…", self.print, "printer", needs="some"),
            Action("Ver el plan", self.show_plan, "clipboard", needs="one"),
            Action("Ver tutorado", self.show_tutorado, "users", needs="one"),
            Action("Ver alumno tutor", self.show_alumno_tutor, "graduation", needs="one"),
            Action("Capturar su carnet", self.capture, "id-card", needs="one"),
            Action("Quitar", self.remove, "trash", needs="some", many="Quitar {n} sesiones",
                   danger=True),
        )  # fmt: skip

    def labels_for(self, rows: Sequence[FilaSesion]) -> list[str]:
        """The labels that make sense for the chosen ones."""
        if not rows:
            return []
        states = {row.it.estado for row in rows}
        today = self.ctx.store.clock().date()
        past = any(row.it.fecha and row.it.fecha <= today for row in rows)
        moves = ["Dar por dada, todos asistieron"] if past and states != {"dada"} else []
        if states <= {"planeada", "cancelada"}:
            moves.append("Mover a otro día…")
        if states & {"planeada", "dada"}:
            moves.append("Cancelar la sesión…")
        show = ["Ver el plan", "Ver tutorado", "Ver alumno tutor", "Capturar su carnet"]
        return [*moves, "Corregir fecha u hora…", "-", "Imprimir…", *show, "-", "Quitar"]

    def attempt(self, service: Callable[..., Any], *args: Any) -> Any:
        """Calls a service that may refuse a datum; the refusal is told as a problem."""
        try:
            return self.ctx.do(service, self.ctx.store, *args)
        except InvalidValue as problem:
            messages.problem(f"{problem}.")
            return None

    def print(self, ids: Sequence[int]) -> None:
        """Opens the print dialog for the chosen sessions."""
        self.ctx.show("imprimir", PrintChoice("", "sesion", tuple(ids)))

    # States

    def hold(self, ids: Sequence[int]) -> None:
        """Notes them as held with everybody present; those to come are left."""
        done = self.ctx.do(sesiones.hold, self.ctx.store, ids)
        if done is not None:
            words = "Se dio por dada la sesión" if done == 1 else f"Se dieron por dadas {done:,}"
            left = len(ids) - done
            more = f" Otras {left:,} todavía no llegan." if left else ""
            messages.toast(f"{words}; todos asistieron.{more}", "Deshacer", self.ctx.undo)

    def cancel(self, ids: Sequence[int], causa: str = "") -> None:
        """Asks why and by whose decision."""
        from ui.dialogs.sesion import CancelarSesionDialog

        CancelarSesionDialog(self.ctx, ids, self.owner.window(), causa).open()

    def move(self, ids: Sequence[int]) -> None:
        """Asks to which day."""
        from ui.dialogs.sesion import MoverSesionDialog

        record = self.ctx.do(self.ctx.store.sesiones.get, ids[0])
        if record is not None:
            MoverSesionDialog(self.ctx, record, self.owner.window()).open()

    def edit(self, ids: Sequence[int]) -> None:
        """Corrects every datum of one."""
        from ui.dialogs.sesion import SesionDialog

        record = self.ctx.do(self.ctx.store.sesiones.get, ids[0])
        if record is not None:
            SesionDialog(
                self.ctx, record.intervencion or 0, record, self.owner.window()
            ).open()  # fmt: skip

    def remove(self, ids: Sequence[int]) -> None:
        """Sends them to the bin."""
        self.ctx.do(sesiones.remove, self.ctx.store, ids)
        words = "La sesión está" if len(ids) == 1 else f"{len(ids):,} sesiones están"
        messages.toast(f"{words} en la papelera.", "Deshacer", self.ctx.undo)

    # New ones

    def new(self, day: date | None = None) -> None:
        """Asks whose session it was and what was done."""
        from ui.dialogs.sesion import NuevaSesionDialog

        NuevaSesionDialog(self.ctx, self.owner.window(), day).open()

    def plan_all(self) -> None:
        """Plans the rest of the periodo of every intervención that has hours."""
        store = self.ctx.store
        today = store.clock().date()
        found = queries.planes(store, planteles.current_periodo(store).id, today)
        ids = [row.intervencion for row in found if row.abierta]
        done = self.ctx.do(reprogramacion.plan_ahead_many, store, ids)
        if done is not None:
            total = counted(done[0], "sesión", "sesiones")
            cases = counted(done[1], "plan", "planes")
            messages.toast(f"Se planearon {total} de {cases}.", "Deshacer", self.ctx.undo)

    def assign(self) -> None:
        """Goes to those who have no alumno tutor yet."""
        self.ctx.show("tutorados", "sin_tutor")

    def capture(self, ids: Sequence[int] = ()) -> None:
        """Goes to the capture of carnets, perhaps with the one of a session open."""
        people = self._people(ids[0]) if ids else []
        self.ctx.show("carnet", ("capturar", people[0] if len(people) == 1 else None))

    # Elsewhere

    def _people(self, sesion: int) -> list[int]:
        case = self.ctx.store.sesiones.get(sesion).intervencion
        found = self.ctx.store.tutorados.where(intervencion=case)
        return [one.alumno for one in found if one.alumno]

    def show_plan(self, ids: Sequence[int]) -> None:
        """Goes to the plan of a session."""
        self.ctx.show("planes", self.ctx.store.sesiones.get(ids[0]).intervencion)

    def show_tutorado(self, ids: Sequence[int]) -> None:
        """Goes to the tutorado, or to all of a group."""
        people = self._people(ids[0])
        self.ctx.show("tutorados", people[0] if len(people) == 1 else people)

    def show_alumno_tutor(self, ids: Sequence[int]) -> None:
        """Goes to the alumno tutor."""
        case = self.ctx.store.sesiones.get(ids[0]).intervencion
        owner = self.ctx.store.intervenciones.get(case or 0).alumno_tutor
        if owner is None:
            messages.problem("Esta intervención se quedó sin alumno tutor.")
        else:
            self.ctx.show("alumnos_tutores", owner)

    def day_menu(self, rows: Sequence[FilaSesion], day: date) -> QMenu:
        """What can be done with a whole day, by its sessions."""
        menu = QMenu(self.owner)
        waiting = [row.id for row in rows if row.it.estado == "planeada"]
        live = [row.id for row in rows if row.it.estado in ("planeada", "dada")]
        if waiting and day <= self.ctx.store.clock().date():
            words = f"Dar por dadas {len(waiting)}, todos asistieron"
            menu.addAction(icon("check"), words).triggered.connect(partial(self._hold, waiting))
        if live:
            words = f"No hubo clases: cancelar {counted(len(live), 'sesión', 'sesiones')}…"
            menu.addAction(icon("x"), words).triggered.connect(partial(self._no_classes, live))
        new = menu.addAction(icon("plus"), "Nueva sesión de ese día…")
        new.triggered.connect(partial(self._new_of_day, day))
        return menu

    def _hold(self, ids: list[int], _checked: bool = False) -> None:
        self.hold(ids)

    def _no_classes(self, ids: list[int], _checked: bool = False) -> None:
        self.cancel(ids, "sin_clases")

    def _new_of_day(self, day: date, _checked: bool = False) -> None:
        self.new(day)

    def pop_up(self, menu: QMenu, where: QPoint) -> None:
        """Shows a menu that goes away when it is closed."""
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(where)
