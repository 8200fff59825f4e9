"""Chips that filter (on or off, or with a menu) and segments that choose one view."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QActionGroup, QFont, QKeyEvent, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QMenu, QPushButton, QSizePolicy, QWidget

from ui.theme import color, font, u
from ui.widgets import paint


class Chip(paint.KeyboardRing, QPushButton):
    """A filter that is on or off."""

    def __init__(self, words: str, checked: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.setCheckable(True)
        self.setChecked(checked)
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(paint.width_of(self.text(), font("body")) + 2 * u(3) + self._extra(), u(7))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _extra(self) -> int:
        return 0

    @property
    def is_active(self) -> bool:
        """Whether it filters now."""
        return self.isChecked()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.painter_of(self)
        fill, outline, tone = "surface", "edge", "text"
        if not self.isEnabled():
            fill, outline, tone = "disbg", "line", "disabled"
        elif self.is_active or self.isDown():
            fill, outline, tone = "tint", "primary", "primary"
        elif self.underMouse():
            fill, outline = "tint2", "primary"
        if self.ring:
            outline = "focus"
        area = self.rect()
        paint.box(painter, area, area.height() / 2, fill, outline, 2 if self.ring else 1)
        inside = area.adjusted(u(3), 0, -u(2) - self._extra(), 0)
        paint.text(painter, inside, self.text(), font("body"), tone)
        if self._extra():
            side = u(3.5)
            y = (area.height() - side) / 2
            paint.glyph(painter, "chevron-down", tone, area.right() - u(2.5) - side, y, side)


class ChipMenu(Chip):
    """A filter with one choice out of a menu: `Riesgo: todos`; `chosen(key)` tells the new one.

    The first option is the one that filters nothing.
    """

    chosen = Signal(object)

    def __init__(
        self, title: str, options: Sequence[tuple[object, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__("", parent=parent)
        self._title = title
        self.setCheckable(False)
        self._options: list[tuple[object, str]] = []
        self._key: object = None
        self.set_options(options)

    @property
    def key(self) -> object:
        """What is chosen."""
        return self._key

    def set_options(self, options: Sequence[tuple[object, str]]) -> None:
        """Changes the options; what was chosen stays if it is still there."""
        self._options = list(options)
        if not any(key == self._key for key, _ in self._options):
            self._key = self._options[0][0]
        old = self.menu()
        menu = QMenu(self)
        group = QActionGroup(menu)
        for key, label in self._options:
            action = menu.addAction(label)
            action.setCheckable(True)
            action.setData(key)
            action.setChecked(key == self._key)
            group.addAction(action)
        group.triggered.connect(self._pick)
        self.setMenu(menu)
        if old is not None:
            old.deleteLater()
        self._name()

    def set_key(self, key: object) -> None:
        """Chooses without telling."""
        self._key = key
        for action in self.menu().actions():
            action.setChecked(action.data() == key)
        self._name()

    def _pick(self, action) -> None:
        if action.data() != self._key:
            self._key = action.data()
            self._name()
            self.chosen.emit(self._key)

    def _name(self) -> None:
        label = next((label for key, label in self._options if key == self._key), "")
        self.setText(f"{self._title}: {label[:1].lower()}{label[1:]}")
        self.updateGeometry()

    def _extra(self) -> int:
        return u(4)

    @property
    def is_active(self) -> bool:
        """Whether it filters now."""
        return self._key != self._options[0][0]


class _Segment(paint.KeyboardRing, QPushButton):
    """One of the parts of `Segments`."""

    def __init__(self, key: str, words: str, parent: QWidget) -> None:
        super().__init__(words, parent)
        self.key, self.words = key, words
        self.place = "middle"
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def _face(self) -> QFont:
        return font("body", self.isChecked())

    def sizeHint(self) -> QSize:
        return QSize(paint.width_of(self.text(), font("body", True)) + 2 * u(3) + 1, u(8))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _shape(self, inset: float) -> QPainterPath:
        area = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        if self.place in ("first", "middle"):
            area.setRight(area.right() + inset)
        radius, path = u(1.5), QPainterPath()
        if self.place == "middle":
            path.addRect(area)
            return path
        path.setFillRule(Qt.FillRule.WindingFill)
        path.addRoundedRect(area, radius, radius)
        if self.place == "first":
            path.addRect(area.adjusted(radius, 0, 0, 0))
        elif self.place == "last":
            path.addRect(area.adjusted(0, 0, -radius, 0))
        return path.simplified()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.painter_of(self)
        fill, tone = "surface", "text"
        if not self.isEnabled():
            fill, tone = "disbg", "disabled"
        elif self.isChecked() or self.isDown():
            fill, tone = "tint", "primary"
        elif self.underMouse():
            fill = "tint2"
        painter.setPen(color("edge"))
        painter.setBrush(color(fill))
        painter.drawPath(self._shape(0.5))
        if self.ring:
            paint.box(painter, self.rect().adjusted(1, 1, -1, -1), u(1), "", "focus", 2)
        align = Qt.AlignmentFlag.AlignHCenter
        paint.text(painter, self.rect(), self.text(), self._face(), tone, align)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        parent = self.parentWidget()
        if step and isinstance(parent, Segments):
            parent.step_from(self.key, step)
            return
        super().keyPressEvent(event)


def _place(i: int, count: int) -> str:
    """Which corners of a part are round."""
    if count == 1:
        return "only"
    return "first" if not i else "last" if i == count - 1 else "middle"


class Segments(QWidget):
    """One view out of a few, with counts if wanted; `chosen(key)` tells what the user picks."""

    chosen = Signal(str)

    def __init__(
        self,
        options: Sequence[tuple[str, str]],
        key: str = "",
        *,
        equal: bool = False,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._parts = {name: _Segment(name, words, self) for name, words in options}
        for i, part in enumerate(self._parts.values()):
            part.place = _place(i, len(options))
            self._group.addButton(part)
            row.addWidget(part, 1 if equal else 0)
        self._group.buttonClicked.connect(self._on_click)
        self.set_key(key or options[0][0])

    @property
    def key(self) -> str:
        """What is chosen; the empty text if nothing is."""
        part = self._group.checkedButton()
        return part.key if isinstance(part, _Segment) else ""

    def set_key(self, key: str) -> None:
        """Chooses without telling; the empty text leaves nothing chosen."""
        self._group.setExclusive(bool(key))
        for name, part in self._parts.items():
            part.setChecked(name == key)
            part.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if name == key or not key else Qt.FocusPolicy.ClickFocus
            )
        self._group.setExclusive(True)

    def set_shown(self, keys: Collection[str]) -> None:
        """Hides the other parts; if the chosen one goes, the first that stays is chosen."""
        shown = [part for name, part in self._parts.items() if name in keys]
        for part in self._parts.values():
            part.setVisible(part in shown)
        for i, part in enumerate(shown):
            part.place = _place(i, len(shown))
            part.update()
        if shown and self.key not in keys:
            self.set_key(shown[0].key)

    def set_count(self, key: str, count: int | None) -> None:
        """Puts a count after the words: `Rechazadas · 2`."""
        part = self._parts[key]
        part.setText(part.words if count is None else f"{part.words} · {count:,}")
        part.updateGeometry()

    def button(self, key: str) -> QPushButton:
        """The part of a key, for its tooltip or to turn it off."""
        return self._parts[key]

    def step_from(self, key: str, step: int) -> None:
        """Chooses the part beside another one, as the arrow keys do."""
        names = [
            name for name, part in self._parts.items() if part.isEnabled() and not part.isHidden()
        ]
        wanted = names[(names.index(key) + step) % len(names)]
        self.set_key(wanted)
        self._parts[wanted].setFocus(Qt.FocusReason.TabFocusReason)
        self.chosen.emit(wanted)

    def _on_click(self, part: QPushButton) -> None:
        if isinstance(part, _Segment):
            self.set_key(part.key)
            self.chosen.emit(part.key)
