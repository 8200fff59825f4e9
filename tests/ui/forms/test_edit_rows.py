"""Records edited one line each: a line written for the first time, and what is refused."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app import fields as f
from app.errors import InvalidValue
from app.fields import Field
from ui.forms.edit_rows import EditRows, RowColumn, RowVerbs
from ui.forms.written import LineEditor

FIELDS = {
    "accion": Field("accion", "Acción", f.Text(60)),
    "tema": Field("tema", "Tema", f.Text(60)),
    "semana": Field("semana", "Semana", f.Number(1, 40)),
}


class Page:
    """What a page does with the rows: stores, and shows them again at once."""

    def __init__(self) -> None:
        self.stored: dict[int, dict[str, Any]] = {}
        verbs = RowVerbs(self.save, self.remove, self.new)
        columns = [RowColumn(key, field.label) for key, field in FIELDS.items()]
        self.rows = EditRows(FIELDS, columns, verbs)

    def save(self, ident: int, key: str, value: object) -> None:
        if value == 40:
            raise InvalidValue(key, "Semana: ya no hay clases")
        self.stored[ident][key] = value
        self.show()

    def remove(self, ident: int) -> None:
        del self.stored[ident]
        self.show()

    def new(self, values: dict[str, Any]) -> None:
        self.stored[len(self.stored) + 1] = {"accion": "", "tema": "", "semana": None, **values}
        self.show()

    def show(self) -> None:
        self.rows.set_rows(list(self.stored.items()))

    def line(self, place: int, key: str) -> Any:
        editor = self.rows.editor(place, key)
        assert isinstance(editor, LineEditor)
        return editor.line


class Windows(QObject):
    """Counts what is shown as a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[QObject] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(watched)
        return False


@pytest.fixture
def page(shown: Callable[[QWidget], QWidget]) -> Page:
    made = Page()
    shown(made.rows)
    return made


def type_and_tab(qtbot: QtBot, words: str) -> None:
    QApplication.processEvents()
    inside = QApplication.focusWidget()
    qtbot.keyClicks(inside, words)
    qtbot.keyClick(inside, Qt.Key.Key_Tab)


def test_a_line_is_written_from_left_to_right_with_the_tab_key(page: Page, qtbot: QtBot) -> None:
    for words in ("Cartel", "Repaso"):
        page.rows.add()
        type_and_tab(qtbot, words)
        type_and_tab(qtbot, "Mitosis")
        type_and_tab(qtbot, "18")
    wanted = [{"accion": words, "tema": "Mitosis", "semana": 18} for words in ("Cartel", "Repaso")]
    assert list(page.stored.values()) == wanted
    assert [page.line(place, "accion").text() for place in (0, 1)] == ["Cartel", "Repaso"]


def test_a_line_written_after_another_was_taken_away_stays_in_its_place(
    page: Page, qtbot: QtBot
) -> None:
    page.new({"accion": "Uno"})
    page.new({"accion": "Dos"})
    page.remove(2)
    page.rows.add()
    type_and_tab(qtbot, "Tres")
    assert QApplication.focusWidget() is page.line(1, "tema")
    assert [page.line(place, "accion").text() for place in (0, 1)] == ["Uno", "Tres"]


@pytest.mark.parametrize("typed", ["Citlali", "40"])
def test_what_was_refused_stays_written_while_the_rest_is_stored(
    page: Page, qtbot: QtBot, typed: str
) -> None:
    page.new({"accion": "Uno"})
    page.line(0, "semana").setFocus()
    type_and_tab(qtbot, typed)
    assert page.rows.problem(0)
    page.show()
    assert page.line(0, "semana").text() == typed
    assert page.stored[1]["semana"] is None


def test_another_record_in_the_same_line_shows_its_own_values(page: Page, qtbot: QtBot) -> None:
    page.new({"accion": "Uno"})
    page.line(0, "semana").setFocus()
    type_and_tab(qtbot, "Citlali")
    page.rows.set_rows([(9, {"accion": "Otra", "tema": "", "semana": None})])
    assert page.line(0, "semana").text() == ""
    assert page.rows.problem(0) == ""


def test_a_new_line_never_shows_as_a_window_of_its_own(page: Page, look: QApplication) -> None:
    windows = Windows()
    look.installEventFilter(windows)
    page.rows.add()
    page.new({"accion": "Uno"})
    QApplication.processEvents()
    look.removeEventFilter(windows)
    assert windows.shown == []


def test_tab_goes_through_the_lines_in_their_place_of_the_page(
    shown: Callable[[QWidget], QWidget], qtbot: QtBot
) -> None:
    holder = QWidget()
    column = QVBoxLayout(holder)
    add, page, after = QPushButton("Agregar"), Page(), QLineEdit()
    for widget in (add, page.rows, after):
        column.addWidget(widget)
    page.rows.before = add
    shown(holder)
    page.new({"accion": "Uno"})
    page.new({"accion": "Dos"})
    QApplication.processEvents()
    add.setFocus()
    wanted = [page.line(place, key) for place in (0, 1) for key in FIELDS]
    seen: list[QWidget | None] = []
    for _ in range(9):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
    assert [seen[i] for i in (0, 1, 2, 4, 5, 6)] == wanted
    assert seen[8] is after
