"""The column beside the week: the subjects mastered and the tutorados, as links."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.alumno_tutor import FUENTES
from app.domain.horario import DIAS_DE_CLASE
from app.fields import Time
from app.services.resultados import with_decimal
from app.store.queries import alumnos_tutores as queries
from app.store.queries.alumnos_tutores import Acompanado, Dominada, FilaAlumnoTutor
from app.text import counted
from ui.context import Context
from ui.theme import u
from ui.widgets import paint
from ui.widgets.buttons import Button, LinkButton
from ui.widgets.card import Line, ScrollPane
from ui.widgets.labels import ElidedLabel, Label

_MOST_MASTERED = 4
_TIME = Time().show


def source_of(one: Dominada) -> str:
    """Historial, 2025-2026B; or who proposed it."""
    if one.fuente == "historial" and one.periodo:
        return f"Historial, {one.periodo}"
    if one.propuesto_por:
        return f"Propuesta de {one.propuesto_por}"
    return FUENTES.get(one.fuente, "")


def hours_of(one: Acompanado) -> str:
    """Física II · mar 11:00 · Lab. 2."""
    hours = [
        " · ".join(
            part
            for part in (f"{DIAS_DE_CLASE[t.dia][:3].lower()} {_TIME(t.inicio)}", lugar)
            if part
        )
        for t, lugar in one.franjas
    ]
    return " · ".join([one.nombre_asignatura, "; ".join(hours) or "sin horario"])


class _Mastered(QWidget):
    """One subject: name, source and grade."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(u(2))
        words = QVBoxLayout()
        words.setSpacing(0)
        self.name = ElidedLabel("", "body", strong=True)
        self.source = ElidedLabel("", "caption", "text2")
        words.addWidget(self.name)
        words.addWidget(self.source)
        row.addLayout(words, 1)
        self.valor = Label("", "section", "primary", strong=False)
        row.addWidget(self.valor)

    def show_one(self, one: Dominada) -> None:
        """Shows another."""
        self.name.setText(one.nombre)
        self.source.setText(source_of(one))
        self.valor.setText(with_decimal(one.calificacion))


class _Person(QWidget):
    """One tutorado: a link and what and when."""

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self.ctx = ctx
        self.one: Acompanado | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.name = LinkButton("", strong=True)
        self.name.setMinimumWidth(u(10))
        self.name.clicked.connect(self._open)
        line = QHBoxLayout()
        line.setContentsMargins(-u(1), 0, 0, 0)
        line.addWidget(self.name)
        line.addStretch(0)
        column.addLayout(line)
        self.about = ElidedLabel("", "caption", "text2")
        column.addWidget(self.about)

    def show_one(self, one: Acompanado) -> None:
        """Shows another."""
        self.one = one
        self.name.setText(one.nombre)
        self.name.setToolTip(paint.tip(f"Ver a {one.nombre} en Tutorados"))
        self.name.updateGeometry()
        self.about.setText(hours_of(one))

    def _open(self) -> None:
        if self.one is not None:
            self.ctx.show("tutorados", self.one.alumno)


class Side(ScrollPane):
    """Domina and Sus tutorados; the widgets stay, their data change."""

    wanted = Signal(str)

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self.ctx = ctx
        self.row: FilaAlumnoTutor | None = None
        self.body.setContentsMargins(0, 0, u(1), 0)
        self.body.setSpacing(u(1.5))
        self.body.addWidget(Label("Domina", "section"))
        self.mastered = [_Mastered() for _ in range(_MOST_MASTERED)]
        for one in self.mastered:
            self.body.addWidget(one)
        self.rest = LinkButton("")
        self.rest.clicked.connect(partial(self.wanted.emit, "dominio"))
        self.body.addWidget(self.rest, 0, Qt.AlignmentFlag.AlignLeft)
        add = Button("Agregar asignatura", "plain", "plus")
        add.clicked.connect(self._add)
        self.body.addWidget(add, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addSpacing(u(1))
        self.body.addWidget(Line())
        self.body.addSpacing(u(1))
        self.body.addWidget(Label("Sus tutorados", "section"))
        self.nobody = Label("Todavía no acompaña a nadie.", "body", "text2", wrap=True)
        self.body.addWidget(self.nobody)
        self.people: list[_Person] = []
        self.people_column = QVBoxLayout()
        self.people_column.setSpacing(u(1.5))
        self.body.addLayout(self.people_column)
        self.past = Label("", "caption", "text2")
        self.body.addWidget(self.past)
        self.body.addStretch(1)

    def show_row(self, row: FilaAlumnoTutor, people: list[Acompanado]) -> None:
        """Shows what somebody masters and whom he or she accompanies."""
        self.row = row
        found = queries.dominadas(self.ctx.store, row.alumno)
        for place, widget in enumerate(self.mastered):
            widget.setVisible(place < len(found))
            if place < len(found):
                widget.show_one(found[place])
        more = len(found) - _MOST_MASTERED
        self.rest.setVisible(more > 0)
        self.rest.setText(f"Ver {counted(more, 'asignatura más', 'asignaturas más')}")
        self._show_people(people)

    def _show_people(self, people: list[Acompanado]) -> None:
        open_ones = [one for one in people if one.abierta]
        while len(self.people) < len(open_ones):
            made = _Person(self.ctx)
            self.people.append(made)
            self.people_column.addWidget(made)
        for place, widget in enumerate(self.people):
            widget.setVisible(place < len(open_ones))
            if place < len(open_ones):
                widget.show_one(open_ones[place])
        self.nobody.setVisible(not open_ones)
        closed = len({one.intervencion for one in people if not one.abierta})
        self.past.setVisible(closed > 0)
        self.past.setText(
            f"Antes: {counted(closed, 'intervención concluida', 'intervenciones concluidas')}"
        )

    def _add(self) -> None:
        from ui.dialogs.dominio import DominioDialog

        if self.row is not None:
            DominioDialog(self.ctx, self.row.alumno, self.window()).open()
