"""How the grid of calificaciones is painted: two-line head, glyphs of doubt, cell being typed."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.theme import color, font, u
from ui.widgets import marks, paint

if TYPE_CHECKING:
    from ui.tabs.tutorados.grid import BoletaView

_FIRST, _LAST = 2, 8
_CENTER = Qt.AlignmentFlag.AlignHCenter
_GROUPS = ((2, "1.er parcial"), (4, "2.º parcial"), (6, "3.er parcial"))
_MOVES = {
    Qt.Key.Key_Return: (1, 0),
    Qt.Key.Key_Enter: (1, 0),
    Qt.Key.Key_Tab: (0, 1),
    Qt.Key.Key_Backtab: (0, -1),
}


class GridHeader(QHeaderView):
    """Each parcial over its two columns."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setMinimumSectionSize(1)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), u(12.5))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, band = paint.painter_of(self.viewport()), self.viewport().rect()
        paint.box(painter, band.adjusted(0, 0, 0, u(3)), u(2) - 1, "sunken")
        painter.fillRect(0, band.height() - 1, band.width(), 1, color("line"))
        face = font("caption", True)
        for section, words, align in (
            (0, "Asignatura", Qt.AlignmentFlag.AlignLeft),
            (1, "Intento", Qt.AlignmentFlag.AlignRight),
            (_LAST, "Final", _CENTER),
        ):
            inside = self._area(section).adjusted(u(3) if not section else 0, 0, -u(2), 0)
            paint.text(painter, inside, words, face, "text2", align)
        for section, words in _GROUPS:
            both = self._area(section).united(self._area(section + 1))
            top = QRect(both.x(), u(1.25), both.width(), u(5.5))
            paint.text(painter, top, words, face, "text2", _CENTER)
            for i, under in enumerate(("Calif.", "Faltas")):
                area = self._area(section + i)
                low = QRect(area.x(), u(6.25), area.width(), u(5.5))
                paint.text(painter, low, under, font("caption"), "text2", _CENTER)
            painter.fillRect(both.x(), u(1), 1, band.height() - u(1), color("line"))
        last = self._area(_LAST)
        painter.fillRect(last.x(), u(1), 1, band.height() - u(1), color("line"))

    def _area(self, section: int) -> QRect:
        left = self.sectionViewportPosition(section)
        return QRect(left, 0, self.sectionSize(section), self.height())


class GridDelegate(QStyledItemDelegate):
    """The painter and the editor of every cell."""

    def __init__(self, view: "BoletaView") -> None:
        super().__init__(view)
        self._view = view

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        rect: QRect = option.rect
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected and len(self._view.selectedIndexes()) > 1:
            painter.fillRect(rect, color("tint"))
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, color("rowline"))
        if index.column() in (2, 4, 6, _LAST):
            painter.fillRect(rect.x(), rect.y(), 1, rect.height(), color("rowline"))
        inside = rect.adjusted(0, 0, 0, -1)
        if index.column() < _FIRST:
            self._paint_head(painter, inside, index)
        else:
            self._paint_cell(painter, inside, index)
        current = self._view.currentIndex()
        if self._view.hasFocus() and current.row() == index.row() and (
            current.column() == index.column()
        ):  # fmt: skip
            paint.box(painter, inside.adjusted(1, 1, -1, -1), u(1), "", "focus", 2)

    def _paint_head(
        self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        line = self._view.grid.lines[index.row()]
        words = self._view.grid.words(index)
        if index.column() == 0:
            inside = rect.adjusted(u(3), 0, -u(1), 0)
            paint.text(painter, inside, words, font("body", bool(line.debe)))
            return
        again = line.numero > 1
        inside = rect.adjusted(0, 0, -u(2), 0)
        role = "medio" if again else "text2"
        right = Qt.AlignmentFlag.AlignRight
        paint.text(painter, inside, words, font("body", again), role, right)

    def _paint_cell(
        self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        grid = self._view.grid
        words, key = grid.words(index), grid.key_of(index)
        if key in grid.refused:
            paint.box(painter, rect.adjusted(2, 2, -2, -2), u(1), "", "alto", 2)
            paint.text(painter, rect, words, font("body"), "alto", _CENTER)
            return
        if not words:
            if index.column() == _LAST:
                paint.text(painter, rect, "–", font("body"), "text2", _CENTER)
            return
        level = self._doubt(index)
        role = marks.LEVELS[level][1] if level else "text2" if key[2] == "faltas" else "text"
        face = font("body", bool(level))
        if level:
            rect = rect.adjusted(u(3), 0, 0, 0)
        paint.text(painter, rect, words, face, role, _CENTER)
        if level:
            side = u(2.25)
            left = rect.center().x() - paint.width_of(words, face) / 2 - side - u(1.5)
            at = max(left, rect.x() - u(1.5))
            marks.paint_level_glyph(painter, level, at, rect.center().y() - side / 2 + 0.5, side)

    def _doubt(self, index: QModelIndex | QPersistentModelIndex) -> str:
        grid = self._view.grid
        line, (_, parcial, campo) = grid.lines[index.row()], grid.key_of(index)
        if campo == "faltas":
            nota = line.notas.get(parcial)
            many = nota is not None and (nota.faltas or 0) >= grid.rules.faltas * (
                3 if parcial == 4 else 1
            )
            return "medio" if many else ""
        return "alto" if line.reprobada(parcial, grid.rules.minima) else ""

    # The editor

    def createEditor(
        self,
        parent: QWidget,
        _option: QStyleOptionViewItem,
        _index: QModelIndex | QPersistentModelIndex,
    ) -> QWidget:
        editor = QLineEdit(parent)
        editor.setProperty("kind", "cell")
        editor.setAlignment(_CENTER)
        editor.setMaxLength(12)
        return editor

    def updateEditorGeometry(
        self,
        editor: QWidget,
        option: QStyleOptionViewItem,
        _index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        area: QRect = option.rect
        editor.setGeometry(area.adjusted(1, 1, -1, -2))

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            move = _MOVES.get(Qt.Key(event.key()))
            if move is not None and isinstance(editor, QWidget):
                self.commitData.emit(editor)
                self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
                self._view.setFocus(Qt.FocusReason.OtherFocusReason)
                if self._view.grid.key_of(self._view.currentIndex()) not in self._view.grid.refused:
                    self._view.step(*move)
                return True
        return super().eventFilter(editor, event)
