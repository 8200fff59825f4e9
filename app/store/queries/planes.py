"""The intervenciones as the list of plans shows them, and what a session keeps of that day."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta

from app.domain import Grupo
from app.domain.alumno import short_name
from app.domain.intervencion import ABIERTAS
from app.store import Store

EN_CURSO = ("en_marcha", "ajustada")

_OPEN = ", ".join(f"'{state}'" for state in ABIERTAS)
_LIST = f"""
    SELECT i.id, i.estado, i.asignatura, s.nombre, i.alumno_tutor, u.nombres, u.apellido_paterno,
        u.apellido_materno, i.asignada, i.cerrada, p.id, p.entregado,
        (SELECT count(*) FROM sesiones x WHERE x.intervencion = i.id AND x.estado = 'planeada'
            AND x.fecha < ?),
        EXISTS (SELECT 1 FROM sesiones x WHERE x.intervencion = i.id AND x.estado = 'planeada'
            AND x.fecha >= ?),
        (SELECT max(x.fecha) FROM sesiones x WHERE x.intervencion = i.id AND x.estado = 'dada'),
        EXISTS (SELECT 1 FROM informes n WHERE n.intervencion = i.id AND n.tipo = 'alumno_tutor'
            AND n.entregado IS NOT NULL),
        i.carta_tutor IS NOT NULL
    FROM intervenciones i JOIN asignaturas s ON s.id = i.asignatura
    LEFT JOIN alumnos u ON u.id = i.alumno_tutor LEFT JOIN planes p ON p.intervencion = i.id
    WHERE (i.periodo = ? OR i.estado IN ({_OPEN}))
"""
_PEOPLE = """
    SELECT t.intervencion, a.id, a.nombres, a.apellido_paterno, a.apellido_materno, a.matricula,
        a.grupo
    FROM tutorados t JOIN alumnos a ON a.id = t.alumno
    ORDER BY a.apellido_paterno, a.apellido_materno, a.nombres
"""


@dataclass(frozen=True, slots=True)
class Persona:
    """A tutorado in an intervención."""

    alumno: int
    nombre: str
    corto: str
    matricula: str
    grupo: int | None


@dataclass(frozen=True, slots=True)
class FilaPlan:
    """An intervención with what the list needs; `plan` is None while nothing was written."""

    intervencion: int
    estado: str
    asignatura: int
    nombre_asignatura: str
    alumno_tutor: int | None
    nombre_alumno_tutor: str
    corto_alumno_tutor: str
    asignada: date | None
    cerrada: date | None
    plan: int | None
    entregado: date | None
    sin_registro: int
    por_dar: bool
    """Whether a session of today or later is planned."""
    ultima: date | None
    """The day of the last session held."""
    informe: bool
    """Whether the alumno tutor handed in the final report."""
    carta_tutor: bool
    """Whether the alumno tutor signed the carta compromiso."""
    dias_sin_sesion: int
    """Days without a session held nor planned after which it is said to have stopped."""
    tutorados: tuple[Persona, ...]

    @property
    def abierta(self) -> bool:
        """Whether it still goes on."""
        return self.estado in ABIERTAS

    @property
    def por_entregar(self) -> bool:
        """Whether its plan is still to be handed in."""
        return self.abierta and self.entregado is None

    def quieta_desde(self, today: date) -> date | None:
        """Since when a running case has no session held nor planned, if so long (M-62)."""
        last = self.ultima or self.asignada
        if self.estado not in EN_CURSO or self.por_dar or last is None:
            return None
        return last if today - last >= timedelta(days=self.dias_sin_sesion) else None

    @property
    def es_grupal(self) -> bool:
        """Whether it has two tutorados or more (DOMAIN S-07)."""
        return len(self.tutorados) > 1


def planes(store: Store, periodo: int, today: date) -> list[FilaPlan]:
    """The intervenciones of a periodo and whatever is still open, in no order."""
    people, days = _people(store), store.settings.only().dias_sin_sesion
    rows = store.query(_LIST, (today.isoformat(), today.isoformat(), periodo))
    return [_fila(row, people, days) for row in rows]


def plan_of(store: Store, intervencion: int, today: date) -> FilaPlan | None:
    """One intervención as in the list, or None when it is gone."""
    sql = _LIST.replace("(i.periodo = ?", "i.id = ? AND (1")
    rows = store.query(sql, (today.isoformat(), today.isoformat(), intervencion))
    days = store.settings.only().dias_sin_sesion
    return _fila(rows[0], _people(store, intervencion), days) if rows else None


def _fila(row, people: dict[int, list[Persona]], dias_sin_sesion: int) -> FilaPlan:
    apellidos = f"{row[6] or ''} {row[7] or ''}".strip()
    return FilaPlan(
        intervencion=row[0], estado=row[1], asignatura=row[2], nombre_asignatura=row[3],
        alumno_tutor=row[4], nombre_alumno_tutor=f"{row[5] or ''} {apellidos}".strip(),
        corto_alumno_tutor=short_name(row[5] or "", row[6] or row[7] or ""),
        asignada=_day(row[8]), cerrada=_day(row[9]), plan=row[10], entregado=_day(row[11]),
        sin_registro=row[12], por_dar=bool(row[13]), ultima=_day(row[14]), informe=bool(row[15]),
        carta_tutor=bool(row[16]), dias_sin_sesion=dias_sin_sesion,
        tutorados=tuple(people.get(row[0], ())),
    )  # fmt: skip


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _people(store: Store, intervencion: int | None = None) -> dict[int, list[Persona]]:
    found: defaultdict[int, list[Persona]] = defaultdict(list)
    if intervencion is None:
        rows = store.query(_PEOPLE)
    else:
        sql = _PEOPLE.replace("ORDER BY", "WHERE t.intervencion = ? ORDER BY")
        rows = store.query(sql, (intervencion,))
    for inter, id, nombres, paterno, materno, matricula, grupo in rows:
        name = f"{nombres} {paterno} {materno}".strip()
        short = short_name(nombres, paterno or materno)
        found[inter].append(Persona(id, name, short, matricula, grupo))
    return found


def para_sumar(store: Store, intervencion: int) -> list[tuple[object, str]]:
    """Who owes the asignatura of an intervención and has nobody in it: id and words, by name."""
    sql = f"""
        SELECT a.id, a.nombres || ' ' || a.apellido_paterno || ' ' || a.apellido_materno,
            a.matricula
        FROM intervenciones i JOIN adeudos d ON d.asignatura = i.asignatura
        JOIN alumnos a ON a.id = d.alumno
        WHERE i.id = ? AND a.estado = 'activo' AND a.id IS NOT i.alumno_tutor
            AND NOT EXISTS (SELECT 1 FROM tutorados t JOIN intervenciones o
                ON o.id = t.intervencion WHERE t.alumno = a.id AND o.asignatura = i.asignatura
                AND o.estado IN ({_OPEN}))
        ORDER BY a.apellido_paterno COLLATE es, a.apellido_materno COLLATE es, a.nombres
    """
    rows = store.query(sql, (intervencion,))
    return [(id, f"{name.strip()} · {matricula}") for id, name, matricula in rows]


def snapshot(store: Store, intervencion: int) -> tuple[str, int | None, str]:
    """Grupo, semestre and alumno tutor of an intervención as they are now, for a session."""
    sql = """
        SELECT g.semestre, g.nombre FROM tutorados t JOIN alumnos a ON a.id = t.alumno
        JOIN grupos g ON g.id = a.grupo WHERE t.intervencion = ? GROUP BY g.id
        ORDER BY g.semestre, g.nombre
    """
    grupos = [Grupo(semestre=row[0], nombre=row[1]) for row in store.query(sql, (intervencion,))]
    labels = list(dict.fromkeys(grupo.etiqueta for grupo in grupos))
    semestres = {grupo.semestre for grupo in grupos}
    owner = store.alumnos.find(store.intervenciones.get(intervencion).alumno_tutor)
    return (
        ", ".join(labels)[:60],
        semestres.pop() if len(semestres) == 1 else None,
        owner.nombre if owner else "",
    )
