"""The figures behind the charts of Inicio: risk by grupo, needs by asignatura, weeks, load."""

from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.intervencion import ABIERTAS
from app.store import Store
from app.store.queries.alumnos_tutores import alumnos_tutores
from app.store.queries.inicio import NIVEL

_OPEN = ", ".join(f"'{state}'" for state in ABIERTAS)


@dataclass(frozen=True, slots=True)
class RiesgoDeGrupo:
    """How many active students of a grupo are at each level of risk."""

    grupo: int
    etiqueta: str
    alto: int
    medio: int
    bajo: int

    @property
    def total(self) -> int:
        """How many are at risk."""
        return self.alto + self.medio + self.bajo


def riesgo_por_grupo(store: Store) -> list[RiesgoDeGrupo]:
    """The grupos with students at risk, the most of them first; a repeated name says its turno."""
    grupos = {one.id: one for one in store.grupos.all()}
    labels = [one.etiqueta for one in grupos.values()]
    rows = store.query(
        f"""SELECT a.grupo, count(*) FILTER (WHERE vigente = 'alto'),
            count(*) FILTER (WHERE vigente = 'medio'), count(*) FILTER (WHERE vigente = 'bajo')
        FROM (SELECT a.grupo, {NIVEL} AS vigente FROM alumnos a
            LEFT JOIN riesgos r ON r.alumno = a.id
            WHERE a.estado = 'activo' AND a.grupo IS NOT NULL) a
        WHERE vigente IN ('alto', 'medio', 'bajo') GROUP BY a.grupo"""
    )
    found: list[RiesgoDeGrupo] = []
    for id, *counts in rows:
        label = grupos[id].etiqueta
        if labels.count(label) > 1:
            label = f"{label} {grupos[id].turno}"
        found.append(RiesgoDeGrupo(id, label, *counts))
    return sorted(found, key=lambda one: (-one.total, -one.alto, one.etiqueta))


@dataclass(frozen=True, slots=True)
class Cobertura:
    """An asignatura that is owed: by how many, and how many of these are attended in it."""

    asignatura: int
    nombre: str
    la_deben: int
    atendidos: int


def cobertura(store: Store) -> list[Cobertura]:
    """The asignaturas that active students owe, those with most people alone first."""
    rows = store.query(
        f"""SELECT d.asignatura, m.nombre, count(*), count(*) FILTER (WHERE EXISTS (
            SELECT 1 FROM tutorados t JOIN intervenciones i ON i.id = t.intervencion
            WHERE t.alumno = d.alumno AND i.asignatura = d.asignatura AND i.estado IN ({_OPEN})))
        FROM adeudos d JOIN alumnos a ON a.id = d.alumno JOIN asignaturas m ON m.id = d.asignatura
        WHERE a.estado = 'activo' GROUP BY d.asignatura"""
    )
    found = [Cobertura(*row) for row in rows]
    return sorted(found, key=lambda one: (one.atendidos - one.la_deben, -one.la_deben, one.nombre))


@dataclass(frozen=True, slots=True)
class Semana:
    """The sessions of a week: those that were planned in it, and those held."""

    lunes: date
    planeadas: int
    dadas: int


def sesiones_por_semana(store: Store, monday: date, weeks: int) -> list[Semana]:
    """The weeks that end with the one of `monday`; what was moved counts where it went to."""
    first = monday - timedelta(weeks=weeks - 1)
    rows = store.query(
        "SELECT fecha, count(*), count(*) FILTER (WHERE estado = 'dada') FROM sesiones"
        " WHERE estado <> 'movida' AND fecha >= ? AND fecha < ? GROUP BY fecha",
        (first.isoformat(), (monday + timedelta(weeks=1)).isoformat()),
    )
    counts = {first + timedelta(weeks=n): [0, 0] for n in range(weeks)}
    for text, planned, held in rows:
        day = date.fromisoformat(text)
        week = counts[day - timedelta(days=day.weekday())]
        week[0] += planned
        week[1] += held
    return [Semana(day, *found) for day, found in counts.items()]


@dataclass(frozen=True, slots=True)
class Carga:
    """The places of the active alumnos tutores: all, taken; who has nobody and who too many."""

    tutores: int
    lugares: int
    ocupados: int
    libres: int
    pasados: int


def carga(store: Store) -> Carga:
    """The load of the active alumnos tutores together."""
    rows = [row for row in alumnos_tutores(store) if row.estado == "activo" and row.inscrito]
    return Carga(
        len(rows), sum(row.capacidad for row in rows), sum(row.tutorados for row in rows),
        sum(not row.tutorados for row in rows), sum(row.tutorados > row.capacidad for row in rows),
    )  # fmt: skip
