"""What an import would do, row by row, before anything is stored."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from app import domain
from app.domain.horario import Tramo
from app.services.imports.campos import Campo, campos_of
from app.services.imports.filas import Ignorada
from app.services.imports.layout import Columna, Layout
from app.sheets import Book
from app.text import counted

ALTA, CAMBIA, IGUAL, RECHAZADA = "alta", "cambia", "igual", "rechazada"
Tick = Callable[[int, int], None]
"""Told how many rows of how many are done; raises `app.errors.Cancelled` to stop."""


@dataclass(frozen=True, slots=True)
class Aviso:
    """A doubt about one cell: the datum, its header, what was typed, and why.

    With `queda_vacio` the datum is not stored and what was typed is kept to be corrected; without
    it the datum is stored and only deserves a look.
    """

    campo: str
    columna: str
    valor: str
    motivo: str
    queda_vacio: bool = True

    @property
    def explicado(self) -> str:
        """The reason and what becomes of the datum."""
        return f"{self.motivo}: quedará sin ese dato" if self.queda_vacio else self.motivo


class Cambio(NamedTuple):
    """A datum that changes, with its label and both texts as the user reads them."""

    campo: str
    label: str
    antes: str
    despues: str


class Escritura(NamedTuple):
    """One write: a record that is added (id 0) or changed, in a table, with values by column.

    A negative id among the values stands for a grupo or asignatura that the import makes.
    """

    tabla: str
    id: int
    values: dict[str, Any]


@dataclass(slots=True)
class ReviewedRow:
    """A row of a list: what will happen and why. `fila` is its number in the spreadsheet.

    `values` are the data by key as they will be; `alumno` is the id of somebody the plantel has.
    `rechazo` names the cell for which the row is rejected and why.
    """

    hoja: str
    fila: int
    accion: str
    values: dict[str, Any]
    alumno: int = 0
    cambios: list[Cambio] = field(default_factory=list[Cambio])
    avisos: list[Aviso] = field(default_factory=list[Aviso])
    rechazo: Aviso | None = None
    escrituras: list[Escritura] = field(default_factory=list[Escritura])

    @property
    def motivo(self) -> str:
        """Why it is rejected or doubted, or what changes, in words; nothing for the rest."""
        if self.rechazo:
            return self.rechazo.motivo
        if self.avisos:
            return "; ".join(aviso.explicado for aviso in self.avisos)
        return "; ".join(f"{c.label}: {c.antes or 'vacío'} a {c.despues}" for c in self.cambios)

    @property
    def place(self) -> tuple[str, int]:
        """The sheet and the number of the row."""
        return self.hoja, self.fila


@dataclass(frozen=True, slots=True)
class Baja:
    """Somebody of a grupo of the list who is not in it."""

    alumno: int
    control: str
    nombre: str
    grupo: str


@dataclass(frozen=True, slots=True)
class Options:
    """What the user answers where a list does not say it.

    `sexo_m` is what M means (mujer, hombre); `escala` the best calificación, 10 or 100; `parcial`
    the one of a list that names none; `clases` of how many a list counts asistencias.
    """

    sexo_m: str = ""
    escala: int = 0
    parcial: int = 0
    clases: int = 0


@dataclass(slots=True)
class ImportPlan:
    """The review of a list. Change it with `correct`, store it with `apply`."""

    book: Book
    layout: Layout
    options: Options
    rows: list[ReviewedRow] = field(default_factory=list[ReviewedRow])
    filas_ignoradas: list[Ignorada] = field(default_factory=list[Ignorada])
    bajas: list[Baja] = field(default_factory=list[Baja])
    grupos: list[domain.Grupo] = field(default_factory=list[domain.Grupo])
    asignaturas: list[domain.Asignatura] = field(default_factory=list[domain.Asignatura])
    periodos: list[domain.Periodo] = field(default_factory=list[domain.Periodo])
    otras: list[Escritura] = field(default_factory=list[Escritura])
    notas: list[str] = field(default_factory=list[str])
    corrections: dict[tuple[str, int], dict[str, str]] = field(
        default_factory=dict[tuple[str, int], dict[str, str]]
    )
    semanas: dict[int, dict[str, list[Tramo]]] = field(
        default_factory=dict[int, dict[str, list[Tramo]]]
    )
    chosen: dict[str, str] = field(default_factory=dict[str, str])

    @property
    def tipo(self) -> str:
        """A key of `TIPOS`."""
        return self.layout.tipo

    @property
    def hoja(self) -> str:
        """The sheet, or the sheets, that were read."""
        return ", ".join(hoja.nombre for hoja in self.layout.hojas)

    @property
    def fila_encabezado(self) -> int:
        """The row of the header of the first sheet, as the spreadsheet numbers it."""
        return self.layout.hojas[0].encabezado.row + 1

    @property
    def columnas(self) -> dict[str, str]:
        """The datum that each header in use brings."""
        return {c.encabezado: c.campo for c in self.layout.columns() if c.campo}

    @property
    def ignoradas(self) -> list[str]:
        """The headers of which nothing is read."""
        return [c.encabezado for c in self.layout.columns() if not c.campo]

    @property
    def dudosas(self) -> list[Columna]:
        """The columns that the user should look at."""
        return [c for c in self.layout.columns() if not c.segura]

    @property
    def campos(self) -> list[Campo]:
        """The data of this list, in the order of their columns, for a table."""
        known = campos_of(self.tipo)
        used = dict.fromkeys(self.columnas.values())
        return [known[key] for key in known if key in used or key in self._made_of_others(used)]

    def _made_of_others(self, used: Iterable[str]) -> tuple[str, ...]:
        if self.tipo == "alumnos" and {"nombre_completo", "apellidos"} & set(used):
            return ("apellido_paterno", "apellido_materno", "nombres")
        return ()

    def count(self, accion: str) -> int:
        """How many rows end that way: alta, cambia, igual or rechazada."""
        return sum(1 for row in self.rows if row.accion == accion)

    @property
    def resumen(self) -> dict[str, int]:
        """Rows by what will happen, each in one place: a row with a doubt counts as con_aviso."""
        found = Counter(
            "con_aviso" if row.avisos and row.accion != RECHAZADA else row.accion
            for row in self.rows
        )
        keys = (ALTA, CAMBIA, IGUAL, "con_aviso", RECHAZADA)
        return {"leidas": len(self.rows), **{key: found[key] for key in keys}}

    @property
    def entran(self) -> int:
        """How many rows are not rejected."""
        return len(self.rows) - self.count(RECHAZADA)

    @property
    def hay_cambios(self) -> bool:
        """Whether storing it would change anything."""
        return bool(self.otras or self.semanas) or any(row.escrituras for row in self.rows)

    def titulo(self) -> str:
        """What the button and the history say: Importar 310 alumnos."""
        return f"Importar {_what(self.tipo, self.rows)}"


_NOUNS = {
    "alumnos": ("alumno", "alumnos"),
    "tutores": ("alumno tutor", "alumnos tutores"),
    "disponibilidad": ("horario", "horarios"),
    "calificaciones": ("calificación", "calificaciones"),
}


def _what(tipo: str, rows: list[ReviewedRow]) -> str:
    entering = [row for row in rows if row.accion != RECHAZADA]
    if tipo == "alumnos":
        number = len(entering)
    elif tipo == "calificaciones":
        number = sum(row.values.get("cuantas", 0) for row in entering)
    else:
        number = len({row.alumno for row in entering})
    return counted(number, *_NOUNS[tipo])
