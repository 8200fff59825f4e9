"""Steps of the paper: every form, filled and empty, in each paper; its letters; the printer."""

from pathlib import Path
from typing import Any

from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from app.formatos import CARNET
from app.formatos.fonts import WEIGHTS
from app.formatos.formato import Formato, render_to
from app.formatos.preview import Preview
from app.services import printing
from app.services.sujetos import sujetos
from ui.paper import picture
from ui.selftest.walk import Failed, Walk

_DOTS_PER_POINT = 110 / 72


def print_form(formato: Formato, papel: str, walk: Walk) -> None:
    """A form with the data of its example and empty, to PDF, and its first page to a picture."""
    dibujo = formato.dibujo()
    opciones = dibujo.opciones(papel=papel)
    found: dict[str, Any] = {"clave": formato.key, "papel": papel}
    for word, datos in (("lleno", dibujo.ejemplo), ("en_blanco", dibujo.en_blanco)):
        name = f"{formato.key}_{papel}_{word}"
        path = walk.place("papeles", f"{name}.pdf")
        render_to(path, formato, [datos], opciones)
        found[word] = _looked_at(walk, path, name)
    walk.formatos.append(found)


def print_real(formato: Formato, walk: Walk) -> str:
    """A form for everybody in the plantel that it is for, as the window prints it."""
    ids = [one.id for one in sujetos(walk.store, formato)]
    if not ids:
        return f"El plantel no tiene {formato.nouns[1]} que imprimir."
    path = walk.place("papeles", f"{formato.key} del plantel.pdf")
    printing.print_to(walk.store, printing.tirada(walk.store, formato, ids), path)
    with Preview(path.read_bytes()) as pages:
        return f"{len(ids)} {formato.nouns[1]}, {pages.pages} páginas"


def embedded_letters(walk: Walk) -> None:
    """The typeface of the forms travels inside their PDF."""
    pdf = walk.place("papeles", f"{CARNET.key}_{CARNET.papers[0]}_lleno.pdf").read_bytes()
    for weight in WEIGHTS:
        if f"SourceSansPro-{weight}".encode() not in pdf:
            raise Failed(f"El PDF no lleva la letra SourceSansPro-{weight}.")
    if b"/FontFile2" not in pdf:
        raise Failed("El PDF no lleva sus letras dentro.")


def printer(_walk: Walk) -> str:
    """Qt knows the system's printers, even if there is none."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    names = QPrinterInfo.availablePrinterNames()
    return f"{len(names)} impresoras, {printer.resolution()} puntos por pulgada"


def _looked_at(walk: Walk, path: Path, name: str) -> dict[str, Any]:
    pdf = path.read_bytes()
    with Preview(pdf) as pages:
        walk.keep(picture(pages, 0, _DOTS_PER_POINT), f"papel_{name}")
        many = pages.pages
    return {
        "archivo": path.relative_to(walk.folder).as_posix(),
        "paginas": many,
        "bytes": len(pdf),
    }
