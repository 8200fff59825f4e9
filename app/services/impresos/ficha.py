"""What both copies of the ficha general say (DOMAIN C.3, M-67)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app import domain
from app.domain.aprendizaje import suggested_preference
from app.domain.asignatura import FINAL, INTENTOS
from app.domain.calendario import periodo_order
from app.domain.intervencion import ABIERTAS, ESTADOS_INTERVENCION, RESULTADOS
from app.domain.plantel import TURNOS
from app.domain.riesgo import (
    Resultado,
    Riesgo,
    asignaturas_reprobadas,
    es_regular,
    promedio_of,
    riesgo_of,
)
from app.fields import Date, Tenths
from app.services.impresos.casos import Caso, Papeles, by
from app.services.resultados import with_decimal
from app.store import Store
from app.text import order_key, ordinal

if TYPE_CHECKING:
    from app.formatos.ficha import (
        ApoyoImpreso,
        FichaDatos,
        FichaOpciones,
        HistorialImpreso,
        ParcialesImpresos,
        ReprobadaImpresa,
    )

_CONTACT = ("correo", "telefono", "responsable", "telefono_responsable")


@dataclass(frozen=True)
class _Expediente:
    """What the file knows of one alumno."""

    alumno: domain.Alumno
    ficha: domain.Ficha
    entrevista: domain.Entrevista
    calificaciones: list[domain.Calificacion]
    casos: list[tuple[Caso, domain.Tutorado]]


def fichas(
    store: Store, ids: Sequence[int], opciones: "FichaOpciones", *, para_docente: bool
) -> "list[FichaDatos]":
    """The ficha of each alumno; the other copy carries neither the level of risk nor factors."""
    papeles, settings = Papeles(store), store.settings.only()
    orders = {one.id: periodo_order(one.ciclo, one.parte) for one in store.periodos.all()}
    found: list[FichaDatos] = []
    for one in _expedientes(papeles, ids):
        results = _results(papeles, one, orders)
        found.append(_datos(papeles, one, results, settings, opciones, para_docente))
    return found


def blank(store: Store) -> "FichaDatos":
    """An empty ficha with the heading of the plantel."""
    from app.formatos.ficha import FichaDatos

    papeles = Papeles(store)
    return FichaDatos(membrete=papeles.membrete(), leyenda=papeles.plantel.leyenda)


def _expedientes(papeles: Papeles, ids: Sequence[int]) -> list[_Expediente]:
    store, people = papeles.store, papeles.alumnos(ids)
    wanted = list(dict.fromkeys(ids))
    fichas = {one.alumno: one for one in store.fichas.where(alumno=wanted)}
    asked = sorted(store.entrevistas.where(alumno=wanted), key=lambda e: (e.fecha is None, e.id))
    entrevistas = {one.alumno: one for one in reversed(asked)}
    calificaciones = by(store.calificaciones.where(alumno=wanted), "alumno")
    filas = store.tutorados.where(alumno=wanted)
    cases = {c.record.id: c for c in papeles.casos([f.intervencion or 0 for f in filas])}
    mine = by(filas, "alumno")
    return [
        _Expediente(
            who,
            fichas.get(who.id, domain.Ficha()),
            entrevistas.get(who.id, domain.Entrevista()),
            calificaciones.get(who.id, []),
            [(cases[fila.intervencion or 0], fila) for fila in mine.get(who.id, [])],
        )
        for who in people
    ]


def _results(papeles: Papeles, one: _Expediente, orders: dict[int, int]) -> list[Resultado]:
    return [
        Resultado(
            c.asignatura or 0, papeles.asignaturas[c.asignatura or 0].nombre,
            orders[c.periodo or 0], c.parcial, c.intento, c.valor, c.marca, c.faltas,
        )
        for c in one.calificaciones
    ]  # fmt: skip


def _datos(
    papeles: Papeles, one: _Expediente, results: list[Resultado], settings: domain.Settings,
    opciones: "FichaOpciones", para_docente: bool,
) -> "FichaDatos":  # fmt: skip
    from app.formatos.ficha import FichaDatos

    who, grupo = one.alumno, papeles.grupo_de(one.alumno)
    now = periodo_order(papeles.periodo.ciclo, papeles.periodo.parte)
    learning = one.ficha.signos or one.entrevista.signos
    return FichaDatos(
        membrete=papeles.membrete(grupo.turno),
        matricula=who.matricula,
        nombre=who.nombre_de_lista,
        grupo=grupo.etiqueta,
        semestre=ordinal(grupo.semestre) if grupo.semestre else "",
        turno=TURNOS.get(grupo.turno, grupo.turno),
        especialidad=grupo.especialidad,
        docente_tutor=papeles.docente_de(who),
        generacion=one.ficha.generacion,
        regular=es_regular(results, settings) if results else None,
        promedio_general=with_decimal(promedio_of(results, settings)),
        promedio_semestre=with_decimal(
            promedio_of([r for r in results if r.orden == now], settings)
        ),
        reprobadas=_owed(results, settings),
        parciales=_parciales([r for r in results if r.orden == now]),
        necesidades=one.ficha.necesidades,
        capacidades=one.ficha.capacidades,
        intereses=one.ficha.intereses or one.entrevista.intereses,
        preferencia=one.ficha.preferencia or suggested_preference(learning),
        apoyos=_support(one),
        historial=_history(one),
        leyenda=papeles.plantel.leyenda,
        **{key: getattr(who, key) for key in _CONTACT if getattr(opciones, key)},
        **(_reserved(one, riesgo_of(results, settings)) if para_docente else {}),
    )


def _reserved(one: _Expediente, riesgo: Riesgo) -> dict[str, str]:
    """What only the docente tutor reads; a level changed by hand stands with its reason."""
    fixed = one.alumno.nivel_fijado
    return {
        "nivel": fixed or riesgo.nivel,
        "motivos": one.alumno.motivo_nivel if fixed else ". ".join(riesgo.motivos),
        "factores_internos": one.ficha.factores_internos,
        "factores_externos": one.ficha.factores_externos,
    }


def _owed(results: list[Resultado], settings: domain.Settings) -> "tuple[ReprobadaImpresa, ...]":
    from app.formatos.ficha import ReprobadaImpresa

    return tuple(
        ReprobadaImpresa(
            one.nombre, ordinal(one.veces), one.oportunidades[-1].escrita,
            INTENTOS[one.oportunidades[-1].intento],
        )
        for one in asignaturas_reprobadas(results, settings)
    )  # fmt: skip


def _parciales(results: list[Resultado]) -> "tuple[ParcialesImpresos, ...]":
    """The parciales of each asignatura taken in this periodo, by name."""
    from app.formatos.ficha import ParcialesImpresos

    rows: list[ParcialesImpresos] = []
    taken = by(results, "asignatura")
    for mine in sorted(taken.values(), key=lambda rows: order_key(rows[0].nombre)):
        marks = {r.parcial: r.marca or with_decimal(r.valor) for r in mine}
        known = [r.faltas for r in mine if r.faltas is not None and r.parcial != FINAL]
        faltas = known or [r.faltas for r in mine if r.faltas is not None]
        rows.append(
            ParcialesImpresos(
                mine[0].nombre, marks.get(1, ""), marks.get(2, ""), marks.get(3, ""),
                str(sum(faltas)) if faltas else "",
            )
        )  # fmt: skip
    return tuple(rows)


def _support(one: _Expediente) -> "tuple[ApoyoImpreso, ...]":
    from app.formatos.ficha import ApoyoImpreso

    return tuple(
        ApoyoImpreso(
            caso.nombre_tutor, caso.asignatura, caso.horario[:1].upper() + caso.horario[1:]
        )
        for caso, _ in one.casos
        if caso.record.estado in ABIERTAS
    )


def _history(one: _Expediente) -> "tuple[HistorialImpreso, ...]":
    """The intervenciones that are over, with how they ended."""
    from app.formatos.ficha import HistorialImpreso

    over = [pair for pair in one.casos if pair[0].record.estado not in ABIERTAS]
    over.sort(key=lambda pair: (str(pair[0].record.asignada or ""), pair[0].record.id))
    return tuple(
        HistorialImpreso(Date().show(caso.record.asignada), _kind(caso), "", _ended(caso, fila))
        for caso, fila in over
    )


def _kind(caso: Caso) -> str:
    size = "individual" if len(caso.tutorados) == 1 else "grupo pequeño"
    return f"{caso.asignatura}, {size}"


def _ended(caso: Caso, fila: domain.Tutorado) -> str:
    words = RESULTADOS.get(fila.resultado) or ESTADOS_INTERVENCION[caso.record.estado]
    return f"{words} ({Tenths().show(fila.despues)})" if fila.despues is not None else words
