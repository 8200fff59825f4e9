"""The columns of a sheet: which datum each one brings, by its header or by what it holds."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from app.domain.identifiers import doubt_about_curp
from app.errors import SheetRejected
from app.services.imports.campos import IDENTITY, campos_of, exact_match, likely_match
from app.services.imports.contexto import contexto_of, contexto_of_sheet
from app.services.imports.encabezado import Encabezado
from app.services.imports.medidas import Medida, is_average, looks_like_calificaciones, medida_of
from app.services.imports.oneroster import is_users, oneroster_match
from app.services.imports.valores import is_grupo
from app.sheets import Cell, Row, Sheet
from app.text import plain

_SAMPLE = 60
_OF_MEDIDAS = ("calificacion", "faltas", "asistencias", "parcial")


@dataclass(slots=True)
class Columna:
    """A column of a list: its header and the datum it brings, "" when it is not used.

    `segura` is False when the user should look at it. `medida` is what a column of a wide list of
    calificaciones holds.
    """

    indice: int
    encabezado: str
    campo: str = ""
    segura: bool = True
    medida: Medida | None = None
    muestra: tuple[str, ...] = ()


@dataclass(slots=True)
class Hoja:
    """A sheet of a list: where its header is, its columns, and what its letterhead says."""

    nombre: str
    rows: list[Row]
    encabezado: Encabezado
    columnas: list[Columna]
    contexto: dict[str, str] = field(default_factory=dict[str, str])
    ignoradas: list[tuple[int, str]] = field(default_factory=list[tuple[int, str]])

    def column_of(self, campo: str) -> int | None:
        """The place of the column that brings a datum."""
        return next((c.indice for c in self.columnas if c.campo == campo), None)

    @property
    def identity(self) -> int:
        """The place of the column that tells who each row is."""
        place = self.column_of(IDENTITY[0])
        return place if place is not None else self.column_of(IDENTITY[1]) or 0


def sample_of(rows: Sequence[Row], header: Encabezado, column: int) -> list[Cell]:
    body = rows[header.first : header.first + _SAMPLE]
    return [row[column] for row in body if column < len(row) and row[column] != ""]


def hoja_of(
    sheet: Sheet, header: Encabezado, tipo: str, said: Mapping[str, str] | None = None
) -> Hoja:
    """A sheet with its columns proposed; `said` holds unless the sheet says something else."""
    above = contexto_of(sheet.rows[: header.row])
    contexto = {**contexto_of_sheet(sheet.name), **(said or {}), **above}
    columns: list[Columna] = []
    titles: dict[str, int] = {}
    width = max((len(row) for row in sheet.rows[header.first :][:_SAMPLE]), default=0)
    for index in sorted({*header.levels, *range(width)}):
        sample = sample_of(sheet.rows, header, index)
        title = header.title(index) if index in header.levels else ""
        if not title and not sample:
            continue
        title = title or f"(columna {_letters(index)})"
        titles[title] = titles.get(title, 0) + 1
        unique = title if titles[title] == 1 else f"{title} ({titles[title]})"
        shown = tuple(str(cell) for cell in sample[:3])
        columns.append(Columna(index, unique, muestra=shown))
    hoja = Hoja(sheet.name, sheet.rows, header, columns, contexto)
    _propose(hoja, tipo)
    return hoja


def _letters(index: int) -> str:
    return chr(65 + index) if index < 26 else _letters(index // 26 - 1) + chr(65 + index % 26)


def _propose(hoja: Hoja, tipo: str) -> None:
    header = hoja.encabezado
    texts = {c.indice: header.levels.get(c.indice, ()) for c in hoja.columnas}
    headers = [text for levels in texts.values() for text in levels]
    oneroster = is_users(headers)
    for columna in hoja.columnas:
        levels = texts[columna.indice]
        if oneroster:
            columna.campo = oneroster_match(levels[0], headers) if levels else ""
        else:
            columna.campo = next((k for t in reversed(levels) if (k := exact_match(tipo, t))), "")
    _only_one_each(hoja)
    _resolve_nombre(hoja)
    if tipo == "calificaciones":
        _find_medidas(hoja)
    if not oneroster:
        _guess_the_rest(hoja, tipo)


def _only_one_each(hoja: Hoja) -> None:
    """The first column that names a datum brings it; another one is left for the user."""
    taken: set[str] = set()
    for columna in hoja.columnas:
        if columna.campo in taken:
            columna.campo, columna.segura = "", False
        elif columna.campo:
            taken.add(columna.campo)


def _resolve_nombre(hoja: Hoja) -> None:
    """«Nombre» alone holds the whole name; beside a column of surnames, only the given names."""
    keys = {c.campo for c in hoja.columnas}
    if "nombres" in keys and not keys & {"apellido_paterno", "apellidos", "nombre_completo"}:
        for columna in hoja.columnas:
            if columna.campo == "nombres":
                columna.campo = "nombre_completo"


def _find_medidas(hoja: Hoja) -> None:
    """In a list without a column of asignatura, the columns that hold measures of one."""
    if hoja.column_of("asignatura") is not None:
        return
    wide: list[Columna] = []
    for columna in hoja.columnas:
        if columna.campo and columna.campo not in (
            "calificacion",
            "faltas",
            "asistencias",
            "parcial",
        ):
            continue
        levels = hoja.encabezado.levels.get(columna.indice, ())
        medida = medida_of(levels)
        sample = sample_of(hoja.rows, hoja.encabezado, columna.indice)
        columna.campo = ""
        if medida and (not sample or looks_like_calificaciones(sample)):
            columna.medida, columna.campo = _beside(wide, columna, medida), medida.clase
            wide.append(columna)
    named = any(c.medida and c.medida.asignatura for c in wide)
    for columna in wide if len(wide) > 1 else ():
        average = any(map(is_average, hoja.encabezado.levels.get(columna.indice, ())))
        if columna.medida and (average or (named and not columna.medida.asignatura)):
            columna.medida, columna.campo = None, ""


def _beside(wide: Sequence[Columna], columna: Columna, medida: Medida) -> Medida:
    """Faltas without a parcial, right after the calificación of one, are of that one."""
    before = wide[-1] if wide else None
    if before is None or before.medida is None or before.indice != columna.indice - 1:
        return medida
    same = before.medida.asignatura == medida.asignatura and medida.clase != before.medida.clase
    if not same or medida.parcial is not None or before.medida.parcial is None:
        return medida
    return replace(medida, parcial=before.medida.parcial, intento=before.medida.intento)


def _guess_the_rest(hoja: Hoja, tipo: str) -> None:
    taken = {c.campo for c in hoja.columnas}
    for columna in hoja.columnas:
        if columna.campo:
            continue
        levels = hoja.encabezado.levels.get(columna.indice, ())
        near = next((k for t in reversed(levels) if (k := likely_match(tipo, t))), "")
        guess = near or _by_contents(hoja, columna, tipo)
        if guess and guess not in taken:
            columna.campo, columna.segura = guess, False
            taken.add(guess)


def _by_contents(hoja: Hoja, columna: Columna, tipo: str) -> str:
    """What a column without a name holds, when its cells say it by themselves."""
    if columna.indice in hoja.encabezado.levels and "columna" not in plain(columna.encabezado):
        return ""
    sample = [str(cell) for cell in sample_of(hoja.rows, hoja.encabezado, columna.indice)]
    if sample and all(len(text) == 18 and not doubt_about_curp(text) for text in sample):
        return "curp"
    return "grupo" if tipo == "alumnos" and sample and all(map(is_grupo, sample)) else ""


def choose(hoja: Hoja, tipo: str, chosen: Mapping[str, str]) -> None:
    """The columns as the user said: header → datum, "" for not used."""
    keys = campos_of(tipo)
    for columna in hoja.columnas:
        if columna.encabezado not in chosen:
            continue
        campo = chosen[columna.encabezado]
        if campo and campo not in keys:
            raise SheetRejected(f"«{campo}» no es un dato de una lista de {tipo}.")
        for other in hoja.columnas:
            if other is not columna and campo and other.campo == campo and other.medida is None:
                other.campo = ""
        columna.campo, columna.segura = campo, True
        if not campo:
            columna.medida = None
