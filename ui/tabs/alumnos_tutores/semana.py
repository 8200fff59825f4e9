"""The painted week of one alumno tutor, and beside it what is mastered and who is accompanied."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.services import disponibilidad
from app.store.queries import alumnos_tutores as queries
from app.store.queries.alumnos_tutores import Acompanado, FilaAlumnoTutor
from ui.context import Context
from ui.tabs.alumnos_tutores.deeds import Deeds
from ui.tabs.alumnos_tutores.side import Side
from ui.theme import u
from ui.weeks import hours_of, marks_of, strokes
from ui.widgets.buttons import Button
from ui.widgets.week_grid import WeekGrid
from ui.widgets.week_model import Block, Cell


class SemanaPage(QWidget):
    """Each stroke is stored at once and is one step to undo."""

    wanted = Signal(str)
    """Another page of the detail is asked for, by key."""

    def __init__(self, ctx: Context, deeds: Deeds) -> None:
        super().__init__()
        self.ctx, self.deeds = ctx, deeds
        self.row: FilaAlumnoTutor | None = None
        self._marks: dict[Cell, str] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, u(1), 0, 0)
        row.setSpacing(u(5))
        self.grid = WeekGrid(7 * 60, 14 * 60)
        self.grid.changed.connect(self._on_stroke)
        self.grid.block_opened.connect(self._on_block)
        copy = Button("Copiar a otros…", "plain", "copy")
        copy.clicked.connect(self._copy)
        self.grid.tools.addWidget(copy)
        row.addWidget(self.grid, 1)
        self.side = Side(ctx)
        self.side.wanted.connect(self.wanted)
        self.side.setFixedWidth(u(57))
        row.addWidget(self.side)

    def show_row(self, row: FilaAlumnoTutor) -> None:
        """Shows the week of somebody."""
        self.row = row
        store = self.ctx.store
        week = disponibilidad.week_of(store, row.alumno)
        people = queries.acompanados(store, row.alumno)
        blocks = _blocks([one for one in people if one.abierta])
        given = [tramo for one in people if one.abierta for tramo, _ in one.franjas]
        self.grid.set_hours(*hours_of(row.turno, [t for ts in week.values() for t in ts] + given))
        self._marks = marks_of(week)
        self.grid.set_marks(self._marks)
        self.grid.set_blocks(blocks)
        self.side.show_row(row, people)

    def _on_stroke(self, marks: object) -> None:
        if self.row is None or not isinstance(marks, dict):
            return
        before, self._marks = self._marks, marks
        for ocupacion, tramos in strokes(before, marks):
            alumnos = [self.row.alumno]
            self.ctx.do(disponibilidad.paint, self.ctx.store, alumnos, tramos, ocupacion)

    def _on_block(self, intervencion: object) -> None:
        self.ctx.show("planes", intervencion)

    def _copy(self) -> None:
        if self.row is not None:
            self.deeds.copy_week([self.row.alumno])


def _blocks(people: list[Acompanado]) -> list[Block]:
    together: dict[int, list[Acompanado]] = {}
    for one in people:
        together.setdefault(one.intervencion, []).append(one)
    return [
        Block(tramo.dia, tramo.inicio, tramo.fin, _names(group), group[0].nombre_asignatura, id)
        for id, group in together.items()
        for tramo, _ in group[0].franjas
    ]


def _names(group: list[Acompanado]) -> str:
    if len(group) > 1:
        return f"{len(group)} tutorados"
    given, _, surname = group[0].corto.partition(" ")
    return f"{given} {surname[:1].upper()}." if surname else given
