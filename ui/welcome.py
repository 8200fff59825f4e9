"""The welcome: what one sees when no file is open. Three ways to begin and the five steps."""

from functools import partial

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app import paths
from ui import theme
from ui.theme import u
from ui.widgets.buttons import Button, LinkButton
from ui.widgets.card import Card
from ui.widgets.labels import Label
from ui.widgets.marks import Avatar
from ui.widgets.stepper import Step, Stepper

_HERE = "Su programa de tutoría entre pares, en esta computadora y sin internet. Nada sale de aquí."
_CARRIED = (
    "Su programa de tutoría entre pares, portátil y sin internet. "
    "Sus datos van con él, en la carpeta «datos»."
)
STEPS = (
    ("importar", "Lista", "unos 5 minutos"),
    ("calificaciones", "Calificaciones", "unos 10 minutos"),
    ("perfiles", "Perfiles", "a su ritmo"),
    ("asignacion", "Asignación", "unos minutos"),
    ("carnet", "Carnets", "unos minutos"),
)


class Emblem(QWidget):
    """Two circles that overlap: who knows and who learns, and what they share."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(u(44), u(27))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = self.height() / 2 - 2
        middle = self.height() / 2
        left, right = radius + 2, self.width() - radius - 2
        paths: list[QPainterPath] = []
        for center, fill in ((left, "tint"), (right, "accenttint")):
            path = QPainterPath()
            path.addEllipse(QPointF(center, middle), radius, radius)
            painter.fillPath(path, theme.color(fill))
            paths.append(path)
        painter.fillPath(paths[0].intersected(paths[1]), theme.color("surface"))
        for path, tone in zip(paths, ("primary", "accent"), strict=True):
            painter.setPen(QPen(QColor(theme.color(tone)), 2.5))
            painter.drawPath(path)
        for center, name, tone in (
            (left - radius * 0.35, "graduation", "primary"),
            ((left + right) / 2, "swap", "text"),
            (right + radius * 0.35, "book", "accent"),
        ):
            side = u(6) if tone != "text" else u(5)
            picture = theme.pixmap(name, tone, side, self.devicePixelRatioF())
            painter.drawPixmap(round(center - side / 2), round(middle - side / 2), picture)
        painter.end()


class Welcome(QWidget):
    """The first page; it only asks (`asked`), the window goes."""

    asked = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(u(5), u(5), u(5), u(5))
        column.setSpacing(u(2))
        column.addStretch(2)
        center = Qt.AlignmentFlag.AlignHCenter
        column.addWidget(Emblem(self), 0, center)
        column.addSpacing(u(1))
        column.addWidget(Label("Le damos la bienvenida a Entre Pares", "hero"), 0, center)
        carried = paths.carries_its_data()
        self.words = Label(_CARRIED if carried else _HERE, "section", "text2", strong=False)
        column.addWidget(self.words, 0, center)
        column.addSpacing(u(3))
        column.addLayout(self._cards())
        column.addSpacing(u(2))
        column.addLayout(self._centered(self._steps()))
        column.addLayout(self._links())
        column.addStretch(3)

    def _cards(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(u(3))
        row.addStretch(1)
        for icon, title, text, words, place in (
            ("upload", "Traer la lista de su plantel",
             "El archivo de control escolar tal como lo recibió: Excel, CSV o la tabla del portal.",
             "Importar lista…", "importar"),
            ("play", "Conocer el programa",
             "Un plantel inventado con 240 alumnos, pares y asesorías para probar sin miedo.",
             "Abrir plantel de demostración", "demo"),
            ("folder", "Continuar un trabajo",
             "Un archivo .entrepares de otra computadora, una memoria USB o un respaldo.",
             "Abrir archivo…", "abrir"),
        ):  # fmt: skip
            card = Card(padding=5)
            card.setFixedWidth(u(76))
            card.body.addWidget(Avatar(icon_name=icon, size=12))
            card.body.addSpacing(u(1))
            card.body.addWidget(Label(title, "section"))
            sentence = Label(text, "body", "text2", wrap=True)
            sentence.setMinimumHeight(3 * sentence.fontMetrics().lineSpacing())
            sentence.setAlignment(Qt.AlignmentFlag.AlignTop)
            card.body.addWidget(sentence, 1)
            button = Button(words, "filled" if place == "importar" else "outlined")
            button.clicked.connect(partial(self._ask, place))
            if place == "importar":
                self.first = button
            card.body.addSpacing(u(2))
            card.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            row.addWidget(card)
        row.addStretch(1)
        return row

    def _steps(self) -> Card:
        card = Card(fill="sunken", padding=5)
        card.setFixedWidth(u(234))
        words = "Así se pone en marcha un periodo. Puede detenerse en un paso y seguir otro día."
        card.body.addWidget(Label(words, "body", "text2"))
        stepper = Stepper(
            [
                Step(key, title, note, "current" if key == "importar" else "todo")
                for key, title, note in STEPS
            ]
        )
        stepper.opened.connect(self._on_step)
        card.body.addWidget(stepper)
        return card

    def _centered(self, widget: QWidget) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(widget)
        row.addStretch(1)
        return row

    def _links(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(u(5))
        row.addStretch(1)
        for words, place in (
            ("Capturar alumnos a mano", "capturar"),
            ("Leer la guía de inicio (F1)", "ayuda"),
        ):
            link = LinkButton(words)
            link.clicked.connect(partial(self._ask, place))
            row.addWidget(link)
        row.addStretch(1)
        return row

    def _ask(self, place: str, _checked: bool = False) -> None:
        self.asked.emit(place, None)

    def _on_step(self, key: str) -> None:
        """Every step begins with the list when there is no file yet."""
        self.asked.emit("importar" if key != "carnet" else "ayuda", None)
