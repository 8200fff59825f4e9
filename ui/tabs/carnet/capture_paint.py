"""How the grid of a captured carnet is painted, and the field that opens in a cell."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QCompleter,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.tabs.carnet.capture_model import CAME, MINUTES, NUMBER, SAID, SIGNED, TOPIC, Index
from ui.theme import color, font, u
from ui.widgets import marks, paint

if TYPE_CHECKING:
    from ui.tabs.carnet.capture_grid import CaptureView

_MOVES = {
    Qt.Key.Key_Return: (1, 0),
    Qt.Key.Key_Enter: (1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Tab: (0, 1),
    Qt.Key.Key_Backtab: (0, -1),
}
_ICONS = {
    "asistio": ("check", "ok"),
    "tarde": ("clock", "medio"),
    "justifico": ("file", "text2"),
    "falto": ("x", "text2"),
}
_RIGHT = Qt.AlignmentFlag.AlignRight


class CaptureHeader(QHeaderView):
    """The heads of the columns, as those of every list."""

    def __init__(self, parent: "CaptureView") -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setMinimumSectionSize(1)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), u(8))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, band = paint.painter_of(self.viewport()), self.viewport().rect()
        paint.box(painter, band.adjusted(0, 0, 0, u(3)), u(2) - 1, "sunken")
        painter.fillRect(0, band.height() - 1, band.width(), 1, color("line"))
        for i in range(self.count()):
            area = QRect(self.sectionViewportPosition(i), 0, self.sectionSize(i), band.height())
            words = self.model().headerData(i, Qt.Orientation.Horizontal)
            align = _RIGHT if i == MINUTES else Qt.AlignmentFlag.AlignLeft
            inside = area.adjusted(u(2), 0, -u(2), 0)
            paint.text(painter, inside, words, font("caption", True), "text2", align)


class CaptureDelegate(QStyledItemDelegate):
    """The painter and the editor of every cell."""

    def __init__(self, view: "CaptureView") -> None:
        super().__init__(view)
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        grid = self._view.grid
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        levels = {notice.nivel for notice in grid.notices(index.row())}
        if "alto" in levels:
            painter.fillRect(rect, color("altotint"))
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, color("rowline"))
        inside = rect.adjusted(u(2), 0, -u(2), -1)
        self._paint_words(painter, inside, index)
        current = self._view.currentIndex()
        here = (current.row(), current.column()) == (index.row(), index.column())
        if here and self._view.hasFocus():
            paint.box(painter, rect.adjusted(1, 1, -1, -2), u(1), "", "focus", 2)

    def _paint_words(self, painter: QPainter, rect: QRect, index: Index) -> None:
        grid, column = self._view.grid, index.column()
        words, face = grid.words(index), font("body")
        if column in (NUMBER, SAID):
            role = "text2"
            paint.text(painter, rect, words, font("caption") if column else face, role)
            return
        if column in (CAME, SIGNED) and words:
            row = grid.rows[index.row()]
            mark = ("check", "ok") if row.firmo else ("x", "text2")
            name, role = _ICONS.get(row.asistio, ("", "")) if column == CAME else mark
            side = u(4)
            if name:
                paint.glyph(painter, name, role, rect.x(), rect.center().y() - side / 2, side)
            paint.text(painter, rect.adjusted(side + u(1.5), 0, 0, 0), words, face)
            return
        level = grid.level(index)
        if level:
            self._paint_doubt(painter, rect, words, level)
        else:
            align = _RIGHT if column == MINUTES else Qt.AlignmentFlag.AlignLeft
            paint.text(painter, rect, words, face, "text", align)

    def _paint_doubt(self, painter: QPainter, rect: QRect, words: str, level: str) -> None:
        face, side, tone = font("body", True), u(2.75), marks.LEVELS[level][1]
        y = rect.center().y() - side / 2 + 0.5
        marks.paint_level_glyph(painter, level, rect.x(), y, side)
        area = rect.adjusted(side + u(1.5), 0, 0, 0)
        paint.text(painter, area, words, face, tone)
        wide = min(paint.width_of(words, face), area.width())
        painter.setPen(QPen(color(tone), 1.5, Qt.PenStyle.DotLine))
        low = rect.center().y() + paint.height_of(face) / 2
        painter.drawLine(QPointF(area.x(), low), QPointF(area.x() + wide, low))

    # The editor

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setProperty("kind", "cell")
        editor.setMaxLength(1000)
        name = self._view.grid.headerData(index.column(), Qt.Orientation.Horizontal)
        editor.setAccessibleName(f"Fila {index.row() + 1}, {name}")
        words = self._view.offered() if index.column() == TOPIC else []
        if words:
            completer = QCompleter(words, editor)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            editor.setCompleter(completer)
        return editor

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, _index: Index
    ) -> None:
        area: QRect = option.rect
        editor.setGeometry(area.adjusted(1, 1, -1, -2))

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and isinstance(editor, QLineEdit)
        ):
            key = Qt.Key(event.key())
            if key == Qt.Key.Key_F4:
                self._close(editor)
                self._view.ask_topics()
                return True
            if key == Qt.Key.Key_D and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
                self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
                self._view.setFocus(Qt.FocusReason.OtherFocusReason)
                self._view.repeat()
                return True
            if key in _MOVES and event.modifiers() != Qt.KeyboardModifier.ControlModifier:
                self._close(editor)
                self._view.step(*_MOVES[key])
                return True
        return super().eventFilter(editor, event)

    def _close(self, editor: QWidget) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)
