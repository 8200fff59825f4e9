"""The import wizard: archivo, columnas, revisión, listo. Nothing is written before the end."""

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.services import imports
from app.text import counted
from ui import messages
from ui.context import Context
from ui.dialogs.importar_archivo import ArchivoPage
from ui.dialogs.importar_columnas import ColumnasPage
from ui.dialogs.importar_lector import Lector
from ui.dialogs.importar_listo import ListoPage
from ui.dialogs.importar_marco import KEYS, back_button, done_words, foot_of, steps_of, title_of
from ui.dialogs.importar_revision import RevisionPage
from ui.dialogs.importar_sesion import Session, Source
from ui.theme import u
from ui.widgets.dialog import Dialog
from ui.widgets.stepper import Stepper
from ui.widgets.toast import Toast

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ImportWizard(Dialog):
    """`what` is None, a kind of list, or the path of a file that was dragged in."""

    def __init__(self, ctx: Context, what: object, parent: QWidget | None) -> None:
        super().__init__("Importar", parent, size="full", action="Siguiente", help_topic="importar")
        self.ctx = ctx
        self.session = Session(asked=what if isinstance(what, str) else "")
        self._at, self._furthest, self._waiting = "archivo", 0, False
        self._toast: Toast | None = None
        self.setAcceptDrops(True)
        self.stepper = Stepper()
        self.body.addWidget(self.stepper)
        self.pages = QStackedWidget()
        self.archivo = ArchivoPage(self.session, has_alumnos=self._has_alumnos())
        self.columnas = ColumnasPage(self.session)
        self.revision = RevisionPage(self.session)
        self.listo = ListoPage(self.session)
        for page in (self.archivo, self.columnas, self.revision, self.listo):
            self.pages.addWidget(page)
        self.body.addWidget(self.pages, 1)
        self.lector = Lector(ctx, self.session, self.pages, self)
        self.back = back_button(self._back)
        self.add_secondary(self.back)
        QWidget.setTabOrder(self.cancel, self.back)
        QWidget.setTabOrder(self.back, self.main)
        self.main.installEventFilter(self)
        self._connect()
        self._connect_listo()
        self._go("archivo")
        if isinstance(what, Path):
            self.lector.read(Source(what))

    def _connect(self) -> None:
        lector = self.lector
        lector.began.connect(self.archivo.show_reading)
        lector.unread.connect(self._on_unread)
        lector.not_understood.connect(self._on_not_understood)
        lector.understood.connect(self._on_understood)
        lector.refused.connect(self._on_refused)
        lector.changed.connect(self._on_work)
        self.archivo.chosen.connect(lector.read)
        self.archivo.cancelled.connect(lector.stop)
        self.archivo.choice_made.connect(lector.choose)
        self.columnas.choice_made.connect(lector.choose)
        self.revision.corrected.connect(lector.correct)
        self.revision.asked.connect(partial(self._go, "columnas"))
        self.revision.ready.connect(self.main.setFocus)
        self.archivo.ready.connect(self.main.setFocus)
        self.revision.told.connect(self._say)
        self.archivo.start.told.connect(self._say)
        self.revision.bajas.toggled.connect(self._show_frame)
        self.stepper.opened.connect(self._on_step)
        self.help_asked.connect(partial(self.ctx.show, "ayuda", "importar"))

    def _connect_listo(self) -> None:
        self.listo.another.connect(self._again)
        self.listo.asked.connect(self._leave_to)
        self.listo.undo_asked.connect(self._undo)
        self.listo.save_asked.connect(self.revision.save_problems)
        self.listo.review_asked.connect(self._review_again)

    def _has_alumnos(self) -> bool:
        return bool(self.ctx.store.alumnos.count())

    # What the reader says

    def _on_unread(self, sentence: str) -> None:
        self._go("archivo")
        self.archivo.show_problem(sentence)

    def _on_not_understood(self, sentence: str) -> None:
        self._furthest = 0
        self._go("archivo")
        self.archivo.show_book()
        self.archivo.show_problem(sentence)

    def _on_understood(self, another: bool) -> None:
        if another:
            self._furthest = 0
            self.revision.restart()
            self._go("archivo")
        self._show_plan()
        if self._at == "archivo":
            self.main.setFocus()

    def _say(self, words: str) -> None:
        """A notice in this window: it covers the one where notices are told."""
        if self._toast is None:
            self._toast = Toast(self)
        self._toast.say(words)
        if self._at == "revision":  # not over the strip that explains the problem
            self._toast.move(self._toast.x(), self._toast.y() - u(15))

    def _on_refused(self, sentence: str) -> None:
        """The list cannot be read as the user said: what was chosen goes back to what it was."""
        self._show_plan()
        for page in (self.archivo, self.columnas):
            page.show_problem(sentence)

    def _show_plan(self) -> None:
        self._show_frame()
        for page in (self.archivo, self.columnas, self.revision):
            page.show_plan()

    def _on_work(self) -> None:
        """A click that came while the list was being reviewed again counts when it is done."""
        self._show_frame()
        if self._waiting and not self.lector.busy:
            self._waiting = False
            self.accept()

    # Steps

    def _go(self, key: str) -> None:
        self._at, self._waiting = key, False
        self._furthest = max(self._furthest, KEYS.index(key))
        self.pages.setCurrentIndex(KEYS.index(key))
        self._show_frame()
        page: Any = self.pages.currentWidget()
        if not page.take_focus():
            self.main.setFocus()

    def _on_step(self, key: str) -> None:
        if self._at != "listo" and KEYS.index(key) <= self._furthest:
            self._go(key)

    def _back(self) -> None:
        self._go(KEYS[max(0, KEYS.index(self._at) - 1)])

    def accept(self) -> None:
        """The filled button: the next step, the import, or the end."""
        if self._at == "listo":
            super().accept()
        elif not self.main.isEnabled() or self.session.plan is None:
            return
        elif self.lector.busy:
            self._waiting = True
        elif self._at == "revision":
            self._apply(self.session.plan)
        else:
            self._go(KEYS[KEYS.index(self._at) + 1])

    def reject(self) -> None:
        """Esc: first what is being read, then the window; what was typed is not lost unasked."""
        typed = self.session.typed
        if self.lector.reading:
            self.lector.stop()
        elif typed and self._at != "listo":
            words = f"Se pierde lo que corrigió aquí: {counted(typed, 'celda', 'celdas')}."
            messages.confirm("¿Cerrar sin importar?", "Cerrar sin importar", self._leave, words)
        else:
            self._leave()

    def _leave(self) -> None:
        super().reject()

    def done(self, result: int) -> None:
        self.lector.leave()
        super().done(result)
        if self.session.result is not None:
            words = f"{done_words(self.session.result)}."
            messages.toast(words, "Deshacer", self.ctx.undo)

    # Storing

    def _apply(self, plan: imports.ImportPlan) -> None:
        self.main.set_reason("Se está guardando la lista.")
        messages.busy(True)
        try:
            bajas = self.revision.wants_bajas()
            result = self.ctx.do(imports.apply, self.ctx.store, plan, bajas=bajas)
        finally:
            messages.busy(False)
            self._show_frame()
        if result is not None:
            self.session.result = result
            self.listo.show_result()
            self._go("listo")

    def _undo(self) -> None:
        if self.ctx.do(self.ctx.store.undo):
            self.session.result = None
            self.listo.show_undone()

    def _review_again(self) -> None:
        """After undoing: the same list against the plantel as it is now."""
        self._go("revision")
        self.lector.choose(self.session.choice)

    def _again(self, asked: str = "") -> None:
        """From the beginning, with another list."""
        self.session.restart(asked)
        self._furthest = 0
        self.archivo.clear(has_alumnos=self._has_alumnos())
        self._go("archivo")

    def _leave_to(self, place: str, what: object) -> None:
        if place == "importar":
            self._again(str(what))
        else:
            self.accept()
            self.ctx.show(place, what)

    # What the frame says

    def _show_frame(self) -> None:
        self.set_title(title_of(self.session.tipo))
        self.stepper.set_steps(steps_of(self.session, self._at))
        for i, key in enumerate(KEYS):
            reachable = i <= self._furthest and self._at != "listo"
            self.stepper.set_enabled(key, reachable or key == self._at)
        self.back.setVisible(self._at in ("columnas", "revision"))
        self.cancel.setVisible(self._at != "listo")
        foot = foot_of(
            self.session, self._at, self.lector.reading,
            bajas=self.revision.wants_bajas(), read_only=self.ctx.store.read_only,
            has_alumnos=self.archivo.has_alumnos,
        )  # fmt: skip
        self.note.setText(foot.note)
        self.main.setText(foot.words)
        self.main.set_icon(foot.icon)
        self.main.set_reason(foot.why_not)

    # Keyboard, and a file dragged in

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and (event.isAutoRepeat() or self.revision.take_enter()):
            return
        super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A double click counts as one: the second would press the button of the next step."""
        if watched is self.main and event.type() == QEvent.Type.MouseButtonDblClick:
            return True
        return super().eventFilter(watched, event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        local = any(url.isLocalFile() for url in event.mimeData().urls())
        if local and self._at == "archivo":
            self.archivo.show_drag(True)
            event.acceptProposedAction()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self.archivo.show_drag(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self.archivo.show_drag(False)
        found = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if found:
            event.acceptProposedAction()
            self.lector.read(Source(Path(found[0])))
