"""Reading the journal: the history of the file and of a record, and the bin."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from app import domain
from app.domain import ENTITIES, NAMES
from app.errors import AppError
from app.fields import fields_of
from app.store.journal import ORDER, Operation, Step

if TYPE_CHECKING:
    from app.store import Store

_LINE = (
    "SELECT o.id, o.etiqueta, o.cuando, o.quien, o.origen, o.deshace,"
    " (SELECT count(*) FROM cambios c WHERE c.operacion = o.id) FROM operaciones o"
)


@dataclass(frozen=True)
class Difference:
    """One datum that a step changed, in the user's words."""

    tabla: str
    fila: int
    campo: str
    antes: str
    despues: str


@dataclass(frozen=True)
class Deleted:
    """What one operation took out and is still out."""

    operation: Operation
    rows: int
    name: str


def _operation(row: Sequence[Any]) -> Operation:
    return Operation(row[0], row[1], datetime.fromisoformat(row[2]), *row[3:])


def operations(store: "Store", limit: int = 200, before: int = 2**63 - 1) -> list[Operation]:
    """The newest operations of the file, older than the operation `before`."""
    sql = f"{_LINE} WHERE o.id < ? ORDER BY o.id DESC LIMIT ?"
    return [_operation(row) for row in store.query(sql, (before, limit))]


def of_record(store: "Store", rows: Sequence[tuple[str, int]], limit: int = 200) -> list[Operation]:
    """The newest operations that touched any of the rows, each (table, id)."""
    found: dict[int, Operation] = {}
    for table, id in rows:
        sql = (
            f"{_LINE} WHERE o.id IN (SELECT operacion FROM cambios WHERE tabla = ? AND fila = ?)"
            " ORDER BY o.id DESC LIMIT ?"
        )
        found |= {row[0]: _operation(row) for row in store.query(sql, (table, id, limit))}
    return [found[id] for id in sorted(found, reverse=True)][:limit]


def rows_of_alumno(store: "Store", alumno: int) -> list[tuple[str, int]]:
    """The rows that tell the story of a student: the record itself and what hangs from it."""
    rows = [("alumnos", alumno)]
    for table in ("calificaciones", "perfiles_tutor", "dominios", "disponibilidades", "tutorados"):
        sql = f"SELECT id FROM {table} WHERE alumno = ?"
        rows += [(table, row[0]) for row in store.query(sql, (alumno,))]
    sql = "SELECT intervencion FROM tutorados WHERE alumno = ?"
    rows += [("intervenciones", row[0]) for row in store.query(sql, (alumno,))]
    return rows


def steps(store: "Store", operation: int, limit: int = 500) -> list[Step]:
    """What an operation did, row by row, at most `limit` rows."""
    line = _operation(store.query(f"{_LINE} WHERE o.id = ?", (operation,))[0])
    sql = "SELECT tabla, fila, antes, despues FROM cambios WHERE operacion = ? ORDER BY id LIMIT ?"
    return [
        Step(line, table, row, _object(before), _object(after))
        for table, row, before, after in store.query(sql, (operation, limit))
    ]


def _object(text: str | None) -> dict[str, Any] | None:
    return None if text is None else json.loads(text)


def differences(
    store: "Store", operation: int, only: frozenset[tuple[str, int]] = frozenset(), limit: int = 300
) -> list[Difference]:
    """What an operation changed in words: label of the datum, old and new value as shown.

    `only` keeps to those rows, when the history is that of one record.
    """
    found: list[Difference] = []
    for step in steps(store, operation):
        if only and (step.tabla, step.fila) not in only:
            continue
        declared = fields_of(ENTITIES[step.tabla])
        for key, spec in declared.items():
            old = (step.antes or {}).get(key)
            new = (step.despues or {}).get(key)
            if old != new:
                values = [_shown(store, spec, value) for value in (old, new)]
                if any(values):
                    found.append(Difference(step.tabla, step.fila, spec.label, *values))
        if len(found) >= limit:
            break
    return found


def _shown(store: "Store", spec: Any, value: Any) -> str:
    if value in (None, ""):
        return ""
    table = getattr(spec.kind, "table", "")
    if table:
        return name_of(store, table, value)
    return spec.show(spec.kind.from_sql(value))


def name_of(store: "Store", table: str, id: int) -> str:
    """What the user calls a record; the name of its kind when it is gone or has none."""
    record: Any = getattr(store, table).find(id)
    match record:
        case domain.Alumno():
            return record.nombre
        case domain.Asignatura() | domain.Periodo() | domain.Plantel():
            return record.nombre
        case domain.Grupo():
            return record.etiqueta
        case _:
            return NAMES[table][0]


def bin(store: "Store", limit: int = 200) -> list[Deleted]:
    """What was taken out on purpose and is still out, newest first."""
    sql = (
        f"{_LINE} WHERE o.papelera = 1 AND o.id NOT IN (SELECT deshace FROM operaciones"
        " WHERE deshace IS NOT NULL) ORDER BY o.id DESC LIMIT ?"
    )
    found: list[Deleted] = []
    for row in store.query(sql, (limit,)):
        missing = _missing(store, row[0])
        if missing:
            found.append(Deleted(_operation(row), len(missing), NAMES[missing[0][0]][0]))
    return found


def _missing(store: "Store", operation: int) -> list[tuple[str, dict[str, Any]]]:
    sql = "SELECT tabla, fila, antes FROM cambios WHERE operacion = ? AND despues IS NULL"
    gone = [
        (table, json.loads(before))
        for table, row, before in store.query(sql, (operation,))
        if not store.query(f"SELECT 1 FROM {table} WHERE id = ?", (row,))
    ]
    return sorted(gone, key=lambda pair: ORDER[pair[0]])


def restore(store: "Store", deleted: Deleted) -> None:
    """Puts back what an operation took out, as it was; AppError when its place is taken."""
    missing = _missing(store, deleted.operation.id)
    label = f"Recuperar: {deleted.operation.etiqueta}"
    with store.operation(label):
        for table, values in missing:
            records: Any = getattr(store, table)
            record = records.record([values.get(key) for key in records.columns])
            if table == "alumnos" and store.alumnos.count(matricula=record.matricula):
                raise AppError(
                    f"Ya hay otro alumno con el número de control {record.matricula}; "
                    "cámbielo antes de recuperar."
                )
            records.add(record)
