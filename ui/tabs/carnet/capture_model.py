"""The rows of a captured carnet as a table: what is typed, and what each was understood to be."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QWidget

from app.domain.sesion import ASISTENCIAS
from app.services.captura_revision import Aviso, Renglon, Revision

Index = QModelIndex | QPersistentModelIndex
HEADS = ("", "Fecha", "Tema", "Observaciones", "Minutos", "Asistió", "Firmó", "")
KEYS = ("", "fecha", "tema", "observaciones", "minutos", "asistio", "firmo", "")
NUMBER, DATE, TOPIC, NOTES, MINUTES, CAME, SIGNED, SAID = range(len(HEADS))
FIRST, LAST = DATE, SIGNED
_FEWEST, _BLANK = 10, 3


class CaptureModel(QAbstractTableModel):
    """The rows as typed, with what each was understood to be; `typed` tells every change."""

    typed = Signal(int)

    def __init__(
        self,
        complete: Callable[[Renglon], Renglon],
        review: Callable[[], list[Revision]],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.rows: list[Renglon] = []
        self.reviews: list[Revision] = []
        self.passed: set[tuple[int, str]] = set()
        self._complete, self._review = complete, review

    def set_rows(self, rows: Sequence[Renglon]) -> None:
        """Shows these rows and some blank ones under them."""
        self.beginResetModel()
        self.rows = list(rows)
        self.passed = set()
        self._add_blanks()
        self.reviews = self._review()
        self.endResetModel()

    def _add_blanks(self) -> bool:
        used = max((i + 1 for i, row in enumerate(self.rows) if not row.vacio), default=0)
        wanted = max(_FEWEST, used + _BLANK)
        missing = wanted - len(self.rows)
        self.rows += [Renglon()] * missing
        return missing > 0

    def first_blank(self) -> int:
        """The row where one goes on."""
        used = max((i + 1 for i, row in enumerate(self.rows) if not row.vacio), default=0)
        return min(used, len(self.rows) - 1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(HEADS)

    def notices(self, row: int) -> tuple[Aviso, ...]:
        """What is wrong or doubtful in a row and was not passed over."""
        if row >= len(self.reviews):
            return ()
        return tuple(n for n in self.reviews[row].avisos if (row, n.frase) not in self.passed)

    def level(self, index: Index) -> str:
        """Alto or medio when something is to be said of a cell."""
        found = [n.nivel for n in self.notices(index.row()) if n.campo == KEYS[index.column()]]
        return "alto" if "alto" in found else found[0] if found else ""

    def words(self, index: Index) -> str:
        """What a cell says."""
        row, column = self.rows[index.row()], index.column()
        if column == NUMBER:
            return str(index.row() + 1)
        if column == SAID:
            return self.reviews[index.row()].nota if index.row() < len(self.reviews) else ""
        if row.vacio:
            return ""
        if column == CAME:
            return ASISTENCIAS.get(row.asistio, "")
        if column == SIGNED:
            return "Sí" if row.firmo else "No"
        return getattr(row, KEYS[column])

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self.words(index)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            head = HEADS[index.column()] or ("Fila" if index.column() == NUMBER else "Nota")
            wrong = "; ".join(n.frase for n in self.notices(index.row()))
            return f"Fila {index.row() + 1}, {head}: {self.words(index)}. {wrong}".strip(". ")
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.words(index) if index.column() in (TOPIC, NOTES, SAID) else None
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return HEADS[section]
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        base = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return base | Qt.ItemFlag.ItemIsEditable if DATE <= index.column() <= MINUTES else base

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not FIRST <= index.column() <= LAST:
            return False
        row = self.rows[index.row()]
        if isinstance(value, str):
            value = " ".join(value.split())
        if getattr(row, KEYS[index.column()]) == value:
            return True
        row = replace(row, **{KEYS[index.column()]: value})
        if index.column() == DATE:
            row = self._complete(row)
        self.put(index.row(), row)
        return True

    def put(self, place: int, row: Renglon) -> None:
        """Changes a row, and reads all of them again."""
        self.rows[place] = row
        blanks = len(self.rows)
        if self._add_blanks():
            self.beginInsertRows(QModelIndex(), blanks, len(self.rows) - 1)
            self.endInsertRows()
        self.passed = {one for one in self.passed if one[0] != place}
        self.reviews = self._review()
        self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, SAID))
        self.typed.emit(place)
