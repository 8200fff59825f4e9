"""The proposal in force: calculated in the background, remembered for each state of the data."""

from collections.abc import Callable
from dataclasses import replace
from time import monotonic

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.errors import Cancelled
from app.pairing import GOALS
from app.services.propuesta import Lectura, Propuesta, fallen, propose, read
from app.services.propuesta.acta import fingerprint
from ui import jobs, messages
from ui.context import Context

_REMEMBERED = 12
_BETWEEN_TICKS = 0.1
_SLOW = 2.0


def stop_of(tick: jobs.Tick) -> Callable[[], bool]:
    """What a long service asks to know whether it must stop, out of the tick of a job."""
    last = monotonic()

    def stop() -> bool:
        nonlocal last
        if monotonic() - last < _BETWEEN_TICKS:
            return False
        last = monotonic()
        try:
            tick(0, 0)
        except Cancelled:
            return True
        return False

    return stop


class Calculo(QObject):
    """`changed()` when another proposal is in force, none is, or it does not hold any more.

    What was calculated for a state of the data comes back with it: undoing what a person decided
    shows the proposal of before.
    """

    changed = Signal()

    def __init__(self, ctx: Context, owner: QWidget) -> None:
        super().__init__(owner)
        self._ctx, self._owner = ctx, owner
        self.propuesta: Propuesta | None = None
        self.is_stale = False
        self.incluye = False
        self.seconds = 0.0
        self._known: dict[tuple[str, bool], Propuesta] = {}
        self._job: jobs.Job | None = None

    @property
    def is_running(self) -> bool:
        """Whether it is calculating now."""
        return self._job is not None

    @property
    def is_slow(self) -> bool:
        """Whether calculating takes so long that it is only done when it is asked for."""
        return self.seconds > _SLOW

    def read(self) -> Lectura:
        """The plantel as it is now; with `incluye` the pairs that do not hold may be moved."""
        store = self._ctx.store
        return read(store, fallen(store) if self.incluye else ())

    def start(self) -> None:
        """Calculates with the data of now, unless it is already known what comes out."""
        if self.is_running:
            return
        lectura = self.read()
        known = self._known.get((fingerprint(lectura), self.incluye))
        if known is not None:
            self._put(known, lectura)
            return
        began = monotonic()

        def work(tick: jobs.Tick) -> Propuesta:
            def step(done: int, _goals: int) -> None:
                tick(done, len(GOALS))

            found = propose(lectura, stop_of(tick), step)
            tick(len(GOALS), len(GOALS))
            return found

        def done(found: Propuesta) -> None:
            self.seconds = monotonic() - began
            self._put(found, found.lectura)

        self._job = jobs.run(
            work, self._ctx, done, title="Calculando la asignación", window=self._owner.window(),
            stopped=self._on_stopped, ended=self._on_ended,
        )  # fmt: skip
        self.changed.emit()

    def adopt(self, found: Propuesta) -> None:
        """A proposal that already reckons with what a person has just decided."""
        self._put(found, self.read())

    def look_again(self) -> None:
        """Whether the data are still those of the proposal; if others are known, theirs."""
        if self.propuesta is None or self.is_running:
            return
        lectura = self.read()
        known = self._known.get((fingerprint(lectura), self.incluye))
        if known is not None:
            self._put(known, lectura)
        elif not self.is_stale:
            self.is_stale = True
            self.changed.emit()

    def _put(self, found: Propuesta, lectura: Lectura) -> None:
        if found.lectura is not lectura:
            found = replace(found, lectura=lectura)
        key = (fingerprint(lectura), self.incluye)
        self._known.pop(key, None)
        self._known[key] = found
        while len(self._known) > _REMEMBERED:
            del self._known[next(iter(self._known))]
        self.propuesta, self.is_stale = found, False
        self.changed.emit()

    def _on_stopped(self) -> None:
        kept = "; queda la propuesta de antes" if self.propuesta is not None else ""
        messages.toast(f"Se canceló el cálculo{kept}.")

    def _on_ended(self) -> None:
        self._job = None
        self.changed.emit()
