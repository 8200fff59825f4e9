"""Where the import window saves a table: asked with the system's dialog, in the folder of lists."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from app.paths import documents_folder
from ui import state

FOLDER = "listas/carpeta"
_KINDS = "Excel (*.xlsx);;CSV (*.csv)"


def lists_folder() -> Path:
    """The folder of the last list."""
    return Path(state.recall(FOLDER, str(documents_folder())))


def ask_path(parent: QWidget, title: str, name: str) -> Path | None:
    """Where to save a table of that name, .xlsx unless the user says .csv; None if nowhere."""
    offered = str(lists_folder() / f"{name}.xlsx")
    chosen, kind = QFileDialog.getSaveFileName(parent, title, offered, _KINDS)
    if not chosen:
        return None
    path = Path(chosen)
    if path.suffix.lower() not in (".xlsx", ".csv"):
        path = path.with_name(f"{path.name}{'.csv' if '.csv' in kind else '.xlsx'}")
    state.remember(FOLDER, str(path.parent))
    return path
