"""Who could be an alumno tutor: regular, high in an asignatura that others owe, tercio superior."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from itertools import groupby

from app.domain.riesgo import Resultado, resultado_de, tercio_superior
from app.domain.settings import Settings
from app.fields import Tenths
from app.store import Store
from app.store.queries import candidatos as queries
from app.store.queries.candidatos import ResultadoConPeriodo
from app.text import order_key


@dataclass(frozen=True, slots=True)
class Candidato:
    """Somebody who could master an asignatura; grades in tenths, `estado` that of the perfil."""

    alumno: int
    asignatura: int
    matricula: str
    nombre_de_lista: str
    grupo: str
    calificacion: int
    periodo: str
    promedio: int | None
    en_tercio: bool
    estado: str


@dataclass(frozen=True, slots=True)
class EnAsignatura:
    """How somebody did in one asignatura: the result that counts and what it is made of."""

    asignatura: int
    nombre: str
    valor: int | None
    escrita: str
    periodo: str
    detalle: str
    alcanza: bool
    """Whether the grade is high enough to master it."""


class Busqueda:
    """The search for candidatos over the data of one moment; ask for one asignatura at a time."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._settings = store.settings.only()
        self._people = {one.alumno: one for one in queries.elegibles(store)}
        self._best = tercios(store)

    def candidatos(self, asignatura: int) -> list[Candidato]:
        """Those who could be proposed for an asignatura, the best first (DOMAIN U-61, S-12).

        Tercio superior of the semestre before the rest, then the grade, the average, the name.
        """
        known = {d.alumno for d in self._store.dominios.where(asignatura=asignatura)}
        found: list[Candidato] = []
        rows = queries.resultados_of_asignatura(self._store, asignatura)
        for alumno, group in groupby(rows, key=lambda row: row.alumno):
            person = self._people.get(alumno)
            result = _result(list(group), asignatura, self._settings)
            if person is None or alumno in known or result is None:
                continue
            valor, periodo = result
            if valor >= self._settings.domina_desde:
                found.append(
                    Candidato(
                        alumno, asignatura, person.matricula, person.nombre_de_lista,
                        person.grupo, valor, periodo, person.promedio, alumno in self._best,
                        person.estado,
                    )
                )  # fmt: skip
        return sorted(found, key=_best_first)


def _best_first(one: Candidato) -> tuple[bool, int, int, str]:
    name = order_key(one.nombre_de_lista)
    return not one.en_tercio, -one.calificacion, -(one.promedio or 0), name


def tercios(store: Store) -> frozenset[int]:
    """The tercio superior of every semestre together (DOMAIN S-12)."""
    return frozenset[int]().union(*map(tercio_superior, queries.promedios(store).values()))


def in_asignaturas(store: Store, alumno: int) -> list[EnAsignatura]:
    """How somebody did in every asignatura, the best first: what shows a mastery."""
    settings = store.settings.only()
    rows = queries.resultados_of_alumno(store, alumno)
    names = {row.resultado.asignatura: row.resultado.nombre for row in rows}
    found: list[EnAsignatura] = []
    for asignatura, nombre in names.items():
        mine = [row for row in rows if row.resultado.asignatura == asignatura]
        outcome = resultado_de([row.resultado for row in mine], asignatura, settings)
        if outcome is None:
            continue
        enough = outcome.valor is not None and outcome.valor >= settings.domina_desde
        last = max(mine, key=lambda row: row.resultado.orden)
        found.append(
            EnAsignatura(
                asignatura, nombre, outcome.valor, outcome.escrita, last.periodo,
                _detail(row.resultado for row in mine if row.periodo == last.periodo), enough,
            )
        )  # fmt: skip
    return sorted(found, key=lambda one: (-(one.valor or -1), order_key(one.nombre)))


def suggestions(known: Collection[int], results: Iterable[EnAsignatura]) -> list[EnAsignatura]:
    """The asignaturas whose grade is enough to master them and that are not noted yet."""
    return [one for one in results if one.alcanza and one.asignatura not in known]


def _detail(results: Iterable[Resultado]) -> str:
    show = Tenths().show
    names = {1: "1.er p.", 2: "2.º p.", 3: "3.er p.", 4: "Final"}
    parts = [
        f"{names.get(r.parcial, '')} {r.marca or show(r.valor)}"
        for r in sorted(results, key=lambda r: (r.intento != "ordinario", r.parcial))
        if r.marca or r.valor is not None
    ]
    return " · ".join(parts)


def _result(
    rows: list[ResultadoConPeriodo], asignatura: int, settings: Settings
) -> tuple[int, str] | None:
    outcome = resultado_de([row.resultado for row in rows], asignatura, settings)
    if outcome is None or outcome.valor is None:
        return None
    last = max(rows, key=lambda row: row.resultado.orden)
    return outcome.valor, last.periodo
