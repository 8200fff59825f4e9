"""The look follows what the user and the system ask, while the program runs."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QPalette
from PySide6.QtWidgets import QApplication, QLineEdit

from ui import theme
from ui.theme import icons, qss, style
from ui.theme.roles import DARK, LIGHT, from_palette


@pytest.fixture(autouse=True)
def in_light(look: QApplication) -> Iterator[None]:
    theme.apply(look, "clara")
    yield
    theme.apply(look, "clara")


def ink(icon: QIcon, mode: QIcon.Mode = QIcon.Mode.Normal, state=QIcon.State.Off) -> str:
    """The strongest colour that an icon paints."""
    image = icon.pixmap(QSize(32, 32), 1.0, mode, state).toImage()
    tones = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    return max(tones, key=QColor.alpha).name()


def test_the_theme_changes_while_the_program_runs(look: QApplication):
    assert theme.color("page") == QColor(LIGHT.page)
    theme.apply(look, "oscura")
    assert theme.is_dark()
    assert theme.color("page") == QColor(DARK.page)
    assert look.palette().color(QPalette.ColorRole.Window) == QColor(DARK.page)
    assert DARK.surface in look.styleSheet()


def test_an_icon_already_in_use_takes_the_new_colour(look: QApplication):
    icon = theme.icon("menu", "text")
    assert ink(icon) == LIGHT.text.lower()
    theme.apply(look, "oscura")
    assert ink(icon) == DARK.text.lower()


def test_an_icon_is_grey_when_off_and_primary_when_chosen():
    icon = theme.icon("home", "text2")
    assert ink(icon, QIcon.Mode.Disabled) == LIGHT.disabled.lower()
    assert ink(icon, state=QIcon.State.On) == LIGHT.primary.lower()


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_an_icon_is_drawn_at_the_scale_of_the_screen(scale: float):
    drawn = theme.icon("search").pixmap(QSize(20, 20), scale)
    assert drawn.width() == round(20 * scale)
    assert drawn.devicePixelRatio() == scale


def test_every_icon_draws_something():
    for path in icons.FOLDER.glob("*.svg"):
        image = theme.pixmap(path.stem, "text", 24).toImage()
        assert any(image.pixelColor(x, y).alpha() for x in range(24) for y in range(24)), path.name


def test_bigger_text_makes_more_room(look: QApplication):
    points, unit = theme.font("body").pointSizeF(), theme.u(10)
    theme.apply(look, "clara", text_size=2)
    assert theme.font("body").pointSizeF() == points + 2
    assert theme.u(10) > unit
    assert look.font().pointSizeF() == points + 2


def test_the_steps_of_the_type_scale_grow_and_none_is_under_the_system():
    sizes = [theme.font(step).pointSizeF() for step in style.STEPS]
    assert sizes == sorted(sizes)
    assert theme.font("caption", True).weight() > theme.font("caption").weight()


def test_high_contrast_uses_the_colours_of_the_system_and_only_metrics(look: QApplication):
    theme.apply(look, "clara", high_contrast=True)
    assert theme.is_high_contrast()
    assert LIGHT.page not in look.styleSheet()
    assert "min-height" in look.styleSheet()


def test_the_roles_of_high_contrast_come_from_the_palette():
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Window, QColor("black"))
    palette.setColor(QPalette.ColorRole.WindowText, QColor("yellow"))
    roles = from_palette(palette)
    assert QColor(roles.page) == QColor("black")
    assert QColor(roles.text2) == QColor("yellow")
    assert QColor(roles.alto) == QColor("yellow")


def test_the_stylesheet_sets_no_size_of_letter_and_no_rule_of_items():
    sheet = qss.stylesheet(LIGHT, style.u)
    assert "font" not in sheet
    assert not re.search(r"(Table|List|Tree)View::item", sheet)


def test_every_group_of_rules_is_in_the_stylesheet():
    sheet = qss.stylesheet(LIGHT, style.u)
    groups = [value for name, value in vars(qss).items() if name in _groups()]
    rules = [rule for group in groups for rule in group(LIGHT, style.u)]
    assert len(groups) >= 8
    assert all(selector in sheet for selector, _metrics, _colors in rules)


def _groups() -> set[str]:
    """The functions of the stylesheet that give rules."""
    return {
        name
        for name, value in vars(qss).items()
        if callable(value) and getattr(value, "__annotations__", {}).get("return") == list[qss.Rule]
    }


def test_with_the_automatic_theme_the_system_decides(look: QApplication, monkeypatch):
    theme.apply(look, "auto")
    follower = look.findChild(style._Follower)
    assert follower is not None
    follower._on_scheme(look.styleHints().colorScheme())
    assert theme.is_dark() is (look.styleHints().colorScheme().name == "Dark")


def test_a_field_keeps_its_height_with_and_without_focus(shown):
    line = shown(QLineEdit())
    line.clearFocus()
    before = line.sizeHint().height()
    line.setFocus()
    assert line.sizeHint().height() == before
    line.setProperty("problem", "error")
    line.style().polish(line)
    assert line.sizeHint().height() == before


def test_icons_named_in_the_code_exist():
    root = Path(icons.__file__).parents[1]
    known = {path.stem for path in icons.FOLDER.glob("*.svg")}
    used = set()
    for path in root.rglob("*.py"):
        used |= set(re.findall(r"icon\(\s*\"([a-z-]+)\"", path.read_text("utf-8")))
        used |= set(
            re.findall(r"paint\.glyph\(\s*painter,\s*\"([a-z-]+)\"", path.read_text("utf-8"))
        )
    assert used <= known, used - known
