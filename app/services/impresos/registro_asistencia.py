"""What the registros de asistencia say (DOMAIN C.8, U-92)."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from app import domain
from app.domain.calendario import limits_of
from app.domain.sesion import ACTIVIDADES
from app.errors import InvalidValue
from app.fields import Time
from app.services.impresos.casos import Caso, Papeles, by
from app.store import Store
from app.text import joined

if TYPE_CHECKING:
    from app.formatos.registro_asistencia import (
        AsistenciaImpresa,
        RegistroDatos,
        RegistroOpciones,
    )

_CAME = ("asistio", "tarde")
_NAMES_TO = 80
"""The names of a small group longer than this are told as a count."""
_SHOW = Time().show


def gather(store: Store, ids: Sequence[int], opciones: "RegistroOpciones") -> "list[RegistroDatos]":
    """The sessions held of each intervención between the days asked for, both included.

    In a small group each tutorado who came has a row; where nobody noted who came, everybody has.
    Raises InvalidValue when the days are in disorder.
    """
    papeles = Papeles(store)
    casos = papeles.casos(ids)
    first, last = _days(papeles, opciones)
    held = [
        one
        for one in store.sesiones.where(intervencion=list(set(ids)), estado="dada")
        if one.fecha and first <= one.fecha <= last
    ]
    sesiones = by(held, "intervencion")
    came = by(store.asistencias.where(sesion=[one.id for one in held]), "sesion")
    return [
        _datos(papeles, caso, (first, last), sesiones.get(caso.record.id, []), came)
        for caso in casos
    ]


def blank(store: Store) -> "RegistroDatos":
    """An empty registro with the heading of the plantel."""
    from app.formatos.registro_asistencia import RegistroDatos

    papeles = Papeles(store)
    return RegistroDatos(membrete=papeles.membrete(), leyenda=papeles.plantel.leyenda)


def _days(papeles: Papeles, opciones: "RegistroOpciones") -> tuple[date, date]:
    periodo = papeles.periodo
    usual = limits_of(periodo.ciclo, periodo.parte)
    first = opciones.desde or periodo.inicio or usual[0]
    last = opciones.hasta or periodo.fin or usual[1]
    if last < first:
        raise InvalidValue("hasta", "Sesiones hasta: debe ser igual o posterior al primer día.")
    return first, last


def _datos(
    papeles: Papeles, caso: Caso, days: tuple[date, date], sesiones: list[domain.Sesion],
    came: dict[int, list[domain.Asistencia]],
) -> "RegistroDatos":  # fmt: skip
    from app.formatos.registro_asistencia import RegistroDatos

    grupos = [papeles.grupo_de(who) for who in caso.tutorados]
    turnos = {grupo.turno for grupo in grupos}
    ordered = sorted(sesiones, key=lambda s: (s.fecha or date.min, s.inicio or 0, s.id))
    rows = [row for one in ordered for row in _rows(caso, one, came.get(one.id, []))]
    docente = grupos[0].docente_tutor if grupos else ""
    return RegistroDatos(
        membrete=papeles.membrete(turnos.pop() if len(turnos) == 1 else ""),
        periodo=papeles.periodo_en_palabras,
        docente_tutor=docente or papeles.plantel.docente,
        tutorado=_names(caso),
        grupo=joined(list(dict.fromkeys(grupo.etiqueta for grupo in grupos))),
        desde=days[0],
        hasta=days[1],
        asignatura=caso.asignatura,
        sesiones=tuple(rows),
        leyenda=papeles.plantel.leyenda,
    )


def _names(caso: Caso) -> str:
    """The tutorado, or those of a small group while they fit."""
    names = "; ".join(who.nombre_de_lista for who in caso.tutorados)
    many = len(caso.tutorados)
    return names if many < 2 or len(names) <= _NAMES_TO else f"Grupo de {many} tutorados"


def _rows(
    caso: Caso, sesion: domain.Sesion, noted: list[domain.Asistencia]
) -> "list[AsistenciaImpresa]":
    """A row for each tutorado who came to a session."""
    from app.formatos.registro_asistencia import AsistenciaImpresa

    states = {one.alumno: one.estado for one in noted}
    came = [who for who in caso.tutorados if states.get(who.id, _CAME[0]) in _CAME]
    end = (sesion.inicio or 0) + (sesion.minutos or 0)
    return [
        AsistenciaImpresa(
            dia=f"{sesion.fecha:%d/%m}" if sesion.fecha else "",
            inicio=_SHOW(sesion.inicio),
            fin=_SHOW(end) if sesion.inicio is not None and sesion.minutos else "",
            actividad=ACTIVIDADES.get(sesion.actividad, ""),
            tema=sesion.tema,
            asistente=who.nombre if len(caso.tutorados) > 1 else "",
        )
        for who in came
    ]
