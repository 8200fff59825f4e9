"""A printed form and how it is rendered: any number of people to one PDF."""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from app.errors import Cancelled, DoesNotFit
from app.fields import Choice, Field, Flag, Level, fields_of

if TYPE_CHECKING:
    from app.formatos.layout import Sheet

AUDIENCES = {
    "alumno": "Para el alumno",
    "familia": "Para la familia",
    "docente": "Para el docente",
    "canalizacion": "Para otra área",
    "direccion": "Para la dirección",
}
"""Who may read a form, in the order of the print dialog."""
PAPERS = {"carta": "Carta", "media-carta": "Media carta", "cuadernillo": "Cuadernillo"}
SUBJECTS = {
    "alumno": ("alumno", "alumnos"),
    "tutorado": ("tutorado", "tutorados"),
    "intervencion": ("intervención", "intervenciones"),
    "sesion": ("sesión", "sesiones"),
    "alumno_tutor": ("alumno tutor", "alumnos tutores"),
    "grupo": ("grupo", "grupos"),
    "plantel": ("plantel", "planteles"),
}
"""Whom or what one copy of a form is about: an alumno, a tutorado in an intervención, a whole
intervención, a sesión, an alumno tutor, a grupo, or the plantel in its periodo."""

D = TypeVar("D")
O = TypeVar("O")  # noqa: E741
Tick = Callable[[int, int], object]


@dataclass(frozen=True)
class Dibujo(Generic[D, O]):
    """How a form is drawn; made by the module of the form.

    `hojas` gives for each side of a sheet how many of the data are on paper with it; it fits every
    text as it goes and raises DoesNotFit. `opciones` is the class of the options, all with a
    default; one of them is always `papel`.
    """

    ejemplo: D
    en_blanco: D
    opciones: type[O]
    hojas: Callable[[Sequence[D], O], "Iterator[tuple[int, Sheet]]"]


@dataclass(frozen=True)
class Formato:
    """A form as the menus know it; its drawing loads when it is asked for.

    The module `app.formatos.<key>` draws it and `app.services.impresos.<key>` gathers its data.
    `nouns` says one and many of it, `folio` begins its numbers (empty: it carries none) and
    `textos` are the keys of the texts that the plantel may change. `espera` are the data that
    should not be empty when it prints filled, each with what is said when it is: «sin horario».
    """

    key: str
    title: str
    audience: str
    subject: str
    nouns: tuple[str, str]
    papers: tuple[str, ...] = ("carta",)
    folio: str = ""
    textos: tuple[str, ...] = ()
    espera: tuple[tuple[str, str], ...] = ()

    @property
    def module(self) -> str:
        """The name of its two modules."""
        return self.key.replace("-", "_")

    def opciones(self) -> dict[str, Field]:
        """What can be chosen of how it prints besides the paper, by key."""
        made = self.dibujo().opciones
        begins = made()
        return {
            key: replace(one, required=one.required or _must_choose(one, getattr(begins, key)))
            for key, one in fields_of(made).items()
        }

    def dibujo(self) -> Dibujo[Any, Any]:
        """How it is drawn."""
        return import_module(f"app.formatos.{self.module}").DIBUJO


def _must_choose(field: Field, begins: Any) -> bool:
    """Whether an option is one of a list that begins with one of them chosen."""
    return isinstance(field.kind, Choice | Level) and begins != field.kind.empty


def values_of(field: Field) -> list[str]:
    """What an option can be, as it is typed in the command line; empty when it is any text."""
    if isinstance(field.kind, Flag):
        return ["sí", "no"]
    if isinstance(field.kind, Choice | Level):
        return [str(key) for key in field.kind.options if key != ""]
    return []


def render(
    formato: Formato,
    datos: Sequence[Any],
    opciones: Any = None,
    tick: Tick | None = None,
    cancelled: Callable[[], bool] | None = None,
    pages: list[int] | None = None,
) -> bytes:
    """The PDF of the form for all the data, in their order; the same data give the same bytes.

    `tick(done, total)` counts data, not pages; `pages` receives for each page how many of the data
    are on paper with it. Raises DoesNotFit (nothing is written then) and
    Cancelled when `cancelled` says so.
    """
    from app.formatos.document import Pdf

    dibujo = formato.dibujo()
    pdf = Pdf(formato.title)
    shown = -1
    for done, sheet in dibujo.hojas(datos, dibujo.opciones() if opciones is None else opciones):
        if cancelled and cancelled():
            raise Cancelled
        pdf.add(sheet)
        if pages is not None:
            pages.append(done)
        if tick and done != shown:
            tick(done, len(datos))
            shown = done
    return pdf.finish()


def render_to(
    path: Path,
    formato: Formato,
    datos: Sequence[Any],
    opciones: Any = None,
    tick: Tick | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> None:
    """The same into a file, whole or not at all: on any error the path stays as it was."""
    content = render(formato, datos, opciones, tick, cancelled)
    part = path.with_name(f".{path.name}.parte")
    try:
        part.write_bytes(content)
        os.replace(part, path)  # noqa: PTH105 - Path.replace is the same; os says it is atomic
    except BaseException:
        with suppress(OSError):
            part.unlink()
        raise


def problems(formato: Formato, datos: Sequence[Any], opciones: Any = None) -> dict[int, str]:
    """What would be refused: the place of each of the data with a text that does not fit, why."""
    from app.formatos.document import Pdf

    dibujo = formato.dibujo()
    chosen = dibujo.opciones() if opciones is None else opciones
    pdf = Pdf(formato.title)
    found: dict[int, str] = {}
    for place, one in enumerate(datos):
        try:
            for _, sheet in dibujo.hojas([one], chosen):
                pdf.add(sheet)
        except DoesNotFit as refused:
            found[place] = str(refused)
    return found
