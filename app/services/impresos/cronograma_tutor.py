"""What the cronogramas of the alumnos tutores say (DOMAIN C.7, M-69)."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from app.services.impresos import citas
from app.services.impresos.casos import Papeles
from app.services.impresos.citas import blank
from app.store import Store

if TYPE_CHECKING:
    from app.formatos.cronograma import CronogramaDatos, CronogramaOpciones

__all__ = ["blank", "gather"]


def gather(
    store: Store, ids: Sequence[int], _opciones: "CronogramaOpciones"
) -> "list[CronogramaDatos]":
    """One for each alumno tutor, with the hours of the open intervenciones."""
    papeles = Papeles(store)
    people = citas.people(store, ids, "alumno tutor", "alumnos tutores")
    casos = citas.de_tutores(papeles, ids)
    return [
        citas.cronograma(
            papeles, papeles.grupo_de(people[id]), people[id].nombre,
            citas.citas(casos.get(id, [])),
        )
        for id in ids
    ]  # fmt: skip
