"""Tables inside a web page or an old Excel XML file, as portals hand them over with .xls names."""

from html.parser import HTMLParser

from app.sheets.book import Row, Sheet, trimmed
from app.sheets.limits import MAX_CELLS, MAX_COLUMNS, MAX_ROWS

_MOST_NESTED = 40
_SILENT = ("script", "style", "title", "head")
_CELLS = ("td", "th", "cell")
_ROWS = ("tr", "row")
_TABLES = ("table", "worksheet")
_BREAKS = ("br", "p", "div", "li")
_Attributes = list[tuple[str, str | None]]


class TooBig(Exception):
    """The page holds more cells than a list may have."""


class _Table:
    """A table being read: its finished rows, and the cell that is open."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.rows: list[Row] = []
        self.row: Row | None = None
        self.cell: list[str] | None = None
        self.span = 1
        self.down = 1
        self.carried: dict[int, int] = {}

    def open_row(self) -> None:
        self.close_row()
        self.row = []

    def open_cell(self, across: int, down: int, index: int) -> None:
        self.close_cell()
        if self.row is None:
            self.row = []
        if index > MAX_COLUMNS:
            raise TooBig
        while len(self.row) < index - 1:
            self.row.append("")
        self._skip_carried()
        self.cell, self.span, self.down = [], across, down

    def _skip_carried(self) -> None:
        assert self.row is not None  # noqa: S101 narrowing only
        while self.carried.get(len(self.row), 0):
            self.carried[len(self.row)] -= 1
            self.row.append("")

    def close_cell(self) -> None:
        if self.cell is None or self.row is None:
            return
        text = " ".join("".join(self.cell).split())
        for column in range(len(self.row), len(self.row) + self.span):
            if self.down > 1:
                self.carried[column] = self.down - 1
        self.row += [text, *[""] * (self.span - 1)]
        self.cell = None
        if len(self.row) > MAX_COLUMNS:
            raise TooBig

    def close_row(self) -> None:
        self.close_cell()
        if self.row is None:
            return
        for column in [c for c, left in self.carried.items() if left and c >= len(self.row)]:
            self.carried[column] -= 1
        self.rows.append(self.row)
        self.row = None
        if len(self.rows) > MAX_ROWS:
            raise TooBig


class _Page(HTMLParser):
    """Collects every table of a page; a table inside another one stands on its own."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[_Table] = []
        self.tables: list[_Table] = []
        self.silent = ""
        self.cells = 0

    def handle_starttag(self, tag: str, attrs: _Attributes) -> None:
        if tag in _SILENT and not self.silent:
            self.silent = tag
        elif tag in _TABLES:
            self._open_table(tag, dict(attrs))
        elif self.open and tag in _ROWS:
            self.open[-1].open_row()
        elif self.open and tag in _CELLS:
            self._open_cell(dict(attrs))
        elif tag in _BREAKS:
            self.handle_data(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag == self.silent:
            self.silent = ""
        elif not self.open:
            return
        elif tag in _CELLS:
            self.open[-1].close_cell()
        elif tag in _ROWS:
            self.open[-1].close_row()
        elif tag == "worksheet" or (tag == "table" and self.open[-1].name == ""):
            self.open.pop().close_row()

    def handle_data(self, data: str) -> None:
        if self.open and not self.silent:
            cell = self.open[-1].cell
            if cell is not None:
                cell.append(data)

    def _open_table(self, tag: str, attributes: dict[str, str | None]) -> None:
        self.silent = ""
        if tag == "table" and self.open and self.open[-1].name:
            return  # the <Table> inside the <Worksheet> of an Excel XML file
        if len(self.open) >= _MOST_NESTED:
            raise TooBig
        name = attributes.get("ss:name") or "Hoja" if tag == "worksheet" else ""
        self.open.append(_Table(name))
        self.tables.append(self.open[-1])

    def _open_cell(self, attributes: dict[str, str | None]) -> None:
        self.cells += 1
        if self.cells > MAX_CELLS:
            raise TooBig
        across = _number(attributes.get("colspan")) or _number(attributes.get("ss:mergeacross")) + 1
        down = _number(attributes.get("rowspan")) or _number(attributes.get("ss:mergedown")) + 1
        self.open[-1].open_cell(across, down, _number(attributes.get("ss:index")))


def _number(text: str | None) -> int:
    return min(int(text), MAX_COLUMNS + 1) if text and text.isdecimal() and len(text) < 9 else 0


def tables_of(page: str) -> list[Sheet]:
    """The tables of a page that hold something, in order; TooBig past the limits of a list."""
    parser = _Page()
    parser.feed(page)
    parser.close()
    for table in parser.open:
        table.close_row()
    found = [(table.name, trimmed(table.rows)) for table in parser.tables]
    kept = [(name, rows) for name, rows in found if rows]
    return [Sheet(name or f"Tabla {i}", rows) for i, (name, rows) in enumerate(kept, 1)]
