"""Work in the background: a plain function over plain data, with progress and a way to stop."""

import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QThreadPool, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget

from app.errors import AppError, Cancelled
from ui import messages
from ui.widgets.progress_card import FloatingProgress

Tick = Callable[..., None]
"""`tick(step, total, item="")` tells the progress and raises Cancelled when asked to stop."""
Work = Callable[[Tick], Any]

_CARD_AFTER = 700


class Job(QObject):
    """Runs `work(tick)` on the pool; its parent must outlive it (the Context, never a dialog).

    The work must not touch the store nor any widget: it gets plain data and gives plain data.
    """

    progress = Signal(int, int, str)
    done = Signal(object)
    failed = Signal(object)
    stopped = Signal()
    ended = Signal()
    _over = Signal()

    def __init__(self, work: Work, parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self._stop = threading.Event()
        self._over.connect(self.deleteLater)

    def start(self) -> None:
        """Hands the work to the pool."""
        QThreadPool.globalInstance().start(self._run)

    def cancel(self) -> None:
        """Asks the work to stop at its next tick."""
        self._stop.set()

    def tick(self, step: int, total: int, item: str = "") -> None:
        """Called by the work: tells how far it is; raises Cancelled when it must stop."""
        if self._stop.is_set():
            raise Cancelled
        self.progress.emit(step, total, item)

    def _run(self) -> None:
        try:
            self._work_and_tell()
        except RuntimeError:
            return  # the window went away with the parent: there is nobody to tell

    def _work_and_tell(self) -> None:
        try:
            result = self._work(self.tick)
        except Cancelled:
            self.stopped.emit()
        except Exception as problem:  # noqa: BLE001  it is told on the thread of the window
            self.failed.emit(problem)
        else:
            self.done.emit(result)
        self.ended.emit()
        self._over.emit()


class Progress(QObject):
    """Shows a job in a window: nothing at first, then the card with its Cancelar."""

    def __init__(self, job: Job, title: str, window: QWidget) -> None:
        super().__init__(job)
        self._job, self._title, self._window = job, title, window
        self._card: FloatingProgress | None = None
        self._last = (0, 0, "")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._show)
        self._timer.start(_CARD_AFTER)
        job.progress.connect(self._on_progress)
        job.ended.connect(self._close)

    @Slot(int, int, str)
    def _on_progress(self, step: int, total: int, item: str) -> None:
        self._last = (step, total, item)
        if self._card is not None:
            self._card.set_progress(*self._last)

    def _show(self) -> None:
        self._card = FloatingProgress(self._title, self._window)
        self._card.cancelled.connect(self._job.cancel)
        self._card.set_progress(*self._last)
        self._card.show()
        self._card.place()

    @Slot()
    def _close(self) -> None:
        self._timer.stop()
        if self._card is not None:
            self._card.deleteLater()
            self._card = None


class _Answer(QObject):
    """Receives the end of a job on the thread of the window."""

    def __init__(
        self,
        job: Job,
        done: Callable[[Any], object],
        stopped: Callable[[], object] | None,
        ended: Callable[[], object] | None,
    ) -> None:
        super().__init__(job)
        self._done, self._stopped, self._ended = done, stopped, ended
        job.done.connect(self._on_done)
        job.failed.connect(self._on_failed)
        job.stopped.connect(self._on_stopped)
        job.ended.connect(self._on_ended)

    @Slot(object)
    def _on_done(self, result: object) -> None:
        self._done(result)

    @Slot(object)
    def _on_failed(self, problem: Exception) -> None:
        if isinstance(problem, AppError):
            messages.problem(str(problem))
            return
        raise problem

    @Slot()
    def _on_stopped(self) -> None:
        if self._stopped is not None:
            self._stopped()

    @Slot()
    def _on_ended(self) -> None:
        if self._ended is not None:
            self._ended()


def run(
    work: Work,
    parent: QObject,
    done: Callable[[Any], object],
    *,
    title: str = "",
    window: QWidget | None = None,
    stopped: Callable[[], object] | None = None,
    ended: Callable[[], object] | None = None,
) -> Job:
    """Starts a work and calls `done(result)` in the window; an AppError is told by itself.

    `ended()` comes last, whatever happened: a job may be over before its caller hears its signals.
    With a title, a card with the progress appears when it takes long.
    """
    job = Job(work, parent)
    _Answer(job, done, stopped, ended)
    shown_in = window or QApplication.activeWindow()
    if title and shown_in is not None:
        Progress(job, title, shown_in)
    job.start()
    return job


def wait_for_all(milliseconds: int = 10_000) -> bool:
    """Waits until no job runs (on quitting); false if some did not end in time."""
    return QThreadPool.globalInstance().waitForDone(milliseconds)
