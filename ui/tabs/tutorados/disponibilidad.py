"""The painted week of a student: when there is time for an asesoría, when there is class."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.services import disponibilidad
from ui.context import Context
from ui.tabs.tutorados.reading import Leido
from ui.theme import u
from ui.weeks import hours_of, marks_of, strokes
from ui.widgets.week_grid import WeekGrid
from ui.widgets.week_model import Block, Cell


class DisponibilidadPage(QWidget):
    """Each stroke is stored at once and is one step to undo."""

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self.ctx = ctx
        self._alumno = 0
        self._marks: dict[Cell, str] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, u(1), 0, 0)
        self.grid = WeekGrid(7 * 60, 14 * 60)
        self.grid.changed.connect(self._on_stroke)
        self.grid.block_opened.connect(self._on_block)
        column.addWidget(self.grid, 1)

    def show_record(self, leido: Leido) -> None:
        """Shows the week of a student, with the hours of the asesorías."""
        self._alumno = leido.alumno.id
        week = disponibilidad.week_of(self.ctx.store, self._alumno)
        given = [
            Block(
                hora.tramo.dia, hora.tramo.inicio, hora.tramo.fin,
                one.corto_tutor or "Sin alumno tutor", one.nombre, one.id,
            )
            for one in leido.abiertas
            for hora in one.horas
        ]  # fmt: skip
        tramos = [tramo for tramos in week.values() for tramo in tramos]
        tramos += [hora.tramo for one in leido.abiertas for hora in one.horas]
        self.grid.set_hours(*hours_of(leido.fila.turno, tramos))
        self._marks = marks_of(week)
        self.grid.set_marks(self._marks)
        self.grid.set_blocks(given)

    def _on_stroke(self, marks: object) -> None:
        if not self._alumno or not isinstance(marks, dict):
            return
        before, self._marks = self._marks, marks
        for ocupacion, tramos in strokes(before, marks):
            self.ctx.do(
                disponibilidad.paint, self.ctx.store, [self._alumno], tramos, ocupacion
            )  # fmt: skip

    def _on_block(self, intervencion: object) -> None:
        self.ctx.show("planes", intervencion)
