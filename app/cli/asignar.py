"""`asignar`: the best pairing of the whole plantel, stored in one step that can be undone."""

import argparse
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any

from app.cli.console import complain, say, say_json, show_table
from app.cli.files import opened
from app.domain.horario import DIAS_DE_CLASE
from app.fields import Time
from app.text import counted, plain

if TYPE_CHECKING:
    from app.services.propuesta import Pareja, Pendiente, Propuesta

_FOR_REMEDIES = 30
"""Seconds in which what would solve each need is looked for."""
_TIME = Time()


def configure(parser: argparse.ArgumentParser) -> None:
    """The arguments of the verb."""
    parser.add_argument("archivo", metavar="ARCHIVO", type=Path, help="el archivo del plantel")
    parser.add_argument("--simular", action="store_true", help="dice qué pares, sin guardarlos")
    parser.add_argument("--json", action="store_true", help="escribe un documento JSON")


def run(chosen: argparse.Namespace) -> int:
    """Proposes and, unless it is only asked, stores; 1 when something could not be stored."""
    from app.services import propuesta as service

    with opened(chosen.archivo, read_only=chosen.simular) as store:
        propuesta = service.propose(service.read(store))
        limit = monotonic() + _FOR_REMEDIES
        pending = service.pending(propuesta, lambda: monotonic() > limit)
        refused: tuple[tuple[Pareja, str], ...] = ()
        if propuesta.parejas and not chosen.simular:
            refused = service.accept(store, propuesta).rechazadas
    if chosen.json:
        say_json(_document(propuesta, pending))
    else:
        _tell(propuesta, pending, chosen.simular)
    if refused:
        complain(f"{counted(len(refused), 'par', 'pares')} no se guardó: {refused[0][1]}")
        return 1
    return 0


def _document(propuesta: "Propuesta", pending: "list[Pendiente]") -> dict[str, Any]:
    return {
        "pares": [_pair(propuesta, one) for one in propuesta.parejas],
        "sin_tutor": [
            {
                "tutorado": one.need.matricula,
                "asignatura": one.need.nombre_asignatura,
                "motivo": one.motivo.texto,
                "que_lo_resolveria": _cure(one),
            }
            for one in pending
        ],
        "objetivos": [
            {"nombre": goal.name, "valor": goal.value, "cota": goal.bound}
            for goal in propuesta.objetivos
        ],
        "optimo": propuesta.optimo,
        "demanda": _demand(propuesta),
    }


def _demand(propuesta: "Propuesta") -> list[dict[str, Any]]:
    """Whom to recruit: keys that are empty when no hour of the week is known."""
    from app.services.propuesta import demand

    return [
        {
            "asignatura": one.nombre,
            "semestre": one.semestre,
            "necesidades": one.cuantas,
            "dia": plain(DIAS_DE_CLASE[one.tramo.dia]) if one.tramo else "",
            "inicio": _TIME.show(one.tramo.inicio) if one.tramo else "",
        }
        for one in demand(propuesta)
    ]


def _pair(propuesta: "Propuesta", one: "Pareja") -> dict[str, str]:
    from app.services.propuesta import explained

    return {
        "tutorado": one.need.matricula,
        "asignatura": one.need.nombre_asignatura,
        "tutor": one.guia.matricula,
        "dia": plain(DIAS_DE_CLASE[one.tramo.dia]),
        "inicio": _TIME.show(one.tramo.inicio),
        "fin": _TIME.show(one.tramo.fin),
        "lugar": one.lugar,
        "explicacion": explained(propuesta, one),
    }


def _cure(one: "Pendiente") -> str:
    text = one.remedio.texto if one.remedio else ""
    return f"{text[:1].upper()}{text[1:]}." if text else ""


def _tell(propuesta: "Propuesta", pending: "list[Pendiente]", simulated: bool) -> None:
    every = len(propuesta.lectura.necesidades)
    verb = "Se atenderían" if simulated else "Se atienden"
    state = "óptimo, comprobado" if propuesta.optimo else "lo mejor que se halló a tiempo"
    all_of_them = counted(every, "necesidad", "necesidades")
    say(f"{verb} {len(propuesta.parejas)} de {all_of_them} ({state}).")
    if propuesta.parejas:
        say("")
        show_table(("Tutorado", "Asignatura", "Alumno tutor", "Día y hora", "Lugar"), [
            (one.need.corto, one.need.nombre_asignatura, one.guia.corto, _when(one), one.lugar)
            for one in propuesta.parejas
        ])  # fmt: skip
    if pending:
        say("")
    for one in pending:
        cure = f" Lo resolvería: {one.remedio.texto}." if one.remedio else ""
        say(f"Sin tutor: {one.need.corto}, {one.need.nombre_asignatura}. {one.motivo.texto}{cure}")
    if pending:
        say("")
        show_table(("Falta quien atienda", "Semestre", "Necesidades", "Mejor hora"), [
            (one["asignatura"], str(one["semestre"] or ""), str(one["necesidades"]),
             f"{one['dia']} {one['inicio']}".strip())
            for one in _demand(propuesta)
        ])  # fmt: skip
    say("")
    show_table(("Objetivo", "Valor", "Cota"), [
        (goal.name, str(goal.value), "" if goal.bound is None else str(goal.bound))
        for goal in propuesta.objetivos
    ])  # fmt: skip


def _when(one: "Pareja") -> str:
    return f"{DIAS_DE_CLASE[one.tramo.dia].lower()} {_TIME.show(one.tramo.inicio)}"
