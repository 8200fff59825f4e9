"""Pictures of every tab, dialog and form with the demo plantel: `python -m ui.screens FOLDER`."""

import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from app.formatos import FORMATOS
from app.formatos.formato import render
from app.formatos.preview import Preview
from app.services import demo
from app.store import Store
from ui import application, theme
from ui.main_window import MainWindow
from ui.tabs import TABS

MOMENT = datetime(2026, 11, 20, 9, 30)  # noqa: DTZ001
SIZES = (QSize(1366, 768), QSize(1280, 680))
DIALOGS = (
    ("nuevo", None),
    ("importar", None),
    ("configuracion", "plantel"),
    ("configuracion", "periodo"),
    ("configuracion", "inhabiles"),
    ("configuracion", "grupos"),
    ("configuracion", "asignaturas"),
    ("configuracion", "reglas"),
    ("configuracion", "apariencia"),
    ("historial", None),
    ("papelera", None),
    ("ayuda", "inicio"),
    ("acerca", None),
)
_STAND_IN = "Open Sans"
_DOTS_PER_POINT = 110 / 72


def main(folder: Path) -> int:
    """Draws everything into the folder; the exit status."""
    folder.mkdir(parents=True, exist_ok=True)
    app = application.make(sys.argv[:1], _STAND_IN)
    with TemporaryDirectory() as scratch:
        path = Path(scratch) / "demostración.entrepares"
        demo.new_file(path, 240, 1, MOMENT.date()).close()
        for name, picture in _window(app, path):
            picture.save(str(folder / f"{name}.png"))
    for name, picture in _paper():
        picture.save(str(folder / f"{name}.png"))
    return 0


def _window(app: QApplication, path: Path) -> Iterator[tuple[str, QImage]]:
    for look in ("clara", "oscura"):
        theme.apply(app, look)
        window = MainWindow()
        window.use(None)
        yield f"bienvenida_{look}", _grab(window, SIZES[0])
        window.use(Store.open(path, clock=lambda: MOMENT))
        for size in SIZES:
            for spec in TABS:
                window.show_tab(spec.key)
                name = f"{spec.key}_{look}_{size.width()}x{size.height()}"
                yield name, _grab(window, size)
        for place, what in DIALOGS:
            window.places.go(place, what)
            yield f"dialogo_{place}_{what or ''}_{look}", _grab(window, SIZES[0])
            for dialog in app.topLevelWidgets():
                if dialog is not window and dialog.isVisible():
                    dialog.close()
            _settle()
        window.close()
        window.deleteLater()
        _settle()


def _grab(window: QWidget, size: QSize) -> QImage:
    """The window as it is on screen, with the dialog that is open over it."""
    window.setWindowState(Qt.WindowState.WindowNoState)
    window.resize(size)
    window.show()
    _settle()
    picture = window.grab().toImage()
    over = QApplication.activeModalWidget()
    if over is not None:
        painter = QPainter(picture)
        painter.drawImage(
            over.mapToGlobal(over.rect().topLeft()) - window.pos(), over.grab().toImage()
        )
        painter.end()
    return picture


def _settle() -> None:
    for _ in range(4):
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _paper() -> Iterator[tuple[str, QImage]]:
    for formato in FORMATOS:
        dibujo = formato.dibujo()
        for paper in formato.papers:
            for word, datos in (("lleno", dibujo.ejemplo), ("en_blanco", dibujo.en_blanco)):
                content = render(formato, [datos], dibujo.opciones(papel=paper))
                with Preview(content) as pages:
                    for page in range(pages.pages):
                        width, height, pixels = pages.render(page, _DOTS_PER_POINT)
                        form = QImage.Format.Format_RGB32
                        picture = QImage(pixels, width, height, 4 * width, form)
                        yield f"papel_{formato.key}_{paper}_{word}_{page + 1}", picture.copy()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
