"""Chooses alumnos of the plantel to be alumnos tutores: searched by name, one or many."""

from operator import attrgetter

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.services import candidatos
from app.services.resultados import with_decimal
from app.store.queries.candidatos import Elegible, elegibles
from app.text import counted
from ui import messages
from ui.context import Context
from ui.tables import cells
from ui.tables.column import Column
from ui.tables.record_table import RecordTable
from ui.theme import u
from ui.widgets.chips import Chip, Segments
from ui.widgets.choices import CheckBox
from ui.widgets.dialog import Dialog
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import Label
from ui.widgets.search_field import SearchField


def _regular(row: Elegible) -> str:
    return {True: "Regular", False: "Debe asignaturas", None: "Sin calificaciones"}[row.regular]


def _look(row: Elegible) -> tuple[str, str]:
    return {True: ("check", "ok"), False: ("alert", "medio"), None: ("minus", "text2")}[row.regular]


COLUMNS = (
    Column("alumno", "Alumno", attrgetter("nombre_de_lista"), width=60, stretch=True),
    Column("control", "Número de control", attrgetter("matricula"), width=38, cell=cells.QUIET),
    Column("grupo", "Grupo", attrgetter("grupo"), width=16),
    Column(
        "promedio", "Promedio", lambda r: with_decimal(r.promedio), sort=attrgetter("promedio"),
        width=20, align="right", search=False,
    ),
    Column("regular", "Situación", _regular, width=42, cell=cells.State(_look), search=False),
)  # fmt: skip


class NuevoAlumnoTutorDialog(Dialog):
    """The checked ones become candidatos, or activos at once if they already accepted."""

    def __init__(self, ctx: Context, parent: QWidget | None) -> None:
        super().__init__("Nuevo alumno tutor", parent, size="large", action="Agregar",
                         icon_name="plus")  # fmt: skip
        self.ctx = ctx
        bar = QHBoxLayout()
        bar.setSpacing(u(2))
        self.filter = SearchField("Buscar por nombre, grupo o número de control")
        self.filter.typed.connect(self._apply_filter)
        self.only_regular = Chip("Solo regulares", True)
        self.only_regular.toggled.connect(self._apply_filter)
        bar.addWidget(self.filter, 1)
        bar.addWidget(self.only_regular)
        self.body.addLayout(bar)
        self.table = RecordTable(
            COLUMNS, self._load, ident=attrgetter("alumno"), nouns=("alumno", "alumnos"),
            memory="nuevo_alumno_tutor",
            empty=EmptyState("users", "No hay a quién agregar", "Todos los alumnos del plantel ya "
                             "están en la lista, o todavía no se importa la lista de alumnos."),
        )  # fmt: skip
        self.table.set_checkable()
        self.table.sort_by("alumno")
        self.table.checked.connect(self._on_checked)
        self.table.opened.connect(self.table.toggle)
        self.table.filters_cleared.connect(self._clear)
        self.filter.left_down.connect(self.table.view.setFocus)
        self.table.refresh()
        self.body.addWidget(self.table, 1)
        self.body.addLayout(self._options())
        self._apply_filter()
        self._on_checked([])
        self.filter.setFocus()

    def _options(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(u(2))
        row.addWidget(Label("Entra como", "caption", "text2", strong=True))
        self.state = Segments(
            (("candidato", "Candidato"), ("activo", "Activo, ya aceptó")), "candidato",
            name="Entra como",
        )  # fmt: skip
        row.addWidget(self.state)
        row.addSpacing(u(4))
        self.with_results = CheckBox("Anotar lo que domina según sus calificaciones", True)
        row.addWidget(self.with_results)
        row.addStretch(1)
        return row

    def _load(self) -> list[Elegible]:
        return [one for one in elegibles(self.ctx.store) if not one.estado]

    def _apply_filter(self, *_ignored: object) -> None:
        regular = self.only_regular.isChecked()
        keep = (lambda row: row.regular is True) if regular else None
        self.table.set_filter(self.filter.text(), keep)

    def _clear(self) -> None:
        self.filter.clear()
        self.only_regular.setChecked(False)

    def _on_checked(self, ids: list[int]) -> None:
        count = len(ids)
        self.main.setText("Agregar" if count < 2 else f"Agregar {count:,} alumnos tutores")
        self.main.set_reason("" if count else "Marque a uno o más alumnos de la lista.")
        self.main.updateGeometry()

    def accept(self) -> None:
        ids = self.table.checked_ids()
        if not ids:
            return
        count = self.ctx.do(
            candidatos.enlist, self.ctx.store, ids, active=self.state.key == "activo",
            with_results=self.with_results.isChecked(),
        )  # fmt: skip
        if count is None:
            return
        super().accept()
        noun = counted(count, "alumno tutor", "alumnos tutores")
        messages.toast(f"Se agregó a {noun}.", "Deshacer", self.ctx.undo)
        self.ctx.show("alumnos_tutores", ids)
