"""The engine: sqlcipher3 as the only SQLite of the process, opened the safe way.

Order and reasons: what was on disk must survive kills and power cuts, one file has one writer, and
a file from elsewhere must not run anything. Each setting is checked by a test on a live connection.
"""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import sqlcipher3
from sqlcipher3 import dbapi2 as _typeless

from app import text
from app.errors import AppError, DiskProblem, FileDamaged, FileInUse, ReadOnly

dbapi2: Any = _typeless
# sqlite-utils looks for pysqlite3 before the standard library, and its hooks import sqlite3: with
# these aliases there is one SQLite in the process, and its error classes are those that are caught.
for _name in ("pysqlite3", "sqlite3"):
    sys.modules.setdefault(_name, sqlcipher3)
    sys.modules.setdefault(f"{_name}.dbapi2", dbapi2)

if TYPE_CHECKING:
    from sqlite3 import Connection  # noqa: TID251 - same interface; sqlcipher3 brings no types
else:
    Connection = dbapi2.Connection
Error = dbapi2.Error
OLDEST_ENGINE = (3, 51, 3)
"""The first SQLite without the WAL-reset corruption."""

_PRAGMAS = (
    "PRAGMA cipher_log_level=NONE",
    "PRAGMA trusted_schema=OFF",
    "PRAGMA cell_size_check=ON",
    "PRAGMA mmap_size=0",
    "PRAGMA foreign_keys=ON",
    "PRAGMA recursive_triggers=ON",
    "PRAGMA secure_delete=ON",
    "PRAGMA temp_store=MEMORY",
    "PRAGMA synchronous=FULL",
)


def connect(path: Path | None, *, read_only: bool = False) -> Connection:
    """An open connection that already holds the file; `None` is a file in memory.

    Raises FileInUse, FileDamaged, ReadOnly or AppError with a sentence for the user.
    """
    if dbapi2.sqlite_version_info < OLDEST_ENGINE:
        raise AppError("Este programa está incompleto: su motor de datos es antiguo. Reinstálelo.")
    try:
        if path is None:
            connection = dbapi2.connect(":memory:")
        else:
            mode = "ro" if read_only else "rwc"
            connection = dbapi2.connect(f"{path.absolute().as_uri()}?mode={mode}", uri=True)
    except Error as error:
        raise explained(error, path) from error
    try:
        _prepare(connection, take=path is not None and not read_only)
    except Error as error:
        connection.close()
        raise explained(error, path) from error
    return connection


def _prepare(connection: Connection, *, take: bool) -> None:
    connection.execute("PRAGMA busy_timeout=300")
    if take:
        connection.execute("PRAGMA locking_mode=EXCLUSIVE")
    for pragma in _PRAGMAS:
        connection.execute(pragma)
    if take:
        connection.execute("BEGIN EXCLUSIVE")
        connection.execute("COMMIT")
        connection.execute("PRAGMA journal_mode=TRUNCATE")
    else:
        connection.execute("SELECT count(*) FROM sqlite_schema")
    connection.create_collation("es", text.compare)
    connection.create_function("plain", 1, _plain, deterministic=True)


def _plain(value: Any) -> str:
    return text.plain(str(value)) if value is not None else ""


def check(connection: Connection, *, thorough: bool) -> None:
    """Reads the whole file; FileDamaged when a page is wrong. Thorough after an unclean ending."""
    pragma = "integrity_check" if thorough else "quick_check"
    try:
        answer = connection.execute(f"PRAGMA {pragma}(1)").fetchone()[0]
        orphans = connection.execute("PRAGMA foreign_key_check").fetchone() if thorough else None
    except Error as error:
        raise FileDamaged(_DAMAGED) from error
    if answer != "ok" or orphans:
        raise FileDamaged(_DAMAGED)


_DAMAGED = (
    "El archivo está dañado y no se abrió para no empeorarlo. "
    "Abra la copia más reciente de la carpeta «respaldos» que está junto a él."
)


_OF_THE_DISK = (
    "i/o",
    "readonly",
    "unable to open",
    "full",
    "locked",
    "malformed",
    "not a database",
)


def is_of_the_disk(error: Exception) -> bool:
    """Whether the engine complains of the disk or the file, and not of what it was asked."""
    return isinstance(error, Error) and any(part in str(error).lower() for part in _OF_THE_DISK)


def gone(path: Path) -> DiskProblem:
    """The problem of an open file that went away: what is written to it would be lost."""
    return DiskProblem(
        f"«{path.name}» ya no está en su carpeta y el cambio no se guardó. Si está en una memoria "
        "USB, conéctela y vuelva a intentar; lo guardado antes está completo."
    )


def explained(  # noqa: PLR0911
    error: Exception, path: Path | None, *, opened: bool = False
) -> AppError:
    """The error of the engine as a sentence that says what happened and what to do.

    `opened` when the file was already open: then it may have gone away with its memory stick.
    """
    words = str(error).lower()
    name = path.name if path else "El archivo"
    if "locked" in words or "busy" in words:
        return FileInUse(f"«{name}» ya está abierto en otra ventana. Ciérrela y vuelva a intentar.")
    if opened and path is not None and not path.exists():
        return gone(path)
    if "readonly" in words or "read-only" in words or "read only" in words:
        return ReadOnly(
            f"No se puede escribir en «{name}»: el archivo o su carpeta es de solo lectura."
        )
    if "full" in words:
        return DiskProblem(
            f"No queda espacio en el disco de «{name}». Libere espacio y vuelva a intentar; "
            "lo guardado hasta ahora está completo."
        )
    if "not a database" in words or "malformed" in words:
        return FileDamaged(f"«{name}» no es un archivo de Entre Pares o está dañado.")
    if "unable to open" in words:
        return DiskProblem(
            f"No se pudo abrir «{name}». Revise que la carpeta exista y que tenga permiso."
        )
    if "i/o" in words:
        return DiskProblem(
            f"No se pudo leer o escribir «{name}». Si está en una memoria USB, revise que siga "
            "conectada; lo guardado hasta ahora está completo."
        )
    return DiskProblem(f"No se pudo trabajar con «{name}»: {error}")
