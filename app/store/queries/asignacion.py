"""What decides an assignment: needs without alumno tutor, who could attend, everybody's hours."""

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.domain import Grupo
from app.domain.alumno import short_name
from app.domain.alumno_tutor import CAPACIDAD_MAXIMA
from app.domain.asignacion import Ocupacion
from app.domain.horario import Tramo
from app.domain.intervencion import ABIERTAS
from app.store import Store

_OPEN = ", ".join(f"'{state}'" for state in ABIERTAS)
_RANK = {"alto": 0, "medio": 1, "bajo": 2, "sin_riesgo": 3, "sin_datos": 4}
_NEEDS = f"""
    SELECT d.alumno, a.nombres, a.apellido_paterno, a.apellido_materno, a.grupo, d.asignatura,
        s.nombre, d.veces, d.desde, coalesce(nullif(a.nivel_fijado, ''), r.nivel, 'sin_datos')
    FROM adeudos d JOIN alumnos a ON a.id = d.alumno JOIN asignaturas s ON s.id = d.asignatura
    LEFT JOIN riesgos r ON r.alumno = a.id
    WHERE a.estado = 'activo' AND NOT EXISTS (SELECT 1 FROM tutorados t JOIN intervenciones i
        ON i.id = t.intervencion WHERE t.alumno = d.alumno AND i.asignatura = d.asignatura
        AND i.estado IN ({_OPEN}))
"""
_ATTENDED = """
    SELECT a.id, a.matricula, a.nombres, a.apellido_paterno, a.apellido_materno, a.grupo,
        i.asignatura, s.nombre, coalesce(nullif(a.nivel_fijado, ''), r.nivel, 'sin_datos'),
        i.asignada, i.alumno_tutor, i.id
    FROM intervenciones i JOIN tutorados t ON t.intervencion = i.id
    JOIN alumnos a ON a.id = t.alumno JOIN asignaturas s ON s.id = i.asignatura
    LEFT JOIN riesgos r ON r.alumno = a.id
    WHERE i.id IN (SELECT value FROM json_each(?))
"""
_ABLE = """
    SELECT d.asignatura, count(*) FROM dominios d JOIN perfiles_tutor p ON p.alumno = d.alumno
    WHERE p.estado = 'activo' GROUP BY d.asignatura
"""


@dataclass(frozen=True, slots=True)
class SinTutor:
    """An asignatura owed that nobody attends; `tutores` counts the active ones who master it."""

    alumno: int
    nombre: str
    corto: str
    nombre_de_lista: str
    grupo: str
    turno: str
    asignatura: int
    nombre_asignatura: str
    veces: int
    desde: date
    nivel: str
    tutores: int


def sin_tutor(store: Store) -> list[SinTutor]:
    """The needs of active alumnos without alumno tutor: highest risk, longest wait (U-66, M-94)."""
    grupos = {grupo.id: grupo for grupo in store.grupos.all()}
    able = dict(store.query(_ABLE))
    found: list[SinTutor] = []
    for alumno, nombres, paterno, materno, grupo, asignatura, subject, *rest in store.query(_NEEDS):
        where = grupos.get(grupo, Grupo())
        apellidos = f"{paterno} {materno}".strip()
        veces, desde, nivel = rest
        found.append(
            SinTutor(
                alumno, f"{nombres} {apellidos}".strip(), short_name(nombres, paterno or materno),
                ", ".join(part for part in (apellidos, nombres) if part), where.etiqueta,
                where.turno, asignatura, subject, veces, date.fromisoformat(desde), nivel,
                able.get(asignatura, 0),
            )
        )  # fmt: skip
    return sorted(found, key=_most_urgent)


@dataclass(frozen=True, slots=True)
class ConTutor:
    """A tutorado attended in an asignatura; `desde` is the day of the assignment."""

    alumno: int
    matricula: str
    nombre: str
    corto: str
    grupo: str
    semestre: int | None
    turno: str
    asignatura: int
    nombre_asignatura: str
    nivel: str
    desde: date
    alumno_tutor: int | None
    intervencion: int


def attended(store: Store, intervenciones: Sequence[int]) -> list[ConTutor]:
    """The tutorados of these intervenciones, highest risk first."""
    grupos = {grupo.id: grupo for grupo in store.grupos.all()}
    rows = store.query(_ATTENDED, (json.dumps(list(intervenciones)),))
    found: list[ConTutor] = []
    for id, matricula, nombres, paterno, materno, grupo, subject, name, nivel, since, *rest in rows:
        where = grupos.get(grupo, Grupo())
        alumno_tutor, intervencion = rest
        apellidos = f"{paterno} {materno}".strip()
        found.append(
            ConTutor(
                id, matricula, f"{nombres} {apellidos}".strip(),
                short_name(nombres, paterno or materno), where.etiqueta, where.semestre,
                where.turno, subject, name, nivel,
                date.fromisoformat(since) if since else store.clock().date(), alumno_tutor,
                intervencion,
            )
        )  # fmt: skip
    return sorted(found, key=lambda one: (_RANK[one.nivel], one.desde, one.intervencion))


def _most_urgent(one: SinTutor) -> tuple[int, date, int, str, str]:
    return _RANK[one.nivel], one.desde, -one.veces, one.nombre_de_lista, one.nombre_asignatura


@dataclass(frozen=True, slots=True)
class Pretendiente:
    """An alumno tutor before one need; `domina` says whether the asignatura is noted as mastered.

    `regular` is None without data; `calificacion` in tenths, None when a docente proposed it.
    """

    alumno: int
    nombre: str
    apellidos: str
    grupo: str
    turno: str
    semestre: int | None
    inscrito: bool
    estado: str
    capacidad: int | None
    regular: bool | None
    domina: bool
    calificacion: int | None


def pretendientes(store: Store, asignatura: int) -> list[Pretendiente]:
    """Everybody with a perfil de alumno tutor, whatever the state, as seen from an asignatura."""
    grupos = {grupo.id: grupo for grupo in store.grupos.all()}
    nobody = Grupo()
    sql = """
        SELECT p.alumno, a.nombres, a.apellido_paterno, a.apellido_materno, a.grupo, a.estado,
            p.estado, p.capacidad, r.regular, d.id, d.calificacion
        FROM perfiles_tutor p JOIN alumnos a ON a.id = p.alumno
        LEFT JOIN riesgos r ON r.alumno = p.alumno
        LEFT JOIN dominios d ON d.alumno = p.alumno AND d.asignatura = ?
    """
    found: list[Pretendiente] = []
    for row in store.query(sql, (asignatura,)):
        id, nombres, paterno, materno, grupo, inscrito, estado, capacidad, regular, dominio, c = row
        where = grupos.get(grupo, nobody)
        found.append(
            Pretendiente(
                id, short_name(nombres, paterno or materno), f"{paterno} {materno}".strip(),
                where.etiqueta, where.turno, where.semestre, inscrito == "activo", estado,
                None if capacidad is None else min(capacidad, CAPACIDAD_MAXIMA),
                None if regular is None else bool(regular), dominio is not None, c,
            )
        )  # fmt: skip
    return found


def tutorados_por_tutor(store: Store) -> dict[int, frozenset[int]]:
    """The tutorados of the open intervenciones of each alumno tutor."""
    found: defaultdict[int, set[int]] = defaultdict(set)
    sql = (
        "SELECT i.alumno_tutor, t.alumno FROM intervenciones i JOIN tutorados t"
        f" ON t.intervencion = i.id WHERE i.estado IN ({_OPEN}) AND i.alumno_tutor IS NOT NULL"
    )
    for alumno_tutor, alumno in store.query(sql):
        found[alumno_tutor].add(alumno)
    return {id: frozenset(alumnos) for id, alumnos in found.items()}


Week = tuple[list[Tramo], list[Tramo]]
"""What somebody said to be free, and the classes."""


def semanas(store: Store, asignatura: int, alumnos: Sequence[int]) -> dict[int, Week]:
    """The weeks of these alumnos and of all who master the asignatura; missing when unknown."""
    who, values = _who(asignatura, alumnos)
    found: defaultdict[int, Week] = defaultdict(lambda: ([], []))
    sql = (
        f"SELECT alumno, dia, inicio, fin, ocupacion FROM disponibilidades WHERE alumno IN ({who})"
    )
    for alumno, dia, inicio, fin, ocupacion in store.query(sql, values):
        found[alumno][ocupacion == "clase"].append(Tramo(dia, inicio, fin))
    return dict(found)


def horas_tomadas(
    store: Store, asignatura: int, alumnos: Sequence[int], except_for: int = 0
) -> dict[int, list[Ocupacion]]:
    """The hours of open intervenciones of the same people, as alumno tutor or as tutorado.

    `except_for` leaves out one intervención, when it is the one that changes.
    """
    who, values = _who(asignatura, alumnos)
    name = "x.nombres, coalesce(nullif(x.apellido_paterno, ''), x.apellido_materno)"
    sql = f"""
        SELECT i.alumno_tutor, f.dia, f.inicio, f.fin, i.asignatura, s.nombre, {name}
        FROM intervenciones i JOIN franjas f ON f.intervencion = i.id
        JOIN asignaturas s ON s.id = i.asignatura
        LEFT JOIN tutorados t ON t.intervencion = i.id LEFT JOIN alumnos x ON x.id = t.alumno
        WHERE i.estado IN ({_OPEN}) AND i.id <> ? AND i.alumno_tutor IN ({who})
        UNION ALL
        SELECT t.alumno, f.dia, f.inicio, f.fin, i.asignatura, s.nombre, {name}
        FROM tutorados t JOIN intervenciones i ON i.id = t.intervencion
        JOIN franjas f ON f.intervencion = i.id JOIN asignaturas s ON s.id = i.asignatura
        LEFT JOIN alumnos x ON x.id = i.alumno_tutor
        WHERE i.estado IN ({_OPEN}) AND i.id <> ? AND t.alumno IN ({who})
    """
    found: defaultdict[int, list[Ocupacion]] = defaultdict(list)
    rows = store.query(sql, (except_for, *values, except_for, *values))
    for alumno, dia, inicio, fin, subject, nombre, nombres, apellido in rows:
        other = f" con {short_name(nombres, apellido or '')}" if nombres else ""
        found[alumno].append(Ocupacion(Tramo(dia, inicio, fin), subject, f"{nombre}{other}"))
    return dict(found)


def _who(asignatura: int, alumnos: Sequence[int]) -> tuple[str, list[int]]:
    marks = ", ".join("?" * len(alumnos))
    chosen = f"SELECT id FROM alumnos WHERE id IN ({marks})"
    return f"SELECT alumno FROM dominios WHERE asignatura = ? UNION {chosen}", [
        asignatura,
        *alumnos,
    ]


@dataclass(frozen=True, slots=True)
class GrupoAbierto:
    """An open intervención that another tutorado could join: whose, with whom and when."""

    intervencion: int
    alumno_tutor: int
    tutorados: tuple[str, ...]
    franjas: tuple[tuple[Tramo, str], ...]


def grupos_abiertos(store: Store, asignatura: int) -> list[GrupoAbierto]:
    """The open intervenciones of an asignatura that have hours (DOMAIN M-19, M-58)."""
    which = f"i.asignatura = ? AND i.estado IN ({_OPEN}) AND i.alumno_tutor IS NOT NULL"
    hours: defaultdict[tuple[int, int], list[tuple[Tramo, str]]] = defaultdict(list)
    sql = f"""
        SELECT i.id, i.alumno_tutor, f.dia, f.inicio, f.fin, f.lugar FROM intervenciones i
        JOIN franjas f ON f.intervencion = i.id WHERE {which} ORDER BY i.id, f.dia, f.inicio
    """
    for id, alumno_tutor, dia, inicio, fin, lugar in store.query(sql, (asignatura,)):
        hours[id, alumno_tutor].append((Tramo(dia, inicio, fin), lugar))
    names: defaultdict[int, list[str]] = defaultdict(list)
    sql = f"""
        SELECT i.id, a.nombres, coalesce(nullif(a.apellido_paterno, ''), a.apellido_materno)
        FROM intervenciones i JOIN tutorados t ON t.intervencion = i.id
        JOIN alumnos a ON a.id = t.alumno WHERE {which} ORDER BY t.id
    """
    for id, nombres, apellido in store.query(sql, (asignatura,)):
        names[id].append(short_name(nombres, apellido))
    return [
        GrupoAbierto(id, alumno_tutor, tuple(names[id]), tuple(franjas))
        for (id, alumno_tutor), franjas in hours.items()
    ]


def lugares(store: Store) -> list[str]:
    """The places used in the asesorías, the most used first."""
    sql = "SELECT lugar FROM franjas WHERE lugar <> '' GROUP BY lugar ORDER BY count(*) DESC, lugar"
    return [row[0] for row in store.query(sql)]


def intervencion_abierta(store: Store, alumno: int, asignatura: int) -> int | None:
    """The open intervención of a student in an asignatura, if there is one."""
    sql = (
        "SELECT i.id FROM intervenciones i JOIN tutorados t ON t.intervencion = i.id"
        f" WHERE t.alumno = ? AND i.asignatura = ? AND i.estado IN ({_OPEN}) ORDER BY i.id"
    )
    rows = store.query(sql, (alumno, asignatura))
    return rows[0][0] if rows else None
