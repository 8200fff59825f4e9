"""Accepting a proposal, all of it or some: through the rules of the assignment, in one step."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from app import domain
from app.errors import AppError
from app.services import asignacion
from app.services.propuesta.acta import record
from app.services.propuesta.propuesta import Pareja, Propuesta
from app.store import Store
from app.text import counted

_REASON = "Propuesta de asignación del plantel"
_MOVED = "Se acomodó de nuevo en la propuesta del plantel"


@dataclass(frozen=True)
class Aceptado:
    """What was stored, and what could not be any more, each with its sentence."""

    hechas: tuple[Pareja, ...]
    rechazadas: tuple[tuple[Pareja, str], ...]


def accept(
    store: Store, propuesta: Propuesta, keys: Collection[int] | None = None, motivo: str = ""
) -> Aceptado:
    """Assigns the parejas of these needs (None: all) in one step, and keeps its acta.

    What the file does not allow any more, because it changed since it was read, is left out and
    told. Those that are attended now move to their new alumno tutor or hour, noted in their plan.
    AppError when nothing is left to store.
    """
    chosen = [one for one in propuesta.parejas if keys is None or one.need.key in keys]
    if not chosen:
        raise AppError("La propuesta no tiene pares que aceptar.")
    done: list[Pareja] = []
    refused: list[tuple[Pareja, str]] = []
    with store.operation(
        f"Aceptar {counted(len(chosen), 'par', 'pares')} de la propuesta", origin="asignacion"
    ):
        waiting = _in_turn(chosen)
        while waiting:
            refused = _in_one_go(store, waiting, done, motivo)
            if len(refused) == len(waiting):
                break
            waiting = [one for one, _ in refused]  # those who moved may have left them room
        if not done:
            raise AppError(f"No se guardó ningún par. {refused[0][1]}")
        record(store, propuesta, done, refused)
    return Aceptado(tuple(done), tuple(refused))


def _in_one_go(
    store: Store, waiting: Iterable[Pareja], done: list[Pareja], motivo: str
) -> list[tuple[Pareja, str]]:
    """Stores what the file allows now, adding it to `done`; the rest, each with its sentence."""
    refused: list[tuple[Pareja, str]] = []
    for one in waiting:
        try:
            _store(store, one, done, motivo)
        except AppError as error:
            refused.append((one, str(error)))
        else:
            done.append(one)
    return refused


def _in_turn(chosen: Iterable[Pareja]) -> list[Pareja]:
    """Those that move first, so that they leave their hours to others."""
    return sorted(chosen, key=lambda one: (one.need.intervencion is None, one.need.key))


def _store(store: Store, one: Pareja, done: Iterable[Pareja], motivo: str) -> None:
    franja = domain.Franja(
        dia=one.tramo.dia, inicio=one.tramo.inicio, fin=one.tramo.fin, lugar=one.lugar
    )
    need, guide = one.need, one.guia
    why = motivo.strip() or (_REASON if guide.regular is False else "")
    if need.intervencion is not None:
        asignacion.reassign(
            store, need.intervencion, guide.alumno, [franja], motivo.strip() or _MOVED
        )
        return
    mate = next((o for o in done if _is_same_session(o, one)), None)
    if mate is None:
        asignacion.assign(store, need.alumno, need.asignatura, guide.alumno, [franja], why)
        return
    found = asignacion.intervencion_abierta(store, mate.need.alumno, need.asignatura)
    asignacion.join(store, found or 0, need.alumno, why)


def _is_same_session(one: Pareja, other: Pareja) -> bool:
    return (one.guia.alumno, one.start, one.need.asignatura) == (
        other.guia.alumno,
        other.start,
        other.need.asignatura,
    )
