"""What was hoped for and what was done, in one line of four figures with a thin bar each."""

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.services.avance import Avance
from ui.theme import font, u
from ui.widgets import paint

_NAMES = ("Acciones", "Asesorías", "Minutos", "Semanas con asesoría")


class AvanceStrip(QWidget):
    """`show_avance(avance)`; what has no plan yet says only what was done."""

    def __init__(self) -> None:
        super().__init__()
        self._pairs: list[tuple[str, int, int]] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_avance(self, avance: Avance) -> None:
        """Shows other figures."""
        figures = (avance.acciones, avance.sesiones, avance.minutos, avance.semanas)
        self._pairs = [(name, *pair) for name, pair in zip(_NAMES, figures, strict=True)]
        self.setAccessibleName(
            "; ".join(f"{name}: {done:,} de {total:,}" for name, done, total in self._pairs)
        )
        self.update()

    def words(self) -> list[str]:
        """Each figure as it reads: Acciones 2 de 3."""
        return [f"{name} {done:,} de {total:,}" for name, done, total in self._pairs]

    def sizeHint(self) -> QSize:
        return QSize(u(140), u(11))

    def minimumSizeHint(self) -> QSize:
        return QSize(u(100), u(11))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.painter_of(self)
        step = self.width() / max(1, len(self._pairs))
        for place, (name, done, total) in enumerate(self._pairs):
            left = round(place * step)
            width = round(step) - u(4)
            paint.text(painter, QRect(left, 0, width, u(4)), name, font("caption"), "text2")
            figure = f"{done:,} de {total:,}"
            paint.text(painter, QRect(left, u(4), width, u(4.5)), figure, font("body", True))
            track = QRectF(left, u(9), width, u(1))
            paint.box(painter, track, u(0.5), "line")
            if done and total:
                track.setWidth(max(u(1), width * min(1.0, done / total)))
                paint.box(painter, track, u(0.5), "primary")
