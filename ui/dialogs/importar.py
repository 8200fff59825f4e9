"""The import wizard: archivo, columnas, revisión, listo. Nothing is written before the end."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.errors import AppError
from app.services import imports
from app.text import counted
from ui import jobs, messages
from ui.context import Context
from ui.dialogs.importar_archivo import ArchivoPage
from ui.dialogs.importar_columnas import ColumnasPage
from ui.dialogs.importar_listo import ListoPage
from ui.dialogs.importar_revision import RevisionPage
from ui.widgets.buttons import Button
from ui.widgets.dialog import Dialog
from ui.widgets.stepper import Step, Stepper

_KEYS = ("archivo", "columnas", "revision", "listo")
_TITLES = {
    "archivo": "Archivo",
    "columnas": "Columnas",
    "revision": "Revisión",
    "listo": "Listo",
}
_KIND_TITLES = {
    "": "Importar",
    "alumnos": "Importar lista de alumnos",
    "calificaciones": "Importar calificaciones",
    "tutores": "Importar alumnos tutores",
    "disponibilidad": "Importar disponibilidad",
}


@dataclass
class Session:
    """What the user has chosen so far, and what came of it."""

    name: str = ""
    book: Any = None
    tipo: str = ""
    hoja: str = ""
    columnas: dict[str, str] = field(default_factory=dict[str, str])
    options: Any = field(default_factory=imports.Options)
    plan: Any = None
    result: Any = None


class ImportWizard(Dialog):
    """`what` is None, a kind of list, or the path of a file that was dragged in."""

    def __init__(self, ctx: Context, what: object, parent: QWidget | None) -> None:
        super().__init__("Importar", parent, size="full", action="Siguiente")
        self.ctx = ctx
        self.session = Session(tipo=what if isinstance(what, str) else "")
        self._job: jobs.Job | None = None
        self._run = 0
        self._at = "archivo"
        self.setAcceptDrops(True)
        self.stepper = Stepper()
        self.stepper.opened.connect(self._on_step)
        self.body.addWidget(self.stepper)
        self.pages = QStackedWidget()
        self.archivo = ArchivoPage(self.session)
        self.columnas = ColumnasPage(self.session)
        self.revision = RevisionPage(self.session)
        self.listo = ListoPage(self.session)
        for page in (self.archivo, self.columnas, self.revision, self.listo):
            self.pages.addWidget(page)
        self.body.addWidget(self.pages, 1)
        self.back = Button("Atrás")
        self.back.clicked.connect(self._back)
        self.add_secondary(self.back)
        self._connect()
        self._go("archivo")
        if isinstance(what, Path):
            self.read(what)

    def _connect(self) -> None:
        self.archivo.chosen.connect(self.read)
        self.archivo.pasted.connect(self.read_text)
        self.archivo.changed.connect(self.review)
        self.columnas.changed.connect(self.review)
        self.revision.corrected.connect(self._on_corrected)
        self.listo.another.connect(self._another)
        self.listo.asked.connect(self._leave_to)

    # Reading

    def read(self, path: object) -> None:
        """Reads a file in the background; what goes wrong is told in the page."""
        found = Path(str(path))
        self._begin(found.name)
        self._start(partial(_read, imports.read, found), "Leyendo la lista")

    def read_text(self, text: str) -> None:
        """Reads cells pasted from a spreadsheet."""
        self._begin("lo pegado")
        self._start(partial(_read, imports.read_pasted, text), "Leyendo la lista")

    def _begin(self, name: str) -> None:
        session = self.session
        session.name, session.book, session.plan = name, None, None
        session.hoja, session.columnas = "", {}
        session.options = imports.Options()
        self.archivo.show_busy(name)
        self._show_foot()

    def _start(self, work: jobs.Work, title: str) -> None:
        self._stop()
        self._run += 1
        run = self._run
        self._job = jobs.run(
            partial(_told, work), self.ctx, partial(self._on_worked, run), title=title, window=self,
            stopped=partial(self._on_stopped, run),
        )  # fmt: skip

    def _on_stopped(self, run: int) -> None:
        if run == self._run:
            self._job = None
            self.archivo.show_problem("Se canceló la lectura. No se cambió nada.")

    def _on_worked(self, run: int, result: Any) -> None:
        if run != self._run:
            return
        self._job = None
        if isinstance(result, AppError):
            self._refuse(str(result))
        elif isinstance(result, imports.ImportPlan):
            self._take_plan(result)
        else:
            self.session.book = result
            self.review()

    def _refuse(self, sentence: str) -> None:
        self.session.plan = None
        self._go("archivo")
        self.archivo.show_problem(sentence)
        self._show_foot()

    def review(self) -> None:
        """Reviews the list with what was chosen, in the background."""
        session = self.session
        if session.book is None:
            return
        known = self.ctx.do(imports.snapshot, self.ctx.store)
        work = partial(
            _review, known, session.book, session.tipo, session.hoja, dict(session.columnas),
            session.options,
        )  # fmt: skip
        self._start(work, "Revisando la lista")

    def _take_plan(self, plan: Any) -> None:
        self.session.plan = plan
        self.archivo.show_plan()
        self.columnas.show_plan()
        self.revision.show_plan()
        self._show_foot()
        self._show_steps()

    def _on_corrected(self, row: Any, campo: str, text: str) -> None:
        self.ctx.do(self.session.plan.correct, row, campo, text)
        self.revision.show_plan()
        self._show_foot()

    # Steps

    def _go(self, key: str) -> None:
        self._at = key
        self.pages.setCurrentIndex(_KEYS.index(key))
        self._show_foot()
        self._show_steps()
        page: Any = self.pages.currentWidget()
        page.take_focus()

    def _on_step(self, key: str) -> None:
        reachable = _KEYS.index(key) <= _KEYS.index(self._at)
        if reachable and self.session.result is None:
            self._go(key)

    def _back(self) -> None:
        self._go(_KEYS[max(0, _KEYS.index(self._at) - 1)])

    def accept(self) -> None:
        """The filled button: the next step, the import, or the end."""
        plan = self.session.plan
        if self._at == "archivo" and plan is not None:
            self._go("columnas")
        elif self._at == "columnas" and plan is not None:
            self._go("revision")
        elif self._at == "revision" and plan is not None:
            self._apply()
        elif self._at == "listo":
            super().accept()

    def _apply(self) -> None:
        bajas = self.revision.wants_bajas()
        result = self.ctx.do(imports.apply, self.ctx.store, self.session.plan, bajas=bajas)
        if result is None:
            return
        self.session.result = result
        self.listo.show_result()
        self._go("listo")
        if self.session.plan.hay_cambios:
            messages.toast(f"Hecho: {self.session.plan.titulo()}.", "Deshacer", self.ctx.undo)

    def _another(self) -> None:
        self.session.tipo, self.session.result, self.session.book = "", None, None
        self.session.plan = None
        self.archivo.clear()
        self._go("archivo")

    def _leave_to(self, place: str, what: object) -> None:
        super().accept()
        if place == "importar":
            ImportWizard(self.ctx, what, self.parentWidget()).open()
        else:
            self.ctx.show(place, what)

    def done(self, result: int) -> None:
        self._stop()
        self._run += 1
        super().done(result)

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None

    # What the frame says

    def _show_steps(self) -> None:
        at = _KEYS.index(self._at)
        plan = self.session.plan
        captions = dict.fromkeys(_KEYS, "")
        captions["archivo"] = self.session.name
        if plan is not None:
            read, unused = len(plan.columnas), len(plan.ignoradas)
            captions["columnas"] = (
                f"{counted(read, 'reconocida', 'reconocidas')}, {unused} sin usar"
            )
            captions["revision"] = counted(plan.resumen["leidas"], "fila leída", "filas leídas")
        self.stepper.set_steps(
            [
                Step(
                    key, _TITLES[key], captions[key] if i <= max(at, 0) else "",
                    "done" if i < at or self._at == "listo" else "current" if i == at else "todo",
                )
                for i, key in enumerate(_KEYS)
            ]
        )  # fmt: skip
        self.set_title(_KIND_TITLES[plan.tipo if plan else self.session.tipo])

    def _show_foot(self) -> None:
        plan = self.session.plan
        self.back.setVisible(self._at in ("columnas", "revision"))
        self.cancel.setVisible(self._at != "listo")
        self.note.setText("")
        if self._at == "listo":
            self.main.setText("Terminar")
            self.main.set_reason("")
            return
        if self._at != "revision":
            self.main.setText("Siguiente")
            self.main.set_icon("")
            self.main.set_reason("" if plan else "Elija primero un archivo que se pueda leer.")
            return
        self.note.setText("Todo se puede deshacer en un paso.")
        self.main.setText(plan.titulo() if plan and plan.hay_cambios else "Nada que importar")
        self.main.set_icon("check")
        works = plan is not None and (plan.hay_cambios or self.revision.wants_bajas())
        self.main.set_reason("" if works else "La lista no trae nada nuevo.")

    # A file dragged in

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        for url in event.mimeData().urls():
            if url.isLocalFile():
                event.acceptProposedAction()
                self.read(url.toLocalFile())
                return


def _told(work: jobs.Work, tick: jobs.Tick) -> Any:
    """The result of the work, or the AppError that it raised: the page tells it in its place."""
    try:
        return work(tick)
    except AppError as problem:
        return problem


def _read(reader: Callable[[Any], Any], what: Any, _tick: jobs.Tick) -> Any:
    return reader(what)


def _review(
    known: Any, book: Any, tipo: str, hoja: str, columnas: dict[str, str], options: Any,
    tick: jobs.Tick,
) -> Any:  # fmt: skip
    return imports.review(
        known, book, tipo=tipo, hoja=hoja, columnas=columnas, options=options, tick=tick
    )
