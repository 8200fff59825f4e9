"""Small lists for the tests of the import window, and the window itself with one read."""

import csv
from collections.abc import Callable, Sequence
from pathlib import Path

from pytestqt.qtbot import QtBot

from app.services import imports
from app.store import Store
from ui.dialogs.importar import ImportWizard
from ui.dialogs.importar_sesion import Source
from ui.main_window import MainWindow

HEADS = ["Número de control", "Apellido paterno", "Apellido materno", "Nombre(s)", "Grupo", "CURP"]
PEOPLE = [
    ["24311050070200", "Miranda", "Ríos", "Jimena", "1A", ""],
    ["24311050070201", "Núñez", "Peña", "Diego Armando", "3B", ""],
    ["24311050070202", "Ñáñez", "Ayala", "Lucero", "3B", ""],
]


def write_list(folder: Path, name: str, rows: Sequence[Sequence[str]]) -> Path:
    """A list as a .csv file."""
    path = folder / name
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    return path


def store_people(store: Store, folder: Path) -> None:
    """The three alumnos of `PEOPLE`, already in the plantel."""
    path = write_list(folder, "antes.csv", [HEADS, *PEOPLE])
    imports.apply(store, imports.propose(store, imports.read(path)))


class Wizard:
    """The window of an import, pressed as a person would."""

    def __init__(self, window: MainWindow, qtbot: QtBot, what: object = None) -> None:
        assert window.ctx is not None
        self.qtbot, self.store = qtbot, window.ctx.store
        window.places.go("importar", what)
        found = window.findChildren(ImportWizard)
        self.dialog = found[-1]
        self.wait()

    def wait(self) -> None:
        """Until nothing is being read."""
        self.qtbot.waitUntil(lambda: not self.dialog.lector.busy, timeout=20_000)

    def read(self, path: Path) -> "Wizard":
        """Reads a file as if it had been chosen."""
        self.dialog.archivo.chosen.emit(Source(path))
        self.wait()
        return self

    def next(self) -> "Wizard":
        """The filled button."""
        self.dialog.main.click()
        return self

    def to_review(self) -> "Wizard":
        """From the first step to the review."""
        return self.next().next()

    @property
    def at(self) -> str:
        """The title of the step in sight."""
        steps = [b.step for b in self.dialog.stepper._buttons]
        return next((s.title for s in steps if s.state == "current"), "Listo")

    def caption(self, place: int) -> str:
        """What a step says beneath its title."""
        return self.dialog.stepper._buttons[place].step.caption

    def cells(self, column: str) -> list[str]:
        """What a column of the review shows, from top to bottom."""
        table = self.dialog.revision.table
        assert table is not None
        show: Callable[[object], str] = next(c.show for c in table.model.columns if c.key == column)
        return [show(table.model.row_at(i)) for i in range(table.model.rowCount())]

    def choose_row(self, fila: int) -> None:
        """Chooses a row by its number in the spreadsheet."""
        table = self.dialog.revision.table
        assert table is not None
        row = next(row for row in table.model.rows() if row.fila == fila)
        table.choose(row.place)

    def correct(self, text: str) -> None:
        """Writes in the cell of the strip and presses Enter."""
        self.dialog.revision.problema.take_focus()
        self.dialog.revision.problema.field.setText(text)
        assert self.dialog.revision.take_enter()
        self.wait()
