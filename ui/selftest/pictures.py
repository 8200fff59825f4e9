"""Pictures of the window and its dialogs as they are on screen, whatever the screen."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from ui import jobs
from ui.main_window import MainWindow

COMMON = QSize(1366, 768)
"""The screen of a lab computer."""
DIALOGS = (
    ("nuevo", None),
    ("importar", None),
    ("configuracion", "plantel"),
    ("configuracion", "periodo"),
    ("configuracion", "inhabiles"),
    ("configuracion", "grupos"),
    ("configuracion", "asignaturas"),
    ("configuracion", "reglas"),
    ("configuracion", "textos"),
    ("configuracion", "apariencia"),
    ("imprimir", "carnet"),
    ("imprimir", "carta-tutorado"),
    ("imprimir", "plan"),
    ("candidatos", None),
    ("historial", None),
    ("papelera", None),
    ("pospuestas", None),
    ("ayuda", "inicio"),
    ("acerca", None),
)
"""The places of the window that are dialogs, with what they show."""


@contextmanager
def dialog(window: MainWindow, place: str, what: str | None) -> Iterator[None]:
    """The window with a dialog open over it, which is closed at the end."""
    window.places.go(place, what)
    settle()
    jobs.wait_for_all()
    try:
        yield
    finally:
        for one in QApplication.topLevelWidgets():
            if one is not window and one.isVisible():
                one.close()
        settle()


def grab(window: QWidget, size: QSize) -> QImage:
    """The window at a size, with the dialog that is open over it, a pixel for each unit."""
    window.setWindowState(Qt.WindowState.WindowNoState)
    window.resize(size)
    window.show()
    settle()
    picture = window.grab().toImage()
    over = QApplication.activeModalWidget()
    if over is not None:
        painter = QPainter(picture)
        painter.drawImage(
            over.mapToGlobal(over.rect().topLeft()) - window.pos(), over.grab().toImage()
        )
        painter.end()
    if picture.devicePixelRatio() == 1:
        return picture
    smooth = Qt.TransformationMode.SmoothTransformation
    plain = picture.scaled(window.size(), mode=smooth)
    plain.setDevicePixelRatio(1)
    return plain


def settle() -> None:
    """Lets the window do what it has pending: to lay out, to paint, to let go."""
    for _ in range(4):
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def waited_until(condition: Callable[[], bool], seconds: float = 5) -> bool:
    """Lets the window work until something holds; whether it came to hold."""
    end = time.monotonic() + seconds
    while not condition() and time.monotonic() < end:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
    return condition()


def colours(picture: QImage) -> int:
    """How many different colours a picture has."""
    plain = picture.convertToFormat(QImage.Format.Format_RGB32)
    return len(set(memoryview(plain.constBits()).cast("B").cast("I")))
