"""`listar`: a list of the file, as columns of text or as JSON."""

import argparse
from pathlib import Path
from typing import Any

from app import clock
from app.cli.console import say, say_json, show_table
from app.cli.files import opened

_QUE = (
    "alumnos", "tutores", "tutorados", "asignaciones", "sesiones", "planes", "alertas", "formatos"
)  # fmt: skip
_LONGEST = 60
_NOT_SHOWN = {"apellido_paterno", "apellido_materno", "nombres"}


def configure(parser: argparse.ArgumentParser) -> None:
    """The arguments of the verb."""
    parser.add_argument("archivo", metavar="ARCHIVO", type=Path, help="el archivo del plantel")
    parser.add_argument(
        "que", metavar="LISTA", choices=_QUE, help=f"una de estas: {', '.join(_QUE)}"
    )
    parser.add_argument("--json", action="store_true", help="escribe un documento JSON")


def run(chosen: argparse.Namespace) -> int:
    """Writes the list."""
    from app.services.listados import LISTADOS

    with opened(chosen.archivo, read_only=True) as store:
        rows = LISTADOS[chosen.que](store, clock.today())
    if chosen.json:
        say_json(rows)
    elif not rows:
        say("No hay nada en esta lista.")
    else:
        heads = list(rows[0])
        show_table(
            [h.replace("_", " ") for h in heads], [[_cell(row[h]) for h in heads] for row in rows]
        )
    return 0


def _cell(value: Any) -> str:
    """A value in one short line."""
    if isinstance(value, bool):
        return "sí" if value else "no"
    if isinstance(value, list):
        value = "; ".join(_cell(one) for one in value)
    if isinstance(value, dict):
        value = " ".join(_cell(one) for one in value.values() if one not in ("", None))
    text = "" if value is None else " ".join(str(value).split())
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
