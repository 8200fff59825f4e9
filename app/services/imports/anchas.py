"""Wide lists of calificaciones: an alumno in each row, a column for each asignatura and parcial."""

from dataclasses import dataclass

from app import domain
from app.domain.lectura_calificaciones import faltas_of_asistencias, read_faltas, read_intento
from app.errors import SheetRejected
from app.services.imports.layout import Columna
from app.services.imports.lectura import Lista, rejected
from app.services.imports.medidas import ASISTENCIAS, VALOR
from app.services.imports.notas import NOTHING, Libreta, Lugar, Nota
from app.services.imports.plan import Aviso, ReviewedRow, Tick
from app.services.imports.quien import Quienes
from app.services.imports.snapshot import Snapshot
from app.services.imports.textos import asignatura_key
from app.services.imports.valores import Column

_EVERY = 250


@dataclass(slots=True)
class _Medida:
    """A column in use: where its values go, under what name, and what they are."""

    columna: Columna
    lugar: Lugar
    nombre: str
    clase: str
    column: Column


def add_wide(snapshot: Snapshot, libreta: Libreta, lista: Lista, tick: Tick) -> None:
    """Reviews a sheet whose columns are asignaturas, or the parciales of one asignatura."""
    who = Quienes(snapshot, lista)
    medidas = _medidas(libreta, lista)
    if not medidas:
        raise SheetRejected(
            "La lista no trae calificaciones que se entiendan: revise que cada columna lleve el "
            "nombre de su asignatura."
        )
    intentos = Column(lista.cells("intento"), read_intento, "")
    first_row: dict[int, int] = {}
    for row in range(len(lista)):
        if row % _EVERY == 0:
            tick(row, len(lista))
        alumno = who.of(row)
        wrong = alumno if isinstance(alumno, Aviso) else None
        if isinstance(alumno, domain.Alumno):
            first = first_row.setdefault(alumno.id, row)
            if first != row:
                wrong = who.repeated(row, f"control repetido en la fila {lista.filas[first]}")
        if wrong is not None or isinstance(alumno, Aviso):
            libreta.plan.rows.append(rejected(lista, row, wrong or Aviso("", "", "", ""), {}))
        else:
            reviewed = who.reviewed(row, alumno)
            if row in intentos.refused:
                reviewed.avisos.append(lista.aviso("intento", intentos, row, queda_vacio=False))
            _add_row(libreta, medidas, row, reviewed, intentos.values[row])


def _medidas(libreta: Libreta, lista: Lista) -> list[_Medida]:
    used = [c for c in lista.hoja.columnas if c.medida is not None and c.campo == c.medida.clase]
    read = libreta.reader_of_values(
        [lista.cells_at(c.indice, c.encabezado) for c in used if c.campo == VALOR]
    )
    unnamed = any(c.medida.parcial is None for c in used if c.medida)
    default = libreta.parcial_of(lista) if unnamed else 0
    found: list[_Medida] = []
    for columna in used:
        medida = columna.medida
        if medida is None or not _is_used(libreta, columna):
            continue
        try:
            asignatura = libreta.asignaturas.named(medida.asignatura or _only_asignatura(lista))
        except ValueError as problem:
            _leave_out(libreta, columna, str(problem))
            continue
        intento = medida.intento or "ordinario"
        lugar = Lugar(asignatura.id, libreta.periodos.current, medida.parcial or default, intento)
        cells = lista.cells_at(columna.indice, columna.encabezado)
        column = (
            Column(cells, read, NOTHING)
            if columna.campo == VALOR
            else Column(cells, read_faltas, None)
        )
        found.append(_Medida(columna, lugar, asignatura.nombre, columna.campo, column))
    return found


def _is_used(libreta: Libreta, columna: Columna) -> bool:
    """Counts of classes attended become faltas only when the user says of how many classes."""
    if columna.campo != ASISTENCIAS or libreta.plan.options.clases:
        return True
    _leave_out(
        libreta,
        columna,
        "cuenta asistencias, y falta decir de cuántas clases es para convertirlas en faltas",
    )
    return False


def _leave_out(libreta: Libreta, columna: Columna, reason: str) -> None:
    columna.campo, columna.segura = "", False
    libreta.plan.notas.append(f"La columna «{columna.encabezado}» no se usó: {reason}.")


def _only_asignatura(lista: Lista) -> str:
    """The asignatura of a sheet of parciales only: its letterhead says it, or its name."""
    said = lista.hoja.contexto.get("asignatura", "") or lista.hoja.nombre
    key = asignatura_key(said)
    if not key or key.startswith(("hoja", "sheet", "tabla")):
        raise SheetRejected(
            "La lista no dice de qué asignatura es: escriba «Asignatura: …» arriba de la tabla o "
            "póngale ese nombre a la hoja."
        )
    return said


def _add_row(
    libreta: Libreta, medidas: list[_Medida], row: int, reviewed: ReviewedRow, intento: str
) -> None:
    """The calificaciones of a row; the intento of the row counts where no column says another."""
    notas: dict[Lugar, Nota] = {}
    names: dict[Lugar, str] = {}
    for medida in medidas:
        lugar = medida.lugar
        if intento and lugar.intento == "ordinario":
            lugar = lugar._replace(intento=intento)
        nota = notas.setdefault(lugar, Nota())
        names[lugar] = medida.nombre
        value = medida.column.values[row]
        if medida.clase == VALOR:
            nota.valor, nota.marca = value
        elif value is not None and medida.clase == ASISTENCIAS:
            nota.faltas = faltas_of_asistencias(value, libreta.plan.options.clases)
        elif value is not None:
            nota.faltas = value
        reviewed.values[medida.columna.encabezado] = value
        if row in medida.column.refused:
            reviewed.avisos.append(_aviso(medida, row))
    for lugar, nota in notas.items():
        again = libreta.repeated(reviewed.alumno, lugar, *reviewed.place) if nota.said else ""
        if again:
            reviewed.avisos.append(
                Aviso(VALOR, names[lugar], "", f"{names[lugar]}: {again}", queda_vacio=False)
            )
        else:
            libreta.write(reviewed, lugar, names[lugar], nota)
    libreta.plan.rows.append(reviewed)


def _aviso(medida: _Medida, row: int) -> Aviso:
    reason = f"{medida.nombre}: {medida.column.refused[row]}"
    return Aviso(medida.clase, medida.columna.encabezado, medida.column.text(row), reason)
