"""The rows on the screen: choice, keyboard, mouse, columns that fit, copy."""

from typing import Any

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QTableView,
    QToolTip,
    QWidget,
)

from ui.tables.cells import Link, Shown
from ui.tables.choice import Kept, runs, tsv
from ui.tables.delegate import RowDelegate, check_rect
from ui.tables.header import RecordHeader
from ui.tables.model import RecordModel
from ui.theme import u
from ui.widgets import paint

_LEAST_SHARE = 0.6  # of its width: whose row it is must be read, whatever is cut
_SELECT = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
_KEYS = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class RecordView(QTableView):
    """A table whose rows are chosen whole; the choice and the scroll outlive a refresh, by id."""

    chosen = Signal(list)
    opened = Signal(object)
    linked = Signal(str, object)
    toggled = Signal(object)
    menu_asked = Signal(QPoint)
    focused = Signal(bool)

    def __init__(
        self, model: RecordModel, header: RecordHeader, row_units: float, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._model, self._before = model, Kept([], None, 0)
        self._told: list[Any] = []
        self._hidden = {c.key for c in model.columns if c.hidden}
        self._by_keyboard = False
        self.setModel(model)
        self.delegate = RowDelegate(model, self)
        self.setItemDelegate(self.delegate)
        self.setHorizontalHeader(header)
        header.setParent(self)
        self.setShowGrid(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        side = self.verticalHeader()
        side.setVisible(False)
        side.setMinimumSectionSize(1)
        side.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        side.setDefaultSectionSize(u(row_units))
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        model.modelAboutToBeReset.connect(self._keep)
        model.modelReset.connect(self._restore)
        self.selectionModel().selectionChanged.connect(self._tell)
        self.selectionModel().currentChanged.connect(self._move_ring)
        self.setMinimumHeight(u(20))

    # The choice

    def chosen_ids(self) -> list[Any]:
        """The ids of the chosen rows, from top to bottom."""
        places = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self._model.id_at(place) for place in places]

    def current_id(self) -> Any:
        """The id of the row with the keyboard, or None."""
        index = self.currentIndex()
        return self._model.id_at(index.row()) if index.isValid() else None

    def choose(self, ids: list[Any], *, scroll: bool = True) -> None:
        """Chooses rows by id; those that are not shown are ignored."""
        places = [place for one in ids if (place := self._model.place_of(one)) >= 0]
        self._choose_places(places, places[0] if places else -1)
        if places and scroll:
            self.scrollTo(self._model.index(places[0], self.delegate.first))
        self._tell()

    def _choose_places(self, places: list[int], current: int) -> None:
        model, choice = self.selectionModel(), QItemSelection()
        last = self._model.columnCount() - 1
        for start, end in runs(sorted(places)):
            choice.select(self._model.index(start, 0), self._model.index(end, last))
        model.blockSignals(True)
        model.select(choice, _SELECT | QItemSelectionModel.SelectionFlag.Clear)
        where = self._model.index(current, self.delegate.first) if current >= 0 else QModelIndex()
        model.setCurrentIndex(where, QItemSelectionModel.SelectionFlag.NoUpdate)
        model.blockSignals(False)
        self._move_ring()
        self.viewport().update()

    def _keep(self) -> None:
        self._before = Kept(self.chosen_ids(), self.current_id(), self.verticalScrollBar().value())

    def _restore(self) -> None:
        kept = self._before
        places = [place for one in kept.ids if (place := self._model.place_of(one)) >= 0]
        current = self._model.place_of(kept.current) if kept.current is not None else -1
        self.delegate.hovered = -1
        self._choose_places(places, current)
        self.updateGeometries()
        self.verticalScrollBar().setValue(kept.scroll)
        self._tell()

    def _tell(self, *_changes: object) -> None:
        now = self.chosen_ids()
        if now != self._told:
            self._told = now
            self.chosen.emit(now)

    # Columns

    @property
    def hidden_columns(self) -> set[str]:
        """The keys of the columns that the user hid."""
        return self._hidden

    def set_hidden(self, keys: set[str]) -> None:
        """Hides these columns and no others, save those that do not fit."""
        self._hidden = keys
        self.fit_columns()

    def fit_columns(self) -> None:
        """Gives each column its width; when there is no room those that can be dropped hide."""
        columns, room = self._model.columns, self.viewport().width()
        kept = [i for i, c in enumerate(columns) if c.key not in self._hidden]
        for i in sorted((i for i in kept if columns[i].drop), key=lambda i: -columns[i].drop):
            if sum(u(columns[k].width) for k in kept) <= room:
                break
            kept.remove(i)
        spare = room - sum(u(columns[i].width) for i in kept)
        if self.horizontalScrollBarPolicy() != Qt.ScrollBarPolicy.ScrollBarAlwaysOff:
            spare = max(0, spare)
        wide = [i for i in kept if columns[i].stretch] or kept[:1]
        for i, column in enumerate(columns):
            self.setColumnHidden(i, i not in kept)
            if i in kept:
                extra = spare // len(wide) if i in wide else 0
                least = max(u(6), round(_LEAST_SHARE * u(column.width)))
                self.setColumnWidth(i, max(least, u(column.width) + extra))
        self.delegate.first, self.delegate.last = (kept[0], kept[-1]) if kept else (0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_columns()

    # Keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._by_keyboard = True
        key, index = event.key(), self.currentIndex()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self.opened.emit(self._model.id_at(index.row()))
        elif key == Qt.Key.Key_Space and self.delegate.checked is not None and index.isValid():
            self.toggled.emit(self._model.id_at(index.row()))
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)
        self._move_ring()

    def copy(self) -> None:
        """Copies the chosen rows as a table (TSV); several come with their titles."""
        ids = self.chosen_ids()
        shown = [c for i, c in enumerate(self._model.columns) if not self.isColumnHidden(i)]
        rows = [self._model.row_at(self._model.place_of(one)) for one in ids]
        QApplication.clipboard().setText(tsv(shown, rows))

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._by_keyboard = event.reason() in _KEYS
        super().focusInEvent(event)
        if self._by_keyboard and not self._told and self._model.rowCount():
            place = max(0, self.currentIndex().row())
            self._choose_places([place], place)
            self._tell()
        self._move_ring()
        self.focused.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._move_ring()
        self.focused.emit(False)

    def _move_ring(self, *_indexes: object) -> None:
        index = self.currentIndex()
        seen = self._by_keyboard and self.hasFocus() and index.isValid()
        before, self.delegate.ring = self.delegate.ring, index.row() if seen else -1
        for place in {before, self.delegate.ring}:
            self._repaint_row(place)

    # Mouse

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.rowAt(int(event.position().y())))
        over = self.indexAt(event.position().toPoint())
        link = over.isValid() and isinstance(self._model.columns[over.column()].cell, Link)
        shape = Qt.CursorShape.PointingHandCursor if link else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._by_keyboard = False
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid():
            ident = self._model.id_at(index.row())
            column = self._model.columns[index.column()]
            if self._on_check(index, event.position().toPoint()):
                self.toggled.emit(ident)
                return
            super().mousePressEvent(event)
            if isinstance(column.cell, Link) and column.show(self._model.row_at(index.row())):
                self.linked.emit(column.key, ident)
            return
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and not self._on_check(index, event.position().toPoint()):
            self.opened.emit(self._model.id_at(index.row()))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        where = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard and self.currentIndex().isValid():
            below = self.visualRect(self.currentIndex()).bottomLeft()
            where = self.viewport().mapToGlobal(below)
        self.menu_asked.emit(where)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            index = self.indexAt(event.pos())
            words = self.tooltip(index) if index.isValid() else ""
            QToolTip.showText(event.globalPos(), paint.tip(words), self.viewport())
            return True
        return super().viewportEvent(event)

    def tooltip(self, index: QModelIndex) -> str:
        """What is told over a cell: its own explanation, or its words when they are cut."""
        column, row = self._model.columns[index.column()], self._model.row_at(index.row())
        if column.tooltip is not None and (told := column.tooltip(row)):
            return told
        words = column.show(row)
        room = self.delegate.words_rect(self.visualRect(index), index.column()).width()
        return words if column.cell.needs(Shown(row, words)) > room else ""

    def _on_check(self, index: QModelIndex, at: QPoint) -> bool:
        if self.delegate.checked is None or index.column() != self.delegate.first:
            return False
        return check_rect(self.visualRect(index)).adjusted(-8, -8, 8, 8).contains(at)

    def _hover(self, place: int) -> None:
        if place != self.delegate.hovered:
            before, self.delegate.hovered = self.delegate.hovered, place
            self._repaint_row(before)
            self._repaint_row(place)

    def _repaint_row(self, place: int) -> None:
        if 0 <= place < self._model.rowCount():
            top, height = self.rowViewportPosition(place), self.rowHeight(place)
            self.viewport().update(0, top, self.viewport().width(), height)
