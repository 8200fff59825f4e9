"""The plan as it is written: diagnosis, objective, ámbitos, actions, contents, results, weeks."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app import domain
from app.domain.horario import show_hours
from app.domain.plan import AMBITOS
from app.fields import fields_of
from app.services import cronograma, franjas, planes, resultados
from app.store.queries.planes import FilaPlan
from app.text import DIAS
from ui import messages
from ui.context import Context
from ui.forms.edit_rows import EditRows, RowColumn, RowVerbs
from ui.forms.form import Form
from ui.tabs.planes.week_cells import WeekCells
from ui.theme import u
from ui.widgets.buttons import Button
from ui.widgets.card import Card, ScrollPane
from ui.widgets.chips import Chip
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import ElidedLabel, Label, SectionLabel

_PLAN, _ACCION = fields_of(domain.Plan), fields_of(domain.Accion)
_TEXTS = ("dificultad", "objetivo", "necesidades", "resultados", "contenidos")
_LABELS = {"dificultad": "Diagnóstico: en qué tiene dificultad"}
_MOST_PEOPLE = 6


class PlanPage(ScrollPane):
    """Every datum is stored when its field is left."""

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self.ctx = ctx
        self.fila: FilaPlan | None = None
        self.body.setContentsMargins(0, u(1), u(1), 0)
        self.body.setSpacing(u(2.5))
        self.body.addWidget(self._make_diagnosis())
        self.first = self._form((("dificultad", "objetivo"),))
        self.body.addWidget(self.first)
        self._make_ambitos()
        self._make_actions()
        self._make_weeks()
        self.last = self._form((("necesidades", "resultados"), ("contenidos",)))
        self.body.addWidget(self.last)
        self.body.addStretch(1)

    def _form(self, rows: tuple[tuple[str, ...], ...]) -> Form:
        keys = [key for row in rows for key in row]
        return Form({key: _PLAN[key] for key in keys}, rows=rows, labels=_LABELS, save=self._save)

    def _make_ambitos(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(u(3))
        label = SectionLabel("Ámbitos")
        label.setContentsMargins(0, u(1.5), 0, 0)
        row.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        holder = QWidget()
        flow = FlowLayout(holder)
        self.ambitos: dict[str, Chip] = {}
        for key, words in AMBITOS.items():
            chip = Chip(words)
            chip.clicked.connect(self._save_ambitos)
            self.ambitos[key] = chip
            flow.addWidget(chip)
        row.addWidget(holder, 1)
        self.body.addLayout(row)

    def _make_weeks(self) -> None:
        head = QHBoxLayout()
        head.addWidget(SectionLabel("Cronograma"))
        head.addSpacing(u(2))
        self.hours = ElidedLabel("", "caption", "text2")
        head.addWidget(self.hours, 1)
        self.body.addLayout(head)
        self.weeks = WeekCells()
        self.body.addWidget(self.weeks)

    def _make_diagnosis(self) -> Card:
        self.diagnosis = Card(fill="tint2", outline="", padding=0)
        self.diagnosis.body.setContentsMargins(u(3), u(1.75), u(3), u(1.75))
        row = QHBoxLayout()
        row.setSpacing(u(3))
        row.addWidget(SectionLabel("En sus calificaciones"), 0, Qt.AlignmentFlag.AlignTop)
        lines = QVBoxLayout()
        lines.setSpacing(u(0.5))
        self.results = [ElidedLabel("", "body", "text2") for _ in range(_MOST_PEOPLE)]
        for label in self.results:
            lines.addWidget(label)
        row.addLayout(lines, 1)
        self.diagnosis.body.addLayout(row)
        return self.diagnosis

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
                RowColumn("semana", "Semana", 19),
                RowColumn("quien", "Quién", 30),
                RowColumn("hecha", "Avance", 22),
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
        for key, chip in self.ambitos.items():
            chip.setChecked(key in plan.ambitos)
        for form in (self.first, self.last):
            form.set_values({key: getattr(plan, key) for key in form.fields}, record=id)
        found = planes.acciones(store, id)
        keys = ("texto", "contenido", "semana", "quien", "hecha")
        self.acciones.set_rows([(a.id, {key: getattr(a, key) for key in keys}) for a in found])
        ready = sum(a.hecha for a in found)
        self.done.setText(f"{ready} de {len(found)} hechas" if found else "")
        self._show_results(fila)
        weeks = cronograma.cronograma(store, id)
        self.weeks.set_weeks(weeks)
        self.hours.setText(self._weeks_in_words(weeks, id))

    def _weeks_in_words(self, weeks: list[cronograma.Semana], id: int) -> str:
        hours = [
            f"{DIAS[(f.dia or 1) - 1]} {_franja_hours(f)}"
            for f in franjas.franjas(self.ctx.store, id)
        ]
        span = f"semanas {weeks[0].numero} a {weeks[-1].numero}" if weeks else ""
        return " · ".join(part for part in (span, ", ".join(hours) or "sin horario") if part)

    def _show_results(self, fila: FilaPlan) -> None:
        lines = [self._result(fila, person.alumno, person.corto) for person in fila.tutorados]
        for place, label in enumerate(self.results):
            label.setVisible(place < len(lines))
            if place < len(lines):
                label.setText(lines[place])
        self.diagnosis.setVisible(bool(lines))

    def _result(self, fila: FilaPlan, alumno: int, name: str) -> str:
        found = resultados.in_asignaturas(self.ctx.store, alumno)
        one = next((r for r in found if r.asignatura == fila.asignatura), None)
        prefix = f"{name}: " if fila.es_grupal else ""
        if one is None:
            return f"{prefix}sin calificaciones capturadas"
        times = f" · {one.escrita} de resultado" if " · " in one.detalle else ""
        return f"{prefix}{one.detalle}{times} ({one.periodo})"

    # Storing

    def _save(self, key: str, value: Any) -> None:
        if self.fila is not None:
            typed = {key: _PLAN[key].show(value)}
            self.ctx.do(planes.change, self.ctx.store, self.fila.intervencion, typed)

    def _save_ambitos(self) -> None:
        if self.fila is not None:
            chosen = [key for key, chip in self.ambitos.items() if chip.isChecked()]
            self.ctx.do(planes.set_ambitos, self.ctx.store, self.fila.intervencion, chosen)

    def _save_accion(self, accion: int, key: str, value: Any) -> None:
        typed = {key: _ACCION[key].show(value)}
        self.ctx.do(planes.change_accion, self.ctx.store, accion, typed)

    def _add_accion(self, values: dict[str, Any]) -> None:
        if self.fila is not None:
            typed = {key: _ACCION[key].show(value) for key, value in values.items()}
            self.ctx.do(planes.add_accion, self.ctx.store, self.fila.intervencion, typed)

    def _remove_accion(self, accion: int) -> None:
        self.ctx.do(planes.remove_acciones, self.ctx.store, [accion])
        messages.toast("Se quitó la acción.", "Deshacer", self.ctx.undo)


def _franja_hours(franja: domain.Franja) -> str:
    return show_hours(franja.inicio or 0, franja.fin or 0)
