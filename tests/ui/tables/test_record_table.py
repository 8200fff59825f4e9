"""A list on the screen: choice, keyboard, checks, columns, and what it says around its rows."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QMenu

from ui.tables import cells
from ui.tables.column import Column
from ui.tables.record_table import RecordTable
from ui.theme import u
from ui.widgets.empty_state import EmptyState


@dataclass(frozen=True)
class Row:
    id: int
    nombre: str
    grupo: str = "3.º A"
    nivel: str = "medio"


COLUMNS = [
    Column("alumno", "Alumno", lambda row: row.nombre, width=30, stretch=True),
    Column("grupo", "Grupo", lambda row: row.grupo, width=14, drop=1),
    Column(
        "riesgo", "Riesgo", lambda row: row.nivel, width=24, cell=cells.Level(lambda r: r.nivel)
    ),
    Column("carga", "Carga", lambda row: "2 de 3", cell=cells.Load(lambda row: (2, 3)), drop=2),
    Column(
        "exp", "Expediente", lambda row: "", cell=cells.Boxes(lambda row: [True] * 4), hidden=True
    ),
    Column("estado", "Estado", lambda row: "Hecha", cell=cells.State(lambda row: ("check", "ok"))),
    Column("ver", "", lambda row: "Buscar", width=14, cell=cells.Link()),
]
NAMES = ["Zúñiga, Joel", "Ñáñez, Lucero", "Núñez, Diego", "Álvarez, Óscar"]


class Data:
    """The rows that the list loads, to be changed by a test."""

    def __init__(self) -> None:
        self.rows = [Row(i, name) for i, name in enumerate(NAMES, 1)]


@pytest.fixture
def data() -> Data:
    return Data()


@pytest.fixture
def table(data: Data, shown) -> RecordTable:
    made = RecordTable(COLUMNS, lambda: data.rows, nouns=("tutorado", "tutorados"), memory="prueba")
    made.resize(u(200), u(120))
    made.refresh()
    shown(made)
    made.view.setFocus()
    return made


def click(qtbot, table: RecordTable, row: int, column: int = 0, *, x: int | None = None) -> None:
    area = table.view.visualRect(table.model.index(row, column))
    at = area.center() if x is None else QPoint(area.x() + x, area.center().y())
    qtbot.mouseClick(table.view.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_choosing_tells_the_ids(qtbot, table: RecordTable):
    told: list[list[int]] = []
    table.chosen.connect(told.append)
    click(qtbot, table, 1)
    qtbot.keyClick(table.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert told == [[2], [2, 3]]
    assert table.counts.text() == "4 tutorados · 2 seleccionados"


def test_choice_and_scroll_outlive_a_refresh(table: RecordTable, data: Data):
    data.rows += [Row(i, f"Persona {i:03}") for i in range(10, 90)]
    table.refresh()
    table.choose(60)
    table.view.verticalScrollBar().setValue(600)
    told: list[list[int]] = []
    table.chosen.connect(told.append)
    data.rows = [row for row in data.rows if row.id != 20]
    table.refresh()
    assert table.chosen_ids() == [60]
    assert table.current_id() == 60
    assert table.view.verticalScrollBar().value() == 600
    assert told == []


def test_a_row_that_goes_away_is_no_longer_chosen(table: RecordTable, data: Data):
    table.choose(1, 2)
    told: list[list[int]] = []
    table.chosen.connect(told.append)
    data.rows = data.rows[1:]
    table.refresh()
    assert told == [[2]]


def test_enter_and_double_click_open(qtbot, table: RecordTable):
    table.choose(3)
    told: list[object] = []
    table.opened.connect(told.append)
    qtbot.keyClick(table.view, Qt.Key.Key_Return)
    at = table.view.visualRect(table.model.index(0, 0)).center()
    qtbot.mouseDClick(table.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert told == [3, 1]


def test_the_keyboard_gets_a_row_and_a_ring_when_it_enters(table: RecordTable):
    table.view.clearFocus()
    table.view.setFocus(Qt.FocusReason.TabFocusReason)
    assert table.chosen_ids() == [1]
    assert table.view.delegate.ring == 0
    table.view.clearFocus()
    assert table.view.delegate.ring == -1


def test_a_link_is_pressed(qtbot, table: RecordTable):
    told: list[tuple[str, object]] = []
    table.linked.connect(lambda key, ident: told.append((key, ident)))
    click(qtbot, table, 2, 6)
    assert told == [("ver", 3)]


def test_the_head_sorts_one_way_and_then_the_other(qtbot, table: RecordTable):
    port = table.header.viewport()
    at = QPoint(table.header.sectionViewportPosition(0) + u(8), u(4))
    qtbot.mouseClick(port, Qt.MouseButton.LeftButton, pos=at)
    assert table.model.shown_ids() == [4, 3, 2, 1]
    qtbot.mouseClick(port, Qt.MouseButton.LeftButton, pos=at)
    assert table.model.shown_ids() == [1, 2, 3, 4]


def test_columns_and_order_are_remembered(table: RecordTable, data: Data, shown):
    menu = table.columns_menu()
    next(action for action in menu.actions() if action.text() == "Riesgo").trigger()
    table.sort_by("alumno", descending=True)
    table._remember()
    again = shown(RecordTable(COLUMNS, lambda: data.rows, memory="prueba"))
    again.refresh()
    assert again.view.isColumnHidden(2)
    assert again.model.shown_ids() == [1, 2, 3, 4]
    assert again.header.order == (0, True)


def test_columns_hide_when_there_is_no_room_and_come_back(table: RecordTable):
    table.resize(u(110), u(120))
    hidden = [i for i in range(len(COLUMNS)) if table.view.isColumnHidden(i)]
    assert hidden == [3, 4]
    table.resize(u(98), u(120))
    assert table.view.isColumnHidden(1)
    table.resize(u(200), u(120))
    assert not table.view.isColumnHidden(1)


def test_an_empty_list_is_not_an_empty_filter(table: RecordTable, data: Data, qtbot):
    table.set_filter("núñes")
    assert table._nothing.title.text() == "Nadie coincide con «núñes»"
    assert table._stack.currentWidget() is table._nothing
    assert table.counts.text() == "0 de 4 tutorados"
    with qtbot.waitSignal(table.filters_cleared):
        table._nothing.findChildren(type(table._nothing))
        table._nothing._row.itemAt(1).widget().click()
    table.set_filter("")
    data.rows = []
    table.refresh()
    assert table._stack.currentWidget() is table._empty
    table.set_empty(EmptyState("users", "Todavía no hay nadie"))
    table.set_words(no_match="Nada coincide", note="Doble clic para abrir")
    assert table.foot_note.text() == "Doble clic para abrir"


def test_checks_are_told_and_follow_the_rows(qtbot, table: RecordTable, data: Data):
    table.set_checkable()
    told: list[list[int]] = []
    table.checked.connect(told.append)
    click(qtbot, table, 0, x=u(5))
    assert told == [[1]]
    assert table.chosen_ids() == []
    assert table.header.check == Qt.CheckState.PartiallyChecked
    qtbot.mouseClick(
        table.header.viewport(), Qt.MouseButton.LeftButton, pos=table.header.check_rect().center()
    )
    assert table.checked_ids() == [1, 2, 3, 4]
    assert table.header.check == Qt.CheckState.Checked
    data.rows = data.rows[2:]
    table.refresh()
    assert table.checked_ids() == [3, 4]
    table.choose(3, 4)
    qtbot.keyClick(table.view, Qt.Key.Key_Space)
    assert table.checked_ids() == []


def test_the_chosen_rows_are_copied(qtbot, table: RecordTable):
    table.choose(2)
    qtbot.keyClick(table.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text().startswith("Ñáñez, Lucero\t3.º A\tmedio")


def test_the_menu_of_a_row_ends_with_copy_and_columns(table: RecordTable, qtbot):
    menus: list[QMenu] = []

    def make() -> QMenu:
        menus.append(QMenu(table))
        menus[0].addAction("Imprimir carnet…")
        return menus[0]

    table.set_context_menu(make)
    table._open_menu(QPoint(5, 5))
    words = [action.text() for action in menus[0].actions()]
    assert words == ["Imprimir carnet…", "", "Copiar", "Columnas y orden"]
    menus[0].close()


def test_a_cut_cell_gives_its_words_in_the_tooltip(table: RecordTable, data: Data):
    data.rows = [Row(1, "Un nombre larguísimo " * 6)]
    table.refresh()
    assert table.view.tooltip(table.model.index(0, 0)) == data.rows[0].nombre
    assert table.view.tooltip(table.model.index(0, 1)) == ""


@pytest.mark.parametrize("rows", ["one", "two", "dense"])
def test_rows_paint_in_their_heights(data: Data, shown, rows: str):
    columns = [
        Column(
            "a", "A", lambda r: r.nombre, cell=cells.TwoLines(lambda r: r.grupo, lambda r: "alto")
        ),
        Column("b", "B", lambda r: r.grupo, cell=cells.Doubtful(lambda r: "medio", underline=True)),
        Column("c", "C", lambda r: "9.6", align="right", cell=cells.Doubtful(lambda r: "")),
    ]
    table = RecordTable(columns, lambda: data.rows, rows=rows)
    table.set_row_look(lambda row: "alto" if row.id == 1 else "")
    table.refresh()
    shown(table)
    heights = {"one": u(9), "two": u(12.5), "dense": u(8)}
    assert table.view.rowHeight(0) == heights[rows]
    assert not table.grab().isNull()


def test_the_mouse_lights_one_row_at_a_time(qtbot, table: RecordTable):
    table.view._hover(2)
    assert table.view.delegate.hovered == 2
    table.view._hover(-1)
    assert table.view.delegate.hovered == -1
