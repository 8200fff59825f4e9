"""Who could be an alumno tutor: regular, high in an asignatura that others owe, tercio superior."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from app.domain.riesgo import resultado_de
from app.domain.settings import Settings
from app.domain.tercio import Tercio, tercio_superior
from app.services import alumnos_tutores
from app.services.resultados import in_asignaturas
from app.store import Store
from app.store.queries import candidatos as queries
from app.store.queries.resultados import ResultadoConPeriodo, resultados_of_asignatura
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
    en_tercio_de_grupo: bool
    corte: str
    """Both cuts in words: that of the semestre and that of the grupo."""
    estado: str


class Busqueda:
    """The search for candidatos over the data of one moment; ask for one asignatura at a time."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._settings = store.settings.only()
        self._people = {one.alumno: one for one in queries.elegibles(store)}
        self._of_semestre = tercios_por(store, "semestre")
        self._of_grupo = tercios_por(store, "grupo")

    def candidatos(self, asignatura: int) -> list[Candidato]:
        """Those who could be proposed for an asignatura, the best first (DOMAIN U-61, S-12).

        Tercio superior of the semestre before the rest, then the grade, the average, the name.
        """
        known = {d.alumno for d in self._store.dominios.where(asignatura=asignatura)}
        found: list[Candidato] = []
        rows = resultados_of_asignatura(self._store, asignatura)
        for alumno, group in groupby(rows, key=lambda row: row.alumno):
            person = self._people.get(alumno)
            result = _result(list(group), asignatura, self._settings)
            if person is None or alumno in known or result is None:
                continue
            valor, periodo = result
            if valor >= self._settings.domina_desde:
                found.append(self._candidato(person, asignatura, valor, periodo))
        return sorted(found, key=_best_first)

    def _candidato(
        self, person: queries.Elegible, asignatura: int, valor: int, periodo: str
    ) -> Candidato:
        semestre = self._of_semestre.get(person.semestre, Tercio())
        grupo = self._of_grupo.get(person.grupo_id, Tercio())
        return Candidato(
            person.alumno, asignatura, person.matricula, person.nombre_de_lista, person.grupo,
            valor, periodo, person.promedio, person.alumno in semestre.alumnos,
            person.alumno in grupo.alumnos,
            f"De su semestre: {semestre.en_palabras}.\nDe su grupo: {grupo.en_palabras}.",
            person.estado,
        )  # fmt: skip


def _best_first(one: Candidato) -> tuple[bool, int, int, str]:
    name = order_key(one.nombre_de_lista)
    return not one.en_tercio, -one.calificacion, -(one.promedio or 0), name


def tercios(store: Store) -> frozenset[int]:
    """The tercio superior of every semestre together (DOMAIN S-12)."""
    return frozenset[int]().union(*(t.alumnos for t in tercios_por(store, "semestre").values()))


def tercios_por(store: Store, parte: str) -> dict[int | None, Tercio]:
    """The tercio superior of each semestre (the generación) or each grupo, by it (DOMAIN S-12).

    `parte` is semestre or grupo.
    """
    found = queries.promedios(store, parte)
    return {key: tercio_superior(promedios) for key, promedios in found.items()}


def _result(
    rows: list[ResultadoConPeriodo], asignatura: int, settings: Settings
) -> tuple[int, str] | None:
    outcome = resultado_de([row.resultado for row in rows], asignatura, settings)
    if outcome is None or outcome.valor is None:
        return None
    last = max(rows, key=lambda row: row.resultado.orden)
    return outcome.valor, last.periodo


def enlist(
    store: Store, alumnos: Sequence[int], *, active: bool = False, with_results: bool = True
) -> int:
    """Makes candidatos, or at once activos, of chosen alumnos; how many are new.

    With `with_results` each one masters what the calificaciones show.
    """
    chosen: dict[int, dict[int, int | None]] = {}
    for alumno in alumnos:
        found = in_asignaturas(store, alumno) if with_results else []
        chosen[alumno] = {one.asignatura: one.valor for one in found if one.alcanza}
    people = alumnos_tutores.who(store, alumnos, "alumnos tutores")
    with store.operation(f"Agregar como alumno tutor: {people}"):
        count = alumnos_tutores.nominate(store, chosen)
        if active:
            alumnos_tutores.change_state(store, alumnos, "activo")
    return count
