"""What carnets are made of: who they are for, what each owes, with whom, when; what was printed."""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from app.domain import Emision, Franja
from app.domain.intervencion import ABIERTAS
from app.store import Store

_OPEN = ", ".join(f"'{state}'" for state in ABIERTAS)
_CHOSEN = "(SELECT value FROM json_each(?))"
_ATTENDED = f"""
    SELECT t.alumno, i.asignatura, max(i.id) AS intervencion
    FROM tutorados t JOIN intervenciones i ON i.id = t.intervencion
    WHERE i.estado IN ({_OPEN}) AND t.alumno IN (SELECT alumno FROM elegidos)
    GROUP BY t.alumno, i.asignatura
"""
_SUBJECTS = f"""
    WITH elegidos(alumno) AS (SELECT value FROM json_each(?)),
    atendidas AS ({_ATTENDED}),
    todas AS (
        SELECT alumno, asignatura, veces FROM adeudos WHERE alumno IN (SELECT alumno FROM elegidos)
        UNION ALL
        SELECT alumno, asignatura, 0 FROM atendidas b WHERE NOT EXISTS (
            SELECT 1 FROM adeudos d WHERE d.alumno = b.alumno AND d.asignatura = b.asignatura)
    )
    SELECT x.alumno, s.nombre, b.intervencion, u.nombres, u.apellido_paterno, u.apellido_materno
    FROM todas x JOIN asignaturas s ON s.id = x.asignatura
    LEFT JOIN atendidas b ON b.alumno = x.alumno AND b.asignatura = x.asignatura
    LEFT JOIN intervenciones i ON i.id = b.intervencion
    LEFT JOIN alumnos u ON u.id = i.alumno_tutor
    ORDER BY x.alumno, x.veces DESC, s.semestre, s.nombre, x.asignatura
"""


@dataclass(frozen=True, slots=True)
class Titular:
    """The alumno of a carnet, with the grupo as it is today."""

    alumno: int
    matricula: str
    apellido_paterno: str
    apellido_materno: str
    nombres: str
    grupo: int | None


@dataclass(frozen=True, slots=True)
class AsignaturaDeCarnet:
    """An asignatura that an alumno owes or is attended in; `intervencion` None: nobody attends."""

    alumno: int
    nombre: str
    intervencion: int | None
    alumno_tutor: str


@dataclass(frozen=True, slots=True)
class SesionDada:
    """A session held, as it goes on the back of a carnet."""

    fecha: date
    tema: str
    observaciones: str


@dataclass(frozen=True, slots=True)
class Impresa:
    """The newest printing of a form for an alumno."""

    folio: str
    fecha: date | None
    papel: str
    datos: str


def con_carnet(store: Store) -> list[int]:
    """The active alumnos that need a carnet: they owe an asignatura or have an alumno tutor."""
    sql = f"""
        SELECT a.id FROM alumnos a
        WHERE a.estado = 'activo' AND (a.id IN (SELECT alumno FROM adeudos) OR a.id IN (
            SELECT t.alumno FROM tutorados t JOIN intervenciones i ON i.id = t.intervencion
            WHERE i.estado IN ({_OPEN})))
    """
    return [row[0] for row in store.query(sql)]


def titulares(store: Store, alumnos: Sequence[int]) -> dict[int, Titular]:
    """The chosen alumnos by id; one that is gone is missing."""
    sql = (
        "SELECT id, matricula, apellido_paterno, apellido_materno, nombres, grupo FROM alumnos"
        f" WHERE id IN {_CHOSEN}"
    )
    return {row[0]: Titular(*row) for row in store.query(sql, (json.dumps(list(alumnos)),))}


def asignaturas(store: Store, alumnos: Sequence[int]) -> dict[int, list[AsignaturaDeCarnet]]:
    """What goes in ASIGNATURAS REPROBADAS, by alumno: the most often failed first (M-80, M-81)."""
    found: defaultdict[int, list[AsignaturaDeCarnet]] = defaultdict(list)
    rows = store.query(_SUBJECTS, (json.dumps(list(alumnos)),))
    for alumno, nombre, intervencion, nombres, paterno, materno in rows:
        whole = " ".join(part for part in (nombres, paterno, materno) if part)
        found[alumno].append(AsignaturaDeCarnet(alumno, nombre, intervencion, whole))
    return dict(found)


def franjas(store: Store, intervenciones: Iterable[int]) -> dict[int, list[Franja]]:
    """The weekly hours of the intervenciones, in the order of the week."""
    found: defaultdict[int, list[Franja]] = defaultdict(list)
    sql = (
        "SELECT id, intervencion, dia, inicio, fin, lugar FROM franjas"
        f" WHERE intervencion IN {_CHOSEN} ORDER BY dia, inicio, id"
    )
    for id, intervencion, dia, inicio, fin, lugar in store.query(
        sql, (json.dumps(list(intervenciones)),)
    ):
        found[intervencion].append(
            Franja(id=id, intervencion=intervencion, dia=dia, inicio=inicio, fin=fin, lugar=lugar)
        )
    return dict(found)


def sesiones_dadas(store: Store, intervenciones: Iterable[int]) -> dict[int, list[SesionDada]]:
    """The sessions held in the intervenciones, oldest first."""
    found: defaultdict[int, list[SesionDada]] = defaultdict(list)
    sql = (
        "SELECT intervencion, fecha, tema, observaciones FROM sesiones WHERE estado = 'dada'"
        f" AND fecha IS NOT NULL AND intervencion IN {_CHOSEN} ORDER BY fecha, inicio, id"
    )
    for intervencion, fecha, tema, notes in store.query(sql, (json.dumps(list(intervenciones)),)):
        found[intervencion].append(SesionDada(date.fromisoformat(fecha), tema, notes))
    return dict(found)


def impresas(
    store: Store, formato: str, periodo: int, alumnos: Sequence[int]
) -> dict[int, Impresa]:
    """The newest printing of a form in a periodo for each of the alumnos that has one."""
    sql = f"""
        SELECT e.alumno, e.folio, e.fecha, e.papel, e.datos FROM emisiones e JOIN (
            SELECT max(id) AS id FROM emisiones
            WHERE formato = ? AND periodo = ? AND cancelada = 0 AND alumno IN {_CHOSEN}
            GROUP BY alumno) x ON x.id = e.id
    """
    return {
        alumno: Impresa(folio, date.fromisoformat(fecha) if fecha else None, papel, datos)
        for alumno, folio, fecha, papel, datos in store.query(
            sql, (formato, periodo, json.dumps(list(alumnos)))
        )
    }


def folios(store: Store, wanted: Iterable[str]) -> dict[str, tuple[int | None, int | None]]:
    """Of these folios, those in use, each with the alumno and the periodo that have it."""
    sql = f"SELECT folio, alumno, periodo FROM emisiones WHERE folio IN {_CHOSEN}"
    rows = store.query(sql, (json.dumps(list(wanted)),))
    return {folio: (alumno, periodo) for folio, alumno, periodo in rows}


def emision_con_folio(store: Store, formato: str, folio: str) -> Emision | None:
    """The newest printing of a form with that folio."""
    found = store.emisiones.where(formato=formato, folio=folio)
    return found[-1] if found else None
