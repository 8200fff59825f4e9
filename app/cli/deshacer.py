"""`deshacer`: takes back the newest steps of the file, one by one."""

import argparse
from pathlib import Path

from app.cli.arguments import positive
from app.cli.console import say
from app.cli.files import opened
from app.errors import AppError
from app.text import counted


def configure(parser: argparse.ArgumentParser) -> None:
    """The arguments of the verb."""
    parser.add_argument("archivo", metavar="ARCHIVO", type=Path, help="el archivo del plantel")
    parser.add_argument("--pasos", metavar="N", type=positive, default=1, help="cuántos pasos (1)")


def run(chosen: argparse.Namespace) -> int:
    """Undoes the steps and names them; does nothing and says so when there are fewer."""
    from app.store import checking

    with opened(chosen.archivo) as store:
        known = len(checking.undo_labels(store))
        if not known:
            raise AppError("No hay nada que deshacer.")
        if chosen.pasos > known:
            steps = counted(known, "paso", "pasos")
            raise AppError(f"Solo se puede deshacer {steps}; no se deshizo nada.")
        for _ in range(chosen.pasos):
            say(f"Se deshizo: {store.undo()}")
    return 0
