"""How a long piece of work goes: what, how many, which one now, and the way to stop it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSizePolicy, QWidget

from ui.theme import u
from ui.widgets import paint
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.labels import ElidedLabel, Label


class ProgressCard(Card):
    """A card at the bottom right of the window, or inside a page; `cancelled` asks to stop."""

    cancelled = Signal()

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(fill="sunken", padding=3, parent=parent)
        self.what = Label(title, strong=True)
        self.count = Label("", strong=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 0)
        self.bar.setAccessibleName(title)
        self.item = ElidedLabel("", "caption", "text2")
        self.button = Button("Cancelar", "plain")
        self.button.clicked.connect(self._stop)
        top = QHBoxLayout()
        top.addWidget(self.what, 1)
        top.addWidget(self.count)
        foot = QHBoxLayout()
        foot.addWidget(self.item, 1)
        foot.addWidget(self.button)
        self.body.setSpacing(u(1.5))
        self.body.addLayout(top)
        self.body.addWidget(self.bar)
        self.body.addLayout(foot)
        self.setMinimumWidth(u(74))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_progress(self, step: int, total: int, item: str = "") -> None:
        """`step` of `total` done; `item` is what it is busy with."""
        self.bar.setRange(0, total)
        self.bar.setValue(step)
        self.count.setText(f"{step:,} de {total:,}" if total else "")
        self.item.setText(f"Va en: {item}" if item else "")

    def _stop(self) -> None:
        self.button.setEnabled(False)
        self.button.setText("Deteniendo…")
        self.cancelled.emit()


class FloatingProgress(ProgressCard):
    """The progress card over a window, at its bottom right, with a soft shadow."""

    def __init__(self, title: str, window: QWidget) -> None:
        super().__init__(title, window)
        self._window = window
        self._depth = u(2)
        depth = u(3) + self._depth
        self.body.setContentsMargins(depth, depth, depth, depth)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, on=False)

    def place(self) -> None:
        """Goes to its corner; call it when the window changes its size."""
        window = self._window
        self.adjustSize()
        self.move(window.width() - self.width() - u(4), window.height() - self.height() - u(4))
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.painter_of(self)
        depth = self._depth
        area = self.rect().adjusted(depth, depth, -depth, -depth)
        paint.shadow(painter, area.toRectF(), u(2), depth)
        paint.box(painter, area, u(2), "surface", "line")
