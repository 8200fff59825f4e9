"""Adjustments and incidents of a plan, edited in place, the newest first."""

from typing import Any

from PySide6.QtWidgets import QHBoxLayout

from app import domain
from app.fields import fields_of
from app.services import planes
from app.store.queries.planes import FilaPlan
from ui import messages
from ui.context import Context
from ui.forms.edit_rows import EditRows, RowColumn, RowVerbs
from ui.theme import u
from ui.widgets.buttons import Button
from ui.widgets.card import ScrollPane
from ui.widgets.labels import Label, SectionLabel

_FIELDS = fields_of(domain.Ajuste)
_KEYS = ("fecha", "tipo", "motivo", "cambio")


class AjustesPage(ScrollPane):
    """What changed on the way and why (DOMAIN M-72, M-73, U-12)."""

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self.ctx = ctx
        self.fila: FilaPlan | None = None
        self.body.setContentsMargins(0, u(1), u(1), 0)
        head = QHBoxLayout()
        head.addWidget(SectionLabel("Ajustes e incidentes"))
        head.addStretch(1)
        for words, tipo, icon in (
            ("Anotar incidente…", "incidente", "flag"),
            ("Registrar ajuste…", "ajuste", "edit"),
        ):
            button = Button(words, "plain", icon)
            button.setProperty("tipo", tipo)
            button.clicked.connect(self._on_add)
            head.addWidget(button)
        self.body.addLayout(head)
        self.rows = EditRows(
            _FIELDS,
            (
                RowColumn("fecha", "Fecha", 37),
                RowColumn("tipo", "Tipo", 40),
                RowColumn("motivo", "Motivo", stretch=3),
                RowColumn("cambio", "Qué cambia", stretch=4),
            ),
            RowVerbs(self._save, self._remove, remove_words="Quitar"),
            nothing="No hay ajustes. Cuando el plan cambie en el camino, anote aquí qué y por qué.",
        )
        self.body.addWidget(self.rows)
        self.body.addWidget(
            Label("Los cambios de horario de un plan en marcha se anotan solos.", "caption",
                  "text2")
        )  # fmt: skip
        self.body.addStretch(1)

    def show_row(self, fila: FilaPlan) -> None:
        """Shows the adjustments of an intervención."""
        self.fila = fila
        found = planes.ajustes(self.ctx.store, fila.intervencion)
        self.rows.set_rows([(a.id, {key: getattr(a, key) for key in _KEYS}) for a in found])

    def _on_add(self) -> None:
        from ui.dialogs.ajuste import AjusteDialog

        if self.fila is not None:
            tipo = self.sender().property("tipo")
            AjusteDialog(self.ctx, self.fila.intervencion, tipo, self.window()).open()

    def _save(self, ajuste: int, key: str, value: Any) -> None:
        typed = {key: _FIELDS[key].typed(value)}
        self.ctx.do(planes.change_ajuste, self.ctx.store, ajuste, typed)

    def _remove(self, ajuste: int) -> None:
        self.ctx.do(planes.remove_ajuste, self.ctx.store, ajuste)
        messages.toast("Se quitó de los ajustes.", "Deshacer", self.ctx.undo)
