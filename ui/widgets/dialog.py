"""The base of every dialog: title, content, and a foot with Cancelar at the left and one button."""

from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from ui.theme import color, u
from ui.widgets import paint
from ui.widgets.buttons import Button, IconButton
from ui.widgets.card import Line
from ui.widgets.labels import Label

WIDTHS = {"small": 120, "medium": 160, "large": 220, "full": 275}
_HEIGHTS = {"large": 150, "full": 168}
_NO_SHADOW = ("xcb", "offscreen", "minimal", "vnc", "linuxfb")


class Shade(QWidget):
    """The veil over the window while a dialog is open."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setGeometry(window.rect())
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint.painter_of(self).fillRect(self.rect(), color("shade"))


class Dialog(QDialog):
    """Open it with `open()`; hear `accepted` and `rejected`; override `accept` to check first.

    `size` is small (480), medium (640), large (880×600) or full (1100×672). Put the content in
    `body`. Enter presses the filled button, Esc cancels, the focus goes back to where it was.
    """

    help_asked = Signal()

    def __init__(
        self,
        title: str,
        parent: QWidget | None,
        *,
        size: str = "medium",
        action: str = "",
        icon_name: str = "",
        cancel: str = "Cancelar",
        help_topic: str = "",
    ) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.help_topic = help_topic
        self._size, self._shade, self._drag = size, None, QPoint()
        soft = QGuiApplication.platformName() not in _NO_SHADOW
        self._depth = u(5) if soft else 0
        if soft:
            self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self._before = QApplication.focusWidget()
        column = self._column = QVBoxLayout(self)
        side = u(5.5) + self._depth
        column.setContentsMargins(
            side, u(3) + self._depth, u(4.5) + self._depth, u(3.5) + self._depth
        )
        column.setSpacing(u(2))
        column.addLayout(self._make_head(title))
        self.body = QVBoxLayout()
        self.body.setSpacing(u(2))
        column.addLayout(self.body, 1)
        column.addWidget(Line())
        column.addLayout(self._make_foot(action, icon_name, cancel))

    def _make_head(self, title: str) -> QHBoxLayout:
        head = QHBoxLayout()
        self.title = Label(title, "page", wrap=False)
        head.addWidget(self.title, 1)
        self.help = IconButton("help", "Ayuda", shortcut="F1")
        self.help.clicked.connect(self.help_asked)
        self.close_button = IconButton("x", "Cerrar", shortcut="Esc")
        self.close_button.clicked.connect(self.reject)
        for button in (self.help, self.close_button):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            head.addWidget(button)
        if not self.help_topic:
            self.help.hide()
        return head

    def _make_foot(self, action: str, icon_name: str, cancel: str) -> QHBoxLayout:
        self.foot = QHBoxLayout()
        self.foot.setSpacing(u(2))
        self.cancel = Button(cancel, "plain")
        self.cancel.clicked.connect(self.reject)
        self.note = Label("", "caption", "text2")
        self.main = Button(action or "Aceptar", "filled", icon_name)
        self.main.clicked.connect(self.accept)
        if not action:  # never shown here: without its dialog it would be a window of its own
            self.main.hide()
        self.foot.addWidget(self.cancel)
        self.foot.addStretch(1)
        self.foot.addWidget(self.note)
        self.foot.addWidget(self.main)
        return self.foot

    def set_title(self, title: str) -> None:
        """Changes the title."""
        self.setWindowTitle(title)
        self.title.setText(title)
        self._fold_title()

    def _fold_title(self) -> None:
        """A title with a long name goes on in the next line: nothing is cut in silence."""
        room = u(WIDTHS[self._size]) - u(28)
        if paint.width_of(self.title.text(), self.title.font()) > room:
            self.title.setWordWrap(True)

    def add_secondary(self, button: Button) -> None:
        """An outlined button at the left of the filled one."""
        self.foot.insertWidget(self.foot.count() - 1, button)

    def open(self) -> None:
        """Shows the dialog over its window, which gets a veil."""
        parent = self.parentWidget()
        window = parent.window() if parent else None
        self._fold_title()
        self._fit(window)
        if window is not None:
            self._shade = Shade(window)
            self._shade.show()
            self._shade.raise_()
        self._order_keys()
        super().open()

    def _order_keys(self) -> None:
        """Tab starts in the content and goes on to the filled button, the rest and Cancelar.

        In that order because who leaves the last datum and presses Enter means to go on. Never
        `nextInFocusChain`: PySide makes the dialog a child of its own button, and lets it go.
        """
        places = (self.foot.itemAt(i) for i in range(self.foot.count()))
        foot = [one for place in places if place and isinstance(one := place.widget(), Button)]
        foot.sort(key=lambda button: (button is not self.main, button is self.cancel))
        for first, second in pairwise([*foot, self.help, self.close_button]):
            QWidget.setTabOrder(first, second)
        if self.focusWidget() is None:
            self.close_button.setFocus()
            self.focusNextChild()
            if self.focusWidget() in foot and not self.main.isHidden():
                self.main.setFocus()

    def done(self, result: int) -> None:
        if self._shade is not None:
            self._shade.deleteLater()
            self._shade = None
        super().done(result)
        if self._before is not None:
            _give_back(self._before)
            self._before = None

    def _fit(self, window: QWidget | None) -> None:
        depth = 2 * self._depth
        room = window.size() if window else QGuiApplication.primaryScreen().availableSize()
        width = min(u(WIDTHS[self._size]), room.width() - u(6)) + depth
        self.setFixedWidth(width)
        tall = _HEIGHTS.get(self._size)
        if tall:
            self.setFixedHeight(min(u(tall), room.height() - u(6)) + depth)
        else:
            needed = self._column.totalHeightForWidth(width)
            if needed <= 0:
                needed = self._column.totalSizeHint().height()
            self.resize(width, min(needed, room.height() - u(6) + depth))
        if window is not None:
            middle = window.mapToGlobal(window.rect().center())
            area = QRect(0, 0, self.width(), self.height())
            area.moveCenter(middle)
            self.move(area.topLeft())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        inside = self.focusWidget()
        if enter and not isinstance(inside, QPlainTextEdit | QTextEdit):
            if isinstance(inside, Button) and inside is not self.main:
                if inside is not self.cancel or self.main.isEnabled():
                    inside.click()  # Cancelar may have the cursor only because the other waits
            elif self.main.isVisible() and self.main.isEnabled():
                self.main.setFocus()
                self.main.click()
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        top = self._depth + u(14)
        handle = self.windowHandle()
        if event.position().y() < top and handle is not None and handle.startSystemMove():
            return
        super().mousePressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, depth = paint.painter_of(self), self._depth
        area = self.rect().adjusted(depth, depth, -depth, -depth)
        if depth:
            paint.shadow(painter, area.toRectF(), u(3), depth)
            paint.box(painter, area, u(3), "surface")
        else:
            painter.fillRect(area, color("surface"))
            paint.box(painter, area, 0, "", "edge")


def _give_back(widget: QWidget) -> None:
    try:
        widget.setFocus(Qt.FocusReason.OtherFocusReason)
    except RuntimeError:
        return  # it was destroyed meanwhile: there is nowhere to go back to
