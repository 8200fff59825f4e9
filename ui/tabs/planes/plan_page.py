"""The plan as it is written, with what is known of the tutorado beside it."""

from functools import partial
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app import domain
from app.domain.horario import show_hours
from app.domain.plan import AMBITOS, APRENDIZAJES, OBJETIVOS
from app.fields import fields_of
from app.services import cronograma, franjas, planes
from app.services.avance import avance_of
from app.store.queries.planes import FilaPlan
from app.text import DIAS
from ui import messages
from ui.context import Context
from ui.forms.edit_rows import EditRows, RowColumn, RowVerbs
from ui.forms.form import Form
from ui.tabs.planes.avance_strip import AvanceStrip
from ui.tabs.planes.case_card import CaseCard
from ui.tabs.planes.deeds import Deeds
from ui.tabs.planes.diagnosis import DiagnosisCard
from ui.tabs.planes.marks_row import MarksRow
from ui.tabs.planes.strategies import Strategies
from ui.tabs.planes.week_cells import WeekCells
from ui.theme import u
from ui.widgets.buttons import Button
from ui.widgets.card import ScrollPane
from ui.widgets.labels import ElidedLabel, Label, SectionLabel

_PLAN, _ACCION = fields_of(domain.Plan), fields_of(domain.Accion)
_LABELS = {
    "dificultad": "Diagnóstico: en qué tiene dificultad",
    "otras_estrategias": "Otras estrategias",
}
_MARKS = {
    "objetivos": ("Para qué", OBJETIVOS),
    "aprendizajes": ("Aprendizajes", APRENDIZAJES),
    "ambitos": ("Ámbitos", AMBITOS),
}
_DIAGNOSIS = (46, 78)
"""The least and the most units that the card of what is known takes."""


class PlanPage(ScrollPane):
    """Every datum is stored when its field is left; what is known stays beside the diagnosis."""

    def __init__(self, ctx: Context, deeds: Deeds) -> None:
        super().__init__()
        self.ctx = ctx
        self.fila: FilaPlan | None = None
        self.body.setContentsMargins(0, u(1), u(1), 0)
        self.body.setSpacing(u(2.5))
        self.avance = AvanceStrip()
        self.body.addWidget(self.avance)
        self.body.addLayout(self._make_first())
        self.marks = {
            key: MarksRow(words, options, partial(self._save_marks, key))
            for key, (words, options) in _MARKS.items()
        }
        for row in self.marks.values():
            self.body.addWidget(row)
        self._make_actions()
        self.strategies = Strategies(ctx)
        self.body.addWidget(self.strategies)
        self._make_weeks()
        self.last = self._form(
            (("resultados", "contenidos"), ("recursos", "evidencia"), ("otras_estrategias",))
        )
        self.body.addWidget(self.last)
        self.case = CaseCard(ctx, deeds)
        self.body.addWidget(self.case)
        self.body.addStretch(1)

    def _make_first(self) -> QHBoxLayout:
        """What is written at the left, what is known at the right."""
        row = QHBoxLayout()
        row.setSpacing(u(3))
        left = QVBoxLayout()
        left.setSpacing(u(2.5))
        self.first = self._form((("dificultad",), ("necesidades",), ("objetivo",)))
        left.addWidget(self.first)
        left.addStretch(1)
        row.addLayout(left, 3)
        self.diagnosis = DiagnosisCard(self.ctx)
        self.diagnosis.setMinimumWidth(u(_DIAGNOSIS[0]))
        self.diagnosis.setMaximumWidth(u(_DIAGNOSIS[1]))
        row.addWidget(self.diagnosis, 2)
        return row

    def _form(self, rows: tuple[tuple[str, ...], ...]) -> Form:
        keys = [key for row in rows for key in row]
        return Form({key: _PLAN[key] for key in keys}, rows=rows, labels=_LABELS, save=self._save)

    def _make_weeks(self) -> None:
        head = QHBoxLayout()
        head.addWidget(SectionLabel("Cronograma"))
        head.addSpacing(u(2))
        self.hours = ElidedLabel("", "caption", "text2")
        head.addWidget(self.hours, 1)
        self.body.addLayout(head)
        self.weeks = WeekCells()
        self.body.addWidget(self.weeks)

    def _make_actions(self) -> None:
        head = QHBoxLayout()
        head.addWidget(SectionLabel("Acciones"))
        head.addSpacing(u(2))
        self.done = Label("", "caption", "text2")
        head.addWidget(self.done)
        head.addStretch(1)
        add = Button("Agregar acción", "plain", "plus")
        head.addWidget(add)
        self.body.addLayout(head)
        self.acciones = EditRows(
            _ACCION,
            (
                RowColumn("texto", "Acción", stretch=6),
                RowColumn("contenido", "Contenido", stretch=3),
                RowColumn("ambito", "Ámbito", stretch=4, least=26),
                RowColumn("semana", "Semana", 15),
                RowColumn("quien", "Quién", stretch=2, least=14),
                RowColumn("hecha", "Avance", 19),
            ),
            RowVerbs(self._save_accion, self._remove_accion, self._add_accion, "Quitar la acción"),
            nothing="Todavía no hay acciones. Escriba qué harán, en qué semana y quién.",
        )
        add.clicked.connect(self.acciones.add)
        self.acciones.before = add
        self.body.addWidget(self.acciones)

    # Showing

    def show_row(self, fila: FilaPlan) -> None:
        """Shows the plan of an intervención."""
        self.fila = fila
        store, id = self.ctx.store, fila.intervencion
        plan = planes.plan_of(store, id)
        self.diagnosis.show_row(fila)
        for key, row in self.marks.items():
            row.set_keys(getattr(plan, key))
        for form in (self.first, self.last):
            form.set_values({key: getattr(plan, key) for key in form.fields}, record=id)
        found = planes.acciones(store, id)
        keys = ("texto", "contenido", "ambito", "semana", "quien", "hecha")
        self.acciones.set_rows([(a.id, {key: getattr(a, key) for key in keys}) for a in found])
        ready = sum(a.hecha for a in found)
        self.done.setText(f"{ready} de {len(found)} hechas" if found else "")
        self.strategies.show_of(id)
        weeks = cronograma.cronograma(store, id)
        self.weeks.set_weeks(weeks)
        self.avance.show_avance(avance_of(store, id, weeks))
        self.hours.setText(self._weeks_in_words(weeks, id))
        self.case.show_row(fila)

    def _weeks_in_words(self, weeks: list[cronograma.Semana], id: int) -> str:
        hours = [
            f"{DIAS[(f.dia or 1) - 1]} {_franja_hours(f)}"
            for f in franjas.franjas(self.ctx.store, id)
        ]
        span = f"semanas {weeks[0].numero} a {weeks[-1].numero}" if weeks else ""
        return " · ".join(part for part in (span, ", ".join(hours) or "sin horario") if part)

    # Storing

    def _save(self, key: str, value: Any) -> None:
        if self.fila is not None:
            typed = {key: _PLAN[key].typed(value)}
            self.ctx.do(planes.change, self.ctx.store, self.fila.intervencion, typed)

    def _save_marks(self, key: str, chosen: list[str]) -> None:
        if self.fila is not None:
            self.ctx.do(planes.set_marks, self.ctx.store, self.fila.intervencion, key, chosen)

    def _save_accion(self, accion: int, key: str, value: Any) -> None:
        typed = {key: _ACCION[key].typed(value)}
        self.ctx.do(planes.change_accion, self.ctx.store, accion, typed)

    def _add_accion(self, values: dict[str, Any]) -> None:
        if self.fila is not None:
            typed = {key: _ACCION[key].typed(value) for key, value in values.items()}
            self.ctx.do(planes.add_accion, self.ctx.store, self.fila.intervencion, typed)

    def _remove_accion(self, accion: int) -> None:
        self.ctx.do(planes.remove_acciones, self.ctx.store, [accion])
        messages.toast("Se quitó la acción.", "Deshacer", self.ctx.undo)


def _franja_hours(franja: domain.Franja) -> str:
    return show_hours(franja.inicio or 0, franja.fin or 0)
