"""Assignment by hand: pair, join a small group, change alumno tutor or hours, leave, finish."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from app import domain
from app.domain.asignacion import Impedimento
from app.domain.horario import Tramo, doubt_about_tramo, show_tramo
from app.domain.intervencion import ABIERTAS
from app.errors import AppError, InvalidValue
from app.services import planes, planteles
from app.services.emparejamiento import CON_MOTIVO, against, datos_de_tutor, datos_tutorados
from app.services.franjas import RUNNING
from app.store import Store
from app.store.queries.asignacion import intervencion_abierta
from app.text import joined


def assign(
    store: Store,
    alumno: int,
    asignatura: int,
    alumno_tutor: int,
    franjas: Sequence[domain.Franja] = (),
    motivo: str = "",
) -> domain.Intervencion:
    """Pairs a tutorado with an alumno tutor in an asignatura, in one step (M-81, DOMAIN B.6 row 8).

    Makes the intervención, its tutorado, its hours and its empty plan. Planeada when it has hours,
    else identificada. AppError says what forbids it; InvalidValue("motivo") asks for a reason.
    """
    _refuse_second(store, alumno, asignatura)
    _check(franjas)
    found = _judge(store, [alumno], asignatura, alumno_tutor, _tramos(franjas))
    passed = _passed(found, motivo)
    label = f"Asignar a {_short(store, alumno_tutor)} con {_short(store, alumno)} en "
    label += store.asignaturas.get(asignatura).nombre
    with store.operation(label, origin="asignacion"):
        made = store.intervenciones.add(
            domain.Intervencion(
                periodo=planteles.current_periodo(store).id, asignatura=asignatura,
                alumno_tutor=alumno_tutor, estado="planeada" if franjas else "identificada",
                asignada=store.clock().date(),
            )
        )  # fmt: skip
        store.tutorados.add(domain.Tutorado(intervencion=made.id, alumno=alumno))
        store.franjas.add_many(replace(f, id=0, intervencion=made.id) for f in franjas)
        store.planes.add(domain.Plan(intervencion=made.id))
        _note(store, made.id, motivo, passed)
    return made


def join(store: Store, intervencion: int, alumno: int, motivo: str = "") -> None:
    """Adds a tutorado to an open intervención, which becomes a small group (DOMAIN M-19, M-58)."""
    record = _open(store, intervencion)
    _refuse_second(store, alumno, record.asignatura or 0)
    if record.alumno_tutor is None:
        raise AppError("Esa intervención no tiene alumno tutor; asígnelo antes de sumar a alguien.")
    tramos = _tramos(store.franjas.where(intervencion=intervencion))
    found = _judge(store, [alumno], record.asignatura or 0, record.alumno_tutor, tramos)
    passed = _passed(found, motivo)
    label = f"Sumar a {_short(store, alumno)} con {_short(store, record.alumno_tutor)} en "
    label += _subject(store, record)
    with store.operation(label, origin="asignacion"):
        store.tutorados.add(domain.Tutorado(intervencion=intervencion, alumno=alumno))
        _note(store, intervencion, motivo, passed)


def reassign(
    store: Store,
    intervencion: int,
    alumno_tutor: int,
    franjas: Sequence[domain.Franja],
    motivo: str = "",
) -> None:
    """Changes the alumno tutor, the hours or both.

    What was under way becomes ajustada and its plan keeps what changed and why (M-73, U-12):
    InvalidValue("motivo") asks for it.
    """
    record = _open(store, intervencion)
    _check(franjas)
    before = store.franjas.where(intervencion=intervencion)
    if record.alumno_tutor == alumno_tutor and _places(before) == _places(franjas):
        return
    alumnos = _alumnos(store, intervencion)
    found = _judge(
        store, alumnos, record.asignatura or 0, alumno_tutor, _tramos(franjas), intervencion
    )
    passed = _passed(found, motivo)
    what, change = _what_changes(store, record, alumno_tutor, before, franjas)
    if record.estado in RUNNING and not motivo.strip():
        raise InvalidValue("motivo", f"Motivo: diga por qué cambia {what}")
    label = f"Cambiar {what} de {planes.subject(store, intervencion)}"
    with store.operation(label, origin="asignacion"):
        estado = "planeada" if franjas else "identificada"
        if record.estado in RUNNING:
            estado = "ajustada"
            today = store.clock().date()
            tipo = "horario" if what == "el horario" else "ajuste"
            planes.note(store, intervencion, tipo, today, motivo.strip(), f"{change}{passed}")
        else:
            _note(store, intervencion, motivo, f"{change}{passed}")
        store.intervenciones.change(intervencion, alumno_tutor=alumno_tutor, estado=estado)
        _replace_hours(store, intervencion, before, franjas)


def _what_changes(
    store: Store,
    record: domain.Intervencion,
    alumno_tutor: int,
    before: Sequence[domain.Franja],
    after: Sequence[domain.Franja],
) -> tuple[str, str]:
    """What changes, for the label, and the sentences that say it."""
    said: list[str] = []
    if record.alumno_tutor != alumno_tutor:
        old = _short(store, record.alumno_tutor) if record.alumno_tutor else "nadie"
        said.append(f"Alumno tutor: de {old} a {_short(store, alumno_tutor)}. ")
    if _places(before) != _places(after):
        said.append(f"Horario: de {_in_words(before)} a {_in_words(after)}. ")
    what = "el alumno tutor" if record.alumno_tutor != alumno_tutor else "el horario"
    return what, "".join(said)


def _in_words(franjas: Sequence[domain.Franja]) -> str:
    return joined([show_tramo(t) for t in sorted(_tramos(franjas))]) or "ninguno"


def leave(store: Store, intervencion: int, alumno: int, motivo: str) -> None:
    """Takes a tutorado out of a small group with the reason, kept in the plan as an adjustment.

    The last one is not taken out but cancelled. InvalidValue("motivo") without reason.
    """
    record = _open(store, intervencion)
    if _alumnos(store, intervencion) == [alumno]:
        raise AppError("Es el único tutorado; cancele la intervención en lugar de sacarlo.")
    if not motivo.strip():
        raise InvalidValue("motivo", "Motivo: diga por qué sale del grupo")
    label = f"Sacar a {_short(store, alumno)} del grupo de {_subject(store, record)}"
    with store.operation(label):
        rows = store.tutorados.where(intervencion=intervencion, alumno=alumno)
        store.tutorados.delete_many([row.id for row in rows])
        left = f"{_short(store, alumno)} sale del grupo."
        planes.note(
            store, intervencion, "ajuste", store.clock().date(), motivo.strip()[:300], left
        )  # fmt: skip


def _judge(
    store: Store,
    alumnos: Sequence[int],
    asignatura: int,
    alumno_tutor: int,
    tramos: Sequence[Tramo],
    except_for: int = 0,
) -> list[Impedimento]:
    """The warnings of an assignment; AppError with the first reason that forbids it."""
    datos = datos_de_tutor(store, alumno_tutor, asignatura, except_for=except_for)
    if datos is None:
        raise AppError(f"{_short(store, alumno_tutor)} no está en la lista de alumnos tutores.")
    tutorados = datos_tutorados(store, alumnos, asignatura, except_for=except_for)
    subject, settings = store.asignaturas.get(asignatura), store.settings.only()
    found = against(datos, tutorados, subject, tramos, settings)
    forbidding = [one for one in found if not one.aviso]
    if forbidding:
        raise AppError(f"No se puede asignar: {forbidding[0].texto}.")
    return found


def _passed(found: Iterable[Impedimento], motivo: str) -> str:
    """What was passed over, in a sentence; InvalidValue when its reason is due and missing."""
    passed = [one.texto for one in found if one.clave in CON_MOTIVO]
    if passed and not motivo.strip():
        raise InvalidValue("motivo", f"Motivo: es obligatorio porque {passed[0]}")
    return f"Se asignó aunque {joined(passed)}." if passed else ""


def _note(store: Store, intervencion: int, motivo: str, passed: str) -> None:
    """Keeps in the plan the reason of an assignment, with what was passed over."""
    if motivo.strip():
        today = store.clock().date()
        planes.note(store, intervencion, "ajuste", today, motivo.strip(), passed)


def _check(franjas: Iterable[domain.Franja]) -> None:
    for one in franjas:
        if None in (one.dia, one.inicio, one.fin):
            raise InvalidValue("dia", "Faltan el día o la hora de la asesoría")
        if doubt := doubt_about_tramo(_tramos([one])[0]):
            raise InvalidValue("inicio", f"Hora: {doubt}")


def _tramos(franjas: Iterable[domain.Franja]) -> list[Tramo]:
    return [Tramo(f.dia or 0, f.inicio or 0, f.fin or 0) for f in franjas]


def _places(franjas: Iterable[domain.Franja]) -> list[tuple[int, int, int, str]]:
    return sorted((f.dia or 0, f.inicio or 0, f.fin or 0, f.lugar) for f in franjas)


def _replace_hours(
    store: Store,
    intervencion: int,
    before: Sequence[domain.Franja],
    after: Sequence[domain.Franja],
) -> None:
    for old, new in zip(before, after, strict=False):
        store.franjas.change(old.id, dia=new.dia, inicio=new.inicio, fin=new.fin, lugar=new.lugar)
    store.franjas.delete_many([one.id for one in before[len(after) :]])
    store.franjas.add_many(
        replace(one, id=0, intervencion=intervencion) for one in after[len(before) :]
    )


def _refuse_second(store: Store, alumno: int, asignatura: int) -> None:
    found = intervencion_abierta(store, alumno, asignatura)
    if found is None:
        return
    record = store.intervenciones.get(found)
    who = _short(store, record.alumno_tutor) if record.alumno_tutor else "pendiente"
    raise AppError(
        f"{_short(store, alumno)} ya tiene alumno tutor en {_subject(store, record)}: {who}. "
        "Cámbielo en lugar de asignar otro."
    )


def _open(store: Store, intervencion: int) -> domain.Intervencion:
    record = store.intervenciones.get(intervencion)
    if record.estado not in ABIERTAS:
        raise AppError("Esa intervención ya terminó; no se cambió nada.")
    return record


def _alumnos(store: Store, intervencion: int) -> list[int]:
    return [t.alumno for t in store.tutorados.where(intervencion=intervencion) if t.alumno]


def _short(store: Store, alumno: int) -> str:
    return store.alumnos.get(alumno).nombre_corto


def _subject(store: Store, record: domain.Intervencion) -> str:
    return store.asignaturas.get(record.asignatura or 0).nombre
