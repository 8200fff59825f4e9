"""The tabs of the window with their pages, each made when it is first seen."""

from typing import Any

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from app.store.journal import Changes
from ui import theme
from ui.context import Context
from ui.tabs import TABS, TabSpec
from ui.theme import u


class Pages(QTabWidget):
    """The pages of one open file; a hidden one reads again only when it is shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.made: dict[str, Any] = {}
        self._ctx: Context | None = None
        self._stale: set[str] = set()
        self._columns: list[QVBoxLayout] = []
        self.setDocumentMode(True)
        self.setIconSize(QSize(u(5), u(5)))
        self.tabBar().setExpanding(False)
        self.tabBar().setUsesScrollButtons(True)
        for spec in TABS:
            holder = QWidget(self)
            column = QVBoxLayout(holder)
            column.setContentsMargins(0, 0, 0, 0)
            self._columns.append(column)
            self.addTab(holder, theme.icon(spec.icon), spec.title)
        self.currentChanged.connect(self._on_tab)
        self.tabBarClicked.connect(self._focus_soon)

    # The file

    def open(self, ctx: Context) -> None:
        """Shows the first page of a file."""
        self._ctx = ctx
        self.setCurrentIndex(0)
        self._on_tab(0)
        self.tabBar().setFocus()

    def leave(self) -> None:
        """Lets the pages of the file go."""
        for page in self.made.values():
            page.hide()
            page.deleteLater()
        self.made.clear()
        self._stale.clear()
        self._ctx = None

    def on_change(self, changes: Changes) -> None:
        """Something was stored: the page in front reads it, the others when they are shown."""
        for key, page in list(self.made.items()):
            if changes.tables & page.TABLES:
                if key == self.key:
                    page.refresh()
                else:
                    self._stale.add(key)

    # Showing

    @property
    def key(self) -> str:
        """The tab in front."""
        return TABS[self.currentIndex()].key

    @property
    def page(self) -> Any:
        """The page in front, or None when no file is open."""
        return self.made.get(self.key)

    def show_tab(self, key: str) -> Any:
        """Brings a tab to the front and returns its page."""
        index = next(i for i, spec in enumerate(TABS) if spec.key == key)
        self.setCurrentIndex(index)
        self._on_tab(index)
        self.focus_page()
        return self.made[key]

    def show_icons(self, wide: bool) -> None:
        """Icons before the words when there is room for both."""
        if self.tabIcon(0).isNull() == wide:
            for i, spec in enumerate(TABS):
                self.setTabIcon(i, theme.icon(spec.icon) if wide else QIcon())

    def focus_page(self) -> None:
        """The cursor goes to the filter of the page, unless it already is in the page."""
        page, inside = self.page, self.window().focusWidget()
        if page is None:
            return
        used = inside is not None and inside.focusPolicy() != Qt.FocusPolicy.NoFocus
        if used and page.isAncestorOf(inside):
            return
        if hasattr(page, "focus_filter"):
            page.focus_filter()
        else:
            self.tabBar().setFocus()

    def _focus_soon(self, _index: int) -> None:
        QTimer.singleShot(0, self, self.focus_page)

    def _on_tab(self, index: int) -> None:
        if self._ctx is None or index < 0:
            return
        spec = TABS[index]
        if spec.key not in self.made:
            self._make(spec, index, self._ctx)
        elif spec.key in self._stale:
            self._stale.discard(spec.key)
            self.made[spec.key].refresh()

    def _make(self, spec: TabSpec, index: int, ctx: Context) -> None:
        page = spec.load()(ctx, self.widget(index))
        self.made[spec.key] = page
        self._columns[index].addWidget(page)
        page.refresh()
