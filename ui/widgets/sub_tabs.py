"""Second-level tabs: underlined words, and the pages that each one opens the first time."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from ui.theme import color, font, u
from ui.widgets import paint


class SubTabs(paint.KeyboardRing, QTabBar):
    """A row of underlined tabs; `chosen(key)` tells the one that the user opens."""

    chosen = Signal(str)

    def __init__(self, options: list[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._words = dict(options)
        self.blockSignals(True)
        for key, words in options:
            self.setTabData(self.addTab(words), key)
        self.blockSignals(False)
        self.currentChanged.connect(self._tell)

    @property
    def key(self) -> str:
        """The open tab."""
        return self.tabData(self.currentIndex())

    def set_key(self, key: str) -> None:
        """Opens a tab and tells it if it was another."""
        self.setCurrentIndex(self._index(key))

    def set_count(self, key: str, count: int | None) -> None:
        """Puts a count after the words: `Ajustes (1)`."""
        words = self._words[key]
        self.setTabText(self._index(key), words if count is None else f"{words} ({count})")

    def _index(self, key: str) -> int:
        return list(self._words).index(key)

    def _tell(self, index: int) -> None:
        self.chosen.emit(self.tabData(index))

    def tabSizeHint(self, index: int) -> QSize:
        return QSize(paint.width_of(self.tabText(index), font("body")) + u(5), u(8))

    def minimumTabSizeHint(self, index: int) -> QSize:
        return self.tabSizeHint(index)

    def sizeHint(self) -> QSize:
        return QSize(sum(self.tabSizeHint(i).width() for i in range(self.count())), u(8.5))

    def minimumSizeHint(self) -> QSize:
        return QSize(u(40), u(8.5))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.painter_of(self)
        low = self.height() - 1
        painter.fillRect(0, low, self.width(), 1, color("line"))
        over = self.tabAt(self.mapFromGlobal(self.cursor().pos())) if self.underMouse() else -1
        for i in range(self.count()):
            area = self.tabRect(i)
            now = i == self.currentIndex()
            words = QRect(area.x() + u(0.5), 0, area.width() - u(3), u(7.5))
            role = "primary" if now or i == over else "text2"
            paint.text(painter, words, self.tabText(i), font("body"), role)
            if now:
                painter.fillRect(area.x(), low - 1, area.width() - u(3.5), 2, color("primary"))
                if self.ring:
                    around = QRect(area.x() - u(0.5), u(0.5), area.width() - u(2.5), u(7))
                    paint.box(painter, around, u(1), "", "focus", 2)


class SubPages(QWidget):
    """The tabs over their pages; a page is built by its function when it is opened first."""

    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._builders: dict[str, Callable[[], QWidget]] = {}
        self._pages: dict[str, QWidget] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(u(2))
        self._stack = QStackedWidget()
        self.tabs: SubTabs | None = None

    def put(self, *pages: tuple[str, str, Callable[[], QWidget]]) -> None:
        """The pages: key, words of the tab and the function that builds it."""
        self._builders = {key: build for key, _, build in pages}
        self.tabs = SubTabs([(key, words) for key, words, _ in pages])
        self.tabs.chosen.connect(self._open)
        self._column.addWidget(self.tabs)
        self._column.addWidget(self._stack, 1)
        self._open(self.tabs.key)

    @property
    def key(self) -> str:
        """The open page."""
        return self.tabs.key if self.tabs else ""

    def page(self, key: str) -> QWidget | None:
        """The page of a key if it was built."""
        return self._pages.get(key)

    def set_key(self, key: str) -> None:
        """Opens a page."""
        if self.tabs:
            self.tabs.set_key(key)

    def _open(self, key: str) -> None:
        if key not in self._pages:
            self._pages[key] = self._builders[key]()
            self._stack.addWidget(self._pages[key])
        inside = self._holds_focus()
        self._stack.setCurrentWidget(self._pages[key])
        self.opened.emit(key)
        if inside and self.tabs and not self._holds_focus():
            self.tabs.setFocus(Qt.FocusReason.OtherFocusReason)

    def _holds_focus(self) -> bool:
        """Whether the cursor is in these pages, where keys do something."""
        inside = self.window().focusWidget()
        if inside is None or inside.focusPolicy() == Qt.FocusPolicy.NoFocus:
            return False  # Qt gives it to a page that has nothing to write in
        return self.isAncestorOf(inside)
