"""Places: where one can go in the window, by name. The only module that knows every dialog."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from app import clock
from app.errors import AppError
from app.paths import EXTENSION, documents_folder, user_folder
from app.services import planteles
from ui import messages, state
from ui.print_choice import PrintChoice
from ui.tabs import TABS

if TYPE_CHECKING:
    from ui.main_window import MainWindow

_TAB_KEYS = frozenset(spec.key for spec in TABS)
_FILES = f"Plantel de Entre Pares (*{EXTENSION})"
_DEMO_NAME = "Plantel de demostración"


class Places(QObject):
    """Takes the window to a place; the ones that need an open file make one first."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self.window_ = window
        self._ways: dict[str, Callable[[Any], None]] = {
            "abrir": self._open,
            "nuevo": self._new,
            "demo": self._demo,
            "importar": self._import,
            "capturar": self._capture,
            "asignar": self._assign,
            "candidatos": self._candidates,
            "imprimir": self._print,
            "asunto": self._matter,
            "pospuestas": self._put_off,
            "reconocer": self._recognise,
            "configuracion": self._settings,
            "historial": self._history,
            "papelera": self._bin,
            "periodo": self._periodo,
            "buscar": self._search,
            "ayuda": self._help,
            "acerca": self._about,
            "copia": self._copy,
        }

    def go(self, place: str, what: Any = None) -> None:
        """Goes to a tab (and to a record in it) or opens a dialog."""
        if place in _TAB_KEYS:
            if self.window_.ctx is not None:
                page = self.window_.show_tab(place)
                if what is not None:
                    page.show_record(what)
            return
        self._ways[place](what)

    def drop(self, path: Path) -> None:
        """A file that was dragged onto the window: a plantel opens, a list is imported."""
        if path.suffix.lower() == EXTENSION:
            self.window_.open_path(path)
        else:
            self.go("importar", path)

    # Files

    def _open(self, path: Any) -> None:
        if path is None:
            folder = str(state.recall_folder("archivos/carpeta"))
            chosen, _ = QFileDialog.getOpenFileName(self.window_, "Abrir plantel", folder, _FILES)
            if not chosen:
                return
            path = Path(chosen)
            state.remember("archivos/carpeta", str(path.parent))
        self.window_.open_path(Path(path))

    def _new(self, then: Any) -> None:
        from ui.dialogs.plantel_nuevo import PlantelNuevo

        dialog = PlantelNuevo(self.window_)
        dialog.made.connect(self._use_new)
        self._after = then
        dialog.open()

    def _use_new(self, store: Any) -> None:
        self.window_.use(store)
        if self._after is not None:
            place, what = self._after
            self.go(place, what)

    def _demo(self, _what: Any) -> None:
        from app.services import demo

        path = user_folder() / f"{_DEMO_NAME}{EXTENSION}"
        if not path.exists():
            messages.busy(True)
            try:
                demo.new_file(path, 240, 1, clock.today()).close()
            except AppError as problem:
                messages.problem(str(problem))
                return
            finally:
                messages.busy(False)
        self.window_.open_path(path)

    def _copy(self, _what: Any) -> None:
        ctx = self.window_.ctx
        if ctx is None or ctx.store.path is None:
            return
        offered = str(documents_folder() / f"{ctx.store.path.stem} (copia){EXTENSION}")
        chosen, _ = QFileDialog.getSaveFileName(self.window_, "Guardar una copia", offered, _FILES)
        if chosen and Path(chosen).resolve() != ctx.store.path:
            ctx.do(ctx.store.copy_to, Path(chosen))
            messages.toast(f"Se guardó la copia «{Path(chosen).name}»")

    # Dialogs

    def _import(self, what: Any) -> None:
        if self.window_.ctx is None:
            self._new(("importar", what))
            return
        from ui.dialogs.importar import ImportWizard

        ImportWizard(self.window_.ctx, what, self.window_).open()

    def _capture(self, _what: Any) -> None:
        if self.window_.ctx is None:
            self._new(("capturar", None))
            return
        self.window_.show_tab("tutorados").new_record()

    def _assign(self, what: Any) -> None:
        from ui.dialogs.asignar import AsignarDialog

        if self.window_.ctx is not None:
            alumno, asignatura = what
            AsignarDialog(self.window_.ctx, alumno, asignatura, self.window_).open()

    def _matter(self, alerta: Any) -> None:
        from ui.dialogs.asunto import AsuntoDialog

        if self.window_.ctx is not None:
            AsuntoDialog(self.window_.ctx, alerta, self.window_).open()

    def _put_off(self, _what: Any) -> None:
        from ui.dialogs.pospuestas import PospuestasDialog

        if self.window_.ctx is not None:
            PospuestasDialog(self.window_.ctx, self.window_).open()

    def _recognise(self, what: Any) -> None:
        """Of somebody by id, perhaps with the intervención and the words that are proposed."""
        from ui.dialogs.reconocer import ReconocerDialog

        if self.window_.ctx is not None:
            alumno, case, words = what if isinstance(what, tuple) else (what, None, "")
            ReconocerDialog(
                self.window_.ctx, alumno, self.window_, intervencion=case, texto=words
            ).open()

    def _candidates(self, asignatura: Any) -> None:
        from ui.dialogs.candidatos import CandidatosDialog

        if self.window_.ctx is not None:
            CandidatosDialog(self.window_.ctx, self.window_, asignatura or 0).open()

    def _print(self, what: Any) -> None:
        """What a page asks to print, the key of a form, or what the page in front has chosen."""
        from ui.dialogs.imprimir import ImprimirDialog

        if self.window_.ctx is not None:
            choice = what if isinstance(what, PrintChoice) else self._chosen_in_page()
            if isinstance(what, str):
                choice = replace(choice, formato=what, named=True)
            ImprimirDialog(self.window_.ctx, choice, self.window_).open()

    def _chosen_in_page(self) -> PrintChoice:
        page = self.window_.current_page()
        offer = getattr(page, "print_choice", None)
        return offer() if offer is not None else PrintChoice()

    def _settings(self, section: Any) -> None:
        from ui.dialogs.configuracion import ConfiguracionDialog

        if self.window_.ctx is not None:
            ConfiguracionDialog(self.window_.ctx, section or "plantel", self.window_).open()

    def _history(self, alumno: Any) -> None:
        from ui.dialogs.historial import HistorialDialog

        if self.window_.ctx is not None:
            HistorialDialog(self.window_.ctx, alumno, self.window_).open()

    def _bin(self, _what: Any) -> None:
        from ui.dialogs.historial import HistorialDialog

        if self.window_.ctx is not None:
            HistorialDialog(self.window_.ctx, None, self.window_, papelera=True).open()

    def _periodo(self, name: Any) -> None:
        if name and self.window_.ctx is not None:
            self.window_.ctx.do(planteles.choose_periodo, self.window_.ctx.store, name)
        else:
            self._settings("periodo")

    def _search(self, _what: Any) -> None:
        if self.window_.ctx is not None:
            self.window_.search.focus()

    def _help(self, key: Any) -> None:
        from ui.dialogs.ayuda import AyudaDialog

        AyudaDialog(key or "inicio", self.window_).open()

    def _about(self, _what: Any) -> None:
        from ui.dialogs.acerca import AcercaDialog

        AcercaDialog(self.window_).open()
