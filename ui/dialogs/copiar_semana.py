"""To whom the painted week of somebody is copied: other alumnos tutores or the whole grupo."""

from operator import attrgetter

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.plantel import TURNOS
from app.services import disponibilidad
from app.store.queries import alumnos_tutores as queries
from app.store.queries.alumnos_tutores import FilaAlumnoTutor
from app.text import counted
from ui import messages
from ui.context import Context
from ui.tables.column import Column
from ui.tables.record_table import RecordTable
from ui.theme import u
from ui.widgets.chips import Segments
from ui.widgets.choices import CheckBox
from ui.widgets.dialog import Dialog
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import Label
from ui.widgets.search_field import SearchField

COLUMNS = (
    Column("alumno", "Alumno tutor", attrgetter("nombre_de_lista"), width=56, stretch=True),
    Column("grupo", "Grupo", attrgetter("grupo"), width=18),
    Column("turno", "Turno", lambda r: TURNOS.get(r.turno, ""), width=26),
)


class CopiarSemanaDialog(Dialog):
    """The alumnos tutores are checked in a list; the grupo is taken whole."""

    def __init__(self, ctx: Context, alumno: int, parent: QWidget | None) -> None:
        self.ctx, self.alumno = ctx, alumno
        record = ctx.store.alumnos.get(alumno)
        super().__init__(
            f"Copiar la semana de {record.nombre_corto}", parent, size="large", action="Copiar"
        )
        self.grupo = ctx.store.grupos.find(record.grupo)
        mates = ctx.store.alumnos.where(grupo=record.grupo, estado="activo") if self.grupo else []
        self.mates = [one.id for one in mates if one.id != alumno]
        label = self.grupo.etiqueta if self.grupo else ""
        options = [("tutores", "A otros alumnos tutores")]
        if self.mates:
            count = counted(len(self.mates), "alumno", "alumnos")
            options.append(("grupo", f"A todo el grupo {label} ({count})"))
        self.to = Segments(options, "tutores", name="A quién")
        self.to.chosen.connect(self._on_to)
        self.body.addWidget(self.to)
        self.explained = Label("", "body", "text2", wrap=True)
        self.body.addWidget(self.explained)
        self._make_table()
        row = QHBoxLayout()
        self.only_classes = CheckBox("Solo las clases; cada quien conserva sus horas libres")
        row.addWidget(self.only_classes)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addSpacing(u(1))
        self._on_to("tutores")

    def _make_table(self) -> None:
        self.filter = SearchField("Filtrar alumnos tutores")
        self.body.addWidget(self.filter)
        self.table = RecordTable(
            COLUMNS, self._load, ident=attrgetter("alumno"), rows="dense",
            nouns=("alumno tutor", "alumnos tutores"),
            empty=EmptyState("users", "No hay otros alumnos tutores"),
        )  # fmt: skip
        self.table.set_checkable()
        self.table.sort_by("alumno")
        self.table.checked.connect(self._show_count)
        self.table.opened.connect(self.table.toggle)
        self.filter.typed.connect(self.table.set_filter)
        self.filter.left_down.connect(self.table.view.setFocus)
        self.table.filters_cleared.connect(self.filter.clear)
        self.table.refresh()
        self.body.addWidget(self.table, 1)

    def _load(self) -> list[FilaAlumnoTutor]:
        rows = queries.alumnos_tutores(self.ctx.store)
        return [r for r in rows if r.alumno != self.alumno and r.estado not in ("declino", "baja")]

    def _on_to(self, key: str) -> None:
        many = key == "tutores"
        self.table.setVisible(many)
        self.filter.setVisible(many)
        self.explained.setVisible(not many)
        self.explained.setText(
            "Todos los del grupo tienen las mismas clases. Lo que tenían en su semana cambia por "
            "lo que se copia; se puede deshacer en un paso."
        )
        self.only_classes.setChecked(not many)
        self._show_count()

    def _targets(self) -> list[int]:
        return self.table.checked_ids() if self.to.key == "tutores" else self.mates

    def _show_count(self, *_ids: object) -> None:
        count = len(self._targets())
        self.main.setText(f"Copiar a {counted(count, 'alumno', 'alumnos')}" if count else "Copiar")
        self.main.updateGeometry()
        self.main.set_reason("" if count else "Marque a uno o más alumnos tutores.")

    def accept(self) -> None:
        count = self.ctx.do(
            disponibilidad.copy_week, self.ctx.store, self.alumno, self._targets(),
            only_classes=self.only_classes.isChecked(),
        )  # fmt: skip
        if count is not None:
            super().accept()
            noun = counted(count, "alumno", "alumnos")
            messages.toast(f"La semana se copió a {noun}.", "Deshacer", self.ctx.undo)
