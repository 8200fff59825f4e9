"""Review of calificaciones: one a row (long), or one column for each asignatura (wide)."""

from app import domain
from app.domain.lectura_calificaciones import read_faltas, read_intento, read_parcial
from app.services.imports.anchas import add_wide
from app.services.imports.lectura import Lista, lists_of, rejected, sentence
from app.services.imports.medidas import FALTAS, VALOR
from app.services.imports.notas import NOTHING, Libreta, Lugar, Nota
from app.services.imports.plan import Aviso, ImportPlan, Tick
from app.services.imports.quien import Quienes
from app.services.imports.snapshot import Snapshot
from app.services.imports.valores import Column

_EVERY = 250
_PLACE = ("asignatura", "parcial", "intento", "periodo")


def review_calificaciones(snapshot: Snapshot, plan: ImportPlan, tick: Tick) -> None:
    """Fills the plan of a list of calificaciones."""
    libreta = Libreta(snapshot, plan)
    for lista in lists_of(plan):
        add = _add_long if lista.hoja.column_of("asignatura") is not None else add_wide
        add(snapshot, libreta, lista, tick)
    plan.asignaturas = libreta.asignaturas.new
    plan.periodos = libreta.periodos.new
    plan.notas += libreta.asignaturas.summary()


def _add_long(snapshot: Snapshot, libreta: Libreta, lista: Lista, tick: Tick) -> None:
    """A sheet with a column of asignatura: each row is one calificación."""
    who = Quienes(snapshot, lista)
    columns = _columns(libreta, lista)
    rows = libreta.plan.rows
    for row in range(len(lista)):
        if row % _EVERY == 0:
            tick(row, len(lista))
        alumno = who.of(row)
        wrong = alumno if isinstance(alumno, Aviso) else _wrong_place(lista, columns, row)
        if wrong is not None or isinstance(alumno, Aviso):
            rows.append(rejected(lista, row, wrong or Aviso("", "", "", ""), {}))
        else:
            _add_row(libreta, lista, who, columns, row, alumno)


def _columns(libreta: Libreta, lista: Lista) -> dict[str, Column]:
    values = lista.cells(VALOR)
    named = lista.hoja.column_of("parcial") is not None
    default = (1 if named else libreta.parcial_of(lista), "")
    read = libreta.reader_of_values([values])
    return {
        "asignatura": Column(lista.cells("asignatura"), libreta.asignaturas.named, None),
        "parcial": Column(lista.cells("parcial"), read_parcial, None if named else default),
        "intento": Column(lista.cells("intento"), read_intento, ""),
        "periodo": Column(lista.cells("periodo"), libreta.periodos.named, libreta.periodos.current),
        VALOR: Column(values, read, NOTHING),
        FALTAS: Column(lista.cells(FALTAS), read_faltas, None),
    }


def _wrong_place(lista: Lista, columns: dict[str, Column], row: int) -> Aviso | None:
    """What makes it impossible to know of what a calificación is."""
    for key in _PLACE:
        if row in columns[key].refused:
            return lista.aviso(key, columns[key], row)
    for key, missing in (("asignatura", "Falta la asignatura"), ("parcial", "Falta el parcial")):
        if columns[key].values[row] is None:
            return Aviso(key, lista.header(key), "", missing)
    return None


def _add_row(
    libreta: Libreta,
    lista: Lista,
    who: Quienes,
    columns: dict[str, Column],
    row: int,
    alumno: domain.Alumno,
) -> None:
    asignatura: domain.Asignatura = columns["asignatura"].values[row]
    parcial, said = columns["parcial"].values[row]
    intento = columns["intento"].values[row] or said or "ordinario"
    lugar = Lugar(asignatura.id, columns["periodo"].values[row], parcial, intento)
    fila = lista.filas[row]
    if again := libreta.repeated(alumno.id, lugar, lista.hoja.nombre, fila):
        aviso = Aviso("asignatura", lista.header("asignatura"), asignatura.nombre, sentence(again))
        libreta.plan.rows.append(rejected(lista, row, aviso, {"control": alumno.matricula}))
        return
    valor, marca = columns[VALOR].values[row]
    reviewed = who.reviewed(
        row, alumno, asignatura=asignatura.nombre, parcial=parcial, intento=intento,
        calificacion=(valor, marca), faltas=columns[FALTAS].values[row],
    )  # fmt: skip
    reviewed.avisos += [
        lista.aviso(key, columns[key], row)
        for key in (VALOR, FALTAS)
        if row in columns[key].refused
    ]
    libreta.write(
        reviewed, lugar, asignatura.nombre, Nota(valor, marca, columns[FALTAS].values[row])
    )
    libreta.plan.rows.append(reviewed)
