"""What a person does with a proposal: fix, forbid, take back, choose another, accept, remedy."""

from collections.abc import Collection

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.pairing import tramo_of
from app.services import alumnos_tutores
from app.services import propuesta as services
from app.services.propuesta import Alternativa, Cupo, Hora, Necesidad, Pareja, Recluta
from app.text import counted
from ui import messages
from ui.context import Context
from ui.dialogs.asignar import AsignarDialog
from ui.dialogs.prohibir import ProhibirDialog
from ui.tabs.tutorados.propuesta.calculo import Calculo


class Deeds(QObject):
    """Each deed is one step to undo."""

    def __init__(self, ctx: Context, calculo: Calculo, owner: QWidget) -> None:
        super().__init__(owner)
        self.ctx, self.calculo, self.owner = ctx, calculo, owner

    def toggle_fixed(self, pareja: Pareja) -> None:
        """Fixes a pair, or takes it back when it is fixed."""
        need, guia = pareja.need, pareja.guia
        held = self._decision(need, guia.alumno)
        if held is not None:
            self.release(held)
            return
        store = self.ctx.store
        self.ctx.do(services.fix, store, need.alumno, need.asignatura, guia.alumno)
        if self.calculo.propuesta is None or self._decision(need, guia.alumno) is None:
            return  # the disk did not let it be stored, and it was told
        self.calculo.adopt(self.calculo.propuesta)
        messages.toast(
            f"{guia.corto} con {need.corto}: par fijado.", "Deshacer", self.ctx.undo
        )  # fmt: skip

    def _decision(self, need: Necesidad, guia: int) -> int | None:
        found = self.ctx.store.decisiones.where(tipo="fijar", alumno=need.alumno, alumno_tutor=guia)
        mine = [one.id for one in found if one.asignatura in (need.asignatura, None)]
        return mine[0] if mine else None

    def forbid(self, pareja: Pareja) -> None:
        """Asks the reason and forbids a pair; then the rest is calculated again."""
        dialog = ProhibirDialog(self.ctx, pareja, self.owner.window())
        dialog.forbidden.connect(self.calculo.start)
        dialog.open()

    def release(self, decision: int) -> None:
        """Takes a decision back."""
        self.ctx.do(services.release, self.ctx.store, decision)
        messages.toast("Se quitó lo decidido.", "Deshacer", self.ctx.undo)
        self.calculo.start()

    def choose(self, need: Necesidad, option: Alternativa) -> None:
        """Fixes another alumno tutor for a need and shows what comes out of it."""
        guia = option.consecuencia.propuesta.lectura.guias[option.guia]
        store = self.ctx.store
        self.ctx.do(services.fix, store, need.alumno, need.asignatura, guia.alumno)
        if self._decision(need, guia.alumno) is None:
            return
        self.calculo.adopt(option.consecuencia.propuesta)
        lost = [one for one in option.consecuencia.pierden if one.key != need.key]
        words = f"{guia.corto} con {need.corto}: par fijado."
        if lost:
            words += f" {counted(len(lost), 'necesidad queda', 'necesidades quedan')} sin tutor."
        messages.toast(words, "Deshacer", self.ctx.undo)

    def accept(self, keys: Collection[int] | None) -> None:
        """Stores the pairs of these needs, or all, in one step."""
        propuesta = self.calculo.propuesta
        if propuesta is None:
            return
        messages.busy(True)
        try:
            made = self.ctx.do(services.accept, self.ctx.store, propuesta, keys)
        finally:
            messages.busy(False)
        if made is None:
            return
        count = len(made.hechas)
        words = f"Se {'aceptó' if count == 1 else 'aceptaron'} {counted(count, 'par', 'pares')}."
        if made.rechazadas:
            missed, sentence = made.rechazadas[0]
            words += f" {counted(len(made.rechazadas), 'no se guardó', 'no se guardaron')}: "
            words += f"{missed.need.corto}, {sentence[:1].lower()}{sentence[1:]}"
        messages.toast(words, "Deshacer", self.ctx.undo)
        self.calculo.start()

    def by_hand(self, need: Necesidad) -> None:
        """Opens the assignment by hand of a need."""
        AsignarDialog(
            self.ctx, need.alumno, need.asignatura, self.owner.window(),
            intervencion=need.intervencion or 0,
        ).open()  # fmt: skip

    def remedy(self, change: Hora | Cupo | Recluta) -> None:
        """Does a change, or goes where it is done."""
        if isinstance(change, Recluta):
            self.ctx.show("candidatos", change.asignatura)
        elif isinstance(change, Hora):
            propuesta = self.calculo.propuesta
            guide = propuesta is not None and change.alumno in propuesta.lectura.guias
            hour = tramo_of(change.start, 1)
            place = "alumnos_tutores" if guide else "tutorados"
            self.ctx.show(place, ("semana", change.alumno, hour))
        else:
            typed = {"capacidad": str(change.capacidad)}
            self.ctx.do(alumnos_tutores.change_perfil, self.ctx.store, [change.alumno], typed)
            room = counted(change.capacidad, "tutorado", "tutorados")
            messages.toast(f"{change.nombre} puede tener {room}.", "Deshacer", self.ctx.undo)
            self.calculo.start()
