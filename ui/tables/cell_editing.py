"""Cells of a RecordTable that are typed in place: double click, F2, Tab along, paste a column."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.errors import InvalidValue
from ui.tables.record_table import RecordTable
from ui.theme import u
from ui.widgets.choices import ComboBox
from ui.widgets.line_edit import LineEdit, mark_problem

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True)
class Editable:
    """How a column is typed: its text of a row, and `save(id, typed)`, which may refuse it."""

    text: Callable[[Any], str]
    save: Callable[[Any, str], object]
    options: Sequence[tuple[str, str]] = ()
    """Words to choose from, by what is saved; without them one types."""


class CellEditing(QObject):
    """Makes columns of a table editable; `columns` by key of the column.

    `problem(sentence)` tells why a text was refused (it stays in its cell), and the empty text
    when that is over. `pasted(key, id, lines)` tells a paste over a row that is not being typed.
    """

    problem = Signal(str)
    pasted = Signal(str, object, list)

    def __init__(self, table: RecordTable, columns: Mapping[str, Editable]) -> None:
        super().__init__(table)
        self._table, self._columns = table, columns
        self._cell: QWidget | None = None
        self._where: tuple[Any, str] = (None, "")
        self._key = next(iter(columns))
        self._again: QModelIndex | None = None
        table.view.installEventFilter(self)
        table.view.viewport().installEventFilter(self)
        table.model.modelAboutToBeReset.connect(self.cancel)
        table.view.verticalScrollBar().valueChanged.connect(self._follow)

    @property
    def cell(self) -> QWidget | None:
        """The field that is open, if one is."""
        return self._cell

    # Opening and closing

    def edit(self, ident: Any, key: str = "") -> None:
        """Opens the cell of a row to be typed."""
        if not self._close():
            self.cancel()
        key = key or self._key
        place = self._table.model.place_of(ident)
        if place < 0 or key not in self._shown_keys():
            return
        self._table.choose(ident)
        self._key, self._where = key, (ident, key)
        self._table.view.scrollTo(self._index())
        spec, row = self._columns[key], self._table.model.row_at(place)
        self._cell = self._field(spec, spec.text(row))
        self._cell.installEventFilter(self)
        self._follow()
        self._cell.show()
        self._cell.setFocus(Qt.FocusReason.OtherFocusReason)

    def _field(self, spec: Editable, words: str) -> QWidget:
        viewport = self._table.view.viewport()
        name = next(c.title for c in self._table.model.columns if c.key == self._key)
        if spec.options:
            return ComboBox(list(spec.options), words, name=name, parent=viewport)
        line = LineEdit(words, name=name, parent=viewport)
        line.setProperty("kind", "cell")
        line.selectAll()
        return line

    def _index(self) -> QModelIndex:
        ident, key = self._where
        keys = [column.key for column in self._table.model.columns]
        return self._table.model.index(self._table.model.place_of(ident), keys.index(key))

    def _follow(self) -> None:
        if self._cell is not None:
            rect = self._table.view.visualRect(self._index())
            self._cell.setGeometry(rect.adjusted(u(1), u(0.5), -u(0.5), -u(0.75)))

    def cancel(self) -> None:
        """Closes the open cell; what was typed is forgotten."""
        if self._cell is not None:
            cell, self._cell = self._cell, None
            cell.removeEventFilter(self)
            cell.hide()
            cell.deleteLater()
            self.problem.emit("")

    def _close(self) -> bool:
        """Saves and closes the open cell; False when what was typed is refused."""
        if self._cell is None:
            return True
        ident, key = self._where
        spec, typed = self._columns[key], self._typed()
        place = self._table.model.place_of(ident)
        if place >= 0 and typed != spec.text(self._table.model.row_at(place)):
            try:
                spec.save(ident, typed)
            except InvalidValue as refused:
                if self._cell is not None:
                    mark_problem(self._cell, "alto")
                self.problem.emit(str(refused))
                return False
        self.cancel()
        return True

    def _typed(self) -> str:
        if isinstance(self._cell, ComboBox):
            return str(self._cell.key or "")
        return self._cell.text() if isinstance(self._cell, LineEdit) else ""

    # Going along

    def _shown_keys(self) -> list[str]:
        view = self._table.view
        return [
            column.key
            for i, column in enumerate(self._table.model.columns)
            if column.key in self._columns and not view.isColumnHidden(i)
        ]

    def _beside(self, step: int) -> tuple[Any, str]:
        """The cell at the left or right, in the next row when the row ends."""
        (ident, key), keys = self._where, self._shown_keys()
        place = keys.index(key) + step
        if 0 <= place < len(keys):
            return ident, keys[place]
        return self._beneath(step)[0], keys[0 if step > 0 else -1]

    def _beneath(self, step: int) -> tuple[Any, str]:
        ident, key = self._where
        place = self._table.model.place_of(ident) + step
        inside = 0 <= place < self._table.model.rowCount()
        return (self._table.model.id_at(place) if inside else None), key

    def _go(self, target: tuple[Any, str]) -> None:
        if self._close():
            if target[0] is not None:
                self.edit(*target)
            else:
                self._table.view.setFocus()

    def rows_from(self, ident: Any, count: int) -> list[Any]:
        """The ids of so many rows from one down, as they are shown."""
        ids = self._table.model.shown_ids()
        start = ids.index(ident) if ident in ids else 0
        return ids[start : start + count]

    def paste(self, key: str = "") -> None:
        """Tells the lines of the clipboard over the current row, or the first."""
        lines = QApplication.clipboard().text().rstrip("\r\n").splitlines()
        ids = self._table.model.shown_ids()
        if lines and ids:
            ident = self._table.current_id()
            self.pasted.emit(key or self._key, ident if ident in ids else ids[0], lines)

    # Qt

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._cell:
            return self._on_cell(event)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return watched is self._table.view and self._on_key(event)
        if isinstance(event, QMouseEvent) and watched is self._table.view.viewport():
            return self._on_mouse(event)
        return False

    def _on_cell(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut and not _opens_a_list(event):
            self._close()
            return False
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        key = event.key()
        if key in _ENTER:
            self._go(self._beneath(1))
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self._go(self._beside(1 if key == Qt.Key.Key_Tab else -1))
        elif key == Qt.Key.Key_Escape:
            self.cancel()
            self._table.view.setFocus()
        else:
            return False
        return True

    def _on_key(self, event: QKeyEvent) -> bool:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
            return True
        if event.key() in (Qt.Key.Key_F2, *_ENTER) and self._table.current_id() is not None:
            self.edit(self._table.current_id())
            return True
        return False

    def _on_mouse(self, event: QMouseEvent) -> bool:
        index = self._table.view.indexAt(event.position().toPoint())
        key = self._table.model.columns[index.column()].key if index.isValid() else ""
        if event.button() != Qt.MouseButton.LeftButton or key not in self._columns:
            return False
        ident = self._table.model.id_at(index.row())
        if event.type() == QEvent.Type.MouseButtonDblClick:
            self.edit(ident, key)
            return True
        if event.type() == QEvent.Type.MouseButtonPress:
            alone = self._table.chosen_ids() == [ident] and not event.modifiers()
            self._again = index if alone else None
            self._key = key
        elif event.type() == QEvent.Type.MouseButtonRelease and self._again == index:
            self._again = None
            self.edit(ident, key)
            return True
        return False


def _opens_a_list(event: QEvent) -> bool:
    reason = getattr(event, "reason", None)
    return reason is not None and reason() == Qt.FocusReason.PopupFocusReason
