"""What the minutas of the meetings say (DOMAIN C.15): heading and signers, the rest by hand."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from app.services.impresos.casos import Papeles
from app.store import Store

if TYPE_CHECKING:
    from app.formatos.minuta import MinutaDatos, MinutaOpciones


def gather(store: Store, ids: Sequence[int], _opciones: "MinutaOpciones") -> "list[MinutaDatos]":
    """A minuta for each periodo."""
    papeles = Papeles(store)
    for id in ids:
        papeles.periodo_of(id)
    return [_datos(papeles)] * len(ids)


def blank(store: Store) -> "MinutaDatos":
    """An empty minuta; nobody signs it by name."""
    from app.formatos.minuta import MinutaDatos

    papeles = Papeles(store)
    return MinutaDatos(membrete=papeles.membrete(), leyenda=papeles.plantel.leyenda)


def _datos(papeles: Papeles) -> "MinutaDatos":
    from app.formatos.minuta import MinutaDatos

    return MinutaDatos(
        membrete=papeles.membrete(),
        docente_tutor=papeles.plantel.docente,
        director=papeles.plantel.director,
        leyenda=papeles.plantel.leyenda,
    )
