"""Adds an asignatura to a boleta: an empty line now, or the result of another periodo."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.domain.asignatura import INTENTOS
from app.domain.calendario import periodo_at, periodo_order
from app.errors import InvalidValue
from app.services import calificaciones, planteles
from app.text import order_key
from ui.context import Context
from ui.theme import u
from ui.widgets.choices import ComboBox
from ui.widgets.dialog import Dialog
from ui.widgets.labels import Label
from ui.widgets.line_edit import LineEdit
from ui.widgets.pick_field import PickField
from ui.widgets.strip import Problem

_PERIODOS_BACK = 8


class AgregarCalificacion(Dialog):
    """`line_wanted(asignatura, intento)` asks for an empty line in the boleta of this periodo."""

    line_wanted = Signal(object, str)

    def __init__(
        self, ctx: Context, alumno: int, parent: QWidget | None, *, current: bool = True
    ) -> None:
        who = ctx.store.alumnos.get(alumno).nombre_corto
        super().__init__(f"Agregar asignatura a {who}", parent, size="small", action="Agregar")
        self.ctx, self._alumno = ctx, alumno
        periodo = planteles.current_periodo(ctx.store)
        now = periodo_order(periodo.ciclo, periodo.parte)
        names = ["".join(periodo_at(now - n)) for n in range(_PERIODOS_BACK + 1)]
        self._current = names[0]
        subjects = sorted(ctx.store.asignaturas.all(), key=lambda one: order_key(one.nombre))
        self.asignatura = PickField(
            [(one.id, one.nombre) for one in subjects], free=True, name="Asignatura"
        )
        self.periodo = ComboBox([(name, name) for name in names], names[0 if current else 1],
                                name="Periodo")  # fmt: skip
        self.intento = ComboBox(list(INTENTOS.items()), "ordinario", name="Intento")
        self.final = LineEdit(name="Calificación final")
        self.problems = {"nombre": Problem(), "valor": Problem()}
        self.body.addLayout(self._fields())
        self.note = Label("", "caption", "text2", wrap=True)
        self.body.addWidget(self.note)
        self.body.addSpacing(u(2))
        self.periodo.currentIndexChanged.connect(self._show_note)
        self._show_note()
        self.asignatura.setFocus()

    def _fields(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(u(3))
        grid.setVerticalSpacing(u(2.5))
        for place, (words, widget, problem) in enumerate(
            (
                ("Asignatura", self.asignatura, self.problems["nombre"]),
                ("Periodo", self.periodo, None),
                ("Intento", self.intento, None),
                ("Calificación final", self.final, self.problems["valor"]),
            )
        ):
            column = QVBoxLayout()
            column.setSpacing(u(1))
            column.addWidget(Label(words, "caption", "text2", strong=True))
            column.addWidget(widget)
            if problem is not None:
                column.addWidget(problem)
            if place == 0:
                grid.addLayout(column, 0, 0, 1, 2)
            elif place == 3:
                grid.addLayout(column, 2, 0, 1, 2)
            else:
                grid.addLayout(column, 1, place - 1)
        return grid

    def _show_note(self, *_place: int) -> None:
        now = self.periodo.key == self._current
        self.note.setText(
            "Sin final se abre el renglón para escribir sus parciales."
            if now
            else "De 0 a 10 con un decimal, o NA, NP o AC."
        )

    def accept(self) -> None:
        for problem in self.problems.values():
            problem.say("")
        periodo, intento = str(self.periodo.key), str(self.intento.key)
        store, name, final = self.ctx.store, self.asignatura.text(), self.final.text()
        try:
            if periodo == self._current and not final.strip():
                made = self.ctx.do(calificaciones.asignatura_named, store, name)
                if made is not None:
                    self.line_wanted.emit(made.id, intento)
            else:
                self.ctx.do(
                    calificaciones.add_result, store, self._alumno, name, periodo, intento, final
                )
        except InvalidValue as wrong:
            self.problems[wrong.key].say(str(wrong).split(": ", 1)[-1].capitalize())
            (self.final if wrong.key == "valor" else self.asignatura).setFocus()
            return
        super().accept()
