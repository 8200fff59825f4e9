"""Printing: gather what a form says, draw it anywhere, then note what was printed.

Three steps, so that the drawing can run in the background: `tirada` reads the file, `Tirada.pdf`
only draws, `issue` writes the emisiones. `print_to` does the three.
"""

import json
import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from app import domain
from app.errors import AppError
from app.formatos import CARNET
from app.formatos.formato import Formato, Tick, problems, render
from app.formatos.snapshot import dumps
from app.services.impresos import fuente
from app.services.planteles import current_periodo
from app.store import Store
from app.store.queries import impresiones as queries
from app.text import counted


@dataclass(frozen=True)
class Tirada:
    """A print run: plain data only. `emisiones` go with `datos`; a blank run has none."""

    formato: Formato
    datos: tuple[Any, ...]
    opciones: Any
    emisiones: tuple[domain.Emision, ...] = ()

    def pdf(
        self,
        tick: Tick | None = None,
        cancelled: Callable[[], bool] | None = None,
        pages: list[int] | None = None,
    ) -> bytes:
        """The PDF; safe on any thread. Raises DoesNotFit and Cancelled.

        `pages` receives for each page how many of the data are on paper with it.
        """
        return render(self.formato, self.datos, self.opciones, tick, cancelled, pages)

    @property
    def sides(self) -> str:
        """For a form with a back, the edge on which its sheet turns: largo or corto; else empty."""
        if self.formato.key != CARNET.key or not self.opciones.reverso:
            return ""
        return "largo" if self.opciones.papel == "carta" else "corto"

    def lacks(self) -> dict[str, list[int]]:
        """What will come out incomplete: what is missing in words, with the places it is in."""
        if not self.emisiones:
            return {}
        found = {
            words: [place for place, one in enumerate(self.datos) if not getattr(one, key)]
            for key, words in self.formato.espera
        }
        return {words: places for words, places in found.items() if places}

    def problems(self) -> dict[int, str]:
        """A sentence for each of the data with a text that does not fit, by its place."""
        return problems(self.formato, self.datos, self.opciones)


def tirada(store: Store, formato: Formato, ids: Sequence[int], opciones: Any = None) -> Tirada:
    """A form for these subjects, in that order; `opciones` is of the class of its dibujo.

    Raises NotFound when one of them is gone.
    """
    chosen = opciones or formato.dibujo().opciones()
    datos = fuente(formato).gather(store, ids, chosen)
    if formato.folio:
        folios = _folios(store, formato, getattr(chosen, "folio", formato.folio), ids)
        datos = [replace(one, folio=folios[id]) for id, one in zip(ids, datos, strict=True)]
    people = _people(store, formato, ids)
    emisiones = [
        domain.Emision(
            formato=formato.key,
            folio=one.codigo if formato is CARNET else getattr(one, "folio", ""),
            fecha=store.clock().date(),
            sujeto=id,
            alumno=people.get(id),
            periodo=current_periodo(store).id,
            papel=chosen.papel,
            datos=_content(formato, one),
        )
        for id, one in zip(ids, datos, strict=True)
    ]
    return Tirada(formato, tuple(datos), chosen, tuple(emisiones))


def tirada_en_blanco(
    store: Store, formato: Formato, opciones: Any = None, copias: int = 1
) -> Tirada:
    """Empty forms with the heading of the plantel, to fill in by hand; nothing is noted."""
    blank = fuente(formato).blank(store)
    return Tirada(formato, (blank,) * copias, opciones or formato.dibujo().opciones())


def issue(store: Store, tirada: Tirada) -> None:
    """Notes what was printed, with its content; printing is not undone."""
    if tirada.emisiones:
        with store.operation(_label(tirada), undoable=False, origin="impresion"):
            store.emisiones.add_many(tirada.emisiones)


def deliver(store: Store, tirada: Tirada, pdf: bytes, path: Path) -> None:
    """Stores the PDF that was drawn and notes it: both or none. AppError when the disk says no."""
    with store.operation(_label(tirada), undoable=False, origin="impresion"):
        store.emisiones.add_many(tirada.emisiones)
        save(pdf, path)


def print_to(
    store: Store,
    tirada: Tirada,
    path: Path,
    tick: Tick | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> None:
    """Draws, stores and notes. On DoesNotFit, Cancelled or AppError the path is as before."""
    deliver(store, tirada, tirada.pdf(tick, cancelled), path)


def save(pdf: bytes, path: Path) -> None:
    """The PDF at a path, whole or not at all; what was there stays on any error."""
    part = path.with_name(f".{path.name}.parte")
    try:
        part.write_bytes(pdf)
        os.replace(part, path)  # noqa: PTH105 the atomic one on both systems
    except OSError as error:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise AppError(
            f"No se pudo guardar «{path.name}»: revise que haya espacio, que la carpeta permita "
            "escribir y que el archivo no esté abierto en otro programa."
        ) from error


def _label(tirada: Tirada) -> str:
    return f"Imprimir {counted(len(tirada.datos), *tirada.formato.nouns)}"


def _content(formato: Formato, datos: Any) -> str:
    """What is kept of a printed form, without the logo."""
    own = getattr(fuente(formato), "content", None)
    if own is None:
        return dumps(datos)
    return json.dumps(own(datos), ensure_ascii=False, separators=(",", ":"))


def _people(store: Store, formato: Formato, ids: Sequence[int]) -> dict[int, int | None]:
    """The alumno of each subject, when the form is about one person."""
    if formato.subject in ("alumno", "alumno_tutor"):
        return {id: id for id in ids}
    if formato.subject == "tutorado":
        return {row.id: row.alumno for row in store.tutorados.where(id=list(ids))}
    if formato.subject == "intervencion":
        return queries.only_tutorado(store, ids)
    return {}


def _folios(store: Store, formato: Formato, prefix: str, ids: Sequence[int]) -> dict[int, str]:
    """The folio of each subject: the one it was printed with, else the next of the periodo.

    The options of a form may ask for folios that begin in another way: a subject has one of each,
    all with numbers of their own.
    """
    periodo = current_periodo(store)
    for_good = formato.subject in ("intervencion", "tutorado", "sesion")
    known, last = queries.folios_de(store, formato.key, prefix, periodo.id, for_good=for_good)
    found: dict[int, str] = {}
    for id in ids:
        if id not in known and id not in found:
            last += 1
        own = f"{prefix}-{periodo.ciclo[:4]}{periodo.parte}-{last:04d}"
        found.setdefault(id, known.get(id) or own)
    return found
