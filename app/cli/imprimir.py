"""`imprimir`: a form to a PDF, for some alumnos, for a grupo, for everybody, or empty."""

import argparse
from pathlib import Path

from app.cli.arguments import Misuse
from app.cli.console import say
from app.cli.files import opened
from app.formatos import FORMATOS, formato_of
from app.formatos.formato import PAPERS
from app.text import counted


def configure(parser: argparse.ArgumentParser) -> None:
    """The arguments of the verb."""
    keys = [formato.key for formato in FORMATOS]
    parser.add_argument("archivo", metavar="ARCHIVO", type=Path, help="el archivo del plantel")
    parser.add_argument("formato", metavar="FORMATO", choices=keys, help=", ".join(keys))
    parser.add_argument(
        "--salida", metavar="SALIDA.pdf", type=Path, required=True, help="el PDF que se hará"
    )
    parser.add_argument(
        "--control", metavar="N", nargs="+", action="extend", default=[], help="números de control"
    )
    parser.add_argument("--grupo", metavar="G", default="", help="un grupo, como 3B")
    parser.add_argument("--en-blanco", action="store_true", help="sin datos, para llenar a mano")
    parser.add_argument(
        "--papel", metavar="PAPEL", choices=list(PAPERS), default="carta", help=", ".join(PAPERS)
    )


def run(chosen: argparse.Namespace) -> int:
    """Makes the PDF and notes the printing."""
    from app.services import printing, selection

    formato = formato_of(chosen.formato)
    if chosen.papel not in formato.papers:
        raise Misuse(f"El formato «{formato.key}» no se imprime en {PAPERS[chosen.papel].lower()}.")
    if chosen.salida.suffix.lower() != ".pdf":
        raise Misuse("La salida debe terminar en .pdf.")
    if chosen.en_blanco and (chosen.control or chosen.grupo):
        raise Misuse("Un formato en blanco no lleva alumnos ni grupo.")
    opciones = formato.dibujo().opciones(papel=chosen.papel)
    with opened(chosen.archivo) as store:
        if chosen.en_blanco:
            tirada = printing.tirada_en_blanco(store, formato, opciones)
        else:
            ids = selection.of(store, formato, chosen.control, chosen.grupo)
            tirada = printing.tirada(store, formato, ids, opciones)
        printing.print_to(store, tirada, chosen.salida)
    what = counted(len(tirada.datos), *formato.nouns)
    say(f"Se hizo «{chosen.salida}»: {what}{' en blanco' if chosen.en_blanco else ''}.")
    return 0
