"""Importing the lists of control escolar: read, review row by row, store in one undoable step."""

from app.services.imports.aplicar import ImportResult, apply, simulate
from app.services.imports.layout import Columna, Layout, recognise
from app.services.imports.plan import Aviso, Baja, Cambio, ImportPlan, Options, ReviewedRow
from app.services.imports.problemas import save_problems
from app.services.imports.revision import correct, propose, read, review
from app.services.imports.snapshot import Snapshot, snapshot

__all__ = [
    "Aviso", "Baja", "Cambio", "Columna", "ImportPlan", "ImportResult", "Layout", "Options",
    "ReviewedRow", "Snapshot", "apply", "correct", "propose", "read", "recognise", "review",
    "save_problems", "simulate", "snapshot",
]  # fmt: skip
