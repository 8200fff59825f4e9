"""Printing: gather what a form says, draw it anywhere, then note what was printed.

Three steps, so that the drawing can run in the background: `tirada_…` reads the file, `Tirada.pdf`
only draws, `issue` writes the emisiones. `print_to` does the three.
"""

import json
import os
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from app import domain
from app.errors import AppError
from app.formatos import CARNET, PLAN
from app.formatos.formato import Formato, Tick, problems, render
from app.services.carnet_datos import content_of
from app.services.carnets import carnet_datos, carnet_en_blanco
from app.services.plan_datos import plan_datos, plan_en_blanco
from app.services.planteles import current_periodo
from app.store import Store
from app.store.queries import carnets as queries
from app.text import counted

_NOUNS = {"carnet": ("carnet", "carnets"), "plan": ("plan", "planes")}


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
        if self.formato.key != CARNET.key:
            return ""
        return "largo" if self.opciones.papel == "carta" else "corto"

    def problems(self) -> dict[int, str]:
        """A sentence for each of the data with a text that does not fit, by its place."""
        return problems(self.formato, self.datos, self.opciones)


def tirada_de_carnets(store: Store, alumnos: Sequence[int], opciones: Any = None) -> Tirada:
    """The carnets of these alumnos in that order; `opciones` is a CarnetOpciones."""
    chosen = opciones or CARNET.dibujo().opciones()
    datos = carnet_datos(store, alumnos, con_sesiones=chosen.con_sesiones)
    emisiones = [
        domain.Emision(
            formato=CARNET.key, folio=one.codigo, alumno=alumno,
            datos=_text(content_of(one)),
        )
        for alumno, one in zip(alumnos, datos, strict=True)
    ]  # fmt: skip
    return _tirada(store, CARNET, datos, chosen, emisiones)


def tirada_de_planes(store: Store, intervenciones: Sequence[int], opciones: Any = None) -> Tirada:
    """The planes of these intervenciones in that order; `opciones` is a PlanOpciones."""
    chosen = opciones or PLAN.dibujo().opciones()
    folios = _plan_folios(store, intervenciones)
    datos = [
        replace(one, folio=folios[id])
        for id, one in zip(intervenciones, plan_datos(store, intervenciones), strict=True)
    ]
    people = store.tutorados.where(intervencion=list(intervenciones))
    emisiones = [
        domain.Emision(
            formato=PLAN.key, folio=one.folio, alumno=_only_tutorado(people, id),
            datos=_text({"intervencion": id, **_plan_content(one)}),
        )
        for id, one in zip(intervenciones, datos, strict=True)
    ]  # fmt: skip
    return _tirada(store, PLAN, datos, chosen, emisiones)


def tirada_en_blanco(store: Store, formato: Formato, opciones: Any = None) -> Tirada:
    """One empty form with the heading of the plantel, to fill in by hand; nothing is noted."""
    blank = {CARNET.key: carnet_en_blanco, PLAN.key: plan_en_blanco}[formato.key](store)
    return Tirada(formato, (blank,), opciones or formato.dibujo().opciones())


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


def _tirada(
    store: Store, formato: Formato, datos: Iterable[Any], opciones: Any,
    emisiones: list[domain.Emision],
) -> Tirada:  # fmt: skip
    today, periodo = store.clock().date(), current_periodo(store).id
    dated = [replace(e, fecha=today, periodo=periodo, papel=opciones.papel) for e in emisiones]
    return Tirada(formato, tuple(datos), opciones, tuple(dated))


def _label(tirada: Tirada) -> str:
    one, many = _NOUNS[tirada.formato.key]
    return f"Imprimir {counted(len(tirada.datos), one, many)}"


def _text(content: dict[str, Any]) -> str:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def _plan_content(datos: Any) -> dict[str, Any]:
    content = asdict(replace(datos, membrete=replace(datos.membrete, logo="")))
    return json.loads(json.dumps(content, default=_day))


def _day(value: date) -> str:
    return value.isoformat()


def _only_tutorado(people: list[domain.Tutorado], intervencion: int) -> int | None:
    own = [t.alumno for t in people if t.intervencion == intervencion]
    return own[0] if len(own) == 1 else None


def _plan_folios(store: Store, intervenciones: Sequence[int]) -> dict[int, str]:
    """The folio of each plan: the one it was printed with, else the next of the periodo."""
    periodo = current_periodo(store)
    known, last = queries.folios_de_planes(store, periodo.id)
    found: dict[int, str] = {}
    for id in intervenciones:
        if id not in known and id not in found:
            last += 1
        found.setdefault(id, known.get(id) or f"PAT-{periodo.ciclo[:4]}{periodo.parte}-{last:04d}")
    return found
