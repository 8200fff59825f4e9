"""How a file is opened: who has it, whether it is whole and known to us, and its copies."""

import getpass
import json
import os
import platform
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from app.errors import AppError, FileDamaged, FileInUse, FileTooNew
from app.store import engine, schema

if TYPE_CHECKING:
    from sqlite_utils import Database

    from app.store.engine import Connection

COPIES = "respaldos"


def author() -> str:
    """Who works here: user and computer, as the history says it."""
    try:
        user = getpass.getuser()
    except (KeyError, OSError):
        user = "alguien"
    return f"{user} en {platform.node() or 'esta computadora'}"


def usable(path: Path) -> Path:
    """The file itself, links resolved; AppError for a folder or a second name on disk."""
    path = path.expanduser()
    if path.is_dir():
        raise AppError(f"«{path.name}» es una carpeta; elija un archivo.")
    if path.exists():
        path = path.resolve()
        if path.stat().st_nlink > 1:
            raise AppError(
                f"«{path.name}» tiene dos nombres en el disco (enlace duro) y así puede dañarse. "
                "Haga una copia normal y abra la copia."
            )
    elif not path.parent.is_dir():
        raise AppError(f"No existe la carpeta «{path.parent}».")
    return path


def is_writable(path: Path) -> bool:
    """Whether the file and its folder, where the journal goes, let themselves be written."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def ended_badly(path: Path) -> bool:
    """Whether the last session was cut: its journal is still there and has something."""
    journal = path.with_name(f"{path.name}-journal")
    return journal.exists() and journal.stat().st_size > 0


def lock_note(path: Path) -> Path:
    """The small file beside the data that says who has it open; only for the message."""
    return path.with_name(f"{path.name}.abierto")


def leave_note(path: Path, who: str, since: datetime) -> None:
    """Writes who opened the file; a folder that does not let us is no problem."""
    note = {"quien": who, "desde": since.isoformat(), "proceso": os.getpid()}
    try:
        lock_note(path).write_text(json.dumps(note, ensure_ascii=False), encoding="utf-8")
    except OSError:
        return


def remove_note(path: Path) -> None:
    """Takes the note away on closing."""
    try:
        lock_note(path).unlink(missing_ok=True)
    except OSError:
        return


def connect(path: Path, *, read_only: bool) -> "Connection":
    """The connection that holds the file; FileInUse says who has it and since when."""
    try:
        return engine.connect(path, read_only=read_only)
    except FileInUse as busy:
        try:
            note = json.loads(lock_note(path).read_text(encoding="utf-8"))
            since = datetime.fromisoformat(note["desde"])
            who = str(note["quien"])
        except (OSError, ValueError, KeyError, TypeError):
            raise busy from None
        raise FileInUse(
            f"«{path.name}» está abierto por {who} desde las {since:%H:%M} del {since:%d/%m/%Y}. "
            "Ciérrelo ahí y vuelva a intentar."
        ) from None


def version_of(connection: "Connection", path: Path | None) -> int:
    """How many steps of the schema the file has; FileTooNew or FileDamaged if not for us."""
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    name = path.name if path else "El archivo"
    tables = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
    if application != schema.APPLICATION_ID and tables:
        raise FileDamaged(f"«{name}» es una base de datos de otro programa, no de Entre Pares.")
    if version > schema.LATEST:
        raise FileTooNew(
            f"«{name}» se hizo con una versión más nueva de Entre Pares. "
            "Actualice el programa en esta computadora para abrirlo."
        )
    return version


def upgrade(db: "Database", path: Path | None, now: datetime) -> Path | None:
    """Applies the missing steps of the schema, after a copy; the copy's path, if there was one."""
    from app.store.migrations import migrations

    copy = None
    if path is not None and migrations.applied(db):
        copy = copy_to(db.conn, path, now, "antes-de-actualizar")
    db.execute("PRAGMA foreign_keys=OFF")
    try:
        migrations.apply(db)
        if db.execute("PRAGMA foreign_key_check").fetchone():
            raise FileDamaged("El archivo tiene registros sueltos y no se pudo actualizar.")
        db.execute(f"PRAGMA application_id={schema.APPLICATION_ID}")
        db.execute(f"PRAGMA user_version={schema.LATEST}")
    finally:
        db.execute("PRAGMA foreign_keys=ON")
    return copy


def copy_to(connection: "Connection", path: Path, now: datetime, reason: str) -> Path:
    """A copy of the open file in its folder of copies, verified before it gets its name."""
    folder = path.parent / COPIES
    try:
        folder.mkdir(exist_ok=True)
        number = 1 + max(
            (
                int(found.stem.split(".")[-3])
                for found in folder.glob(f"{path.stem}.*.*.*.entrepares")
            ),
            default=0,
        )
        target = folder / f"{path.stem}.{number:06d}.{now:%Y-%m-%d}.{reason}.entrepares"
        write_copy(connection, target)
    except (OSError, ValueError) as error:
        raise AppError(f"No se pudo hacer la copia previa en «{folder}»: {error}") from error
    return target


def write_copy(connection: "Connection", target: Path) -> None:
    """The open file copied to `target` by the engine, checked, and only then put in place."""
    draft = target.with_name(f"{target.name}.tmp")
    draft.unlink(missing_ok=True)
    other = engine.connect(draft)
    try:
        connection.backup(other)
        engine.check(other, thorough=False)
        other.execute("PRAGMA journal_mode=DELETE")  # its empty journal would stay beside the copy
    finally:
        other.close()
    draft.replace(target)
