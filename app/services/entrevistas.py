"""The interview of a tutorado about an asignatura: its data and what is already known by topic."""

from collections.abc import Mapping
from dataclasses import replace

from app import domain
from app.errors import InvalidValue
from app.fields import cleaned, fields_of
from app.services import planes
from app.store import Store


def entrevista_of(store: Store, intervencion: int, alumno: int) -> domain.Entrevista:
    """The interview of a tutorado in an intervención, or an empty one that is not stored yet."""
    found = store.entrevistas.where(intervencion=intervencion, alumno=alumno)
    return found[0] if found else domain.Entrevista(intervencion=intervencion, alumno=alumno)


def change(store: Store, intervencion: int, alumno: int, typed: Mapping[str, str]) -> None:
    """Stores typed data of an interview (M-45, M-66), begun with its first datum.

    The first datum dates it today and gives the alumno tutor as interviewer. InvalidValue for a
    day to come.
    """
    values = cleaned(domain.Entrevista, typed)
    today = store.clock().date()
    if (day := values.get("fecha")) and day > today:
        raise InvalidValue("fecha", "Fecha: ese día todavía no llega")
    before = entrevista_of(store, intervencion, alumno)
    if all(getattr(before, key) == value for key, value in values.items()):
        return
    what = fields_of(domain.Entrevista)[next(iter(typed))].label if len(typed) == 1 else "datos"
    name = store.alumnos.get(alumno).nombre_corto
    with store.operation(f"Cambiar la entrevista de {name}: {what.lower()}"[:160]):
        if before.id:
            store.entrevistas.change(before.id, **values)
        else:
            store.entrevistas.add(replace(_begun(store, before), **values))


def _begun(store: Store, blank: domain.Entrevista) -> domain.Entrevista:
    owner = store.alumnos.find(store.intervenciones.get(blank.intervencion or 0).alumno_tutor)
    name = owner.nombre if owner else ""
    return replace(blank, fecha=store.clock().date(), entrevistador=name)


def remove(store: Store, entrevista: int) -> None:
    """Sends an interview to the bin."""
    before = store.entrevistas.get(entrevista)
    name = store.alumnos.get(before.alumno or 0).nombre_corto
    with store.operation(f"Quitar la entrevista de {name}", deletes=True):
        store.entrevistas.delete(entrevista)


# Prior knowledge


def conocimientos(store: Store, entrevista: int) -> list[domain.Conocimiento]:
    """What is already known by topic, in the order in which it was asked (M-46)."""
    return store.conocimientos.where(entrevista=entrevista) if entrevista else []


def add_conocimiento(
    store: Store, intervencion: int, alumno: int, typed: Mapping[str, str]
) -> domain.Conocimiento:
    """Adds a topic; InvalidValue when it has no name."""
    values = cleaned(domain.Conocimiento, {"tema": "", **typed})
    before = entrevista_of(store, intervencion, alumno)
    name = store.alumnos.get(alumno).nombre_corto
    with store.operation(f"Anotar qué sabe {name} de {values['tema']}"[:160]):
        stored = before if before.id else store.entrevistas.add(_begun(store, before))
        return store.conocimientos.add(domain.Conocimiento(**values, entrevista=stored.id))


def change_conocimiento(store: Store, conocimiento: int, typed: Mapping[str, str]) -> None:
    """Stores typed data of a topic."""
    values = cleaned(domain.Conocimiento, typed)
    tema = store.conocimientos.get(conocimiento).tema
    with store.operation(f"Cambiar lo que sabe de {tema}"[:160]):
        store.conocimientos.change(conocimiento, **values)


def remove_conocimiento(store: Store, conocimiento: int) -> None:
    """Takes a topic out."""
    tema = store.conocimientos.get(conocimiento).tema
    with store.operation(f"Quitar el tema {tema}"[:160], deletes=True):
        store.conocimientos.delete(conocimiento)


def topics_to_ask(store: Store, intervencion: int, entrevista: int) -> list[str]:
    """What the plan says that will be seen and the interview has not asked yet."""
    asked = {one.tema.casefold() for one in conocimientos(store, entrevista)}
    return [tema for tema in planes.topics(store, intervencion) if tema.casefold() not in asked]
