"""Whole lists for the command line and for exports: everybody, every pair, every session."""

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from app.domain import Franja
from app.domain.intervencion import ABIERTAS
from app.store import Store
from app.text import order_key

_OPEN = ", ".join(f"'{state}'" for state in ABIERTAS)
_NAME = "trim(trim({0}.nombres || ' ' || {0}.apellido_paterno) || ' ' || {0}.apellido_materno)"
_ALUMNOS = """
    SELECT a.id, a.matricula, a.apellido_paterno, a.apellido_materno, a.nombres, a.curp, a.sexo,
        a.nacimiento, g.semestre, coalesce(g.nombre, ''), coalesce(g.especialidad, ''),
        coalesce(g.turno, ''), coalesce(nullif(a.nivel_fijado, ''), r.nivel, 'sin_datos'),
        coalesce(r.motivos, '[]'), a.estado, a.correo, a.telefono, a.responsable,
        a.telefono_responsable
    FROM alumnos a LEFT JOIN grupos g ON g.id = a.grupo LEFT JOIN riesgos r ON r.alumno = a.id
"""
_PAIRS = f"""
    SELECT i.id, s.nombre, i.estado, coalesce(u.matricula, ''), coalesce({_NAME.format("u")}, ''),
        i.asignada, i.cerrada
    FROM intervenciones i JOIN asignaturas s ON s.id = i.asignatura
    LEFT JOIN alumnos u ON u.id = i.alumno_tutor ORDER BY s.nombre, i.id
"""
_PEOPLE = f"""
    SELECT t.intervencion, a.matricula, {_NAME.format("a")} FROM tutorados t
    JOIN alumnos a ON a.id = t.alumno ORDER BY t.id
"""
_OWED = f"""
    SELECT d.alumno, s.nombre, d.veces, coalesce(u.matricula, ''), coalesce({_NAME.format("u")}, '')
    FROM adeudos d JOIN asignaturas s ON s.id = d.asignatura
    LEFT JOIN (SELECT t.alumno, i.asignatura, max(i.id) AS id FROM tutorados t JOIN intervenciones i
        ON i.id = t.intervencion WHERE i.estado IN ({_OPEN}) GROUP BY t.alumno, i.asignatura) b
        ON b.alumno = d.alumno AND b.asignatura = d.asignatura
    LEFT JOIN intervenciones i ON i.id = b.id LEFT JOIN alumnos u ON u.id = i.alumno_tutor
    ORDER BY d.alumno, d.veces DESC, s.nombre
"""


@dataclass(frozen=True, slots=True)
class Alumno:
    """An alumno with the grupo and the level of risk in force."""

    id: int
    control: str
    apellido_paterno: str
    apellido_materno: str
    nombres: str
    curp: str
    sexo: str
    nacimiento: date | None
    semestre: int | None
    grupo: str
    especialidad: str
    turno: str
    riesgo: str
    motivos: tuple[str, ...]
    estado: str
    correo: str
    telefono: str
    responsable: str
    telefono_responsable: str

    @property
    def nombre_de_lista(self) -> str:
        """Surnames first."""
        apellidos = f"{self.apellido_paterno} {self.apellido_materno}".strip()
        return ", ".join(part for part in (apellidos, self.nombres) if part)


@dataclass(frozen=True, slots=True)
class Pareja:
    """An intervención: control of the alumno tutor, tutorados as (control, nombre), hours."""

    id: int
    asignatura: str
    estado: str
    alumno_tutor: str
    nombre_tutor: str
    asignada: date | None
    cerrada: date | None
    tutorados: tuple[tuple[str, str], ...]
    franjas: tuple[Franja, ...]


@dataclass(frozen=True, slots=True)
class Adeudo:
    """An asignatura that is owed, and who attends it, if anybody does."""

    asignatura: str
    veces: int
    alumno_tutor: str
    nombre_tutor: str


@dataclass(frozen=True, slots=True)
class Calificacion:
    """A result with the words that a list needs; `valor` in tenths."""

    control: str
    nombre: str
    asignatura: str
    periodo: str
    parcial: int
    intento: str
    valor: int | None
    marca: str
    faltas: int | None


@dataclass(frozen=True, slots=True)
class Sesion:
    """A session with the intervención it belongs to, and who was who that day."""

    id: int
    intervencion: int
    fecha: date | None
    inicio: int | None
    minutos: int | None
    estado: str
    tema: str
    observaciones: str
    motivo: str
    actividad: str
    ambito: str
    recomendaciones: str
    cumplida: str
    causa: str
    quien: str
    imprevista: bool
    firmada: bool
    grupo: str
    alumno_tutor: str


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan and how far its actions have come; `entregado` None while it is not handed in."""

    intervencion: int
    objetivo: str
    entregado: date | None
    acciones: int
    hechas: int


def alumnos(store: Store) -> list[Alumno]:
    """Everybody, in Spanish order of the names."""
    found: list[Alumno] = []
    for row in store.query(_ALUMNOS):
        values = list(row)
        values[7], values[13] = _day(row[7]), tuple(json.loads(row[13]))
        found.append(Alumno(*values))
    return sorted(found, key=lambda a: (order_key(a.nombre_de_lista), a.control))


def parejas(store: Store) -> list[Pareja]:
    """Every intervención, by asignatura."""
    people: defaultdict[int, list[tuple[str, str]]] = defaultdict(list)
    for id, control, nombre in store.query(_PEOPLE):
        people[id].append((control, nombre))
    hours: defaultdict[int, list[Franja]] = defaultdict(list)
    for franja in store.franjas.all():
        hours[franja.intervencion or 0].append(franja)
    found: list[Pareja] = []
    for row in store.query(_PAIRS):
        id, *rest, assigned, closed = row
        franjas = sorted(hours[id], key=lambda f: (f.dia or 0, f.inicio or 0))
        values = [*rest, _day(assigned), _day(closed), tuple(people[id]), tuple(franjas)]
        found.append(Pareja(id, *values))
    return found


def adeudos(store: Store) -> dict[int, list[Adeudo]]:
    """What each alumno owes, by alumno."""
    found: defaultdict[int, list[Adeudo]] = defaultdict(list)
    for alumno, *rest in store.query(_OWED):
        found[alumno].append(Adeudo(*rest))
    return dict(found)


def calificaciones(store: Store) -> Iterator[Calificacion]:
    """Every result, by alumno, periodo and asignatura."""
    sql = f"""
        SELECT a.matricula, {_NAME.format("a")}, s.nombre, p.ciclo || p.parte, c.parcial, c.intento,
            c.valor, c.marca, c.faltas
        FROM calificaciones c JOIN alumnos a ON a.id = c.alumno
        JOIN asignaturas s ON s.id = c.asignatura JOIN periodos p ON p.id = c.periodo
        ORDER BY a.matricula, p.ciclo, p.parte, s.semestre, s.nombre, c.parcial, c.intento
    """
    for row in store.query(sql):
        yield Calificacion(*row)


def sesiones(store: Store) -> list[Sesion]:
    """Every session, oldest first."""
    sql = (
        "SELECT id, intervencion, fecha, inicio, minutos, estado, tema, observaciones, motivo,"
        " actividad, ambito, recomendaciones, cumplida, causa, quien, imprevista, firmada, grupo,"
        " alumno_tutor FROM sesiones ORDER BY fecha, inicio, id"
    )
    found: list[Sesion] = []
    for row in store.query(sql):
        values = list(row)
        values[2], values[15], values[16] = _day(row[2]), bool(row[15]), bool(row[16])
        found.append(Sesion(*values))
    return found


def asistencias(store: Store) -> dict[int, list[tuple[str, str, str]]]:
    """How everybody came to each session: matrícula, name and state, by session."""
    found: defaultdict[int, list[tuple[str, str, str]]] = defaultdict(list)
    sql = f"""
        SELECT m.sesion, a.matricula, {_NAME.format("a")}, m.estado FROM asistencias m
        JOIN alumnos a ON a.id = m.alumno ORDER BY m.sesion, a.apellido_paterno, a.nombres
    """
    for sesion, *rest in store.query(sql):
        found[sesion].append((rest[0], rest[1], rest[2]))
    return dict(found)


def planes(store: Store) -> list[Plan]:
    """Every plan, in the order in which they were written."""
    sql = """
        SELECT p.intervencion, p.objetivo, p.entregado, count(c.id), coalesce(sum(c.hecha), 0)
        FROM planes p LEFT JOIN acciones c ON c.plan = p.id GROUP BY p.id ORDER BY p.id
    """
    return [Plan(row[0], row[1], _day(row[2]), *row[3:]) for row in store.query(sql)]


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
