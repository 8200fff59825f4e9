"""What tells and asks: strips, toasts, empty lists, progress, steps."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from ui.theme import u
from ui.widgets.buttons import Button
from ui.widgets.card import Card, ScrollPane, Splitter
from ui.widgets.empty_state import EmptyState
from ui.widgets.figures import KeyFigure
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import Label
from ui.widgets.marks import LEVELS, Avatar, ExpedienteBoxes, LevelBadge, LoadDots
from ui.widgets.progress_card import FloatingProgress, ProgressCard
from ui.widgets.stepper import Step, Stepper
from ui.widgets.strip import Problem, Strip
from ui.widgets.sub_tabs import SubPages
from ui.widgets.toast import Toast


@pytest.mark.parametrize("level", LEVELS)
def test_a_badge_says_its_level_in_words(level: str, shown):
    badge = shown(LevelBadge(level))
    assert LEVELS[level][0] in badge.accessibleName()
    assert not badge.grab().isNull()


def test_an_overridden_level_says_so_and_why():
    badge = LevelBadge("medio", changed=True, reason="Lo pidió su tutora")
    assert badge.accessibleName() == "Riesgo: Medio · cambiado"
    assert badge.toolTip() == "Lo pidió su tutora"
    assert badge.sizeHint().width() > LevelBadge("medio").sizeHint().width()


def test_load_and_expediente_say_what_their_shapes_show(shown):
    assert LoadDots(2, 3).accessibleName() == "2 de 3"
    assert LoadDots(2, 12).sizeHint().width() < LoadDots(2, 6).sizeHint().width()
    boxes = ExpedienteBoxes([True, True, False, False])
    assert boxes.accessibleName() == "Faltan c, d; hechos a, b"
    boxes.set_done([True] * 4)
    assert boxes.toolTip() == "Expediente completo"
    avatar = shown(Avatar("DN"))
    avatar.set_level("alto")
    assert not avatar.grab().isNull()


def test_a_strip_hides_what_it_does_not_say(qtbot, shown):
    strip = shown(Strip("alto", "Reprobó Matemáticas III", "Debe Física II", "Cambiar nivel…"))
    with qtbot.waitSignal(strip.pressed):
        qtbot.mouseClick(strip.button, Qt.MouseButton.LeftButton)
    strip.set_words("2 sin horario")
    assert strip.second.isHidden()
    assert strip.button.isHidden()
    assert strip.accessibleName() == "2 sin horario"
    strip.set_kind("medio")
    assert not strip.grab().isNull()


def test_a_problem_is_seen_only_when_there_is_one(shown):
    problem = shown(Problem())
    assert problem.words.text() == ""
    problem.say("Febrero no tiene día 31")
    assert problem.isVisible()
    problem.say("")
    assert not problem.isVisible()


def test_an_empty_list_offers_its_button():
    button = Button("Importar…", "filled")
    empty = EmptyState("users", "Todavía no hay tutorados", "Aparecen al importar.", button)
    assert button.parent() is empty
    empty.set_words("Nadie coincide")
    assert empty.sentence.isHidden()


def test_progress_counts_and_stops_once(qtbot, shown):
    card = shown(ProgressCard("Imprimiendo carnets"))
    card.set_progress(23, 36, "Ordóñez Villaseñor, Ximena")
    assert card.count.text() == "23 de 36"
    with qtbot.waitSignal(card.cancelled):
        qtbot.mouseClick(card.button, Qt.MouseButton.LeftButton)
    assert not card.button.isEnabled()


def test_the_floating_progress_stays_in_its_corner(shown):
    window = QWidget()
    window.resize(800, 500)
    shown(window)
    card = FloatingProgress("Leyendo", window)
    card.show()
    card.place()
    assert window.rect().contains(card.geometry())
    assert card.geometry().right() > 780 - u(6)


def test_a_step_is_a_link_and_says_its_state(qtbot, shown):
    steps = shown(Stepper([Step("lista", "Lista", "1,240 alumnos", "done"), Step("c", "Carnets")]))
    first = steps._buttons[0]
    assert first.accessibleName() == "Lista, hecho. 1,240 alumnos"
    with qtbot.waitSignal(steps.opened) as told:
        qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    assert told.args == ["lista"]
    steps.set_steps([Step("lista", "Lista", state="current")])
    assert len(steps._buttons) == 1


@pytest.fixture
def toast(shown) -> Toast:
    window = QWidget()
    window.resize(900, 600)
    shown(window)
    return Toast(window)


def test_a_toast_runs_its_action_and_goes(qtbot, toast: Toast):
    done: list[str] = []
    toast.say("Se importaron 310 alumnos.", "Deshacer", lambda: done.append("undo"))
    assert toast.text == "Se importaron 310 alumnos."
    assert toast.take_focus()
    qtbot.keyClick(toast._action, Qt.Key.Key_Space)
    assert done == ["undo"]
    assert not toast.isVisible()
    assert not toast.take_focus()


def test_a_toast_goes_by_itself_but_not_while_it_has_the_focus(qtbot, toast: Toast):
    toast.say("Guardado", seconds=0.02)
    qtbot.waitUntil(lambda: not toast.isVisible())
    toast.say("Guardado", "Deshacer", seconds=0)
    toast.take_focus()
    toast._timer.setInterval(10)
    toast._restart()
    assert not toast._timer.isActive()
    qtbot.keyClick(toast._action, Qt.Key.Key_Escape)
    assert not toast.isVisible()


def test_the_next_toast_takes_the_place_of_the_one_before(toast: Toast):
    toast.say("Uno", "Deshacer", lambda: None)
    toast.say("Dos")
    assert toast.text == "Dos"
    assert toast._action.isHidden()
    toast.parentWidget().resize(700, 400)
    assert toast.parentWidget().rect().bottom() > toast.geometry().center().y()


def test_the_flow_goes_on_in_the_next_line():
    pane = QWidget()
    flow = FlowLayout(pane)
    for _ in range(6):
        flow.addWidget(QPushButton("Académico"))
    assert flow.heightForWidth(10_000) < flow.heightForWidth(300)
    assert flow.takeAt(9) is None
    taken = flow.takeAt(0)
    assert taken is not None
    assert flow.count() == 5


def test_a_page_is_built_when_its_tab_opens(qtbot, shown):
    built: list[str] = []

    def build(key: str) -> QWidget:
        built.append(key)
        return Label(key)

    pages = SubPages()
    pages.put(("a", "Resumen", lambda: build("a")), ("b", "Notas", lambda: build("b")))
    shown(pages)
    assert built == ["a"]
    pages.set_key("b")
    pages.set_key("a")
    assert built == ["a", "b"]
    assert pages.page("b") is not None
    assert pages.tabs is not None
    pages.tabs.set_count("b", 3)
    assert pages.tabs.tabText(1) == "Notas (3)"
    pages.tabs.setFocus()
    qtbot.keyClick(pages.tabs, Qt.Key.Key_Right)
    assert pages.key == "b"


def test_the_cursor_stays_in_the_pages_when_the_one_that_opens_has_nowhere_to_put_it(shown):
    holder = QWidget()
    column = QVBoxLayout(holder)
    first = Button("Primero de la ventana")
    column.addWidget(first)
    pages = SubPages()
    column.addWidget(pages)
    link = Button("Ver")
    pages.put(("a", "Resumen", lambda: link), ("b", "Notas", lambda: Label("vacía")))
    shown(holder)
    link.setFocus()
    pages.set_key("b")
    assert QApplication.focusWidget() is pages.tabs
    first.setFocus()
    pages.set_key("a")
    assert QApplication.focusWidget() is first


def test_a_figure_reads_before_and_now_and_is_never_red():
    figure = KeyFigure("Asistencia", "82 %", "152 de 186", before="74 %", better=True)
    assert figure.accessibleName() == "Asistencia: antes 74 %, ahora 82 % 152 de 186"
    figure.set_figures("60 %", before="74 %", meaning="Bajó 14 puntos", better=False)
    assert figure.meaning.property("role") == "text2"
    assert figure.meaning.text().startswith("–")


def test_a_pane_asks_for_the_width_of_what_it_holds(shown):
    pane = ScrollPane()
    wide = Card("Ancho")
    wide.setMinimumWidth(700)
    pane.body.addWidget(wide)
    shown(pane)
    assert pane.minimumSizeHint().width() >= 700


def test_the_splitter_remembers_its_widths(shown):
    split = Splitter()
    split.put(Card(), Card(), width=90)
    split.resize(1200, 500)
    shown(split)
    split.setSizes([400, 788])
    kept = split.state()
    split.setSizes([600, 588])
    split.restore(kept)
    assert split.sizes()[0] == 400
    split.restore("")
