"""Who could become an alumno tutor: the needs of the plantel, the averages and the results."""

from collections import defaultdict
from dataclasses import dataclass

from app.domain import Grupo
from app.domain.intervencion import ABIERTAS
from app.store import Store
from app.text import ordinal

_OPEN = ", ".join(f"'{state}'" for state in ABIERTAS)


@dataclass(frozen=True, slots=True)
class Necesidad:
    """An asignatura that is owed: by how many, how many still alone, how many tutors master it."""

    asignatura: int
    nombre: str
    la_deben: int
    sin_tutor: int
    tutores: int

    def hacen_falta(self, capacidad: int) -> int:
        """How many alumnos tutores it takes to attend those alone (DOMAIN U-74)."""
        return -(-self.sin_tutor // capacidad)


def necesidades(store: Store) -> list[Necesidad]:
    """The asignaturas that active alumnos owe, the most wanted first (DOMAIN U-61, S-20)."""
    sql = f"""
        SELECT d.asignatura, s.nombre, count(*),
            count(*) FILTER (WHERE NOT EXISTS (SELECT 1 FROM tutorados t JOIN intervenciones i
                ON i.id = t.intervencion WHERE t.alumno = d.alumno
                AND i.asignatura = d.asignatura AND i.estado IN ({_OPEN}))),
            (SELECT count(*) FROM dominios k JOIN perfiles_tutor p ON p.alumno = k.alumno
                WHERE k.asignatura = d.asignatura AND p.estado = 'activo')
        FROM adeudos d JOIN alumnos a ON a.id = d.alumno
        JOIN asignaturas s ON s.id = d.asignatura
        WHERE a.estado = 'activo' GROUP BY d.asignatura ORDER BY 4 DESC, 3 DESC, s.nombre
    """
    return [Necesidad(*row) for row in store.query(sql)]


@dataclass(frozen=True, slots=True)
class Elegible:
    """An active alumno; `promedio` in tenths, `estado` that of the perfil or the empty text."""

    alumno: int
    matricula: str
    nombre_de_lista: str
    grupo: str
    grupo_id: int | None
    semestre: int | None
    promedio: int | None
    regular: bool | None
    estado: str


def elegibles(store: Store) -> list[Elegible]:
    """Every active alumno, alumno tutor or not yet, in no order."""
    grupos = {grupo.id: grupo for grupo in store.grupos.all()}
    sql = """
        SELECT a.id, a.matricula, a.apellido_paterno, a.apellido_materno, a.nombres, a.grupo,
            r.promedio, r.regular, coalesce(p.estado, '')
        FROM alumnos a LEFT JOIN riesgos r ON r.alumno = a.id
        LEFT JOIN perfiles_tutor p ON p.alumno = a.id WHERE a.estado = 'activo'
    """
    found: list[Elegible] = []
    for id, matricula, paterno, materno, nombres, grupo, promedio, regular, estado in store.query(
        sql
    ):
        where = grupos.get(grupo, Grupo())
        name = ", ".join(part for part in (f"{paterno} {materno}".strip(), nombres) if part)
        known = None if regular is None else bool(regular)
        found.append(
            Elegible(
                id, matricula, name, where.etiqueta, grupo, where.semestre, promedio, known, estado
            )
        )
    return found


_PARTES = {"semestre": "g.semestre", "grupo": "a.grupo"}


def promedios(store: Store, parte: str) -> dict[int | None, list[tuple[int, int | None]]]:
    """The averages of the active alumnos by semestre (the generación) or by grupo."""
    found: defaultdict[int | None, list[tuple[int, int | None]]] = defaultdict(list)
    sql = f"""
        SELECT {_PARTES[parte]}, a.id, r.promedio FROM alumnos a JOIN riesgos r ON r.alumno = a.id
        LEFT JOIN grupos g ON g.id = a.grupo WHERE a.estado = 'activo'
    """
    for key, alumno, promedio in store.query(sql):
        found[key].append((alumno, promedio))
    return found


def asignaturas_of_alumnos_tutores(store: Store) -> list[tuple[int, str]]:
    """The asignaturas that some alumno tutor masters."""
    sql = (
        "SELECT DISTINCT s.id, s.nombre FROM dominios d JOIN asignaturas s ON s.id = d.asignatura"
        " JOIN perfiles_tutor p ON p.alumno = d.alumno ORDER BY s.nombre COLLATE es"
    )
    return [(row[0], row[1]) for row in store.query(sql)]


def asignaturas_por_dominar(store: Store, alumno: int) -> list[tuple[object, str]]:
    """The asignaturas that somebody does not master yet, with their semestre."""
    sql = """
        SELECT id, nombre, semestre FROM asignaturas
        WHERE id NOT IN (SELECT asignatura FROM dominios WHERE alumno = ?)
        ORDER BY semestre, nombre COLLATE es
    """
    return [
        (id, f"{nombre} · {ordinal(semestre)} semestre" if semestre else nombre)
        for id, nombre, semestre in store.query(sql, (alumno,))
    ]
