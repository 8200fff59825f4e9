"""The four documents of the expediente as cards that lead to where each is solved."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from app.domain.expediente import TITULOS, Documento
from ui.theme import font, u
from ui.widgets import paint

_SHORT = {"b": "Ficha", "c": "Carta"}
_GOES = {
    "a": "Abrir la entrevista",
    "b": "Abrir la ficha",
    "c": "Anotar la firma de la carta compromiso",
    "d": "Abrir el cronograma",
}


class DocumentCard(paint.KeyboardRing, QPushButton):
    """One document: whether it is there, and what it lacks."""

    def __init__(self, letra: str) -> None:
        super().__init__()
        self.letra = letra
        self._title = f"{letra}) {_SHORT.get(letra, TITULOS[letra])}"
        self.done, self.note = False, ""
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_document(self, one: Documento) -> None:
        """Says whether it is there, and a few words."""
        self.done, self.note = one.esta, one.palabras
        self.setAccessibleName(f"{one.titulo}: {one.palabras}")
        self.setToolTip(paint.tip(f"{one.titulo}: {one.palabras}. {_GOES[self.letra]}"))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(u(34), u(13.5))

    def minimumSizeHint(self) -> QSize:
        return QSize(u(24), u(13.5))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.painter_of(self)
        fill = "tint2" if self.underMouse() or self.isDown() else ""
        outline = "focus" if self.ring else "primary" if fill else "line"
        ground = fill or ("surface" if self.done else "sunken")
        paint.box(painter, self.rect(), u(2), ground, outline, 2 if self.ring else 1)
        name, role = ("check", "ok") if self.done else ("minus", "text2")
        paint.glyph(painter, name, role, u(2), u(2.5), u(4))
        beside = QRect(u(7), u(1.5), self.width() - u(8), u(6))
        paint.text(painter, beside, self._title, font("body", True))
        below = QRect(u(2.5), u(7.5), self.width() - u(4), u(4.5))
        paint.text(painter, below, self.note, font("caption"), "text2")
