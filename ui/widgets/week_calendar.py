"""A week as a calendar: only the hours that hold something, days side by side, chips in cells."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from ui.theme import color, font, u
from ui.widgets import paint
from ui.widgets.buttons import LinkButton
from ui.widgets.card import ScrollPane
from ui.widgets.week_chips import CHIP_HEIGHT, ChipButton, WeekChip, hour_words
from ui.widgets.week_days import HOURS, DayHead, Heads, column_rect

_GAP = 0.5
_FEWEST, _MOST = 2, 8
_LINK = 4.75
_AROUND = 1.5


class Cells(QWidget):
    """The grid of hours and days with its chips."""

    def __init__(self, owner: "WeekCalendar") -> None:
        super().__init__()
        self._owner = owner
        self.heads: Sequence[DayHead] = ()
        self.rows: list[int | None] = []
        self.now: int | None = None
        self._chips: dict[tuple[int, int], list[WeekChip]] = {}
        self._buttons: list[ChipButton] = []
        self._more: list[LinkButton] = []
        self._behind: list[list[WeekChip]] = []
        self._tops: list[int] = [0]
        self.chosen: set[int] = set()

    def set_chips(self, heads: Sequence[DayHead], chips: Sequence[WeekChip]) -> None:
        """Shows other chips."""
        self.heads = heads
        hours = {chip.minute // 60 * 60 if chip.minute is not None else None for chip in chips}
        self.rows = sorted(hours, key=lambda hour: -1 if hour is None else hour)
        days = {head.day: i for i, head in enumerate(heads)}
        self._chips = {}
        for chip in sorted(chips, key=lambda c: (c.minute or 0, c.title)):
            hour = chip.minute // 60 * 60 if chip.minute is not None else None
            self._chips.setdefault((self.rows.index(hour), days[chip.day]), []).append(chip)
        self.setMinimumHeight(sum(self._needs(row, _FEWEST) for row in range(len(self.rows))))
        self.place()

    def _needs(self, row: int, most: int) -> int:
        """The height of an hour that shows so many chips of its fullest day."""
        count = max(len(found) for (r, _), found in self._chips.items() if r == row)
        link = u(_LINK) if count > most else 0
        return max(1, min(count, most)) * u(CHIP_HEIGHT + _GAP) + link + u(_AROUND)

    def _share_height(self) -> None:
        """Each hour takes what it needs; the full ones grow if all of it fits, then all alike."""
        rows = range(len(self.rows))
        heights = [self._needs(row, _FEWEST) for row in rows]
        for row in rows:
            more = self._needs(row, _MOST) - heights[row]
            heights[row] += more if sum(heights) + more <= self.height() else 0
        spare, count = max(0, self.height() - sum(heights)), max(1, len(self.rows))
        heights = [height + spare // count for height in heights]
        self._tops = [sum(heights[:row]) for row in range(len(heights) + 1)]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._owner.head.set_wide(self.width())
        self.place()

    def _cell(self, row: int, column: int) -> QRect:
        top, bottom = self._tops[row], self._tops[row + 1]
        return column_rect(self.width(), len(self.heads), column, top, bottom - top)

    def place(self) -> None:
        """Puts every chip in its cell; what does not fit is behind «2 más»."""
        self._share_height()
        step = u(CHIP_HEIGHT + _GAP)
        used = more = 0
        for (row, column), found in sorted(self._chips.items(), key=lambda item: item[0][::-1]):
            cell = self._cell(row, column)
            room = cell.height() - u(_AROUND)
            fits = max(1, room // step)
            if len(found) > fits:
                fits = max(1, (room - u(_LINK)) // step)
            area = QRect(cell.x() + u(1), 0, cell.width() - u(1.75), u(CHIP_HEIGHT))
            for i, chip in enumerate(found[:fits]):
                area.moveTop(cell.y() + u(0.75) + i * step)
                self._show_chip(used, chip, area)
                used += 1
            if len(found) > fits:
                area.moveTop(cell.y() + u(0.25) + fits * step)
                self._show_more(more, found[fits:], area)
                more += 1
        for button in self._buttons[used:]:
            button.hide()
        for link in self._more[more:]:
            link.hide()
        self.update()

    def _show_chip(self, place: int, chip: WeekChip, area: QRect) -> None:
        while len(self._buttons) <= place:
            made = ChipButton(self)
            made.clicked.connect(self._press)
            made.moved.connect(self._move)
            made.menu_asked.connect(self._owner.menu_asked)
            self._buttons.append(made)
        button = self._buttons[place]
        button.setGeometry(area)
        button.show_chip(chip, chosen=chip.ident in self.chosen)
        button.show()

    def _show_more(self, place: int, hidden: list[WeekChip], area: QRect) -> None:
        while len(self._more) <= place:
            made = LinkButton("", strong=True, parent=self)
            made.clicked.connect(self._open_more)
            self._more.append(made)
            self._behind.append([])
        self._behind[place] = hidden
        link = self._more[place]
        link.setText(f"{len(hidden)} más")
        link.setGeometry(area.x() + u(2), area.y(), area.width() - u(2), u(_LINK))
        link.show()

    def _press(self) -> None:
        button = self.sender()
        if isinstance(button, ChipButton) and button.chip is not None:
            self._owner.choose(button.chip.ident)
            self._owner.opened.emit(button.chip.ident)

    def _open_more(self) -> None:
        link = self.sender()
        if not isinstance(link, LinkButton):
            return
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for chip in self._behind[self._more.index(link)]:
            words = (f"{hour_words(chip.minute)} {chip.title}".strip(), chip.second)
            action = menu.addAction(" · ".join(words).replace("&", "&&"))
            action.triggered.connect(partial(self._owner.take, chip.ident))
        menu.popup(link.mapToGlobal(QPoint(0, link.height())))

    # Keyboard

    def shown(self) -> list[ChipButton]:
        """The chips in sight, day by day."""
        return [button for button in self._buttons if not button.isHidden()]

    def _move(self, button: ChipButton, right: int, down: int) -> None:
        found, place = self.shown(), self.shown().index(button)
        if down:
            target = place + down
            if 0 <= target < len(found):
                found[target].setFocus(Qt.FocusReason.TabFocusReason)
            return
        days = [head.day for head in self.heads]
        day = days.index(button.chip.day) + right if button.chip else 0
        while 0 <= day < len(days):
            beside = [b for b in found if b.chip and b.chip.day == days[day]]
            if beside:
                nearest = min(beside, key=lambda b: abs(b.y() - button.y()))
                nearest.setFocus(Qt.FocusReason.TabFocusReason)
                return
            day += right

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.painter_of(self)
        painter.fillRect(self.rect(), color("surface"))
        for column, head in enumerate(self.heads):
            area = column_rect(self.width(), len(self.heads), column, 0, self.height())
            if head.today:
                painter.fillRect(area, color("tint2"))
            painter.fillRect(area.x(), 0, 1, self.height(), color("line"))
        face = font("caption")
        for row, hour in enumerate(self.rows):
            top = self._tops[row]
            if row:
                painter.fillRect(0, top, self.width(), 1, color("line"))
            words = hour_words(hour) or "Sin hora"
            beside = QRect(0, top + u(1), u(HOURS) - u(2), u(5))
            paint.text(painter, beside, words, face, "text2", Qt.AlignmentFlag.AlignRight)
            if hour is not None and self.now is not None and hour <= self.now < hour + 60:
                under = beside.translated(0, u(4.5))
                paint.text(painter, under, "Ahora", font("caption", True), "primary",
                           Qt.AlignmentFlag.AlignRight)  # fmt: skip


class WeekCalendar(QWidget):
    """`opened(ident)` when a chip is pressed; `day_pressed(day, where)` for all of a day.

    `menu_asked(where)` asks for the menu of the chip that was just chosen.
    """

    opened = Signal(object)
    day_pressed = Signal(object, QPoint)
    menu_asked = Signal(QPoint)

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.head = Heads(self)
        self.head.pressed.connect(self.day_pressed)
        column.addWidget(self.head)
        self.pane = ScrollPane()
        self.cells = Cells(self)
        self.pane.body.setSpacing(0)
        self.pane.body.addWidget(self.cells, 1)
        column.addWidget(self.pane, 1)

    def set_week(
        self, heads: Sequence[DayHead], chips: Sequence[WeekChip], now: int | None = None
    ) -> None:
        """Shows a week; `now` is the minute of today if it is in this week."""
        self.cells.now = now
        self.head.set_days(heads)
        self.cells.set_chips(heads, chips)

    def choose(self, ident: int | None) -> None:
        """Marks a chip as the chosen one, without telling."""
        self.cells.chosen = {ident} if ident is not None else set()
        for button in self.cells.shown():
            chosen = button.chip is not None and button.chip.ident in self.cells.chosen
            if button.is_chosen != chosen:
                button.is_chosen = chosen
                button.update()

    def take(self, ident: int, _checked: bool = False) -> None:
        """Chooses something and tells it, as a click does."""
        self.choose(ident)
        self.opened.emit(ident)

    def focus_first(self) -> None:
        """The cursor goes to the chosen chip, or to the first."""
        found = self.cells.shown()
        chosen = [b for b in found if b.is_chosen] or found
        if chosen:
            chosen[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def sizeHint(self) -> QSize:
        return QSize(u(165), u(140))

    def minimumSizeHint(self) -> QSize:
        return QSize(u(HOURS) + 5 * u(22), u(60))
