"""The journal: every row before and after, by operation. Undo, history, bin and news come from it.

Temporary triggers, made from the schema when the first operation begins, write `cambios`; they
live in the connection, so no migration can leave a stale one and no table can be forgotten. A
change keeps only the columns that changed. Columns are text and whole numbers only (JSON keeps
both exactly). Taking an operation back, or bringing it again, is an operation without changes of
its own: it says whose changes it went through, and which way.
"""

import json
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import TYPE_CHECKING, Any

from app.domain import ENTITIES

if TYPE_CHECKING:
    from app.store.engine import Connection

_REPLAY = 0
"""What the triggers see while an operation is taken back or brought again: nothing is written."""
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
    adelante: bool = False

    @property
    def source(self) -> int:
        """The operation whose changes these are: its own, or those that it took back or again."""
        return self.deshace or self.id


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
    recorded = f"(SELECT operacion FROM en_curso) IS NOT {_REPLAY}"
    return [
        f"CREATE TEMP TRIGGER IF NOT EXISTS {table}_{verb.lower()} AFTER {verb} ON {table} "
        f"WHEN {recorded}{f' AND ({differ})' if verb == 'UPDATE' else ''} BEGIN {guard} {sql} END"
        for verb, sql in body.items()
    ]


def begin(connection: "Connection", operation: Operation, *, undoable: bool, deletes: bool) -> None:
    """Writes the operation's line and points the triggers at it; a replay is not written again."""
    connection.execute(
        "INSERT INTO operaciones VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            operation.id, operation.etiqueta, operation.cuando.isoformat(), operation.quien,
            operation.origen, int(undoable), int(deletes), operation.deshace,
            int(operation.adelante),
        ),
    )  # fmt: skip
    recorded = _REPLAY if operation.deshace else operation.id
    connection.execute("INSERT INTO en_curso VALUES (?)", (recorded,))


def end(connection: "Connection", operation: Operation) -> frozenset[str]:
    """The tables that the operation touched; an operation without changes vanishes."""
    connection.execute("DELETE FROM en_curso")
    rows = connection.execute(
        "SELECT DISTINCT tabla FROM cambios WHERE operacion = ?", (operation.source,)
    )
    tables = frozenset(row[0] for row in rows)
    if not tables:
        connection.execute("DELETE FROM operaciones WHERE id = ?", (operation.id,))
    return tables


def replay(connection: "Connection", id: int, *, forward: bool) -> None:
    """Brings every row that an operation touched to how it was before it, or after it again.

    The changes are gone through one by one, in order: each state in between existed once, so no
    unique value can clash on the way. Foreign keys are off: what a deletion took along is in the
    journal too. Runs of the same statement go together.
    """
    rest = ""
    if not forward and not _deletes(connection, id):
        _take_out_new_rows(connection, id)
        rest = (
            " AND antes IS NOT NULL AND fila NOT IN"
            " (SELECT fila FROM cambios WHERE operacion = :id AND antes IS NULL)"
        )
    changes = connection.execute(
        "SELECT tabla, fila, antes, despues FROM cambios WHERE operacion = :id"
        f"{rest} ORDER BY id {'ASC' if forward else 'DESC'}",
        {"id": id},
    ).fetchall()
    if forward:
        changes = [(table, row, after, before) for table, row, before, after in changes]
    steps = (
        _made(table, goal) if now is None else _towards(table, row, goal)
        for table, row, goal, now in changes
    )
    for sql, run in groupby(steps, key=lambda step: step[0]):
        connection.executemany(sql, [values for _, values in run])


def _deletes(connection: "Connection", id: int) -> bool:
    sql = "SELECT EXISTS (SELECT 1 FROM cambios WHERE operacion = ? AND despues IS NULL)"
    return bool(connection.execute(sql, (id,)).fetchone()[0])


def _take_out_new_rows(connection: "Connection", id: int) -> None:
    """All the rows that the operation made, a table at a time: an import is undone at once."""
    new = "FROM cambios WHERE operacion = ? AND antes IS NULL"
    for (table,) in connection.execute(f"SELECT DISTINCT tabla {new}", (id,)).fetchall():
        connection.execute(
            f"DELETE FROM {table} WHERE id IN (SELECT fila {new} AND tabla = ?)", (id, table)
        )


def _made(table: str, goal: str | None) -> tuple[str, list[Any]]:
    """The statement that makes a row that is not there."""
    values: dict[str, Any] = json.loads(goal or "{}")
    marks = ", ".join("?" * len(values))
    return f"INSERT INTO {table}({', '.join(values)}) VALUES ({marks})", list(values.values())


def _towards(table: str, row: int, goal: str | None) -> tuple[str, list[Any]]:
    """The statement that takes a row that is there out, or gives it those values."""
    if goal is None:
        return f"DELETE FROM {table} WHERE id = ?", [row]
    values: dict[str, Any] = json.loads(goal)
    sets = ", ".join(f"{key} = ?" for key in values)
    return f"UPDATE {table} SET {sets} WHERE id = ?", [*values.values(), row]


@dataclass(frozen=True)
class Done:
    """An operation that can be taken back or brought again."""

    id: int
    label: str


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
            redo.append(undo.pop())
        elif redo and undoes == redo[-1].id:
            undo.append(redo.pop())
    return undo, redo
