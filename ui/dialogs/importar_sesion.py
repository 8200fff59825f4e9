"""What the user chose in an import, and the plain work that its window hands to the pool."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from app.errors import SheetRejected
from app.services import imports
from app.services.imports import Layout, recognise
from app.services.imports.columnas import Hoja
from app.services.imports.layout import layout_key
from app.sheets import Book, read_sheets, read_text
from app.text import plain

Place = tuple[str, int]
Corrections = dict[Place, dict[str, str]]
Tick = Callable[..., None]
NOMBRES = frozenset(
    ("nombre_completo", "nombres", "apellidos", "apellido_paterno", "apellido_materno")
)
_PASTED = "Celdas pegadas"
_LONGEST = 34
_NEEDED: Mapping[str, frozenset[str]] = {
    "alumnos": NOMBRES,
    "calificaciones": frozenset(("calificacion", "faltas")),
    "tutores": frozenset(("asignatura",)),
    "disponibilidad": frozenset(("dia",)),
}


@dataclass(frozen=True)
class Source:
    """A file, or cells that were pasted; encoding and separator only when the user chose them."""

    path: Path | None = None
    text: str = ""
    encoding: str = ""
    separator: str = ""

    @property
    def name(self) -> str:
        """How the window calls it."""
        return self.path.name if self.path is not None else _PASTED


@dataclass(frozen=True)
class Choice:
    """What the user said of a list; what is empty is left to the list itself."""

    tipo: str = ""
    hoja: str = ""
    columnas: Mapping[str, str] = field(default_factory=dict[str, str])
    options: imports.Options = field(default_factory=imports.Options)


@dataclass
class Session:
    """The list in the window: where it came from, what was chosen, what it would do, what it did.

    `asked` is the kind of list that whoever opened the window expects; `guess`, the kind that the
    list seems to be.
    """

    asked: str = ""
    source: Source | None = None
    book: Book | None = None
    choice: Choice = field(default_factory=Choice)
    plan: imports.ImportPlan | None = None
    asks: tuple[str, ...] = ()
    result: imports.ImportResult | None = None
    guess: str = ""
    remembered: bool = False

    def open(self, source: Source, book: Book, choice: Choice, found: "Reviewed | None") -> None:
        """Takes a list, with its plan if it was understood."""
        if book is not self.book:
            self.guess = guessed_kind(book)
        self.source, self.book, self.choice = source, book, choice
        self.plan = found.plan if found is not None else None
        self.asks = found.asks if found is not None else ()
        self.remembered = found is not None and found.remembered

    def restart(self, asked: str) -> None:
        """Forgets the list, to begin with another one."""
        self.asked, self.source, self.book, self.choice = asked, None, None, Choice()
        self.plan, self.asks, self.result, self.guess = None, (), None, ""

    @property
    def tipo(self) -> str:
        """The kind of list as far as it is known."""
        return self.plan.tipo if self.plan is not None else self.choice.tipo or self.asked

    @property
    def typed(self) -> int:
        """How many cells the user corrected by hand."""
        return sum(map(len, self.plan.corrections.values())) if self.plan is not None else 0


@dataclass(frozen=True)
class Reviewed:
    """A plan, the questions that would change it, and whether columns chosen before were used."""

    plan: imports.ImportPlan
    asks: tuple[str, ...] = ()
    remembered: bool = False


def shortened(name: str) -> str:
    """The name of a file with its ending, cut in the middle when it is long."""
    if len(name) <= _LONGEST:
        return name
    half = _LONGEST // 2
    return f"{name[: half + 2].rstrip()}…{name[-half + 3 :].lstrip()}"


def one_line(text: str, longest: int = 120) -> str:
    """A text of a list as it fits in a cell: without line breaks, cut when nobody would read it."""
    flat = " ".join(text[: 4 * longest].split())
    return flat if len(flat) <= longest else f"{flat[:longest].rstrip()}…"


# Work: plain data in, plain data out


def read_list(source: Source, tick: Tick) -> Book:
    """Reads the list of a source; SheetRejected with one sentence when it cannot be."""
    if source.path is None:
        book = read_text(source.text, name=_PASTED.lower())
    else:
        book = read_sheets(source.path, encoding=source.encoding, separator=source.separator)
    tick(1, 1)
    return book


def review_list(
    known: imports.Snapshot, book: Book, choice: Choice, corrections: Corrections, tick: Tick
) -> Reviewed:
    """Reviews a list as the user chose, with the cells that were corrected by hand before."""
    plan = imports.review(
        known, book, tipo=choice.tipo, hoja=choice.hoja, columnas=choice.columnas,
        options=choice.options, corrections=corrections, tick=tick,
    )  # fmt: skip
    keys = [layout_key(plan.tipo, _headers(hoja)) for hoja in plan.layout.hojas]
    return Reviewed(plan, asks_of(plan), any(known.mapeos.get(key) for key in keys))


def _headers(hoja: Hoja) -> list[str]:
    return [columna.encabezado for columna in hoja.columnas]


def corrections_with(plan: imports.ImportPlan, place: Place, campo: str, text: str) -> Corrections:
    """The corrections of a plan and one more, apart from the plan itself."""
    found = {one: dict(cells) for one, cells in plan.corrections.items()}
    found.setdefault(place, {})[campo] = text
    return found


# What kind of list it is


def kind_of(book: Book, choice: Choice) -> str:
    """The kind of a list as it will be read; SheetRejected when it has no header."""
    return recognise(book, choice.tipo, choice.hoja, choice.columnas).tipo


def guessed_kind(book: Book) -> str:
    """The kind that a list seems to be; nothing when it has no header."""
    try:
        return recognise(book).tipo
    except SheetRejected:
        return ""


def first_choice(book: Book, asked: str) -> Choice:
    """How a list is read at first: as the kind that was asked for when it brings its data."""
    try:
        if asked and asked != recognise(book).tipo and fits(recognise(book, asked)):
            return Choice(tipo=asked)
    except SheetRejected:
        return Choice()
    return Choice()


def fits(layout: Layout) -> bool:
    """Whether a list has the columns without which its kind makes no sense."""
    return bool(_NEEDED[layout.tipo] & {columna.campo for columna in layout.columns()})


# What to ask


def asks_of(plan: imports.ImportPlan) -> tuple[str, ...]:
    """The questions that matter for a list: sexo_m, escala, parcial, clases."""
    options = plan.options
    found: list[str] = []
    if options.sexo_m or any(_is_m(aviso) for row in plan.rows for aviso in row.avisos):
        found.append("sexo_m")
    if plan.tipo == "calificaciones":
        if options.escala or _beyond_ten(plan):
            found.append("escala")
        if options.parcial or _without_parcial(plan.layout):
            found.append("parcial")
        if options.clases or any(_counts_classes(columna) for columna in plan.layout.columns()):
            found.append("clases")
    return tuple(found)


def _is_m(aviso: imports.Aviso) -> bool:
    return aviso.campo == "sexo" and plain(aviso.valor).strip(" .") == "m"


def _beyond_ten(plan: imports.ImportPlan) -> bool:
    """Whether some calificación is written over 10: the list may go up to 100."""
    for hoja in plan.layout.hojas:
        places = [columna.indice for columna in hoja.columnas if columna.campo == "calificacion"]
        for row in hoja.rows[hoja.encabezado.first :]:
            if any(_number(row[place]) > 10 for place in places if place < len(row)):
                return True
    return False


def _number(cell: Any) -> float:
    try:
        return float(str(cell).replace(",", "."))
    except ValueError:
        return 0


def _without_parcial(layout: Layout) -> bool:
    return any(
        hoja.column_of("parcial") is None
        and not any(c.medida and c.medida.parcial is not None for c in hoja.columnas)
        for hoja in layout.hojas
    )


def _counts_classes(columna: imports.Columna) -> bool:
    return columna.medida is not None and columna.medida.clase == "asistencias"
