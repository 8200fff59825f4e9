"""The bar over a page: filters, views, secondary buttons that fold into ⋯, and the filled one."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt
from PySide6.QtGui import QAction, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui.theme import icon, u
from ui.widgets import paint
from ui.widgets.buttons import Button, IconButton
from ui.widgets.chips import Chip, ChipMenu
from ui.widgets.keys import tab_through

_SHOWN = (QEvent.Type.ShowToParent, QEvent.Type.HideToParent)


class Toolbar(QWidget):
    """What does not fit folds: first the secondary buttons into ⋯, then the chips, from the last,
    into `Más filtros`. What is always in ⋯ is added to `menu`.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._left: list[QWidget] = []
        self._secondary: list[tuple[QPushButton, str]] = []
        self._main: QWidget | None = None
        self._gone: set[QObject] = set()
        self._busy = False
        self._row = QHBoxLayout(self)
        self._row.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(u(2))
        self.filters = Button("Más filtros", "plain", "filter")
        self.filters.clicked.connect(self._open_panel)
        self._panel = _Panel(self)
        self._row.addWidget(self.filters)
        self.filters.hide()
        self._row.addStretch(1)
        self.menu = QMenu(self)
        self.menu.aboutToShow.connect(self._fill)
        self._folded_actions: list[QAction] = []
        self.more = IconButton("more", "Más acciones", menu=self.menu)
        self._row.addWidget(self.more)
        self.more.hide()

    def add_left(self, widget: QWidget) -> None:
        """A filter, a chip or segments, in order from the left."""
        self._row.insertWidget(len(self._left), widget)
        self._left.append(widget)
        widget.installEventFilter(self)
        if isinstance(widget, ChipMenu):
            widget.chosen.connect(self._count_filters)
        elif isinstance(widget, Chip):
            widget.toggled.connect(self._count_filters)

    def put_first(self, widget: QWidget) -> None:
        """Puts something before all the rest, taking it from the bar where it was."""
        other = widget.parentWidget()
        if isinstance(other, Toolbar) and other is not self:
            other.let_go(widget)
        if widget not in self._left:
            self._row.insertWidget(0, widget)
            self._left.insert(0, widget)
            widget.installEventFilter(self)
            widget.show()
            self._order_keys()
            self.refold()

    def let_go(self, widget: QWidget) -> None:
        """Something of the left goes to another bar."""
        if widget in self._left:
            self._left.remove(widget)
            self._row.removeWidget(widget)
            widget.removeEventFilter(self)
            self._gone.discard(widget)

    def add_secondary(self, button: QPushButton, icon_name: str = "") -> None:
        """A button that goes into ⋯ when there is no room; the last added folds last."""
        self._row.insertWidget(self._row.count() - 1 - (self._main is not None), button)
        self._secondary.append((button, icon_name))
        button.installEventFilter(self)

    def set_main(self, button: QPushButton) -> None:
        """The one filled button of the page."""
        self._row.insertWidget(self._row.count() - 1, button)
        self._main = button
        button.installEventFilter(self)
        self._order_keys()

    def folded(self) -> list[QPushButton]:
        """The buttons that are in ⋯ now."""
        return [button for button, _ in self._secondary if button.property("folded")]

    def folded_filters(self) -> list[Chip]:
        """The chips that are in `Más filtros` now."""
        return [chip for chip in self._chips() if chip.parent() is self._panel]

    def minimumSizeHint(self) -> QSize:
        kept = [w for w in self._left if not isinstance(w, Chip) and w not in self._gone]
        if self._main is not None:
            kept.append(self._main)
        width = sum(_least(widget) + u(2) for widget in kept) + self.more.sizeHint().width()
        if self._chips():
            width += self.filters.sizeHint().width() + u(2)
        return QSize(width, u(8))

    def sizeHint(self) -> QSize:
        return QSize(self._needs(self._secondary, self._chips()), u(8))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.refold()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _SHOWN and not self._busy:
            # Somebody else hides or shows it: it does not count until it is shown again.
            act = self._gone.add if event.type() == _SHOWN[1] else self._gone.discard
            act(watched)
            self.refold()
        elif event.type() == QEvent.Type.LayoutRequest:
            self.refold()
        return super().eventFilter(watched, event)

    def refold(self) -> None:
        """Computes again what fits; call it after the words of a button changed."""
        if self._busy:
            return
        self._busy = True
        kept = [pair for pair in self._secondary if pair[0] not in self._gone]
        chips = self._chips()
        while kept and self._needs(kept, chips) > self.width():
            kept.pop(0)
        while chips and self._needs(kept, chips) > self.width():
            chips.pop()
        self._place_buttons(kept)
        self._place_chips(chips)
        self._busy = False

    def _chips(self) -> list[Chip]:
        return [
            widget for widget in self._left if isinstance(widget, Chip) and widget not in self._gone
        ]

    def _needs(self, kept: Sequence[tuple[QPushButton, str]], chips: Sequence[Chip]) -> int:
        widgets = [w for w in self._left if not isinstance(w, Chip) and w not in self._gone]
        widgets += [*chips, *(button for button, _ in kept)]
        if self._main is not None and self._main not in self._gone:
            widgets.append(self._main)
        width = sum(_wanted(widget) + u(2) for widget in widgets)
        if len(kept) < len(self._secondary) or self._own_actions():
            width += self.more.sizeHint().width() + u(2)
        if len(chips) < len(self._chips()):
            width += self.filters.sizeHint().width() + u(2)
        return width - u(2)

    def _place_buttons(self, kept: Sequence[tuple[QPushButton, str]]) -> None:
        seen = [pair for pair in self._secondary if pair[0] not in self._gone]
        for pair in seen:
            folded = pair not in kept
            pair[0].setProperty("folded", folded)
            if pair[0].isHidden() != folded:
                pair[0].setVisible(not folded)
        self.more.setVisible(bool(self._own_actions()) or len(kept) < len(seen))

    def _order_keys(self) -> None:
        """From left to right: a chip that was put away and came back would be the last."""
        buttons = (button for button, _ in self._secondary)
        tab_through([*self._left, self.filters, *buttons, self._main, self.more])

    def _place_chips(self, kept: Sequence[Chip]) -> None:
        moved = False
        for chip in self._chips():
            inside = chip.parent() is self._panel
            if chip not in kept and not inside:
                self._panel.column.addWidget(chip, 0, Qt.AlignmentFlag.AlignLeft)
                chip.show()
                moved = True
            elif chip in kept and inside:
                before = [w for w in self._left[: self._left.index(chip)] if w.parent() is self]
                self._row.insertWidget(len(before), chip)
                chip.show()
                moved = True
        if moved:
            self._order_keys()
        self.filters.setVisible(len(kept) < len(self._chips()))
        self._count_filters()

    def _count_filters(self, *_changes: object) -> None:
        active = sum(chip.is_active for chip in self.folded_filters())
        self.filters.setText(f"Más filtros · {active}" if active else "Más filtros")
        self.filters.updateGeometry()

    def _open_panel(self) -> None:
        self._panel.adjustSize()
        self._panel.move(self.filters.mapToGlobal(QPoint(0, self.filters.height() + u(1))))
        self._panel.show()
        if chips := self.folded_filters():
            chips[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _own_actions(self) -> list[QAction]:
        return [action for action in self.menu.actions() if action not in self._folded_actions]

    def _fill(self) -> None:
        for action in self._folded_actions:
            self.menu.removeAction(action)
            action.deleteLater()
        self._folded_actions = []
        own = self.menu.actions()
        for button, name in self._secondary:
            if not button.property("folded") or button in self._gone:
                continue
            action = QAction(button.text(), self.menu)
            if name:
                action.setIcon(icon(name))
            action.setEnabled(button.isEnabled())
            action.triggered.connect(button.click)
            self._folded_actions.append(action)
        if own and self._folded_actions:
            line = QAction(self.menu)
            line.setSeparator(True)
            self._folded_actions.append(line)
        self.menu.insertActions(own[0] if own else None, self._folded_actions)  # pyright: ignore[reportArgumentType]


class _Panel(QFrame):
    """Holds the chips that do not fit in the bar."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(u(3), u(3), u(3), u(3))
        self.column.setSpacing(u(2))

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint.box(paint.painter_of(self), self.rect(), 0, "surface", "edge")


def _least(widget: QWidget) -> int:
    return max(widget.minimumWidth(), widget.minimumSizeHint().width())


def _wanted(widget: QWidget) -> int:
    """The width that a widget likes; a field gives up some before anything folds."""
    return widget.sizeHint().width() if isinstance(widget, QPushButton) else _least(widget)


def gap(units: float) -> QWidget:
    """An empty space of so many units to put between the parts of a bar."""
    space = QWidget()
    space.setFixedWidth(u(units))
    space.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return space
