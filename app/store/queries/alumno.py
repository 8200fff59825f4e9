"""One student: risk, calificaciones, what is owed, intervenciones and what happened lately."""

import json
from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime

from app.domain.alumno import short_name
from app.domain.horario import Tramo
from app.domain.intervencion import ABIERTAS
from app.store import Store

_OPEN = ", ".join(f"'{state}'" for state in ABIERTAS)
_OWN_ROWS = (
    ("calificaciones", "id", "calificaciones"),
    ("disponibilidades", "id", "disponibilidades"),
    ("tutorados", "id", "tutorados"),
    ("intervenciones", "intervencion", "tutorados"),
    ("fichas", "id", "fichas"),
    ("entrevistas", "id", "entrevistas"),
    ("logros", "id", "logros"),
    ("pausas", "id", "pausas"),
)
"""Whose changes are part of the story of a student: table, key and where the key is."""


@dataclass(frozen=True, slots=True)
class RiesgoGuardado:
    """What the file computed of a student; `promedio` in tenths, `faltas` in percent."""

    nivel: str
    reprobadas: int
    promedio: int | None
    faltas: int | None
    regular: bool
    motivos: tuple[str, ...]


def riesgo_de(store: Store, alumno: int) -> RiesgoGuardado | None:
    """The computed risk, or None without data."""
    sql = (
        "SELECT nivel, reprobadas, promedio, faltas, regular, motivos FROM riesgos WHERE alumno = ?"
    )
    rows = store.query(sql, (alumno,))
    if not rows:
        return None
    nivel, reprobadas, promedio, faltas, regular, motivos = rows[0]
    known = tuple(json.loads(motivos))
    return RiesgoGuardado(nivel, reprobadas, promedio, faltas, bool(regular), known)


@dataclass(frozen=True, slots=True)
class NivelDe:
    """The computed level from a day on, and why."""

    fecha: date
    nivel: str
    motivos: tuple[str, ...]


def niveles_de(store: Store, alumno: int, limit: int = 6) -> list[NivelDe]:
    """The last levels of a student, oldest first: one for each day on which it changed."""
    sql = """
        SELECT fecha, nivel, motivos FROM niveles WHERE alumno = ? ORDER BY fecha DESC LIMIT ?
    """
    rows = store.query(sql, (alumno, limit))
    return [NivelDe(date.fromisoformat(r[0]), r[1], tuple(json.loads(r[2]))) for r in rows[::-1]]


@dataclass(frozen=True, slots=True)
class Nota:
    """One calificación with the names of its asignatura and periodo; `valor` in tenths."""

    id: int
    asignatura: int
    nombre: str
    periodo: int
    ciclo: str
    parte: str
    parcial: int
    intento: str
    valor: int | None
    marca: str
    faltas: int | None


def notas_de(store: Store, alumno: int) -> list[Nota]:
    """Every calificación of a student, by asignatura, periodo and parcial."""
    sql = """
        SELECT c.id, c.asignatura, s.nombre, c.periodo, p.ciclo, p.parte, c.parcial, c.intento,
            c.valor, c.marca, c.faltas
        FROM calificaciones c JOIN asignaturas s ON s.id = c.asignatura
        JOIN periodos p ON p.id = c.periodo WHERE c.alumno = ?
        ORDER BY s.nombre COLLATE es, p.ciclo, p.parte, c.parcial
    """
    return [Nota(*row) for row in store.query(sql, (alumno,))]


def asignaturas_del_grupo(store: Store, grupo: int, periodo: int) -> list[tuple[int, str]]:
    """The asignaturas in which the grupo has calificaciones in a periodo."""
    # CROSS JOIN keeps the order of the tables: by the people of the grupo, not by asignatura.
    sql = """
        SELECT s.id, s.nombre FROM asignaturas s WHERE s.id IN (SELECT DISTINCT c.asignatura
            FROM alumnos a CROSS JOIN calificaciones c ON c.alumno = a.id
            WHERE a.grupo = ? AND c.periodo = ? AND c.intento = 'ordinario')
        ORDER BY s.nombre COLLATE es
    """
    return [(row[0], row[1]) for row in store.query(sql, (grupo, periodo))]


@dataclass(frozen=True, slots=True)
class Adeudo:
    """An asignatura owed: how many times failed and since when it is known."""

    asignatura: int
    nombre: str
    veces: int
    desde: date


def adeudos_de(store: Store, alumno: int) -> list[Adeudo]:
    """What a student owes, the most often failed first."""
    sql = """
        SELECT d.asignatura, s.nombre, d.veces, d.desde FROM adeudos d
        JOIN asignaturas s ON s.id = d.asignatura WHERE d.alumno = ?
        ORDER BY d.veces DESC, s.nombre COLLATE es
    """
    return [
        Adeudo(asignatura, nombre, veces, date.fromisoformat(desde))
        for asignatura, nombre, veces, desde in store.query(sql, (alumno,))
    ]


@dataclass(frozen=True, slots=True)
class Hora:
    """A weekly hour of an intervención, and its place."""

    franja: int
    tramo: Tramo
    lugar: str


@dataclass(frozen=True, slots=True)
class IntervencionDe:
    """An intervención of a student: with whom, when, how far; `otros` are the other tutorados."""

    id: int
    asignatura: int
    nombre: str
    estado: str
    asignada: date | None
    cerrada: date | None
    motivo: str
    alumno_tutor: int | None
    nombre_tutor: str
    corto_tutor: str
    otros: tuple[str, ...]
    dadas: int
    por_dar: int
    minutos: int
    plan_entregado: bool
    horas: tuple[Hora, ...]

    @property
    def abierta(self) -> bool:
        """Whether it still goes on."""
        return self.estado in ABIERTAS


def intervenciones_de(store: Store, alumno: int) -> list[IntervencionDe]:
    """The intervenciones of a student: the open ones first, then the newest."""
    mine = "SELECT intervencion FROM tutorados WHERE alumno = ?"
    hours: defaultdict[int, list[Hora]] = defaultdict(list)
    sql = (
        "SELECT intervencion, id, dia, inicio, fin, lugar FROM franjas"
        f" WHERE intervencion IN ({mine}) ORDER BY dia, inicio"
    )
    for id, franja, dia, inicio, fin, lugar in store.query(sql, (alumno,)):
        hours[id].append(Hora(franja, Tramo(dia, inicio, fin), lugar))
    others: defaultdict[int, list[str]] = defaultdict(list)
    sql = f"""
        SELECT t.intervencion, a.nombres, coalesce(nullif(a.apellido_paterno, ''),
            a.apellido_materno)
        FROM tutorados t JOIN alumnos a ON a.id = t.alumno
        WHERE t.alumno <> ? AND t.intervencion IN ({mine})
    """
    for id, nombres, apellido in store.query(sql, (alumno, alumno)):
        others[id].append(short_name(nombres, apellido))
    sql = f"""
        SELECT i.id, i.asignatura, s.nombre, i.estado, i.asignada, i.cerrada, i.motivo,
            i.alumno_tutor, coalesce(u.nombres, ''), coalesce(u.apellido_paterno, ''),
            coalesce(u.apellido_materno, ''),
            (SELECT count(*) FROM sesiones x WHERE x.intervencion = i.id AND x.estado = 'dada'),
            (SELECT count(*) FROM sesiones x WHERE x.intervencion = i.id AND x.estado = 'planeada'),
            (SELECT coalesce(sum(x.minutos), 0) FROM sesiones x
             WHERE x.intervencion = i.id AND x.estado = 'dada'),
            EXISTS (SELECT 1 FROM planes p WHERE p.intervencion = i.id AND p.entregado IS NOT NULL)
        FROM intervenciones i JOIN asignaturas s ON s.id = i.asignatura
        LEFT JOIN alumnos u ON u.id = i.alumno_tutor WHERE i.id IN ({mine})
        ORDER BY i.estado NOT IN ({_OPEN}), i.asignada DESC, i.id DESC
    """
    return [_intervencion(row, others, hours) for row in store.query(sql, (alumno,))]


def _intervencion(row, others: dict[int, list[str]], hours: dict[int, list[Hora]]):
    id, asignatura, nombre, estado, asignada, cerrada, motivo = row[:7]
    alumno_tutor, nombres, paterno, materno, dadas, por_dar, minutos, entregado = row[7:]
    return IntervencionDe(
        id=id, asignatura=asignatura, nombre=nombre, estado=estado, asignada=_day(asignada),
        cerrada=_day(cerrada), motivo=motivo, alumno_tutor=alumno_tutor,
        nombre_tutor=" ".join(part for part in (nombres, paterno, materno) if part),
        corto_tutor=short_name(nombres, paterno or materno), otros=tuple(others.get(id, ())),
        dadas=dadas, por_dar=por_dar, minutos=minutos, plan_entregado=bool(entregado),
        horas=tuple(hours.get(id, ())),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Paso:
    """Something that happened to a student: when and the label of the step."""

    cuando: datetime
    etiqueta: str


def actividad(store: Store, alumno: int, limit: int) -> list[Paso]:
    """The newest steps that touched a student or what hangs from one."""
    own = " UNION ".join(
        f"SELECT operacion FROM cambios WHERE tabla = '{table}' AND fila IN"
        f" (SELECT {key} FROM {source} WHERE alumno = ?)"
        for table, key, source in _OWN_ROWS
    )
    sql = f"""
        WITH suyas(operacion) AS (
            SELECT operacion FROM cambios WHERE tabla = 'alumnos' AND fila = ? UNION {own})
        SELECT cuando, etiqueta FROM operaciones
        WHERE id IN (SELECT operacion FROM suyas) OR deshace IN (SELECT operacion FROM suyas)
        ORDER BY id DESC LIMIT ?
    """
    values = (alumno, *(alumno for _ in _OWN_ROWS), limit)
    return [Paso(datetime.fromisoformat(when), label) for when, label in store.query(sql, values)]


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
