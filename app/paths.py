"""Where things are, from source and from the frozen program alike."""

import os
import re
import sys
import unicodedata
from functools import cache
from pathlib import Path

ROOT = Path(getattr(sys, "_MEIPASS", "")) if hasattr(sys, "_MEIPASS") else Path(__file__).parents[1]
RESOURCES = ROOT / "resources"
EXTENSION = ".entrepares"
_PORTABLE, _PORTABLE_DATA = "portable.txt", "datos"
OWN_FOLDER = "ENTREPARES_CARPETA"
"""Names the folder of the user in place of the usual one (tests, the self-test)."""


def portable_folder() -> Path | None:
    """The folder beside the program for its data, when it is told to carry them; else None.

    A file `portable.txt` beside the frozen program tells it. The folder may not be writable: see
    `carries_its_data`.
    """
    if not getattr(sys, "frozen", False):
        return None
    beside = Path(sys.executable).parent
    return beside / _PORTABLE_DATA if (beside / _PORTABLE).is_file() else None


def carries_its_data() -> bool:
    """Whether the program is portable and may write in its own folder."""
    folder = portable_folder()
    return folder is not None and _takes_files(folder)


def portable_sentence() -> str:
    """Where a portable program keeps its data; empty when it is not portable."""
    folder = portable_folder()
    if folder is None:
        return ""
    if carries_its_data():
        return f"Versión portátil: sus datos y ajustes se guardan en «{folder}»."
    return (
        f"Esta versión portátil no puede escribir en «{folder}», así que sus ajustes se guardan en "
        f"«{user_folder()}». Quite la protección contra escritura o copie el programa a otra "
        "carpeta."
    )


@cache
def _takes_files(folder: Path) -> bool:
    from tempfile import TemporaryFile

    try:
        folder.mkdir(exist_ok=True)
        with TemporaryFile(dir=folder):
            return True
    except OSError:
        return False


def user_folder() -> Path:
    """The folder of this user for settings, reports and copies; made when it is missing.

    The variable `OWN_FOLDER` moves it; a portable program has it beside itself.
    """
    chosen = os.environ.get(OWN_FOLDER)
    if chosen:
        folder = Path(chosen)
    elif carries_its_data() and (beside := portable_folder()):
        folder = beside
    elif os.name == "nt":
        folder = Path(os.environ.get("LOCALAPPDATA", str(Path.home()))) / "Entre Pares"
    else:
        base = os.environ.get("XDG_DATA_HOME", str(Path.home() / ".local" / "share"))
        folder = Path(base) / "entre-pares"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def documents_folder() -> Path:
    """Where a new file of a plantel is offered: the documents, or beside a portable program."""
    if carries_its_data() and (beside := portable_folder()):
        return beside
    for name in ("Documents", "Documentos"):
        if (folder := Path.home() / name).is_dir():
            return folder
    return Path.home()


_FORBIDDEN = re.compile(r'[<>:"/\\|?*]+')
_RESERVED = re.compile(
    r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])(\..*)?", re.IGNORECASE
)
_LONGEST_NAME = 80


def file_name_of(words: str, otherwise: str = "Plantel") -> str:
    """Words as a file name, without extension, that Windows and Linux accept alike.

    Forbidden signs become hyphens, dots and spaces go from the ends, and the names of devices
    (CON, NUL, COM1…) get `otherwise` before them.
    """
    seen = "".join(c for c in unicodedata.normalize("NFC", words) if c.isprintable())
    name = _FORBIDDEN.sub("-", seen)[:_LONGEST_NAME].strip(" .-")
    if _RESERVED.fullmatch(name):
        return f"{otherwise} {name}"
    return name or otherwise


def free_path(folder: Path, name: str, extension: str = EXTENSION) -> Path:
    """A path in a folder that no file has yet: the name, or the name with a number after it."""
    path, number = folder / f"{name}{extension}", 2
    while path.exists():
        path, number = folder / f"{name} ({number}){extension}", number + 1
    return path
