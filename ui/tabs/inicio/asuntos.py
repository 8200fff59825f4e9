"""The matters that require attention: one row each, what, why, and the one button."""

from collections import Counter
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.services.alertas import Alerta
from app.store.queries.inicio import Avance
from app.text import counted
from ui.context import Context
from ui.theme import u
from ui.widgets.buttons import Button, IconButton, LinkButton
from ui.widgets.card import Card, Line, ScrollPane
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import ElidedLabel, Label
from ui.widgets.marks import Avatar

_LOOKS = {
    "alto": ("alto", "altotint"),
    "medio": ("medio", "mediotint"),
    "info": ("primary", "tint"),
    "ok": ("ok", "oktint"),
}
_GROUPS = {
    "alto": "Actuar hoy",
    "medio": "Revisar",
    "info": "Preparar",
    "ok": "Reconocer",
}
"""What is to be done with the matters of each weight."""


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
        self.group = Label("", "caption", "text2", strong=True)
        self.group.setContentsMargins(u(4), u(1.5), u(4), 0)
        column.addWidget(self.group)
        row = QHBoxLayout()
        row.setContentsMargins(u(4), u(1.5), u(3), u(1.5))
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
        self.more = IconButton("list", "Ver la regla y los casos, o posponer")
        self.more.clicked.connect(self._open)
        row.addWidget(self.more)
        self.button = Button("")
        self.button.setMinimumWidth(u(42))
        self.button.clicked.connect(self._go)
        row.addWidget(self.button)

    def show_alerta(self, alerta: Alerta, first: bool, group: str) -> None:
        """Shows a matter; the first one has the filled button, the first of a group its name."""
        self._alerta = alerta
        self.group.setText(group)
        self.group.setVisible(bool(group))
        if alerta.icono == "alto":
            self.avatar.set_level("alto")
        else:
            self.avatar.set_icon(alerta.icono, *_LOOKS[alerta.peso])
        self.title.setText(alerta.titulo)
        self.why.setText(alerta.motivo)
        self.button.setText(alerta.boton)
        self.button.set_kind("filled" if first else "outlined")
        told = f"{alerta.titulo}. {alerta.motivo}"
        self.button.setAccessibleDescription(told)
        self.more.setAccessibleDescription(told)

    def _go(self, _checked: bool = False) -> None:
        if self._alerta is not None:
            if self._alerta.lugar == "asunto":
                self._open()
            else:
                self._ctx.show(self._alerta.lugar, self._alerta.que)

    def _open(self, _checked: bool = False) -> None:
        self._ctx.show("asunto", self._alerta)


def _heads(found: list[Alerta]) -> list[str]:
    """The name of its group with how many cases, for the first matter of each; else nothing."""
    cases = Counter[str]()
    for one in found:
        cases[one.peso] += len(one.casos)
    heads: list[str] = []
    for i, one in enumerate(found):
        new = not i or found[i - 1].peso != one.peso
        count = cases[one.peso]
        noun = f" · {counted(count, 'caso', 'casos')}" if count else ""
        heads.append(f"{_GROUPS[one.peso]}{noun}" if new else "")
    return heads


class Asuntos(Card):
    """The card of the matters, or what comes next when there is none."""

    def __init__(self, ctx: Context) -> None:
        super().__init__("Requiere su atención", " ", padding=0)
        self._ctx = ctx
        self.head.setContentsMargins(u(4), u(3.5), u(4), u(2))
        self.body.setSpacing(0)
        self.off = LinkButton("Pospuestas")
        self.off.clicked.connect(partial(self._go, "pospuestas", None))
        self.head.addWidget(self.off)
        self.pane = ScrollPane()
        self.pane.body.setSpacing(0)
        self.body.addWidget(self.pane, 1)
        self._rows: list[AlertRow] = []
        self._empty: QWidget | None = None
        self.pane.body.addStretch(1)

    @property
    def buttons(self) -> list[QWidget]:
        """What Tab goes through: the link of the head, then each row from the top."""
        return [self.off, *(one for row in self._rows for one in (row.more, row.button))]

    def show_matters(self, found: list[Alerta], avance: Avance, pospuestas: int) -> None:
        """Shows these matters in place of those there were, and how many are put off."""
        self.off.setText(f"Pospuestas · {pospuestas:,}")
        self.off.setVisible(bool(pospuestas))
        self.off.updateGeometry()
        groups = _heads(found)
        self.note.setText(counted(len(found), "asunto", "asuntos") if found else "")
        while len(self._rows) < len(found):
            self._rows.append(AlertRow(self._ctx, self))
            self.pane.body.insertWidget(len(self._rows) - 1, self._rows[-1])
        for i, row in enumerate(self._rows):
            row.setVisible(i < len(found))
            if i < len(found):
                row.show_alerta(found[i], i == 0, groups[i])
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
