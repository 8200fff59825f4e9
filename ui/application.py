"""The QApplication: language, look, the hook for defects and garbage collection on this thread."""

import gc
import sys
import threading
from types import TracebackType

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QSize, QTimer, QTranslator, Signal
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from app import VERSION, paths, reports
from app.errors import AppError
from ui import state, theme

_COLLECT_EVERY_MS = 10_000
_POINTS = 9
_ICON_SIDES = (16, 20, 24, 32, 40, 48, 64, 128, 256)


class Defects(QObject):
    """Hears of every unexpected error, whatever its thread; writes the report, then tells."""

    happened = Signal(str)
    """Path of the report, on the thread of the window."""
    refused = Signal(str)
    """The sentence of what is no defect: a full disk, a file that went away."""

    def hook(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """For sys.excepthook: only writes and signals, because it may run on any thread."""
        if issubclass(kind, KeyboardInterrupt):
            QGuiApplication.quit()
            return
        if sentence := sentence_of(error):
            self.refused.emit(sentence)
        else:
            self.happened.emit(str(reports.write(kind, error, trace)))

    def thread_hook(self, args: threading.ExceptHookArgs) -> None:
        """For threading.excepthook."""
        if args.exc_value is not None:
            self.hook(args.exc_type, args.exc_value, args.exc_traceback)


def sentence_of(error: BaseException) -> str:
    """What to tell of an error that is nobody's defect; the empty text for a defect."""
    from app.store import engine  # loaded by now

    if isinstance(error, AppError):
        return str(error)
    if isinstance(error, Exception) and engine.is_of_the_disk(error):
        return str(engine.explained(error, None))
    return ""


def make(argv: list[str], typeface: str = "") -> QApplication:
    """The application, ready for the first widget; in the system's typeface, or in another."""
    app = QApplication(argv)
    if typeface in QFontDatabase.families():
        app.setFont(QFont(typeface, _POINTS))
    app.setApplicationName("Entre Pares")
    app.setApplicationDisplayName("Entre Pares")
    app.setApplicationVersion(VERSION)
    app.setWindowIcon(icon())
    QLocale.setDefault(QLocale("es_MX"))
    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(QLocale("es_MX"), "qtbase", "_", folder):
        app.installTranslator(translator)
    theme.apply(
        app, state.recall("apariencia/tema", "auto"), int(state.recall("apariencia/letra", "0"))
    )
    _collect_here(app)
    return app


def icon() -> QIcon:
    """The mark for the task bar, each size as it was drawn; read when the system asks for it."""
    mark = QIcon()
    for side in _ICON_SIDES:
        path = paths.RESOURCES / "icono" / f"entrepares-{side}.png"
        mark.addFile(str(path), QSize(side, side))
    return mark


def _collect_here(app: QApplication) -> None:
    """Collection of cycles only on this thread: on another it would destroy widgets and crash."""
    gc.disable()
    timer = QTimer(app)
    timer.timeout.connect(gc.collect)
    timer.start(_COLLECT_EVERY_MS)


def watch_defects(app: QApplication) -> Defects:
    """Puts the hooks; the window listens to `happened`."""
    defects = Defects(app)
    sys.excepthook = defects.hook
    threading.excepthook = defects.thread_hook
    return defects
