"""Buttons: filled (one per page), outlined, plain, of danger, and of a single icon."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

from ui.theme import color, font, icon, u
from ui.widgets import paint

KINDS = ("filled", "outlined", "plain", "danger")
_ICON = 18


class Button(paint.KeyboardRing, QPushButton):
    """A button with words: `Button("Imprimir 36 carnets", "filled", "printer")`."""

    def __init__(
        self,
        words: str,
        kind: str = "outlined",
        icon_name: str = "",
        *,
        tooltip: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(words, parent)
        self._kind, self._icon_name = kind, icon_name
        self._tip = tooltip
        self.setToolTip(tooltip)
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        if icon_name:
            self.setIcon(icon(icon_name))

    @property
    def kind(self) -> str:
        """filled, outlined, plain or danger."""
        return self._kind

    def set_kind(self, kind: str) -> None:
        """Changes how much the button calls."""
        self._kind = kind
        self.updateGeometry()
        self.update()

    def set_icon(self, icon_name: str) -> None:
        """Changes the icon, or takes it away."""
        self._icon_name = icon_name
        self.updateGeometry()
        self.update()

    def set_tooltip(self, words: str) -> None:
        """What is told while the mouse rests; it comes after the words when they are cut."""
        self._tip = words
        self.setToolTip(words)

    def set_reason(self, why_not: str) -> None:
        """Turns the button off with the reason in its tooltip, or on with the empty text."""
        self.setEnabled(not why_not)
        self.setToolTip(paint.tip(why_not or self._tip))

    def _face(self) -> QFont:
        return font("body", self._kind == "filled")

    def _padding(self) -> int:
        return u(2.5) if self._kind == "plain" else u(3.25)

    def sizeHint(self) -> QSize:
        words = self.text().replace("&&", "&")
        width = paint.width_of(words, self._face()) + 2 * self._padding() + 1
        if self._icon_name:
            width += u(_ICON / 4) + u(2) - u(0.5)
        if self.menu() is not None:
            width += u(5)
        return QSize(width, u(8))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.painter_of(self)
        tone = self._paint_ground(painter)
        area = self.rect().adjusted(self._padding(), 0, -self._padding(), 0)
        if self.menu() is not None:
            side = u(4)
            paint.glyph(
                painter, "chevron-down", tone, area.right() - side + u(1),
                (self.height() - side) / 2, side,
            )  # fmt: skip
            area.setRight(area.right() - u(5))
        self._paint_words(painter, area, tone)

    def _paint_words(self, painter: QPainter, area: QRect, tone: str) -> None:
        face, words = self._face(), self.text().replace("&&", "&")
        side = u(_ICON / 4)
        lead = side + u(2) - u(0.5) if self._icon_name else 0
        needs = paint.width_of(words, face) + lead
        left = area.left() + max(0, (area.width() - needs) // 2)
        if self._icon_name:
            glyph_tone = "text2" if tone == "text" else tone
            paint.glyph(
                painter,
                self._icon_name,
                glyph_tone,
                left - u(0.25),
                (self.height() - side) / 2,
                side,
            )
        area.setLeft(left + lead)
        paint.text(painter, area.adjusted(0, 0, u(1), 0), words, face, tone)

    def _paint_ground(self, painter: QPainter) -> str:
        fill, outline, tone = self._look()
        width = 1
        if self.ring:
            outline, width = ("focusfill" if self._kind == "filled" else "focus"), 2
        paint.box(painter, self.rect(), u(1.5), fill, outline, width)
        return tone

    def _look(self) -> tuple[str, str, str]:
        down, over = self.isDown() or self._menu_open(), self.underMouse()
        if not self.isEnabled():
            bare = self._kind == "plain"
            return ("" if bare else "disbg"), ("" if bare else "line"), "disabled"
        if self._kind == "filled":
            return ("pressed" if down else "hover" if over else "primary"), "", "onprimary"
        tone = {"plain": "primary", "danger": "alto"}.get(self._kind, "text")
        rest = "" if self._kind == "plain" else "edge"
        if down:
            return "tint", rest, tone
        if over:
            return "tint2", "primary", tone
        return ("" if self._kind == "plain" else "surface"), rest, tone

    def _menu_open(self) -> bool:
        menu = self.menu()
        return menu is not None and menu.isVisible()


class IconButton(paint.KeyboardRing, QPushButton):
    """A button of one icon: its name is read aloud and, with the shortcut, told in the tooltip."""

    def __init__(
        self,
        icon_name: str,
        name: str,
        *,
        shortcut: str = "",
        ground: str = "",
        menu: QMenu | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon_name, self._ground, self._shortcut = icon_name, ground, shortcut
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_name(name)
        if menu is not None:
            self.setMenu(menu)

    def set_name(self, name: str) -> None:
        """What the button does: its accessible name and its tooltip."""
        self.setAccessibleName(name)
        self.setToolTip(paint.tip(f"{name} ({self._shortcut})" if self._shortcut else name))

    def set_icon(self, icon_name: str) -> None:
        """Changes the icon."""
        self._icon_name = icon_name
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(u(8), u(8))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.painter_of(self)
        on_header = self._ground == "header"
        fill = ""
        if self.isEnabled() and (self.isDown() or self.isChecked()):
            fill = "headfield" if on_header else "tint"
        elif self.isEnabled() and self.underMouse():
            fill = "headfield" if on_header else "tint2"
        outline = ("headfocus" if on_header else "focus") if self.ring else ""
        paint.box(painter, self.rect(), u(1.5), fill, outline, 2)
        side = u(5)
        if not self.isEnabled() and on_header:
            painter.setOpacity(0.45)
        x, y = (self.width() - side) / 2, (self.height() - side) / 2
        paint.glyph(painter, self._icon_name, self._tone(on_header), x, y, side)

    def _tone(self, on_header: bool) -> str:
        if on_header:
            return "headtext"
        if not self.isEnabled():
            return "disabled"
        return "primary" if self.isChecked() else "text2"


class LinkButton(Button):
    """Words that are pressed, without padding: they align with the text around them."""

    def __init__(self, words: str, *, strong: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(words, "plain", parent=parent)
        self._strong = strong
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def _face(self) -> QFont:
        return font("body", self._strong)

    def _padding(self) -> int:
        return 0

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width() + u(1), u(7))

    def minimumSizeHint(self) -> QSize:
        return QSize(u(12), u(7))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, face = paint.painter_of(self), self._face()
        tone = "primary" if self.isEnabled() else "disabled"
        words = paint.fitted(self.text(), face, self.width())
        paint.text(painter, self.rect(), words, face, tone)
        wide = paint.width_of(words, face)
        if self.isEnabled() and self.underMouse():
            low = (self.height() + paint.height_of(face)) / 2 - u(0.5)
            painter.fillRect(QRectF(0, low, wide, 1), color(tone))
        if self.ring:
            paint.box(painter, QRectF(0, 0, self.width(), self.height()), u(1), "", "focus", 2)
