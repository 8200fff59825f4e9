"""Whom or what each form can be printed for, in the order in which papers are handed out."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from app import domain
from app.domain.intervencion import ABIERTAS
from app.formatos import ACTA_ASIGNACION, CARNET
from app.formatos.formato import Formato
from app.services.planteles import current_periodo
from app.store import Store
from app.store.queries import carnets as carnet_queries
from app.store.queries.impresiones import impresos
from app.text import counted, joined, order_key, short_date


@dataclass(frozen=True)
class Sujeto:
    """One of those a form can be about: its id, how the user knows it, and its people.

    `grupos` are the ids of the grupos of its people, by which it is chosen.
    """

    id: int
    nombre: str
    detalle: str = ""
    alumnos: frozenset[int] = frozenset()
    grupos: frozenset[int] = frozenset()


def sujetos(store: Store, formato: Formato) -> list[Sujeto]:
    """Everybody the form can be printed for today."""
    return _KINDS[formato.subject](_Reading(store), formato)


def faltan(store: Store, formato: Formato, among: Iterable[Sujeto]) -> list[Sujeto]:
    """Those of them for whom the form was not printed in this periodo."""
    printed = impresos(store, formato.key, current_periodo(store).id)
    return [one for one in among if one.id not in printed]


def sujetos_de(store: Store, formato: Formato, ids: Iterable[int]) -> list[Sujeto]:
    """Those of the ids, in the order of the list; then those that the list leaves out.

    Anybody may want a form of an alumno, and a cancelled intervención still has its papers.
    """
    wanted, reading = set(ids), _Reading(store)
    found = [one for one in _KINDS[formato.subject](reading, formato) if one.id in wanted]
    rest = sorted(wanted - {one.id for one in found})
    if formato.subject in ("alumno", "alumno_tutor"):
        known = reading.alumnos(rest)
        people = sorted((known[id] for id in rest if id in known), key=reading.order)
        return [*found, *(reading.of_person(p.id, p, reading.grupo(p).etiqueta) for p in people)]
    if formato.subject == "intervencion":
        cases = store.intervenciones.where(id=rest)
        return [*found, *(sujeto for _, sujeto in _ordered_cases(reading, cases))]
    return found


class _Reading:
    """What the lists of subjects share, read once."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.periodo = current_periodo(store)
        self.grupos = {one.id: one for one in store.grupos.all()}
        self.asignaturas = {one.id: one.nombre for one in store.asignaturas.all()}
        self._people: dict[int, domain.Alumno] = {}

    def alumnos(self, ids: Iterable[int]) -> dict[int, domain.Alumno]:
        """Alumnos by id."""
        wanted = [id for id in set(ids) if id not in self._people]
        self._people |= {one.id: one for one in self.store.alumnos.where(id=wanted)}
        return self._people

    def grupo(self, alumno: domain.Alumno) -> domain.Grupo:
        """The grupo of somebody."""
        return self.grupos.get(alumno.grupo or 0, domain.Grupo())

    def order(self, alumno: domain.Alumno) -> tuple[int, str, str, str]:
        """By grupo and name."""
        grupo = self.grupo(alumno)
        return grupo.semestre or 0, grupo.nombre, grupo.turno, order_key(alumno.nombre_de_lista)

    def of_person(self, id: int, alumno: domain.Alumno, detalle: str) -> Sujeto:
        """A subject that is one person, or what ties one to an intervención."""
        return Sujeto(
            id, alumno.nombre_de_lista, detalle, frozenset({alumno.id}),
            frozenset({alumno.grupo} if alumno.grupo else ()),
        )  # fmt: skip

    def cases(self) -> list[domain.Intervencion]:
        """The intervenciones of the periodo that were not cancelled, and those still open."""
        return [
            one
            for one in self.store.intervenciones.all()
            if one.estado in ABIERTAS
            or (one.periodo == self.periodo.id and one.estado == "cerrada")
        ]


def _alumnos(reading: _Reading, formato: Formato) -> list[Sujeto]:
    """Those who owe an asignatura or are attended; for the carnet, those who need one."""
    ids = set(carnet_queries.con_carnet(reading.store))
    if formato is not CARNET:
        cases = [one.id for one in reading.cases()]
        ids |= {
            row.alumno for row in reading.store.tutorados.where(intervencion=cases) if row.alumno
        }
    known = reading.alumnos(ids)
    people = sorted((known[id] for id in ids if id in known), key=reading.order)
    return [reading.of_person(one.id, one, reading.grupo(one).etiqueta) for one in people]


def _tutorados(reading: _Reading, _formato: Formato) -> list[Sujeto]:
    cases = {one.id: one for one in reading.cases()}
    rows = [r for r in reading.store.tutorados.where(intervencion=list(cases)) if r.alumno]
    known = reading.alumnos(r.alumno for r in rows if r.alumno)
    rows = [row for row in rows if row.alumno in known]
    rows.sort(key=lambda row: (reading.order(known[row.alumno or 0]), row.id))
    found: list[Sujeto] = []
    for row in rows:
        who = known[row.alumno or 0]
        asignatura = reading.asignaturas.get(cases[row.intervencion or 0].asignatura or 0, "")
        found.append(
            reading.of_person(row.id, who, f"{reading.grupo(who).etiqueta} · {asignatura}")
        )
    return found


def _intervenciones(reading: _Reading, _formato: Formato) -> list[Sujeto]:
    return [found for _, found in _ordered_cases(reading, reading.cases())]


def _ordered_cases(
    reading: _Reading, cases: list[domain.Intervencion]
) -> list[tuple[domain.Intervencion, Sujeto]]:
    """The intervenciones as subjects, by the grupo and name of their first tutorado."""
    rows = reading.store.tutorados.where(intervencion=[one.id for one in cases])
    known = reading.alumnos(row.alumno for row in rows if row.alumno)
    people: dict[int, list[domain.Alumno]] = {}
    for row in rows:
        if row.alumno in known:
            people.setdefault(row.intervencion or 0, []).append(known[row.alumno or 0])
    found: list[tuple[tuple[object, ...], domain.Intervencion, Sujeto]] = []
    for one in cases:
        mine = sorted(people.get(one.id, []), key=reading.order)
        if not mine:
            continue
        name = mine[0].nombre_de_lista if len(mine) == 1 else f"Grupo de {len(mine)}"
        sujeto = Sujeto(
            one.id, name, reading.asignaturas.get(one.asignatura or 0, ""),
            frozenset(who.id for who in mine), frozenset(who.grupo for who in mine if who.grupo),
        )  # fmt: skip
        found.append(((*reading.order(mine[0]), one.id), one, sujeto))
    found.sort(key=lambda item: item[0])
    return [(one, sujeto) for _, one, sujeto in found]


def _sesiones(reading: _Reading, _formato: Formato) -> list[Sujeto]:
    """The sessions that were held, the newest first."""
    cases = {one.id: sujeto for one, sujeto in _ordered_cases(reading, reading.cases())}
    held = reading.store.sesiones.where(intervencion=list(cases), estado="dada")
    held.sort(key=lambda s: (s.fecha or date.min, s.inicio or 0, s.id), reverse=True)
    return [
        Sujeto(
            s.id, f"{short_date(s.fecha) if s.fecha else ''} · {case.nombre}", case.detalle,
            case.alumnos, case.grupos,
        )
        for s in held
        if (case := cases[s.intervencion or 0])
    ]  # fmt: skip


def _alumnos_tutores(reading: _Reading, _formato: Formato) -> list[Sujeto]:
    rows = reading.store.perfiles_tutor.where(estado=["activo", "pausa", "invitado", "candidato"])
    known = reading.alumnos(row.alumno for row in rows if row.alumno)
    people = sorted((known[r.alumno] for r in rows if r.alumno in known), key=reading.order)
    return [reading.of_person(one.id, one, reading.grupo(one).etiqueta) for one in people]


def _grupos(reading: _Reading, _formato: Formato) -> list[Sujeto]:
    """The grupos of the periodo with somebody in them."""
    counts: dict[int, int] = {}
    for one in reading.store.alumnos.where(estado="activo"):
        counts[one.grupo or 0] = counts.get(one.grupo or 0, 0) + 1
    own = [
        one
        for one in reading.grupos.values()
        if one.periodo in (reading.periodo.id, None) and counts.get(one.id)
    ]
    own.sort(key=lambda one: (one.semestre or 0, one.nombre, one.turno))
    return [
        Sujeto(
            one.id, f"{one.etiqueta} · {joined([one.especialidad]) or one.turno}",
            counted(counts[one.id], "alumno", "alumnos"), grupos=frozenset({one.id}),
        )
        for one in own
    ]  # fmt: skip


def _plantel(reading: _Reading, formato: Formato) -> list[Sujeto]:
    """The plantel; for the acta, only once a proposal was accepted."""
    if formato is ACTA_ASIGNACION and not reading.store.actas.count():
        return []
    plantel = reading.store.plantel.only()
    return [Sujeto(reading.periodo.id, plantel.nombre, reading.periodo.nombre)]


_KINDS: dict[str, Callable[[_Reading, Formato], list[Sujeto]]] = {
    "alumno": _alumnos,
    "tutorado": _tutorados,
    "intervencion": _intervenciones,
    "sesion": _sesiones,
    "alumno_tutor": _alumnos_tutores,
    "grupo": _grupos,
    "plantel": _plantel,
}
