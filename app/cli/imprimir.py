"""`imprimir`: a form to a PDF, for some alumnos, for a grupo, for everybody, or empty."""

import argparse
from pathlib import Path
from typing import Any

from app.cli.arguments import Misuse, positive
from app.cli.console import aligned, say
from app.cli.files import opened
from app.errors import InvalidValue
from app.formatos import FORMATOS, formato_of
from app.formatos.formato import PAPERS, Formato, values_of
from app.text import counted, joined

MOST_COPIES = 200


def configure(parser: argparse.ArgumentParser) -> None:
    """The arguments of the verb, with the forms and their options in its help."""
    keys = [formato.key for formato in FORMATOS]
    parser.add_argument("archivo", metavar="ARCHIVO", type=Path, help="el archivo del plantel")
    parser.add_argument("formato", metavar="FORMATO", choices=keys, help="uno de los de abajo")
    parser.add_argument(
        "--salida", metavar="SALIDA.pdf", type=Path, required=True, help="el PDF que se hará"
    )
    parser.add_argument(
        "--control", metavar="N", nargs="+", action="extend", default=[], help="números de control"
    )
    parser.add_argument("--grupo", metavar="G", default="", help="un grupo, como 3B")
    parser.add_argument("--en-blanco", action="store_true", help="sin datos, para llenar a mano")
    parser.add_argument(
        "--copias", metavar="N", type=positive, help="cuántos en blanco; uno si no se dice"
    )
    parser.add_argument("--papel", metavar="PAPEL", choices=list(PAPERS), help=", ".join(PAPERS))
    parser.add_argument(
        "--opcion", metavar="CLAVE=VALOR", action="append", default=[],
        help="una opción del formato; se repite para otras",
    )  # fmt: skip
    parser.epilog = "\n".join(_explained())


def run(chosen: argparse.Namespace) -> int:
    """Makes the PDF and notes the printing."""
    from app.services import printing, selection

    formato = formato_of(chosen.formato)
    _check(chosen, formato)
    papel = chosen.papel or formato.papers[0]
    opciones = formato.dibujo().opciones(papel=papel, **_options(formato, chosen.opcion))
    with opened(chosen.archivo) as store:
        if chosen.en_blanco:
            tirada = printing.tirada_en_blanco(store, formato, opciones, chosen.copias or 1)
        else:
            ids = selection.of(store, formato, chosen.control, chosen.grupo)
            tirada = printing.tirada(store, formato, ids, opciones)
        printing.print_to(store, tirada, chosen.salida)
    what = counted(len(tirada.datos), *formato.nouns)
    say(f"Se hizo «{chosen.salida}»: {what}{' en blanco' if chosen.en_blanco else ''}.")
    return 0


def _check(chosen: argparse.Namespace, formato: Formato) -> None:
    """Raises Misuse for arguments that do not go together."""
    if chosen.papel and chosen.papel not in formato.papers:
        raise Misuse(f"El formato «{formato.key}» no se imprime en {PAPERS[chosen.papel].lower()}.")
    if chosen.salida.suffix.lower() != ".pdf":
        raise Misuse("La salida debe terminar en .pdf.")
    if chosen.en_blanco and (chosen.control or chosen.grupo):
        raise Misuse("Un formato en blanco no lleva alumnos ni grupo.")
    if chosen.copias and not chosen.en_blanco:
        raise Misuse("Las copias son de formatos en blanco; agregue --en-blanco.")
    if (chosen.copias or 1) > MOST_COPIES:
        raise Misuse(f"Se hacen {MOST_COPIES} copias cuando más.")


def _options(formato: Formato, typed: list[str]) -> dict[str, Any]:
    """The options by key; Misuse for a key or a value that the form does not have."""
    fields, found = formato.opciones(), dict[str, Any]()
    for one in typed:
        key, equals, value = one.partition("=")
        if not equals:
            raise Misuse(f"«{one}» debe escribirse como clave=valor.")
        if key not in fields:
            have = joined(list(fields)) or "ninguna"
            raise Misuse(f"«{key}» no es una opción de «{formato.key}»; tiene {have}.")
        try:
            found[key] = fields[key].clean(value)
        except InvalidValue as problem:
            raise Misuse(f"En «{key}», {_uncapped(str(problem))}.") from None
    return found


def _uncapped(sentence: str) -> str:
    return sentence.rpartition(": ")[2].rstrip(".")


def _explained() -> list[str]:
    """The forms with their titles, then the options of each."""
    titles = aligned([(one.key, one.title) for one in FORMATOS])
    options = [
        (one.key if not i else "", f"{key}={'|'.join(values_of(field)) or '…'}", field.label)
        for one in FORMATOS
        for i, (key, field) in enumerate(one.opciones().items())
    ]
    return ["Formatos:", *titles, "", "Opciones de cada formato:", *aligned(options)]
