"""The short notice at the bottom left: what happened, with a way back."""

from collections.abc import Callable

from PySide6.QtCore import (
    QEasingCurve,
    QEvent,
    QObject,
    QPropertyAnimation,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QGraphicsOpacityEffect,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from ui.theme import font, u
from ui.widgets import paint
from ui.widgets.labels import Label

SECONDS = 8
_FADE = 120


def announce(widget: QWidget, words: str, urgent: bool = False) -> None:
    """Has a screen reader say something."""
    event = QAccessibleAnnouncementEvent(widget, words)
    if urgent:
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
    QAccessible.updateAccessibility(event)


class _ToastButton(paint.KeyboardRing, QPushButton):
    """The action of a toast, or its ×."""

    def __init__(self, icon_name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon_name = icon_name
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        if self._icon_name:
            return QSize(u(7), u(7))
        return QSize(paint.width_of(self.text(), font("body", True)) + u(4), u(7))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.painter_of(self)
        if self.ring or self.underMouse():
            paint.box(painter, self.rect(), u(1), "", "toastlink", 2 if self.ring else 1)
        if self._icon_name:
            side = u(4.5)
            at = (self.width() - side) / 2
            paint.glyph(painter, self._icon_name, "toasttext", at, at, side)
        else:
            align = Qt.AlignmentFlag.AlignHCenter
            face = font("body", True)
            paint.text(painter, self.rect(), self.text(), face, "toastlink", align)


class Toast(QWidget):
    """One over a window; a new message takes the place of the one before."""

    closed = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._run: Callable[[], object] | None = None
        self._depth = u(2)
        self._kind = "ok"
        self._words = Label("", "body", "toasttext")
        self._action = _ToastButton("", self)
        self._action.clicked.connect(self._act)
        self._close = _ToastButton("x", self)
        self._close.setAccessibleName("Cerrar aviso")
        self._close.setToolTip("Cerrar aviso (Esc)")
        self._close.clicked.connect(self.dismiss)
        row = QHBoxLayout(self)
        depth = self._depth
        row.setContentsMargins(depth + u(10.5), depth + u(2), depth + u(2), depth + u(2))
        row.setSpacing(u(3))
        row.addWidget(self._words)
        row.addWidget(self._action)
        row.addWidget(self._close)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.dismiss)
        window.installEventFilter(self)
        self.hide()

    @property
    def text(self) -> str:
        """What it says now."""
        return self._words.text() if self.isVisibleTo(self._window) else ""

    def say(
        self,
        words: str,
        action: str = "",
        run: Callable[[], object] | None = None,
        *,
        kind: str = "ok",
        seconds: float = SECONDS,
    ) -> None:
        """Shows a message (kind ok or alert) with an action; with 0 seconds it stays."""
        self._run, self._kind = run, kind
        self._words.setText(words)
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self.setAccessibleName(words)
        self.place()
        was_hidden = not self.isVisible()
        self.show()
        self.raise_()
        if was_hidden:
            self._fade_in()
        self._timer.setInterval(round(seconds * 1000))
        self._restart()
        spoken = f"{words} {action}, F6." if action else words
        announce(self, spoken, urgent=kind == "alert")

    def take_focus(self) -> bool:
        """Gives the focus to the action (F6); false when there is no toast."""
        if not self.isVisible():
            return False
        wanted = self._action if self._action.isVisible() else self._close
        wanted.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def dismiss(self) -> None:
        """Hides it."""
        self._timer.stop()
        self.hide()
        self.closed.emit()

    def place(self) -> None:
        """Goes to its corner of the window."""
        self.adjustSize()
        window = self._window
        left = u(24) - self._depth
        if left + self.width() > window.width():
            left = max(0, (window.width() - self.width()) // 2)
        self.move(left, window.height() - self.height() - u(13) + self._depth)

    def _act(self) -> None:
        run, self._run = self._run, None
        self.dismiss()
        if run is not None:
            run()

    def _restart(self) -> None:
        if self._timer.interval() and not self.underMouse() and not self._has_focus():
            self._timer.start()

    def _has_focus(self) -> bool:
        now = QApplication.focusWidget()
        return now is not None and self.isAncestorOf(now)

    def enterEvent(self, event) -> None:
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event) -> None:
        super().leaveEvent(event)
        self._restart()

    def keyPressEvent(self, event) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.place()
        return super().eventFilter(watched, event)

    def _fade_in(self) -> None:
        if not QApplication.isEffectEnabled(Qt.UIEffect.UI_FadeTooltip):
            return
        effect = QGraphicsOpacityEffect(self)
        self.setGraphicsEffect(effect)
        motion = QPropertyAnimation(effect, b"opacity", self)
        motion.setDuration(_FADE)
        motion.setStartValue(0.0)
        motion.setEndValue(1.0)
        motion.setEasingCurve(QEasingCurve.Type.OutQuad)
        motion.finished.connect(self._stop_fading)
        motion.start(QPropertyAnimation.DeletionPolicy.DeleteWhenStopped)

    def _stop_fading(self) -> None:
        self.setGraphicsEffect(None)  # pyright: ignore[reportArgumentType]

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.painter_of(self)
        depth = self._depth
        area = self.rect().adjusted(depth, depth, -depth, -depth)
        paint.shadow(painter, area.toRectF(), u(2), depth)
        paint.box(painter, area, u(2), "toast")
        side = u(5)
        name = "check" if self._kind == "ok" else "alert"
        y = area.y() + (area.height() - side) / 2
        paint.glyph(painter, name, "toasttext", area.x() + u(3), y, side)
        x = self._close.x() - u(1.5)
        tone = paint.color("toasttext")
        painter.setOpacity(0.35)
        painter.fillRect(x, area.y() + u(2.75), 1, area.height() - u(5.5), tone)
