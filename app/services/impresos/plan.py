"""What the planes de acción tutorial of some intervenciones say today (DOMAIN C.6)."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from app import domain
from app.domain.aprendizaje import ESTRATEGIAS
from app.domain.horario import DIAS_DE_CLASE, show_hours
from app.services.impresos.casos import Caso, Papeles, by
from app.store import Store
from app.text import DIAS, MESES, joined

if TYPE_CHECKING:
    from app.formatos.plan import AccionImpresa, AjusteImpreso, CitaImpresa, PlanDatos, PlanOpciones

_NOT_ON_PAPER = ("cancelada", "movida")


@dataclass(frozen=True)
class _Escrito:
    """What was written and planned of an intervención."""

    plan: domain.Plan
    acciones: list[domain.Accion]
    ajustes: list[domain.Ajuste]
    sesiones: list[domain.Sesion]


def gather(store: Store, ids: Sequence[int], _opciones: "PlanOpciones") -> "list[PlanDatos]":
    """The plan of each intervención, without folio; what it does not say stays to be written."""
    papeles = Papeles(store)
    casos = papeles.casos(ids)
    escritos = _escritos(store, ids)
    return [_datos(papeles, caso, escritos[caso.record.id]) for caso in casos]


def blank(store: Store) -> "PlanDatos":
    """An empty plan with the heading of the plantel."""
    from app.formatos.plan import PlanDatos

    papeles = Papeles(store)
    return PlanDatos(membrete=papeles.membrete(), leyenda=papeles.plantel.leyenda)


def _escritos(store: Store, ids: Sequence[int]) -> dict[int, _Escrito]:
    planes = {one.intervencion: one for one in store.planes.where(intervencion=list(ids))}
    plan_ids = [one.id for one in planes.values()]
    acciones = by(store.acciones.where(plan=plan_ids), "plan")
    ajustes = by(store.ajustes.where(plan=plan_ids), "plan")
    sesiones = by(store.sesiones.where(intervencion=list(ids)), "intervencion")
    found: dict[int, _Escrito] = {}
    for id in ids:
        plan = planes.get(id, domain.Plan(intervencion=id))
        found[id] = _Escrito(
            plan, acciones.get(plan.id, []), ajustes.get(plan.id, []), sesiones.get(id, [])
        )
    return found


def _datos(papeles: Papeles, caso: Caso, escrito: _Escrito) -> "PlanDatos":
    from app.formatos.plan import PlanDatos, TutoradoImpreso

    plan = escrito.plan
    grupos = [papeles.grupo_de(who) for who in caso.tutorados]
    turnos = {grupo.turno for grupo in grupos}
    return PlanDatos(
        membrete=papeles.membrete(turnos.pop() if len(turnos) == 1 else ""),
        periodo=papeles.periodo_en_palabras,
        asignatura=caso.asignatura,
        entregado=plan.entregado,
        alumno_tutor=caso.nombre_tutor,
        docente_tutor=grupos[0].docente_tutor if grupos else "",
        responsable=papeles.plantel.coordinador or papeles.plantel.docente,
        tutorados=tuple(
            TutoradoImpreso(who.nombre_de_lista, grupo.etiqueta, who.matricula)
            for who, grupo in zip(caso.tutorados, grupos, strict=True)
        ),
        dificultad=plan.dificultad,
        necesidades=_lines(plan.necesidades),
        objetivo=plan.objetivo,
        ambitos=plan.ambitos,
        acciones=_acciones(escrito.acciones),
        estrategias=(
            *(ESTRATEGIAS[key] for key in plan.estrategias if key in ESTRATEGIAS),
            *_lines(plan.otras_estrategias),
        ),
        recursos=plan.recursos,
        evidencia=plan.evidencia,
        contenidos=_lines(plan.contenidos),
        resultados=plan.resultados,
        cronograma=_cronograma(caso, escrito.sesiones),
        ajustes=_ajustes(escrito.ajustes),
        leyenda=papeles.plantel.leyenda,
    )


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.split("\n") if line.strip())


def _acciones(rows: list[domain.Accion]) -> "tuple[AccionImpresa, ...]":
    from app.formatos.plan import AccionImpresa

    ordered = sorted(rows, key=lambda a: (a.semana or 99, a.id))
    return tuple(
        AccionImpresa(a.texto, a.contenido, str(a.semana or ""), a.quien, a.hecha) for a in ordered
    )


def _ajustes(rows: list[domain.Ajuste]) -> "tuple[AjusteImpreso, ...]":
    from app.formatos.plan import AjusteImpreso

    ordered = sorted(rows, key=lambda a: (a.fecha is not None and a.fecha.toordinal(), a.id))
    return tuple(AjusteImpreso(a.fecha, a.motivo, a.cambio) for a in ordered)


def _cronograma(caso: Caso, sesiones: list[domain.Sesion]) -> "tuple[CitaImpresa, ...]":
    """The sessions by tema and hour; without sessions, the weekly hours that were agreed."""
    from app.formatos.plan import CitaImpresa

    many = len(caso.tutorados)
    who = caso.tutorados[0].nombre_de_lista if many == 1 else f"Los {many} tutorados"
    kept = [s for s in sesiones if s.fecha and s.estado not in _NOT_ON_PAPER]
    kept.sort(key=lambda s: (s.fecha, s.inicio or 0, s.id))
    rows: list[CitaImpresa] = []
    for (tema, _, inicio, minutos), group in groupby(kept, key=_same_row):
        hours = show_hours(inicio, inicio + minutos) if inicio and minutos else ""
        rows.append(CitaImpresa(who, _days([s for s in group if s.fecha]), hours, tema))
    if not rows and many:
        rows = [
            CitaImpresa(
                who, f"Cada {DIAS_DE_CLASE.get(f.dia or 0, '').lower()}",
                show_hours(f.inicio or 0, f.fin or 0), "",
            )
            for f in caso.franjas
        ]  # fmt: skip
    return tuple(rows)


def _same_row(s: domain.Sesion) -> tuple[str, int, int, int]:
    return s.tema, s.fecha.weekday() if s.fecha else 0, s.inicio or 0, s.minutos or 0


def _days(sesiones: list[domain.Sesion]) -> str:
    """Days of one weekday in words: Martes 15 y 22 de septiembre y 6 de octubre."""
    days = [s.fecha for s in sesiones if s.fecha]
    parts = [
        f"{joined([str(day.day) for day in group])} de {MESES[month - 1]}"
        for month, group in groupby(days, key=lambda day: day.month)
    ]
    return f"{DIAS[days[0].weekday()]} {joined(parts)}".capitalize() if days else ""
