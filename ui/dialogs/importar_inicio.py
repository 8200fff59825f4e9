"""The empty first step of the import: choose, drop or paste, and what each list must bring."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.errors import AppError
from app.services.imports.campos import TIPOS
from ui import messages
from ui.dialogs.importar_guardar import ask_path
from ui.theme import u
from ui.widgets import paint
from ui.widgets.buttons import Button, LinkButton
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import Label

_WORDS = (
    "Elija el archivo de control escolar tal como lo recibió, o arrástrelo hasta aquí:\n"
    "Excel (.xlsx, .xls), LibreOffice (.ods), CSV o la tabla que guarda el portal."
)
_BRINGS = {
    "alumnos": "Número de control y nombre; grupo, semestre, turno y CURP, si los trae.",
    "calificaciones": "Número de control y una columna por asignatura, o una por fila.",
    "tutores": "Número de control y asignatura que domina; calificación y capacidad si las trae.",
    "disponibilidad": "Número de control, día, hora en que empieza y hora en que termina.",
}
_HEADS = {
    "alumnos": (
        "Número de control", "Apellido paterno", "Apellido materno", "Nombre (s)", "CURP", "Sexo",
        "Fecha de nacimiento", "Semestre", "Grupo", "Turno", "Especialidad", "Correo", "Teléfono",
    ),
    "calificaciones": (
        "Número de control", "Asignatura", "Parcial", "Intento", "Calificación", "Faltas",
    ),
    "tutores": ("Número de control", "Asignatura", "Calificación", "Capacidad"),
    "disponibilidad": ("Número de control", "Día", "Inicio", "Fin"),
}  # fmt: skip


class StartPage(QWidget):
    """A place to drop a file with the two buttons, and a card for each kind of list."""

    told = Signal(str)

    def __init__(
        self, choose: Callable[[], object], paste: Callable[[], object], asked: str
    ) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(u(3))
        self.zone = _Zone()
        self.choose_button = Button("Elegir archivo…", "outlined", "folder")
        self.choose_button.clicked.connect(choose)
        pasted = Button("Pegar celdas de Excel", "plain", "copy", tooltip="Ctrl+V")
        pasted.clicked.connect(paste)
        empty = EmptyState("upload", "¿Qué lista quiere importar?", _WORDS, self.choose_button)
        empty.add_button(pasted)
        self.zone.column.addWidget(empty)
        column.addWidget(self.zone, 1)
        row = QHBoxLayout()
        row.setSpacing(u(3))
        self.cards = {tipo: _kind_card(tipo, self.save_template) for tipo in TIPOS}
        for card in self.cards.values():
            row.addWidget(card, 1)
        column.addLayout(row)
        self.set_asked(asked)

    def save_template(self, tipo: str) -> None:
        """Writes an empty list of a kind, to be filled by hand."""
        path = ask_path(self, "Guardar plantilla", f"Plantilla de {TIPOS[tipo].lower()}")
        if path is None:
            return
        from app.sheets.writing import write_table

        try:
            write_table(path, _HEADS[tipo], [], title=TIPOS[tipo])
        except AppError as problem:
            messages.problem(str(problem))
            return
        self.told.emit(f"Se guardó la plantilla «{path.name}».")

    def set_asked(self, asked: str) -> None:
        """Points out the kind of list that is expected."""
        for tipo, card in self.cards.items():
            card.set_outline("primary" if tipo == asked else "line")

    def set_hot(self, hot: bool) -> None:
        """Shows that what is being dragged can be dropped."""
        self.zone.hot = hot
        self.zone.update()


class _Zone(QFrame):
    """A box with a dashed outline."""

    def __init__(self) -> None:
        super().__init__()
        self.hot = False
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(u(4), u(2), u(4), u(2))

    def paintEvent(self, _event: QPaintEvent) -> None:
        fill, outline = ("tint", "primary") if self.hot else ("sunken", "edge")
        width = 2 if self.hot else 1
        paint.box(paint.painter_of(self), self.rect(), u(2), fill, outline, width, dashed=True)


class _KindCard(Card):
    """A card whose outline can change."""

    def set_outline(self, role: str) -> None:
        """The role of the outline."""
        self._outline = role
        self.update()


def _kind_card(tipo: str, save: Callable[[str], object]) -> _KindCard:
    card = _KindCard(padding=3)
    card.body.setSpacing(u(1))
    card.body.addWidget(Label(TIPOS[tipo], strong=True))
    brings = Label(_BRINGS[tipo], "caption", "text2", wrap=True)
    brings.setAlignment(Qt.AlignmentFlag.AlignTop)
    card.body.addWidget(brings, 1)
    link = LinkButton("Guardar plantilla…")
    link.setToolTip("Una hoja de Excel con esas columnas, para llenarla a mano")
    link.setAccessibleName(f"Guardar plantilla de {TIPOS[tipo].lower()}")
    link.clicked.connect(partial(save, tipo))
    row = QHBoxLayout()
    row.addWidget(link)
    row.addStretch(1)
    card.body.addLayout(row)
    return card
