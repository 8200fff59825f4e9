"""What the planes de acción tutorial of some intervenciones say today, gathered for paper."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING, Any

from app import domain
from app.domain.horario import DIAS_DE_CLASE, show_hours
from app.domain.plantel import TURNOS
from app.errors import NotFound
from app.services.carnet_datos import membrete
from app.services.planteles import current_periodo
from app.store import Store
from app.text import DIAS, MESES, counted, joined

if TYPE_CHECKING:
    from app.formatos.membrete import Membrete
    from app.formatos.plan import AccionImpresa, AjusteImpreso, CitaImpresa, PlanDatos

PLAN = "plan"
_NOT_ON_PAPER = ("cancelada", "movida")


@dataclass(frozen=True)
class _Caso:
    """An intervención with everything that hangs from it."""

    record: domain.Intervencion
    asignatura: str
    alumno_tutor: str
    tutorados: list[domain.Alumno]
    grupos: list[domain.Grupo]
    plan: domain.Plan
    acciones: list[domain.Accion]
    ajustes: list[domain.Ajuste]
    sesiones: list[domain.Sesion]
    franjas: list[domain.Franja]


def plan_datos(store: Store, intervenciones: Sequence[int]) -> "list[PlanDatos]":
    """The plan of each intervención in the given order, without folio (DOMAIN C.6).

    What the plan does not say yet stays empty, to be written by hand. Raises NotFound when an
    intervención is gone.
    """
    plantel, periodo = store.plantel.only(), current_periodo(store).meses
    heads = {turno: membrete(store, TURNOS.get(turno, turno)) for turno in ("", *TURNOS)}
    periodo = periodo[:1].upper() + periodo[1:]
    return [
        replace(
            _datos(case, heads), periodo=periodo, responsable=plantel.docente,
            leyenda=plantel.leyenda,
        )
        for case in _casos(store, intervenciones)
    ]  # fmt: skip


def _datos(case: _Caso, heads: "Mapping[str, Membrete]") -> "PlanDatos":
    from app.formatos.plan import PlanDatos, TutoradoImpreso

    plan, turnos = case.plan, {grupo.turno for grupo in case.grupos}
    return PlanDatos(
        membrete=heads.get(turnos.pop() if len(turnos) == 1 else "", heads[""]),
        asignatura=case.asignatura,
        entregado=plan.entregado,
        alumno_tutor=case.alumno_tutor,
        docente_tutor=case.grupos[0].docente_tutor if case.grupos else "",
        tutorados=tuple(
            TutoradoImpreso(who.nombre_de_lista, grupo.etiqueta, who.matricula)
            for who, grupo in zip(case.tutorados, case.grupos, strict=True)
        ),
        dificultad=plan.dificultad,
        necesidades=_lines(plan.necesidades),
        objetivo=plan.objetivo,
        ambitos=plan.ambitos,
        acciones=_acciones(case.acciones),
        contenidos=_lines(plan.contenidos),
        resultados=plan.resultados,
        cronograma=_cronograma(case),
        ajustes=_ajustes(case.ajustes),
    )


def plan_en_blanco(store: Store) -> "PlanDatos":
    """An empty plan with the heading of the plantel."""
    from app.formatos.plan import PlanDatos

    return PlanDatos(membrete=membrete(store), leyenda=store.plantel.only().leyenda)


def _casos(store: Store, intervenciones: Sequence[int]) -> list[_Caso]:
    ids = list(intervenciones)
    records = {one.id: one for one in store.intervenciones.where(id=ids)}
    if missing := {id for id in ids if id not in records}:
        raise NotFound(
            f"{counted(len(missing), 'intervención ya no está', 'intervenciones ya no están')} "
            "en el archivo. Elija de nuevo."
        )
    people = _by(store.tutorados.where(intervencion=ids), "intervencion")
    planes = {one.intervencion: one for one in store.planes.where(intervencion=ids)}
    plan_ids = [one.id for one in planes.values()]
    acciones = _by(store.acciones.where(plan=plan_ids), "plan")
    ajustes = _by(store.ajustes.where(plan=plan_ids), "plan")
    sesiones = _by(store.sesiones.where(intervencion=ids), "intervencion")
    franjas = _by(store.franjas.where(intervencion=ids), "intervencion")
    asignaturas = {one.id: one.nombre for one in store.asignaturas.all()}
    grupos = {one.id: one for one in store.grupos.all()}
    named = {t.alumno for rows in people.values() for t in rows}
    named |= {one.alumno_tutor for one in records.values()}
    alumnos = {one.id: one for one in store.alumnos.where(id=named)}
    casos: list[_Caso] = []
    for id in ids:
        record, plan = records[id], planes.get(id, domain.Plan(intervencion=id))
        tutorados = [alumnos[t.alumno] for t in people.get(id, [])]
        owner = alumnos.get(record.alumno_tutor or 0)
        casos.append(
            _Caso(
                record, asignaturas.get(record.asignatura or 0, ""), owner.nombre if owner else "",
                tutorados, [grupos.get(who.grupo or 0, domain.Grupo()) for who in tutorados], plan,
                acciones.get(plan.id, []), ajustes.get(plan.id, []), sesiones.get(id, []),
                franjas.get(id, []),
            )
        )  # fmt: skip
    return casos


def _by(records: Sequence[Any], key: str) -> dict[int, list[Any]]:
    found: defaultdict[int, list[Any]] = defaultdict(list)
    for record in records:
        found[getattr(record, key)].append(record)
    return dict(found)


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


def _cronograma(case: _Caso) -> "tuple[CitaImpresa, ...]":
    """The sessions by tema and hour; without sessions, the weekly hours that were agreed."""
    from app.formatos.plan import CitaImpresa

    many = len(case.tutorados)
    who = case.tutorados[0].nombre_de_lista if many == 1 else f"Los {many} tutorados"
    kept = [s for s in case.sesiones if s.fecha and s.estado not in _NOT_ON_PAPER]
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
            for f in case.franjas
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
