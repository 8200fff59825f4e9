"""Importing the lists of control escolar: read, review row by row, store in one undoable step."""

from app.services.imports.aplicar import ImportResult, apply, simulate
from app.services.imports.layout import Columna, Layout
from app.services.imports.plan import (
    Aviso,
    Baja,
    Cambio,
    ImportPlan,
    Options,
    ReviewedRow,
)  # fmt: skip
from app.services.imports.revision import correct, propose, read, review
from app.services.imports.snapshot import Snapshot, snapshot

__all__ = [
    "Aviso", "Baja", "Cambio", "Columna", "ImportPlan", "ImportResult", "Layout", "Options",
    "ReviewedRow", "Snapshot", "apply", "correct", "propose", "read", "review", "simulate",
    "snapshot",
]  # fmt: skip
