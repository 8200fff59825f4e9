"""Applies the look to the program and answers what colour, font and space are in force."""

from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from ui.theme import qss
from ui.theme.roles import DARK, LIGHT, Roles, from_palette

THEMES = {"auto": "Automática", "clara": "Clara", "oscura": "Oscura"}
TEXT_SIZES = {0: "Normal", 1: "Grande", 2: "Muy grande"}
# Steps over the system's size, in points, and whether the weight is 600.
STEPS = {
    "caption": (0, False),
    "body": (1, False),
    "section": (2, True),
    "detail": (4, True),
    "page": (6, True),
    "hero": (10, True),
}


@dataclass
class _State:
    """What is in force; `apply` writes it and everything painted reads it."""

    roles: Roles = LIGHT
    dark: bool = False
    high_contrast: bool = False
    unit: int = 4
    system: QFont | None = None
    points: float = 9.0
    fonts: dict[tuple[str, bool], QFont] = field(default_factory=dict)
    colors: dict[str, QColor] = field(default_factory=dict)


_now = _State()


def roles() -> Roles:
    """The roles of colour in force."""
    return _now.roles


def color(role: str) -> QColor:
    """The colour of a role; do not change the one received."""
    found = _now.colors.get(role)
    if found is None:
        found = _now.colors[role] = QColor(getattr(_now.roles, role))
    return found


def is_dark() -> bool:
    """Whether the dark roles are in force."""
    return _now.dark


def is_high_contrast() -> bool:
    """Whether the system asks for high contrast and its own colours are in force."""
    return _now.high_contrast


def u(units: float) -> int:
    """So many units of space in pixels; a unit is 4 px with the normal text."""
    return round(units * _now.unit)


def font(step: str = "body", strong: bool | None = None) -> QFont:
    """The font of a step of the type scale; `strong` chooses the weight 600 or not."""
    more, heavy = STEPS[step]
    heavy = heavy if strong is None else strong
    found = _now.fonts.get((step, heavy))
    if found is None:
        found = QFont(_now.system or QApplication.font())
        found.setPointSizeF(_now.points + more)
        found.setWeight(QFont.Weight.DemiBold if heavy else QFont.Weight.Normal)
        _now.fonts[(step, heavy)] = found
    return found


def apply(
    app: QApplication, theme: str = "auto", text_size: int = 0, high_contrast: bool | None = None
) -> None:
    """Sets style, font, palette and stylesheet; it may be called again at any time.

    `theme` is auto, clara or oscura; `text_size` adds points; `high_contrast` None asks the system.
    """
    follower = app.findChild(_Follower)
    if follower is None:
        follower = _Follower(app)
        app.setStyle(QStyleFactory.create("Fusion"))
    follower.ask(theme, text_size, high_contrast)
    follower.refresh()


class _Follower(QObject):
    """Follows the colour scheme and the contrast of the system while the program runs."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._system = QFont(app.font())
        self._plain = QPalette(app.palette())
        self._asked: tuple[str, int, bool | None] = ("auto", 0, None)
        hints = app.styleHints()
        hints.colorSchemeChanged.connect(self._on_scheme)
        hints.accessibility().contrastPreferenceChanged.connect(self._on_contrast)

    def ask(self, theme: str, text_size: int, high_contrast: bool | None) -> None:
        """Remembers what the user chose."""
        self._asked = (theme, text_size, high_contrast)

    def refresh(self) -> None:
        """Computes and sets everything from what was asked and what the system says."""
        theme, text_size, high = self._asked
        hints = self._app.styleHints()
        if high is None:
            high = hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast
        dark = hints.colorScheme() == Qt.ColorScheme.Dark if theme == "auto" else theme == "oscura"
        chosen = from_palette(self._plain) if high else (DARK if dark else LIGHT)
        _now.roles, _now.dark, _now.high_contrast = chosen, dark, high
        _now.system, _now.points = self._system, _points(self._system) + text_size
        _now.fonts.clear()
        _now.colors.clear()
        body = font("body")
        _now.unit = max(3, round(QFontMetrics(body).height() / 4.5))
        self._app.setPalette(self._plain if high else palette(chosen))
        self._app.setFont(body)
        self._app.setStyleSheet(qss.stylesheet(chosen, u, with_colors=not high))

    @Slot(Qt.ColorScheme)
    def _on_scheme(self, _scheme: Qt.ColorScheme) -> None:
        if self._asked[0] == "auto":
            self.refresh()

    @Slot(Qt.ContrastPreference)
    def _on_contrast(self, _wanted: Qt.ContrastPreference) -> None:
        self._plain = QPalette(self._app.style().standardPalette())
        self.refresh()


def _points(system: QFont) -> float:
    return system.pointSizeF() if system.pointSizeF() > 0 else 9.0


def palette(chosen: Roles) -> QPalette:
    """The palette of Qt made from the roles."""
    made = QPalette()
    role = QPalette.ColorRole
    for which, name in _PALETTE.items():
        made.setColor(getattr(role, which), QColor(getattr(chosen, name)))
    off = QPalette.ColorGroup.Disabled
    for which in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        made.setColor(off, which, QColor(chosen.disabled))
    for which in (role.Base, role.Button):
        made.setColor(off, which, QColor(chosen.disbg))
    made.setColor(off, role.Highlight, QColor(chosen.disbg))
    return made


_PALETTE = {
    "Window": "page",
    "WindowText": "text",
    "Base": "surface",
    "AlternateBase": "sunken",
    "Text": "text",
    "Button": "surface",
    "ButtonText": "text",
    "BrightText": "alto",
    "Highlight": "primary",
    "HighlightedText": "onprimary",
    "PlaceholderText": "hint",
    "ToolTipBase": "toast",
    "ToolTipText": "toasttext",
    "Link": "primary",
    "LinkVisited": "primary",
    "Light": "surface",
    "Midlight": "sunken",
    "Mid": "line",
    "Dark": "edge",
    "Shadow": "text2",
    "Accent": "primary",
}
