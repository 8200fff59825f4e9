"""`verificar`: whether the file is whole and sound, and the program too."""

import argparse
from pathlib import Path
from typing import Any

from app import VERSION, paths
from app.cli.console import complain, say, say_json
from app.cli.files import opened
from app.errors import FileDamaged
from app.text import counted

_RESOURCES = (
    "fonts/SourceSansPro-Regular.ttf",
    "fonts/SourceSansPro-Semibold.ttf",
    "fonts/SourceSansPro-Bold.ttf",
    "demo/plan_de_estudios.txt",
)


def configure(parser: argparse.ArgumentParser) -> None:
    """The arguments of the verb."""
    parser.add_argument("archivo", metavar="ARCHIVO", type=Path, help="el archivo del plantel")
    parser.add_argument("--json", action="store_true", help="escribe un documento JSON")


def run(chosen: argparse.Namespace) -> int:
    """Looks through the file; 1 when something is wrong."""
    found = _looked_through(chosen.archivo)
    if chosen.json:
        say_json(found)
    else:
        _tell(found)
    wrong = found["problemas"]
    if not wrong:
        return 0
    many = counted(len(wrong), "problema", "problemas")
    complain(f"«{chosen.archivo.name}» tiene {many}: {wrong[0]}")
    return 1


def _looked_through(path: Path) -> dict[str, Any]:
    from app.store import checking

    try:
        with opened(path, read_only=True) as store:
            whole = checking.is_whole(store)
            return {
                "integridad": "ok" if whole else "dañado",
                "version": checking.schema_version(store),
                "programa": VERSION,
                "registros": checking.counts(store),
                "problemas": [
                    *([] if whole else ["El archivo está dañado; abra su copia más reciente."]),
                    *checking.problems(store),
                    *_missing_resources(),
                ],
            }
    except FileDamaged as damage:
        return {
            "integridad": "dañado", "version": None, "programa": VERSION, "registros": {},
            "problemas": [str(damage)],
        }  # fmt: skip


def _missing_resources() -> list[str]:
    return [
        f"Al programa le falta «{name}»; instálelo de nuevo."
        for name in _RESOURCES
        if not (paths.RESOURCES / name).is_file()
    ]


def _tell(found: dict[str, Any]) -> None:
    say(f"Integridad: {found['integridad']}")
    for name, many in found["registros"].items():
        say(f"  {name}: {many:,}")
    for problem in found["problemas"]:
        say(f"- {problem}")
    if not found["problemas"]:
        say("El archivo está completo.")
