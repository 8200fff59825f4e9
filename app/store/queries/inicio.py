"""What the first screen tells: steps of the periodo, levels, needs, the week."""

from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.intervencion import ABIERTAS
from app.store import Store

_OPEN = ", ".join(f"'{state}'" for state in ABIERTAS)
NIVEL = "coalesce(nullif(a.nivel_fijado, ''), r.nivel, 'sin_datos')"
"""The level in force of an alumno `a` left joined to its `riesgos` row `r`."""


@dataclass(frozen=True)
class Avance:
    """How far the five steps of a periodo have come."""

    alumnos: int
    parciales: int
    tutores: int
    necesidades: int
    cubiertas: int
    con_pareja: int
    con_carnet: int


@dataclass(frozen=True)
class Dia:
    """The sessions of one day: all, held, and those whose day passed without a record."""

    fecha: date
    total: int
    dadas: int
    sin_registro: int


@dataclass(frozen=True)
class Proxima:
    """A session still to be held on a day."""

    intervencion: int
    inicio: int | None
    asignatura: str
    lugar: str
    alumno_tutor: str
    tutorados: str


def avance(store: Store, periodo: int) -> Avance:
    """The counts behind the steps of a periodo."""
    row = store.query(
        f"""SELECT
        (SELECT count(*) FROM alumnos WHERE estado = 'activo'),
        (SELECT sum(EXISTS (SELECT 1 FROM calificaciones c WHERE c.periodo = ? AND c.parcial = n))
            FROM (SELECT 1 AS n UNION ALL SELECT 2 UNION ALL SELECT 3)),
        (SELECT count(*) FROM perfiles_tutor WHERE estado = 'activo'),
        (SELECT count(*) FROM adeudos),
        (SELECT count(*) FROM adeudos d WHERE EXISTS (SELECT 1 FROM tutorados t
            JOIN intervenciones i ON i.id = t.intervencion
            WHERE t.alumno = d.alumno AND i.asignatura = d.asignatura AND i.estado IN ({_OPEN}))),
        (SELECT count(DISTINCT t.alumno) FROM tutorados t
            JOIN intervenciones i ON i.id = t.intervencion WHERE i.estado IN ({_OPEN})),
        (SELECT count(DISTINCT t.alumno) FROM tutorados t
            JOIN intervenciones i ON i.id = t.intervencion
            JOIN emisiones e ON e.alumno = t.alumno AND e.periodo = ? AND e.formato = 'carnet'
            WHERE i.estado IN ({_OPEN}))""",
        (periodo, periodo),
    )[0]
    return Avance(*row)


def niveles(store: Store) -> dict[str, int]:
    """How many active students there are in each level of risk."""
    rows = store.query(
        f"SELECT {NIVEL}, count(*) FROM alumnos a LEFT JOIN riesgos r ON r.alumno = a.id"
        " WHERE a.estado = 'activo' GROUP BY 1"
    )
    return dict(rows)


def altos_cubiertos(store: Store) -> tuple[int, int]:
    """Students at high risk who have an open intervención, and all of them."""
    row = store.query(
        f"""SELECT count(*) FILTER (WHERE EXISTS (SELECT 1 FROM tutorados t
            JOIN intervenciones i ON i.id = t.intervencion
            WHERE t.alumno = a.id AND i.estado IN ({_OPEN}))), count(*)
        FROM alumnos a LEFT JOIN riesgos r ON r.alumno = a.id
        WHERE a.estado = 'activo' AND {NIVEL} = 'alto'"""
    )[0]
    return row[0], row[1]


def semana(store: Store, monday: date, today: date) -> list[Dia]:
    """The five days of a week."""
    rows = store.query(
        """SELECT fecha, count(*), count(*) FILTER (WHERE estado = 'dada'),
            count(*) FILTER (WHERE estado = 'planeada' AND fecha < ?)
        FROM sesiones WHERE fecha BETWEEN ? AND ?
            AND estado IN ('dada', 'planeada') GROUP BY fecha""",
        (today.isoformat(), monday.isoformat(), (monday + timedelta(days=4)).isoformat()),
    )
    found = {date.fromisoformat(row[0]): row[1:] for row in rows}
    days = [monday + timedelta(days=n) for n in range(5)]
    return [Dia(day, *found.get(day, (0, 0, 0))) for day in days]


def sin_registro(store: Store, today: date) -> tuple[int, date | None]:
    """Planned sessions whose day passed, and the newest of those days."""
    row = store.query(
        "SELECT count(*), max(fecha) FROM sesiones WHERE estado = 'planeada' AND fecha < ?",
        (today.isoformat(),),
    )[0]
    return row[0], date.fromisoformat(row[1]) if row[1] else None


def proximas(store: Store, day: date) -> list[Proxima]:
    """The sessions still to be held on a day, by hour."""
    rows = store.query(
        """SELECT i.id, s.inicio, m.nombre,
            coalesce((SELECT lugar FROM franjas f WHERE f.intervencion = i.id LIMIT 1), ''),
            coalesce(u.nombres || ' ' || u.apellido_paterno, ''),
            (SELECT group_concat(x.nombres || ' ' || x.apellido_paterno, ', ') FROM tutorados t
             JOIN alumnos x ON x.id = t.alumno WHERE t.intervencion = i.id)
        FROM sesiones s JOIN intervenciones i ON i.id = s.intervencion
        JOIN asignaturas m ON m.id = i.asignatura LEFT JOIN alumnos u ON u.id = i.alumno_tutor
        WHERE s.fecha = ? AND s.estado = 'planeada' ORDER BY s.inicio, s.id""",
        (day.isoformat(),),
    )
    return [Proxima(*row) for row in rows]


def planes_sin_entregar(store: Store) -> list[tuple[int, date, str, str]]:
    """Open intervenciones whose plan is not handed in: id, day assigned, asignatura, tutorado."""
    rows = store.query(
        f"""SELECT i.id, i.asignada, m.nombre,
            (SELECT x.nombres || ' ' || x.apellido_paterno FROM tutorados t
             JOIN alumnos x ON x.id = t.alumno WHERE t.intervencion = i.id LIMIT 1)
        FROM intervenciones i JOIN asignaturas m ON m.id = i.asignatura
        LEFT JOIN planes p ON p.intervencion = i.id
        WHERE i.estado IN ({_OPEN}) AND i.asignada IS NOT NULL AND p.entregado IS NULL"""
    )
    return [(row[0], date.fromisoformat(row[1]), row[2], row[3] or "") for row in rows]


def detenidas(store: Store, today: date, days: int) -> list[tuple[int, date]]:
    """Running intervenciones without a session held in so many days nor planned, since when."""
    rows = store.query(
        """SELECT i.id, coalesce((SELECT max(s.fecha) FROM sesiones s
            WHERE s.intervencion = i.id AND s.estado = 'dada'), i.asignada) AS desde
        FROM intervenciones i WHERE i.estado IN ('en_marcha', 'ajustada') AND desde <= ?
            AND NOT EXISTS (SELECT 1 FROM sesiones s WHERE s.intervencion = i.id
                AND s.estado = 'planeada' AND s.fecha >= ?)
        ORDER BY desde, i.id""",
        ((today - timedelta(days=days)).isoformat(), today.isoformat()),
    )
    return [(id, date.fromisoformat(day)) for id, day in rows]


def por_corregir(store: Store) -> tuple[int, int | None]:
    """Data that lists brought wrong and are still to be corrected, and one student who has some."""
    row = store.query("SELECT count(*), min(alumno) FROM correcciones")[0]
    return row[0], row[1]


def grupos_sin_docente(store: Store, periodo: int) -> int:
    """Grupos with students and without docente-tutor: their carnets lack that name."""
    sql = (
        "SELECT count(*) FROM grupos g WHERE g.periodo = ? AND g.docente_tutor = ''"
        " AND EXISTS (SELECT 1 FROM alumnos a WHERE a.grupo = g.id)"
    )
    return store.query(sql, (periodo,))[0][0]


def sin_carnet(store: Store, periodo: int) -> list[int]:
    """Students with an open intervención whose carnet of the periodo was never printed."""
    rows = store.query(
        f"""SELECT DISTINCT t.alumno FROM tutorados t
        JOIN intervenciones i ON i.id = t.intervencion
        WHERE i.estado IN ({_OPEN}) AND NOT EXISTS (SELECT 1 FROM emisiones e
            WHERE e.alumno = t.alumno AND e.periodo = ? AND e.formato = 'carnet')""",
        (periodo,),
    )
    return [row[0] for row in rows]
