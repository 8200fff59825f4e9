"""One month to pick a day, in the colours of the program."""

from PySide6.QtCore import QDate, QLocale, QRect, Qt
from PySide6.QtGui import QPainter, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QToolButton, QWidget

from ui.theme import color, font, icon, u
from ui.widgets import paint

_WEEKEND = (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday)


class Calendar(QCalendarWidget):
    """`clicked(QDate)` tells the day; weeks begin on Monday and weekends are only quieter."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setLocale(QLocale("es_MX"))
        self.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.SingleLetterDayNames)
        self.setGridVisible(False)
        head = QTextCharFormat()
        head.setForeground(color("text2"))
        head.setBackground(color("surface"))
        self.setHeaderTextFormat(head)
        for day in _WEEKEND:
            self.setWeekdayTextFormat(day, head)
        for name, picture, words in (
            ("qt_calendar_prevmonth", "chevron-left", "Mes anterior"),
            ("qt_calendar_nextmonth", "chevron-right", "Mes siguiente"),
        ):
            button = self.findChild(QToolButton, name)
            if button is not None:
                button.setIcon(icon(picture, "text2"))
                button.setToolTip(words)
                button.setAccessibleName(words)
        self.setMinimumSize(u(66), u(58))

    def paintCell(self, painter: QPainter, rect: QRect, date: QDate) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(rect, color("surface"))
        here, now = date == self.selectedDate(), date == QDate.currentDate()
        side = min(rect.width(), rect.height()) - 2
        spot = QRect(0, 0, side, side)
        spot.moveCenter(rect.center())
        if here or now:
            paint.box(painter, spot, side / 2, "primary" if here else "", "primary")
        inside = date.month() == self.monthShown()
        tone = "text" if inside and date.dayOfWeek() < 6 else "text2" if inside else "disabled"
        role = "onprimary" if here else tone
        align = Qt.AlignmentFlag.AlignHCenter
        paint.text(painter, rect, str(date.day()), font("body", here), role, align)
        painter.restore()
