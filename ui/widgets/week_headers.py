"""The names of the days above a week and its hours beside it."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHeaderView, QTableView

from ui.theme import color, font, u
from ui.widgets import paint
from ui.widgets.week_model import hour


class DayHeader(QHeaderView):
    """The names of the days."""

    def __init__(self, way: Qt.Orientation, parent: QTableView) -> None:
        super().__init__(way, parent)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)

    def sizeHint(self) -> QSize:
        return QSize(0, u(6.5))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, model = paint.painter_of(self.viewport()), self.model()
        painter.fillRect(self.viewport().rect(), color("surface"))
        for i in range(self.count()):
            area = QRect(self.sectionViewportPosition(i), 0, self.sectionSize(i), self.height())
            words, face = model.headerData(i, Qt.Orientation.Horizontal), font("caption", True)
            if paint.width_of(words, face) > area.width() - u(1):
                words = words[:3]
            paint.text(painter, area, words, face, "text2", Qt.AlignmentFlag.AlignHCenter)


class HourHeader(QHeaderView):
    """The hours, each beside the line where it begins."""

    def __init__(self, way: Qt.Orientation, parent: QTableView) -> None:
        super().__init__(way, parent)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)

    def sizeHint(self) -> QSize:
        return QSize(paint.width_of(hour(0), font("caption")) + u(3), 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, model = paint.painter_of(self.viewport()), self.model()
        painter.fillRect(self.viewport().rect(), color("surface"))
        for i in range(self.count()):
            words = model.headerData(i, Qt.Orientation.Vertical)
            if not words.endswith(":00"):
                continue
            top = self.sectionViewportPosition(i)
            area = QRect(0, top - u(0.5), self.width() - u(2), u(4.5))
            paint.text(painter, area, words, font("caption"), "text2", Qt.AlignmentFlag.AlignRight)
