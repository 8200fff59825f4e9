"""Where things are, from source and from the frozen program alike."""

import os
import sys
from pathlib import Path

ROOT = Path(getattr(sys, "_MEIPASS", "")) if hasattr(sys, "_MEIPASS") else Path(__file__).parents[1]
RESOURCES = ROOT / "resources"
EXTENSION = ".entrepares"


def user_folder() -> Path:
    """The folder of this user for reports and copies; made when it is missing.

    `ENTREPARES_CARPETA` moves it (portable use, tests).
    """
    chosen = os.environ.get("ENTREPARES_CARPETA")
    if chosen:
        folder = Path(chosen)
    elif os.name == "nt":
        folder = Path(os.environ.get("LOCALAPPDATA", str(Path.home()))) / "Entre Pares"
    else:
        base = os.environ.get("XDG_DATA_HOME", str(Path.home() / ".local" / "share"))
        folder = Path(base) / "entre-pares"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def documents_folder() -> Path:
    """Where a new file of a plantel is offered."""
    for name in ("Documents", "Documentos"):
        if (folder := Path.home() / name).is_dir():
            return folder
    return Path.home()
