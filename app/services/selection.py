"""Whom to print for: by número de control, by grupo, or everybody who needs it."""

from collections.abc import Sequence

from app import domain
from app.domain.identifiers import clean_matricula
from app.errors import AppError, NotFound
from app.formatos.formato import SUBJECTS, Formato
from app.services.planteles import current_periodo
from app.services.sujetos import sujetos
from app.store import Store
from app.text import joined, plain

OF_PEOPLE = ("alumno", "tutorado", "intervencion", "sesion", "alumno_tutor")
"""The subjects that can be chosen by the número de control of somebody."""


def of(store: Store, formato: Formato, controls: Sequence[str] = (), grupo: str = "") -> list[int]:
    """The subjects of a form: those of the people named, in that order; else all there are.

    A form of an alumno prints for anybody named. Raises NotFound for a number or a grupo that does
    not exist, AppError when nobody is left or the form is not chosen that way.
    """
    if controls and formato.subject not in OF_PEOPLE:
        raise AppError(f"«{formato.title}» no se imprime por alumno.")
    if grupo and formato.subject == "plantel":
        raise AppError(f"«{formato.title}» es de todo el plantel.")
    named = [one.id for one in _named(store, controls)]
    inside = {one.id for one in grupos_named(store, grupo)} if grupo else set[int]()
    if named and formato.subject == "alumno":
        people = store.alumnos.where(id=named)
        kept = {one.id for one in people if not grupo or one.grupo in inside}
        found = [id for id in named if id in kept]
    else:
        every = [one for one in sujetos(store, formato) if not grupo or inside & one.grupos]
        found = [one.id for one in every]
        if named:
            found = [one.id for who in named for one in every if who in one.alumnos]
    if not found:
        raise AppError(_nobody(formato, grupo))
    return list(dict.fromkeys(found))


def _nobody(formato: Formato, grupo: str) -> str:
    many = formato.nouns[1]
    where = f" en el grupo {grupo}" if grupo else ""
    what = SUBJECTS[formato.subject][0]
    return f"No hay {many} que imprimir{where}: ningún {what} corresponde a lo pedido.".replace(
        "ningún intervención", "ninguna intervención"
    ).replace("ningún sesión", "ninguna sesión")


def _named(store: Store, controls: Sequence[str]) -> list[domain.Alumno]:
    wanted = [clean_matricula(typed) for typed in controls]
    known = {one.matricula.casefold(): one for one in store.alumnos.where(matricula=wanted)}
    if missing := [number for number in wanted if number.casefold() not in known]:
        noun = "ese número de control" if len(missing) == 1 else "esos números de control"
        raise NotFound(f"Ningún alumno tiene {noun}: {joined(missing)}.")
    return [known[number.casefold()] for number in dict.fromkeys(wanted)]


def grupos_named(store: Store, typed: str) -> list[domain.Grupo]:
    """The grupos of the periodo that the typed text names; one label may be of two turnos.

    Raises NotFound when there is none, AppError when it may be several semestres.
    """
    periodo, wanted = current_periodo(store).id, _key(typed)
    grupos = [one for one in store.grupos.all() if one.periodo in (periodo, None)]
    exact = [
        one for one in grupos if wanted in (_key(one.etiqueta), _key(f"{one.semestre}{one.nombre}"))
    ]
    found = exact or [one for one in grupos if wanted == _key(one.nombre)]
    labels = list(dict.fromkeys(one.etiqueta for one in found))
    if not found:
        every = list(dict.fromkeys(one.etiqueta for one in grupos))
        raise NotFound(f"No hay un grupo «{typed}». Hay {joined(every) or 'ninguno'}.")
    if len(labels) > 1:
        raise AppError(f"«{typed}» puede ser {joined(labels)}; escriba también el semestre.")
    return found


def _key(label: str) -> str:
    return "".join(c for c in plain(label) if c.isalnum() and c not in "ºª")
