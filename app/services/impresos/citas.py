"""The weekly hours of open intervenciones as cronogramas and posters print them (DOMAIN C.7)."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from app import domain
from app.domain.horario import JORNADAS
from app.domain.intervencion import ABIERTAS
from app.domain.plantel import TURNOS
from app.services.impresos.casos import Caso, Papeles, by, check_found, date_in_words
from app.store import Store
from app.text import order_key

if TYPE_CHECKING:
    from app.formatos.cronograma import Cita, CronogramaDatos


def vigencia(papeles: Papeles) -> str:
    """From which day to which the hours of the periodo hold; its months when nobody wrote them."""
    periodo = papeles.periodo
    if periodo.inicio and periodo.fin:
        return f"Del {date_in_words(periodo.inicio)} al {date_in_words(periodo.fin)}"
    return papeles.periodo_en_palabras


def people(store: Store, ids: Sequence[int], one: str, many: str) -> dict[int, domain.Alumno]:
    """These alumnos by id; NotFound, with the nouns given, when one is gone."""
    found = {who.id: who for who in store.alumnos.where(id=list(dict.fromkeys(ids)))}
    check_found(ids, found, one, many)
    return found


def de_tutores(papeles: Papeles, tutores: Sequence[int]) -> dict[int, list[Caso]]:
    """The open intervenciones of each alumno tutor."""
    open_ones = papeles.store.intervenciones.where(
        alumno_tutor=list(tutores), estado=list(ABIERTAS)
    )
    casos = papeles.casos([one.id for one in open_ones])
    found: dict[int, list[Caso]] = {}
    for caso in casos:
        found.setdefault(caso.record.alumno_tutor or 0, []).append(caso)
    return found


def de_alumnos(papeles: Papeles, alumnos: Collection[int]) -> dict[int, list[Caso]]:
    """The open intervenciones in which each of these is a tutorado."""
    store = papeles.store
    rows = by(store.tutorados.where(alumno=list(alumnos)), "intervencion")
    open_ones = store.intervenciones.where(id=list(rows), estado=list(ABIERTAS))
    found: dict[int, list[Caso]] = {}
    for caso in papeles.casos([one.id for one in open_ones]):
        for row in rows[caso.record.id]:
            found.setdefault(row.alumno, []).append(caso)
    return found


def citas(
    casos: Iterable[Caso], tutorados: Collection[int] | None = None, *, with_tutor: bool = False
) -> "tuple[Cita, ...]":
    """The hours of intervenciones in the order of the week.

    Only the tutorados given are named, or all; `with_tutor` says in short the alumno tutor instead
    of the tutorado.
    """
    from app.formatos.cronograma import Cita

    found: list[Cita] = []
    for caso in casos:
        mine = [who for who in caso.tutorados if tutorados is None or who.id in tutorados]
        short = mine[0].nombre_corto if len(mine) == 1 else f"Grupo de {len(mine)}"
        if with_tutor:
            short = caso.alumno_tutor.nombre_corto if caso.alumno_tutor else ""
        names = "; ".join(who.nombre for who in mine)
        found += [
            Cita(
                f.dia or 0, f.inicio or 0, f.fin or 0, f.lugar, caso.asignatura,
                caso.nombre_tutor, names, short,
            )
            for f in caso.franjas
        ]  # fmt: skip
    return tuple(sorted(found, key=lambda c: (c.dia, c.inicio, c.fin, order_key(c.tutorado))))


def cronograma(
    papeles: Papeles, grupo: domain.Grupo, nombre: str, rows: "tuple[Cita, ...]"
) -> "CronogramaDatos":
    """A cronograma with the heading and the hours of the turno of a grupo."""
    from app.formatos.cronograma import CronogramaDatos, jornada

    usual = JORNADAS.get(grupo.turno, JORNADAS["matutino"])
    if grupo.turno not in JORNADAS and rows:
        usual = (min(c.inicio for c in rows), max(c.fin for c in rows))
    first, last = jornada(rows, usual)
    return CronogramaDatos(
        membrete=papeles.membrete(grupo.turno),
        nombre=nombre,
        grupo=grupo.etiqueta,
        especialidad=grupo.especialidad,
        turno=TURNOS.get(grupo.turno, ""),
        docente_tutor=grupo.docente_tutor,
        vigencia=vigencia(papeles),
        desde=first,
        hasta=last,
        citas=rows,
        leyenda=papeles.plantel.leyenda,
    )


def blank(store: Store) -> "CronogramaDatos":
    """An empty cronograma with the heading, the hours of the only turno there is, or none."""
    papeles = Papeles(store)
    turnos = papeles.plantel.turnos
    turno = turnos[0] if len(turnos) == 1 else ""
    empty = cronograma(papeles, domain.Grupo(turno=turno), "", ())
    hours = {} if turno in JORNADAS else {"desde": 0, "hasta": 0}
    return replace(empty, turno="", **hours)
