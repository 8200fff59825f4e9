"""Inicio: what needs attention today, the week, and how far the periodo has come."""

from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.domain.calendario import week_of
from app.services import pausas, planteles
from app.services.alertas import alertas
from app.store.queries import inicio
from app.text import DIAS, counted, long_date
from ui.context import Context
from ui.tabs.inicio.asuntos import Asuntos
from ui.theme import u
from ui.widgets.buttons import LinkButton
from ui.widgets.card import Card
from ui.widgets.charts import Bar, BarChart, ShareBar
from ui.widgets.keys import tab_through
from ui.widgets.labels import ElidedLabel, Label
from ui.widgets.stepper import Step, Stepper
from ui.widgets.week_strip import DayCount, WeekStrip

_WEEKS = 8
_SHORT = {0: "Lun", 1: "Mar", 2: "Mié", 3: "Jue", 4: "Vie"}
_MOST_NEXT = 6
_LEVELS = (("alto", "Alto"), ("medio", "Medio"), ("bajo", "Bajo"))


def greeting(hour: int, who: str) -> str:
    """Good morning, afternoon or night, with the name the docente gave."""
    part = "Buenos días" if hour < 12 else "Buenas tardes" if hour < 19 else "Buenas noches"
    return f"{part}, {who}" if who else part


class InicioTab(QWidget):
    """The first page."""

    TABLES = frozenset(
        {
            "alumnos", "riesgos", "calificaciones", "perfiles_tutor", "intervenciones", "tutorados",
            "sesiones", "planes", "plantel", "periodos", "emisiones", "correcciones", "grupos",
            "settings", "dias_inhabiles", "franjas", "pausas", "logros", "entrevistas", "fichas",
            "asistencias", "ajustes", "incumplimientos", "niveles", "adeudos", "asignaturas",
            "dominios",
        }
    )  # fmt: skip

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ctx = ctx
        column = QVBoxLayout(self)
        column.setContentsMargins(u(5), u(3.5), u(5), u(3.5))
        column.setSpacing(u(3))
        column.addLayout(self._head())
        grid = QGridLayout()
        grid.setSpacing(u(3))
        self.matters = Asuntos(ctx)
        grid.addWidget(self.matters, 0, 0, 1, 4)
        grid.addWidget(self._week(), 0, 4, 1, 2)
        grid.addWidget(self._levels(), 1, 0, 1, 2)
        grid.addWidget(self._needs(), 1, 2, 1, 2)
        grid.addWidget(self._held(), 1, 4, 1, 2)
        grid.setRowStretch(0, 1)
        for i in range(6):
            grid.setColumnStretch(i, 1)
        column.addLayout(grid, 1)

    # Building

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        words = QVBoxLayout()
        words.setSpacing(0)
        self.hello = Label("", "page")
        self.today = Label("", "caption", "text2")
        words.addWidget(self.hello)
        words.addWidget(self.today)
        row.addLayout(words)
        row.addSpacing(u(10))
        self.steps = Stepper()
        self.steps.opened.connect(self._on_step)
        row.addWidget(self.steps, 1)
        return row

    def _week(self) -> Card:
        card = Card("Asesorías de la semana")
        self.link = LinkButton("Ver la semana")
        self.link.clicked.connect(partial(self._show, "seguimiento"))
        card.head.addWidget(self.link)
        self.week = WeekStrip()
        card.body.addWidget(self.week)
        self.next = QVBoxLayout()
        self.next.setSpacing(u(1.5))
        card.body.addLayout(self.next)
        card.body.addStretch(1)
        return card

    def _levels(self) -> Card:
        card = Card("Alumnos por nivel de riesgo", " ", step="body")
        self.levels_note = card.note
        self.levels = BarChart([], "Alumnos por nivel de riesgo")
        self.levels.opened.connect(self._on_level)
        card.body.addWidget(self.levels)
        self.rest_note = Label("", "caption", "text2")
        card.body.addWidget(self.rest_note)
        card.body.addStretch(1)
        return card

    def _needs(self) -> Card:
        card = Card("Necesidades con alumno tutor", "hoy", step="body")
        self.share = Label("", "page")
        self.share_note = Label("", "caption", "text2")
        row = QHBoxLayout()
        row.addWidget(self.share)
        row.addSpacing(u(3))
        row.addWidget(self.share_note, 1)
        card.body.addLayout(row)
        self.progress = ShareBar("Necesidades con alumno tutor")
        card.body.addWidget(self.progress)
        self.high_note = Label("", "caption", "text2")
        self.open_note = Label("", "caption", "text2")
        card.body.addWidget(self.high_note)
        card.body.addWidget(self.open_note)
        card.body.addStretch(1)
        return card

    def _held(self) -> Card:
        card = Card("Asesorías dadas por semana", " ", step="body")
        self.held_note = card.note
        self.held = BarChart([], "Asesorías dadas por semana", standing=True)
        card.body.addWidget(self.held, 1)
        return card

    # Reading

    def refresh(self) -> None:
        """Reads everything again."""
        store = self.ctx.store
        now = store.clock()
        periodo = planteles.current_periodo(store)
        plantel = store.plantel.only()
        self.hello.setText(greeting(now.hour, plantel.docente))
        week = week_of(periodo.inicio, now.date()) if periodo.inicio else 0
        day = long_date(now.date()).capitalize()
        self.today.setText(f"{day} · semana {week}" if week > 0 else f"{day} · {periodo.nombre}")
        avance = inicio.avance(store, periodo.id)
        self._show_steps(avance)
        found = alertas(store, now.date(), avance) if avance.alumnos else []
        off = len(pausas.vigentes(store, now.date()))
        self.matters.show_matters(found, avance, off)
        self._show_week(now.date())
        self._show_figures(avance, now.date())
        tab_through([self.steps, *self.matters.buttons, self.link])

    def _show_steps(self, avance: inicio.Avance) -> None:
        states = (
            ("importar", "Lista", bool(avance.alumnos),
             counted(avance.alumnos, "alumno", "alumnos")),
            ("calificaciones", "Calificaciones", bool(avance.parciales),
             f"{avance.parciales} de 3 parciales"),
            ("alumnos_tutores", "Perfiles", bool(avance.tutores),
             counted(avance.tutores, "tutor activo", "tutores activos")),
            ("asignacion", "Asignación", avance.cubiertas >= avance.necesidades > 0,
             f"{avance.cubiertas:,} de {avance.necesidades:,}"),
            ("carnet", "Carnets", avance.con_carnet >= avance.con_pareja > 0,
             f"{avance.con_carnet:,} de {avance.con_pareja:,}"),
        )  # fmt: skip
        current = next((i for i, one in enumerate(states) if not one[2]), -1)
        self.steps.set_steps(
            [
                Step(key, title, note, "done" if done else "current" if i == current else "todo")
                for i, (key, title, done, note) in enumerate(states)
            ]
        )

    def _show_week(self, today: date) -> None:
        store = self.ctx.store
        monday = today - timedelta(days=today.weekday())
        days: list[DayCount] = []
        for one in inicio.semana(store, monday, today):
            if one.fecha >= today:
                note = f"{one.total - one.dadas} por dar" if one.dadas else "por dar"
            elif one.sin_registro:
                note = f"◆ {one.sin_registro} sin reg."
            else:
                note = "dadas"
            title = f"{_SHORT[one.fecha.weekday()]} {one.fecha.day}"
            days.append(
                DayCount(title, str(one.total), note if one.total else "–", one.fecha == today)
            )
        self.week.set_days(days)
        while item := self.next.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for one in inicio.proximas(store, today, _MOST_NEXT):
            self.next.addWidget(self._session(one))
        if not self.next.count():
            name = DIAS[today.weekday()]
            words = f"No hay asesorías por dar este {name}."
            self.next.addWidget(Label(words, "caption", "text2"))

    def _session(self, one: inicio.Proxima) -> QWidget:
        holder = QWidget(self)
        holder.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(u(3))
        hour = f"{one.inicio // 60:02d}:{one.inicio % 60:02d}" if one.inicio is not None else "–"
        clock = Label(hour, "body", "primary", strong=True)
        clock.setFixedWidth(max(u(10), clock.sizeHint().width()))
        row.addWidget(clock, 0, Qt.AlignmentFlag.AlignVCenter)
        words = QVBoxLayout()
        words.setSpacing(0)
        place = f"{one.asignatura} · {one.lugar}" if one.lugar else one.asignatura
        words.addWidget(ElidedLabel(place))
        words.addWidget(ElidedLabel(f"{one.alumno_tutor} con {one.tutorados}", "caption", "text2"))
        row.addLayout(words, 1)
        return holder

    def _show_figures(self, avance: inicio.Avance, today: date) -> None:
        store = self.ctx.store
        counts = inicio.niveles(store)
        self.levels.set_bars(
            [Bar(name, counts.get(key, 0), key, level=key) for key, name in _LEVELS]
        )
        free, unknown = counts.get("sin_riesgo", 0), counts.get("sin_datos", 0)
        self.rest_note.setText(f"✓ Sin riesgo: {free:,}     – Sin datos: {unknown:,}")
        in_risk = sum(counts.get(level, 0) for level in ("alto", "medio", "bajo"))
        self.levels_note.setText(counted(in_risk, "alumno en riesgo", "alumnos en riesgo"))
        total, covered = avance.necesidades, avance.cubiertas
        self.share.setText(f"{round(100 * covered / total)} %" if total else "–")
        self.share_note.setText(f"{covered:,} de {counted(total, 'necesidad', 'necesidades')}")
        self.progress.set_share(covered / total if total else 0)
        with_tutor, high = inicio.altos_cubiertos(store)
        self.high_note.setText(f"Riesgo alto: {with_tutor} de {high} ya tienen alumno tutor")
        self.open_note.setText(f"{total - covered:,} sin tutor")
        monday = today - timedelta(days=today.weekday())
        weeks = inicio.dadas_por_semana(store, monday, _WEEKS)
        periodo = planteles.current_periodo(store)
        names = [
            str(week_of(periodo.inicio, day)) if periodo.inicio else f"{day.day}/{day.month}"
            for day, _ in weeks
        ]
        last = len(weeks) - 1
        self.held.set_bars(
            [
                Bar(names[i], count, "solid" if i == last else "light", strong=i == last)
                for i, (_, count) in enumerate(weeks)
            ]
        )
        self.held_note.setText(f"últimas {_WEEKS} semanas")

    # Going

    def _show(self, place: str, _checked: bool = False) -> None:
        self.ctx.show(place)

    def _on_step(self, key: str) -> None:
        if key == "calificaciones":
            self.ctx.show("importar", "calificaciones")
        elif key == "asignacion":
            self.ctx.show("tutorados", "asignacion")
        else:
            self.ctx.show(key)

    def _on_level(self, place: int) -> None:
        self.ctx.show("tutorados", ("nivel", _LEVELS[place][0]))
