"""What each printed form says today, gathered from the file: one module for each form.

The module `<key>` of a form has `gather(store, ids, opciones)`, which gives its data in the order
of the ids of its subject, and `blank(store)`, the empty one with the heading of the plantel.
"""

from collections.abc import Sequence
from importlib import import_module
from typing import Any, Protocol, cast

from app.formatos.formato import Formato
from app.store import Store


class Fuente(Protocol):
    """Where the data of a form come from; `gather` raises NotFound when somebody is gone."""

    def gather(self, store: Store, ids: Sequence[int], opciones: Any) -> list[Any]: ...

    def blank(self, store: Store) -> Any: ...


def fuente(formato: Formato) -> Fuente:
    """The module that gathers the data of a form."""
    return cast("Fuente", import_module(f"app.services.impresos.{formato.module}"))
