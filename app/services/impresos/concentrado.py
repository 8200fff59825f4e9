"""What the concentrado of a grupo says (DOMAIN C.15, U-56): who owes, with whom, how it goes."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app import domain
from app.domain.intervencion import RESULTADOS
from app.domain.plantel import TURNOS
from app.domain.riesgo import NIVELES
from app.services.impresos.casos import Caso, Papeles, check_found, date_in_words
from app.services.impresos.cifras import Cifras, cifras_de
from app.store import Store
from app.store.queries import concentrado as queries
from app.store.queries.concentrado import DelGrupo
from app.text import order_key

if TYPE_CHECKING:
    from app.formatos.concentrado import (
        AlumnoConcentrado,
        ConcentradoDatos,
        ConcentradoOpciones,
    )


@dataclass(frozen=True)
class _Reading:
    """What was read for all the grupos at once."""

    papeles: Papeles
    people: Mapping[int, domain.Alumno]
    casos: Mapping[int, Sequence[Caso]]
    cifras: Mapping[int, Cifras]


def gather(
    store: Store, ids: Sequence[int], opciones: "ConcentradoOpciones"
) -> "list[ConcentradoDatos]":
    """The concentrado of each grupo, its students by name."""
    papeles = Papeles(store)
    check_found(ids, papeles.grupos, "grupo", "grupos")
    rows = queries.de_grupos(store, ids)
    reading = _read(papeles, [row.alumno for row in rows])
    found: defaultdict[int, list[DelGrupo]] = defaultdict(list)
    for row in rows:
        found[row.grupo].append(row)
    return [_datos(reading, papeles.grupos[id], found[id], opciones) for id in ids]


def blank(store: Store) -> "ConcentradoDatos":
    """An empty concentrado with the heading of the plantel."""
    from app.formatos.concentrado import ConcentradoDatos

    papeles = Papeles(store)
    return ConcentradoDatos(membrete=papeles.membrete(), leyenda=papeles.plantel.leyenda)


def _read(papeles: Papeles, alumnos: Sequence[int]) -> _Reading:
    """The students, their intervenciones of the periodo that were not cancelled, the sesiones."""
    store = papeles.store
    rows = store.tutorados.where(alumno=list(alumnos))
    cases = store.intervenciones.where(
        id=[row.intervencion for row in rows if row.intervencion], periodo=papeles.periodo.id
    )
    ids = [one.id for one in cases if one.estado != "cancelada"]
    casos: defaultdict[int, list[Caso]] = defaultdict(list)
    for caso in papeles.casos(ids):
        for who in caso.tutorados:
            casos[who.id].append(caso)
    people = {one.id: one for one in papeles.alumnos(alumnos)}
    return _Reading(papeles, people, casos, cifras_de(store, ids, hasta=papeles.hoy))


def _datos(
    reading: _Reading, grupo: domain.Grupo, rows: Sequence[DelGrupo],
    opciones: "ConcentradoOpciones",
) -> "ConcentradoDatos":  # fmt: skip
    from app.formatos.concentrado import ConcentradoDatos

    papeles = reading.papeles
    named = sorted(rows, key=lambda row: order_key(reading.people[row.alumno].nombre_de_lista))
    shown = [
        row for row in named if opciones.todos or row.reprobadas or reading.casos.get(row.alumno)
    ]
    return ConcentradoDatos(
        membrete=papeles.membrete(grupo.turno),
        grupo=grupo.etiqueta,
        especialidad=grupo.especialidad,
        turno=TURNOS.get(grupo.turno, ""),
        docente_tutor=grupo.docente_tutor,
        fecha=date_in_words(papeles.hoy),
        alumnos=tuple(_alumno(reading, row) for row in shown),
        totales=_totals(reading, named),
        leyenda=papeles.plantel.leyenda,
    )


def _alumno(reading: _Reading, row: DelGrupo) -> "AlumnoConcentrado":
    from app.formatos.concentrado import AlumnoConcentrado

    who, casos = reading.people[row.alumno], reading.casos.get(row.alumno, ())
    held, planned = _sesiones(reading, casos)
    results = [
        RESULTADOS.get(fila.resultado, "")
        for caso in casos
        for fila in caso.filas
        if fila.alumno == who.id
    ]
    return AlumnoConcentrado(
        who.nombre_de_lista,
        who.matricula,
        "; ".join(
            nombre if veces < 2 else f"{nombre} ({veces})" for nombre, veces in row.reprobadas
        ),
        NIVELES[row.nivel].removeprefix("Riesgo ").capitalize(),
        "; ".join(dict.fromkeys(caso.nombre_tutor for caso in casos if caso.nombre_tutor)),
        f"{held} de {planned}" if planned else "",
        "; ".join(dict.fromkeys(filter(None, results))),
    )


def _sesiones(reading: _Reading, casos: Sequence[Caso]) -> tuple[int, int]:
    """How many were held and how many planned up to now."""
    cifras = [reading.cifras[caso.record.id] for caso in casos]
    return sum(len(c.dadas) for c in cifras), sum(c.planeadas for c in cifras)


def _totals(reading: _Reading, rows: Sequence[DelGrupo]) -> tuple[tuple[str, str], ...]:
    """The figures of the whole grupo, each with its words."""
    casos = {caso.record.id: caso for row in rows for caso in reading.casos.get(row.alumno, ())}
    held, planned = _sesiones(reading, list(casos.values()))
    levels = [row.nivel for row in rows]
    return (
        (str(len(rows)), "alumnos"),
        (str(sum(bool(row.reprobadas) for row in rows)), "con asignaturas reprobadas"),
        (str(levels.count("alto")), "en riesgo alto"),
        (str(levels.count("medio")), "en riesgo medio"),
        (str(sum(bool(reading.casos.get(row.alumno)) for row in rows)), "con alumno tutor"),
        (f"{held} de {planned}", "sesiones dadas"),
    )
