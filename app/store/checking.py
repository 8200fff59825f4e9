"""Looking through a whole file: its pages, its references, its journal, what it computed."""

from typing import TYPE_CHECKING

from app.domain import ENTITIES, NAMES
from app.store import engine, journal

if TYPE_CHECKING:
    from app.store import Store


def counts(store: "Store") -> dict[str, int]:
    """How many records each table has."""
    return {
        name: store.query(f"SELECT count(*) FROM {name}")[0][0]
        for name in [*ENTITIES, "operaciones", "cambios"]
    }


def schema_version(store: "Store") -> int:
    """How many steps of the schema the file has."""
    return store.query("PRAGMA user_version")[0][0]


def cipher_version(store: "Store") -> str:
    """The version of the encryption engine; empty when the engine of the file cannot encrypt."""
    found = store.query("PRAGMA cipher_version")
    return str(found[0][0]) if found else ""


def is_whole(store: "Store") -> bool:
    """Whether every page of the file is as it should be."""
    try:
        return store.query("PRAGMA integrity_check(1)")[0][0] == "ok"
    except engine.Error:
        return False


def problems(store: "Store") -> list[str]:
    """What does not agree inside the file, each in one sentence; an empty list is a sound file."""
    try:
        return [*_orphans(store), *_journal(store), *_single_rows(store)]
    except engine.Error:
        return ["No se pudo leer todo el archivo."]


def undo_labels(store: "Store") -> list[str]:
    """What can be taken back, newest first."""
    undo, _ = journal.stacks(store.connection)
    return [one.label for one in reversed(undo)]


def _orphans(store: "Store") -> list[str]:
    tables = [row[0] for row in store.query("PRAGMA foreign_key_check")]
    return [
        f"Hay {tables.count(table)} registros de «{NAMES.get(table, (table, table))[1]}» que "
        "dependen de otro que ya no existe."
        for table in dict.fromkeys(tables)
    ]


def _journal(store: "Store") -> list[str]:
    found: list[str] = []
    loose = "SELECT count(*) FROM cambios WHERE operacion NOT IN (SELECT id FROM operaciones)"
    if many := store.query(loose)[0][0]:
        found.append(f"El historial tiene {many} cambios que no pertenecen a ninguna operación.")
    undone = (
        "SELECT count(*) FROM operaciones WHERE deshace IS NOT NULL"
        " AND deshace NOT IN (SELECT id FROM operaciones)"
    )
    if many := store.query(undone)[0][0]:
        found.append(f"El historial deshace {many} operaciones que ya no están.")
    undo, redo = journal.stacks(store.connection)
    steps = [(one.id, one.label) for one in [*undo, *redo]]
    empty = [label for id, label in steps if not _has_changes(store, id)]
    if empty:
        found.append(f"No se puede deshacer «{empty[0]}»: su historial está incompleto.")
    return found


def _has_changes(store: "Store", operation: int) -> bool:
    sql = "SELECT EXISTS (SELECT 1 FROM cambios WHERE operacion = ?)"
    return bool(store.query(sql, (operation,))[0][0])


def _single_rows(store: "Store") -> list[str]:
    return [
        f"El archivo debe tener un registro de «{NAMES[table][0]}» y tiene {many}."
        for table in ("plantel", "settings")
        if (many := store.query(f"SELECT count(*) FROM {table}")[0][0]) != 1
    ]
