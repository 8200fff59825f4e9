"""Section Periodo: the periodos of the file, the current one, and the dates of its classes."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from app.domain.calendario import (
    business_days_between,
    limits_of,
    next_periodo,
    periodo_order,
    week_of,
)
from app.domain.periodo import Periodo
from app.fields import fields_of
from app.services import planteles
from app.text import counted, short_date
from ui.context import Context
from ui.dialogs.configuracion.section import Section, typed
from ui.forms.form import Form, FormDialog
from ui.tables import cells
from ui.tables.column import Column
from ui.tables.record_table import RecordTable
from ui.theme import u
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.labels import Label

_LOOSE = timedelta(days=45)


@dataclass(frozen=True)
class _Row:
    """A periodo as the list shows it."""

    periodo: Periodo
    actual: bool

    @property
    def id(self) -> int:
        """The periodo's."""
        return self.periodo.id

    @property
    def clases(self) -> str:
        """First and last day of classes, as far as they are known."""
        first, last = self.periodo.inicio, self.periodo.fin
        if first is None and last is None:
            return "Sin fechas"
        return f"{_day(first)} – {_day(last)}"


COLUMNS = (
    Column("nombre", "Periodo", lambda r: r.periodo.nombre, width=26, cell=cells.STRONG,
           sort=lambda r: periodo_order(r.periodo.ciclo, r.periodo.parte)),
    Column("meses", "Meses", lambda r: r.periodo.meses, width=52, stretch=True),
    Column("clases", "Clases", lambda r: r.clases, width=48,
           cell=cells.Text(role=lambda r: "text" if r.periodo.inicio else "hint")),
    Column("semanas", "Semanas", lambda r: _weeks(r.periodo), width=20, align="right"),
    Column("actual", "", lambda r: "Actual" if r.actual else "", width=24,
           cell=cells.State(lambda r: ("check", "ok") if r.actual else ("", "text2"))),
)  # fmt: skip


def _day(day: Any) -> str:
    return f"{short_date(day)} {day.year}" if day else "?"


def _weeks(periodo: Periodo) -> str:
    return str(week_of(periodo.inicio, periodo.fin)) if periodo.inicio and periodo.fin else ""


class PeriodoSection(Section):
    """The list of periodos and the dates of the chosen one."""

    TABLES = frozenset({"periodos", "plantel", "dias_inhabiles"})

    def __init__(self, ctx: Context) -> None:
        sentence = "Las semanas, los cronogramas y los plazos se cuentan con estas fechas."
        super().__init__(ctx, "Periodo", sentence)
        add = Button("Agregar periodo…", icon_name="plus")
        add.clicked.connect(self._add)
        self.head.addWidget(add, 0, Qt.AlignmentFlag.AlignTop)
        self.table = RecordTable(COLUMNS, self._load, nouns=("periodo", "periodos"))
        self.table.set_words(chosen=("elegido", "elegidos"))
        self.table.chosen.connect(self._show)
        self.table.sort_by("nombre", descending=True)
        self.column.addWidget(self.table, 1)
        self.column.addWidget(self._detail())

    def _detail(self) -> Card:
        card = Card(" ", fill="surface")
        self.name = card.title
        self.months = card.note
        self.use = Button("Trabajar en este periodo", "filled", "check")
        self.use.clicked.connect(self._use)
        card.head.addWidget(self.use)
        fields = fields_of(Periodo)
        self.form = Form(
            {key: fields[key] for key in ("inicio", "fin")}, rows=(("inicio", "fin"),),
            save=self._save,
        )  # fmt: skip
        row = QHBoxLayout()
        row.setSpacing(u(6))
        row.addWidget(self.form)
        self.count = Label("", "body", "text2", wrap=True)
        row.addWidget(self.count, 1)
        card.body.addLayout(row)
        return card

    def _load(self) -> list[_Row]:
        current = self.ctx.store.plantel.only().periodo
        return [_Row(one, one.id == current) for one in self.ctx.store.periodos.all()]

    def refresh(self) -> None:
        self.table.refresh()
        if not self.table.chosen_ids():
            self.table.choose(self.ctx.store.plantel.only().periodo)
        self._show(self.table.chosen_ids())

    def _show(self, ids: list[Any]) -> None:
        store = self.ctx.store
        periodo = store.periodos.find(ids[0] if ids else store.plantel.only().periodo)
        if periodo is None:
            return
        self.chosen = periodo
        self.name.setText(periodo.nombre)
        self.months.setText(periodo.meses)
        current = periodo.id == store.plantel.only().periodo
        self.use.setVisible(not current)
        values = {"inicio": periodo.inicio, "fin": periodo.fin}
        self.form.set_values(values, record=periodo.id)
        first, last = limits_of(periodo.ciclo, periodo.parte)
        for key, day in values.items():
            if day and not first - _LOOSE <= day <= last + _LOOSE:
                self.form.fields[key].say(f"Está fuera de {periodo.meses}", "medio")
        self.count.setText(self._counted(periodo))

    def _counted(self, periodo: Periodo) -> str:
        if not periodo.inicio or not periodo.fin:
            return "Escriba las dos fechas para saber cuántas semanas tiene."
        holidays = {one.fecha for one in self.ctx.store.dias_inhabiles.all() if one.fecha}
        before = periodo.inicio - timedelta(days=1)
        days = business_days_between(before, periodo.fin, holidays)
        weeks = week_of(periodo.inicio, periodo.fin)
        return (
            f"{counted(weeks, 'semana', 'semanas')} y "
            f"{counted(days, 'día', 'días')} de clases, sin contar los inhábiles."
        )

    def _save(self, key: str, value: Any) -> None:
        written = {key: typed(fields_of(Periodo)[key], value)}
        self.ctx.do(planteles.change_periodo, self.ctx.store, self.chosen.id, written)

    def _use(self) -> None:
        self.ctx.do(planteles.choose_periodo, self.ctx.store, self.chosen.nombre)

    def _add(self) -> None:
        newest = max(
            self.ctx.store.periodos.all(), key=lambda one: periodo_order(one.ciclo, one.parte)
        )
        ciclo, parte = next_periodo(newest.ciclo, newest.parte)
        fields = fields_of(Periodo)
        form = Form(
            {key: fields[key] for key in ("ciclo", "parte")}, {"ciclo": ciclo, "parte": parte},
            rows=(("ciclo", "parte"),),
        )  # fmt: skip
        dialog = FormDialog(
            "Agregar periodo", form, self._new, self.window(), action="Agregar", size="small"
        )
        dialog.open()

    def _new(self, values: dict[str, Any]) -> None:
        made = self.ctx.do(planteles.add_periodo, self.ctx.store, values)
        if made is not None:
            self.table.choose(made.id)
