"""`exportar`: a table for Excel (.xlsx) or for anything else (.csv)."""

import argparse
from pathlib import Path

from app.cli.arguments import Misuse
from app.cli.console import say
from app.cli.files import opened
from app.text import counted

_QUE = ("alumnos", "tutores", "tutorados", "asignaciones", "calificaciones", "sesiones", "horas")


def configure(parser: argparse.ArgumentParser) -> None:
    """The arguments of the verb."""
    parser.add_argument("archivo", metavar="ARCHIVO", type=Path, help="el archivo del plantel")
    parser.add_argument("que", metavar="QUE", choices=_QUE, help=", ".join(_QUE))
    parser.add_argument(
        "--salida", metavar="X.xlsx", type=Path, required=True, help="tabla .xlsx o .csv"
    )
    parser.add_argument(
        "--con-contacto", action="store_true",
        help="con CURP, nacimiento, correo y teléfonos (solo alumnos)",
    )  # fmt: skip


def run(chosen: argparse.Namespace) -> int:
    """Writes the table."""
    from app.services.exports import export

    if chosen.salida.suffix.lower() not in (".xlsx", ".csv"):
        raise Misuse("La salida debe terminar en .xlsx o en .csv.")
    with opened(chosen.archivo, read_only=True) as store:
        rows = export(store, chosen.que, chosen.salida, contacto=chosen.con_contacto)
    say(f"Se hizo «{chosen.salida}»: {counted(rows, 'fila', 'filas')}.")
    return 0
