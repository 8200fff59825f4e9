"""Reads and reviews lists behind the import window; the session changes only when it went well."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.errors import AppError
from app.services import imports
from app.sheets import Book
from app.store.journal import Changes
from ui.context import Context
from ui.dialogs.importar_sesion import (
    Choice,
    Corrections,
    Reviewed,
    Session,
    Source,
    corrections_with,
    first_choice,
    kind_of,
    read_list,
    review_list,
)
from ui.dialogs.importar_trabajo import OneJob

Failed = Callable[[str], object]


class Lector(QObject):
    """One list at a time. The files of the plantel are read here, on the thread of the window."""

    began = Signal(str)
    """The name of the list that is being read."""
    unread = Signal(str)
    """Why a list could not be read; the one before stays."""
    not_understood = Signal(str)
    """Why a list that opens cannot be imported; it is in the session without a plan."""
    understood = Signal(bool)
    """There is a plan in the session; True when it is of another list."""
    refused = Signal(str)
    """Why the list cannot be read in another way; the plan stays."""
    changed = Signal()

    def __init__(self, ctx: Context, session: Session, place: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._ctx, self._session = ctx, session
        self._known: dict[str, imports.Snapshot] = {}
        self._work = OneJob(ctx, place, self)
        self._work.changed.connect(self.changed)
        self.reading = False
        ctx.changed.connect(self._forget)

    @property
    def busy(self) -> bool:
        """Whether a list is being read or reviewed."""
        return self._work.busy

    def read(self, source: Source) -> None:
        """Reads a list from the beginning."""
        self.reading = True
        self.began.emit(source.name)
        self._work.start(
            partial(read_list, source),
            partial(self._on_read, source),
            self._on_unread,
            partial(self._on_unread, "Se canceló la lectura."),
        )

    def _on_read(self, source: Source, book: Book) -> None:
        choice = first_choice(book, self._session.asked)
        self._review(source, book, choice, {}, partial(self._keep, source, book))

    def _on_unread(self, sentence: str) -> None:
        self.reading = False
        self.unread.emit(sentence)

    def _keep(self, source: Source, book: Book, sentence: str) -> None:
        self.reading = False
        self._session.open(source, book, Choice(), None)
        self.not_understood.emit(sentence)

    def stop(self) -> None:
        """Cancels the reading: the user asked for it."""
        self._work.stop()
        self._on_unread("Se canceló la lectura.")

    def leave(self) -> None:
        """Nobody is looking any more."""
        self._work.stop()

    def choose(self, choice: Choice) -> None:
        """Reviews the same list read in another way; what was corrected stays if it still can."""
        session = self._session
        if session.source is not None and session.book is not None:
            same = session.plan is not None and choice.tipo == session.choice.tipo
            corrections = session.plan.corrections if session.plan is not None and same else {}
            failed = self.refused.emit if session.plan is not None else self.not_understood.emit
            self._review(session.source, session.book, choice, corrections, failed)

    def correct(self, row: imports.ReviewedRow, campo: str, text: str) -> None:
        """Reviews the list with a cell that the user wrote."""
        session = self._session
        if session.plan is not None and session.source is not None:
            corrections = corrections_with(session.plan, row.place, campo, text)
            book = session.plan.book
            self._review(session.source, book, session.choice, corrections, self.refused.emit)

    def _review(
        self, source: Source, book: Book, choice: Choice, corrections: Corrections, failed: Failed
    ) -> None:
        try:
            known = self._snapshot(kind_of(book, choice))
        except AppError as problem:
            failed(str(problem))
            return
        self._work.start(
            partial(review_list, known, book, choice, corrections),
            partial(self._on_reviewed, source, book, choice),
            failed,
            partial(failed, "Se canceló la revisión."),
            title="Revisando la lista",
        )

    def _on_reviewed(self, source: Source, book: Book, choice: Choice, found: Reviewed) -> None:
        another = book is not self._session.book
        self.reading = False
        self._session.open(source, book, choice, found)
        self.understood.emit(another)

    def _snapshot(self, tipo: str) -> imports.Snapshot:
        if tipo not in self._known:
            self._known[tipo] = imports.snapshot(self._ctx.store, tipo)
        return self._known[tipo]

    def _forget(self, _changes: Changes) -> None:
        self._known = {}
