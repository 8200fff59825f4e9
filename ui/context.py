"""Context: what every tab receives. The open file, the way to act on it, and the news."""

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QThreadPool, Signal

from app.errors import AppError, DiskProblem, InvalidValue
from app.store import Store
from app.store.journal import Changes
from ui import messages
from ui.jobs import Job

T = TypeVar("T")


class Context(QObject):
    """Passed to the constructor of every tab and dialog; lives as long as the open file."""

    changed = Signal(object)
    """`Changes` of a finished operation: tabs that show one of its tables reload."""

    asked = Signal(str, object)
    """Somebody wants to see a place: («tutorados», id), («carnet», [ids]), («importar», None)…"""

    failed = Signal(str)
    """The disk did not let something be stored; the sentence that says it."""

    def __init__(self, store: Store, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.store = store
        store.on_change(self._announce)

    def _announce(self, changes: Changes) -> None:
        self.changed.emit(changes)

    def do(self, action: Callable[..., T], *args: Any, **kwargs: Any) -> T | None:
        """Calls a service; an AppError is told to the user and gives None.

        InvalidValue flies on: the form that asked shows it beside its field.
        """
        try:
            return action(*args, **kwargs)
        except InvalidValue:
            raise
        except AppError as problem:
            messages.problem(str(problem))
            if isinstance(problem, DiskProblem):
                self.failed.emit(str(problem))
            return None

    def close(self) -> None:
        """Stops the jobs, lets the file go and goes away."""
        for job in self.findChildren(Job):
            job.cancel()
        QThreadPool.globalInstance().waitForDone()
        self.blockSignals(True)
        self.store.close()
        self.deleteLater()

    def show(self, place: str, what: object = None) -> None:
        """Asks the window to go to a place, perhaps to a record in it."""
        self.asked.emit(place, what)

    def undo(self) -> None:
        """Takes back the newest operation and says so."""
        label = self.do(self.store.undo)
        if label:
            messages.toast(f"Se deshizo: {label}", "Rehacer", self.redo)

    def redo(self) -> None:
        """Brings again what was undone last and says so."""
        label = self.do(self.store.redo)
        if label:
            messages.toast(f"Se rehízo: {label}", "Deshacer", self.undo)
