"""One work at a time behind the import window; the answer of one left behind is not heard."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.errors import AppError
from ui import jobs


class OneJob(QObject):
    """`changed` tells that a work began or ended; the jobs belong to `owner`, never to a dialog."""

    changed = Signal()

    def __init__(self, owner: QObject, place: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._owner, self._place = owner, place
        self._job: jobs.Job | None = None
        self._turn = 0

    @property
    def busy(self) -> bool:
        """Whether something is being done now."""
        return self._job is not None

    def start(
        self,
        work: jobs.Work,
        done: Callable[[Any], object],
        failed: Callable[[str], object],
        stopped: Callable[[], object],
        title: str = "",
    ) -> None:
        """Begins a work instead of the one there was; one of the three is called at its end.

        With a title, a card with the progress and its Cancelar appears when it takes long.
        """
        self.stop()
        self._turn += 1
        turn = self._turn
        self._job = jobs.run(
            partial(_told, work),
            self._owner,
            partial(self._on_done, turn, done, failed),
            title=title,
            window=self._place,
            stopped=partial(self._on_stopped, turn, stopped),
        )
        self._job.ended.connect(self._on_ended)
        self.changed.emit()

    def stop(self) -> None:
        """Leaves the work behind: it is asked to stop and nothing of it is heard any more."""
        self._turn += 1
        if self._job is not None:
            self._job.cancel()
            self._job = None
            self.changed.emit()

    def _on_done(
        self,
        turn: int,
        done: Callable[[Any], object],
        failed: Callable[[str], object],
        result: Any,
    ) -> None:
        if turn == self._turn and not self._owner.signalsBlocked():  # else the file was closed
            self._job = None
            if isinstance(result, AppError):
                failed(str(result))
            else:
                done(result)
            self.changed.emit()

    def _on_stopped(self, turn: int, stopped: Callable[[], object]) -> None:
        if turn == self._turn:
            self._job = None
            stopped()
            self.changed.emit()

    @Slot()
    def _on_ended(self) -> None:
        """A work that ended with a defect of the program leaves the window usable."""
        if self._job is not None and self.sender() is self._job:
            self._job = None
            self.changed.emit()


def _told(work: jobs.Work, tick: jobs.Tick) -> Any:
    """The result of a work, or its AppError, which the page tells in its place."""
    try:
        result = work(tick)
    except AppError as problem:
        result = problem
    tick(1, 1)
    return result
