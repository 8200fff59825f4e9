"""Section Días inhábiles: stretches of days without classes, with the months of the periodo."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.domain.calendario import limits_of
from app.domain.periodo import DiaInhabil
from app.errors import InvalidValue
from app.fields import fields_of
from app.services import planteles
from app.text import DIAS, MESES, counted, short_date
from ui import messages
from ui.context import Context
from ui.dialogs.configuracion.section import Section
from ui.forms.form import Form
from ui.tables import cells
from ui.tables.column import Column
from ui.tables.record_table import RecordTable
from ui.theme import u
from ui.widgets.buttons import Button
from ui.widgets.card import Card, ScrollPane
from ui.widgets.empty_state import EmptyState
from ui.widgets.months import Months, months_between


@dataclass(frozen=True)
class Tramo:
    """Days off that follow each other and have the same reason; weekends between do not part."""

    id: tuple[int, ...]
    primero: date
    ultimo: date
    motivo: str

    @property
    def fechas(self) -> str:
        """As one reads it: lun 16 nov 2026, or 21 dic 2026 – 6 ene 2027."""
        if self.primero == self.ultimo:
            return f"{DIAS[self.primero.weekday()][:3]} {_day(self.primero)}"
        return f"{_day(self.primero)} – {_day(self.ultimo)}"

    @property
    def habiles(self) -> int:
        """How many of its days are from Monday to Friday."""
        days = range((self.ultimo - self.primero).days + 1)
        return sum((self.primero + timedelta(days=n)).weekday() < 5 for n in days)


def tramos(days: list[DiaInhabil]) -> list[Tramo]:
    """The stretches of a list of days, in order."""
    found: list[Tramo] = []
    for one in sorted((d for d in days if d.fecha), key=lambda d: d.fecha or date.min):
        day = one.fecha or date.min
        last = found[-1] if found else None
        if last and last.motivo == one.motivo and _follows(last.ultimo, day):
            found[-1] = replace(last, id=(*last.id, one.id), ultimo=day)
        else:
            found.append(Tramo((one.id,), day, day, one.motivo))
    return found


def _follows(before: date, day: date) -> bool:
    between = (before + timedelta(days=n) for n in range(1, (day - before).days))
    return all(one.weekday() > 4 for one in between)


def _day(day: date) -> str:
    return f"{short_date(day)} {day.year}"


COLUMNS = (
    Column("fechas", "Fechas", lambda r: r.fechas, sort=lambda r: r.primero, width=46,
           cell=cells.STRONG),
    Column("motivo", "Motivo", lambda r: r.motivo or "Sin motivo", width=36, stretch=True),
    Column("habiles", "De clases", lambda r: str(r.habiles), sort=lambda r: r.habiles, width=20,
           align="right", help="Días de lunes a viernes que quita"),
)  # fmt: skip


class InhabilesSection(Section):
    """The list with its months; what is added goes in at once."""

    TABLES = frozenset({"dias_inhabiles", "periodos", "plantel"})

    def __init__(self, ctx: Context) -> None:
        sentence = "No cuentan para los plazos ni se planean asesorías en ellos."
        super().__init__(ctx, "Días inhábiles", sentence)
        official = Button("Agregar los oficiales", icon_name="calendar-check")
        official.set_tooltip("Los días de descanso obligatorio de todo el ciclo escolar")
        official.clicked.connect(self._add_official)
        self.remove = Button("Quitar", "danger", "trash")
        self.remove.clicked.connect(self._remove)
        for button in (self.remove, official):
            self.head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        empty = EmptyState(
            "calendar", "Todavía no hay días inhábiles", "Agregue los oficiales con un botón."
        )
        self.table = RecordTable(COLUMNS, self._load, nouns=("tramo", "tramos"), empty=empty)
        self.table.chosen.connect(self._on_chosen)
        self.months = Months("Meses del periodo con sus días inhábiles")
        self.months.picked.connect(self._on_picked)
        row = QHBoxLayout()
        row.setSpacing(u(5))
        left = QVBoxLayout()
        left.setSpacing(u(3))
        left.addWidget(self.table, 1)
        left.addWidget(self._adder())
        row.addLayout(left, 1)
        pane = ScrollPane()
        pane.body.addWidget(self.months)
        pane.body.addStretch(1)
        pane.setFixedWidth(self.months.sizeHint().width() + u(3.5))
        row.addWidget(pane)
        self.column.addLayout(row, 1)
        self._on_chosen([])

    def _adder(self) -> Card:
        card = Card(fill="sunken", padding=3)
        day, reason = fields_of(DiaInhabil)["fecha"], fields_of(DiaInhabil)["motivo"]
        self.form = Form(
            {
                "desde": replace(day, key="desde", label="Desde"),
                "hasta": replace(day, key="hasta", label="Hasta (si son varios)", required=False),
                "motivo": reason,
            },
            rows=(("desde", "hasta"), ("motivo",)),
        )
        self.add = Button("Agregar", icon_name="plus")
        self.add.clicked.connect(self._add)
        row = QHBoxLayout()
        row.setSpacing(u(3))
        row.addWidget(self.form, 1)
        row.addWidget(self.add, 0, Qt.AlignmentFlag.AlignBottom)
        card.body.addLayout(row)
        return card

    def _load(self) -> list[Tramo]:
        return tramos(self.ctx.store.dias_inhabiles.all())

    def refresh(self) -> None:
        self.table.refresh()
        periodo = planteles.current_periodo(self.ctx.store)
        first, last = limits_of(periodo.ciclo, periodo.parte)
        shown = months_between(periodo.inicio or first, periodo.fin or last)[:6]
        self.months.set_months(shown, [f"{MESES[m - 1].capitalize()} {y}" for y, m in shown])
        off = {one.fecha: one.motivo for one in self.ctx.store.dias_inhabiles.all() if one.fecha}
        today = self.ctx.store.clock().date()
        self.months.set_days(off, today, (periodo.inicio, periodo.fin))

    def _on_chosen(self, ids: list[Any]) -> None:
        self.remove.set_reason("" if ids else "Elija los que quiere quitar")

    def _on_picked(self, first: date, last: date) -> None:
        values = {"desde": first, "hasta": last if last != first else None}
        self.form.set_values(values, record=(first, last))
        self.form.editor("motivo").setFocus()

    def _add(self) -> None:
        editors: dict[str, Any] = {key: self.form.editor(key) for key in self.form.fields}
        written = {key: editor.line.text() for key, editor in editors.items()}
        try:
            added = self.ctx.do(planteles.add_holidays, self.ctx.store, written)
        except InvalidValue as problem:
            self.form.show_problem(problem.key, str(problem))
            return
        self._tell(added)
        self.form.set_values({"desde": None, "hasta": None, "motivo": ""}, record=object())

    def _add_official(self) -> None:
        periodo = planteles.current_periodo(self.ctx.store)
        self._tell(self.ctx.do(planteles.add_official_holidays, self.ctx.store, periodo))

    def _tell(self, added: int | None) -> None:
        if added == 0:
            messages.toast("Esos días ya estaban en la lista")
        elif added:
            messages.toast(
                f"Se agregaron {counted(added, 'día', 'días')}", "Deshacer", self.ctx.undo
            )

    def _remove(self) -> None:
        days = [day for stretch in self.table.chosen_ids() for day in stretch]
        self.ctx.do(planteles.delete_holidays, self.ctx.store, days)
