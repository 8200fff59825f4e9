"""Charts, the week and the pages: what is painted can be told, and what is drawn can be undone."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from ui.theme import u
from ui.widgets import letters, marks
from ui.widgets.charts import FILLS, Bar, BarChart, ShareBar
from ui.widgets.page_preview import PagePreview
from ui.widgets.week_grid import WeekGrid
from ui.widgets.week_model import Block, duration

LETTER = (612.0, 792.0)


@pytest.mark.parametrize("standing", [False, True])
def test_a_chart_tells_every_bar_and_has_its_table(qtbot, shown, standing: bool):
    bars = [Bar(fill, value, fill) for value, fill in enumerate(FILLS)]
    bars[1] = Bar("Asistencia", 82, "solid", "82 %", before=74)
    chart = BarChart(bars, "Tutorados por nivel", standing=standing)
    chart.resize(500, 300)
    shown(chart)
    assert chart.table()[1] == ("Asistencia", "82 %")
    assert "Asistencia: 82 %" in chart.accessibleDescription()
    chart.repaint()
    with qtbot.waitSignal(chart.opened) as told:
        middle = chart._areas[1].center().toPoint()
        qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=middle)
    assert told.args == [1]
    chart.set_bars([])
    assert not chart.grab().isNull()


def test_a_share_stays_between_nothing_and_all(shown):
    share = shown(ShareBar("Con alumno tutor"))
    share.set_share(1.4)
    assert share.accessibleDescription() == "100%"


def test_every_level_has_its_own_shape():
    image = {}
    for level in marks.LEVELS:
        drawn = QImage(20, 20, QImage.Format.Format_Grayscale8)
        drawn.fill(255)
        from PySide6.QtGui import QPainter

        painter = QPainter(drawn)
        marks.paint_level_glyph(painter, level, 4, 4, 12)
        painter.end()
        dark = [(x, y) for x in range(20) for y in range(20) if drawn.pixelColor(x, y).red() < 200]
        image[level] = tuple(dark)
    assert len(set(image.values())) == len(marks.LEVELS)


# The week


@pytest.fixture
def week(shown) -> WeekGrid:
    grid = WeekGrid(7 * 60, 14 * 60)
    grid.resize(700, 560)
    shown(grid)
    grid.told = []
    grid.changed.connect(grid.told.append)
    return grid


def cell(grid: WeekGrid, row: int, column: int) -> QPoint:
    return grid.table.visualRect(grid._model.index(row, column)).center()


def drag(qtbot, grid: WeekGrid, start: tuple[int, int], end: tuple[int, int]) -> None:
    port = grid.table.viewport()
    qtbot.mousePress(port, Qt.MouseButton.LeftButton, pos=cell(grid, *start))
    qtbot.mouseMove(port, cell(grid, *end))
    qtbot.mouseRelease(port, Qt.MouseButton.LeftButton, pos=cell(grid, *end))


def test_a_stroke_paints_a_rectangle_and_is_told_once(qtbot, week: WeekGrid):
    drag(qtbot, week, (0, 0), (1, 1))
    assert week.told == [{(1, 420): "free", (1, 450): "free", (2, 420): "free", (2, 450): "free"}]
    assert week._items["free"]._words.text() == "Disponible, 2 h"


def test_a_click_on_what_is_painted_takes_it_away(qtbot, week: WeekGrid):
    week.set_marks({(1, 420): "free"})
    drag(qtbot, week, (0, 0), (0, 0))
    assert week.told == [{}]


def test_the_other_brushes_paint_classes_and_erase(qtbot, week: WeekGrid):
    week.set_marks({(1, 420): "free"})
    week.brush.button("class").click()
    drag(qtbot, week, (1, 0), (1, 0))
    week.brush.button("erase").click()
    drag(qtbot, week, (0, 0), (0, 0))
    assert week.marks == {(1, 450): "class"}


def test_the_keyboard_paints_and_shift_extends(qtbot, week: WeekGrid):
    table = week.table
    table.setFocus()
    table.setCurrentIndex(week._model.index(0, 0))
    qtbot.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert week.told == [{(1, 420): "free", (1, 450): "free"}]
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert week.marks == {}


def test_an_asesoria_is_not_painted_over_and_opens(qtbot, week: WeekGrid):
    week.set_blocks([Block(2, 420, 480, "Ximena O.", "Física II", 7)])
    drag(qtbot, week, (0, 0), (1, 1))
    assert {day for day, _ in week.marks} == {1}
    with qtbot.waitSignal(week.block_opened) as told:
        qtbot.mouseClick(week.table.viewport(), Qt.MouseButton.LeftButton, pos=cell(week, 0, 1))
    assert told.args == [7]
    assert week._items["block"]._words.text() == "Asesoría asignada, 1 h"


def test_escape_during_a_stroke_leaves_all_as_it_was(qtbot, week: WeekGrid):
    port = week.table.viewport()
    qtbot.mousePress(port, Qt.MouseButton.LeftButton, pos=cell(week, 0, 0))
    qtbot.keyClick(week.table, Qt.Key.Key_Escape)
    qtbot.mouseRelease(port, Qt.MouseButton.LeftButton, pos=cell(week, 0, 0))
    assert week.marks == {}
    assert week.told == []


def test_each_half_hour_is_read_aloud(week: WeekGrid):
    week.set_marks({(2, 660): "free"})
    week.set_blocks([Block(4, 720, 750, "Lucero Ñ.", "Química I")])
    role = Qt.ItemDataRole.AccessibleTextRole
    model = week._model
    assert model.data(model.index(8, 1), role) == "martes 11:00, disponible"
    assert model.data(model.index(0, 2), role) == "miércoles 07:00, sin indicar"
    assert "asesoría con Lucero Ñ." in model.data(model.index(10, 3), role)


def test_without_brush_nothing_is_painted(qtbot, week: WeekGrid):
    week.set_read_only(True)
    drag(qtbot, week, (0, 0), (3, 3))
    assert week.marks == {}
    assert not week.bar.isVisible()


def test_the_afternoon_has_other_hours(week: WeekGrid, qtmodeltester):
    week.set_hours(13 * 60, 20 * 60)
    assert week._model.rowCount() == 14
    assert not week.grab().isNull()
    qtmodeltester.check(week._model)


def test_hours_and_minutes_in_words():
    assert [duration(minutes) for minutes in (30, 60, 510)] == ["30 min", "1 h", "8 h 30 min"]


# The pages


@pytest.fixture
def pages(shown, qtbot) -> tuple[PagePreview, list[int]]:
    preview, rendered = PagePreview(), []

    def render(page: int, scale: float) -> QImage:
        rendered.append(page)
        image = QImage(
            round(LETTER[0] * scale), round(LETTER[1] * scale), QImage.Format.Format_RGB32
        )
        image.fill(0xFFFFFF)
        return image

    preview.resize(600, 500)
    shown(preview)
    preview.set_pages([LETTER] * 72, render)
    qtbot.waitUntil(lambda: bool(rendered))
    return preview, rendered


def test_only_the_pages_in_sight_are_rendered(qtbot, pages):
    preview, rendered = pages
    assert set(rendered) <= {0, 1}
    preview.go(36)
    qtbot.waitUntil(lambda: 36 in rendered)
    assert set(rendered) <= {0, 1, 35, 36, 37}
    assert preview.where.text() == "Página 37 de 72"


def test_the_keys_turn_the_pages(qtbot, pages):
    preview, _rendered = pages
    told: list[int] = []
    preview.page_changed.connect(told.append)
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_Right, Qt.Key.Key_End, Qt.Key.Key_Left):
        qtbot.keyClick(preview.view, key)
    assert told == [1, 2, 71, 70]
    qtbot.mouseClick(preview.back, Qt.MouseButton.LeftButton)
    assert preview.view.page == 69


def test_the_zoom_has_limits_and_fits_the_width(qtbot, pages):
    preview, _rendered = pages
    for _ in range(12):
        preview.view.zoom_in()
    assert preview.view.zoom == 2.0
    assert not preview.bigger.isEnabled()
    assert preview.percent.text() == "200 %"
    for _ in range(12):
        preview.view.zoom_out()
    assert preview.view.zoom == 0.5
    qtbot.mouseClick(preview.fit, Qt.MouseButton.LeftButton)
    assert preview.view.fits
    area = preview.view.rect_of(0)
    assert abs(preview.view.viewport().width() - area.width() - 2 * u(5)) <= 2


def test_scrolling_tells_the_page_that_is_seen(pages):
    preview, _rendered = pages
    bar = preview.view.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert preview.view.page == 71
    preview.set_title("Diego Núñez")
    assert preview.title.text() == "Diego Núñez"


def test_without_pages_it_says_so(shown):
    preview = shown(PagePreview())
    assert preview.where.text() == "Sin páginas"
    assert not preview.next.isEnabled()
    assert isinstance(preview, QWidget)


def test_folding_letters_keeps_the_lines_apart():
    assert letters.folded(["Núñez\nPeña", "ÁÉÍ"]) == ["nunez pena", "aei"]
    assert letters.folded([]) == []
