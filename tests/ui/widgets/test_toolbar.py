"""The bar over a page keeps what matters and puts the rest away when there is no room."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from ui.theme import u
from ui.widgets.buttons import Button
from ui.widgets.chips import Chip, Segments
from ui.widgets.search_field import SearchField
from ui.widgets.toolbar import Toolbar


def test_the_bar_folds_its_secondary_buttons(shown):
    bar = Toolbar()
    first, second = Button("Importar lista"), Button("Asignación")
    bar.add_secondary(first, "upload")
    bar.add_secondary(second)
    bar.set_main(Button("Nuevo tutorado", "filled"))
    bar.resize(u(200), u(8))
    shown(bar)
    assert bar.folded() == []
    assert not bar.more.isVisible()
    bar.resize(u(75), u(8))
    assert bar.folded() == [first]
    pressed: list[str] = []
    first.clicked.connect(lambda: pressed.append("importar"))
    bar._fill()
    assert [action.text() for action in bar.menu.actions()] == ["Importar lista"]
    bar.menu.actions()[0].trigger()
    assert pressed
    bar.resize(u(200), u(8))
    assert bar.folded() == []


def test_the_bar_puts_chips_away_when_there_is_no_room_left(shown):
    bar, chips = (
        Toolbar(),
        [Chip("Con cupo"), Chip("Matutino"), Chip("Sin alumno tutor y en riesgo")],
    )
    bar.add_left(SearchField("Filtrar"))
    for chip in chips:
        bar.add_left(chip)
    bar.set_main(Button("Nuevo tutorado", "filled"))
    bar.resize(u(250), u(8))
    shown(bar)
    assert not bar.filters.isVisible()
    bar.resize(bar._needs([], chips[:2]), u(8))
    assert bar.folded_filters() == [chips[2]]
    assert bar.filters.isVisible()
    chips[2].click()
    assert bar.filters.text() == "Más filtros · 1"
    bar._open_panel()
    assert chips[2].isVisible()
    bar._panel.hide()
    bar.resize(u(250), u(8))
    assert bar.folded_filters() == []
    assert chips[2].isVisible()
    assert bar._row.indexOf(chips[2]) == 3


def test_what_a_page_hides_in_the_bar_stays_hidden(shown):
    bar, second = Toolbar(), Button("Exportar")
    bar.add_secondary(second)
    bar.resize(u(200), u(8))
    shown(bar)
    second.hide()
    bar.resize(u(190), u(8))
    assert not second.isVisible()
    assert not bar.more.isVisible()
    second.show()
    assert second.isVisible()


def test_what_lives_in_the_menu_keeps_the_button_of_more(shown):
    bar = Toolbar()
    bar.menu.addAction("Columnas")
    bar.refold()
    shown(bar)
    assert bar.more.isVisible()


def test_tab_goes_from_left_to_right_whatever_was_put_away(qtbot, shown):
    holder = QWidget()
    column = QVBoxLayout(holder)
    bar, after = Toolbar(), Button("Después")
    parts = [SearchField("Filtrar"), Segments([("a", "Activos"), ("b", "Otros")], "a"),
             Chip("Con cupo"), Chip("Matutino")]  # fmt: skip
    for part in parts:
        bar.add_left(part)
    second, main = Button("Importar lista"), Button("Nuevo", "filled")
    bar.add_secondary(second)
    bar.set_main(main)
    column.addWidget(bar)
    column.addWidget(after)
    holder.resize(u(60), u(40))
    shown(holder)
    holder.resize(u(300), u(40))
    qtbot.waitUntil(parts[3].isVisible)
    parts[0].setFocus()
    seen = []
    for _ in range(6):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
    assert parts[1].isAncestorOf(seen[0])
    assert seen[1:] == [parts[2], parts[3], second, main, after]
