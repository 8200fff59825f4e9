"""Why this pair: what speaks for it, what is against and would solve it, and its hours."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.alumno_tutor import CAPACIDAD_MAXIMA
from app.domain.horario import Tramo
from app.domain.plantel import TURNOS
from app.fields import Tenths
from app.services.emparejamiento import CON_MOTIVO, Emparejamiento, Opcion
from app.text import counted
from ui.dialogs.asignar_horas import Hours
from ui.dialogs.asignar_lista import short_slot, without_name
from ui.theme import u
from ui.widgets import marks, paint
from ui.widgets.buttons import LinkButton
from ui.widgets.card import ScrollPane
from ui.widgets.labels import ElidedLabel, Label, SectionLabel
from ui.widgets.line_edit import LineEdit
from ui.widgets.strip import Problem

_MOST_FACTS = 7
_SOLVES = {
    "no_activo": "Lo resolvería: activarlo en Alumnos tutores.",
    "no_regular": "Lo resolvería: permitirlo en Configuración, en las reglas.",
    "no_domina": "Lo resolvería: que un docente lo proponga para esta asignatura.",
    "domina_poco": "Lo resolvería: que un docente lo proponga para esta asignatura.",
    "sin_hora_comun": "Lo resolvería: que uno de los dos libere esa hora.",
}


class Fact(NamedTuple):
    """A line with its mark: sin_riesgo is a tick, medio a doubt, alto what forbids."""

    mark: str
    words: str
    note: str = ""


def facts_of(found: Emparejamiento, option: Opcion, now: bool = False) -> Iterator[Fact]:
    """What there is to say of a pair: what forbids it first, then the doubts, then the rest.

    `now` says that it is the pair there is.
    """
    tutorado, asignatura = found.tutorado, found.asignatura.nombre
    said = {one.clave for one in option.contras}
    for one in option.impide:
        solves = _SOLVES.get(one.clave, "")
        if one.clave == "sin_lugar":
            top = option.capacidad >= CAPACIDAD_MAXIMA
            solves = "" if top else "Lo resolvería: subir su capacidad en Alumnos tutores."
        yield Fact("alto", without_name(option, one.texto), solves)
    for one in option.avisos:
        note = "Pregunte antes de fijar la hora." if one.clave == "horario_desconocido" else ""
        yield Fact("medio", without_name(option, one.texto), note)
    if not said & {"no_domina", "domina_poco"}:
        shown = option.calificacion
        known = shown is not None
        note = f"Calificación {Tenths().show(shown)}" if known else "Lo propuso un docente"
        yield Fact("sin_riesgo", f"Domina {asignatura}", note)
    if "sin_lugar" not in said:
        note = f"{option.carga} de {counted(option.capacidad, 'tutorado', 'tutorados')} hoy"
        already = tutorado.alumno in option.datos.tutorados
        words = "Tiene cupo"
        if already:
            words = f"Acompaña a {tutorado.nombre}{' hoy' if now else ' en otra asignatura'}"
        yield Fact("sin_riesgo", words, note)
    if option.huecos and "horario_desconocido" not in said:
        only = len(option.huecos) == 1
        words = "Coinciden en una hora" if only else f"Coinciden en {len(option.huecos)} horarios"
        yield Fact("sin_riesgo", words, f"{short_slot(option.huecos[0])}{'' if only else '…'}")


class FactLine(QWidget):
    """A fact with its mark at the left and its note beneath."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(u(5), 0, 0, 0)
        column.setSpacing(0)
        self._mark = "sin_riesgo"
        self.words = Label("", "body", wrap=True)
        self.note = Label("", "caption", "text2", wrap=True)
        column.addWidget(self.words)
        column.addWidget(self.note)

    def show_fact(self, fact: Fact) -> None:
        """Shows a fact."""
        self._mark = fact.mark
        self.words.setText(fact.words)
        self.note.setText(fact.note)
        self.note.setVisible(bool(fact.note))
        self.update()

    def paintEvent(self, _event) -> None:
        side = u(2.75)
        top = (self.words.fontMetrics().height() - side) / 2
        marks.paint_level_glyph(paint.painter_of(self), self._mark, u(0.5), top, side)


class PairPane(ScrollPane):
    """`changed()` tells that hours or reason changed; `profile_asked()` the alumno tutor's page."""

    changed = Signal()
    profile_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.body.setSpacing(u(2))
        head = QHBoxLayout()
        head.setSpacing(u(2))
        names = QVBoxLayout()
        names.setSpacing(0)
        self.name = ElidedLabel("", "detail")
        self.about = ElidedLabel("", "caption", "text2")
        names.addWidget(self.name)
        names.addWidget(self.about)
        head.addLayout(names, 1)
        self.profile = LinkButton("Ver perfil")
        self.profile.clicked.connect(self.profile_asked)
        head.addWidget(self.profile)
        self.body.addLayout(head)
        self._facts: list[FactLine] = []
        self._fact_box = QVBoxLayout()
        self._fact_box.setSpacing(u(2))
        self.body.addLayout(self._fact_box)
        self.hours_title = SectionLabel("Día, hora y lugar")
        self.body.addWidget(self.hours_title)
        self.hours = Hours()
        self.hours.changed.connect(self.changed)
        self.body.addWidget(self.hours)
        self.problem = Problem()
        self.body.addWidget(self.problem)
        self.reason_label = Label("", "caption", "text2", strong=True)
        self.reason = LineEdit(name="Motivo")
        self.reason_problem = Problem()
        for widget in (self.reason_label, self.reason, self.reason_problem):
            self.body.addWidget(widget)
        self.body.addStretch(1)

    def show_option(
        self,
        found: Emparejamiento,
        option: Opcion,
        hours: Sequence[tuple[Tramo, str]] = (),
        *,
        changing: bool = False,
        now: bool = False,
    ) -> None:
        """Shows an alumno tutor before the need; `now` says that it is the one there is."""
        self.name.setText(f"{option.datos.nombre}")
        turno = TURNOS.get(option.turno, "").lower()
        parts = (option.grupo, f"turno {turno}" if turno else "")
        self.about.setText(" · ".join(part for part in parts if part))
        facts = list(facts_of(found, option, now=now))[:_MOST_FACTS]
        while len(self._facts) < len(facts):
            self._facts.append(FactLine())
            self._fact_box.addWidget(self._facts[-1])
        for i, line in enumerate(self._facts):
            line.setVisible(i < len(facts))
            if i < len(facts):
                line.show_fact(facts[i])
        can = option.se_puede
        self.hours_title.setVisible(can)
        self.hours.setVisible(can)
        groups = () if changing else option.grupos
        self.hours.show_option(option.huecos, groups, found.lugares, hours)
        needs = any(one.clave in CON_MOTIVO for one in option.avisos)
        self.reason.clear()
        self.reason_label.setText("Motivo para asignar así" if needs else "Motivo del cambio")
        self.reason_label.setVisible(can and (needs or changing))
        self.reason.setVisible(can and (needs or changing))
        self.say("")
        self.reason_problem.say("")
        self.verticalScrollBar().setValue(0)

    def say(self, sentence: str) -> None:
        """Why these hours cannot be; the empty text takes it away."""
        self.problem.say(sentence)

    def say_reason(self, sentence: str) -> None:
        """Why a reason is due."""
        self.reason_label.show()
        self.reason.show()
        self.reason_problem.say(sentence)
        self.reason.set_problem("alto" if sentence else "")
        self.reason.setFocus()
