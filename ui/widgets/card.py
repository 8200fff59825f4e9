"""Where things are put: cards, scrolling panes, lines and the splitter of list and detail."""

from PySide6.QtCore import QByteArray, QMargins, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from ui.theme import color, u
from ui.widgets import paint
from ui.widgets.labels import ElidedLabel, Label


def margins(all_sides: float) -> QMargins:
    """The same margin at the four sides, in units."""
    side = u(all_sides)
    return QMargins(side, side, side, side)


class Line(QWidget):
    """A thin horizontal line."""

    def __init__(self, role: str = "line", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._role = role
        self.setFixedHeight(1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint.painter_of(self).fillRect(self.rect(), color(self._role))


class Card(QFrame):
    """A white card with an outline; `body` is its column, `head` the line of its title."""

    def __init__(
        self,
        title: str = "",
        note: str = "",
        *,
        fill: str = "surface",
        outline: str = "line",
        padding: float = 4,
        step: str = "section",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._fill, self._outline = fill, outline
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(margins(padding))
        self.body.setSpacing(u(2))
        self.head = QHBoxLayout()
        self.head.setSpacing(u(2))
        self.title = Label(title, step, strong=True, parent=self)
        self.note = ElidedLabel(note, "caption", "text2", parent=self)
        if title:
            self.head.addWidget(self.title)
            if step == "body":  # the title of a chart: its note goes to the right
                self.head.addStretch(1)
            self.head.addWidget(self.note)
            if step != "body":
                self.head.addStretch(1)
            self.body.addLayout(self.head)
        else:
            self.title.hide()
            self.note.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint.box(paint.painter_of(self), self.rect(), u(2), self._fill, self._outline)


class ScrollPane(QScrollArea):
    """A pane that scrolls up and down only; put things in its `body`."""

    def __init__(self, padding: float = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = self._inside = QWidget()
        self.body = QVBoxLayout(inside)
        self.body.setContentsMargins(margins(padding))
        self.body.setSpacing(u(2))
        self.setWidget(inside)
        inside.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        self._padding = padding
        self.verticalScrollBar().rangeChanged.connect(self._keep_clear)

    def _keep_clear(self, _low: int, high: int) -> None:
        """The content keeps away from the bar while there is one."""
        sides = margins(self._padding)
        if high > 0:
            sides.setRight(sides.right() + u(2))
        if self.body.contentsMargins() != sides:
            self.body.setContentsMargins(sides)

    def minimumSizeHint(self) -> QSize:
        inside = self._inside.minimumSizeHint()
        bar = self.verticalScrollBar().sizeHint().width()
        return QSize(inside.width() + bar, min(inside.height(), u(30)))


class Splitter(QSplitter):
    """List and detail side by side, 3u apart; `state()` and `restore()` remember the widths."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setHandleWidth(u(3))
        self.setChildrenCollapsible(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def put(self, list_pane: QWidget, detail: QWidget, width: float, least: float = 140) -> None:
        """The two panes: the list so many units wide, the detail never under `least` units."""
        list_pane.setMinimumWidth(u(min(width, 80)))
        detail.setMinimumWidth(u(least))
        self.addWidget(list_pane)
        self.addWidget(detail)
        self.setStretchFactor(0, 0)
        self.setStretchFactor(1, 1)
        self.setSizes([u(width), u(least) * 2])

    def state(self) -> str:
        """The widths as a text, to remember."""
        return bytes(self.saveState().toBase64().data()).decode("ascii")

    def restore(self, state: str) -> None:
        """The widths that were remembered; nothing when there are none."""
        if state:
            self.restoreState(QByteArray.fromBase64(state.encode("ascii")))
