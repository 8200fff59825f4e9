"""Pictures of every tab, dialog and form with the demo plantel: `python -m ui.screens FOLDER`."""

import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from app.formatos import FORMATOS
from app.formatos.formato import render
from app.formatos.preview import Preview
from app.services import demo
from app.store import Store
from ui import application, jobs, theme
from ui.main_window import MainWindow
from ui.paper import picture
from ui.selftest.pictures import COMMON, DIALOGS, dialog, grab, settle
from ui.tabs import TABS

MOMENT = datetime(2026, 11, 20, 9, 30)  # noqa: DTZ001
SIZES = (COMMON, QSize(1280, 680))
VIEWS = (
    ("seguimiento", "sin_registro"),
    ("carnet", "capturar"),
    ("tutorados", "asignacion"),
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
        for name, drawn in _window(app, path):
            drawn.save(str(folder / f"{name}.png"))
    for name, drawn in _paper():
        drawn.save(str(folder / f"{name}.png"))
    return 0


def _window(app: QApplication, path: Path) -> Iterator[tuple[str, QImage]]:
    for look in ("clara", "oscura"):
        theme.apply(app, look)
        window = MainWindow()
        window.use(None)
        yield f"bienvenida_{look}", grab(window, SIZES[0])
        window.use(Store.open(path, clock=lambda: MOMENT))
        for size in SIZES:
            for spec in TABS:
                window.show_tab(spec.key)
                name = f"{spec.key}_{look}_{size.width()}x{size.height()}"
                yield name, grab(window, size)
        yield from _views(window, look)
        for place, what in DIALOGS:
            with dialog(window, place, what):
                yield f"dialogo_{place}_{what or ''}_{look}", grab(window, SIZES[0])
        window.close()
        window.deleteLater()
        settle()


def _views(window: MainWindow, look: str) -> Iterator[tuple[str, QImage]]:
    """What a tab shows when it is asked for something: a session, a card that came back."""
    page = window.show_tab("seguimiento")
    held = [row for row in page.rows if row.it.estado == "dada"]
    for place, what in (("seguimiento", held[0].id), *VIEWS):
        for size in SIZES:
            window.places.go(place, what)
            if what == "capturar":
                window.pages[place].capture.open_alumno(held[0].tutorados[0].alumno)
            if what == "asignacion":
                window.pages[place].board.calculate()
                jobs.wait_for_all()
                settle()
            name = "sesion" if what == held[0].id else what
            yield f"{place}_{name}_{look}_{size.width()}x{size.height()}", grab(window, size)


def _paper() -> Iterator[tuple[str, QImage]]:
    for formato in FORMATOS:
        dibujo = formato.dibujo()
        for paper in formato.papers:
            for word, datos in (("lleno", dibujo.ejemplo), ("en_blanco", dibujo.en_blanco)):
                content = render(formato, [datos], dibujo.opciones(papel=paper))
                with Preview(content) as pages:
                    for page in range(pages.pages):
                        drawn = picture(pages, page, _DOTS_PER_POINT)
                        yield f"papel_{formato.key}_{paper}_{word}_{page + 1}", drawn


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
