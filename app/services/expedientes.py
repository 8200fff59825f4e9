"""The expediente a–d of the tutorados: what each has, and marking letters as signed."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from app import domain
from app.domain.expediente import Caso, Documento, expediente
from app.domain.horario import Tramo, show_tramo
from app.domain.intervencion import ABIERTAS
from app.errors import AppError, InvalidValue
from app.services import fichas, planes
from app.store import Store
from app.store.queries.alumno import adeudos_de
from app.text import counted


def of_alumno(store: Store, alumno: int) -> tuple[Documento, ...]:
    """The four documents of a student over all the open intervenciones (M-66…M-70)."""
    mine = [t.intervencion for t in store.tutorados.where(alumno=alumno)]
    records = store.intervenciones.where(id=mine, estado=list(ABIERTAS)) if mine else []
    owes = adeudos_de(store, alumno)
    return _of(store, alumno, records, "Sin alumno tutor" if owes else "Sin intervención")


def in_intervencion(store: Store, intervencion: int, alumno: int) -> tuple[Documento, ...]:
    """The four documents of a tutorado in one intervención, whatever its state."""
    return _of(store, alumno, [store.intervenciones.get(intervencion)], "")


def _of(
    store: Store, alumno: int, records: Sequence[domain.Intervencion], sin_caso: str
) -> tuple[Documento, ...]:
    ids = [one.id for one in records]
    person = store.alumnos.get(alumno)
    lacks = fichas.missing(person, fichas.ficha_of(store, alumno))
    if not ids:
        return expediente([], lacks, sin_caso)
    asked = {e.intervencion: e.fecha for e in store.entrevistas.where(alumno=alumno)}
    signed = {t.intervencion: t.carta for t in store.tutorados.where(alumno=alumno)}
    hours: defaultdict[int | None, list[Tramo]] = defaultdict(list)
    for f in store.franjas.where(intervencion=ids):
        hours[f.intervencion].append(Tramo(f.dia or 0, f.inicio or 0, f.fin or 0))
    names = {a.id: a.nombre for a in store.asignaturas.where(id=[r.asignatura for r in records])}
    casos = [
        Caso(
            names.get(one.asignatura or 0, ""), asked.get(one.id), signed.get(one.id),
            tuple(show_tramo(tramo) for tramo in sorted(hours[one.id])),
        )
        for one in records
    ]  # fmt: skip
    return expediente(casos, lacks, sin_caso)


def unsigned(store: Store, alumnos: Sequence[int]) -> list[int]:
    """The ids of `tutorados` whose carta compromiso is still to be signed, of open cases."""
    return [t.id for t in _in_open_cases(store, alumnos) if t.carta is None]


def is_signed(store: Store, alumno: int) -> bool:
    """Whether some open case of a student has its letter signed."""
    return any(t.carta for t in _in_open_cases(store, [alumno]))


def _in_open_cases(store: Store, alumnos: Sequence[int]) -> list[domain.Tutorado]:
    rows = store.tutorados.where(alumno=list(alumnos))
    ids = {t.intervencion for t in rows}
    running = {i.id for i in store.intervenciones.where(id=ids) if i.estado in ABIERTAS}
    return [t for t in rows if t.intervencion in running]


def sign(store: Store, alumnos: Sequence[int], day: date) -> int:
    """Dates the carta compromiso of the open cases of these students; how many letters (M-68).

    AppError when there is none to sign, InvalidValue for a day to come.
    """
    _refuse_future(store, day)
    found = unsigned(store, alumnos)
    if not found:
        raise AppError("No hay cartas por firmar: ya están firmadas o falta el alumno tutor.")
    who = "" if len(alumnos) > 1 else f" de {store.alumnos.get(alumnos[0]).nombre_corto}"
    count = counted(len(found), "carta compromiso firmada", "cartas compromiso firmadas")
    with store.operation(f"Anotar {count}{who}"):
        store.tutorados.change_many([(id, {"carta": day}) for id in found])
    return len(found)


def unsign(store: Store, alumno: int) -> None:
    """Takes back the signature of the open cases of a student."""
    rows = [t for t in _in_open_cases(store, [alumno]) if t.carta is not None]
    name = store.alumnos.get(alumno).nombre_corto
    with store.operation(f"Quitar la firma de la carta de {name}"):
        store.tutorados.change_many([(t.id, {"carta": None}) for t in rows])


def sign_as_alumno_tutor(store: Store, intervenciones: Sequence[int], day: date) -> int:
    """Dates the carta compromiso of the alumno tutor in these intervenciones; how many were."""
    _refuse_future(store, day)
    rows = [i for i in store.intervenciones.where(id=list(intervenciones)) if i.carta_tutor is None]
    if not rows:
        raise AppError("Esas cartas ya están firmadas.")
    about = planes.subject(store, rows[0].id)
    if len(rows) > 1:
        about = counted(len(rows), "intervención", "intervenciones")
    with store.operation(f"Anotar firmada la carta del alumno tutor: {about}"):
        store.intervenciones.change_many([(one.id, {"carta_tutor": day}) for one in rows])
    return len(rows)


def _refuse_future(store: Store, day: date) -> None:
    if day > store.clock().date():
        raise InvalidValue("carta", "Fecha de la firma: ese día todavía no llega")
