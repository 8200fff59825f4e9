"""What the pairing of the whole plantel needs, read for everybody at once."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from app.domain import Grupo
from app.domain.alumno import short_name
from app.domain.horario import Tramo
from app.domain.intervencion import ABIERTAS
from app.store import Store

_OPEN = ", ".join(f"'{state}'" for state in ABIERTAS)


@dataclass(frozen=True, slots=True)
class Guia:
    """An alumno tutor; `regular` is None without data, `capacidad` when there is no own one."""

    alumno: int
    matricula: str
    nombre: str
    corto: str
    estado: str
    inscrito: bool
    regular: bool | None
    capacidad: int | None
    semestre: int | None
    turno: str
    grupo: str


def guias(store: Store) -> list[Guia]:
    """Everybody with a perfil de alumno tutor, by id."""
    grupos = {grupo.id: grupo for grupo in store.grupos.all()}
    sql = """
        SELECT p.alumno, a.matricula, a.nombres, a.apellido_paterno, a.apellido_materno, p.estado,
            a.estado, r.regular, p.capacidad, a.grupo
        FROM perfiles_tutor p JOIN alumnos a ON a.id = p.alumno
        LEFT JOIN riesgos r ON r.alumno = p.alumno ORDER BY p.alumno
    """
    found: list[Guia] = []
    for (
        id,
        matricula,
        nombres,
        paterno,
        materno,
        estado,
        inscrito,
        regular,
        cap,
        grupo,
    ) in store.query(sql):
        where = grupos.get(grupo, Grupo())
        apellidos = f"{paterno} {materno}".strip()
        found.append(
            Guia(
                id, matricula, f"{nombres} {apellidos}".strip(),
                short_name(nombres, paterno or materno), estado, inscrito == "activo",
                None if regular is None else bool(regular), cap, where.semestre, where.turno,
                where.etiqueta,
            )
        )  # fmt: skip
    return found


def dominios(store: Store) -> dict[int, dict[int, int | None]]:
    """What each alumno tutor masters, with the grade that shows it in tenths (None: nominated)."""
    found: defaultdict[int, dict[int, int | None]] = defaultdict(dict)
    for alumno, asignatura, calificacion in store.query(
        "SELECT alumno, asignatura, calificacion FROM dominios ORDER BY alumno, asignatura"
    ):
        found[alumno][asignatura] = calificacion
    return dict(found)


def semanas(store: Store) -> dict[int, tuple[list[Tramo], list[Tramo]]]:
    """What each one said to be free, and the classes; who is missing said nothing."""
    found: defaultdict[int, tuple[list[Tramo], list[Tramo]]] = defaultdict(lambda: ([], []))
    for alumno, dia, inicio, fin, ocupacion in store.query(
        "SELECT alumno, dia, inicio, fin, ocupacion FROM disponibilidades"
    ):
        found[alumno][ocupacion == "clase"].append(Tramo(dia, inicio, fin))
    return dict(found)


@dataclass(frozen=True, slots=True)
class Atencion:
    """An open intervención with its people and its weekly hours, each with its place."""

    intervencion: int
    asignatura: int
    alumno_tutor: int | None
    estado: str
    tutorados: tuple[int, ...]
    tramos: tuple[Tramo, ...]
    lugares: tuple[str, ...]


def atenciones(store: Store) -> list[Atencion]:
    """The open intervenciones, by id."""
    people: defaultdict[int, list[int]] = defaultdict(list)
    for intervencion, alumno in store.query(
        "SELECT intervencion, alumno FROM tutorados ORDER BY intervencion, alumno"
    ):
        people[intervencion].append(alumno)
    hours: defaultdict[int, list[tuple[Tramo, str]]] = defaultdict(list)
    for intervencion, dia, inicio, fin, lugar in store.query(
        "SELECT intervencion, dia, inicio, fin, lugar FROM franjas"
        " ORDER BY intervencion, dia, inicio"
    ):
        hours[intervencion].append((Tramo(dia, inicio, fin), lugar))
    sql = f"""
        SELECT id, asignatura, alumno_tutor, estado FROM intervenciones
        WHERE estado IN ({_OPEN}) ORDER BY id
    """
    return [
        Atencion(
            id, asignatura, alumno_tutor, estado, tuple(people.get(id, ())),
            tuple(tramo for tramo, _ in hours.get(id, ())),
            tuple(lugar for _, lugar in hours.get(id, ())),
        )
        for id, asignatura, alumno_tutor, estado in store.query(sql)
    ]  # fmt: skip


def anteriores(store: Store) -> dict[tuple[int, int], int]:
    """Who attended last each tutorado in each asignatura, in intervenciones that ended."""
    sql = f"""
        SELECT t.alumno, i.asignatura, i.alumno_tutor FROM intervenciones i
        JOIN tutorados t ON t.intervencion = i.id
        WHERE i.estado NOT IN ({_OPEN}) AND i.alumno_tutor IS NOT NULL ORDER BY i.id
    """
    found = store.query(sql)
    return {(alumno, asignatura): alumno_tutor for alumno, asignatura, alumno_tutor in found}


def semestres(store: Store, alumnos: Collection[int]) -> dict[int, tuple[int | None, str, str]]:
    """Semestre, turno and número de control of each one."""
    grupos = {grupo.id: grupo for grupo in store.grupos.all()}
    wanted = set(alumnos)
    return {
        id: (grupos.get(grupo, Grupo()).semestre, grupos.get(grupo, Grupo()).turno, matricula)
        for id, grupo, matricula in store.query("SELECT id, grupo, matricula FROM alumnos")
        if id in wanted
    }
