"""Inicio: what needs attention today, the week, and how far the periodo has come."""

from datetime import timedelta

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.calendario import week_of
from app.services import pausas, planteles
from app.services.alertas import alertas
from app.store.queries import inicio
from app.text import counted, long_date
from ui.context import Context
from ui.tabs.inicio.asuntos import Asuntos
from ui.tabs.inicio.graficas import NecesidadesCard, RiesgoCard, SemanasCard
from ui.tabs.inicio.semana import SemanaCard
from ui.theme import u
from ui.widgets.keys import tab_through
from ui.widgets.labels import Label
from ui.widgets.stepper import Step, Stepper


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
        self.week, self.risk = SemanaCard(ctx), RiesgoCard(ctx)
        self.needs, self.held = NecesidadesCard(ctx), SemanasCard(ctx)
        grid.addWidget(self.week, 0, 4, 1, 2)
        grid.addWidget(self.risk, 1, 0, 1, 2)
        grid.addWidget(self.needs, 1, 2, 1, 2)
        grid.addWidget(self.held, 1, 4, 1, 2)
        for card in (self.risk, self.needs, self.held):
            card.setMaximumHeight(u(54))  # what a taller window gives goes to the matters
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
        today = now.date()
        self.week.read(store, today)
        self.risk.read(store)
        self.needs.read(store, avance)
        self.held.read(store, periodo, today - timedelta(days=today.weekday()))
        tab_through(
            [
                self.steps, *self.matters.buttons, self.week.link, self.week.load_link,
                self.risk.views, self.needs.views,
            ]
        )  # fmt: skip

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

    # Going

    def _on_step(self, key: str) -> None:
        if key == "calificaciones":
            self.ctx.show("importar", "calificaciones")
        elif key == "asignacion":
            self.ctx.show("tutorados", "asignacion")
        else:
            self.ctx.show(key)
