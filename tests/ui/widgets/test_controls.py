"""Buttons, chips, segments, marks to choose and fields: what they tell and what they say aloud."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme import u
from ui.widgets.buttons import KINDS, Button, IconButton
from ui.widgets.chips import ChipMenu, Segments
from ui.widgets.choices import CheckBox, ComboBox, Radio
from ui.widgets.labels import ElidedLabel, Label
from ui.widgets.line_edit import LineEdit, Paragraph
from ui.widgets.pick_field import PickField
from ui.widgets.search_field import SearchField


@pytest.mark.parametrize("kind", KINDS)
def test_a_button_is_as_tall_as_the_design_says_and_paints(kind: str, shown):
    button = shown(Button("Imprimir 36 carnets", kind, "printer"))
    assert button.sizeHint().height() == u(8)
    assert not button.grab().isNull()


def test_a_button_that_is_off_says_why():
    button = Button("Imprimir", tooltip="Imprime la ficha")
    button.set_reason("Elija primero a alguien.")
    assert not button.isEnabled()
    assert button.toolTip() == "Elija primero a alguien."
    button.set_reason("")
    assert button.isEnabled()
    assert button.toolTip() == "Imprime la ficha"


def test_an_icon_button_has_a_name_and_tells_its_shortcut():
    button = IconButton("undo", "Deshacer", shortcut="Ctrl+Z")
    assert button.accessibleName() == "Deshacer"
    assert button.toolTip() == "Deshacer (Ctrl+Z)"
    assert min(button.sizeHint().width(), button.sizeHint().height()) >= u(7)


def test_only_the_keyboard_paints_the_ring_of_a_button(shown):
    button = shown(Button("Imprimir"))
    button.setFocus(Qt.FocusReason.MouseFocusReason)
    assert not button.ring
    button.clearFocus()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    assert button.ring


def test_a_chip_menu_filters_and_shows_its_choice():
    chip = ChipMenu("Riesgo", [("", "Todos"), ("alto", "Alto")])
    told: list[object] = []
    chip.chosen.connect(told.append)
    assert chip.text() == "Riesgo: todos"
    chip.menu().actions()[1].trigger()
    assert told == ["alto"]
    assert chip.text() == "Riesgo: alto"
    chip.set_options([("", "Todos"), ("bajo", "Bajo")])
    assert chip.key == ""


def test_segments_move_with_the_arrows_and_carry_counts(qtbot, shown):
    parts = shown(Segments([("todas", "Todas"), ("aviso", "Con aviso")], "todas"))
    parts.set_count("aviso", 1240)
    assert parts.button("aviso").text() == "Con aviso · 1,240"
    told: list[str] = []
    parts.chosen.connect(told.append)
    parts.button("todas").setFocus()
    qtbot.keyClick(parts.button("todas"), Qt.Key.Key_Right)
    qtbot.mouseClick(parts.button("todas"), Qt.MouseButton.LeftButton)
    assert told == ["aviso", "todas"]
    assert parts.key == "todas"


def test_segments_may_have_nothing_chosen():
    parts = Segments([("a", "Asistió"), ("f", "Faltó")])
    parts.set_key("")
    assert parts.key == ""


def test_marks_tell_their_words_and_caption():
    radio = Radio("Carta", checked=True, caption="una hoja")
    assert radio.accessibleDescription() == "una hoja"
    assert CheckBox(name="Elegir a todos").accessibleName() == "Elegir a todos"
    assert not CheckBox("Elegido", checked=True).grab().isNull()
    assert radio.isChecked()


def test_a_list_keeps_its_choice_when_its_options_change():
    combo = ComboBox([(1, "Uno"), (2, "Dos")], 2)
    combo.set_options([(2, "Dos"), (3, "Tres")])
    assert combo.key == 2
    combo.set_options([(3, "Tres")])
    assert combo.key is None


def test_the_search_field_tells_what_is_typed_and_escape_empties_it(qtbot, shown):
    field = shown(SearchField("Filtrar tutorados"))
    told: list[str] = []
    field.typed.connect(told.append)
    field.setText("núñ")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert told == ["núñ", ""]
    assert field.accessibleName() == "Filtrar tutorados"
    with qtbot.waitSignal(field.left_down):
        qtbot.keyClick(field, Qt.Key.Key_Down)


def test_the_search_field_may_wait_until_one_stops(qtbot):
    field = SearchField("Buscar", wait=10)
    told: list[str] = []
    field.typed.connect(told.append)
    field.setText("a")
    field.setText("ab")
    qtbot.waitUntil(lambda: told == ["ab"])


def test_a_label_that_does_not_fit_gives_the_whole_in_its_tooltip(shown):
    label = shown(ElidedLabel("Centro de Bachillerato Tecnológico"))
    label.resize(u(10), label.height())
    assert label.is_cut()
    assert label.toolTip() == "Centro de Bachillerato Tecnológico"
    label.setText("CBTis")
    assert label.accessibleName() == "CBTis"


def test_a_label_changes_its_role():
    label = Label("Falta", "caption", "text2")
    label.set_role("alto")
    assert label.property("role") == "alto"


@pytest.fixture
def undone(shown) -> tuple[QWidget, list[str]]:
    """A window with a Deshacer of its own."""
    window, done = QWidget(), []
    QVBoxLayout(window)
    action = QAction("Deshacer", window)
    action.setShortcut(QKeySequence.StandardKey.Undo)
    action.triggered.connect(lambda: done.append("undo"))
    window.addAction(action)
    shown(window)
    return window, done


@pytest.mark.parametrize("make", [LineEdit, Paragraph, lambda: SearchField("Filtrar")])
def test_a_field_with_nothing_to_undo_lets_the_window_undo(undone, qtbot, make):
    window, done = undone
    field = make()
    window.layout().addWidget(field)
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert done == ["undo"]
    (field.insert if isinstance(field, LineEdit) else field.insertPlainText)("algo")
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert done == ["undo"]
    written = field.text() if isinstance(field, LineEdit) else field.toPlainText()
    assert written == ""


def test_a_line_tells_that_it_was_left_only_if_it_changed(qtbot, shown):
    line, told = shown(LineEdit("3.º B")), []
    line.left.connect(lambda: told.append(line.text()))
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert told == []
    line.insert("C")
    line.setModified(True)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert told == ["3.º BC"]


def test_a_paragraph_grows_with_its_lines(shown):
    lines = shown(Paragraph(lines=2))
    before = lines.height()
    lines.set_text("\n".join("abcdef"))
    assert lines.height() > before
    assert not lines.document().isUndoAvailable()


def test_a_shortcut_of_the_window_is_not_lost_in_a_field(undone, qtbot):
    window, done = undone
    field = LineEdit()
    window.layout().addWidget(field)
    shortcut = QShortcut(QKeySequence("F3"), window)
    shortcut.activated.connect(lambda: done.append("F3"))
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_F3)
    assert done == ["F3"]


PEOPLE = [(1, "Núñez Peña, Diego"), (2, "Ñáñez Ayala, Lucero"), (3, "Núñez Arce, Aída")]


def picker(shown) -> tuple[PickField, list[object]]:
    field, told = shown(PickField(PEOPLE, name="Alumno")), []
    field.picked.connect(told.append)
    return field, told


def test_picking_finds_without_accents_and_in_any_order(shown):
    field, _told = picker(shown)
    field._offer("die nun")
    assert field._list.stringList() == ["Núñez Peña, Diego"]
    field._offer("nanez")
    assert field._list.stringList() == ["Ñáñez Ayala, Lucero"]


def test_what_is_typed_becomes_the_only_match_or_goes_back(shown):
    field, told = picker(shown)
    field.setText("lucero")
    field._settle()
    assert told == [2]
    assert field.text() == "Ñáñez Ayala, Lucero"
    field.setText("nun")
    field._settle()
    assert field.key == 2
    assert field.text() == "Ñáñez Ayala, Lucero"
    field.clear()
    field._settle()
    assert told == [2, None]


def test_enter_takes_the_first_that_is_offered(qtbot, shown):
    field, told = picker(shown)
    field.setFocus()
    field._offer("arce")
    qtbot.keyClick(field._list_view, Qt.Key.Key_Return)
    assert told == [3]
    assert field.text() == "Núñez Arce, Aída"


GRUPOS = [(1, "3.º A · matutino · Contabilidad"), (2, "3.º B · matutino · Ofimática"),
          (3, "3.º B · vespertino · Ofimática")]  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("3.º B", [1, 2, 0]),
        ("3b", [1, 2]),
        ("3 b v", [2]),
        ("ofimatica", [1, 2]),
        ("9z", []),
        ("º", [0, 1, 2]),
        ("·", [0, 1, 2]),
        ("%", []),
    ],
)
def test_what_begins_as_is_typed_is_offered_first(shown, typed: str, offered: list[int]):
    field = shown(PickField(GRUPOS))
    field._offer(typed)
    assert field._list.stringList() == [GRUPOS[i][1] for i in offered]


@pytest.fixture
def two_fields(shown) -> Iterator[tuple[PickField, LineEdit]]:
    holder = QWidget()
    column = QVBoxLayout(holder)
    field, after = PickField(GRUPOS, name="Grupo"), LineEdit()
    column.addWidget(field)
    column.addWidget(after)
    shown(holder)
    field.setFocus()
    yield field, after
    holder.close()


def test_the_tab_key_takes_the_first_that_is_offered(qtbot, two_fields):
    field, after = two_fields
    for letter in "3b":
        qtbot.keyClick(field, letter)
    assert field._list_view.isVisible()
    qtbot.keyClick(field._list_view, Qt.Key.Key_Tab)
    assert field.key == 2
    assert field.text() == "3.º B · matutino · Ofimática"
    assert not field._list_view.isVisible()
    qtbot.waitUntil(after.hasFocus)


def test_the_tab_key_takes_nothing_from_a_list_that_is_only_looked_at(qtbot, two_fields):
    field, after = two_fields
    field.offer_all()
    qtbot.keyClick(field._list_view, Qt.Key.Key_Tab)
    assert field.key is None
    qtbot.waitUntil(after.hasFocus)


def test_a_free_picker_takes_any_text(qtbot, shown):
    field, told = shown(PickField([(1, "Reactivo limitante")], free=True)), []
    field.left.connect(lambda: told.append(field.text()))
    field.insert("Otro tema")
    field.setModified(True)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert told == ["Otro tema"]
    field._offer("react")
    field._take(0)
    assert told[-1] == "Reactivo limitante"
