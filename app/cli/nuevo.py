"""`nuevo`: an empty file for a plantel."""

import argparse
from pathlib import Path

from app.cli.console import say
from app.cli.files import made
from app.domain.identifiers import clean_identifier, doubt_about_cct


def configure(parser: argparse.ArgumentParser) -> None:
    """The arguments of the verb."""
    parser.add_argument("archivo", metavar="ARCHIVO", type=Path, help="el archivo que se hará")
    parser.add_argument("--plantel", metavar="NOMBRE", required=True, help="nombre del plantel")
    parser.add_argument("--cct", metavar="CCT", default="", help="clave de centro de trabajo")
    parser.add_argument(
        "--periodo", metavar="AAAA-AAAAP", default="", help="como 2026-2027A; si falta, el de hoy"
    )


def run(chosen: argparse.Namespace) -> int:
    """Makes the file; a doubtful CCT is stored and told."""
    from app.services import planteles

    cct = clean_identifier(chosen.cct)
    made(chosen.archivo, lambda path: planteles.new_file(path, chosen.plantel, cct, chosen.periodo))
    say(f"Se hizo «{chosen.archivo}».")
    if cct and (doubt := doubt_about_cct(cct)):
        say(f"Revise la CCT: {doubt}.")
    return 0
