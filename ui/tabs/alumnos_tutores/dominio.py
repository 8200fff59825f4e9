"""What somebody masters: subjects with the grade or the docente behind, and what could be added."""

from functools import partial
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app import domain
from app.fields import Tenths, fields_of
from app.services import alumnos_tutores as services
from app.services import resultados
from app.services.resultados import EnAsignatura, with_decimal
from app.store.queries import alumnos_tutores as queries
from app.store.queries.alumnos_tutores import FilaAlumnoTutor
from ui import messages
from ui.context import Context
from ui.forms.edit_rows import EditRows, RowColumn, RowVerbs
from ui.tables import cells
from ui.tables.column import Column
from ui.tables.record_table import RecordTable
from ui.theme import u
from ui.widgets.buttons import Button
from ui.widgets.card import Card, ScrollPane
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import ElidedLabel, SectionLabel

_FIELDS = fields_of(domain.Dominio)
_MOST_SUGGESTED = 4
_SHOW = Tenths().show


def _result(one: EnAsignatura) -> str:
    return with_decimal(one.valor) or one.escrita


_HISTORY = (
    Column("asignatura", "Asignatura", lambda r: r.nombre, width=40, stretch=True),
    Column(
        "resultado", "Resultado", _result, sort=lambda r: r.valor, width=26,
        align="right", cell=cells.Text(strong=lambda r: r.alcanza),
    ),
    Column("detalle", "De qué se compone", lambda r: r.detalle, width=48, cell=cells.QUIET, drop=1),
    Column("periodo", "Periodo", lambda r: r.periodo, width=28, cell=cells.QUIET),
)  # fmt: skip


class _Suggestion(QWidget):
    """«Sacó 9.6 en Física II» and its button."""

    def __init__(self, page: "DominioPage") -> None:
        super().__init__()
        self.page = page
        self.one: EnAsignatura | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self.words = ElidedLabel()
        row.addWidget(self.words, 1)
        self.add = Button("Agregar", "plain", "plus")
        self.add.clicked.connect(self._on_add)
        row.addWidget(self.add)

    def show_one(self, one: EnAsignatura) -> None:
        """Shows a subject that could be added."""
        self.one = one
        self.words.setText(f"Sacó {one.escrita} en {one.nombre} ({one.periodo})")
        self.add.setAccessibleName(f"Agregar {one.nombre} a lo que domina")

    def _on_add(self) -> None:
        if self.one is not None:
            self.page.take(self.one)


class DominioPage(ScrollPane):
    """The mastered subjects edited in place, suggestions, and every result."""

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self.ctx = ctx
        self.row: FilaAlumnoTutor | None = None
        self.results: list[EnAsignatura] = []
        self.body.setSpacing(u(2))
        self.body.addLayout(self._make_head())
        self.rows = EditRows(
            _FIELDS,
            (
                RowColumn("nombre", "Asignatura", fixed=True, stretch=5),
                RowColumn("calificacion", "Calificación", 22.5),
                RowColumn("fuente", "De dónde se sabe", 48),
                RowColumn("propuesto_por", "Docente que lo propone", stretch=4),
            ),
            RowVerbs(self._save, self._remove, remove_words="Quitar de lo que domina"),
            nothing="Todavía no se ha anotado ninguna asignatura. Sin ella no se le puede asignar "
            "a nadie.",
        )
        self.body.addWidget(self.rows)
        self.body.addWidget(self._make_suggestions())
        self.body.addSpacing(u(1))
        self.body.addWidget(SectionLabel("Sus calificaciones"))
        self.history = RecordTable(
            _HISTORY, lambda: self.results, ident=lambda r: r.asignatura, rows="dense",
            nouns=("asignatura", "asignaturas"),
            empty=EmptyState("table", "No hay calificaciones de este alumno"),
        )  # fmt: skip
        self.history.foot.hide()
        self.body.addWidget(self.history, 1)

    def _make_head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.addWidget(SectionLabel("Domina"))
        self.count = ElidedLabel("", "caption", "text2")
        head.addSpacing(u(2))
        head.addWidget(self.count, 1)
        add = Button("Agregar asignatura…", "plain", "plus")
        add.clicked.connect(self.add)
        head.addWidget(add)
        return head

    def _make_suggestions(self) -> Card:
        self.suggested = Card("Según sus calificaciones", fill="tint2", outline="", padding=3,
                              step="body")  # fmt: skip
        lines = QVBoxLayout()
        lines.setSpacing(u(1))
        self._suggestions = [_Suggestion(self) for _ in range(_MOST_SUGGESTED)]
        for line in self._suggestions:
            lines.addWidget(line)
        self.suggested.body.addLayout(lines)
        return self.suggested

    def show_row(self, row: FilaAlumnoTutor) -> None:
        """Shows what somebody masters."""
        self.row = row
        found = queries.dominadas(self.ctx.store, row.alumno)
        self.rows.set_rows(
            [
                (one.dominio, {
                    "nombre": one.nombre, "calificacion": one.calificacion, "fuente": one.fuente,
                    "propuesto_por": one.propuesto_por,
                })
                for one in found
            ]
        )  # fmt: skip
        least = _SHOW(self.ctx.store.settings.only().domina_desde)
        self.count.setText(f"se domina con {least} o más, o porque lo propone un docente")
        self.results = resultados.in_asignaturas(self.ctx.store, row.alumno)
        self.history.refresh()
        self.history.setMinimumHeight(u(8) * (min(len(self.results), 6) + 1) + u(3))
        known = {one.asignatura for one in found}
        offered = resultados.suggestions(known, self.results)[:_MOST_SUGGESTED]
        for line, one in zip(self._suggestions, offered, strict=False):
            line.show_one(one)
        for place, line in enumerate(self._suggestions):
            line.setVisible(place < len(offered))
        self.suggested.setVisible(bool(offered))

    def add(self) -> None:
        """Opens the dialog that adds a subject."""
        from ui.dialogs.dominio import DominioDialog

        if self.row is not None:
            DominioDialog(self.ctx, self.row.alumno, self.window()).open()

    def take(self, one: EnAsignatura) -> None:
        """Adds a suggested subject with the grade that shows it."""
        if self.row is None:
            return
        added = partial(services.add_dominio, fuente="historial")
        if self.ctx.do(added, self.ctx.store, self.row.alumno, one.asignatura, one.valor):
            messages.toast(f"{self.row.corto} ya domina {one.nombre}.", "Deshacer", self.ctx.undo)

    def _save(self, dominio: int, key: str, value: Any) -> None:
        typed = {key: _FIELDS[key].show(value)}
        self.ctx.do(services.change_dominio, self.ctx.store, dominio, typed)

    def _remove(self, dominio: int) -> None:
        name = self.ctx.store.asignaturas.find(self.ctx.store.dominios.get(dominio).asignatura)
        self.ctx.do(services.remove_dominio, self.ctx.store, dominio)
        words = name.nombre if name else "La asignatura"
        messages.toast(f"{words} se quitó de lo que domina.", "Deshacer", self.ctx.undo)
