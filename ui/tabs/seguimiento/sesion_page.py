"""What happened in a session: state, attendance, what was seen and what comes next."""

from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app import domain
from app.domain.sesion import CUMPLIDA
from app.fields import fields_of
from app.services import asistencia, planes, sesiones
from app.store.queries.sesiones import FilaSesion
from app.text import DIAS, short_date
from ui import messages
from ui.context import Context
from ui.dialogs.offers import offer
from ui.forms.form import Form
from ui.forms.written import LineEditor
from ui.tabs.seguimiento.attendance import Attendance
from ui.tabs.seguimiento.deeds import Deeds
from ui.theme import u
from ui.widgets.buttons import Button, LinkButton
from ui.widgets.card import ScrollPane
from ui.widgets.chips import Segments
from ui.widgets.choices import ComboBox
from ui.widgets.labels import ElidedLabel, Label, SectionLabel
from ui.widgets.strip import Strip
from ui.widgets.week_chips import hour_words

_FIELDS = fields_of(domain.Sesion)
_STATES = (
    ("planeada", "Por dar"), ("dada", "Dada"), ("movida", "Movida"), ("cancelada", "Cancelada"),
)  # fmt: skip
_FIRST = ("actividad", "minutos")
_REST = (("tema", "ambito"), ("observaciones", "recomendaciones"))
_SHORTEST = 7
_OFF = (("causa", "quien"), ("motivo",))


class SesionPage(ScrollPane):
    """Each datum is stored when it is left; nothing waits for a button."""

    def __init__(self, ctx: Context, deeds: Deeds) -> None:
        super().__init__()
        self.ctx, self.deeds = ctx, deeds
        self.row: FilaSesion | None = None
        self.body.setContentsMargins(0, u(1), u(1), 0)
        self.body.setSpacing(u(2.5))
        self._make_doubt()
        self._make_state()
        self._make_attendance()
        self.off = self._form(_OFF, {"motivo": "Detalle", "quien": "Quién"})
        self.body.addWidget(self.off)
        self.rest = self._form(_REST, {})
        self.body.addWidget(self.rest)
        self._make_before()
        self.body.addStretch(1)

    # Building

    def _form(self, rows: tuple[tuple[str, ...], ...], labels: dict[str, str]) -> Form:
        keys = [key for row in rows for key in row]
        made = Form({key: _FIELDS[key] for key in keys}, rows=rows, labels=labels, save=self._save)
        for combo in made.findChildren(ComboBox):
            combo.setSizeAdjustPolicy(
                ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            combo.setMinimumContentsLength(_SHORTEST)
        return made

    def _make_doubt(self) -> None:
        self.doubt = Strip("medio", "¿Se dio esta sesión?", "", "Sí, todos asistieron")
        self.doubt.pressed.connect(self._held)
        no = Button("No se dio…", "plain")
        no.clicked.connect(self._not_held)
        self.doubt.extra.addWidget(no)
        self.body.addWidget(self.doubt)

    def _make_state(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(u(2.5))
        column = QVBoxLayout()
        column.setSpacing(u(1))
        column.addWidget(Label("Estado", "caption", "text2", strong=True))
        self.state = Segments(_STATES, name="Estado de la sesión")
        self.state.chosen.connect(self._on_state)
        column.addWidget(self.state)
        column.addStretch(1)
        row.addLayout(column)
        self.first = self._form((_FIRST,), {})
        minutes = self.first.editor("minutos")
        if isinstance(minutes, LineEditor):
            minutes.line.setFixedWidth(u(15))
        row.addWidget(self.first, 1)
        row.addStretch(0)
        self.body.addLayout(row)

    def _make_attendance(self) -> None:
        self.present = QWidget()
        column = QVBoxLayout(self.present)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(u(1.5))
        head = QHBoxLayout()
        head.addWidget(SectionLabel("Asistencia"))
        head.addSpacing(u(2))
        self.counted = ElidedLabel("", "caption", "text2")
        head.addWidget(self.counted, 1)
        everybody = Button("Todos asistieron", "plain", "check")
        everybody.clicked.connect(self._everybody)
        head.addWidget(everybody)
        column.addLayout(head)
        self.attendance = Attendance()
        self.attendance.marked.connect(self._on_mark)
        column.addWidget(self.attendance)
        self.body.addWidget(self.present)

    def _make_before(self) -> None:
        self.before = QWidget()
        row = QHBoxLayout(self.before)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(u(2))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label("De la vez pasada: ¿se cumplió?", "caption", "text2", strong=True))
        self.asked = Label("", "body", wrap=True)
        words.addWidget(self.asked)
        row.addLayout(words, 1)
        self.fulfilled = Segments(list(CUMPLIDA.items()), name="¿Se cumplió lo recomendado?")
        self.fulfilled.chosen.connect(self._on_fulfilled)
        row.addWidget(self.fulfilled)
        self.body.addWidget(self.before)

    # Showing

    def show_row(self, row: FilaSesion) -> None:
        """Shows a session; what is being typed of the same one stays."""
        other = self.row is None or self.row.id != row.id
        self.row = row
        store, it = self.ctx.store, row.it
        today = store.clock().date()
        state = row.estado(today)
        self.doubt.setVisible(state == "sin_registro")
        self.state.set_key(it.estado)
        off = it.estado in ("movida", "cancelada")
        for form in (self.first, self.off, self.rest):
            form.set_values({key: getattr(it, key) for key in form.fields}, record=it.id)
        if other:
            offer(self.rest, "tema", planes.topics(store, it.intervencion or 0))
        self.off.setVisible(off)
        self.rest.setVisible(not off)
        self.first.setVisible(not off)
        can = not off and it.fecha is not None and it.fecha <= today
        self.present.setVisible(can)
        if can:
            people = asistencia.people(store, it.id)
            self.attendance.show_people(people)
            words = asistencia.in_words(one.estado for one in people if not one.es_tutor)
            self.counted.setText(words)
        last = None if off else sesiones.before(store, it)
        asked = last.recomendaciones if last else ""
        self.before.setVisible(bool(asked))
        self.asked.setText(asked)
        self.fulfilled.set_key(it.cumplida)

    # Storing

    def _save(self, key: str, value: Any) -> None:
        if self.row is not None:
            typed = {key: _FIELDS[key].show(value)}
            self.ctx.do(sesiones.change, self.ctx.store, self.row.id, typed)

    def _on_state(self, state: str) -> None:
        if self.row is None:
            return
        self.state.set_key(self.row.it.estado)
        if state == self.row.it.estado:
            return
        if state == "movida":
            self.deeds.move([self.row.id])
        elif state == "cancelada":
            self.deeds.cancel([self.row.id])
        else:
            words = _FIELDS["estado"].show(state)
            self.deeds.attempt(sesiones.change, self.row.id, {"estado": words})

    def _on_mark(self, alumno: int, estado: str) -> None:
        if self.row is not None:
            self.ctx.do(asistencia.mark, self.ctx.store, self.row.id, alumno, estado)

    def _everybody(self) -> None:
        if self.row is not None:
            self.ctx.do(asistencia.all_present, self.ctx.store, self.row.id)

    def _on_fulfilled(self, state: str) -> None:
        if self.row is not None:
            self._save("cumplida", state)

    def _held(self) -> None:
        if self.row is not None:
            self.deeds.hold([self.row.id])

    def _not_held(self) -> None:
        if self.row is not None:
            self.deeds.cancel([self.row.id])


class Foot(QWidget):
    """What comes next for the same intervención, and the ways elsewhere."""

    def __init__(self, ctx: Context, deeds: Deeds) -> None:
        super().__init__()
        self.ctx, self.deeds = ctx, deeds
        self.row: FilaSesion | None = None
        self.next: domain.Sesion | None = None
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(u(2))
        self.words = ElidedLabel("")
        line.addWidget(self.words, 1)
        self.change = LinkButton("Cambiar…")
        self.change.clicked.connect(self._change)
        plan, tutorado = LinkButton("Ver el plan"), LinkButton("Ver tutorado")
        plan.clicked.connect(self._show_plan)
        tutorado.clicked.connect(self._show_tutorado)
        for link in (self.change, plan, tutorado):
            line.addWidget(link)
            line.addSpacing(u(1))

    def show_row(self, row: FilaSesion) -> None:
        """Says when the next one is."""
        self.row = row
        self.next = found = sesiones.after(self.ctx.store, row.it)
        if found is None or found.fecha is None:
            self.words.setText("No hay otra sesión planeada")
            self.change.setText("Planear las que faltan")
        else:
            day = f"{DIAS[found.fecha.weekday()][:3]} {short_date(found.fecha)}"
            parts = (day, hour_words(found.inicio), row.lugar)
            self.words.setText(f"Próxima: {', '.join(part for part in parts if part)}")
            self.change.setText("Cambiar…")
        self.change.updateGeometry()

    def _change(self) -> None:
        if self.row is None:
            return
        if self.next is not None:
            self.deeds.move([self.next.id])
            return
        total = self.ctx.do(sesiones.plan_ahead, self.ctx.store, self.row.it.intervencion or 0)
        if total:
            messages.toast(f"Se planearon {total} sesiones.", "Deshacer", self.ctx.undo)

    def _show_plan(self) -> None:
        if self.row is not None:
            self.deeds.show_plan([self.row.id])

    def _show_tutorado(self) -> None:
        if self.row is not None:
            self.deeds.show_tutorado([self.row.id])
