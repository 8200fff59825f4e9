"""The index at the left of a dialog: sections one under another, one of them open."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ui.theme import color, font, u
from ui.widgets import paint
from ui.widgets.labels import Label

_LEAD = 9.5
"""Where words begin after an icon."""


class _Heading(Label):
    """The name of what comes beneath, with its icon if there is one."""

    def __init__(self, words: str, icon_name: str, parent: QWidget) -> None:
        super().__init__(words, "caption", "text2", strong=True, parent=parent)
        self._icon_name = icon_name
        self.setContentsMargins(u(_LEAD if icon_name else 4), u(3), 0, u(1))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._icon_name:
            side, inside = u(4.5), self.contentsRect()
            y = inside.center().y() - side / 2 + 1
            paint.glyph(paint.painter_of(self), self._icon_name, "text2", u(3), y, side)


class _Entry(paint.KeyboardRing, QPushButton):
    """One section of a `SideList`; words that do not fit go on in a second line."""

    def __init__(self, key: str, words: str, icon_name: str, parent: "SideList") -> None:
        super().__init__(words, parent)
        self.key, self._icon_name, self._list = key, icon_name, parent
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        if parent.is_dense:
            self.setProperty("kind", "entry")
            policy.setVerticalPolicy(QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _left(self) -> int:
        if self._icon_name:
            return u(10.5)
        return u(_LEAD) if self._list.is_dense else u(4)

    def _line(self) -> int:
        return u(6.5) if self._list.is_dense else u(9)

    def sizeHint(self) -> QSize:
        width = paint.width_of(self.text(), font("body", True)) + self._left() + u(1)
        return QSize(width, self._line())

    def minimumSizeHint(self) -> QSize:
        return QSize(u(20), self._line())

    def heightForWidth(self, width: int) -> int:
        fits = self.sizeHint().width() <= width
        return self._line() + (0 if fits else paint.height_of(font("body")))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, area = paint.painter_of(self), self.rect()
        on = self.isChecked()
        if on:
            painter.fillRect(area, color("tint"))
            painter.fillRect(0, 0, u(1), area.height(), color("primary"))
        elif self.underMouse():
            painter.fillRect(area, color("tint2"))
        tone, left = ("primary" if on else "text"), self._left()
        if self._icon_name:
            side = u(4.5)
            y = (area.height() - side) / 2
            paint.glyph(painter, self._icon_name, tone if on else "text2", u(4), y, side)
        words = QRect(left, 0, area.width() - left - u(1), area.height())
        if area.height() > self._line():
            paint.lines(painter, words, self.text(), font("body", on), tone)
        else:
            paint.text(painter, words, self.text(), font("body", on), tone)
        if self.ring:
            paint.box(painter, area, 0, "", "focus", 2)

    def take_focus(self, reason: Qt.FocusReason) -> None:
        """Takes the focus; the ring is shown only for a reason of the keyboard."""
        self.setFocus(reason)
        self._by_keyboard = reason == Qt.FocusReason.TabFocusReason
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step:
            self._list.step_from(self.key, step)
        else:
            super().keyPressEvent(event)


class SideList(QWidget):
    """`SideList([("plantel", "Plantel", "building"), …])`; an empty key is a heading.

    `chosen(key)` tells what the user opens. A dense one is for many entries with long names.
    """

    chosen = Signal(str)

    def __init__(
        self, entries: Sequence[tuple[str, str, str]], name: str, parent: QWidget | None = None,
        *, dense: bool = False,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.is_dense = dense
        self.setAccessibleName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._group = QButtonGroup(self)
        self._entries: dict[str, _Entry] = {}
        self._headings: list[tuple[Label, list[str]]] = []
        for key, words, icon_name in entries:
            if key:
                self._add(key, words, icon_name)
            else:
                heading = _Heading(words, icon_name, self)
                column.addWidget(heading)
                self._headings.append((heading, []))
        column.addStretch(1)
        self._group.buttonClicked.connect(self._on_click)

    def _add(self, key: str, words: str, icon_name: str) -> None:
        entry = self._entries[key] = _Entry(key, words, icon_name, self)
        self._group.addButton(entry)
        layout = self.layout()
        if layout is not None:
            layout.addWidget(entry)
        if self._headings:
            self._headings[-1][1].append(key)

    @property
    def key(self) -> str:
        """What is open; the empty text if nothing is."""
        entry = self._group.checkedButton()
        return entry.key if isinstance(entry, _Entry) else ""

    def set_key(self, key: str) -> None:
        """Opens without telling."""
        for name, entry in self._entries.items():
            entry.setChecked(name == key)
            on = Qt.FocusPolicy.StrongFocus if name == key else Qt.FocusPolicy.ClickFocus
            entry.setFocusPolicy(on)

    def entry(self, key: str) -> QWidget:
        """The entry of a key, to bring it into sight."""
        return self._entries[key]

    def set_shown(self, keys: Collection[str]) -> None:
        """Leaves in sight only these; a heading without any goes with them."""
        for name, entry in self._entries.items():
            entry.setVisible(name in keys)
        for heading, below in self._headings:
            heading.setVisible(any(name in keys for name in below))

    def shown(self) -> list[str]:
        """The keys in sight, in order."""
        return [name for name, entry in self._entries.items() if not entry.isHidden()]

    def focus_open(self, reason: Qt.FocusReason = Qt.FocusReason.TabFocusReason) -> None:
        """The focus goes to the open one."""
        if self.key:
            self._entries[self.key].take_focus(reason)

    def step_from(self, key: str, step: int) -> None:
        """Opens the one above or beneath, as the arrow keys do."""
        names = self.shown()
        place = names.index(key) + step
        if 0 <= place < len(names):
            self.set_key(names[place])
            self.focus_open()
            self.chosen.emit(names[place])

    def _on_click(self, entry: QPushButton) -> None:
        if isinstance(entry, _Entry):
            self.set_key(entry.key)
            self.chosen.emit(entry.key)
