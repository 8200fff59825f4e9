"""What the alertas look for: one question for each kind, whatever the size of the plantel."""

import json
from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from app.domain.intervencion import ABIERTAS
from app.store import Store
from app.store.queries.inicio import NIVEL
from app.store.queries.tutorados import FICHA

_OPEN = ", ".join(f"'{state}'" for state in ABIERTAS)
_IN_RISK = "('alto', 'medio', 'bajo')"
_NAME = "trim({0}.nombres || ' ' || {0}.apellido_paterno || ' ' || {0}.apellido_materno)"
_MINE = "JOIN tutorados t ON t.intervencion ="
_ACTIONS = f"""
    SELECT t.alumno, i.asignada AS fecha, 'asignación' AS que FROM intervenciones i {_MINE} i.id
    UNION ALL SELECT alumno, fecha, 'entrevista' FROM entrevistas
    UNION ALL SELECT alumno, carta, 'carta compromiso' FROM tutorados
    UNION ALL SELECT t.alumno, p.entregado, 'plan' FROM planes p {_MINE} p.intervencion
    UNION ALL SELECT t.alumno, s.fecha, 'asesoría' FROM sesiones s {_MINE} s.intervencion
        WHERE s.estado = 'dada'
    UNION ALL SELECT t.alumno, j.fecha, 'ajuste del plan' FROM ajustes j
        JOIN planes p ON p.id = j.plan {_MINE} p.intervencion
    UNION ALL SELECT alumno, fecha, 'incumplimiento' FROM incumplimientos
    UNION ALL SELECT alumno, fecha, 'logro' FROM logros
    UNION ALL SELECT id, fecha_nivel, 'cambio de nivel' FROM alumnos
"""


@dataclass(frozen=True, slots=True)
class Accion:
    """The last thing that somebody did for a student: the day and what."""

    fecha: date
    que: str


def ultimas_acciones(store: Store, today: date) -> dict[int, Accion]:
    """The last action for each student who ever had one; any counts, none to come."""
    # max() makes SQLite take `que` from the same row.
    sql = f"""
        SELECT alumno, max(fecha), que FROM ({_ACTIONS})
        WHERE fecha IS NOT NULL AND fecha <= ? GROUP BY alumno
    """
    rows = store.query(sql, (today.isoformat(),))
    return {alumno: Accion(date.fromisoformat(day), que) for alumno, day, que in rows}


@dataclass(frozen=True, slots=True)
class EnRiesgo:
    """An active student at risk: since when, why, whom nobody attends, and in what."""

    alumno: int
    nombre: str
    nivel: str
    motivo: str
    desde: date | None
    con_tutor: bool
    asignatura: int | None
    """The asignatura owed that nobody attends and that was failed most often."""


def en_riesgo(store: Store) -> list[EnRiesgo]:
    """Who is at risk, the worst level first and then who waits longest (DOMAIN U-66)."""
    attended = f"""EXISTS (SELECT 1 FROM tutorados t JOIN intervenciones i ON i.id = t.intervencion
            WHERE t.alumno = a.id AND i.estado IN ({_OPEN})"""
    sql = f"""
        SELECT a.id, {_NAME.format("a")}, {NIVEL} AS vigente, a.motivo_nivel,
            coalesce(r.motivos, '[]'), a.fecha_nivel, coalesce(
                (SELECT min(d.desde) FROM adeudos d WHERE d.alumno = a.id),
                (SELECT max(n.fecha) FROM niveles n WHERE n.alumno = a.id)) AS desde,
            {attended}), (SELECT d.asignatura FROM adeudos d WHERE d.alumno = a.id
                AND NOT {attended} AND i.asignatura = d.asignatura)
                ORDER BY d.veces DESC, d.asignatura LIMIT 1)
        FROM alumnos a LEFT JOIN riesgos r ON r.alumno = a.id
        WHERE a.estado = 'activo' AND vigente IN {_IN_RISK}
        ORDER BY vigente = 'bajo', vigente = 'medio', coalesce(a.fecha_nivel, desde), a.id
    """
    found: list[EnRiesgo] = []
    for id, name, nivel, by_hand, computed, changed, since, has, owes in store.query(sql):
        reasons = [by_hand] if by_hand else json.loads(computed)
        why = reasons[0] if reasons else ""
        found.append(EnRiesgo(id, name, nivel, why, _day(changed or since), bool(has), owes))
    return found


@dataclass(frozen=True, slots=True)
class Tutorizado:
    """A tutorado at risk in an intervención that has been going on: how many sessions."""

    alumno: int
    nombre: str
    intervencion: int
    asignatura: str
    nivel: str
    antes: str
    """The level when it was assigned, if it was known."""
    asignada: date
    dadas: int


def siguen_en_riesgo(store: Store, until: date) -> list[Tutorizado]:
    """Tutorados at risk of open intervenciones assigned until a day, with sessions (U-72)."""
    sql = f"""
        SELECT a.id, {_NAME.format("a")}, i.id, m.nombre, {NIVEL} AS vigente,
            coalesce((SELECT n.nivel FROM niveles n WHERE n.alumno = a.id
                AND n.fecha <= i.asignada ORDER BY n.fecha DESC LIMIT 1), ''),
            i.asignada, (SELECT count(*) FROM sesiones s WHERE s.intervencion = i.id
                AND s.estado = 'dada') AS dadas
        FROM intervenciones i {_MINE} i.id JOIN alumnos a ON a.id = t.alumno
        JOIN asignaturas m ON m.id = i.asignatura LEFT JOIN riesgos r ON r.alumno = a.id
        WHERE i.estado IN ({_OPEN}) AND i.asignada <= ? AND a.estado = 'activo' AND dadas > 0
            AND vigente IN {_IN_RISK}
        ORDER BY vigente = 'bajo', vigente = 'medio', i.asignada, i.id, a.id
    """
    rows = store.query(sql, (until.isoformat(),))
    return [Tutorizado(*row[:6], asignada=date.fromisoformat(row[6]), dadas=row[7]) for row in rows]


def sujetos(store: Store) -> dict[int, str]:
    """What each open intervención is about: Física II de Ximena Ordóñez y 1 más."""
    sql = f"""
        SELECT i.id, m.nombre, min(trim(a.nombres || ' ' || a.apellido_paterno)), count(*)
        FROM intervenciones i JOIN asignaturas m ON m.id = i.asignatura {_MINE} i.id
        JOIN alumnos a ON a.id = t.alumno WHERE i.estado IN ({_OPEN}) GROUP BY i.id
    """
    return {
        id: f"{subject} de {who}{f' y {count - 1} más' if count > 1 else ''}"
        for id, subject, who, count in store.query(sql)
    }


def expedientes(store: Store, until: date) -> list[tuple[int, str, date, str]]:
    """Tutorados assigned until a day whose expediente lacks something (DOMAIN M-70).

    Gives alumno, name, day of the assignment and the letters that are missing.
    """
    sql = f"""
        SELECT a.id, {_NAME.format("a")}, min(i.asignada),
            min(EXISTS (SELECT 1 FROM entrevistas e WHERE e.intervencion = i.id
                AND e.alumno = a.id AND e.fecha IS NOT NULL)),
            min({FICHA}), min(t.carta IS NOT NULL),
            min(EXISTS (SELECT 1 FROM franjas h WHERE h.intervencion = i.id))
        FROM intervenciones i {_MINE} i.id JOIN alumnos a ON a.id = t.alumno
        LEFT JOIN fichas f ON f.alumno = a.id
        WHERE i.estado IN ({_OPEN}) AND i.asignada <= ? AND a.estado = 'activo'
        GROUP BY a.id ORDER BY 3, a.id
    """
    found: list[tuple[int, str, date, str]] = []
    for id, name, day, *there in store.query(sql, (until.isoformat(),)):
        lacks = "".join(letter for letter, has in zip("abcd", there, strict=True) if not has)
        if lacks:
            found.append((id, name, date.fromisoformat(day), lacks))
    return found


@dataclass(frozen=True, slots=True)
class Asistente:
    """How somebody came to the sessions of an intervención, open or concluded."""

    alumno: int
    nombre: str
    intervencion: int
    asignatura: str
    es_tutor: bool
    abierta: bool
    veces: int
    asistio: int
    faltas: int
    primera: date | None
    """The day of the first absence."""
    reconocido: bool


_CAME = f"""
    SELECT s.intervencion, x.alumno, x.estado, s.fecha FROM asistencias x
        JOIN sesiones s ON s.id = x.sesion WHERE s.estado = 'dada'
    UNION ALL SELECT s.intervencion, t.alumno, 'falto', s.fecha FROM sesiones s
        {_MINE} s.intervencion WHERE s.estado = 'cancelada' AND s.causa = 'falto_tutorado'
    UNION ALL SELECT s.intervencion, i.alumno_tutor, 'falto', s.fecha FROM sesiones s
        JOIN intervenciones i ON i.id = s.intervencion
        WHERE s.estado = 'cancelada' AND s.causa = 'falto_tutor'
"""


def asistentes(store: Store, periodo: int) -> list[Asistente]:
    """How everybody came in the intervenciones of a periodo and in the open ones."""
    sql = f"""
        SELECT a.id, {_NAME.format("a")}, i.id, m.nombre, i.alumno_tutor IS a.id,
            i.estado IN ({_OPEN}), count(*), count(*) FILTER (WHERE c.estado = 'asistio'),
            count(*) FILTER (WHERE c.estado = 'falto'),
            min(c.fecha) FILTER (WHERE c.estado = 'falto'),
            EXISTS (SELECT 1 FROM logros l WHERE l.intervencion = i.id AND l.alumno = a.id)
        FROM ({_CAME}) c JOIN intervenciones i ON i.id = c.intervencion
        JOIN alumnos a ON a.id = c.alumno JOIN asignaturas m ON m.id = i.asignatura
        WHERE (i.periodo = ? OR i.estado IN ({_OPEN})) AND i.estado <> 'cancelada'
            AND a.estado = 'activo'
        GROUP BY i.id, a.id ORDER BY 9 DESC, 10, i.id, a.id
    """
    return [
        Asistente(
            *row[:4], es_tutor=bool(row[4]), abierta=bool(row[5]), veces=row[6], asistio=row[7],
            faltas=row[8], primera=_day(row[9]), reconocido=bool(row[10]),
        )
        for row in store.query(sql, (periodo,))
    ]  # fmt: skip


def acreditaron(store: Store, periodo: int) -> list[tuple[int, str, int, str, date | None]]:
    """Who passed the asignatura of an intervención of a periodo and has no logro for it.

    Gives alumno, name, intervención, asignatura and the day on which it concluded.
    """
    sql = f"""
        SELECT a.id, {_NAME.format("a")}, i.id, m.nombre, i.cerrada
        FROM intervenciones i {_MINE} i.id JOIN alumnos a ON a.id = t.alumno
        JOIN asignaturas m ON m.id = i.asignatura
        WHERE t.resultado = 'acredito' AND a.estado = 'activo'
            AND (i.periodo = ? OR i.estado IN ({_OPEN})) AND NOT EXISTS (SELECT 1 FROM logros l
                WHERE l.intervencion = i.id AND l.alumno = a.id)
        ORDER BY i.cerrada, i.id, a.id
    """
    return [(*row[:4], _day(row[4])) for row in store.query(sql, (periodo,))]


def deben_desde(store: Store) -> dict[int, tuple[date, tuple[str, ...]]]:
    """What the alumnos tutores owe: the first day and the asignaturas, by alumno."""
    sql = """
        SELECT d.alumno, d.desde, m.nombre FROM adeudos d JOIN asignaturas m ON m.id = d.asignatura
        WHERE d.alumno IN (SELECT alumno FROM perfiles_tutor) ORDER BY d.desde, m.nombre
    """
    found: defaultdict[int, list[tuple[str, str]]] = defaultdict(list)
    for alumno, since, name in store.query(sql):
        found[alumno].append((since, name))
    return {
        alumno: (date.fromisoformat(owed[0][0]), tuple(name for _, name in owed))
        for alumno, owed in found.items()
    }


def controles(store: Store) -> dict[int, str]:
    """The número de control of everybody."""
    return dict(store.query("SELECT id, matricula FROM alumnos"))


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
