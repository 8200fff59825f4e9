"""The first rows of a list as its spreadsheet has them, with the row of the header marked."""

from typing import Any, NamedTuple

from PySide6.QtWidgets import QAbstractItemView, QVBoxLayout, QWidget

from app.services.imports.valores import typed
from app.sheets import Sheet
from ui.dialogs.importar_sesion import Session, one_line
from ui.dialogs.importar_tabla import scroll_sideways, show_columns
from ui.tables import cells
from ui.tables.column import Column
from ui.tables.record_table import RecordTable
from ui.theme import font, u
from ui.widgets import paint

_ROWS_AFTER = 60
_COLUMNS = 60
_LEAST, _MOST = 12, 52
_LONGEST = 80


class Line(NamedTuple):
    """A row of the spreadsheet by its number; `state` is header, skipped or the empty text."""

    fila: int
    cells: tuple[str, ...]
    state: str


class Muestra(QWidget):
    """A table of the sheet in use; it scrolls sideways too."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._lines: list[Line] = []
        self.table = RecordTable(
            [], self._load, ident=_number, rows="dense", nouns=("fila", "filas")
        )
        self.table.set_row_look(_look)
        scroll_sideways(self.table)
        column.addWidget(self.table)

    def _load(self) -> list[Line]:
        return self._lines

    def show_session(self, session: Session) -> None:
        """Shows the sheet in use, from its beginning, with its header in sight."""
        sheet, header = _sheet_of(session)
        lines = self._lines = _lines(session, sheet, header)
        mark = cells.State(_mark)
        columns = [Column("fila", "Fila", lambda line: str(line.fila), width=20, cell=mark)]
        columns += [_column(place, lines) for place in range(len(lines[0].cells) if lines else 0)]
        show_columns(self.table, columns)
        total = len(sheet.rows)
        shown = f"Se muestran las primeras {len(lines)} de {total:,}" if total > len(lines) else ""
        where = f"Hoja «{sheet.name}»" if sheet.name else ""
        self.table.set_words(note=" · ".join(part for part in (where, shown) if part))
        at = self.table.model.index(max(0, header - 2), 0)
        self.table.view.scrollTo(at, QAbstractItemView.ScrollHint.PositionAtTop)


def _sheet_of(session: Session) -> tuple[Sheet, int]:
    """The sheet to show and the number of its header, 0 when it was not found."""
    book, plan = session.book, session.plan
    if book is None:
        return Sheet("", []), 0
    if plan is None:
        wanted = session.choice.hoja
        return next((s for s in book.sheets if s.name == wanted), book.sheets[0]), 0
    first = plan.layout.hojas[0]
    sheet = next((s for s in book.sheets if s.name == first.nombre), book.sheets[0])
    return sheet, first.encabezado.row + 1


def _lines(session: Session, sheet: Sheet, header: int) -> list[Line]:
    rows = sheet.rows[: header + _ROWS_AFTER]
    width = min(_COLUMNS, max((len(row) for row in rows), default=0))
    skipped: set[int] = set()
    if session.plan is not None:
        skipped = {one.fila for one in session.plan.filas_ignoradas if one.hoja == sheet.name}
    found: list[Line] = []
    for number, row in enumerate(rows, 1):
        state = "header" if number == header else ""
        if number < header or number in skipped:
            state = "skipped"
        texts = tuple(_shown(row[c]) if c < len(row) else "" for c in range(width))
        found.append(Line(number, texts, state))
    return found


def _shown(cell: Any) -> str:
    return one_line(typed(cell), _LONGEST)


def _column(place: int, lines: list[Line]) -> Column:
    """A column as wide as what it shows, within reason."""

    def show(line: Any) -> str:
        return line.cells[place]

    face = font("body", True)
    told = [line.cells[place] for line in lines if line.state != "skipped"]
    widest = max((paint.width_of(words, face) for words in told), default=0)
    width = min(max(widest / u(1) + 4, _LEAST), _MOST)
    last = place == len(lines[0].cells) - 1
    return Column(
        f"c{place}", _letter(place), show, width=width, stretch=last,
        cell=cells.Text(role=_role, strong=lambda line: line.state == "header"),
    )  # fmt: skip


def _letter(place: int) -> str:
    """The letter that the spreadsheet gives to a column: A, Z, AA."""
    return chr(65 + place) if place < 26 else _letter(place // 26 - 1) + chr(65 + place % 26)


def _number(line: Line) -> int:
    return line.fila


def _mark(line: Line) -> tuple[str, str]:
    return ("table", "ok") if line.state == "header" else ("", "text2")


def _role(line: Line) -> str:
    return "hint" if line.state == "skipped" else "text"


def _look(line: Line) -> str:
    return "ok" if line.state == "header" else ""
