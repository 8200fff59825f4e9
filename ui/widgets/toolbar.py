"""The bar over a page: filter, views, secondary buttons that fold into ⋯, and the filled one."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QSizePolicy, QWidget

from ui.theme import icon, u
from ui.widgets.buttons import IconButton


class Toolbar(QWidget):
    """`add_left` keeps to the left; `add_secondary` folds when narrow; `set_main` stays.

    What always lives in the menu goes to `menu` (see `more_actions`).
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._left: list[QWidget] = []
        self._folding: list[tuple[QPushButton, str]] = []
        self._main: QWidget | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(u(2))
        self._row.addStretch(1)
        self.menu = QMenu(self)
        self.menu.aboutToShow.connect(self._fill)
        self._folded_actions: list = []
        self.more = IconButton("more", "Más acciones", menu=self.menu)
        self._row.addWidget(self.more)
        self.more.hide()

    def add_left(self, widget: QWidget) -> None:
        """A filter, a chip or segments, in order from the left."""
        self._row.insertWidget(len(self._left), widget)
        self._left.append(widget)
        widget.installEventFilter(self)

    def add_secondary(self, button: QPushButton, icon_name: str = "") -> None:
        """A button that goes into ⋯ when there is no room; the last added folds last."""
        self._row.insertWidget(self._row.count() - 1 - (self._main is not None), button)
        self._folding.append((button, icon_name))
        button.installEventFilter(self)

    def set_main(self, button: QPushButton) -> None:
        """The one filled button of the page."""
        self._row.insertWidget(self._row.count() - 1, button)
        self._main = button
        button.installEventFilter(self)

    def folded(self) -> list[QPushButton]:
        """The buttons that are in ⋯ now."""
        return [button for button, _ in self._folding if button.property("folded")]

    def minimumSizeHint(self) -> QSize:
        kept = [*self._left, *([self._main] if self._main else [])]
        shown = [widget for widget in kept if not widget.isHidden()]
        width = sum(self._least(widget) + u(2) for widget in shown) + self.more.sizeHint().width()
        return QSize(width, u(8))

    def sizeHint(self) -> QSize:
        return QSize(self._needs(self._folding), u(8))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (
            QEvent.Type.ShowToParent,
            QEvent.Type.HideToParent,
            QEvent.Type.LayoutRequest,
        ):
            self._fold()
        return super().eventFilter(watched, event)

    def refold(self) -> None:
        """Computes again what fits, after the words of a button changed."""
        self._fold()

    def _least(self, widget: QWidget) -> int:
        return max(widget.minimumWidth(), widget.minimumSizeHint().width())

    def _needs(self, kept: list[tuple[QPushButton, str]]) -> int:
        widgets = [w for w in self._left if not w.isHidden()] + [button for button, _ in kept]
        if self._main is not None and not self._main.isHidden():
            widgets.append(self._main)
        width = sum(
            max(w.sizeHint().width(), w.minimumWidth())
            if not isinstance(w, QPushButton)
            else w.sizeHint().width()
            for w in widgets
        )
        width += u(2) * len(widgets)
        if len(kept) < len(self._folding) or self.menu.actions():
            width += self.more.sizeHint().width() + u(2)
        return width

    def _fold(self) -> None:
        kept = [pair for pair in self._folding if not pair[0].property("gone")]
        while kept and self._needs(kept) > self.width():
            kept.pop(0)
        for button, name in self._folding:
            folded = (button, name) not in kept
            button.setProperty("folded", folded and not button.property("gone"))
            if button.isHidden() != folded:
                button.setVisible(not folded)
        has_own = any(action not in self._folded_actions for action in self.menu.actions())
        self.more.setVisible(has_own or len(kept) < len(self._folding))

    def _fill(self) -> None:
        for action in self._folded_actions:
            self.menu.removeAction(action)
            action.deleteLater()
        self._folded_actions = []
        first = self.menu.actions()[0] if self.menu.actions() else None
        for button, name in self._folding:
            if not button.property("folded"):
                continue
            action = self.menu.addAction(button.text())
            if name:
                action.setIcon(icon(name))
            action.setEnabled(button.isEnabled())
            action.triggered.connect(button.click)
            if first is not None:
                self.menu.insertAction(first, action)
            self._folded_actions.append(action)
        if first is not None and self._folded_actions:
            self._folded_actions.append(self.menu.insertSeparator(first))


def gap(units: float) -> QWidget:
    """An empty space of so many units to put between the parts of a bar."""
    space = QWidget()
    space.setFixedWidth(u(units))
    space.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return space
