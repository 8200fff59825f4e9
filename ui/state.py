"""What this computer remembers of the window: place, last file, theme. Never in the data file."""

import os
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QSettings

from app.paths import documents_folder, user_folder

_MOST_RECENT = 8


def settings() -> QSettings:
    """The settings of this user, in a file (no registry, so that they can be carried)."""
    return QSettings(str(user_folder() / "ventana.ini"), QSettings.Format.IniFormat)


def remember(key: str, value: Any) -> None:
    """Keeps a value of the window."""
    settings().setValue(key, value)


def recall(key: str, otherwise: str = "") -> str:
    """The text kept under a key."""
    return str(settings().value(key, otherwise))


def recall_folder(key: str) -> Path:
    """The folder used last for something; the one of documents while there is none any more."""
    kept = recall(key)
    return Path(kept) if kept and Path(kept).is_dir() else documents_folder()


def recall_bytes(key: str) -> QByteArray | None:
    """The bytes kept under a key (geometry, widths), or None."""
    value = settings().value(key)
    return value if isinstance(value, QByteArray) else None


def remember_path(key: str, path: Path) -> None:
    """Keeps the place of a file, so that it is found again after its folder moved with it."""
    remember(key, _kept_as(path))


def recall_path(key: str) -> Path | None:
    """The file kept under a key, if it still exists."""
    return _found(recall(key))


def _kept_as(path: Path) -> str:
    """A file beside the settings by its place from them: a memory stick changes its letter."""
    own = user_folder().resolve()
    return str(path.relative_to(own)) if path.is_relative_to(own) else str(path)


def _found(kept: str) -> Path | None:
    path = user_folder().resolve() / kept
    return path if kept and path.exists() else None


def recent_files() -> list[Path]:
    """The files opened lately that still exist, newest first."""
    return [
        path for kept in recall("archivos/recientes").split(os.pathsep) if (path := _found(kept))
    ]


def add_recent(path: Path) -> None:
    """Puts a file first among the recent ones."""
    rest = [one for one in recent_files() if one != path]
    kept = [_kept_as(one) for one in [path, *rest][:_MOST_RECENT]]
    remember("archivos/recientes", os.pathsep.join(kept))
