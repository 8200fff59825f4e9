"""Reading the journal: the history of the file and of a student, and the bin; a page at a time."""

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from app.domain import NAMES
from app.errors import AppError
from app.store.journal import ORDER, Operation, Step
from app.store.naming import Names

if TYPE_CHECKING:
    from app.store import Store

PAGE = 100
_NEWEST = 2**63 - 1
_HEAD = "o.id, o.etiqueta, o.cuando, o.quien, o.origen, o.deshace, o.adelante"
_SOURCE = "coalesce(o.deshace, o.id)"  # an undoing has no changes of its own
_LINE = (
    f"SELECT {_HEAD}, (SELECT count(*) FROM cambios c WHERE c.operacion = {_SOURCE}),"
    " o.deshacible FROM operaciones o"
)
_OF_ROWS = f"""
    WITH suyas(tabla, fila) AS (VALUES {{rows}}),
    pasos(operacion, n) AS MATERIALIZED (
        SELECT c.operacion, count(*) FROM suyas s
        JOIN cambios c ON c.tabla = s.tabla AND c.fila = s.fila GROUP BY 1)
    SELECT {_HEAD}, (SELECT n FROM pasos WHERE operacion = {_SOURCE}), o.deshacible
    FROM operaciones o
    WHERE {_SOURCE} IN (SELECT operacion FROM pasos) AND o.id < ? {{more}}
    ORDER BY o.id DESC LIMIT ?
"""
_OF_ALUMNO = """
    WITH casos(id) AS (
        SELECT intervencion FROM tutorados WHERE alumno = :alumno
        UNION SELECT id FROM intervenciones WHERE alumno_tutor = :alumno)
    SELECT 'alumnos', :alumno
    UNION ALL SELECT 'intervenciones', id FROM casos
    {of_alumno}
    {of_case}
    UNION ALL SELECT c.tabla, c.fila FROM operaciones o JOIN cambios c ON c.operacion = o.id
        WHERE o.papelera = 1 AND c.despues IS NULL
        AND json_extract(c.antes, '$.alumno') = :alumno
"""
_TABLES_OF_ALUMNO = (
    "calificaciones", "correcciones", "perfiles_tutor", "dominios", "disponibilidades", "tutorados",
    "emisiones", "fichas", "entrevistas",
)  # fmt: skip
_TABLES_OF_CASE = ("franjas", "planes", "sesiones", "incumplimientos", "informes")
_OF_PLAN = ("acciones", "ajustes")
_THROWN_OF_CASE = """
    SELECT c.tabla, c.fila FROM operaciones o JOIN cambios c ON c.operacion = o.id
    WHERE o.papelera = 1 AND c.despues IS NULL AND (json_extract(c.antes, '$.intervencion') = :id
        OR json_extract(c.antes, '$.plan') IN (SELECT id FROM planes WHERE intervencion = :id))
"""


@dataclass(frozen=True)
class Deleted:
    """What one operation took out and is still out."""

    operation: Operation
    rows: int
    name: str


@dataclass(frozen=True)
class Wanted:
    """Which operations a page keeps: words of their label and kinds of origin; empty is all."""

    words: str = ""
    origins: tuple[str, ...] = ()

    def condition(self) -> tuple[str, list[Any]]:
        """The same for the engine: a condition that begins with AND, and its values."""
        parts: list[str] = []
        values: list[Any] = []
        for word in self.words.split():
            parts.append("AND instr(plain(o.etiqueta || ' ' || o.quien), plain(?)) > 0")
            values.append(word)
        if self.origins:
            parts.append(f"AND o.origen IN ({', '.join('?' * len(self.origins))})")
            values += self.origins
        return " ".join(parts), values


def _operation(row: Sequence[Any]) -> Operation:
    id, label, when, who, origin, undoes, forward, changes, undoable = row
    moment = datetime.fromisoformat(when)
    return Operation(id, label, moment, who, origin, undoes, changes, bool(undoable), bool(forward))


def operations(
    store: "Store", limit: int = PAGE, before: int = _NEWEST, wanted: Wanted | None = None
) -> list[Operation]:
    """The newest operations of the file, older than the operation `before`."""
    more, values = (wanted or Wanted()).condition()
    sql = f"{_LINE} WHERE o.id < ? {more} ORDER BY o.id DESC LIMIT ?"
    return [_operation(row) for row in store.query(sql, (before, *values, limit))]


def of_record(
    store: "Store",
    rows: Collection[tuple[str, int]],
    limit: int = PAGE,
    before: int = _NEWEST,
    wanted: Wanted | None = None,
) -> list[Operation]:
    """The newest operations that touched any of the rows, each (table, id).

    `cambios` counts only the changes of those rows.
    """
    if not rows:
        return []
    more, values = (wanted or Wanted()).condition()
    sql = _OF_ROWS.format(rows=", ".join(["(?, ?)"] * len(rows)), more=more)
    flat = [part for row in rows for part in row]
    return [_operation(row) for row in store.query(sql, (*flat, before, *values, limit))]


def rows_of_alumno(store: "Store", alumno: int) -> list[tuple[str, int]]:
    """The rows that tell the story of a student: the record itself and what hangs from it."""

    def part(table: str, condition: str) -> str:
        return f"UNION ALL SELECT '{table}', id FROM {table} WHERE {condition}"

    sql = _OF_ALUMNO.format(
        of_alumno=" ".join(part(table, "alumno = :alumno") for table in _TABLES_OF_ALUMNO),
        of_case=" ".join(
            part(table, "intervencion IN (SELECT id FROM casos)") for table in _TABLES_OF_CASE
        ),
    )
    rows = store.connection.execute(sql, {"alumno": alumno})
    return list(dict.fromkeys((row[0], row[1]) for row in rows))


def rows_of_intervencion(store: "Store", intervencion: int) -> list[tuple[str, int]]:
    """The rows that tell the story of an intervención: its plan and all that hangs from both.

    What was thrown away counts too.
    """
    tables = (*_TABLES_OF_CASE, "tutorados", "entrevistas")
    parts = [f"SELECT '{table}', id FROM {table} WHERE intervencion = :id" for table in tables]
    parts += [
        f"SELECT '{table}', id FROM {table}"
        " WHERE plan IN (SELECT id FROM planes WHERE intervencion = :id)"
        for table in _OF_PLAN
    ]
    parts.append(_THROWN_OF_CASE)
    rows = store.connection.execute(" UNION ALL ".join(parts), {"id": intervencion})
    return [("intervenciones", intervencion), *((row[0], row[1]) for row in rows)]


def steps(store: "Store", operation: int, limit: int = 500) -> list[Step]:
    """What an operation did, row by row, at most `limit` rows."""
    line = _operation(store.query(f"{_LINE} WHERE o.id = ?", (operation,))[0])
    sql = (
        "SELECT tabla, fila, antes, despues FROM cambios WHERE operacion = ?"
        f" ORDER BY id {_way(line)} LIMIT ?"
    )
    return [_step(line, *change) for change in store.query(sql, (line.source, limit))]


def _way(line: Operation) -> str:
    """The order in which a step went through its changes: an undoing goes backwards."""
    return "DESC" if line.deshace and not line.adelante else "ASC"


def _step(line: Operation, table: str, row: int, before: str | None, after: str | None) -> Step:
    if line.deshace and not line.adelante:
        before, after = after, before
    return Step(line, table, row, _object(before), _object(after))


def steps_of(
    store: "Store", operation: int, rows: Collection[tuple[str, int]], limit: int
) -> list[Step]:
    """The steps of an operation over those rows only; over all when there are none."""
    if not rows:
        return steps(store, operation, limit)
    line = _operation(store.query(f"{_LINE} WHERE o.id = ?", (operation,))[0])
    marks = ", ".join(["(?, ?)"] * len(rows))
    sql = (
        f"WITH suyas(tabla, fila) AS (VALUES {marks})"
        " SELECT c.tabla, c.fila, c.antes, c.despues FROM cambios c"
        " WHERE c.operacion = ? AND (c.tabla, c.fila) IN (SELECT tabla, fila FROM suyas)"
        f" ORDER BY c.id {_way(line)} LIMIT ?"
    )
    flat = [part for row in rows for part in row]
    return [_step(line, *change) for change in store.query(sql, (*flat, line.source, limit))]


def _object(text: str | None) -> dict[str, Any] | None:
    return None if text is None else json.loads(text)


# The bin


def bin(store: "Store", limit: int = 200) -> list[Deleted]:
    """What was taken out on purpose and is still out, newest first."""
    sql = f"{_LINE} WHERE o.papelera = 1 ORDER BY o.id DESC LIMIT ?"
    lines = [_operation(row) for row in store.query(sql, (limit,))]
    gone = _gone(store, [line.id for line in lines])
    return [
        Deleted(line, len(gone[line.id]), NAMES[min(gone[line.id], key=ORDER.__getitem__)][0])
        for line in lines
        if gone.get(line.id)
    ]


def _gone(store: "Store", operations: list[int]) -> dict[int, list[str]]:
    """The tables of the rows that those operations took out and are not there now."""
    marks = ", ".join("?" * len(operations))
    sql = (
        "SELECT operacion, tabla, fila FROM cambios"
        f" WHERE operacion IN ({marks}) AND despues IS NULL"
    )
    by_table: dict[str, list[tuple[int, int]]] = {}
    for operation, table, row in store.query(sql, operations):
        by_table.setdefault(table, []).append((operation, row))
    found: dict[int, list[str]] = {}
    for table, rows in by_table.items():
        names = Names(store)
        names.load(table, [row for _, row in rows])
        for operation, row in rows:
            if names.record(table, row) is None:
                found.setdefault(operation, []).append(table)
    return found


def restore(store: "Store", deleted: Deleted) -> None:
    """Puts back what an operation took out, as it was; AppError when its place is taken."""
    sql = "SELECT tabla, fila, antes FROM cambios WHERE operacion = ? AND despues IS NULL"
    rows = sorted(store.query(sql, (deleted.operation.id,)), key=lambda row: ORDER[row[0]])
    with store.operation(f"Recuperar: {deleted.operation.etiqueta}"):
        for table, row, before in rows:
            records: Any = getattr(store, table)
            if records.find(row) is not None:
                continue
            values = json.loads(before)
            record = records.record([values.get(key) for key in records.columns])
            if table == "alumnos" and store.alumnos.count(matricula=record.matricula):
                raise AppError(
                    f"Ya hay otro alumno con el número de control {record.matricula}; "
                    "cámbielo antes de recuperar."
                )
            records.add(record)
