"""How it went: the result of each tutorado, duties not fulfilled, and the reports."""

from typing import Any

from PySide6.QtWidgets import QHBoxLayout

from app import domain
from app.fields import fields_of
from app.services import incumplimientos, logros
from app.store.queries.planes import FilaPlan
from app.text import counted
from ui import messages
from ui.context import Context
from ui.forms.edit_rows import EditRows, RowColumn, RowVerbs
from ui.tabs.planes.deeds import Deeds
from ui.tabs.planes.informe_card import InformeCard
from ui.theme import u
from ui.widgets.buttons import Button
from ui.widgets.card import ScrollPane
from ui.widgets.labels import Label, SectionLabel

_TUTORADO, _INCUMPLIMIENTO = fields_of(domain.Tutorado), fields_of(domain.Incumplimiento)
_RESULT_KEYS = ("antes", "despues", "resultado")
_DUTY_KEYS = ("fecha", "tipo", "detalle", "medida")


class ResultadosPage(ScrollPane):
    """Everything is edited in place; figures are proposed from the calificaciones."""

    def __init__(self, ctx: Context, deeds: Deeds) -> None:
        super().__init__()
        self.ctx, self.deeds = ctx, deeds
        self.fila: FilaPlan | None = None
        self.body.setContentsMargins(0, u(1), u(1), 0)
        self.body.setSpacing(u(2.5))
        self._make_results()
        self._make_duties()
        self.informe = InformeCard(ctx)
        self.body.addWidget(self.informe)
        self.body.addStretch(1)

    def _head(self, title: str, *widgets: Any) -> None:
        row = QHBoxLayout()
        row.setSpacing(u(2))
        row.addWidget(SectionLabel(title))
        self.body.addLayout(row)
        for widget in widgets:
            if isinstance(widget, Button):
                row.addStretch(1)
            row.addWidget(widget)

    def _make_results(self) -> None:
        self.fill = Button("Tomar de las calificaciones", "plain", "download")
        self.fill.clicked.connect(self._fill)
        self._head("Resultado de cada tutorado", self.fill)
        self.results = EditRows(
            _TUTORADO,
            (
                RowColumn("nombre", "Tutorado", fixed=True),
                RowColumn("antes", "Antes", 18),
                RowColumn("despues", "Después", 18),
                RowColumn("resultado", "Resultado", 46),
            ),
            RowVerbs(self._save_result),
            nothing="No tiene tutorados.",
        )
        self.results.before = self.fill
        self.body.addWidget(self.results)
        self.proposal = Label("", "caption", "text2", wrap=True)
        self.body.addWidget(self.proposal)

    def _make_duties(self) -> None:
        self.count = Label("", "caption", "text2")
        note = Button("Anotar incumplimiento…", "plain", "flag")
        note.clicked.connect(self._note)
        self._head("Incumplimientos", self.count, note)
        self.duties = EditRows(
            _INCUMPLIMIENTO,
            (
                RowColumn("quien", "Quién", stretch=2, fixed=True, least=14),
                RowColumn("fecha", "Fecha", 36),
                RowColumn("tipo", "Qué pasó", stretch=3, least=24),
                RowColumn("detalle", "Detalle", stretch=3),
                RowColumn("medida", "Qué se hizo", stretch=3),
            ),
            RowVerbs(self._save_duty, self._remove_duty, remove_words="Quitar"),
            nothing="Ninguno. Si alguien no cumple lo acordado, anote qué pasó y qué se hizo.",
        )
        self.duties.before = note
        self.body.addWidget(self.duties)

    # Showing

    def show_row(self, fila: FilaPlan) -> None:
        """Shows an intervención."""
        self.fila = fila
        store, id = self.ctx.store, fila.intervencion
        found = logros.logros(store, id)
        self.results.set_rows(
            [
                (one.tutorado.id, {"nombre": one.alumno.nombre}
                 | {key: getattr(one.tutorado, key) for key in _RESULT_KEYS})
                for one in found
            ]
        )  # fmt: skip
        waiting = [one for one in found if one.falta_proponer]
        self.fill.setVisible(bool(waiting))
        self.proposal.setText("; ".join(_proposal(one) for one in waiting))
        self.proposal.setVisible(bool(waiting))
        self._show_duties(id)
        self.informe.show_row(fila)

    def _show_duties(self, id: int) -> None:
        store = self.ctx.store
        found = incumplimientos.incumplimientos(store, id)
        names = {a.id: a.nombre_corto for a in store.alumnos.where(id=[o.alumno for o in found])}
        self.duties.set_rows(
            [
                (one.id, {"quien": names.get(one.alumno or 0, "")}
                 | {key: getattr(one, key) for key in _DUTY_KEYS})
                for one in found
            ]
        )  # fmt: skip
        words = incumplimientos.warning(store, id)
        self.count.setText(words or (counted(len(found), "anotado", "anotados") if found else ""))
        self.count.set_role("medio" if words else "text2")

    # Storing

    def _save_result(self, tutorado: int, key: str, value: Any) -> None:
        typed = {key: _TUTORADO[key].typed(value)}
        self.ctx.do(logros.change, self.ctx.store, tutorado, typed)

    def _fill(self) -> None:
        if self.fila is None:
            return
        done = self.ctx.do(logros.fill, self.ctx.store, self.fila.intervencion)
        if done:
            messages.toast("Se tomaron de las calificaciones.", "Deshacer", self.ctx.undo)

    def _note(self) -> None:
        if self.fila is not None:
            self.deeds.note_duty([self.fila.intervencion])

    def _save_duty(self, incumplimiento: int, key: str, value: Any) -> None:
        typed = {key: _INCUMPLIMIENTO[key].typed(value)}
        self.ctx.do(incumplimientos.change, self.ctx.store, incumplimiento, typed)

    def _remove_duty(self, incumplimiento: int) -> None:
        self.ctx.do(incumplimientos.remove, self.ctx.store, incumplimiento)
        messages.toast("Se quitó el incumplimiento.", "Deshacer", self.ctx.undo)


def _proposal(one: logros.Logro) -> str:
    """What the calificaciones say of a tutorado: antes 5, después 7.5, acreditó."""
    parts = [
        f"{word} {_TUTORADO[key].show(value)}"
        for word, key, value in (("antes", "antes", one.antes), ("después", "despues", one.despues))
        if value is not None
    ]
    if one.resultado:
        parts.append(_TUTORADO["resultado"].show(one.resultado).lower())
    return f"Según las calificaciones, {one.alumno.nombre_corto}: {', '.join(parts)}"
