"""What the informes por sesión say (DOMAIN C.14, S-44)."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from app import domain
from app.domain.horario import show_hours
from app.domain.intervencion import ENFOQUES
from app.domain.sesion import ACTIVIDADES
from app.fields import Time
from app.services.impresos.casos import Caso, Papeles, by, check_found
from app.store import Store
from app.text import joined, long_date, ordinal

if TYPE_CHECKING:
    from app.formatos.informe_sesion import (
        InformeSesionDatos,
        InformeSesionOpciones,
        PersonaImpresa,
    )


def gather(
    store: Store, ids: Sequence[int], _opciones: "InformeSesionOpciones"
) -> "list[InformeSesionDatos]":
    """The report of each session, with what was recommended in the one held before it."""
    papeles = Papeles(store)
    found = {one.id: one for one in store.sesiones.where(id=list(ids))}
    check_found(ids, found, "sesión", "sesiones")
    casos = {
        caso.record.id: caso
        for caso in papeles.casos([found[id].intervencion or 0 for id in dict.fromkeys(ids)])
    }
    others = by(store.sesiones.where(intervencion=list(casos)), "intervencion")
    noted = by(store.asistencias.where(sesion=list(found)), "sesion")
    return [
        _datos(
            papeles, casos[found[id].intervencion or 0], found[id],
            sorted(others[found[id].intervencion or 0], key=_when), noted.get(id, []),
        )
        for id in ids
    ]  # fmt: skip


def blank(store: Store) -> "InformeSesionDatos":
    """An empty report with the heading of the plantel."""
    from app.formatos.informe_sesion import InformeSesionDatos

    papeles = Papeles(store)
    return InformeSesionDatos(membrete=papeles.membrete(), leyenda=papeles.plantel.leyenda)


def _when(sesion: domain.Sesion) -> tuple[date, int, int]:
    return sesion.fecha or date.max, sesion.inicio or 0, sesion.id


def _datos(
    papeles: Papeles, caso: Caso, sesion: domain.Sesion, every: list[domain.Sesion],
    noted: list[domain.Asistencia],
) -> "InformeSesionDatos":  # fmt: skip
    from app.formatos.informe_sesion import InformeSesionDatos

    held = [one for one in every if one.estado == "dada"]
    before = [one for one in held if _when(one) < _when(sesion)]
    after = [one for one in every if one.estado == "planeada" and _when(one) > _when(sesion)]
    grupos = [papeles.grupo_de(who) for who in caso.tutorados]
    turnos = {grupo.turno for grupo in grupos}
    docentes = [grupo.docente_tutor for grupo in grupos if grupo.docente_tutor]
    return InformeSesionDatos(
        membrete=papeles.membrete(turnos.pop() if len(turnos) == 1 else ""),
        numero=str(len(before) + 1) if sesion.estado == "dada" else "",
        fecha=_day(sesion),
        hora=_hours(sesion),
        tipo=ENFOQUES.get(caso.record.enfoque, ""),
        semestre=_semestre(sesion, grupos),
        asignatura=caso.asignatura,
        alumno_tutor=sesion.alumno_tutor or caso.nombre_tutor,
        tema=sesion.tema,
        actividad=ACTIVIDADES.get(sesion.actividad, ""),
        observaciones=sesion.observaciones,
        recomendaciones=sesion.recomendaciones,
        anteriores=before[-1].recomendaciones if before else "",
        cumplida=sesion.cumplida,
        personas=_people(papeles, caso, noted),
        proxima=", ".join(filter(None, (_day(after[0]), _hours(after[0])))) if after else "",
        completada=True if sesion.estado == "dada" else None,
        docente_tutor=docentes[0] if docentes else papeles.plantel.docente,
        leyenda=papeles.plantel.leyenda,
    )


def _day(sesion: domain.Sesion) -> str:
    words = long_date(sesion.fecha) if sesion.fecha else ""
    return f"{words[:1].upper()}{words[1:]}"


def _hours(sesion: domain.Sesion) -> str:
    if sesion.inicio is None:
        return ""
    if not sesion.minutos:
        return Time().show(sesion.inicio)
    return show_hours(sesion.inicio, sesion.inicio + sesion.minutos)


def _semestre(sesion: domain.Sesion, grupos: list[domain.Grupo]) -> str:
    """As it was that day; of today while nobody noted it."""
    if sesion.grupo:
        return sesion.grupo
    if sesion.semestre:
        return ordinal(sesion.semestre)
    return joined(list(dict.fromkeys(grupo.etiqueta for grupo in grupos)))


def _people(
    papeles: Papeles, caso: Caso, noted: list[domain.Asistencia]
) -> "tuple[PersonaImpresa, ...]":
    from app.formatos.informe_sesion import PersonaImpresa

    states = {one.alumno: one.estado for one in noted}
    rows = [
        PersonaImpresa(who.nombre_de_lista, papeles.grupo_de(who).etiqueta, states.get(who.id, ""))
        for who in caso.tutorados
    ]
    owner = caso.alumno_tutor
    if owner:
        name = f"{owner.nombre_de_lista} (alumno-tutor)"
        grupo = papeles.grupo_de(owner).etiqueta
        rows.append(PersonaImpresa(name, grupo, states.get(owner.id, "")))
    return tuple(rows)
