"""How an alumno did in each asignatura: what shows a mastery, what a plan starts from."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from app.domain.riesgo import Resultado, resultado_de
from app.fields import Tenths
from app.store import Store
from app.store.queries import resultados as queries
from app.text import order_key


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


def with_decimal(valor: int | None) -> str:
    """A grade in tenths with its decimal always written, for columns that are compared: 9.0."""
    return "" if valor is None else f"{valor // 10}.{valor % 10}"


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
