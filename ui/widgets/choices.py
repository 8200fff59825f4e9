"""Check boxes, radios and lists that drop down, painted with the roles."""

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QRadioButton, QSizePolicy, QWidget

from ui.theme import color, font, u
from ui.widgets import paint
from ui.widgets.options import OptionDelegate, option_list

_SIDE = 4.5


def paint_check(
    painter: QPainter, rect: QRectF, state: Qt.CheckState, enabled: bool = True, outline: str = ""
) -> None:
    """The box of a check of 18 px in a rectangle, for widgets and cells alike."""
    on = state != Qt.CheckState.Unchecked
    fill = ("primary" if on else "surface") if enabled else "disbg"
    rim = outline or (("primary" if on else "edge") if enabled else "line")
    paint.box(painter, rect, u(1), fill, rim, 2 if outline else 1)
    if on:
        side = round(rect.width() * 0.78)
        shift = (rect.width() - side) / 2
        name = "check" if state == Qt.CheckState.Checked else "minus"
        tone = "onprimary" if enabled else "disabled"
        paint.glyph(painter, name, tone, rect.x() + shift, rect.y() + shift, side)


class _Choice(paint.KeyboardRing):
    """Words beside a mark, with a caption beneath if there is one."""

    caption = ""
    wraps = False

    def set_wraps(self) -> None:
        """Words that do not fit go on in more lines instead of asking for width."""
        self.wraps = True
        policy = self.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Preferred)
        policy.setVerticalPolicy(QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def heightForWidth(self, width: int) -> int:
        """The height that the words take at a width."""
        room = QRect(0, 0, width - u(_SIDE) - u(2.25), 0)
        wrap = Qt.TextFlag.TextWordWrap
        words = self.text()  # pyright: ignore[reportAttributeAccessIssue]
        high = QFontMetrics(font("body")).boundingRect(room, wrap, words).height()
        return max(self.sizeHint().height(), high + u(1))

    def set_caption(self, words: str) -> None:
        """A second line in small letters."""
        self.caption = words
        self.setAccessibleDescription(words)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        words = self.text()  # pyright: ignore[reportAttributeAccessIssue]
        width = max(
            paint.width_of(words, font("body", True)), paint.width_of(self.caption, font("caption"))
        )
        height = u(_SIDE + 1) if not self.caption else u(9.75)
        return QSize(u(_SIDE) + (u(2) + width + u(1) if words else u(0.5)), max(height, u(5.5)))

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        return QSize(min(hint.width(), u(30)), hint.height()) if self.wraps else hint

    def hitButton(self, pos) -> bool:
        return self.rect().contains(pos)

    def _mark(self) -> QRectF:
        side = u(_SIDE)
        top = u(0.5) if self.caption else (self.height() - side) / 2
        return QRectF(u(0.25), top, side, side)

    def _paint_words(self, painter: QPainter, strong: bool) -> None:
        tone = "text" if self.isEnabled() else "disabled"
        left = u(_SIDE) + u(2.25)
        line = u(_SIDE + 1) if self.caption else self.height()
        words = self.text()  # pyright: ignore[reportAttributeAccessIssue]
        area = QRect(left, 0, self.width() - left, line)
        if self.wraps and paint.width_of(words, font("body", strong)) > area.width():
            paint.lines(painter, area, words, font("body", strong), tone)
        else:
            paint.text(painter, area, words, font("body", strong), tone)
        if self.caption:
            under = QRect(left, line - u(0.5), self.width() - left, u(4.5))
            tone = "text2" if self.isEnabled() else "disabled"
            paint.text(painter, under, self.caption, font("caption"), tone)


class CheckBox(_Choice, QCheckBox):
    """A mark of yes or no, with its words."""

    def __init__(
        self,
        words: str = "",
        checked: bool = False,
        *,
        caption: str = "",
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(words, parent)
        self.setChecked(checked)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        if name:
            self.setAccessibleName(name)
        self.set_caption(caption)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.painter_of(self)
        outline = "focus" if self.ring else "primary" if self.underMouse() else ""
        if outline == "primary":
            paint.box(painter, self._mark(), u(1), "tint2", "primary")
        paint_check(
            painter, self._mark(), self.checkState(), self.isEnabled(), outline if self.ring else ""
        )
        self._paint_words(painter, strong=False)


class Radio(_Choice, QRadioButton):
    """One of several that exclude each other, with its words and a caption."""

    def __init__(
        self,
        words: str,
        checked: bool = False,
        *,
        caption: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(words, parent)
        self.setChecked(checked)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.set_caption(caption)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.painter_of(self)
        mark, on = self._mark(), self.isChecked()
        fill = ("primary" if on else "surface") if self.isEnabled() else "disbg"
        rim = "focus" if self.ring else "primary" if on or self.underMouse() else "edge"
        if not self.isEnabled():
            rim = "line"
        paint.box(painter, mark, mark.width() / 2, fill, rim, 2 if self.ring else 1)
        if on:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color("onprimary" if self.isEnabled() else "disabled"))
            dot = mark.width() * 0.19
            painter.drawEllipse(QPointF(mark.center()), dot, dot)
        self._paint_words(painter, strong=on)


class ComboBox(QComboBox):
    """A list that drops down; the wheel does not change it unless it has the focus."""

    def __init__(
        self,
        options: list[tuple[object, str]] | None = None,
        key: object = None,
        *,
        ground: str = "",
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._ground = ground
        self.setView(option_list(self))
        self.setItemDelegate(OptionDelegate(self))
        if ground:
            self.setProperty("ground", ground)
        if name:
            self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMaxVisibleItems(14)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_options(options or [])
        self.set_key(key)

    def set_narrow(self) -> None:
        """Takes the width there is; options that are longer are cut in it and whole in the list."""
        self.setSizeAdjustPolicy(self.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(10)

    @property
    def key(self) -> object:
        """What is chosen, or None."""
        return self.currentData()

    def set_options(self, options: list[tuple[object, str]]) -> None:
        """Changes the options without telling; what was chosen stays if it is still there."""
        before = self.currentData()
        self.blockSignals(True)
        self.clear()
        for key, label in options:
            self.addItem(label, key)
        self.blockSignals(False)
        self.set_key(before)

    def set_key(self, key: object) -> None:
        """Chooses without telling."""
        self.blockSignals(True)
        found = next((i for i in range(self.count()) if self.itemData(i) == key), -1)
        self.setCurrentIndex(found)
        self.blockSignals(False)
        self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and not self.toolTip():
            cut = paint.width_of(self.currentText(), self.font()) > self.width() - u(10)
            self.setToolTip(paint.tip(self.currentText()) if cut else "")
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter, side = paint.painter_of(self), u(4)
        tone = "headtext2" if self._ground else "text2" if self.isEnabled() else "disabled"
        y = (self.height() - side) / 2
        paint.glyph(painter, "chevron-down", tone, self.width() - side - u(2), y, side)
