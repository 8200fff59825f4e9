"""The reports of an intervención, written in place: of its alumno tutor and of the docente."""

from functools import partial
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app import domain
from app.domain.informe import TIPOS_INFORME
from app.fields import fields_of
from app.services import informes
from app.services.informes import DE_ALUMNO_TUTOR
from app.store.queries.planes import FilaPlan
from app.text import counted
from ui import messages
from ui.context import Context
from ui.forms.form import Form
from ui.theme import u
from ui.widgets.buttons import Button
from ui.widgets.chips import Segments
from ui.widgets.labels import ElidedLabel, SectionLabel

_FIELDS = fields_of(domain.Informe)
_KINDS = (
    (DE_ALUMNO_TUTOR, "Del alumno tutor"),
    ("parcial", "Parcial"),
    ("final", "Final del docente"),
)
_OF_ALUMNO_TUTOR = (
    ("temas", "mejoras"),
    ("dificultades", "incidentes"),
    ("funciono", "aprendizajes"),
    ("sugerencias",),
)
_OF_DOCENTE = (
    ("dirigido", "asunto"),
    ("introduccion",),
    ("metas", "mejoras"),
    ("dificultades", "acciones"),
    ("estrategias", "resultados"),
    ("conclusiones", "sugerencias"),
)
_LABELS = {"mejoras": "Avances", "funciono": "Qué funcionó", "aprendizajes": "Qué aprendió"}


class InformeCard(QWidget):
    """One report at a time; «Proponer texto» fills only what is empty."""

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self.ctx = ctx
        self.tipo = DE_ALUMNO_TUTOR
        self.fila: FilaPlan | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(u(2))
        column.addLayout(self._make_head())
        column.addLayout(self._make_bar())
        self.of_alumno_tutor = self._form(_OF_ALUMNO_TUTOR, _LABELS)
        self.of_docente = self._form(_OF_DOCENTE, {})
        for form in (self.of_alumno_tutor, self.of_docente):
            column.addWidget(form)

    def _make_head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(u(3))
        row.addWidget(SectionLabel("Informes"))
        self.kinds = Segments(_KINDS, DE_ALUMNO_TUTOR, name="Informe")
        self.kinds.chosen.connect(self.choose)
        row.addWidget(self.kinds)
        row.addStretch(1)
        return row

    def _make_bar(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(u(2))
        self.state = ElidedLabel("", "body", "text2")
        row.addWidget(self.state, 1)
        self.propose = Button("Proponer texto", "outlined", "edit")
        self.propose.setToolTip("Llena lo que está vacío con lo registrado; lo escrito no se toca")
        self.propose.clicked.connect(self._propose)
        row.addWidget(self.propose)
        self.deliver = Button("Marcar como entregado", "outlined", "check")
        self.deliver.clicked.connect(self._deliver)
        row.addWidget(self.deliver)
        return row

    def _form(self, rows: tuple[tuple[str, ...], ...], labels: dict[str, str]) -> Form:
        keys = [key for row in rows for key in row]
        return Form(
            {key: _FIELDS[key] for key in keys}, rows=rows, labels=labels, save=self._save
        )  # fmt: skip

    @property
    def form(self) -> Form:
        """The form of the report that is shown."""
        return self.of_alumno_tutor if self.tipo == DE_ALUMNO_TUTOR else self.of_docente

    def choose(self, tipo: str) -> None:
        """Shows another of the three reports."""
        self.tipo = tipo
        self.kinds.set_key(tipo)
        self._show()

    def show_row(self, fila: FilaPlan) -> None:
        """Shows the reports of an intervención."""
        self.fila = fila
        self._show()

    def _show(self) -> None:
        if self.fila is None:
            return
        id = self.fila.intervencion
        found = informes.informe_of(self.ctx.store, id, self.tipo)
        self.of_alumno_tutor.setVisible(self.tipo == DE_ALUMNO_TUTOR)
        self.of_docente.setVisible(self.tipo != DE_ALUMNO_TUTOR)
        values = {key: getattr(found, key) for key in self.form.fields}
        self.form.set_values(values, record=(id, self.tipo))
        day = _FIELDS["entregado"].show(found.entregado)
        parts = informes.PARTES[self.tipo]
        written = sum(bool(getattr(found, key)) for key in parts)
        state = f"Entregado el {day}" if day else "Sin entregar"
        self.state.setText(f"{state} · {written} de {len(parts)} partes escritas")
        self.deliver.setText("Quitar la entrega" if day else "Marcar como entregado")
        self.deliver.set_icon("undo" if day else "check")
        self.deliver.updateGeometry()

    def _save(self, key: str, value: Any) -> None:
        if self.fila is not None:
            typed = {key: _FIELDS[key].typed(value)}
            self.ctx.do(
                informes.change, self.ctx.store, self.fila.intervencion, self.tipo, typed
            )  # fmt: skip

    def _propose(self) -> None:
        if self.fila is None:
            return
        store = self.ctx.store
        filled = self.ctx.do(informes.propose, store, self.fila.intervencion, self.tipo)
        if filled:
            words = counted(filled, "parte se llenó", "partes se llenaron")
            messages.toast(f"{words} con lo registrado. Revíselas.", "Deshacer", self.ctx.undo)

    def _deliver(self) -> None:
        if self.fila is None:
            return
        store, id = self.ctx.store, self.fila.intervencion
        is_in = informes.informe_of(store, id, self.tipo).entregado is not None
        service = partial(informes.take_back if is_in else informes.hand_in, store, id, self.tipo)
        before = store.undo_label
        self.ctx.do(service)
        if store.undo_label != before:
            name = TIPOS_INFORME[self.tipo].lower()
            verb = "Se quitó la entrega del" if is_in else "Se entregó el"
            messages.toast(f"{verb} {name}.", "Deshacer", self.ctx.undo)
