"""What the formatos de rendimiento académico say (DOMAIN C.15): subjects, and who helps."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app import domain
from app.domain.intervencion import ABIERTAS
from app.domain.riesgo import Resultado, resultado_de
from app.services.carnet_datos import show_franjas
from app.services.impresos.casos import Caso, Papeles, by
from app.store import Store
from app.store.queries.alumno import asignaturas_del_grupo
from app.text import order_key

if TYPE_CHECKING:
    from app.formatos.rendimiento import (
        AsesoriaImpresa,
        AsignaturaImpresa,
        RendimientoDatos,
        RendimientoOpciones,
    )


@dataclass(frozen=True)
class _Reading:
    """What was read for all the students at once."""

    papeles: Papeles
    notas: Mapping[int, Sequence[domain.Calificacion]]
    casos: Mapping[int, Sequence[Caso]]
    planes: Mapping[int, domain.Plan]
    del_grupo: Mapping[int, Sequence[int]]


def gather(
    store: Store, ids: Sequence[int], _opciones: "RendimientoOpciones"
) -> "list[RendimientoDatos]":
    """The form of each student with the subjects of the current periodo."""
    papeles = Papeles(store)
    people = papeles.alumnos(ids)
    reading = _read(papeles, people)
    return [_datos(reading, who) for who in people]


def blank(store: Store) -> "RendimientoDatos":
    """An empty form with the heading of the plantel."""
    from app.formatos.rendimiento import RendimientoDatos

    papeles = Papeles(store)
    return RendimientoDatos(membrete=papeles.membrete(), leyenda=papeles.plantel.leyenda)


def _read(papeles: Papeles, people: Sequence[domain.Alumno]) -> _Reading:
    store, periodo = papeles.store, papeles.periodo.id
    ids = [who.id for who in people]
    rows = store.tutorados.where(alumno=ids)
    cases = store.intervenciones.where(
        id=[row.intervencion for row in rows if row.intervencion], estado=list(ABIERTAS)
    )
    casos: defaultdict[int, list[Caso]] = defaultdict(list)
    for caso in papeles.casos([one.id for one in cases]):
        for who in caso.tutorados:
            casos[who.id].append(caso)
    return _Reading(
        papeles,
        by(store.calificaciones.where(alumno=ids, periodo=periodo), "alumno"),
        casos,
        {p.intervencion or 0: p for p in store.planes.where(intervencion=[c.id for c in cases])},
        {
            grupo: [id for id, _ in asignaturas_del_grupo(store, grupo, periodo)]
            for grupo in {who.grupo for who in people if who.grupo}
        },
    )


def _datos(reading: _Reading, who: domain.Alumno) -> "RendimientoDatos":
    from app.formatos.rendimiento import RendimientoDatos

    papeles, casos = reading.papeles, reading.casos.get(who.id, ())
    grupo, asignaturas = papeles.grupo_de(who), _asignaturas(reading, who)
    problems = [
        reading.planes[c.record.id].dificultad for c in casos if c.record.id in reading.planes
    ]
    needs = bool(casos) or any(one.resultado == "NA" for one in asignaturas)
    return RendimientoDatos(
        membrete=papeles.membrete(grupo.turno),
        nombre=who.nombre_de_lista,
        matricula=who.matricula,
        semestre_grupo=grupo.etiqueta,
        periodo=papeles.periodo_en_palabras,
        fecha=papeles.hoy,
        asignaturas=asignaturas,
        problematica="\n".join(filter(None, problems)),
        requiere_asesoria=needs or None,
        asesorias=tuple(_asesoria(caso) for caso in casos if caso.alumno_tutor),
        docente_tutor=grupo.docente_tutor or papeles.plantel.docente,
        coordinador=papeles.plantel.coordinador,
        leyenda=papeles.plantel.leyenda,
    )


def _asignaturas(reading: _Reading, who: domain.Alumno) -> "tuple[AsignaturaImpresa, ...]":
    """The subjects of the periodo: those of the grupo and any other with a result, by name."""
    from app.formatos.rendimiento import AsignaturaImpresa

    papeles, notas = reading.papeles, reading.notas.get(who.id, ())
    settings = papeles.store.settings.only()
    results = [
        Resultado(n.asignatura or 0, "", 0, n.parcial, n.intento, n.valor, n.marca) for n in notas
    ]
    ids = {one.asignatura for one in results} | set(reading.del_grupo.get(who.grupo or 0, ()))
    found: list[AsignaturaImpresa] = []
    for id in ids:
        outcome = resultado_de(results, id, settings)
        said = "P" if outcome is None else "NA" if outcome.reprobada else "A"
        found.append(AsignaturaImpresa(papeles.asignaturas[id].nombre, resultado=said))
    return tuple(sorted(found, key=lambda one: order_key(one.asignatura)))


def _asesoria(caso: Caso) -> "AsesoriaImpresa":
    from app.formatos.rendimiento import AsesoriaImpresa

    since = caso.record.asignada
    return AsesoriaImpresa(
        caso.nombre_tutor,
        " / ".join(dict.fromkeys(f.lugar for f in caso.franjas if f.lugar)),
        f"Desde el {since:%d/%m/%Y}" if since else "",
        show_franjas(caso.franjas),
    )
