"""What the file computes from itself: the risk of each alumno and the asignaturas each one owes.

Kept by the gate inside the operation that changes a calificación or a rule, and never journalled:
an undo computes it again. `desde` is the day on which the need was first seen. `niveles` keeps, for
each alumno, the days on which the computed level changed: one line a day, the last of that day.
"""

import json
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING, Any

from app.domain.calendario import periodo_order
from app.domain.riesgo import Resultado, asignaturas_reprobadas, riesgo_of
from app.domain.settings import Settings

if TYPE_CHECKING:
    from app.store import Store

_FOR_ALL = frozenset({"settings", "asignaturas", "periodos"})
_MANY = 500
_ORPHANS = (
    "DELETE FROM riesgos WHERE alumno NOT IN (SELECT id FROM alumnos)",
    "DELETE FROM niveles WHERE alumno NOT IN (SELECT id FROM alumnos)",
    "DELETE FROM adeudos WHERE alumno NOT IN (SELECT id FROM alumnos)"
    " OR asignatura NOT IN (SELECT id FROM asignaturas)",
)
_LEVELS = """
    INSERT INTO niveles SELECT a.id, ?, coalesce(r.nivel, 'sin_datos'),
        coalesce(r.motivos, '[]')
    FROM alumnos a LEFT JOIN riesgos r ON r.alumno = a.id LEFT JOIN niveles n ON n.alumno = a.id
        AND n.fecha = (SELECT max(fecha) FROM niveles x WHERE x.alumno = a.id)
    WHERE coalesce(r.nivel, 'sin_datos') <> coalesce(n.nivel, 'sin_datos') {only}
"""
_OF_OPERATION = """
    SELECT DISTINCT coalesce(json_extract(c.despues, '$.alumno'), json_extract(c.antes, '$.alumno'),
        k.alumno)
    FROM cambios c LEFT JOIN calificaciones k ON k.id = c.fila
    WHERE c.operacion = ? AND c.tabla = 'calificaciones'
"""
_RESULTS = """
    SELECT c.alumno, c.asignatura, a.nombre, c.periodo, c.parcial, c.intento, c.valor, c.marca,
        c.faltas
    FROM calificaciones c JOIN asignaturas a ON a.id = c.asignatura {only} ORDER BY c.alumno
"""


def refresh(store: "Store", operation: int, tables: frozenset[str]) -> frozenset[str]:
    """Computes again what the operation may have changed; the derived tables that it touched.

    When an operation is taken back it is the one whose changes were gone through.
    """
    if tables & {"alumnos", "asignaturas"}:
        for orphans in _ORPHANS:
            store.writing().conn.execute(orphans)
    if tables & _FOR_ALL:
        alumnos = None
    elif "calificaciones" in tables:
        rows = store.connection.execute(_OF_OPERATION, (operation,))
        alumnos = [row[0] for row in rows if row[0] is not None]
        if len(alumnos) > _MANY:
            alumnos = None
    else:
        return frozenset()
    _compute(store, alumnos)
    _note_levels(store, alumnos)
    return frozenset({"riesgos", "adeudos", "niveles"})


def _compute(store: "Store", alumnos: list[int] | None) -> None:
    found = store.connection.execute("SELECT * FROM settings LIMIT 1").fetchone()
    settings = store.settings.record(found) if found else Settings()
    today = store.clock().date().isoformat()
    risks: list[tuple[Any, ...]] = []
    owed: list[tuple[int, int, int, str]] = []
    for alumno, results in _results(store, alumnos):
        risk = riesgo_of(results, settings)
        debts = asignaturas_reprobadas(results, settings) if risk.reprobadas else ()
        reasons = json.dumps(risk.motivos, ensure_ascii=False)
        risks.append(
            (alumno, risk.nivel, risk.reprobadas, risk.promedio, risk.porcentaje_faltas,
             int(not debts), reasons)
        )  # fmt: skip
        owed += [(alumno, debt.asignatura, debt.veces, today) for debt in debts]
    _replace(store, alumnos, risks, owed)


def _note_levels(store: "Store", alumnos: list[int] | None) -> None:
    """A line of today for whom the level is not that of the last line of another day."""
    write, today = store.writing().conn, store.clock().date().isoformat()
    only, values = _only(alumnos, "alumno")
    also = f" AND {only}" if only else ""
    write.execute(f"DELETE FROM niveles WHERE fecha = ?{also}", (today, *values))
    only, values = _only(alumnos, "a.id")
    also = f" AND {only}" if only else ""
    write.execute(_LEVELS.format(only=also), (today, *values))


def _results(store: "Store", alumnos: list[int] | None) -> Iterator[tuple[int, list[Resultado]]]:
    only, values = _only(alumnos, "c.alumno")
    order = {p.id: periodo_order(p.ciclo, p.parte) for p in store.periodos.all()}
    rows = store.connection.execute(_RESULTS.format(only=f"WHERE {only}" if only else ""), values)
    for alumno, group in groupby(rows, key=lambda row: row[0]):
        yield alumno, [Resultado(r[1], r[2], order.get(r[3], 0), *r[4:]) for r in group]


def _only(alumnos: list[int] | None, column: str) -> tuple[str, list[int]]:
    if alumnos is None:
        return "", []
    return f"{column} IN ({', '.join('?' * len(alumnos))})", alumnos


def _replace(
    store: "Store",
    alumnos: list[int] | None,
    risks: Iterable[tuple[Any, ...]],
    owed: list[tuple[int, int, int, str]],
) -> None:
    only, values = _only(alumnos, "alumno")
    where = f" WHERE {only}" if only else ""
    write = store.writing().conn
    rows = write.execute(f"SELECT alumno, asignatura, desde FROM adeudos{where}", values)
    since = {(alumno, asignatura): desde for alumno, asignatura, desde in rows}
    write.execute(f"DELETE FROM riesgos{where}", values)
    write.execute(f"DELETE FROM adeudos{where}", values)
    write.executemany("INSERT INTO riesgos VALUES (?, ?, ?, ?, ?, ?, ?)", risks)
    write.executemany(
        "INSERT INTO adeudos(alumno, asignatura, veces, desde) VALUES (?, ?, ?, ?)",
        [(a, s, times, since.get((a, s), today)) for a, s, times, today in owed],
    )
