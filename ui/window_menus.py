"""The two menus of the bar, the plantel's (files) and the program's, and the keys."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu

from ui import messages, state, theme
from ui.tabs import TABS

if TYPE_CHECKING:
    from ui.main_window import MainWindow


def fill_plantel_menu(window: "MainWindow") -> None:
    """Hangs the menus; the recent files are read each time the plantel's menu opens."""
    menu = QMenu(window)
    recent = QMenu("Abrir reciente", menu)
    recent.aboutToShow.connect(partial(_fill_recent, window, recent))
    _add(window, menu, "Abrir…", "folder", "abrir", "Ctrl+O")
    menu.addMenu(recent)
    _add(window, menu, "Nuevo plantel…", "plus", "nuevo")
    _add(window, menu, "Plantel de demostración", "play", "demo")
    menu.addSeparator()
    _add(window, menu, "Datos del plantel…", "building", "configuracion", needs_file=True)
    _add(window, menu, "Importar lista o calificaciones…", "upload", "importar", "Ctrl+I")
    _add(window, menu, "Guardar una copia…", "save", "copia", needs_file=True)
    window.bar.plantel.setMenu(menu)


def fill_program_menu(window: "MainWindow") -> None:
    """Hangs the program's menu."""
    menu = QMenu(window)
    _add(window, menu, "Historial de todo el plantel", "history", "historial", "Ctrl+H", True)
    _add(window, menu, "Papelera", "trash", "papelera", "", True)
    menu.addSeparator()
    _add(window, menu, "Configuración…", "settings", "configuracion", "Ctrl+,", True)
    _add(window, menu, "Ayuda", "help", "ayuda")
    _add(window, menu, "Acerca de Entre Pares", "info", "acerca")
    menu.addSeparator()
    leave = menu.addAction(theme.icon("door"), "Salir", window.close)
    leave.setShortcut("Ctrl+Q")
    window.addAction(leave)  # a menu of a button does not lend its keys to the window
    window.bar.menu.setMenu(menu)


def _add(
    window: "MainWindow", menu: QMenu, text: str, icon: str, place: str, shortcut: str = "",
    needs_file: bool = False,
) -> None:  # fmt: skip
    action = menu.addAction(theme.icon(icon), text)
    action.triggered.connect(partial(_go, window, place))
    if shortcut:
        action.setShortcut(shortcut)
        window.addAction(action)
    if needs_file:
        menu.aboutToShow.connect(partial(_enable, window, action))


def _go(window: "MainWindow", place: str, _checked: bool = False) -> None:
    window.places.go(place)


def _enable(window: "MainWindow", action: object) -> None:
    action.setEnabled(window.ctx is not None)  # type: ignore[attr-defined]


def _fill_recent(window: "MainWindow", menu: QMenu) -> None:
    menu.clear()
    paths = state.recent_files()
    stems = [path.stem for path in paths]
    for path in paths:
        where = f" · en {path.parent.name}" if stems.count(path.stem) > 1 else ""
        action = menu.addAction(f"{path.stem}{where}".replace("&", "&&"))
        action.triggered.connect(partial(window.open_path, path))
    if menu.isEmpty():
        menu.addAction("Todavía no hay archivos recientes").setEnabled(False)


def add_shortcuts(window: "MainWindow") -> None:
    """The keys that work everywhere in the window."""
    keys = {
        "Ctrl+Z": window.undo,
        "Ctrl+Y": window.redo,
        "Ctrl+Shift+Z": window.redo,
        "Ctrl+K": partial(window.go, "buscar"),
        "Ctrl+P": partial(window.go, "imprimir"),
        "F1": partial(window.go, "ayuda"),
        "F3": window.filter,
        "Ctrl+F": window.filter,
        "F6": messages.focus_toast,
    }
    keys |= {f"Ctrl+{i + 1}": partial(window.go_to_tab, i) for i in range(len(TABS))}
    for key, slot in keys.items():
        QShortcut(QKeySequence(key), window).activated.connect(slot)
