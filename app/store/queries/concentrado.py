"""The students of some grupos with what the concentrado says of each."""

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from app.store import Store
from app.store.queries.inicio import NIVEL

_PEOPLE = f"""
    SELECT a.id, a.grupo, {NIVEL} FROM alumnos a LEFT JOIN riesgos r ON r.alumno = a.id
    WHERE a.estado = 'activo' AND a.grupo IN (SELECT value FROM json_each(?))
"""
_OWED = """
    SELECT d.alumno, s.nombre, d.veces FROM adeudos d JOIN asignaturas s ON s.id = d.asignatura
    JOIN alumnos a ON a.id = d.alumno WHERE a.grupo IN (SELECT value FROM json_each(?))
    ORDER BY d.veces DESC, s.nombre COLLATE es
"""


@dataclass(frozen=True, slots=True)
class DelGrupo:
    """A student: level of risk in force, asignaturas owed and how many times each was failed."""

    alumno: int
    grupo: int
    nivel: str
    reprobadas: tuple[tuple[str, int], ...]


def de_grupos(store: Store, grupos: Sequence[int]) -> list[DelGrupo]:
    """The active students of these grupos, in no order."""
    wanted = (json.dumps(list(grupos)),)
    owed: defaultdict[int, list[tuple[str, int]]] = defaultdict(list)
    for alumno, nombre, veces in store.query(_OWED, wanted):
        owed[alumno].append((nombre, veces))
    return [
        DelGrupo(alumno, grupo, nivel, tuple(owed.get(alumno, ())))
        for alumno, grupo, nivel in store.query(_PEOPLE, wanted)
    ]
