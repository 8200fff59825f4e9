"""First step of the import: which file, what it is, and its first rows."""

from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.paths import documents_folder
from app.services.imports.campos import TIPOS
from app.text import counted
from ui import state
from ui.tables.column import Column
from ui.tables.record_table import RecordTable
from ui.theme import u
from ui.widgets.buttons import Button
from ui.widgets.chips import Segments
from ui.widgets.choices import ComboBox
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import ElidedLabel, Label
from ui.widgets.strip import Strip

if TYPE_CHECKING:
    from ui.dialogs.importar import Session

_FILTER = "Listas (*.xlsx *.xls *.ods *.csv *.tsv *.txt *.htm *.html);;Todos los archivos (*)"
_ALL_SHEETS = "Todas las hojas"
_PREVIEW_ROWS = 40
_PREVIEW_COLUMNS = 14


class Line(NamedTuple):
    """A row of the spreadsheet as the preview shows it."""

    fila: int
    cells: tuple[str, ...]
    header: bool


class ArchivoPage(QWidget):
    """Choose, drop or paste; then see what was understood."""

    chosen = Signal(object)
    pasted = Signal(str)
    changed = Signal()

    def __init__(self, session: "Session", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._table: RecordTable | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, u(2), 0, 0)
        column.setSpacing(u(2))
        self.problem = Strip("alto", "")
        self.problem.hide()
        column.addWidget(self.problem)
        self.stack = QStackedWidget()
        self.stack.addWidget(self._start())
        self.stack.addWidget(self._seen())
        column.addWidget(self.stack, 1)

    def _start(self) -> QWidget:
        self.choose_button = Button("Elegir archivo…", "outlined", "folder")
        self.choose_button.clicked.connect(self._choose)
        paste = Button("Pegar desde Excel", "plain", "copy")
        paste.clicked.connect(self._paste)
        words = (
            "Elija el archivo de control escolar tal como lo recibió, o arrástrelo hasta aquí: "
            "Excel (.xlsx, .xls), LibreOffice (.ods), CSV o la tabla que guarda el portal."
        )
        self.empty = EmptyState("upload", "¿Qué archivo quiere importar?", words)
        self.empty.add_button(self.choose_button)
        self.empty.add_button(paste)
        return self.empty

    def _seen(self) -> QWidget:
        holder = QWidget(self)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(u(2))
        row = QHBoxLayout()
        row.setSpacing(u(2))
        row.addWidget(Label("Es", "body", "text2"))
        self.kinds = Segments(list(TIPOS.items()), "alumnos")
        self.kinds.chosen.connect(self._on_kind)
        row.addWidget(self.kinds)
        row.addStretch(1)
        self.sheets = ComboBox(name="Hoja")
        self.sheets.activated.connect(self._on_sheet)
        row.addWidget(self.sheets)
        other = Button("Otro archivo…", "outlined", "folder")
        other.clicked.connect(self._choose)
        row.addWidget(other)
        column.addLayout(row)
        self.note = ElidedLabel("", "caption", "text2")
        column.addWidget(self.note)
        self.preview = QVBoxLayout()
        column.addLayout(self.preview, 1)
        return holder

    # What is said

    def take_focus(self) -> None:
        """The cursor goes to the button that chooses."""
        if self.stack.currentIndex() == 0:
            self.choose_button.setFocus()

    def clear(self) -> None:
        """As at the beginning."""
        self.problem.hide()
        self.stack.setCurrentIndex(0)

    def show_busy(self, name: str) -> None:
        """While a file is being read."""
        self.problem.hide()
        self.empty.set_words(f"Leyendo «{name}»", "Toma unos segundos.")
        self.stack.setCurrentIndex(0)

    def show_problem(self, sentence: str) -> None:
        """Why a file could not be read; nothing was changed."""
        self.empty.set_words("¿Qué archivo quiere importar?", "Elija otro, o revise este.")
        self.problem.set_words(sentence, "No se cambió nada.")
        self.problem.show()
        if self._session.book is None:
            self.stack.setCurrentIndex(0)

    def show_plan(self) -> None:
        """What was understood of the file."""
        plan, session = self._session.plan, self._session
        self.problem.hide()
        self.kinds.set_key(plan.tipo)
        names = [sheet.name for sheet in session.book.sheets]
        options: list[tuple[object, str]] = [("", _ALL_SHEETS)] if len(names) > 1 else []
        self.sheets.set_options(options + [(name, name) for name in names])
        self.sheets.set_key(session.hoja or (names[0] if len(names) == 1 else ""))
        self.sheets.setVisible(len(names) > 1)
        skipped = len(plan.filas_ignoradas)
        parts = [
            f"Encabezado en la fila {plan.fila_encabezado}",
            counted(plan.resumen["leidas"], "renglón de datos", "renglones de datos"),
        ]
        if skipped:
            parts.append(counted(skipped, "renglón sin datos", "renglones sin datos"))
        if plan.layout.saltadas:
            parts.append(f"hojas sin lista: {', '.join(plan.layout.saltadas)}")
        self.note.setText(" · ".join(parts + list(plan.notas)))
        self._show_preview()
        self.stack.setCurrentIndex(1)

    def _show_preview(self) -> None:
        plan, book = self._session.plan, self._session.book
        first = plan.layout.hojas[0]
        sheet = next((s for s in book.sheets if s.name == first.nombre), book.sheets[0])
        rows = sheet.rows[:_PREVIEW_ROWS]
        width = min(_PREVIEW_COLUMNS, max((len(row) for row in rows), default=0))
        lines = [
            Line(i + 1, tuple(_shown(row, c) for c in range(width)), i + 1 == plan.fila_encabezado)
            for i, row in enumerate(rows)
        ]
        columns = [Column("fila", "Fila", lambda r: str(r.fila), lambda r: r.fila, width=11)]
        columns += [_column(c) for c in range(width)]
        if self._table is not None:
            self._table.hide()
            self._table.deleteLater()
        table = RecordTable(
            columns, lambda: lines, ident=_number, rows="dense", nouns=("fila", "filas")
        )
        table.set_row_look(_look)
        table.set_words(note="La fila del encabezado está marcada")
        table.refresh()
        self.preview.addWidget(table)
        self._table = table

    # What is chosen

    def _choose(self) -> None:
        folder = state.recall("listas/carpeta", str(documents_folder()))
        chosen, _ = QFileDialog.getOpenFileName(self, "Elegir lista", folder, _FILTER)
        if chosen:
            state.remember("listas/carpeta", str(Path(chosen).parent))
            self.chosen.emit(chosen)

    def _paste(self) -> None:
        text = QApplication.clipboard().text()
        if text.strip():
            self.pasted.emit(text)
        else:
            self.show_problem(
                "El portapapeles está vacío. Copie primero las celdas en Excel, con su encabezado."
            )

    def _on_kind(self, tipo: str) -> None:
        self._session.tipo = tipo
        self._session.columnas = {}
        self.changed.emit()

    def _on_sheet(self, _index: int) -> None:
        self._session.hoja = str(self.sheets.key or "")
        self._session.columnas = {}
        self.changed.emit()


def _column(place: int) -> Column:
    def show(line: Any) -> str:
        return line.cells[place]

    return Column(f"c{place}", _letter(place), show, width=30)


def _letter(place: int) -> str:
    """The letter that the spreadsheet gives to a column."""
    return chr(65 + place) if place < 26 else f"A{chr(65 + place - 26)}"


def _shown(row: list[Any], place: int) -> str:
    if place >= len(row):
        return ""
    cell = row[place]
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)


def _number(line: Line) -> int:
    return line.fila


def _look(line: Line) -> str:
    return "ok" if line.header else ""
