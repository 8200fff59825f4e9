"""The one stylesheet of the program, made from the roles; metrics apart from colours."""

from collections.abc import Callable

from ui.theme.roles import Roles

Unit = Callable[[float], int]
Rule = tuple[str, str, str]  # selector, metrics, colours
_FIELDS = ("QLineEdit", "QPlainTextEdit", "QTextEdit", "QAbstractSpinBox", "QComboBox")


def stylesheet(r: Roles, u: Unit, *, with_colors: bool = True) -> str:
    """All the rules; without colours when the system's high contrast gives them."""
    rules = [
        *_fields(r, u),
        *_field_states(r, u),
        *_on_header(r, u),
        *_buttons(r, u),
        *_lists(r, u),
        *_menus(r, u),
        *_bars(r, u),
        *_texts(r, u),
    ]
    return "\n".join(
        f"{selector} {{{metrics} {colors if with_colors else ''}}}"
        for selector, metrics, colors in rules
        if metrics or with_colors
    )


def _one_line(state: str) -> str:
    return ", ".join(f"{name}{state}" for name in ("QLineEdit", "QAbstractSpinBox", "QComboBox"))


def _each(state: str) -> str:
    return ", ".join(f"{name}{state}" for name in _FIELDS)


def _fields(r: Roles, u: Unit) -> list[Rule]:
    side, low = u(2.25), f"min-height: {u(7.5) - 2}px;"
    return [
        (
            _each(""),
            f"border-radius: {u(1.5)}px; padding: 0 {side}px; border: 1px solid {r.edge};",
            f"background: {r.surface}; color: {r.text}; selection-background-color: {r.primary};"
            f" selection-color: {r.onprimary}; placeholder-text-color: {r.hint};",
        ),
        (_one_line(""), f"min-height: {u(7.5)}px;", ""),
        ("QPlainTextEdit, QTextEdit", f"padding: {u(1)}px {u(1.75)}px;", ""),
        (
            'QLineEdit[kind="flat"], QComboBox[kind="flat"]',
            "",
            f"border-color: {r.clear}; background: {r.clear};",
        ),
        (_each(":hover"), "", f"border-color: {r.primary};"),
        (_each(":focus"), _thick(u, r.focus), ""),
        (_each('[problem="error"]'), _thick(u, r.alto), ""),
        (_each('[problem="warning"]'), _thick(u, r.medio), ""),
        (_one_line(":focus"), low, ""),
        (_one_line("[problem]"), low, ""),
    ]


def _field_states(r: Roles, u: Unit) -> list[Rule]:
    inner = "border: 0; padding: 0; min-height: 0; background: transparent;"
    return [
        ("QPlainTextEdit:focus, QTextEdit:focus", f"padding: {u(1) - 1}px {u(1.75) - 1}px;", ""),
        (
            _each(":disabled"),
            "",
            f"background: {r.disbg}; color: {r.disabled}; border-color: {r.line};",
        ),
        (
            'QLineEdit[readOnly="true"], QPlainTextEdit[readOnly="true"]',
            "",
            f"background: {r.disbg}; color: {r.text2}; border-color: {r.line};",
        ),
        (
            'QLineEdit[kind="cell"]',
            f"border-radius: {u(1)}px; padding: 0 {u(1)}px; min-height: 0;",
            "",
        ),
        ("QLineEdit#qt_spinbox_lineedit, QComboBox QLineEdit", inner, ""),
        (
            ", ".join(f"QTextBrowser{state}" for state in ("", ":hover", ":focus")),
            "border: 0; padding: 0;",
            "background: transparent;",
        ),
        ("QComboBox::drop-down", f"border: 0; width: {u(7)}px;", ""),
        ("QComboBox::down-arrow", "image: none;", ""),
        ("QAbstractSpinBox::up-button, QAbstractSpinBox::down-button", "width: 0; border: 0;", ""),
    ]


def _on_header(r: Roles, u: Unit) -> list[Rule]:
    return [
        (
            'QLineEdit[ground="header"]',
            f"border: 1px solid {r.headfield};",
            f"background: {r.headfield}; color: {r.headtext};"
            f" placeholder-text-color: {r.headtext2};",
        ),
        ('QLineEdit[ground="header"]:focus', _thick(u, r.headfocus), ""),
        (
            'QComboBox[ground="header"]',
            f"border: 1px solid {r.headfield};",
            f"background: {r.headfield}; color: {r.headtext};",
        ),
        ('QComboBox[ground="header"]:focus', _thick(u, r.headfocus), ""),
    ]


def _thick(u: Unit, tone: str) -> str:
    return f"border: 2px solid {tone}; padding: 0 {u(2.25) - 1}px;"


def _buttons(r: Roles, u: Unit) -> list[Rule]:
    return [
        (
            "QPushButton",
            f"min-height: {u(8) - 2}px; padding: 0 {u(3)}px; border-radius: {u(1.5)}px;"
            f" border: 1px solid {r.edge};",
            f"background: {r.surface}; color: {r.text};",
        ),
        ('QPushButton[kind="entry"]', "min-height: 0; padding: 0; border: 0;", ""),
        ("QPushButton:hover", "", f"background: {r.tint2}; border-color: {r.primary};"),
        ("QPushButton:pressed", "", f"background: {r.tint};"),
        ("QPushButton:default", "", f"background: {r.primary}; color: {r.onprimary};"),
        ("QPushButton:focus", f"border: 2px solid {r.focus}; padding: 0 {u(3) - 1}px;", ""),
        ("QPushButton:disabled", "", f"background: {r.disbg}; color: {r.disabled};"),
        ("QToolButton", "", f"color: {r.text};"),
        (
            'QToolButton[ground="header"]',
            f"border: 0; border-radius: {u(1.5)}px; padding: 0 {u(1)}px;",
            f"background: transparent; color: {r.headtext};",
        ),
        ('QToolButton[ground="header"]:hover', "", f"background: {r.headfield};"),
        ('QToolButton[ground="header"]:focus', f"border: 2px solid {r.headfocus};", ""),
        (
            'QToolButton[ground="header"]::menu-indicator',
            "width: 0; image: none;",
            "",
        ),
        ("QCheckBox, QRadioButton", f"spacing: {u(2)}px;", ""),
    ]


def _lists(r: Roles, u: Unit) -> list[Rule]:
    return [
        (
            "QTableView, QListView, QTreeView",
            "border: 0;",
            f"background: {r.surface}; color: {r.text}; gridline-color: {r.rowline};"
            f" selection-background-color: {r.tint}; selection-color: {r.text};",
        ),
        (
            "QHeaderView::section",
            f"padding: 0 {u(2)}px; border: 0; border-bottom: 1px solid {r.line};",
            f"background: {r.sunken}; color: {r.text2};",
        ),
        ("QHeaderView", "", f"background: {r.sunken};"),
        ("QTableCornerButton::section", "border: 0;", "background: transparent;"),
        (
            'QComboBox QAbstractItemView, QListView[kind="popup"]',
            f"padding: {u(1)}px 0;",
            f"border: 1px solid {r.edge}; background: {r.surface};"
            f" selection-background-color: {r.tint}; selection-color: {r.text};",
        ),
    ]


def _menus(r: Roles, u: Unit) -> list[Rule]:
    return [
        (
            "QMenu",
            f"padding: {u(1)}px; border: 1px solid {r.line};",
            f"background: {r.surface}; color: {r.text};",
        ),
        (
            "QMenu::item",
            f"padding: {u(1.5)}px {u(6)}px {u(1.5)}px {u(3)}px; border-radius: {u(1)}px;",
            "",
        ),
        ("QMenu::icon", f"padding-left: {u(2)}px;", ""),
        ("QMenu::item:selected", "", f"background: {r.tint}; color: {r.text};"),
        ("QMenu::item:disabled", "", f"color: {r.disabled};"),
        ("QMenu::separator", f"height: 1px; margin: {u(1)}px {u(2)}px;", f"background: {r.line};"),
        (
            "QToolTip",
            f"padding: {u(1)}px {u(2)}px; border: 0;",
            f"background: {r.toast}; color: {r.toasttext};",
        ),
    ]


def _bars(r: Roles, u: Unit) -> list[Rule]:
    thin, least = u(2.5), u(8)
    handle = f"border-radius: {u(1)}px; margin: {u(0.25)}px;"
    none = "background: transparent; border: 0; width: 0; height: 0;"
    return [
        ("QScrollBar:vertical", f"width: {thin}px; margin: 0;", "background: transparent;"),
        ("QScrollBar:horizontal", f"height: {thin}px; margin: 0;", "background: transparent;"),
        ("QScrollBar::handle", f"{handle} background: {r.edge};", ""),
        ("QScrollBar::handle:hover", "", f"background: {r.text2};"),
        ("QScrollBar::handle:vertical", f"min-height: {least}px;", ""),
        ("QScrollBar::handle:horizontal", f"min-width: {least}px;", ""),
        ("QScrollBar::add-line, QScrollBar::sub-line", "", none),
        ("QScrollBar::add-page, QScrollBar::sub-page", "", "background: transparent;"),
        ("QSplitter::handle", "", "background: transparent;"),
        ("QTabWidget::pane", "border: 0;", ""),
        ("QTabWidget", "", f"background: {r.surface};"),
        ("QTabBar", "qproperty-drawBase: 0;", f"background: {r.surface};"),
        (
            "QTabBar::tab",
            f"min-height: {u(8)}px; padding: 0 {u(2.5)}px {u(0.5)}px {u(2.5)}px;"
            f" border: 0; border-bottom: 3px solid {r.clear};",
            f"background: {r.surface}; color: {r.text2};",
        ),
        ("QTabBar::tab:hover", "", f"background: {r.tint2};"),
        ("QTabBar::tab:selected", f"border-bottom: 3px solid {r.primary};", f"color: {r.primary};"),
        ("QTabBar::tab:focus", "", f"color: {r.primary};"),
        (
            "QProgressBar",
            f"border: 0; border-radius: {u(1)}px; max-height: {u(2)}px; min-height: {u(2)}px;"
            f" background: {r.line};",
            "",
        ),
        ("QProgressBar::chunk", f"border-radius: {u(1)}px; background: {r.primary};", ""),
    ]


def _texts(r: Roles, u: Unit) -> list[Rule]:
    tones = ("text", "text2", "hint", "primary", "accent", "alto", "medio", "bajo", "ok")
    heads = ("headtext", "headtext2", "toasttext", "disabled")
    rules: list[Rule] = [
        (f'QLabel[role="{tone}"]', "", f"color: {getattr(r, tone)};") for tone in tones + heads
    ]
    return [
        *rules,
        ("QLabel:disabled", "", f"color: {r.disabled};"),
        ("QDialog", "", f"background: {r.surface};"),
        ("QScrollArea", "border: 0;", "background: transparent;"),
        (
            "QWidget#qt_calendar_navigationbar",
            f"min-height: {u(8)}px;",
            f"background: {r.surface};",
        ),
        (
            "QCalendarWidget QToolButton",
            f"padding: {u(1)}px; border: 0; border-radius: {u(1)}px;",
            f"background: {r.surface}; color: {r.text};",
        ),
        ("QCalendarWidget QToolButton:hover", "", f"background: {r.tint2};"),
        ("QToolButton::menu-indicator", "image: none;", ""),
    ]
