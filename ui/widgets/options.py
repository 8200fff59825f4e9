"""The rows of a list that drops down, the same in combos and in fields that offer."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.theme import color, font, u
from ui.widgets import paint

Index = QModelIndex | QPersistentModelIndex


class OptionDelegate(QStyledItemDelegate):
    """One line of text; the chosen one on tint, with its edge."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        on = bool(option.state & QStyle.StateFlag.State_Selected)
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.fillRect(rect, color("tint" if on else "tint2" if over else "surface"))
        if on:
            painter.fillRect(rect.x(), rect.y(), u(0.75), rect.height(), color("primary"))
        words = index.data(Qt.ItemDataRole.DisplayRole) or ""
        off = not index.flags() & Qt.ItemFlag.ItemIsEnabled
        inside = rect.adjusted(u(2.5), 0, -u(1), 0)
        paint.text(painter, inside, words, font("body"), "disabled" if off else "text")

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        words = index.data(Qt.ItemDataRole.DisplayRole) or ""
        return QSize(paint.width_of(words, font("body")) + u(5), u(7.5))


def option_list(parent: QObject) -> QListView:
    """A list for a popup, painted with `OptionDelegate`."""
    made = QListView()
    made.setProperty("kind", "popup")
    made.setItemDelegate(OptionDelegate(parent))
    made.setMouseTracking(True)
    made.setUniformItemSizes(True)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setTextElideMode(Qt.TextElideMode.ElideRight)
    return made
