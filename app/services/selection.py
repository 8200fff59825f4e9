"""Whom to print for: by número de control, by grupo, or everybody who needs it."""

from collections.abc import Iterable, Sequence

from app import domain
from app.domain.identifiers import clean_matricula
from app.errors import AppError, NotFound
from app.services.carnets import in_order
from app.services.planteles import current_periodo
from app.store import Store
from app.store.queries import carnets as queries
from app.text import joined, plain


def of_carnets(store: Store, controls: Sequence[str] = (), grupo: str = "") -> list[int]:
    """The alumnos whose carnets are printed: those named, in that order; else those who need one.

    Raises NotFound for a number or a grupo that does not exist, AppError when nobody is left.
    """
    if controls and not grupo:
        return [one.id for one in _named(store, controls)]
    needing = queries.con_carnet(store)
    if controls:
        needing = [one.id for one in _named(store, controls)]
    chosen = _within(store, needing, grupo)
    if not chosen:
        raise AppError(
            f"En el grupo {grupo} nadie necesita carnet." if grupo else "Nadie necesita carnet aún."
        )
    return in_order(store, chosen)


def of_planes(store: Store, controls: Sequence[str] = (), grupo: str = "") -> list[int]:
    """The intervenciones whose planes are printed: of the periodo and not cancelled, by tutorado.

    Raises NotFound for a number or a grupo that does not exist, AppError when none is left.
    """
    people = [row.alumno for row in store.tutorados.all() if row.alumno]
    chosen = [one.id for one in _named(store, controls)] if controls else people
    chosen = in_order(store, dict.fromkeys(_within(store, chosen, grupo)))
    periodo = current_periodo(store).id
    live = {i.id for i in store.intervenciones.where(periodo=periodo) if i.estado != "cancelada"}
    rows = store.tutorados.where(alumno=chosen)
    cases = [row.intervencion for who in chosen for row in rows if row.alumno == who]
    found = [case for case in dict.fromkeys(cases) if case in live]
    if not found:
        raise AppError("No hay planes que imprimir: ninguna intervención corresponde a lo pedido.")
    return [case for case in found if case is not None]


def _named(store: Store, controls: Sequence[str]) -> list[domain.Alumno]:
    wanted = [clean_matricula(typed) for typed in controls]
    known = {one.matricula.casefold(): one for one in store.alumnos.where(matricula=wanted)}
    if missing := [number for number in wanted if number.casefold() not in known]:
        noun = "ese número de control" if len(missing) == 1 else "esos números de control"
        raise NotFound(f"Ningún alumno tiene {noun}: {joined(missing)}.")
    return [known[number.casefold()] for number in dict.fromkeys(wanted)]


def _within(store: Store, alumnos: Iterable[int], grupo: str) -> list[int]:
    chosen = list(alumnos)
    if not grupo:
        return chosen
    inside = {one.id for one in _grupos(store, grupo)}
    people = queries.titulares(store, chosen)
    return [id for id in chosen if id in people and people[id].grupo in inside]


def _grupos(store: Store, typed: str) -> list[domain.Grupo]:
    """The grupos of the periodo that the typed text names; one label may be of two turnos."""
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
