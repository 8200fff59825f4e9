"""The weeks of a cronograma in a row: held, this one, planned, without."""

from collections.abc import Sequence
from datetime import timedelta

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from app.services.cronograma import ESTADOS_SEMANA, Semana
from app.text import counted, short_date
from ui.theme import font, u
from ui.widgets import paint


def words_of(week: Semana) -> str:
    """Semana 14, 23 nov a 27 nov: 1 asesoría dada."""
    friday = week.lunes + timedelta(days=4)
    what = ESTADOS_SEMANA[week.estado]
    if week.dadas:
        what = counted(week.dadas, "asesoría dada", "asesorías dadas")
    now = " (esta semana)" if week.es_actual else ""
    span = f"{short_date(week.lunes)} a {short_date(friday)}"
    return f"Semana {week.numero}, {span}{now}: {what}"


class WeekCells(QWidget):
    """A cell a week with its number above; shape says the state, never colour alone."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.weeks: Sequence[Semana] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Cronograma")

    def set_weeks(self, weeks: Sequence[Semana]) -> None:
        """Shows other weeks."""
        self.weeks = weeks
        self.setAccessibleDescription("; ".join(words_of(week) for week in weeks))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(u(140), u(12))

    def minimumSizeHint(self) -> QSize:
        return QSize(u(60), u(12))

    def _cell(self, place: int) -> QRectF:
        step = self.width() / max(1, len(self.weeks))
        gap = min(u(0.75), step / 10)
        return QRectF(place * step + gap / 2, u(5), step - gap, u(6.5))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.painter_of(self)
        center = Qt.AlignmentFlag.AlignHCenter
        for place, week in enumerate(self.weeks):
            cell = self._cell(place)
            head = QRectF(cell.x(), 0, cell.width(), u(4.5))
            role = "primary" if week.es_actual else "text2"
            face = font("caption", week.es_actual)
            paint.text(painter, head, str(week.numero), face, role, center)
            self._paint_cell(painter, cell, week)

    def _paint_cell(self, painter: QPainter, cell: QRectF, week: Semana) -> None:
        center = Qt.AlignmentFlag.AlignHCenter
        side = u(3.5)
        middle = cell.center()
        if week.estado == "dada":
            paint.box(painter, cell, u(1), "primary")
            x, y = middle.x() - side / 2, middle.y() - side / 2
            paint.glyph(painter, "check", "onprimary", x, y, side)
            if week.es_actual:
                around = cell.adjusted(-1.5, -1.5, 1.5, 1.5)
                paint.box(painter, around, u(1.25), "", "focus", 2)
        elif week.es_actual:
            paint.box(painter, cell, u(1), "tint", "primary", 2)
            paint.text(painter, cell, "Hoy", font("caption", True), "primary", center)
        elif week.estado == "planeada":
            paint.box(painter, cell, u(1), "surface", "primary", 1, dashed=True)
        else:
            paint.box(painter, cell, u(1), "sunken", "line")
            if week.estado == "perdida":
                x, y = middle.x() - side / 2, middle.y() - side / 2
                paint.glyph(painter, "x", "text2", x, y, side)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            place = int(event.pos().x() / (self.width() / max(1, len(self.weeks))))
            if 0 <= place < len(self.weeks):
                QToolTip.showText(event.globalPos(), words_of(self.weeks[place]), self)
                return True
        return super().event(event)
