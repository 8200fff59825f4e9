"""The first page of a student: risk, asignaturas, expediente, data to correct, what happened."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.expediente import TITULOS
from app.store import Store
from app.store.queries import alumno as queries
from app.text import short_date
from ui.logros import Logros
from ui.tables import cells
from ui.tables.column import Column
from ui.tables.short_table import ShortTable
from ui.tabs.tutorados.correcciones import Correcciones
from ui.tabs.tutorados.documentos import DocumentCard
from ui.tabs.tutorados.reading import FilaAsignatura, Leido, asignaturas
from ui.tabs.tutorados.risk import RiskStrip, story
from ui.theme import u
from ui.widgets.card import ScrollPane
from ui.widgets.labels import ElidedLabel, Label, SectionLabel

_PARCIALES = {1: "1.er p.", 2: "2.º p.", 3: "3.er p.", 4: "Final"}
_MOST_STEPS = 6


def _mark(parcial: int) -> Callable[[FilaAsignatura], str]:
    return lambda row: row.celdas.get(parcial, ("", False))[0]


def _failing(parcial: int) -> Callable[[FilaAsignatura], bool]:
    return lambda row: row.celdas.get(parcial, ("", False))[1]


def _red(parcial: int) -> Callable[[FilaAsignatura], str]:
    failing = _failing(parcial)
    return lambda row: "alto" if failing(row) else "text"


COLUMNS = (
    Column(
        "nombre", "Asignatura", lambda r: r.nombre, width=40, stretch=True,
        cell=cells.Text(strong=lambda r: r.debe),
    ),
    *(
        Column(
            str(parcial), word, _mark(parcial), width=14.5, align="right",
            cell=cells.Text(role=_red(parcial), strong=_failing(parcial)),
        )
        for parcial, word in _PARCIALES.items()
    ),
    Column("intento", "Intento", lambda r: r.intento, width=17, align="right"),
    Column(
        "tutor", "Alumno tutor", lambda r: r.nombre_tutor, width=33,
        cell=cells.Text(role=lambda r: "alto" if r.falta_tutor else "text"),
    ),
    Column("boton", "", lambda r: r.boton, width=16, cell=cells.Link()),
)  # fmt: skip


class Resumen(QWidget):
    """Tells what is asked: `search_asked(asignatura)`, `document_asked(letra)` and so on."""

    level_asked = Signal()
    search_asked = Signal(object)
    pair_asked = Signal(object)
    document_asked = Signal(str)

    def __init__(self, store: Store, correcciones: Correcciones, logros: Logros) -> None:
        super().__init__()
        self._store = store
        pane = ScrollPane()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(pane)
        self._body = pane.body
        pane.body.setSpacing(u(2))
        self.risk = RiskStrip()
        self.risk.pressed.connect(self.level_asked)
        self.correcciones = correcciones
        self.table = ShortTable(COLUMNS, name="Asignaturas")
        self.table.linked.connect(self._on_link)
        self.table.opened.connect(partial(self._on_link, "boton"))
        pane.body.addWidget(self.risk)
        self.story = Label("", "caption", "text2", wrap=True)
        pane.body.addWidget(self.story)
        pane.body.addWidget(self.correcciones)
        self._subjects = SectionLabel("Asignaturas")
        pane.body.addWidget(self._subjects)
        pane.body.addWidget(self.table)
        self._nothing = Label("", "body", "text2", wrap=True)
        pane.body.addWidget(self._nothing)
        self.logros = logros
        pane.body.addWidget(self.logros)
        self._build_expediente()
        self._build_steps()
        pane.body.addStretch(1)

    def _build_expediente(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(u(2))
        head.addWidget(SectionLabel("Expediente"))
        self._documents_note = Label("", "caption", "text2")
        head.addWidget(self._documents_note)
        head.addStretch(1)
        self._body.addSpacing(u(1))
        self._body.addLayout(head)
        row = QHBoxLayout()
        row.setSpacing(u(2))
        self.documents = [DocumentCard(letra) for letra in TITULOS]
        for card in self.documents:
            card.clicked.connect(partial(self._ask_document, card.letra))
            row.addWidget(card, 1)
        self._body.addLayout(row)

    def _build_steps(self) -> None:
        self._body.addSpacing(u(1))
        self._body.addWidget(SectionLabel("Actividad reciente"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(u(4))
        grid.setVerticalSpacing(u(1))
        grid.setColumnStretch(1, 1)
        self._steps: list[tuple[Label, ElidedLabel]] = []
        for i in range(_MOST_STEPS):
            when, what = Label("", "caption", "text2"), ElidedLabel("")
            when.setMinimumWidth(u(12))
            grid.addWidget(when, i, 0, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(what, i, 1)
            self._steps.append((when, what))
        self._body.addLayout(grid)

    def show_record(self, leido: Leido) -> None:
        """Shows a student."""
        self.risk.show_risk(leido)
        self.story.setText(story(leido))
        self.story.setVisible(bool(self.story.text()))
        self.correcciones.show_pending(leido.correcciones)
        self._show_subjects(leido)
        self.logros.show_of(leido.alumno.id)
        self._show_documents(leido)
        self._show_steps(leido.alumno.id)

    def _show_subjects(self, leido: Leido) -> None:
        rows = asignaturas(leido)
        known = sorted({parcial for row in rows for parcial in row.celdas})
        shown = {str(p) for p in known[-3:]} or {"1", "2"}
        if self.table.model.columns and shown is not None:
            self.table.set_shown({"nombre", "intento", "tutor", "boton", *shown})
        self.table.set_rows(rows)
        self.table.setVisible(bool(rows))
        self._nothing.setVisible(not rows)
        self._nothing.setText(
            "Todavía no tiene calificaciones en este periodo. Impórtelas o escríbalas en "
            "Calificaciones."
        )

    def _show_documents(self, leido: Leido) -> None:
        for card, one in zip(self.documents, leido.documentos, strict=True):
            card.show_document(one)
        done = sum(one.esta for one in leido.documentos)
        self._documents_note.setText(f"{done} de 4 documentos")

    def _ask_document(self, letra: str, _checked: bool = False) -> None:
        self.document_asked.emit(letra)

    def _show_steps(self, alumno: int) -> None:
        found = queries.actividad(self._store, alumno, _MOST_STEPS)
        today = self._store.clock().date()
        for i, (when, what) in enumerate(self._steps):
            step = found[i] if i < len(found) else None
            when.setVisible(step is not None)
            what.setVisible(step is not None)
            if step is not None:
                day = step.cuando.date()
                when.setText("Hoy" if day == today else short_date(day))
                what.setText(step.etiqueta)

    def _on_link(self, _key: str, asignatura: object) -> None:
        row = self.table.row_of(asignatura)
        if row is None or not row.boton:
            return
        (self.search_asked if row.boton == "Buscar" else self.pair_asked).emit(asignatura)
