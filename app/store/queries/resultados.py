"""Calificaciones as the rules of risk and mastery read them, with the name of their periodo."""

from dataclasses import dataclass

from app.domain.calendario import periodo_order
from app.domain.riesgo import Resultado
from app.store import Store

_RESULTS = """
    SELECT c.alumno, c.asignatura, s.nombre, p.ciclo, p.parte, c.parcial, c.intento, c.valor,
        c.marca, c.faltas
    FROM calificaciones c JOIN asignaturas s ON s.id = c.asignatura
    JOIN periodos p ON p.id = c.periodo {rest}
"""


@dataclass(frozen=True, slots=True)
class ResultadoConPeriodo:
    """A calificación as the rule needs it, with the name of its periodo."""

    alumno: int
    periodo: str
    resultado: Resultado


def resultados_of_asignatura(store: Store, asignatura: int) -> list[ResultadoConPeriodo]:
    """The results in an asignatura of the active alumnos who owe nothing."""
    rest = (
        "JOIN alumnos a ON a.id = c.alumno JOIN riesgos r ON r.alumno = a.id"
        " WHERE c.asignatura = ? AND a.estado = 'activo' AND r.regular = 1 ORDER BY c.alumno"
    )
    return [_result(row) for row in store.query(_RESULTS.format(rest=rest), (asignatura,))]


def resultados_of_alumno(store: Store, alumno: int) -> list[ResultadoConPeriodo]:
    """Every result of one alumno."""
    rest = "WHERE c.alumno = ? ORDER BY s.nombre COLLATE es, p.ciclo, p.parte, c.parcial"
    return [_result(row) for row in store.query(_RESULTS.format(rest=rest), (alumno,))]


def _result(row) -> ResultadoConPeriodo:
    alumno, asignatura, nombre, ciclo, parte, *rest = row
    order = periodo_order(ciclo, parte)
    return ResultadoConPeriodo(
        alumno, f"{ciclo}{parte}", Resultado(asignatura, nombre, order, *rest)
    )
