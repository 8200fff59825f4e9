"""Attendance: who came to a session, each tutorado and the alumno tutor (DOMAIN U-31, S-37)."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from app import domain
from app.domain.sesion import ASISTENCIAS
from app.errors import AppError
from app.store import Store
from app.store.queries import sesiones as queries

_COUNTED = {
    "asistio": ("a tiempo", "a tiempo"),
    "tarde": ("tarde", "tarde"),
    "justifico": ("justificó", "justificaron"),
    "falto": ("faltó", "faltaron"),
}


def people(store: Store, sesion: int) -> list[queries.PersonaDeSesion]:
    """The alumno tutor, then the tutorados by name; who left and has a mark stays."""
    return queries.personas(store, sesion)


def mark(store: Store, sesion: int, alumno: int, estado: str) -> None:
    """Notes how somebody came; a session that was planned is then held.

    AppError when its day has not come.
    """
    record = store.sesiones.get(sesion)
    if record.fecha is None or record.fecha > store.clock().date():
        raise AppError("Esa sesión todavía no llega; la asistencia se pasa ese día.")
    who = store.alumnos.get(alumno)
    with store.operation(f"Asistencia de {who.nombre_corto}: {ASISTENCIAS[estado].lower()}"):
        put(store, {(sesion, alumno): estado})
        if record.estado == "planeada":
            store.sesiones.change(sesion, estado="dada")


def put(store: Store, marks: Mapping[tuple[int, int], str]) -> None:
    """Stores marks by session and alumno, within an open operation."""
    there = {
        (one.sesion or 0, one.alumno or 0): one.id
        for one in store.asistencias.where(sesion=list({sesion for sesion, _ in marks}))
    }
    store.asistencias.change_many(
        (there[key], {"estado": estado}) for key, estado in marks.items() if key in there
    )
    store.asistencias.add_many(
        domain.Asistencia(sesion=key[0], alumno=key[1], estado=estado)
        for key, estado in marks.items()
        if key not in there
    )


def fill(store: Store, sesiones: Sequence[int]) -> None:
    """Everybody without a mark was present, within an open operation."""
    put(store, dict.fromkeys(queries.sin_marca(store, sesiones), "asistio"))


def all_present(store: Store, sesion: int) -> None:
    """Everybody came on time, whatever was marked; the session is held."""
    record = store.sesiones.get(sesion)
    if record.fecha is None or record.fecha > store.clock().date():
        raise AppError("Esa sesión todavía no llega; la asistencia se pasa ese día.")
    with store.operation("Todos asistieron"):
        put(store, {(sesion, one.alumno): "asistio" for one in people(store, sesion)})
        if record.estado == "planeada":
            store.sesiones.change(sesion, estado="dada")


def in_words(estados: Iterable[str]) -> str:
    """2 a tiempo, 1 tarde, 1 justificó."""
    count = Counter(estados)
    return ", ".join(
        f"{count[key]} {one if count[key] == 1 else many}"
        for key, (one, many) in _COUNTED.items()
        if count[key]
    )
