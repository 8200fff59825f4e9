"""`importar`: reviews a list and stores what it brings, in one step that can be undone."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli.console import complain, say, say_json
from app.cli.files import opened
from app.text import counted

if TYPE_CHECKING:
    from app.services.imports import ImportResult

_TIPOS = ("alumnos", "calificaciones", "tutores", "disponibilidad")
_LISTED = 20


def configure(parser: argparse.ArgumentParser) -> None:
    """The arguments of the verb."""
    parser.add_argument("archivo", metavar="ARCHIVO", type=Path, help="el archivo del plantel")
    parser.add_argument(
        "lista", metavar="LISTA", type=Path, help="la lista: .xlsx .xls .ods .csv .tsv"
    )
    parser.add_argument(
        "--tipo", metavar="TIPO", choices=_TIPOS, default="", help=", ".join(_TIPOS)
    )
    parser.add_argument("--hoja", metavar="H", default="", help="solo esa hoja")
    parser.add_argument("--simular", action="store_true", help="dice qué haría, sin hacerlo")
    parser.add_argument("--json", action="store_true", help="escribe un documento JSON")


def run(chosen: argparse.Namespace) -> int:
    """Imports the list; 1 when nothing of it could enter."""
    from app.services import imports

    book = imports.read(chosen.lista)
    with opened(chosen.archivo, read_only=chosen.simular) as store:
        plan = imports.propose(store, book, chosen.tipo, chosen.hoja)
        result = imports.simulate(plan) if chosen.simular else imports.apply(store, plan)
    if chosen.json:
        say_json(result.as_json())
    else:
        _tell(result)
    if plan.rows and not plan.entran:
        complain(f"Ninguna fila de «{chosen.lista.name}» pudo entrar: {plan.rows[0].motivo}")
        return 1
    return 0


def _tell(result: "ImportResult") -> None:
    found = result.as_json()
    verb = "Entrarían" if result.simulado else "Entraron"
    say(
        f"{counted(found['leidas'], 'fila leída', 'filas leídas')} de {found['tipo']}. {verb} "
        f"{counted(found['nuevas'], 'nueva', 'nuevas')}, {found['actualizadas']:,} con cambios y "
        f"{found['sin_cambio']:,} sin cambio; {len(found['rechazadas']):,} rechazadas."
    )
    if found["ignoradas"]:
        say(f"Columnas que no se usan: {', '.join(found['ignoradas'])}.")
    for title, rows in (("Rechazada", found["rechazadas"]), ("Aviso", found["avisos"])):
        for row in rows[:_LISTED]:
            say(f"{title}, fila {row['fila']}, {row['columna']} «{row['valor']}»: {row['motivo']}")
        if len(rows) > _LISTED:
            say(f"… y {len(rows) - _LISTED:,} más.")
    for nota in found["notas"]:
        say(nota)
