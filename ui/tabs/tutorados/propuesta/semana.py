"""The week of an alumno tutor as it would be: what is free, what there is and what is proposed."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.services import disponibilidad
from app.services.propuesta import Propuesta
from app.store import Store
from app.store.queries import alumnos_tutores as queries
from ui.theme import u
from ui.weeks import hours_of, marks_of
from ui.widgets.labels import ElidedLabel
from ui.widgets.marks import LoadDots
from ui.widgets.week_grid import WeekGrid
from ui.widgets.week_model import Block


class SemanaPropuesta(QWidget):
    """The week is read only; it is painted in Alumnos tutores."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(u(1.5))
        row = QHBoxLayout()
        self.name = ElidedLabel("", strong=True)
        self.load = LoadDots(0, 0)
        row.addWidget(self.name, 1)
        row.addWidget(self.load)
        column.addLayout(row)
        self.grid = WeekGrid(7 * 60, 14 * 60, read_only=True, legend=False)
        column.addWidget(self.grid, 1)

    def show_guide(self, propuesta: Propuesta, alumno: int) -> None:
        """Shows the week of somebody with what the proposal would give."""
        lectura = propuesta.lectura
        guia = lectura.guias[alumno]
        self.name.setText(guia.nombre)
        taken = len(propuesta.tutorados.get(alumno, ()))
        self.load.set_load(taken, lectura.capacidad(guia))
        week = disponibilidad.week_of(self._store, alumno)
        blocks = [*self._standing(propuesta, alumno), *_proposed(propuesta, alumno)]
        tramos = [tramo for tramos in week.values() for tramo in tramos]
        start, end = hours_of(guia.turno, tramos)
        start = min([start, *(block.start // 30 * 30 for block in blocks)])
        end = max([end, *(-(-block.end // 30) * 30 for block in blocks)])
        self.grid.set_hours(start, end)
        self.grid.set_marks(marks_of(week))
        self.grid.set_blocks(blocks)

    def _standing(self, propuesta: Propuesta, alumno: int) -> list[Block]:
        """The asesorías there are today and that the proposal does not move."""
        moving = {need.intervencion for need in propuesta.lectura.necesidades}
        return [
            Block(tramo.dia, tramo.inicio, tramo.fin, _brief(one.corto), one.nombre_asignatura)
            for one in queries.acompanados(self._store, alumno)
            if one.abierta and one.intervencion not in moving
            for tramo, _ in one.franjas
        ]


def _proposed(propuesta: Propuesta, alumno: int) -> list[Block]:
    return [
        Block(
            one.tramo.dia, one.tramo.inicio, one.tramo.fin, _brief(one.need.corto),
            one.need.nombre_asignatura,
        )
        for one in propuesta.parejas
        if one.guia.alumno == alumno
    ]  # fmt: skip


def _brief(corto: str) -> str:
    given, _, surname = corto.partition(" ")
    return f"{given} {surname[:1]}." if surname else given
