"""The steps of the history as a list: by day, newest first, loaded page by page."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.store.history import PAGE
from app.store.journal import Operation
from app.text import DIAS, MESES, counted
from ui.theme import color, font, u
from ui.widgets import paint

Index = QModelIndex | QPersistentModelIndex
Load = Callable[[int], Sequence[Operation]]
"""A page of operations older than the one of that id."""

# origin -> icon, words
ORIGINS = {
    "mano": ("edit", "A mano"),
    "importacion": ("upload", "Importación"),
    "asignacion": ("swap", "Asignación"),
    "impresion": ("printer", "Impresión"),
    "calculo": ("refresh", "Cálculo"),
    "deshacer": ("undo", "Se deshizo"),
}
_NEWEST = 2**63 - 1
_FINE = Qt.AlignmentFlag


@dataclass(frozen=True)
class Day:
    """The heading over the steps of a day."""

    words: str


def origin_of(step: Operation) -> tuple[str, str]:
    """Icon and words of where a step came from."""
    if step.origen == "deshacer" and step.etiqueta.startswith("Rehacer"):
        return "redo", "Se rehízo"
    return ORIGINS.get(step.origen, ORIGINS["mano"])


def caption_of(step: Operation) -> str:
    """The second line of a step: where from and how much."""
    return f"{origin_of(step)[1]} · {counted(step.cambios, 'cambio', 'cambios')}"


def day_words(day: date, today: date) -> str:
    """Hoy, Ayer, or the day in full; the year only when it is another."""
    if day == today:
        return "Hoy"
    if day == today - timedelta(days=1):
        return "Ayer"
    words = f"{DIAS[day.weekday()].capitalize()} {day.day} de {MESES[day.month - 1]}"
    return words if day.year == today.year else f"{words} de {day.year}"


class StepsModel(QAbstractListModel):
    """Headings and steps in one list; `load` gives the next page."""

    def __init__(self, load: Load, today: date, parent: QObject) -> None:
        super().__init__(parent)
        self._load, self._today = load, today
        self._rows: list[Day | Operation] = []
        self.complete = False
        self.chain: set[int] = set()

    def refresh(self, chain: Sequence[int]) -> None:
        """Begins again with the first page."""
        first = self._load(_NEWEST)
        self.beginResetModel()
        self.chain = set(chain)
        self._rows = []
        self.complete = len(first) < PAGE
        self._rows = self._with_days(first)
        self.endResetModel()

    def _with_days(self, steps: Sequence[Operation]) -> list[Day | Operation]:
        last = next((row for row in reversed(self._rows) if isinstance(row, Operation)), None)
        day = last.cuando.date() if last else None
        found: list[Day | Operation] = []
        for step in steps:
            if step.cuando.date() != day:
                day = step.cuando.date()
                found.append(Day(day_words(day, self._today)))
            found.append(step)
        return found

    @property
    def steps(self) -> list[Operation]:
        """The steps that are loaded, newest first."""
        return [row for row in self._rows if isinstance(row, Operation)]

    def step_at(self, place: int) -> Operation | None:
        """The step of a row; None for a heading."""
        row = self._rows[place] if 0 <= place < len(self._rows) else None
        return row if isinstance(row, Operation) else None

    def place_of(self, operation: int) -> int:
        """The row of a step, or -1."""
        for place, row in enumerate(self._rows):
            if isinstance(row, Operation) and row.id == operation:
                return place
        return -1

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._rows[index.row()]
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if isinstance(row, Day):
            return row.words
        return f"{row.cuando:%H:%M} {row.etiqueta}. {caption_of(row)}"

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.step_at(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and not self.complete

    def fetchMore(self, parent: Index) -> None:
        steps = self.steps
        if parent.isValid() or not steps:
            return
        more = self._load(steps[-1].id)
        self.complete = len(more) < PAGE
        rows = self._with_days(more)
        if rows:
            start = len(self._rows)
            self.beginInsertRows(QModelIndex(), start, start + len(rows) - 1)
            self._rows += rows
            self.endInsertRows()


class _StepDelegate(QStyledItemDelegate):
    """Paints headings and steps, and the line over what undoing down to here would take."""

    def __init__(self, model: StepsModel, parent: "StepsView") -> None:
        super().__init__(parent)
        self._model, self._view = model, parent

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        heading = self._model.step_at(index.row()) is None
        return QSize(u(60), u(7.5) if heading else u(12.5))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        step = self._model.step_at(index.row())
        if step is None:
            painter.fillRect(rect, color("sunken"))
            words = rect.adjusted(u(4), 0, 0, 0)
            paint.text(painter, words, str(index.data()), font("caption", True), "text2")
        else:
            room = u(37) if index.row() == self._view.target else u(14)
            self._paint_step(painter, rect.adjusted(0, 0, -room, 0), rect, step, option.state)
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, color("rowline"))
        self._paint_way_back(painter, rect, index.row(), step)

    def _paint_step(
        self, painter: QPainter, words: QRect, rect: QRect, step: Operation, state: Any
    ) -> None:
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(rect, color("tint"))
            painter.fillRect(rect.x(), rect.y(), u(1), rect.height() - 1, color("primary"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, color("tint2"))
        if state & QStyle.StateFlag.State_HasFocus and self._view.by_keyboard:
            paint.box(painter, rect.adjusted(0, 0, 0, -1), 0, "", "focus", 2)
        half = u(4.75)
        top = rect.y() + (rect.height() - 2 * half) // 2
        hour = QRect(rect.x() + u(4), top, u(10), half)
        paint.text(painter, hour, f"{step.cuando:%H:%M}", font("caption"), "text2")
        side = u(4.5)
        y = rect.y() + (rect.height() - side) / 2
        tone = "primary" if chosen else "text2"
        paint.glyph(painter, origin_of(step)[0], tone, rect.x() + u(15.5), y, side)
        left = u(23)
        title = QRect(rect.x() + left, top, words.width() - left, half)
        quiet = step.origen == "deshacer"
        paint.text(
            painter, title, step.etiqueta, font("body", not quiet), "text2" if quiet else "text"
        )
        paint.text(painter, title.translated(0, half), caption_of(step), font("caption"), "text2")

    def _paint_way_back(
        self, painter: QPainter, rect: QRect, place: int, step: Operation | None
    ) -> None:
        target = self._view.target
        if target < 0 or place > target:
            return
        x, middle = rect.right() - u(6), rect.center().y()
        painter.setPen(QPen(color("accent"), 2))
        first = place == self._view.newest
        if place >= self._view.newest:
            top = middle if first else rect.y()
            painter.drawLine(
                QPointF(x, top), QPointF(x, middle if place == target else rect.bottom() + 1)
            )
        if step is not None and step.id in self._model.chain:
            radius = u(1.5) if place == target else u(1.25)
            painter.setBrush(color("accent" if place == target else "surface"))
            painter.drawEllipse(QPointF(x, middle), radius, radius)
        if place == target:
            words = QRectF(rect.right() - u(30), rect.y(), u(21.5), rect.height())
            paint.text(
                painter, words, "Hasta aquí", font("caption", True), "accent", _FINE.AlignRight
            )


class StepsView(QListView):
    """The list on the screen; `chosen(step)` tells the one that is looked at."""

    chosen = Signal(object)

    def __init__(self, model: StepsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.target, self.newest = -1, 0
        self.by_keyboard = False
        self.setModel(model)
        self.setItemDelegate(_StepDelegate(model, self))
        self.setAccessibleName("Pasos del historial")
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(False)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.selectionModel().currentChanged.connect(self._on_current)

    def choose(self, operation: int) -> None:
        """Looks at a step, or at the newest when it is not there."""
        place = self._model.place_of(operation)
        if place < 0:
            place = next((i for i in range(self._model.rowCount()) if self._model.step_at(i)), -1)
        if place < 0:
            self.show_way_back(None)
            self.chosen.emit(None)
        elif place == self.currentIndex().row():
            self.chosen.emit(self._model.step_at(place))
        else:
            self.setCurrentIndex(self._model.index(place))

    def show_way_back(self, operation: int | None) -> None:
        """Draws the line from the newest step that can be undone down to this one."""
        self.target = self._model.place_of(operation) if operation else -1
        self.newest = next(
            (
                place
                for place in range(self._model.rowCount())
                if (step := self._model.step_at(place)) and step.id in self._model.chain
            ),
            0,
        )
        self.viewport().update()

    def keyPressEvent(self, event: Any) -> None:
        self.by_keyboard = True
        super().keyPressEvent(event)

    def mousePressEvent(self, event: Any) -> None:
        self.by_keyboard = False
        super().mousePressEvent(event)

    def _on_current(self, index: QModelIndex, _before: QModelIndex) -> None:
        step = self._model.step_at(index.row()) if index.isValid() else None
        if step is not None:
            self.chosen.emit(step)
