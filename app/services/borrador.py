"""The first words of a report, taken from what is on record: topics, figures, adjustments, results.

Only facts: what worked, what was learnt and what is suggested is for the person who signs.
"""

from dataclasses import dataclass

from app import domain
from app.domain.aprendizaje import ESTRATEGIAS
from app.domain.intervencion import RESULTADOS
from app.fields import Tenths
from app.services import planes
from app.store import Store
from app.text import counted, joined, short_date

_CALIFICACION = Tenths().show


@dataclass(frozen=True)
class _Hechos:
    """What is known of an intervención, read once."""

    asignatura: str
    alumno_tutor: str
    tutorados: list[tuple[str, domain.Tutorado]]
    plan: domain.Plan
    acciones: list[domain.Accion]
    ajustes: list[domain.Ajuste]
    sesiones: list[domain.Sesion]

    @property
    def dadas(self) -> list[domain.Sesion]:
        return [one for one in self.sesiones if one.estado == "dada"]


def draft(store: Store, intervencion: int, tipo: str) -> dict[str, str]:
    """Texts by part of a report of that kind; a part without facts is not in it."""
    hechos = _read(store, intervencion)
    if tipo == "alumno_tutor":
        found = {
            "temas": _temas(hechos),
            "mejoras": _mejoras(hechos),
            "dificultades": hechos.plan.dificultad,
            "incidentes": _ajustes(hechos),
            "funciono": _estrategias(hechos),
        }
    else:
        found = {
            "asunto": f"Informe {tipo} de la tutoría en {hechos.asignatura}",
            "introduccion": _introduccion(hechos, tipo),
            "metas": _metas(hechos),
            "mejoras": _mejoras(hechos),
            "dificultades": hechos.plan.dificultad,
            "acciones": "\n".join(one.texto for one in hechos.acciones if one.hecha),
            "estrategias": _estrategias(hechos),
            "resultados": _resultados(hechos),
        }
        if plantel := store.plantel.only():
            found["dirigido"] = plantel.coordinador or plantel.director
    return {key: words for key, words in found.items() if words}


def _read(store: Store, intervencion: int) -> _Hechos:
    record = store.intervenciones.get(intervencion)
    rows = store.tutorados.where(intervencion=intervencion)
    people = {a.id: a.nombre_corto for a in store.alumnos.where(id=[t.alumno for t in rows])}
    owner = store.alumnos.find(record.alumno_tutor)
    asignatura = store.asignaturas.find(record.asignatura)
    return _Hechos(
        asignatura.nombre if asignatura else "la asignatura", owner.nombre_corto if owner else "",
        [(people[t.alumno or 0], t) for t in rows], planes.plan_of(store, intervencion),
        planes.acciones(store, intervencion), planes.ajustes(store, intervencion)[::-1],
        sorted(
            (s for s in store.sesiones.where(intervencion=intervencion) if s.fecha),
            key=lambda s: (s.fecha, s.inicio or 0),
        ),
    )  # fmt: skip


def _temas(hechos: _Hechos) -> str:
    return "\n".join(dict.fromkeys(s.tema for s in hechos.dadas if s.tema))


def _mejoras(hechos: _Hechos) -> str:
    """Only what the results show."""
    lines = [
        f"{name} pasó de {_CALIFICACION(t.antes)} a {_CALIFICACION(t.despues)}."
        for name, t in hechos.tutorados
        if t.antes is not None and t.despues is not None and t.despues > t.antes
    ]
    return "\n".join(lines)


def _ajustes(hechos: _Hechos) -> str:
    return "\n".join(
        f"{short_date(one.fecha)}: {one.motivo}. {one.cambio}".strip()
        for one in hechos.ajustes
        if one.fecha
    )


def _estrategias(hechos: _Hechos) -> str:
    lines = [ESTRATEGIAS[key] for key in hechos.plan.estrategias if key in ESTRATEGIAS]
    return "\n".join([*lines, *filter(None, hechos.plan.otras_estrategias.split("\n"))])


def _introduccion(hechos: _Hechos, tipo: str) -> str:
    held, minutes = len(hechos.dadas), sum(one.minutos or 0 for one in hechos.dadas)
    names = joined([name for name, _ in hechos.tutorados])
    done = f"{counted(held, 'asesoría', 'asesorías')} ({minutes:,} minutos)" if held else ""
    so_far = "Hasta la fecha se dieron" if tipo == "parcial" else "Se dieron"
    first = f"{hechos.alumno_tutor or 'El alumno tutor'} acompaña a {names} en {hechos.asignatura}."
    return f"{first} {so_far} {done}." if done else first


def _metas(hechos: _Hechos) -> str:
    done = sum(one.hecha for one in hechos.acciones)
    parts = [f"Resultados esperados: {hechos.plan.resultados}"] if hechos.plan.resultados else []
    if hechos.acciones:
        parts.append(f"Se hicieron {done} de {len(hechos.acciones)} acciones del plan.")
    off = sum(one.estado == "cancelada" for one in hechos.sesiones)
    if off:
        parts.append(f"No se dieron {counted(off, 'asesoría', 'asesorías')}.")
    return "\n".join(parts)


def _resultados(hechos: _Hechos) -> str:
    lines: list[str] = []
    for name, t in hechos.tutorados:
        before_after = (
            f"antes {_CALIFICACION(t.antes)}, después {_CALIFICACION(t.despues)}"
            if t.antes is not None and t.despues is not None
            else ""
        )
        result = RESULTADOS.get(t.resultado, "").lower()
        words = "; ".join(part for part in (result, before_after) if part)
        if words:
            lines.append(f"{name}: {words}.")
    return "\n".join(lines)
