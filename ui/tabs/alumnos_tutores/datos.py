"""The data of a perfil: state, capacity, own initiative, since when, and whether it is regular."""

from functools import partial
from typing import Any

from PySide6.QtWidgets import QHBoxLayout

from app import domain
from app.domain.alumno_tutor import CAPACIDAD_MAXIMA, ESTADOS_TUTOR
from app.fields import fields_of
from app.services import alumnos_tutores as services
from app.services.alumnos_tutores import perfil_of
from app.store.queries import alumnos_tutores as queries
from app.store.queries.alumnos_tutores import FilaAlumnoTutor
from app.text import joined
from ui.context import Context
from ui.forms.form import Form
from ui.logros import Logros
from ui.tabs.alumnos_tutores.deeds import STATES_OF, Deeds
from ui.theme import u
from ui.widgets.buttons import Button, LinkButton
from ui.widgets.card import ScrollPane
from ui.widgets.labels import Label, SectionLabel

_FIELDS = fields_of(domain.PerfilTutor)
_KEYS = ("capacidad", "desde", "iniciativa_propia")


class DatosPage(ScrollPane):
    """State with the moves it allows, the form, and what the calificaciones say."""

    def __init__(self, ctx: Context, deeds: Deeds) -> None:
        super().__init__()
        self.ctx, self.deeds = ctx, deeds
        self.row: FilaAlumnoTutor | None = None
        self.body.setSpacing(u(3))
        self._make_state()
        self.body.addWidget(SectionLabel("Participación"))
        self.form = Form(
            {key: _FIELDS[key] for key in _KEYS},
            rows=(("capacidad", "desde"), ("iniciativa_propia",)),
            labels={"desde": "Alumno tutor desde"},
            save=self._save,
        )
        self.form.setMaximumWidth(u(130))
        self.body.addWidget(self.form)
        self.default = Label("", "caption", "text2", wrap=True)
        self.body.addWidget(self.default)
        self.body.addSpacing(u(1))
        self.body.addWidget(SectionLabel("Situación académica"))
        self.regular = Label("", "body", wrap=True)
        self.body.addWidget(self.regular)
        links = QHBoxLayout()
        for words, run in (
            ("Ver sus calificaciones", self._show_alumno),
            ("Historial de cambios", self._show_history),
        ):
            link = LinkButton(words)
            link.clicked.connect(run)
            links.addWidget(link)
        links.addStretch(1)
        self.body.addLayout(links)
        self.logros = Logros(ctx)
        self.body.addWidget(self.logros)
        self.body.addStretch(1)

    def _make_state(self) -> None:
        self.body.addWidget(SectionLabel("Estado"))
        self.state = Label("", "body", "text")
        self.moves = QHBoxLayout()
        self.moves.setSpacing(u(2))
        self.buttons: dict[str, Button] = {}
        self.moves.addWidget(self.state)
        self.moves.addSpacing(u(2))
        for label in sorted({label for labels in STATES_OF.values() for label in labels}):
            button = Button(label)
            button.clicked.connect(partial(self._move, label))
            self.buttons[label] = button
            self.moves.addWidget(button)
        self.moves.addStretch(1)
        self.body.addLayout(self.moves)
        self.body.addSpacing(u(1))

    def show_row(self, row: FilaAlumnoTutor) -> None:
        """Shows the perfil of somebody."""
        self.row = row
        store = self.ctx.store
        self.state.setText(ESTADOS_TUTOR[row.estado])
        for label, button in self.buttons.items():
            button.setVisible(label in STATES_OF[row.estado])
        perfil = perfil_of(store, row.alumno)
        values = {key: getattr(perfil, key) for key in _KEYS}
        self.form.set_values(values, record=row.alumno)
        default = store.settings.only().capacidad
        self.default.setText(
            f"Sin capacidad escrita vale la del plantel: {default} tutorados. "
            f"El máximo es {CAPACIDAD_MAXIMA}."
        )
        self.regular.setText(self._situation(row))
        self.logros.show_of(row.alumno)

    def _situation(self, row: FilaAlumnoTutor) -> str:
        if row.regular is None:
            return "No hay calificaciones para saber si es regular."
        if row.regular:
            return "Es regular: no debe ninguna asignatura."
        return f"No es regular: debe {joined(queries.adeudos_of(self.ctx.store, row.alumno))}."

    def _save(self, key: str, value: Any) -> None:
        if self.row is not None:
            typed = {key: _FIELDS[key].show(value)}
            self.ctx.do(services.change_perfil, self.ctx.store, [self.row.alumno], typed)

    def _move(self, label: str, _checked: bool = False) -> None:
        if self.row is not None:
            self.deeds.run(label, self.row)

    def _show_alumno(self) -> None:
        if self.row is not None:
            self.deeds.show_alumno([self.row.alumno])

    def _show_history(self) -> None:
        if self.row is not None:
            self.deeds.show_history([self.row.alumno])
