"""What is done with alumnos tutores: propose, invite, activate, pause, dominios and traits."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app import domain
from app.domain.alumno_tutor import ESTADOS_TUTOR, RASGOS
from app.domain.intervencion import ABIERTAS
from app.errors import AppError
from app.fields import cleaned
from app.store import Store
from app.text import counted

FROM: dict[str, tuple[str, ...]] = {
    "candidato": ("invitado", "declino", "baja"),
    "invitado": ("candidato", "declino", "baja"),
    "activo": ("candidato", "invitado", "pausa", "declino", "baja"),
    "declino": ("candidato", "invitado"),
    "pausa": ("activo",),
    "baja": ("activo", "pausa"),
}
"""The states from which each state may be reached (DOMAIN M-25)."""

_LABELS = {
    "candidato": "Volver a candidato: {}",
    "invitado": "Invitar a {}",
    "activo": "Activar a {}",
    "declino": "Anotar que no aceptó: {}",
    "pausa": "Poner en pausa a {}",
    "baja": "Ya no participa: {}",
}
_DATUM = {
    "capacidad": "la capacidad",
    "iniciativa_propia": "la iniciativa propia",
    "desde": "la fecha de inicio",
}
MOTIVO_BAJA = "El alumno tutor dejó de participar"


@dataclass(frozen=True, slots=True)
class Movidos:
    """How many changed their state, how many could not, how many intervenciones were cancelled."""

    hechos: int
    omitidos: int = 0
    canceladas: int = 0


def who(store: Store, alumnos: Sequence[int], many: str = "alumnos tutores") -> str:
    """A name or a count, for labels: Valeria Muñoz, 12 alumnos tutores."""
    if len(alumnos) == 1:
        return store.alumnos.get(alumnos[0]).nombre_corto
    return counted(len(alumnos), "alumno tutor", many)


def nominate(
    store: Store,
    chosen: Mapping[int, Mapping[int, int | None]],
    *,
    fuente: str = "historial",
    propuesto_por: str = "",
) -> int:
    """Makes candidatos of alumnos with what each masters, grades in tenths (DOMAIN M-24).

    Whoever has a perfil keeps it and gains the asignaturas. Returns how many are new candidatos.
    """
    if not chosen:
        raise AppError("No eligió a nadie.")
    have = {p.alumno for p in store.perfiles_tutor.where(alumno=list(chosen))}
    known = {(d.alumno, d.asignatura) for d in store.dominios.where(alumno=list(chosen))}
    new = [domain.PerfilTutor(alumno=alumno) for alumno in chosen if alumno not in have]
    dominios = [
        domain.Dominio(
            alumno=alumno, asignatura=asignatura, calificacion=valor, fuente=fuente,
            propuesto_por=propuesto_por,
        )
        for alumno, mastered in chosen.items()
        for asignatura, valor in mastered.items()
        if (alumno, asignatura) not in known
    ]  # fmt: skip
    people = who(store, list(chosen), "candidatos")
    with store.operation(f"Proponer como alumno tutor: {people}"):
        store.perfiles_tutor.add_many(new)
        store.dominios.add_many(dominios)
    return len(new)


def perfil_of(store: Store, alumno: int) -> domain.PerfilTutor:
    """The perfil of an alumno; AppError when there is none."""
    found = store.perfiles_tutor.where(alumno=alumno)
    if not found:
        raise AppError("Ese alumno no está en la lista de alumnos tutores.")
    return found[0]


def change_state(
    store: Store, alumnos: Sequence[int], estado: str, *, cancel_open: bool = False
) -> Movidos:
    """Takes those who can be taken to a state; the first activation dates the beginning.

    With `cancel_open` their open intervenciones are cancelled, so that the tutorados can be
    assigned again. AppError when none can change.
    """
    perfiles = store.perfiles_tutor.where(alumno=list(alumnos))
    able = [p for p in perfiles if p.estado in FROM[estado]]
    if not able:
        raise AppError(_why_none(perfiles, estado))
    moved = [p.alumno for p in able if p.alumno is not None]
    today = store.clock().date()
    with store.operation(_LABELS[estado].format(who(store, moved))):
        for p in able:
            values: dict[str, Any] = {"estado": estado}
            if estado == "activo" and p.desde is None:
                values["desde"] = today
            store.perfiles_tutor.change(p.id, **values)
        cancelled = _cancel(store, moved) if cancel_open else 0
    return Movidos(len(moved), len(perfiles) - len(moved), cancelled)


def _why_none(perfiles: Sequence[domain.PerfilTutor], estado: str) -> str:
    wanted = ESTADOS_TUTOR[estado].lower()
    if len(perfiles) == 1:
        now = ESTADOS_TUTOR[perfiles[0].estado].lower()
        return f"No se puede pasar a «{wanted}» desde «{now}»."
    return f"Ninguno de los elegidos puede pasar a «{wanted}»."


def _cancel(store: Store, alumnos: Sequence[int]) -> int:
    found = store.intervenciones.where(alumno_tutor=list(alumnos), estado=ABIERTAS)
    values = {"estado": "cancelada", "cerrada": store.clock().date(), "motivo": MOTIVO_BAJA,
              "causa": "tutor"}  # fmt: skip
    store.intervenciones.change_many([(i.id, values) for i in found])
    return len(found)


def change_perfil(store: Store, alumnos: Sequence[int], typed: Mapping[str, str]) -> None:
    """Stores typed data of one or many perfiles; InvalidValue names the field that is wrong."""
    values = cleaned(domain.PerfilTutor, typed)
    what = _DATUM.get(next(iter(typed)), "los datos") if len(typed) == 1 else "los datos"
    with store.operation(f"Cambiar {what} de {who(store, alumnos)}"):
        perfiles = store.perfiles_tutor.where(alumno=list(alumnos))
        store.perfiles_tutor.change_many([(p.id, values) for p in perfiles])


def set_traits(store: Store, alumno: int, rasgos: Collection[str]) -> None:
    """Stores the traits seen in an alumno tutor; they guide and never block (DOMAIN M-28, M-29)."""
    kept = tuple(key for key in RASGOS if key in set(rasgos))
    with store.operation(f"Cambiar los rasgos de {who(store, [alumno])}"):
        store.perfiles_tutor.change(perfil_of(store, alumno).id, rasgos=kept)


def add_dominio(
    store: Store,
    alumno: int,
    asignatura: int,
    calificacion: int | None = None,
    *,
    fuente: str = "mano",
    propuesto_por: str = "",
) -> domain.Dominio:
    """Says that an alumno masters an asignatura; AppError when it was said already (M-24)."""
    name = store.asignaturas.get(asignatura).nombre
    person = who(store, [alumno])
    if store.dominios.count(alumno=alumno, asignatura=asignatura):
        raise AppError(f"{name} ya está entre lo que domina {person}.")
    with store.operation(f"Agregar {name} a lo que domina {person}"):
        return store.dominios.add(
            domain.Dominio(
                alumno=alumno, asignatura=asignatura, calificacion=calificacion, fuente=fuente,
                propuesto_por=propuesto_por.strip(),
            )
        )  # fmt: skip


def change_dominio(store: Store, dominio: int, typed: Mapping[str, str]) -> None:
    """Stores the typed grade, source or nominating docente of something mastered."""
    before = store.dominios.get(dominio)
    values = cleaned(domain.Dominio, typed)
    with store.operation(f"Cambiar {_mastery(store, before)}"):
        store.dominios.change(dominio, **values)


def remove_dominio(store: Store, dominio: int) -> None:
    """Takes an asignatura out of what somebody masters."""
    before = store.dominios.get(dominio)
    with store.operation(f"Quitar {_mastery(store, before)}", deletes=True):
        store.dominios.delete(dominio)


def _mastery(store: Store, dominio: domain.Dominio) -> str:
    asignatura = store.asignaturas.find(dominio.asignatura)
    alumno = store.alumnos.find(dominio.alumno)
    name = asignatura.nombre if asignatura else "la asignatura"
    return f"{name} en lo que domina {alumno.nombre_corto if alumno else ''}".strip()


def delete_perfiles(store: Store, alumnos: Sequence[int]) -> int:
    """Sends perfiles, with what their alumnos master, to the bin; the alumnos stay.

    AppError when somebody still has open intervenciones.
    """
    busy = store.intervenciones.where(alumno_tutor=list(alumnos), estado=ABIERTAS)
    if busy:
        names = {i.alumno_tutor for i in busy}
        subject = who(store, [id for id in alumnos if id in names])
        raise AppError(
            f"No se borró: {subject} tiene {counted(len(busy), 'intervención', 'intervenciones')} "
            "sin concluir. Márquelo primero como «Ya no participa»."
        )
    perfiles = store.perfiles_tutor.where(alumno=list(alumnos))
    with store.operation(f"Borrar el perfil de {who(store, alumnos)}", deletes=True):
        store.dominios.delete_many([d.id for d in store.dominios.where(alumno=list(alumnos))])
        store.perfiles_tutor.delete_many([p.id for p in perfiles])
    return len(perfiles)
