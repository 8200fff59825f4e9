"""What takes a while to know of a need: the other options with their cost, and the remedy."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal

from app.services.propuesta import Alternativa, Necesidad, Propuesta, Remedio, options, remedy
from app.text import counted
from ui import jobs
from ui.context import Context
from ui.tabs.tutorados.propuesta.calculo import stop_of


@dataclass(frozen=True)
class Respuesta:
    """What was found out of a need: `opciones` from the one that costs least to others."""

    opciones: tuple[Alternativa, ...]
    remedio: Remedio | None


class Explicador(QObject):
    """`ready()` tells that `answer` knows one more; what is asked takes the place of the before."""

    ready = Signal()

    def __init__(self, ctx: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._propuesta: Propuesta | None = None
        self._answers: dict[int, Respuesta] = {}
        self._job: jobs.Job | None = None
        self._asked, self._turn = -1, 0

    def answer(self, propuesta: Propuesta, key: int) -> Respuesta | None:
        """What is known of a need in a proposal."""
        return self._answers.get(key) if propuesta is self._propuesta else None

    def ask(self, propuesta: Propuesta, need: Necesidad, *, shown: bool = False) -> None:
        """Finds it out in the background; `shown` with its card and Cancelar when it is long."""
        if propuesta is not self._propuesta:
            self._propuesta, self._answers = propuesta, {}
            self.stop()
        if need.key in self._answers or (self._job is not None and self._asked == need.key):
            return
        self.stop()
        self._asked, self._turn = need.key, self._turn + 1

        def work(tick: jobs.Tick) -> Respuesta:
            stop = stop_of(tick)
            found = sorted(options(propuesta, need.key, stop), key=_cost)
            covered = need.key in propuesta.por_necesidad
            cure = None if covered else remedy(propuesta, need, stop)
            tick(1, 1)
            return Respuesta(tuple(found), cure)

        def done(found: Respuesta) -> None:
            if propuesta is self._propuesta:
                self._answers[need.key] = found
                self.ready.emit()

        title = f"Buscando opciones para {need.corto}" if shown else ""
        ended = partial(self._on_ended, self._turn)
        self._job = jobs.run(work, self._ctx, done, title=title, ended=ended)

    def stop(self) -> None:
        """Leaves what is being found out."""
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _on_ended(self, turn: int) -> None:
        if turn == self._turn:
            self._job = None


def _cost(one: Alternativa) -> tuple[bool, int, int]:
    cost = one.consecuencia
    return not one.posible, len(cost.pierden) - len(cost.ganan), len(cost.cambian)


def cost_words(propuesta: Propuesta, one: Alternativa, key: int) -> str:
    """What choosing an option would bring to the others, in a sentence."""
    cost, lectura = one.consecuencia, propuesta.lectura
    if not one.posible:
        taken = len(lectura.conocidos.get(one.guia, ()))
        if taken >= lectura.capacidad(lectura.guias[one.guia]):
            return f"Ya acompaña a {counted(taken, 'tutorado', 'tutorados')}, su máximo"
        return "No queda hora ni lugar sin deshacer lo fijado"
    lost = [need for need in cost.pierden if need.key != key]
    won = [need for need in cost.ganan if need.key != key]
    moved = [pair for pair in cost.cambian if pair.need.key != key]
    said: list[str] = []
    if lost:
        more = f" y {len(lost) - 1} más" if len(lost) > 1 else ""
        said.append(f"dejaría sin tutor a {lost[0].corto}{more}")
    if won:
        more = f" y {len(won) - 1} más" if len(won) > 1 else ""
        said.append(f"alcanzaría para {won[0].corto}{more}")
    if moved:
        first = moved[0]
        same = propuesta.por_necesidad[first.need.key].guia.alumno == first.guia.alumno
        what = "cambiaría la hora de" if same else "cambiaría el tutor de"
        more = f" y {len(moved) - 1} pares más" if len(moved) > 1 else ""
        said.append(f"{what} {first.need.corto}{more}")
    text = "; ".join(said) or "nadie más cambia"
    return f"{text[:1].upper()}{text[1:]}"
