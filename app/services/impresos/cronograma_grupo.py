"""What the cronogramas of the grupos say (DOMAIN C.7, M-69)."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from app.services.impresos import citas
from app.services.impresos.casos import Papeles, by, check_found
from app.services.impresos.citas import blank
from app.store import Store

if TYPE_CHECKING:
    from app.formatos.cronograma import CronogramaDatos, CronogramaOpciones

__all__ = ["blank", "gather"]


def gather(
    store: Store, ids: Sequence[int], _opciones: "CronogramaOpciones"
) -> "list[CronogramaDatos]":
    """One for each grupo, with the hours of its tutorados and of nobody else."""
    papeles = Papeles(store)
    check_found(ids, papeles.grupos, "grupo", "grupos")
    members = by(store.alumnos.where(grupo=list(ids)), "grupo")
    casos = citas.de_alumnos(papeles, [who.id for rows in members.values() for who in rows])
    found: list[CronogramaDatos] = []
    for id in ids:
        inside = {who.id for who in members.get(id, [])}
        own = {caso.record.id: caso for one in inside for caso in casos.get(one, [])}
        rows = citas.citas(own.values(), inside)
        found.append(citas.cronograma(papeles, papeles.grupos[id], "", rows))
    return found
