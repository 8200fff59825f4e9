"""The interview of a tutorado, typed in the order of the paper guide; stored datum by datum."""

from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app import domain
from app.fields import fields_of
from app.services import entrevistas, fichas
from app.store.queries.alumno import IntervencionDe, intervenciones_de
from ui import messages
from ui.context import Context
from ui.forms.form import Form
from ui.tabs.tutorados.conocimientos import Conocimientos
from ui.tabs.tutorados.reading import Leido
from ui.tabs.tutorados.senales import Senales
from ui.theme import u
from ui.widgets.buttons import Button
from ui.widgets.card import ScrollPane
from ui.widgets.choices import ComboBox
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import ElidedLabel, Label, SectionLabel

_FIELDS = fields_of(domain.Entrevista)
_HEAD = (("fecha", "entrevistador"), ("lugar",))
_GROUPS = (
    ("A. Situación académica", (("se_dificulta",), ("temas",), ("primera_vez",), ("sale_bien",))),
    ("B. Conocimientos previos", ()),
    (
        "C. Hábitos de estudio",
        (("donde_estudia",), ("horas_estudio",), ("apuntes",), ("examen",), ("no_entiende",)),
    ),
    ("D. Cómo aprende", ()),
    ("E. Intereses y tiempo", (("intereses",), ("tardes",), ("trabaja", "horas_trabajo"))),
    (
        "F. Dificultades, preocupaciones y expectativas",
        (("preocupaciones",), ("expectativas",), ("apoyo",)),
    ),
    ("G. Faltas", (("faltas",),)),
    ("Acuerdos", (("acuerdos",), ("proxima",))),
)
_GUIDANCE = (
    "No anote salud, conflictos familiares ni dinero. Si le cuentan algo serio, hable con el "
    "docente-tutor el mismo día."
)


class EntrevistaPage(QStackedWidget):
    """One interview for each intervención; without one it says what comes first."""

    search_asked = Signal(object)

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self.ctx = ctx
        self._alumno, self._intervencion = 0, 0
        self.entrevista = domain.Entrevista()
        self._owed: list[int] = []
        self.search = Button("Buscar alumno tutor…", "outlined", "search")
        self.search.clicked.connect(self._search)
        self.empty = EmptyState("clipboard", "Primero, un alumno tutor", "", self.search)
        self.addWidget(self.empty)
        self.pane = ScrollPane()
        self.pane.body.setSpacing(u(2.5))
        self.addWidget(self.pane)
        self.forms: list[Form] = []
        self._build()

    # Building

    def _build(self) -> None:
        body = self.pane.body
        body.addLayout(self._make_head())
        body.addWidget(Label(_GUIDANCE, "caption", "text2", wrap=True))
        body.addWidget(self._form(_HEAD))
        for title, rows in _GROUPS:
            body.addSpacing(u(1))
            body.addWidget(SectionLabel(title))
            if rows:
                body.addWidget(self._form(rows))
            elif title.startswith("B"):
                self.known = Conocimientos(self.ctx)
                body.addWidget(self.known)
            else:
                body.addWidget(self._make_signs())
        body.addStretch(1)

    def _make_head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(u(2))
        self.about = ElidedLabel("", "body", "text2")
        self.which = ComboBox(name="Asignatura de la entrevista")
        self.which.activated.connect(self._choose)
        row.addWidget(self.which)
        row.addWidget(self.about, 1)
        return row

    def _make_signs(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(u(1))
        self.signs = Senales()
        self.signs.changed.connect(partial(self._save, "signos"))
        column.addWidget(self.signs)
        row = QHBoxLayout()
        self.to_ficha = Button("Pasar a la ficha", "plain", "arrow-right")
        self.to_ficha.clicked.connect(self._take)
        row.addWidget(self.to_ficha)
        row.addStretch(1)
        column.addLayout(row)
        return holder

    def _form(self, rows: tuple[tuple[str, ...], ...]) -> Form:
        keys = [key for row in rows for key in row]
        form = Form({key: _FIELDS[key] for key in keys}, rows=rows, save=self._save)
        self.forms.append(form)
        return form

    def editor(self, key: str) -> Any:
        """The editor of a datum."""
        return next(form for form in self.forms if key in form.fields).editor(key)

    # Showing

    def show_record(self, leido: Leido) -> None:
        """Shows a student; the chosen intervención stays while it is of the same one."""
        cases = [one for one in leido.intervenciones if one.estado != "cancelada"]
        attended = {one.asignatura for one in leido.abiertas}
        self._owed = [one.asignatura for one in leido.adeudos if one.asignatura not in attended]
        self._alumno = leido.alumno.id
        self.setCurrentIndex(1 if cases else 0)
        if not cases:
            self._intervencion = 0
            self._say_empty()
            return
        if self._intervencion not in {one.id for one in cases}:
            self._intervencion = cases[0].id
        self.which.set_options([(one.id, one.nombre) for one in cases])
        self.which.set_key(self._intervencion)
        self.which.setVisible(len(cases) > 1)
        self._show(next(one for one in cases if one.id == self._intervencion))

    def _say_empty(self) -> None:
        words = "La entrevista es de una intervención: asígnele quién le acompañe."
        if not self._owed:
            words = "No debe ninguna asignatura; no hay de qué entrevistar."
        title = "Primero, un alumno tutor" if self._owed else "Sin intervención"
        self.empty.set_words(title, words)
        self.search.setVisible(bool(self._owed))

    def _show(self, case: IntervencionDe) -> None:
        store = self.ctx.store
        found = self.entrevista = entrevistas.entrevista_of(store, case.id, self._alumno)
        said = "capturada" if found.fecha else "sin capturar; empiece por lo que diga la guía"
        whose = f"con {case.corto_tutor or 'alumno tutor por asignar'}"
        name = "" if self.which.count() > 1 else f"{case.nombre} "
        self.about.setText(f"{name}{whose} · {said}")
        for form in self.forms:
            values = {key: getattr(found, key) for key in form.fields}
            form.set_values(values, record=(case.id, self._alumno))
        self.signs.set_keys(found.signos)
        self.to_ficha.setVisible(bool(found.signos or found.intereses))
        self.known.show_of(case.id, self._alumno, found.id)

    # Storing

    def _choose(self, _place: int) -> None:
        if isinstance(self.which.key, int):
            self._intervencion = self.which.key
            cases = intervenciones_de(self.ctx.store, self._alumno)
            self._show(next(one for one in cases if one.id == self._intervencion))

    def _save(self, key: str, value: Any) -> None:
        typed = {key: _FIELDS[key].typed(value)}
        self.ctx.do(
            entrevistas.change, self.ctx.store, self._intervencion, self._alumno, typed
        )  # fmt: skip

    def _take(self) -> None:
        store = self.ctx.store
        taken = self.ctx.do(
            fichas.take_from_interview, store, self._alumno, self.entrevista.id
        )  # fmt: skip
        if taken:
            messages.toast(fichas.taken_words(taken), "Deshacer", self.ctx.undo)

    def _search(self) -> None:
        if self._owed:
            self.search_asked.emit(self._owed[0])
