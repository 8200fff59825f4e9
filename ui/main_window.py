"""The main window: bar, tabs, and the way from anywhere to any place."""

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from app.errors import AppError
from app.store import Store
from app.store.journal import Changes
from ui import messages, state
from ui.context import Context
from ui.pages import Pages
from ui.places import Places
from ui.search import SearchPanel
from ui.tabs import TABS
from ui.theme import u
from ui.top_bar import TopBar
from ui.window_menus import add_shortcuts, fill_plantel_menu, fill_program_menu

_ICONS_FROM = 1140
_LEAST = QSize(1024, 600)
_COMMON = QSize(1366, 768)
_ONLY_TO_READ = "El archivo o su carpeta no se dejan escribir: nada de lo que cambie se guarda"


class MainWindow(QMainWindow):
    """One open file, or the welcome when there is none."""

    opened = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.ctx: Context | None = None
        self._unsaved = ""
        self._gives_up = False
        self.bar = TopBar(self)
        self.tabs = Pages(self)
        self.welcome: Any = None
        self._build()
        self._connect()
        self.places = Places(self)
        self.search = SearchPanel(self, self.bar.search)
        messages.use(self)
        geometry = state.recall_bytes("ventana/lugar")
        if geometry is None or not self.restoreGeometry(geometry):
            self._fill_screen()

    def _fill_screen(self) -> None:
        """The first time: the whole of a small screen, the common lab size on a large one."""
        room = self.screen().availableSize()
        if room.width() <= _COMMON.width() or room.height() <= _COMMON.height():
            self.setWindowState(Qt.WindowState.WindowMaximized)
            self.resize(room)
        else:
            self.resize(_COMMON)

    # Building

    def _build(self) -> None:
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.tabs)
        center = QWidget(self)
        column = QVBoxLayout(center)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.stack, 1)
        self.setCentralWidget(center)
        self.setMinimumSize(_LEAST)
        self.setAcceptDrops(True)
        fill_plantel_menu(self)
        fill_program_menu(self)

    def _connect(self) -> None:
        self.bar.undo_asked.connect(self.undo)
        self.bar.redo_asked.connect(self.redo)
        self.bar.print_asked.connect(partial(self.go, "imprimir"))
        self.bar.help_asked.connect(partial(self.go, "ayuda"))
        self.bar.periodo_chosen.connect(self._choose_periodo)
        add_shortcuts(self)

    # The file

    def use(self, store: Store | None) -> None:
        """Shows a file, or the welcome; the file shown before is closed."""
        self._leave()
        if store is None:
            self._welcome()
            return
        self.ctx = Context(store, self)
        self.ctx.changed.connect(self._on_change)
        self.ctx.failed.connect(self._on_failed)
        self.ctx.asked.connect(self.places.go)
        self.stack.setCurrentWidget(self.tabs)
        self.tabs.open(self.ctx)
        self._show_bar()
        if store.path is not None:
            state.remember_path("archivos/ultimo", store.path)
            state.add_recent(store.path)
        if store.copied is not None:
            messages.toast(f"El archivo se actualizó. Antes se hizo una copia: {store.copied.name}")
        QTimer.singleShot(0, self, self._check)
        self.opened.emit()

    def _check(self) -> None:
        """Reads the whole file once its first page is on screen; a damaged one is let go."""
        if self.ctx is None:
            return
        try:
            self.ctx.store.check()
        except AppError as problem:
            self.use(None)
            messages.problem(str(problem))

    def _leave(self) -> None:
        self.tabs.leave()
        self._unsaved = ""
        if self.ctx is not None:
            self.ctx.close()
            self.ctx = None

    def _welcome(self) -> None:
        if self.welcome is None:
            from ui.welcome import Welcome

            self.welcome = Welcome(self)
            self.welcome.asked.connect(self.places.go)
            self.stack.addWidget(self.welcome)
        self.stack.setCurrentWidget(self.welcome)
        self.welcome.first.setFocus()
        self._show_bar()

    def open_path(self, path: Path) -> bool:
        """Opens a file; when it does not open, says why and stays as it was."""
        if self.ctx is not None and self.ctx.store.path == path.resolve():
            return True
        try:
            store = Store.open(path, check_later=True)
        except AppError as problem:
            messages.problem(str(problem))
            return False
        self.use(store)
        return True

    # The bar

    def _show_bar(self) -> None:
        working = self.ctx is not None
        for widget in (self.bar.periodo, self.bar.search, self.bar.print):
            widget.setEnabled(working)
        if self.ctx is None:
            self.bar.show_nothing()
            self.setWindowTitle("Entre Pares")
            return
        store = self.ctx.store
        plantel = store.plantel.only()
        periodos = sorted(store.periodos.all(), key=lambda one: one.nombre)
        current = next((p.nombre for p in periodos if p.id == plantel.periodo), "")
        self.bar.plantel.show_name(plantel.nombre)
        self.bar.show_periodos([p.nombre for p in periodos] + ["Otro periodo…"], current)
        self.bar.show_steps(store.undo_label, store.redo_label)
        if self._unsaved:
            self.bar.show_state("Sin guardar", "alert", self._unsaved)
        elif store.read_only:
            self.bar.show_state("Solo lectura", "lock", _ONLY_TO_READ)
        else:
            self.bar.show_state("Guardado", "check")
        self.setWindowTitle(f"{plantel.nombre} – Entre Pares")

    def _choose_periodo(self, name: str) -> None:
        self.places.go("periodo", "" if name.endswith("…") else name)
        self._show_bar()

    # Tabs

    @property
    def pages(self) -> dict[str, Any]:
        """The pages seen so far, by the key of their tab."""
        return self.tabs.made

    def show_tab(self, key: str) -> Any:
        """Brings a tab to the front and returns its page."""
        return self.tabs.show_tab(key)

    def current_page(self) -> Any:
        """The page in front, or None on the welcome."""
        return self.tabs.page

    def _on_failed(self, sentence: str) -> None:
        """What is on screen is not in the file: the bar says it until something is stored."""
        self._unsaved = sentence
        self._show_bar()

    def _on_change(self, changes: Changes) -> None:
        self._unsaved = ""
        self.tabs.on_change(changes)
        self._show_bar()

    def go_to_tab(self, index: int) -> None:
        """Ctrl+1 to Ctrl+9."""
        if self.ctx is not None:
            self.tabs.show_tab(TABS[index].key)

    # What the keys do

    def undo(self) -> None:
        """Takes back the newest step."""
        if self.ctx is not None:
            self.ctx.undo()

    def redo(self) -> None:
        """Brings again the step taken back."""
        if self.ctx is not None:
            self.ctx.redo()

    def go(self, place: str) -> None:
        """A key that leads to a place."""
        if place == "ayuda":
            self.places.go(place, self.tabs.key if self.ctx else "inicio")
        else:
            self.places.go(place)

    def filter(self) -> None:
        """The cursor goes to the filter of the page."""
        page = self.current_page()
        if page is not None and hasattr(page, "focus_filter"):
            page.focus_filter()

    # Qt

    def resizeEvent(self, event: Any) -> None:
        super().resizeEvent(event)
        self.tabs.show_icons(self.width() >= u(_ICONS_FROM / 4))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        for url in event.mimeData().urls():
            if url.isLocalFile():
                self.places.drop(Path(url.toLocalFile()))
                event.acceptProposedAction()
                return

    def closeEvent(self, event: QCloseEvent) -> None:
        state.remember("ventana/lugar", self.saveGeometry())
        focused = self.focusWidget()
        if focused is not None and not self._gives_up:
            focused.clearFocus()
        if self._unsaved and not self._gives_up:
            event.ignore()
            question = "¿Cerrar sin guardar lo último que escribió?"
            messages.confirm(question, "Cerrar sin guardar", self._close_anyway, self._unsaved)
            return
        self._leave()
        event.accept()

    def _close_anyway(self) -> None:
        self._gives_up = True
        self.close()

    def keyPressEvent(self, event: Any) -> None:
        if event.key() == Qt.Key.Key_Escape:
            messages.dismiss()
        super().keyPressEvent(event)
