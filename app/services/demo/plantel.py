"""The made-up plantel itself: its heading, its periodos, its asignaturas and its grupos."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from app import domain
from app.domain.calendario import (
    official_holidays,
    periodo_at,
    periodo_of,
    periodo_order,
)
from app.domain.horario import Tramo
from app.domain.identifiers import cct_letter
from app.services.demo.drawing import logo
from app.services.demo.people import Names
from app.services.demo.sources import Curso, especialidades, plan_de_estudios
from app.store import Store

NOMBRE = "Bachillerato Jacarandas 04"
DOCENTE = "Mtra. Lucía Ferrer Ochoa"
COORDINADOR = "Rebeca Solís Anaya"
_CORREO = "tutoria@jacarandas.example"
_DOMICILIO = "Av. de las Jacarandas 104, col. Centro, 62000 Jacarandas, Morelos"
_TRANSPARENCIA = "Unidad de Transparencia del plantel, planta baja, lunes a viernes de 9 a 15 h"
_AVISO = "En la dirección y en el tablero de servicios escolares del plantel"
_CCT = "17EBH9904"
_SHARES = (0.38, 0.33, 0.29)
_IN_A_GRUPO = 31
_FEWEST_WEEKS, _WEEKS_LEFT = 12, 5
_HOLES = (9, 10, 11, 12)


@dataclass(frozen=True)
class Clase:
    """A grupo with what the drawing of everything else needs: size and timetable."""

    grupo: domain.Grupo
    alumnos: int
    horario: tuple[Tramo, ...]

    @property
    def vespertino(self) -> bool:
        """Whether its classes are in the afternoon."""
        return self.grupo.turno == "vespertino"


@dataclass(frozen=True)
class Entorno:
    """Everything that exists before there are alumnos."""

    periodos: dict[int, domain.Periodo]
    """By how many semestres ago; 0 is the current one."""
    cursos: dict[int, Curso]
    """The plan de estudios by id of the asignatura."""
    clases: list[Clase]
    inhabiles: frozenset[date]

    @property
    def actual(self) -> domain.Periodo:
        """The current periodo."""
        return self.periodos[0]

    def del_grupo(self, semestre: int, especialidad: str) -> list[int]:
        """The asignaturas that a semestre of an especialidad takes, by id."""
        return [
            id
            for id, curso in self.cursos.items()
            if curso.semestre == semestre and curso.especialidad in ("", especialidad)
        ]


def found(store: Store, draw: Random, names: Names, alumnos: int, hoy: date) -> Entorno:
    """Stores the plantel with its time, asignaturas and grupos."""
    periodos = _periodos(store, hoy)
    store.settings.add(domain.Settings())
    store.plantel.add(
        domain.Plantel(
            nombre=NOMBRE, cct=_CCT + cct_letter(_CCT), turnos=("matutino", "vespertino"),
            director=names.docente(), localidad="Jacarandas, Morelos", docente=DOCENTE, logo=logo(),
            docente_correo=_CORREO, docente_telefono="777 555 0104", coordinador=COORDINADOR,
            domicilio=_DOMICILIO, transparencia=_TRANSPARENCIA, aviso=_AVISO,
            periodo=periodos[0].id,
        )
    )  # fmt: skip
    inhabiles = _inhabiles(store, periodos[0])
    added = store.asignaturas.add_many(_asignaturas())
    cursos = {a.id: curso for a, curso in zip(added, plan_de_estudios(), strict=True)}
    clases = _clases(store, draw, names, alumnos, periodos[0])
    return Entorno(periodos, cursos, clases, inhabiles)


def _periodos(store: Store, hoy: date) -> dict[int, domain.Periodo]:
    order = periodo_order(*periodo_of(hoy))
    wanted = [_periodo(order - ago) for ago in range(5 + order % 2)]
    inicio, fin = wanted[0].inicio or hoy, wanted[0].fin or hoy
    inicio = min(inicio, _monday(hoy - timedelta(weeks=_FEWEST_WEEKS)))
    fin = max(fin, _monday(hoy) + timedelta(weeks=_WEEKS_LEFT, days=4))
    wanted[0] = domain.Periodo(ciclo=wanted[0].ciclo, parte=wanted[0].parte, inicio=inicio, fin=fin)
    return dict(enumerate(store.periodos.add_many(wanted)))


def _periodo(order: int) -> domain.Periodo:
    ciclo, parte = periodo_at(order)
    first, second = int(ciclo[:4]), int(ciclo[5:])
    if parte == "A":
        inicio, fin = date(first, 8, 30), date(second, 1, 15)
    else:
        inicio, fin = date(second, 2, 9), date(second, 7, 3)
    return domain.Periodo(ciclo=ciclo, parte=parte, inicio=_monday(inicio), fin=_friday(fin))


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _friday(day: date) -> date:
    return day - timedelta(days=(day.weekday() - 4) % 7)


def _inhabiles(store: Store, periodo: domain.Periodo) -> frozenset[date]:
    first, last = periodo.inicio or date.min, periodo.fin or date.max
    days = official_holidays(first.year, last.year)
    days |= {date(year, 11, 2): "Día de Muertos" for year in (first.year, last.year)}
    winter = date(first.year, 12, 21)
    days |= {winter + timedelta(days=n): "Vacaciones de invierno" for n in range(17)}
    inside = {d: name for d, name in sorted(days.items()) if first <= d <= last and d.weekday() < 5}
    store.dias_inhabiles.add_many(
        [domain.DiaInhabil(fecha=d, motivo=name, periodo=periodo.id) for d, name in inside.items()]
    )
    return frozenset(inside)


def _asignaturas() -> list[domain.Asignatura]:
    numbers: dict[int, int] = {}
    made: list[domain.Asignatura] = []
    for curso in plan_de_estudios():
        numbers[curso.semestre] = numbers.get(curso.semestre, 0) + 1
        clave = f"{curso.semestre}{numbers[curso.semestre]:02d}"
        made.append(domain.Asignatura(nombre=curso.nombre, semestre=curso.semestre, clave=clave))
    return made


def _clases(
    store: Store, draw: Random, names: Names, alumnos: int, periodo: domain.Periodo
) -> list[Clase]:
    grupos: list[domain.Grupo] = []
    sizes: list[int] = []
    for semestre, total in zip(_semestres(periodo), _parts(alumnos), strict=True):
        many = max(1, round(total / _IN_A_GRUPO))
        for n in range(many):
            sizes.append(total // many + (n < total % many))
            grupos.append(_grupo(periodo, semestre, n, many, names.docente()))
    own = next((i for i, g in enumerate(grupos) if g.semestre != 1 and g.nombre == "B"), 0)
    grupos[own] = domain.Grupo(
        periodo=periodo.id, semestre=grupos[own].semestre, nombre=grupos[own].nombre,
        turno=grupos[own].turno, especialidad=grupos[own].especialidad, docente_tutor=DOCENTE,
    )  # fmt: skip
    added = store.grupos.add_many(grupos)
    return [
        Clase(grupo, size, tuple(_horario(draw, grupo.turno)))
        for grupo, size in zip(added, sizes, strict=True)
    ]


def _semestres(periodo: domain.Periodo) -> tuple[int, int, int]:
    return (1, 3, 5) if periodo.parte == "A" else (2, 4, 6)


def _parts(alumnos: int) -> list[int]:
    first, second = round(alumnos * _SHARES[0]), round(alumnos * _SHARES[1])
    return [first, second, alumnos - first - second]


def _grupo(periodo: domain.Periodo, semestre: int, n: int, many: int, docente: str) -> domain.Grupo:
    turno = "vespertino" if n >= many - (many * 2 + 2) // 5 else "matutino"
    return domain.Grupo(
        periodo=periodo.id, semestre=semestre, nombre=_letters(n), turno=turno,
        especialidad=especialidades()[n % len(especialidades())], docente_tutor=docente,
    )  # fmt: skip


def _letters(n: int) -> str:
    """The label of a grupo: A, B … Z, AA, AB and so on."""
    return chr(65 + n) if n < 26 else _letters(n // 26 - 1) + _letters(n % 26)


def _horario(draw: Random, turno: str) -> list[Tramo]:
    """The classes of a grupo: five days, most with a free hour in the middle."""
    tramos: list[Tramo] = []
    for dia in range(1, 6):
        first = draw.choice((7, 7, 8)) if turno == "matutino" else draw.choice((13, 14))
        last = first + draw.choice((5, 6, 6))
        hole = draw.choice(_HOLES) + (7 if turno == "vespertino" else 0)
        if draw.random() < 0.8 and first < hole < last - 1:
            tramos.append(Tramo(dia, first * 60, hole * 60))
            tramos.append(Tramo(dia, (hole + 1) * 60, last * 60))
        else:
            tramos.append(Tramo(dia, first * 60, last * 60))
    return tramos
