"""Why a pair and why nobody, in words: facts of each pareja, the rule that blocks each need."""

from collections.abc import Callable
from dataclasses import dataclass

from app.domain.alumno_tutor import ESTADOS_TUTOR
from app.domain.horario import show_tramo
from app.fields import Tenths
from app.pairing import Pair, starts_in, tramo_of
from app.services.propuesta.lectura import Lectura, Necesidad
from app.services.propuesta.propuesta import Pareja, Propuesta
from app.services.propuesta.reglas import allowed, common, masters, may_guide
from app.services.propuesta.remedios import Remedio, remedy
from app.store.queries.propuesta import Guia
from app.text import counted

_SHOW = Tenths().show
_LEVELS = {"alto": "riesgo alto", "medio": "riesgo medio", "bajo": "riesgo bajo"}


@dataclass(frozen=True)
class Motivo:
    """Why a need stays without: the rule, the sentence, the nearest candidate (None: nobody)."""

    regla: str
    texto: str
    candidato: int | None = None


def facts(propuesta: Propuesta, one: Pareja) -> list[str]:
    """What speaks for a pareja, one sentence each: rules met first, then what it gains."""
    lectura, need, guia = propuesta.lectura, one.need, one.guia
    calificacion = lectura.dominios[guia.alumno][need.asignatura]
    subject = need.nombre_asignatura
    said = [
        f"{guia.corto} domina {subject} ({_SHOW(calificacion)})"
        if calificacion is not None
        else f"Un docente propuso a {guia.corto} para {subject}",
        f"los dos tienen libre el {show_tramo(one.tramo)}",
        f"{guia.corto} tendrá {len(propuesta.tutorados[guia.alumno])} de "
        f"{counted(lectura.capacidad(guia), 'tutorado', 'tutorados')}",
    ]
    if guia.regular is False:
        said.append(f"{guia.corto} debe asignaturas; la regla del plantel lo permite con aviso")
    if lectura.fijados.get((need.alumno, need.asignatura)) == guia.alumno:
        said.append("el par está fijado a mano")
    if need.antes == guia.alumno:
        said.append("ya se conocen: lo atendía antes")
    elif need.nivel in _LEVELS:
        said.append(f"{need.corto} está en {_LEVELS[need.nivel]} y lleva "
                    f"{counted(need.espera, 'día', 'días')} en espera")  # fmt: skip
    said.append(_before_others(propuesta, one))
    return [sentence for sentence in said if sentence]


def explained(propuesta: Propuesta, one: Pareja) -> str:
    """The facts of a pareja as one sentence."""
    text = "; ".join(facts(propuesta, one))
    return f"{text[:1].upper()}{text[1:]}."


def _before_others(propuesta: Propuesta, one: Pareja) -> str:
    """Why this alumno tutor and not another who could."""
    options = propuesta.posibles[one.need.key]
    if len(options) == 1:
        return "es la única persona que puede"
    own = next(pair for pair in options if pair.guide == one.guia.alumno)
    better = [p for p in options if p.fit > own.fit]
    if not better:
        return f"de {len(options)} personas que pueden, es quien mejor queda"
    best = min(better, key=lambda p: (-p.fit, p.guide))
    name = propuesta.lectura.guias[best.guide].corto
    served = len(propuesta.tutorados.get(best.guide, ()))
    return f"{name} quedaría mejor, pero así se atiende a más y la carga queda pareja" + (
        f" (ya tendrá {counted(served, 'tutorado', 'tutorados')})" if served else ""
    )


def reason(propuesta: Propuesta, need: Necesidad) -> Motivo:
    """The rule that leaves a need without alumno tutor and who was nearest."""
    lectura = propuesta.lectura
    own = [g for g in lectura.guias.values() if g.alumno != need.alumno]
    able = [g for g in own if masters(lectura, need, g)]
    if not able:
        return Motivo("no_domina", f"Ningún alumno tutor domina {need.nombre_asignatura}.")
    active = [g for g in able if may_guide(lectura, g)]
    if not active:
        return _inactive(need, able)
    fit = [g for g in active if allowed(lectura, need, g)]
    if not fit:
        return _forbidden(lectura, need, active)
    if need.alumno not in lectura.libres:
        return Motivo("horario_desconocido", f"No se conoce el horario de {need.corto}.",
                      fit[0].alumno)  # fmt: skip
    options = propuesta.posibles.get(need.key, [])
    return _competed(propuesta, need, options) if options else _no_hour(lectura, need, fit)


def _inactive(need: Necesidad, able: list[Guia]) -> Motivo:
    first = next((g for g in able if g.inscrito and g.estado == "activo"), able[0])
    if not first.inscrito:
        why, rule = "ya no está en el plantel", "tutor_baja"
    elif first.estado != "activo":
        state = ESTADOS_TUTOR.get(first.estado, first.estado).lower()
        why, rule = f"no es alumno tutor activo ({state})", "no_activo"
    else:
        why, rule = "debe asignaturas", "no_regular"
    return Motivo(
        rule, f"Quien domina {need.nombre_asignatura} es {first.corto}, pero {why}.", first.alumno
    )


def _forbidden(lectura: Lectura, need: Necesidad, active: list[Guia]) -> Motivo:
    turno = [g for g in active if not lectura.prohibido(need, g.alumno)]
    if not turno:
        return Motivo("prohibido", f"El par con {active[0].corto} está prohibido a mano.",
                      active[0].alumno)  # fmt: skip
    first = turno[0]
    if lectura.settings.mismo_turno and first.turno != need.turno and first.turno and need.turno:
        return Motivo("turno", f"{first.corto}, quien más se acerca, es de otro turno.",
                      first.alumno)  # fmt: skip
    return Motivo("semestre", f"{first.corto}, quien más se acerca, va en un semestre menor.",
                  first.alumno)  # fmt: skip


def _no_hour(lectura: Lectura, need: Necesidad, fit: list[Guia]) -> Motivo:
    known = [g for g in fit if g.alumno in lectura.libres]
    if not known:
        return Motivo("horario_desconocido", f"No se conoce el horario de {fit[0].corto}, quien "
                      f"domina {need.nombre_asignatura}.", fit[0].alumno)  # fmt: skip
    first = max(known, key=lambda g: common(lectura, need, g.alumno).bit_count())
    text = f"{need.corto} y {first.corto}, quien más se acerca, no coinciden en ningún horario."
    return Motivo("sin_hora_comun", text, first.alumno)


def _competed(propuesta: Propuesta, need: Necesidad, options: list[Pair]) -> Motivo:
    """Others took the places or the hours of everybody who could."""
    lectura = propuesta.lectura
    best = min(options, key=lambda p: (-p.fit, p.guide))
    for pair in sorted(options, key=lambda p: (-p.fit, p.guide)):
        guia = lectura.guias[pair.guide]
        if propuesta.le_caben(guia) > 0:
            when = show_tramo(tramo_of(pair.starts[0], lectura.cells))
            mine = propuesta.libres.get(need.alumno, 0) & propuesta.libres.get(pair.guide, 0)
            if starts_in(mine, lectura.cells):
                text = f"No queda lugar (aula) libre a la hora de {need.corto} con {guia.corto}."
                return Motivo("sin_aula", text, pair.guide)
            text = (
                f"La hora en común con {guia.corto}, quien más se acerca, ya es de otra asesoría "
                f"({when})."
            )
            return Motivo("hora_tomada", text, pair.guide)
    guia = lectura.guias[best.guide]
    most = lectura.capacidad(guia)
    if most == 0:
        return Motivo("sin_lugar", f"{guia.corto}, quien más se acerca, no recibe tutorados.",
                      best.guide)  # fmt: skip
    noun = counted(most, "tutorado", "tutorados")
    text = f"{guia.corto}, quien más se acerca, ya tendrá {noun}, su máximo."
    return Motivo("sin_lugar", text, best.guide)


@dataclass(frozen=True)
class Pendiente:
    """A need without alumno tutor: why, and what would solve it."""

    need: Necesidad
    motivo: Motivo
    remedio: Remedio | None


def pending(
    propuesta: Propuesta, stop: Callable[[], bool] = lambda: False,
    tick: Callable[[int, int], object] = lambda _d, _o: None,
) -> list[Pendiente]:  # fmt: skip
    """Everybody left out, the most urgent first; without remedies from where it is told to stop."""
    found: list[Pendiente] = []
    for done, need in enumerate(propuesta.sin_tutor):
        tick(done, len(propuesta.sin_tutor))
        cure = None if stop() else remedy(propuesta, need, stop)
        found.append(Pendiente(need, reason(propuesta, need), cure))
    return found
