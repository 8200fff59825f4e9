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
    """One matter: what, why, and the one button."""

    def __init__(self, ctx: Context, alerta: Alerta, first: bool, parent: QWidget) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(u(4), u(2), u(3), u(2))
        row.setSpacing(u(3))
        avatar = Avatar(size=9)
        if alerta.icono == "alto":
            avatar.set_level("alto")
        else:
            avatar.set_icon(alerta.icono, *_LOOKS[alerta.peso])
        row.addWidget(avatar)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(ElidedLabel(alerta.titulo, "body", strong=True))
        words.addWidget(ElidedLabel(alerta.motivo, "caption", "text2"))
        row.addLayout(words, 1)
        button = Button(alerta.boton, "filled" if first else "outlined")
        button.setMinimumWidth(u(42))
        button.setAccessibleDescription(f"{alerta.titulo}. {alerta.motivo}")
        button.clicked.connect(partial(self._go, ctx, alerta))
        row.addWidget(button)

    def _go(self, ctx: Context, alerta: Alerta, _checked: bool = False) -> None:
        ctx.show(alerta.lugar, alerta.que)


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

    def show_matters(self, found: list[Alerta], avance: Avance) -> None:
        """Shows these matters in place of those there were."""
        self.note.setText(counted(len(found), "asunto", "asuntos") if found else "")
        body = self.pane.body
        while item := body.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for i, alerta in enumerate(found):
            body.addWidget(Line("rowline"))
            body.addWidget(AlertRow(self._ctx, alerta, i == 0, self))
        if found:
            body.addStretch(1)
        else:
            body.addWidget(self._nothing(avance), 1)

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
            button.clicked.connect(partial(self._go, "importar"))
            words = "Con las calificaciones se sabe quién necesita tutoría y quién puede darla."
            return EmptyState("chart", "Faltan las calificaciones", words, button)
        return EmptyState("check", "Todo está al día", "Aquí aparece lo que requiera su atención.")

    def _go(self, place: str, _checked: bool = False) -> None:
        self._ctx.show(place)
