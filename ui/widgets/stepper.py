"""Steps with what is done in each: those of a plantel and those of a wizard."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from ui.theme import color, font, u
from ui.widgets import paint

STATES = {"done": "hecho", "current": "en curso", "todo": "por hacer"}


@dataclass(frozen=True)
class Step:
    """One step: its state is done, current or todo."""

    key: str
    title: str
    caption: str = ""
    state: str = "todo"


class _StepButton(paint.KeyboardRing, QAbstractButton):
    """A circle with a tick or its number, a title and a caption."""

    def __init__(self, number: int, step: Step, parent: QWidget) -> None:
        super().__init__(parent)
        self._number = number
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_step(step)

    def set_step(self, step: Step) -> None:
        self.step = step
        self.setText(step.title)
        self.setAccessibleName(f"{step.title}, {STATES[step.state]}. {step.caption}".strip())
        self.updateGeometry()
        self.update()

    def title_end(self) -> int:
        """Where the title ends, from the left of the button."""
        return u(7.5) + paint.width_of(self.step.title, font("body", True))

    def sizeHint(self) -> QSize:
        words = max(
            paint.width_of(self.step.title, font("body", True)),
            paint.width_of(self.step.caption, font("caption")),
        )
        return QSize(u(7.5) + words + u(1), u(10.5) if self.step.caption else u(6))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.painter_of(self)
        state = self.step.state
        tone = "text" if state != "todo" else "text2"
        if self.isEnabled() and self.underMouse():
            tone = "primary"
        self._paint_circle(painter, state)
        left = u(7.5)
        area = QRect(left, 0, self.width() - left, u(6))
        paint.text(painter, area, self.step.title, font("body", state == "current"), tone)
        under = QRect(left, u(6), self.width() - left, u(4.5))
        paint.text(painter, under, self.step.caption, font("caption"), "text2")
        if self.ring:
            paint.box(painter, self.rect(), u(1.5), "", "focus", 2)

    def _paint_circle(self, painter: QPainter, state: str) -> None:
        circle = QRectF(0.5, 0.5, u(6) - 1, u(6) - 1)
        if state == "done":
            paint.box(painter, circle, circle.width() / 2, "primary")
            side = u(4)
            at = (u(6) - side) / 2
            paint.glyph(painter, "check", "onprimary", at, at, side)
            return
        rim, face = ("primary", "surface") if state == "current" else ("edge", "")
        paint.box(painter, circle, circle.width() / 2, face, rim, 2 if state == "current" else 1.5)
        role = "primary" if state == "current" else "text2"
        align = Qt.AlignmentFlag.AlignHCenter
        paint.text(painter, circle, str(self._number), font("caption", True), role, align)


class Stepper(QWidget):
    """A row of steps joined by a line; each is a link that tells `opened(key)`."""

    opened = Signal(str)

    def __init__(self, steps: Sequence[Step] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(u(2))
        self._buttons: list[_StepButton] = []
        self.set_steps(steps)

    def set_steps(self, steps: Sequence[Step]) -> None:
        """Shows other steps; the buttons stay when their number is the same."""
        if len(steps) != len(self._buttons):
            self._make(steps)
        for button, step in zip(self._buttons, steps, strict=True):
            button.set_step(step)
        self.update()

    def set_enabled(self, key: str, enabled: bool) -> None:
        """Lets a step be chosen or not."""
        for button in self._buttons:
            if button.step.key == key:
                button.setEnabled(enabled)

    def _make(self, steps: Sequence[Step]) -> None:
        while item := self._row.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        self._buttons = []
        for number, step in enumerate(steps, 1):
            if number > 1:
                self._row.addStretch(1)
            button = _StepButton(number, step, self)
            button.clicked.connect(self._tell)
            self._row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
            self._buttons.append(button)

    def _tell(self) -> None:
        sender = self.sender()
        if isinstance(sender, _StepButton):
            self.opened.emit(sender.step.key)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.painter_of(self)
        middle = u(3)
        for one, other in zip(self._buttons, self._buttons[1:], strict=False):
            done = one.step.state == "done"
            pen = QPen(color("primary" if done else "edge"), 2 if done else 1.5)
            if not done:
                pen.setStyle(Qt.PenStyle.CustomDashLine)
                pen.setDashPattern([2.5, 2])
            painter.setPen(pen)
            start, end = one.x() + one.title_end() + u(2), other.x() - u(1.5)
            if end > start:
                painter.drawLine(QPointF(start, middle), QPointF(end, middle))
