"""The ficha general in the page of a student: needs, interests, factors, ways of learning."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app import domain
from app.fields import fields_of
from app.services import fichas
from ui import messages
from ui.context import Context
from ui.forms.form import Form
from ui.tabs.tutorados.senales import Senales
from ui.theme import u
from ui.widgets.buttons import Button
from ui.widgets.labels import Label, SectionLabel

_FIELDS = fields_of(domain.Ficha)
_FIRST = (
    ("necesidades", "capacidades"),
    ("intereses",),
    ("factores_internos", "factores_externos"),
)
_LAST = (("preferencia", "prueba"), ("generacion", "elaborada"))
_LABELS = {
    "necesidades": "Qué necesita",
    "capacidades": "Capacidades: qué hace bien",
    "factores_internos": "Factores internos: hábitos, bases, ánimo",
    "factores_externos": "Factores externos: horario, traslado, grupo",
}
_GUIDANCE = "No anote salud, conflictos familiares ni dinero."
_FIELD_OF = {"qué necesita": "necesidades", "cómo aprende": "preferencia"}


class FichaGeneral(QWidget):
    """Each datum is stored as it is left; the signs propose the preference."""

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self.ctx = ctx
        self._alumno, self._entrevista = 0, 0
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(u(2.5))
        column.addLayout(self._make_head())
        self.first = self._form(_FIRST)
        column.addWidget(self.first)
        column.addWidget(Label("Señales de cómo aprende", "caption", "text2", strong=True))
        self.signs = Senales()
        self.signs.changed.connect(self._save_signs)
        column.addWidget(self.signs)
        self.last = self._form(_LAST)
        column.addWidget(self.last)

    def _make_head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(u(2))
        head.addWidget(SectionLabel("Ficha general"))
        head.addWidget(Label(_GUIDANCE, "caption", "text2"))
        head.addStretch(1)
        self.take = Button("Tomar de la entrevista", "plain", "download")
        self.take.clicked.connect(self._take)
        head.addWidget(self.take)
        return head

    def _form(self, rows: tuple[tuple[str, ...], ...]) -> Form:
        keys = [key for row in rows for key in row]
        return Form({key: _FIELDS[key] for key in keys}, rows=rows, labels=_LABELS, save=self._save)

    def show_ficha(self, alumno: int, ficha: domain.Ficha, entrevista: int) -> None:
        """Shows the ficha of a student; `entrevista` is the newest one, or 0."""
        self._alumno, self._entrevista = alumno, entrevista
        for form in (self.first, self.last):
            values = {key: getattr(ficha, key) for key in form.fields}
            form.set_values(values, record=alumno)
        self.signs.set_keys(ficha.signos)
        self.take.setVisible(bool(entrevista))

    def go_to(self, lacks: list[str]) -> QWidget | None:
        """Puts the cursor in the first datum that is missing here."""
        keys = [_FIELD_OF[word] for word in lacks if word in _FIELD_OF]
        if not keys:
            return None
        form = self.first if keys[0] in self.first.fields else self.last
        form.editor(keys[0]).setFocus(Qt.FocusReason.OtherFocusReason)
        return form.editor(keys[0])

    def _save(self, key: str, value: Any) -> None:
        typed = {key: _FIELDS[key].typed(value)}
        self.ctx.do(fichas.change, self.ctx.store, self._alumno, typed)

    def _save_signs(self, keys: tuple[str, ...]) -> None:
        self._save("signos", keys)

    def _take(self) -> None:
        store = self.ctx.store
        taken = self.ctx.do(fichas.take_from_interview, store, self._alumno, self._entrevista)
        if taken:
            messages.toast(fichas.taken_words(taken), "Deshacer", self.ctx.undo)
