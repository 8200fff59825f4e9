"""What the disk does not let be stored: it is said, it stays written, and it is tried again."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.errors import DiskProblem
from app.services import planteles
from app.store import Store, engine
from tests.ui.conftest import Heard
from ui import messages
from ui.application import Defects, sentence_of
from ui.main_window import MainWindow

PHONE = "5512345678"


class Stick:
    """The folder of the file, as a memory stick that goes and comes back."""

    def __init__(self, path: Path) -> None:
        self.path, self.away = path, path.with_name("fuera")

    def pull(self) -> None:
        self.path.rename(self.away)

    def put_back(self) -> None:
        self.away.rename(self.path)


def form_of(window: MainWindow):
    """The form of the data of the tutorado in sight."""
    return window.pages["tutorados"].detail.pages.page("ficha").form


@pytest.fixture
def stick(window: MainWindow, demo: Store) -> Stick:
    assert demo.path is not None
    with demo.operation("Calentar"):
        demo.alumnos.change(demo.alumnos.all()[0].id, correo="a@escuela.mx")
    return Stick(demo.path)


@pytest.fixture
def phone(window: MainWindow, stick: Stick, qtbot: QtBot):
    """The field of the phone of the first tutorado, with the cursor in it."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    page = window.show_tab("tutorados")
    page.table.choose_first()
    page.detail.pages.set_key("ficha")
    line = form_of(window).editor("telefono").line
    line.setFocus()
    line.clear()
    return line


def leave(qtbot: QtBot, line) -> None:
    qtbot.keyClick(line, Qt.Key.Key_Tab)
    QApplication.processEvents()


def test_what_was_not_stored_stays_and_the_bar_says_so(
    window: MainWindow, demo: Store, says: Heard, stick: Stick, phone, qtbot: QtBot
) -> None:
    form = form_of(window)
    stick.pull()
    qtbot.keyClicks(phone, PHONE)
    leave(qtbot, phone)
    assert "ya no está en su carpeta" in says.problems[-1]
    assert window.bar.saved.text() == "Sin guardar"
    assert phone.text() == PHONE
    assert "No se guardó" in form.problems()["telefono"]
    window.pages["tutorados"].refresh()
    assert phone.text() == PHONE

    stick.put_back()
    phone.setFocus()
    leave(qtbot, phone)
    assert demo.alumnos.count(telefono=PHONE) == 1
    assert form.problems() == {}
    assert window.bar.saved.text() == "Guardado"


def test_closing_with_something_not_stored_asks_first(
    window: MainWindow, says: Heard, stick: Stick, phone, qtbot: QtBot
) -> None:
    stick.pull()
    qtbot.keyClicks(phone, PHONE)
    window.close()
    assert window.isVisible()
    assert says.questions == ["¿Cerrar sin guardar lo último que escribió?"]
    assert says.press is not None
    says.press()
    assert not window.isVisible()


def test_a_file_only_to_read_says_so_from_the_start(
    empty_window: MainWindow, demo: Store, says: Heard, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = demo.path
    assert path is not None
    demo.close()
    monkeypatch.setattr("app.store.opening.os.access", lambda *_: False)
    assert empty_window.open_path(path)
    assert empty_window.ctx is not None
    assert empty_window.ctx.store.read_only
    assert empty_window.bar.saved.text() == "Solo lectura"
    assert "nada de lo que cambie se guarda" in empty_window.bar.saved.toolTip()
    messages.use(says)
    store = empty_window.ctx.store
    empty_window.ctx.do(planteles.change_plantel, store, {"localidad": "Ixtlahuaca"})
    assert "solo para leer" in says.problems[-1]
    empty_window.use(None)


@pytest.mark.parametrize("kind", ["form", "rows"])
def test_a_refusal_told_elsewhere_is_not_taken_for_stored(kind: str, says: Heard) -> None:
    from ui.forms.storing import NotStored, stored

    def refuse() -> None:
        messages.problem("No queda espacio en el disco.")

    with pytest.raises(NotStored):
        stored(kind, refuse)
    stored(kind, lambda: None)


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (DiskProblem("No queda espacio."), "No queda espacio."),
        (engine.Error("disk I/O error"), "memoria USB"),
        (engine.Error("no such column: nada"), ""),
        (ValueError("full"), ""),
    ],
)
def test_only_defects_make_a_report(
    error: Exception, told: str, own_folder: Path, qapp: QApplication
) -> None:
    defects = Defects()
    heard: list[str] = []
    reports: list[str] = []
    defects.refused.connect(heard.append)
    defects.happened.connect(reports.append)
    defects.hook(type(error), error, None)
    assert bool(heard) == bool(told)
    assert told in "".join(heard)
    assert bool(reports) == (not told)
    assert bool(sentence_of(error)) == bool(told)
