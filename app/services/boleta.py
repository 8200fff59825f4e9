"""The boleta of a student: every attempt at every asignatura, this periodo and the others."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app import domain
from app.domain.asignatura import INTENTOS
from app.domain.calendario import periodo_order
from app.domain.riesgo import Oportunidad, Resultado, resultado_de
from app.domain.settings import Settings
from app.fields import Tenths
from app.services import planteles
from app.store import Store
from app.store.queries import alumno as queries
from app.store.queries.alumno import Nota
from app.text import order_key, ordinal

_RANK = {intento: i for i, intento in enumerate(INTENTOS)}
_SHORT = {"extraordinario": "Extra.", "intersemestral": "Inter."}


@dataclass(frozen=True, slots=True)
class Lugar:
    """Where a calificación goes: asignatura, periodo and way of taking it."""

    asignatura: int
    periodo: int
    intento: str = "ordinario"


@dataclass(frozen=True, slots=True)
class Renglon:
    """An attempt at an asignatura: its place, its ordinal and what is known by parcial."""

    lugar: Lugar
    nombre: str
    periodo: str
    numero: int
    notas: dict[int, Nota]
    resultado: Oportunidad | None
    debe: int
    """How many times it was failed when it is owed, else 0."""
    ultimo: bool
    """Whether no later attempt at the asignatura is known."""

    @property
    def intento(self) -> str:
        """As the boleta says it: 2.º, Extra."""
        return _SHORT.get(self.lugar.intento) or ordinal(self.numero)

    def texto(self, parcial: int, campo: str = "valor") -> str:
        """What the cell of a parcial says."""
        nota = self.notas.get(parcial)
        if nota is None:
            return ""
        if campo == "faltas":
            return "" if nota.faltas is None else str(nota.faltas)
        return nota.marca or Tenths().show(nota.valor)

    def reprobada(self, parcial: int, minima: int) -> bool:
        """Whether the cell of a parcial is a failing calificación."""
        nota = self.notas.get(parcial)
        if nota is None:
            return False
        return nota.marca in ("NA", "NP") or (nota.valor is not None and nota.valor < minima)


@dataclass(frozen=True, slots=True)
class Boleta:
    """The calificaciones of a student: those of the current periodo and those of others."""

    periodo: domain.Periodo
    actuales: list[Renglon]
    anteriores: list[Renglon]
    promedio: int | None
    faltas: int


def boleta(store: Store, alumno: int) -> Boleta:
    """What is known of a student, with an empty line for each asignatura of the grupo."""
    settings = store.settings.only()
    periodo = planteles.current_periodo(store)
    lines = _renglones(store, alumno, settings)
    now = [line for line in lines if line.lugar.periodo == periodo.id]
    have = {line.lugar.asignatura for line in now}
    now += [
        _empty(Lugar(id, periodo.id), name, lines, periodo)
        for id, name in _of_grupo(store, alumno, periodo.id)
        if id not in have
    ]
    before = [line for line in lines if line.lugar.periodo != periodo.id]
    values = [line.resultado.valor for line in now if line.resultado]
    numbers = [value for value in values if value is not None]
    return Boleta(
        periodo,
        sorted(now, key=lambda line: (-line.debe, order_key(line.nombre))),
        before,
        (2 * sum(numbers) + len(numbers)) // (2 * len(numbers)) if numbers else None,
        sum(nota.faltas or 0 for line in now for nota in line.notas.values()),
    )


def _of_grupo(store: Store, alumno: int, periodo: int) -> list[tuple[int, str]]:
    grupo = store.alumnos.get(alumno).grupo
    return queries.asignaturas_del_grupo(store, grupo, periodo) if grupo else []


def _empty(lugar: Lugar, name: str, lines: Iterable[Renglon], periodo: domain.Periodo) -> Renglon:
    taken = sum(line.lugar.asignatura == lugar.asignatura for line in lines)
    return Renglon(lugar, name, periodo.nombre, taken + 1, {}, None, 0, ultimo=True)


def new_line(store: Store, alumno: int, asignatura: int, intento: str) -> Renglon:
    """A line of the current periodo with nothing in it yet; it is stored with its first datum."""
    periodo = planteles.current_periodo(store)
    lines = _renglones(store, alumno, store.settings.only())
    name = store.asignaturas.get(asignatura).nombre
    return _empty(Lugar(asignatura, periodo.id, intento), name, lines, periodo)


def _renglones(store: Store, alumno: int, settings: Settings) -> list[Renglon]:
    """Every attempt, by asignatura and in the order in which they were taken."""
    owed = {one.asignatura: one.veces for one in queries.adeudos_de(store, alumno)}
    grouped: defaultdict[int, dict[tuple[int, int], list[Nota]]] = defaultdict(dict)
    for nota in queries.notas_de(store, alumno):
        when = (periodo_order(nota.ciclo, nota.parte), _RANK.get(nota.intento, 0))
        grouped[nota.asignatura].setdefault(when, []).append(nota)
    lines: list[Renglon] = []
    for asignatura, attempts in grouped.items():
        ordered = sorted(attempts.items())
        for number, (_, notas) in enumerate(ordered, start=1):
            first, last = notas[0], number == len(ordered)
            lines.append(
                Renglon(
                    Lugar(asignatura, first.periodo, first.intento), first.nombre,
                    f"{first.ciclo}{first.parte}", number, {n.parcial: n for n in notas},
                    resultado_de(_results(notas), asignatura, settings),
                    owed.get(asignatura, 0) if last else 0, last,
                )
            )  # fmt: skip
    return lines


def _results(notas: Sequence[Nota]) -> list[Resultado]:
    return [
        Resultado(
            n.asignatura, n.nombre, 0, n.parcial, n.intento, n.valor, n.marca, n.faltas
        )
        for n in notas
    ]  # fmt: skip
