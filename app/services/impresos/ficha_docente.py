"""What the fichas generales say in the copy of the docente tutor (DOMAIN C.3)."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from app.services.impresos.ficha import blank, fichas
from app.store import Store

if TYPE_CHECKING:
    from app.formatos.ficha import FichaDatos, FichaOpciones

__all__ = ["blank", "gather"]


def gather(store: Store, ids: Sequence[int], opciones: "FichaOpciones") -> "list[FichaDatos]":
    """The ficha of each alumno."""
    return fichas(store, ids, opciones, para_docente=True)
