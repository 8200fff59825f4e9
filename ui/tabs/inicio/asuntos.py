"""The matters that require attention: one row each, what, why, and the one button."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.services.alertas import Alerta
from app.store.queries.inicio import Avance
from app.text import counted
from ui.context import Context
from ui.theme import u
from ui.widgets.buttons import Button
from ui.widgets.card import Card, Line, ScrollPane
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import ElidedLabel
from ui.widgets.marks import Avatar

_LOOKS = {
    "alto": ("alto", "altotint"),
    "medio": ("medio", "mediotint"),
    "info": ("primary", "tint"),
}


class AlertRow(QWidget):
    """One matter: what, why, and the one button; it stays and shows another when it is solved."""

    def __init__(self, ctx: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._alerta: Alerta | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Line("rowline"))
        row = QHBoxLayout()
        row.setContentsMargins(u(4), u(2), u(3), u(2))
        row.setSpacing(u(3))
        column.addLayout(row)
        self.avatar = Avatar(size=9)
        row.addWidget(self.avatar)
        words = QVBoxLayout()
        words.setSpacing(0)
        self.title = ElidedLabel("", "body", strong=True)
        self.why = ElidedLabel("", "caption", "text2")
        words.addWidget(self.title)
        words.addWidget(self.why)
        row.addLayout(words, 1)
        self.button = Button("")
        self.button.setMinimumWidth(u(42))
        self.button.clicked.connect(self._go)
        row.addWidget(self.button)

    def show_alerta(self, alerta: Alerta, first: bool) -> None:
        """Shows a matter; the first one has the filled button."""
        self._alerta = alerta
        if alerta.icono == "alto":
            self.avatar.set_level("alto")
        else:
            self.avatar.set_icon(alerta.icono, *_LOOKS[alerta.peso])
        self.title.setText(alerta.titulo)
        self.why.setText(alerta.motivo)
        self.button.setText(alerta.boton)
        self.button.set_kind("filled" if first else "outlined")
        self.button.setAccessibleDescription(f"{alerta.titulo}. {alerta.motivo}")

    def _go(self, _checked: bool = False) -> None:
        if self._alerta is not None:
            self._ctx.show(self._alerta.lugar, self._alerta.que)


class Asuntos(Card):
    """The card of the matters, or what comes next when there is none."""

    def __init__(self, ctx: Context) -> None:
        super().__init__("Requiere su atención", " ", padding=0)
        self._ctx = ctx
        self.head.setContentsMargins(u(4), u(3.5), u(4), u(2))
        self.body.setSpacing(0)
        self.pane = ScrollPane()
        self.pane.body.setSpacing(0)
        self.body.addWidget(self.pane, 1)
        self._rows: list[AlertRow] = []
        self._empty: QWidget | None = None
        self.pane.body.addStretch(1)

    @property
    def buttons(self) -> list[QWidget]:
        """The buttons of the rows, from the top."""
        return [row.button for row in self._rows]

    def show_matters(self, found: list[Alerta], avance: Avance) -> None:
        """Shows these matters in place of those there were."""
        self.note.setText(counted(len(found), "asunto", "asuntos") if found else "")
        while len(self._rows) < len(found):
            self._rows.append(AlertRow(self._ctx, self))
            self.pane.body.insertWidget(len(self._rows) - 1, self._rows[-1])
        for i, row in enumerate(self._rows):
            row.setVisible(i < len(found))
            if i < len(found):
                row.show_alerta(found[i], i == 0)
        if self._empty is not None:
            self._empty.hide()
            self._empty.deleteLater()
            self._empty = None
        if not found:
            self._empty = self._nothing(avance)
            self.body.addWidget(self._empty, 1)
        self.pane.setVisible(bool(found))

    def _nothing(self, avance: Avance) -> QWidget:
        if not avance.alumnos:
            button = Button("Importar lista…", "filled", "upload")
            button.clicked.connect(partial(self._go, "importar"))
            by_hand = Button("Capturar a mano", "plain")
            by_hand.clicked.connect(partial(self._go, "capturar"))
            words = "Traiga el archivo de control escolar tal como lo recibió."
            return EmptyState("users", "Todavía no hay alumnos", words, button, by_hand)
        if not avance.parciales:
            button = Button("Importar calificaciones…", "filled", "upload")
            button.clicked.connect(partial(self._go, "importar", "calificaciones"))
            words = "Con las calificaciones se sabe quién necesita tutoría y quién puede darla."
            return EmptyState("chart", "Faltan las calificaciones", words, button)
        return EmptyState("check", "Todo está al día", "Aquí aparece lo que requiera su atención.")

    def _go(self, place: str, what: object = None, _checked: bool = False) -> None:
        self._ctx.show(place, what or None)
