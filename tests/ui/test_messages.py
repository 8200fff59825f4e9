"""What is said and asked goes through one place; what works in the background tells here."""

import threading

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.errors import AppError
from ui import jobs, messages
from ui.actions import Action, Actions
from ui.widgets.dialog import Dialog
from ui.widgets.progress_card import FloatingProgress
from ui.widgets.strip import Strip
from ui.widgets.toolbar import Toolbar


@pytest.fixture
def place(shown):
    """A window that speaks, with a place for strips."""
    window = QWidget()
    window.resize(900, 600)
    strips = QVBoxLayout(window)
    shown(window)
    before = messages.use(messages.WindowVoice(window, strips))
    yield window
    messages.use(before)


def test_a_toast_is_shown_in_the_window_and_answers_by_keyboard(place: QWidget, qtbot):
    done: list[str] = []
    messages.toast("Se importaron 310 alumnos.", "Deshacer", lambda: done.append("undo"))
    messages.focus_toast()
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, Qt.Key.Key_Space)
    assert done == ["undo"]


def test_a_strip_stays_until_it_is_taken_away(place: QWidget):
    pressed: list[str] = []
    messages.strip("medio", "Hay una copia más nueva", "", "Abrir", lambda: pressed.append("x"))
    strip = place.findChild(Strip)
    strip.button.click()
    assert pressed == ["x"]
    messages.strip("medio", "")
    assert messages._voice[0]._strip is None


def test_a_problem_is_a_toast_or_a_dialog_over_another(place: QWidget):
    messages.problem("El archivo está abierto en otra ventana.")
    assert QApplication.activeModalWidget() is None
    messages.dismiss()
    over = Dialog("Imprimir", place, action="Imprimir")
    over.open()
    messages.problem("No hay impresora. Guarde un PDF.")
    notices = [d for d in over.findChildren(Dialog) if d.windowTitle() == "Aviso"]
    assert len(notices) == 1


def test_a_question_runs_only_with_its_action(place: QWidget, qtbot):
    done: list[str] = []
    messages.confirm("¿Cerrar sin guardar?", "Cerrar", lambda: done.append("sí"), "Se pierde.")
    dialog = place.findChild(Dialog)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert done == []
    messages.confirm("¿Cerrar sin guardar?", "Cerrar", lambda: done.append("sí"))
    dialog = next(d for d in place.findChildren(Dialog) if d.isVisible())
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert done == ["sí"]


def test_a_defect_says_that_the_data_are_complete(place: QWidget, tmp_path):
    messages.defect(str(tmp_path / "informe.txt"))
    dialog = place.findChild(Dialog)
    words = [label.text() for label in dialog.findChildren(messages.Label)]
    assert any("Sus datos están completos" in text for text in words)


def test_without_window_nothing_is_said_but_problems_are(look):
    before = messages.use(messages.Silence())
    messages.toast("Nada")
    messages.strip("alto", "Nada")
    shown = []
    for say in (
        lambda: messages.problem("No se pudo abrir."),
        lambda: messages.confirm("¿Seguir?", "Seguir", lambda: None),
        lambda: messages.bug("Algo falló."),
    ):
        say()
        dialog = next(
            w for w in QApplication.topLevelWidgets() if isinstance(w, Dialog) and w.isVisible()
        )
        shown.append(dialog.windowTitle())
        dialog.reject()
    messages.use(before)
    assert shown == ["Aviso", "¿Seguir?", "Algo falló"]


def test_the_pointer_is_busy_only_meanwhile(look):
    messages.busy(on=True)
    assert QApplication.overrideCursor().shape() == Qt.CursorShape.WaitCursor
    messages.busy(on=False)
    assert QApplication.overrideCursor() is None


# Jobs


@pytest.fixture
def owner(look):
    made = QObject()
    yield made
    made.deleteLater()


def test_a_job_gives_its_result_in_the_thread_of_the_window(owner: QObject, qtbot):
    got: list[tuple[object, bool]] = []
    here = threading.get_ident()

    def work(tick: jobs.Tick) -> int:
        tick(1, 2, "Ordóñez")
        return 40 + 2

    jobs.run(work, owner, lambda result: got.append((result, threading.get_ident() == here)))
    qtbot.waitUntil(lambda: bool(got))
    assert got == [(42, True)]


def test_a_job_stops_at_its_next_tick(owner: QObject, qtbot):
    stopped: list[bool] = []
    go = threading.Event()

    def work(tick: jobs.Tick) -> None:
        go.wait(5)
        tick(1, 1)

    job = jobs.run(work, owner, pytest.fail, stopped=lambda: stopped.append(True))
    job.cancel()
    go.set()
    qtbot.waitUntil(lambda: bool(stopped))


def test_an_error_for_the_user_is_told(owner: QObject, qtbot, says):
    def work(_tick: jobs.Tick) -> None:
        raise AppError("La memoria USB está llena.")

    jobs.run(work, owner, pytest.fail)
    qtbot.waitUntil(lambda: says.problems == ["La memoria USB está llena."])


def test_a_defect_of_a_job_is_not_kept_quiet(owner: QObject, qtbot):
    job = jobs.Job(lambda tick: 1 // 0, owner)
    told: list[object] = []
    job.failed.connect(told.append)
    job.start()
    qtbot.waitUntil(lambda: bool(told))
    assert isinstance(told[0], ZeroDivisionError)


def test_the_card_appears_when_it_takes_long(place: QWidget, owner: QObject, qtbot, monkeypatch):
    monkeypatch.setattr(jobs, "_CARD_AFTER", 1)
    go = threading.Event()

    def work(tick: jobs.Tick) -> None:
        tick(1, 2, "Uno")
        go.wait(5)

    jobs.run(work, owner, lambda _result: None, title="Imprimiendo", window=place)
    qtbot.waitUntil(lambda: place.findChild(FloatingProgress) is not None)
    card = place.findChild(FloatingProgress)
    qtbot.waitUntil(lambda: card.count.text() == "1 de 2")
    go.set()
    qtbot.waitUntil(lambda: place.findChild(FloatingProgress) is None)
    assert jobs.wait_for_all()


# Actions


class Page(QWidget):
    """A page with three actions over what is chosen."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[int] = []
        self.done: list[object] = []
        self.actions_ = Actions(
            self,
            (
                Action("Nuevo tutorado", self._new, "plus", "Ctrl+N"),
                Action(
                    "Imprimir carnet…", self.done.append, "printer", needs="some",
                    many="Imprimir {n} carnets…",
                ),
                Action("Abrir en ventana", self.done.append, needs="one"),
                Action("Dar de baja", self.done.append, "trash", needs="some", danger=True),
            ),
            chosen=lambda: self.ids,
        )  # fmt: skip

    def _new(self) -> None:
        self.done.append("new")

    def choose(self, *ids: int) -> None:
        self.ids = list(ids)
        self.actions_.refresh()


@pytest.fixture
def page(shown) -> Page:
    return shown(Page())


def test_an_action_gets_what_is_chosen_and_counts_it(page: Page):
    action = page.actions_["Imprimir carnet…"]
    assert not action.isEnabled()
    assert "Elija" in action.toolTip()
    page.choose(1, 2, 3)
    assert action.text() == "Imprimir 3 carnets…"
    action.trigger()
    assert page.done == [[1, 2, 3]]
    assert not page.actions_["Abrir en ventana"].isEnabled()
    page.choose(5)
    page.actions_["Abrir en ventana"].trigger()
    assert page.done[-1] == [5]


def test_the_same_action_is_button_shortcut_and_menu(page: Page, qtbot):
    toolbar = Toolbar(page)
    page.actions_.to_toolbar(toolbar, main="Nuevo tutorado", secondary=("Imprimir carnet…",))
    assert [a.text() for a in toolbar.menu.actions()] == ["Abrir en ventana", "Dar de baja"]
    page.choose(4)
    buttons = {b.text(): b for b in toolbar.findChildren(messages.Button)}
    buttons["Imprimir carnet…"].click()
    assert page.done == [[4]]
    assert "Ctrl+N" in buttons["Nuevo tutorado"].toolTip()
    qtbot.keyClick(page, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert page.done[-1] == "new"
    menu = page.actions_.menu("Nuevo tutorado", "-", "Dar de baja")
    assert [action.text() for action in menu.actions()] == ["Nuevo tutorado", "", "Dar de baja"]
    assert page.actions_.button("Dar de baja").kind == "danger"
