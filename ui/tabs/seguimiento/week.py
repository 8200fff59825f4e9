"""The week of the page: the calendar, its legend with counts, and what an empty week says."""

from collections import Counter
from collections.abc import Collection, Sequence
from datetime import date, datetime, timedelta

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QWidget

from app.store.queries.sesiones import FilaSesion
from ui.tabs.seguimiento import looks
from ui.theme import font, u
from ui.widgets import paint
from ui.widgets.card import Card, Line
from ui.widgets.empty_state import EmptyState
from ui.widgets.week_calendar import WeekCalendar
from ui.widgets.week_chips import paint_shape

_DAYS = 5


class Legend(QWidget):
    """What each shape means, and how many there are."""

    def __init__(self) -> None:
        super().__init__()
        self._counts: list[tuple[str, int]] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_counts(self, counts: Counter[str]) -> None:
        """Shows other counts; what there is not is not told."""
        self._counts = [(key, counts[key]) for key in looks.STATES if counts[key]]
        words = ", ".join(f"{looks.STATES[key]} {count}" for key, count in self._counts)
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(u(120), u(7.5))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, face = paint.painter_of(self), font("caption")
        x, side = float(u(3.5)), u(3.5)
        for key, count in self._counts:
            words = f"{looks.STATES[key]} {count:,}"
            wide = paint.width_of(words, face)
            if x + side + wide > self.width():
                break
            area = QRectF(x, (self.height() - side) / 2, side, side)
            paint_shape(painter, looks.LOOKS[key], area)
            beside = QRectF(x + side + u(1.25), 0, wide + 2, self.height())
            paint.text(painter, beside, words, face, "text2")
            x += side + wide + u(5)


class WeekCard(Card):
    """The calendar of a week in its card."""

    def __init__(self, empty: EmptyState, nothing: EmptyState) -> None:
        super().__init__(padding=0)
        self.body.setContentsMargins(1, 1, 1, 1)
        self.body.setSpacing(0)
        self.calendar = WeekCalendar()
        self.nothing = nothing
        self.empty = empty
        self.stack = QStackedWidget()
        for page in (self.calendar, empty, nothing):
            self.stack.addWidget(page)
        self.body.addWidget(self.stack, 1)
        self.line = Line()
        self.body.addWidget(self.line)
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 0, u(2), 0)
        self.legend = Legend()
        foot.addWidget(self.legend, 1)
        self.body.addLayout(foot)
        self.setAccessibleName("Semana")

    def show_week(
        self,
        monday: date,
        rows: Sequence[FilaSesion],
        total: int,
        now: datetime,
        inhabiles: Collection[date] = (),
    ) -> None:
        """Shows these sessions of a week that has `total`, some of them perhaps filtered out."""
        today = now.date()
        days = [monday + timedelta(days=n) for n in range(7)]
        by_day: dict[date, list[FilaSesion]] = {day: [] for day in days}
        for row in rows:
            if row.it.fecha is not None and row.it.fecha in by_day:
                by_day[row.it.fecha].append(row)
        shown = [day for i, day in enumerate(days) if i < _DAYS or by_day[day]]
        heads = [looks.head_of(day, by_day[day], today, off=day in inhabiles) for day in shown]
        chips = [looks.chip_of(row, today) for row in rows]
        minute = now.hour * 60 + now.minute if monday <= today <= days[-1] else None
        self.calendar.set_week(heads, chips, minute)
        self.legend.set_counts(Counter(row.estado(today) for row in rows))
        page = self.calendar if rows else self.nothing if total else self.empty
        self.stack.setCurrentWidget(page)
        for widget in (self.line, self.legend):
            widget.setVisible(bool(rows))
