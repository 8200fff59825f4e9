"""Availability over a week: the brush above, the table, the legend with its totals."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import color, u
from ui.widgets import paint
from ui.widgets.chips import Segments
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import ElidedLabel, Label, SectionLabel
from ui.widgets.week_model import WEEK, Block, Cell, WeekModel, duration
from ui.widgets.week_table import WeekTable

_BRUSHES = (("free", "Disponible"), ("class", "Clase"), ("erase", "Borrar"))


class WeekGrid(QWidget):
    """`changed(marks)` once for each stroke: {(day, minute): "free" | "class"}.

    `start` and `end` are minutes since midnight. `tools` is the layout at the right of the brush.
    """

    changed = Signal(object)
    block_opened = Signal(object)

    def __init__(
        self,
        start: int,
        end: int,
        *,
        days: Sequence[tuple[Any, str]] = WEEK,
        step: int = 30,
        read_only: bool = False,
        legend: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._model = WeekModel(start, end, step, days, self)
        self.table = WeekTable(self._model)
        self.setFocusProxy(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(u(2))
        column.addWidget(self._make_bar())
        column.addWidget(self.table, 1)
        self._legend = QWidget()
        items = FlowLayout(self._legend, gap=5)
        self._items = {key: _LegendItem(key) for key in ("free", "block", "class", "")}
        for item in self._items.values():
            items.addWidget(item)
        column.addWidget(self._legend)
        self._legend.setVisible(legend)
        self.table.painted.connect(self._on_painted)
        self.table.block_opened.connect(self.block_opened)
        self.set_read_only(read_only)
        self._show_totals()

    def _make_bar(self) -> QWidget:
        self.bar = QWidget()
        row = QHBoxLayout(self.bar)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(u(3))
        self.brush = Segments(_BRUSHES, "free", name="Pintar")
        self.brush.chosen.connect(self._on_brush)
        self._title = SectionLabel("Pintar")
        self._hint = ElidedLabel("Arrastre sobre la semana", "caption", "text2")
        row.addWidget(self._title)
        row.addWidget(self.brush)
        row.addWidget(self._hint, 1)
        row.addStretch(0)
        self.tools = QHBoxLayout()
        row.addLayout(self.tools)
        return self.bar

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The hint goes away when there is no room for it, then the title; the brushes stay."""
        room = event.size().width() - self.tools.sizeHint().width() - u(6)
        room -= self.brush.sizeHint().width()
        title = self._title.sizeHint().width()
        self._title.setVisible(room >= title)
        self._hint.setVisible(room >= title + u(20))
        super().resizeEvent(event)

    @property
    def marks(self) -> dict[Cell, str]:
        """What is painted now."""
        return dict(self._model.marks)

    def set_hours(self, start: int, end: int) -> None:
        """Shows other hours of the day (another turno); the marks stay."""
        if self._model.minutes != list(range(start, end, self._model.step)):
            self._model.beginResetModel()
            self._model.minutes = list(range(start, end, self._model.step))
            self._model.endResetModel()
            self.table.share_room()
            self._show_totals()

    def set_marks(self, marks: Mapping[Cell, str]) -> None:
        """Shows other marks without telling."""
        self._model.set_marks(marks)
        self._show_totals()

    def set_blocks(self, blocks: Sequence[Block]) -> None:
        """Shows the asesorías already assigned."""
        self._model.set_blocks(blocks)
        self._show_totals()

    def point_at(self, day: Any, minute: int) -> None:
        """The keyboard goes to a half hour, if it is shown."""
        days = [key for key, _ in self._model.days]
        if day in days and minute in self._model.minutes:
            index = self._model.index(self._model.minutes.index(minute), days.index(day))
            self.table.setCurrentIndex(index)
            self.table.scrollTo(index)
            self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_read_only(self, read_only: bool) -> None:
        """Without brush nothing can be painted."""
        self.bar.setVisible(not read_only)
        self.table.brush = None if read_only else self._mark()

    def _mark(self) -> str:
        return "" if self.brush.key == "erase" else self.brush.key

    def _on_brush(self, _key: str) -> None:
        self.table.brush = self._mark()

    def _on_painted(self, marks: object) -> None:
        self._show_totals()
        self.changed.emit(marks)

    def _show_totals(self) -> None:
        free, taken = self._model.total("free"), self._model.total("block")
        self._items["free"].set_words(f"Disponible, {duration(free)}")
        self._items["block"].set_words(f"Asesoría asignada, {duration(taken)}")
        self._items["class"].set_words("Clase")
        self._items[""].set_words("Sin indicar")


class _LegendItem(QWidget):
    """A small sample of a mark and its words."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self._key = key
        row = QHBoxLayout(self)
        row.setContentsMargins(u(6), 0, 0, 0)
        self._words = Label("", "caption", "text2")
        row.addWidget(self._words)

    def set_words(self, words: str) -> None:
        self._words.setText(words)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.painter_of(self)
        tall = u(3.25)
        area = QRectF(0.5, (self.height() - tall) / 2, u(4.25), tall)
        if self._key == "free":
            paint.box(painter, area, u(1), "tint")
            paint.glyph(painter, "check", "primary", area.x() + u(0.75), area.y() + 1, u(2.75))
        elif self._key == "block":
            paint.box(painter, area, u(1), "primary")
        elif self._key == "class":
            paint.box(painter, area, u(1), "sunken", "line")
            paint.hatch(painter, area.adjusted(1, 1, -1, -1), color("hatch"), 4)
        else:
            paint.box(painter, area, u(1), "surface", "edge")
