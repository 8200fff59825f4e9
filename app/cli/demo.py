"""`demo`: a new file with a made-up plantel."""

import argparse
from pathlib import Path

from app import clock
from app.cli.arguments import positive
from app.cli.console import say
from app.cli.files import made, opened
from app.text import counted


def configure(parser: argparse.ArgumentParser) -> None:
    """The arguments of the verb."""
    parser.add_argument("archivo", metavar="ARCHIVO", type=Path, help="el archivo que se hará")
    parser.add_argument(
        "--alumnos", metavar="N", type=positive, default=240, help="cuántos alumnos (240)"
    )
    parser.add_argument(
        "--semilla", metavar="N", type=int, default=1, help="otra semilla, otro plantel (1)"
    )


def run(chosen: argparse.Namespace) -> int:
    """Makes the file and says what is in it."""
    from app.services import demo

    today = clock.today()
    made(
        chosen.archivo,
        lambda path: demo.new_file(path, chosen.alumnos, chosen.semilla, today),
    )
    with opened(chosen.archivo, read_only=True) as store:
        alumnos = counted(store.alumnos.count(), "alumno", "alumnos")
        tutores = counted(store.perfiles_tutor.count(), "alumno tutor", "alumnos tutores")
        pairs = counted(store.intervenciones.count(), "intervención", "intervenciones")
    say(f"Se hizo «{chosen.archivo}»: {alumnos}, {tutores} y {pairs}.")
    return 0
