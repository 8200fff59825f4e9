"""Alumnos tutores: the list, what hangs from one of them, and the red of who accompanies whom."""

from collections import defaultdict
from dataclasses import dataclass

from app.domain import Grupo
from app.domain.alumno import short_name
from app.domain.alumno_tutor import CAPACIDAD_MAXIMA
from app.domain.horario import Tramo
from app.domain.intervencion import ABIERTAS
from app.store import Store

_OPEN = ", ".join(f"'{state}'" for state in ABIERTAS)
_LIST = """
    SELECT p.alumno, p.id, a.matricula, a.apellido_paterno, a.apellido_materno, a.nombres, a.grupo,
        p.estado, p.capacidad, r.regular, a.estado
    FROM perfiles_tutor p JOIN alumnos a ON a.id = p.alumno LEFT JOIN riesgos r ON r.alumno = a.id
"""
_LOADS = f"""
    SELECT i.alumno_tutor, count(DISTINCT t.alumno)
    FROM intervenciones i JOIN tutorados t ON t.intervencion = i.id
    WHERE i.estado IN ({_OPEN}) AND i.alumno_tutor IS NOT NULL GROUP BY i.alumno_tutor
"""


@dataclass(frozen=True, slots=True)
class FilaAlumnoTutor:
    """One line of the list; `capacidad` is the one in force, `regular` None without data."""

    alumno: int
    perfil: int
    matricula: str
    apellidos: str
    nombres: str
    corto: str
    grupo: str
    turno: str
    especialidad: str
    estado: str
    capacidad: int
    tutorados: int
    regular: bool | None
    inscrito: bool
    asignaturas: tuple[tuple[int, str], ...]

    @property
    def nombre_de_lista(self) -> str:
        """Surnames first."""
        return ", ".join(part for part in (self.apellidos, self.nombres) if part)

    @property
    def nombre(self) -> str:
        """Given names first."""
        return f"{self.nombres} {self.apellidos}".strip()

    @property
    def cupo(self) -> int:
        """Places left."""
        return max(0, self.capacidad - self.tutorados)


def alumnos_tutores(store: Store) -> list[FilaAlumnoTutor]:
    """Everybody with a perfil, whatever the state, in no order."""
    grupos = {grupo.id: grupo for grupo in store.grupos.all()}
    nobody = Grupo()
    default = store.settings.only().capacidad
    mastered = _mastered(store)
    loads = dict(store.query(_LOADS))
    found: list[FilaAlumnoTutor] = []
    for row in store.query(_LIST):
        grupo = grupos.get(row[6], nobody)
        found.append(
            FilaAlumnoTutor(
                alumno=row[0], perfil=row[1], matricula=row[2],
                apellidos=f"{row[3]} {row[4]}".strip(), nombres=row[5],
                corto=short_name(row[5], row[3] or row[4]), grupo=grupo.etiqueta,
                turno=grupo.turno, especialidad=grupo.especialidad, estado=row[7],
                capacidad=min(default if row[8] is None else row[8], CAPACIDAD_MAXIMA),
                tutorados=loads.get(row[0], 0),
                regular=None if row[9] is None else bool(row[9]), inscrito=row[10] == "activo",
                asignaturas=tuple(mastered.get(row[0], ())),
            )
        )  # fmt: skip
    return found


def _mastered(store: Store) -> dict[int, list[tuple[int, str]]]:
    found: defaultdict[int, list[tuple[int, str]]] = defaultdict(list)
    sql = (
        "SELECT d.alumno, d.asignatura, s.nombre FROM dominios d JOIN asignaturas s"
        " ON s.id = d.asignatura ORDER BY d.calificacion IS NULL, d.calificacion DESC, s.nombre"
    )
    for alumno, asignatura, nombre in store.query(sql):
        found[alumno].append((asignatura, nombre))
    return found


def load_of(store: Store, alumno: int) -> int:
    """How many tutorados somebody has in open intervenciones."""
    sql = (
        "SELECT count(DISTINCT t.alumno) FROM intervenciones i JOIN tutorados t"
        f" ON t.intervencion = i.id WHERE i.estado IN ({_OPEN}) AND i.alumno_tutor = ?"
    )
    return store.query(sql, (alumno,))[0][0]


@dataclass(frozen=True, slots=True)
class Dominada:
    """An asignatura that somebody masters; `periodo` is the latest with grades in it."""

    dominio: int
    asignatura: int
    nombre: str
    calificacion: int | None
    fuente: str
    propuesto_por: str
    periodo: str


def dominadas(store: Store, alumno: int) -> list[Dominada]:
    """What an alumno masters, the best grade first."""
    sql = """
        SELECT d.id, d.asignatura, s.nombre, d.calificacion, d.fuente, d.propuesto_por,
            (SELECT max(p.ciclo || p.parte) FROM calificaciones c JOIN periodos p
             ON p.id = c.periodo WHERE c.alumno = d.alumno AND c.asignatura = d.asignatura)
        FROM dominios d JOIN asignaturas s ON s.id = d.asignatura WHERE d.alumno = ?
        ORDER BY d.calificacion IS NULL, d.calificacion DESC, s.nombre COLLATE es
    """
    return [
        Dominada(id, asignatura, nombre, valor, fuente, docente, periodo or "")
        for id, asignatura, nombre, valor, fuente, docente, periodo in store.query(sql, (alumno,))
    ]


@dataclass(frozen=True, slots=True)
class Acompanado:
    """One tutorado of an alumno tutor: in which asignatura, with which hours."""

    intervencion: int
    alumno: int
    nombre: str
    corto: str
    asignatura: int
    nombre_asignatura: str
    estado: str
    franjas: tuple[tuple[Tramo, str], ...]

    @property
    def abierta(self) -> bool:
        """Whether the intervención still goes on."""
        return self.estado in ABIERTAS


_ACCOMPANIED = """
    SELECT i.id, t.alumno, a.nombres, a.apellido_paterno, a.apellido_materno, i.asignatura,
        s.nombre, i.estado, i.alumno_tutor
    FROM intervenciones i JOIN tutorados t ON t.intervencion = i.id
    JOIN alumnos a ON a.id = t.alumno JOIN asignaturas s ON s.id = i.asignatura
    {where} ORDER BY i.asignada, i.id
"""


def acompanados(store: Store, alumno: int) -> list[Acompanado]:
    """Those whom somebody accompanies or accompanied, the oldest assignment first."""
    rows = store.query(_ACCOMPANIED.format(where="WHERE i.alumno_tutor = ?"), (alumno,))
    hours = _hours(store, "i.alumno_tutor = ?", (alumno,))
    return [_acompanado(row, hours) for row in rows]


def _acompanado(row, hours: dict[int, list[tuple[Tramo, str]]]) -> Acompanado:
    apellidos = f"{row[3]} {row[4]}".strip()
    return Acompanado(
        row[0], row[1], f"{row[2]} {apellidos}".strip(), short_name(row[2], row[3] or row[4]),
        row[5], row[6], row[7], tuple(hours.get(row[0], ())),
    )  # fmt: skip


def _hours(
    store: Store, where: str, values: tuple[int, ...] = ()
) -> dict[int, list[tuple[Tramo, str]]]:
    found: defaultdict[int, list[tuple[Tramo, str]]] = defaultdict(list)
    sql = (
        "SELECT f.intervencion, f.dia, f.inicio, f.fin, f.lugar FROM franjas f JOIN intervenciones"
        f" i ON i.id = f.intervencion WHERE {where} ORDER BY f.dia, f.inicio"
    )
    for intervencion, dia, inicio, fin, lugar in store.query(sql, values):
        found[intervencion].append((Tramo(dia, inicio, fin), lugar))
    return found


@dataclass(frozen=True, slots=True)
class Enlace:
    """A thread of the red: an alumno tutor, a tutorado, the asignatura and the hours."""

    alumno_tutor: int
    nombre_alumno_tutor: str
    acompanado: Acompanado


def red(store: Store) -> list[Enlace]:
    """Who accompanies whom in the open intervenciones (DOMAIN M-88), in no order."""
    names = {
        id: f"{paterno} {materno}".strip() + f", {nombres}"
        for id, paterno, materno, nombres in store.query(
            "SELECT id, apellido_paterno, apellido_materno, nombres FROM alumnos WHERE id IN"
            " (SELECT alumno_tutor FROM intervenciones)"
        )
    }
    hours = _hours(store, f"i.estado IN ({_OPEN})")
    where = f"WHERE i.alumno_tutor IS NOT NULL AND i.estado IN ({_OPEN})"
    return [
        Enlace(row[8], names.get(row[8], ""), _acompanado(row, hours))
        for row in store.query(_ACCOMPANIED.format(where=where))
    ]


@dataclass(frozen=True, slots=True)
class Horas:
    """What an alumno tutor has given in a periodo."""

    sesiones: int
    minutos: int
    por_dar: int


def horas(store: Store, alumno: int, periodo: int | None) -> Horas:
    """Sessions held, their minutes, and those still to hold."""
    sql = """
        SELECT count(*) FILTER (WHERE s.estado = 'dada'),
            coalesce(sum(s.minutos) FILTER (WHERE s.estado = 'dada'), 0),
            count(*) FILTER (WHERE s.estado = 'planeada')
        FROM sesiones s JOIN intervenciones i ON i.id = s.intervencion
        WHERE i.alumno_tutor = ? AND i.periodo IS ?
    """
    return Horas(*store.query(sql, (alumno, periodo))[0])


def adeudos_of(store: Store, alumno: int) -> list[str]:
    """The names of the asignaturas that somebody owes."""
    sql = (
        "SELECT s.nombre FROM adeudos d JOIN asignaturas s ON s.id = d.asignatura"
        " WHERE d.alumno = ? ORDER BY s.nombre COLLATE es"
    )
    return [row[0] for row in store.query(sql, (alumno,))]
