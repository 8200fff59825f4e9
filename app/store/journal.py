"""The journal: every row before and after, by operation. Undo, history, bin and news come from it.

Temporary triggers, made from the schema when the first operation begins, write `cambios`; they
live in the connection, so no migration can leave a stale one and no table can be forgotten. A
change keeps only the columns that changed. Columns are text and whole numbers only (JSON keeps
both exactly).
"""

import json
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import TYPE_CHECKING, Any

from app.domain import ENTITIES

if TYPE_CHECKING:
    from app.store.engine import Connection

ORDER = {name: i for i, name in enumerate(ENTITIES)}


@dataclass(frozen=True)
class Changes:
    """News of a finished operation: its label, the tables it touched, and whether it went back."""

    label: str
    tables: frozenset[str]
    kind: str = "do"


@dataclass(frozen=True)
class Operation:
    """A line of the history of the file."""

    id: int
    etiqueta: str
    cuando: datetime
    quien: str
    origen: str
    deshace: int | None
    cambios: int
    deshacible: bool = True


@dataclass(frozen=True)
class Step:
    """What one operation did to one row; only the columns that changed."""

    operation: Operation
    tabla: str
    fila: int
    antes: dict[str, Any] | None
    despues: dict[str, Any] | None


def watch(connection: "Connection") -> None:
    """Puts the triggers on every table of ours."""
    connection.execute("CREATE TEMP TABLE IF NOT EXISTS en_curso(operacion INTEGER)")
    for table in ENTITIES:
        columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
        for statement in _triggers(table, [c for c in columns if c != "id"]):
            connection.execute(statement)


def _triggers(table: str, columns: list[str]) -> list[str]:
    def whole(side: str) -> str:
        return f"json_object({', '.join(f'''{c!r}, {side}.{c}''' for c in ['id', *columns])})"

    pairs = " UNION ALL ".join(f"SELECT {c!r} k, OLD.{c} o, NEW.{c} n" for c in columns)
    changed = f"FROM ({pairs}) WHERE o IS NOT n"
    differ = " OR ".join(f"OLD.{c} IS NOT NEW.{c}" for c in columns)
    guard = (
        "SELECT RAISE(ABORT, 'cambio fuera de una operación') "
        "WHERE NOT EXISTS (SELECT 1 FROM en_curso);"
    )
    head = "INSERT INTO cambios(operacion, tabla, fila, antes, despues)"
    now = f"(SELECT operacion FROM en_curso), {table!r}"
    body = {
        "INSERT": f"{head} VALUES ({now}, NEW.id, NULL, {whole('NEW')});",
        "DELETE": f"{head} VALUES ({now}, OLD.id, {whole('OLD')}, NULL);",
        "UPDATE": (
            f"{head} SELECT {now}, OLD.id, json_group_object(k, o), json_group_object(k, n)"
            f" {changed};"
        ),
    }
    return [
        f"CREATE TEMP TRIGGER IF NOT EXISTS {table}_{verb.lower()} AFTER {verb} ON {table} "
        f"{f'WHEN {differ} ' if verb == 'UPDATE' else ''}BEGIN {guard} {sql} END"
        for verb, sql in body.items()
    ]


def begin(connection: "Connection", operation: Operation, *, undoable: bool, deletes: bool) -> None:
    """Writes the operation's line and points the triggers at it."""
    connection.execute(
        "INSERT INTO operaciones VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            operation.id, operation.etiqueta, operation.cuando.isoformat(), operation.quien,
            operation.origen, int(undoable), int(deletes), operation.deshace,
        ),
    )  # fmt: skip
    connection.execute("INSERT INTO en_curso VALUES (?)", (operation.id,))


def end(connection: "Connection", id: int) -> frozenset[str]:
    """The tables that the operation touched; an operation without changes vanishes."""
    connection.execute("DELETE FROM en_curso")
    rows = connection.execute("SELECT DISTINCT tabla FROM cambios WHERE operacion = ?", (id,))
    tables = frozenset(row[0] for row in rows)
    if not tables:
        connection.execute("DELETE FROM operaciones WHERE id = ?", (id,))
    return tables


def invert(connection: "Connection", id: int) -> None:
    """Brings every row that an operation touched back to how it was before it.

    The changes are taken back one by one, newest first: each state in between existed once, so no
    unique value can clash on the way. Runs of the same statement go together.
    """
    connection.execute("PRAGMA defer_foreign_keys=ON")
    newest_first = connection.execute(
        "SELECT tabla, fila, antes, despues FROM cambios WHERE operacion = ? ORDER BY id DESC",
        (id,),
    ).fetchall()
    steps = (_inverse(*change) for change in newest_first)
    for sql, run in groupby(steps, key=lambda step: step[0]):
        connection.executemany(sql, [values for _, values in run])


def _inverse(table: str, row: int, before: str | None, after: str | None) -> tuple[str, list[Any]]:
    if before is None:
        return f"DELETE FROM {table} WHERE id = ?", [row]
    values: dict[str, Any] = json.loads(before)
    if after is None:
        marks = ", ".join("?" * len(values))
        return f"INSERT INTO {table}({', '.join(values)}) VALUES ({marks})", list(values.values())
    sets = ", ".join(f"{key} = ?" for key in values)
    return f"UPDATE {table} SET {sets} WHERE id = ?", [*values.values(), row]


@dataclass(frozen=True)
class Done:
    """An operation that can be taken back or brought again: it, and its newest undoing."""

    id: int
    label: str
    undone_by: int = 0


def stacks(connection: "Connection", limit: int = 400) -> tuple[list[Done], list[Done]]:
    """What can be undone and what can be redone, newest last, from the recent history."""
    rows = connection.execute(
        "SELECT * FROM (SELECT id, deshace, etiqueta FROM operaciones WHERE deshacible = 1"
        " ORDER BY id DESC LIMIT ?) ORDER BY id",
        (limit,),
    ).fetchall()
    undo: list[Done] = []
    redo: list[Done] = []
    for id, undoes, label in rows:
        if undoes is None:
            undo.append(Done(id, label))
            redo.clear()
        elif undo and undoes == undo[-1].id:
            redo.append(Done(undoes, undo.pop().label, id))
        elif redo and undoes == redo[-1].id:
            undo.append(Done(undoes, redo.pop().label))
    return undo, redo
