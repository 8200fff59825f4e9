"""The sessions as the calendar, the list and the registers show them: by days, not row by row."""

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.domain import Grupo, Sesion
from app.domain.alumno import short_name
from app.store import Store
from app.store.queries import carnets
from app.store.queries.planes import Persona
from app.text import order_key

_CHOSEN = "(SELECT value FROM json_each(?))"
_FROM = """
    FROM sesiones x JOIN intervenciones i ON i.id = x.intervencion
    JOIN asignaturas s ON s.id = i.asignatura LEFT JOIN alumnos u ON u.id = i.alumno_tutor
"""
_WHO = "i.asignatura, s.nombre, i.alumno_tutor, u.nombres, u.apellido_paterno, u.apellido_materno"
_PEOPLE = f"""
    SELECT t.intervencion, a.id, a.nombres, a.apellido_paterno, a.apellido_materno, a.matricula,
        a.grupo
    FROM tutorados t JOIN alumnos a ON a.id = t.alumno WHERE t.intervencion IN {_CHOSEN}
    ORDER BY a.apellido_paterno, a.apellido_materno, a.nombres
"""
_OF_SESSION = """
    SELECT a.id, a.nombres, a.apellido_paterno, a.apellido_materno, g.semestre, g.nombre,
        coalesce(a.id = i.alumno_tutor, 0), coalesce(m.estado, '')
    FROM sesiones x JOIN intervenciones i ON i.id = x.intervencion
    JOIN alumnos a ON a.id = i.alumno_tutor
        OR a.id IN (SELECT alumno FROM tutorados WHERE intervencion = i.id)
        OR a.id IN (SELECT alumno FROM asistencias WHERE sesion = x.id)
    LEFT JOIN grupos g ON g.id = a.grupo
    LEFT JOIN asistencias m ON m.sesion = x.id AND m.alumno = a.id
    WHERE x.id = ?
"""


@dataclass(frozen=True, slots=True)
class FilaSesion:
    """A session with its intervención, its people and how each of them came."""

    it: Sesion
    asignatura: int
    nombre_asignatura: str
    alumno_tutor: int | None
    nombre_tutor: str
    corto_tutor: str
    tutorados: tuple[Persona, ...]
    asistencia: dict[int, str]
    lugar: str

    @property
    def id(self) -> int:
        """The id of the session."""
        return self.it.id

    @property
    def fin(self) -> int | None:
        """When it ends, in minutes since midnight."""
        if self.it.inicio is None or self.it.minutos is None:
            return None
        return self.it.inicio + self.it.minutos

    def estado(self, today: date) -> str:
        """Its state; `sin_registro` when it was planned, its day passed and nobody noted it."""
        late = self.it.estado == "planeada" and self.it.fecha is not None and self.it.fecha < today
        return "sin_registro" if late else self.it.estado


@dataclass(frozen=True, slots=True)
class PersonaDeSesion:
    """Somebody of a session, and how that person came; `nota` is the grupo, or the role."""

    alumno: int
    nombre: str
    nota: str
    es_tutor: bool
    estado: str


def between(store: Store, first: date, last: date) -> list[FilaSesion]:
    """The sessions of those days, in order."""
    where = "WHERE x.fecha BETWEEN ? AND ?"
    return _rows(store, where, (first.isoformat(), last.isoformat()))


def without_record(store: Store, today: date) -> list[FilaSesion]:
    """The planned sessions whose day passed, the oldest first (DOMAIN U-56)."""
    return _rows(store, "WHERE x.estado = 'planeada' AND x.fecha < ?", (today.isoformat(),))


def of_ids(store: Store, ids: Sequence[int]) -> list[FilaSesion]:
    """The sessions of those ids, in order; those that are gone are left out."""
    return _rows(store, f"WHERE x.id IN {_CHOSEN}", (json.dumps(list(ids)),))


def of_intervencion(store: Store, intervencion: int) -> list[FilaSesion]:
    """The sessions of an intervención, in order."""
    return _rows(store, "WHERE x.intervencion = ?", (intervencion,))


def held_by(store: Store, alumno_tutor: int | None, periodo: int | None) -> list[FilaSesion]:
    """The sessions held, of one alumno tutor or of all, of one periodo or of all, in order."""
    where, values = ["x.estado = 'dada'"], []
    for column, value in (("i.alumno_tutor", alumno_tutor), ("i.periodo", periodo)):
        if value is not None:
            where.append(f"{column} = ?")
            values.append(value)
    return _rows(store, f"WHERE {' AND '.join(where)}", values)


def _rows(store: Store, where: str, values: Sequence[object]) -> list[FilaSesion]:
    columns = store.sesiones.columns
    names = ", ".join(f"x.{column}" for column in columns)
    sql = f"SELECT {names}, {_WHO} {_FROM} {where} ORDER BY x.fecha, x.inicio, x.id"
    rows = store.query(sql, values)
    found = [(store.sesiones.record(row[: len(columns)]), row[len(columns) :]) for row in rows]
    cases = {sesion.intervencion or 0 for sesion, _ in found}
    people = _people(store, cases)
    marks = _marks(store, [sesion.id for sesion, _ in found])
    hours = carnets.franjas(store, cases)
    return [
        _row(sesion, rest, tuple(people.get(sesion.intervencion or 0, ())),
             marks.get(sesion.id, {}), _place(sesion, hours))
        for sesion, rest in found
    ]  # fmt: skip


def _row(sesion: Sesion, rest, people: tuple[Persona, ...], marks, lugar: str) -> FilaSesion:
    asignatura, nombre, owner, nombres, paterno, materno = rest
    whole = " ".join(part for part in (nombres, paterno, materno) if part)
    short = short_name(nombres or "", paterno or materno or "")
    return FilaSesion(sesion, asignatura, nombre, owner, whole, short, people, marks, lugar)


def _place(sesion: Sesion, hours) -> str:
    """Where that session was to be: the place of its hour, else of its weekday."""
    day = sesion.fecha.isoweekday() if sesion.fecha else 0
    fits = [f for f in hours.get(sesion.intervencion or 0, ()) if f.dia == day]
    exact = [f for f in fits if f.inicio == sesion.inicio]
    return next((f.lugar for f in [*exact, *fits]), "")


def _people(store: Store, cases: set[int]) -> dict[int, list[Persona]]:
    found: defaultdict[int, list[Persona]] = defaultdict(list)
    rows = store.query(_PEOPLE, (json.dumps(list(cases)),))
    for case, id, nombres, paterno, materno, matricula, grupo in rows:
        name = " ".join(part for part in (nombres, paterno, materno) if part)
        short = short_name(nombres, paterno or materno)
        found[case].append(Persona(id, name, short, matricula, grupo))
    return found


def _marks(store: Store, ids: Sequence[int]) -> dict[int, dict[int, str]]:
    found: defaultdict[int, dict[int, str]] = defaultdict(dict)
    sql = f"SELECT sesion, alumno, estado FROM asistencias WHERE sesion IN {_CHOSEN}"
    for sesion, alumno, estado in store.query(sql, (json.dumps(list(ids)),)):
        found[sesion][alumno] = estado
    return found


def personas(store: Store, sesion: int) -> list[PersonaDeSesion]:
    """The alumno tutor first, then the others by name, each with the mark of a session."""
    found: list[tuple[tuple[bool, str], PersonaDeSesion]] = []
    for id, nombres, paterno, materno, semestre, grupo, is_tutor, estado in store.query(
        _OF_SESSION, (sesion,)
    ):
        name = " ".join(part for part in (nombres, paterno, materno) if part)
        note = "alumno tutor" if is_tutor else Grupo(semestre=semestre, nombre=grupo or "").etiqueta
        one = PersonaDeSesion(id, name, note, bool(is_tutor), estado)
        found.append(((not is_tutor, order_key(f"{paterno} {materno} {nombres}")), one))
    return [one for _, one in sorted(found, key=lambda pair: pair[0])]


def sin_marca(store: Store, sesiones: Sequence[int]) -> list[tuple[int, int]]:
    """Who has no mark of attendance yet in those sessions: (session, alumno)."""
    sql = f"""
        WITH suyas AS (SELECT id, intervencion FROM sesiones WHERE id IN {_CHOSEN}),
        gente AS (
            SELECT x.id AS sesion, t.alumno FROM suyas x
            JOIN tutorados t ON t.intervencion = x.intervencion
            UNION SELECT x.id, i.alumno_tutor FROM suyas x
            JOIN intervenciones i ON i.id = x.intervencion WHERE i.alumno_tutor IS NOT NULL)
        SELECT g.sesion, g.alumno FROM gente g WHERE NOT EXISTS (
            SELECT 1 FROM asistencias m WHERE m.sesion = g.sesion AND m.alumno = g.alumno)
        ORDER BY g.sesion, g.alumno
    """
    return [(row[0], row[1]) for row in store.query(sql, (json.dumps(list(sesiones)),))]
