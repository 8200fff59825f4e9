"""What the cartel of the alumnos tutores says (DOMAIN M-89, U-10): never whom they attend."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from app import domain
from app.domain.horario import DIAS_DE_CLASE, show_hours
from app.services import selection
from app.services.impresos import citas
from app.services.impresos.casos import Caso, Papeles
from app.services.textos import text_of
from app.store import Store
from app.text import order_key

if TYPE_CHECKING:
    from app.formatos.cartel import CartelDatos, CartelOpciones, FilaCartel

TEXTO = "cartel"
_GONE = ("pausa", "baja", "declino")
Hour = tuple[str, str, int, int, int, str]
"""Asignatura, alumno tutor, day, first and last minute, place."""


def gather(store: Store, ids: Sequence[int], opciones: "CartelOpciones") -> "list[CartelDatos]":
    """The cartel of the plantel; NotFound when no grupo is called as asked."""
    papeles = Papeles(store)
    people = _people(papeles, opciones)
    hours = {hour for caso in _casos(papeles, people) for hour in _hours(caso)}
    if opciones.por_acordar:
        hours |= set(_unsettled(papeles, people, hours))
    ordered = sorted(hours, key=lambda h: (order_key(h[0]), h[2] or 9, h[3], order_key(h[1]), h))
    made = _datos(papeles, tuple(_fila(hour) for hour in ordered), opciones.turno)
    return [made] * len(ids)


def blank(store: Store) -> "CartelDatos":
    """An empty cartel with the heading, the dates and the text of the plantel."""
    return _datos(Papeles(store), (), "")


def _people(papeles: Papeles, opciones: "CartelOpciones") -> dict[int, domain.Alumno]:
    """The alumnos tutores that the options ask for, by id."""
    store = papeles.store
    profiles = {one.alumno: one.estado for one in store.perfiles_tutor.all()}
    known = {one.alumno_tutor for one in store.intervenciones.all()} | set(profiles)
    wanted = [id for id in known if id and profiles.get(id) not in _GONE]
    asked = opciones.grupo.strip()
    inside = {one.id for one in selection.grupos_named(store, asked)} if asked else None
    return {
        who.id: who
        for who in store.alumnos.where(id=wanted, estado="activo")
        if (inside is None or who.grupo in inside)
        and (not opciones.turno or papeles.grupo_de(who).turno == opciones.turno)
    }


def _casos(papeles: Papeles, people: dict[int, domain.Alumno]) -> list[Caso]:
    return [caso for rows in citas.de_tutores(papeles, list(people)).values() for caso in rows]


def _hours(caso: Caso) -> Iterator[Hour]:
    for f in caso.franjas:
        yield caso.asignatura, caso.nombre_tutor, f.dia or 0, f.inicio or 0, f.fin or 0, f.lugar


def _unsettled(
    papeles: Papeles, people: dict[int, domain.Alumno], known: set[Hour]
) -> Iterator[Hour]:
    """What the active ones master and for which they have no hour yet."""
    store = papeles.store
    active = [one.alumno for one in store.perfiles_tutor.where(estado="activo")]
    have = {hour[:2] for hour in known}
    for row in store.dominios.where(alumno=[id for id in active if id in people]):
        subject = papeles.asignaturas.get(row.asignatura or 0)
        pair = (subject.nombre if subject else "", people[row.alumno or 0].nombre)
        if subject and pair not in have:
            yield *pair, 0, 0, 0, ""


def _fila(hour: Hour) -> "FilaCartel":
    from app.formatos.cartel import FilaCartel

    asignatura, name, dia, first, last, lugar = hour
    if not dia:
        return FilaCartel(asignatura, name, "Por acordar")
    return FilaCartel(asignatura, name, DIAS_DE_CLASE[dia], show_hours(first, last), lugar)


def _datos(papeles: Papeles, filas: "tuple[FilaCartel, ...]", turno: str) -> "CartelDatos":
    from app.formatos.cartel import CartelDatos

    dates = citas.vigencia(papeles)
    return CartelDatos(
        membrete=papeles.membrete(turno),
        filas=filas,
        vigencia=f"Vigente {dates[:1].lower()}{dates[1:]}" if dates else "",
        texto=text_of(papeles.store, TEXTO),
    )
