"""The places of the plantel for the asesorías, and how many fit in each at once."""

from collections.abc import Mapping, Sequence

from app import domain
from app.errors import InvalidValue
from app.fields import cleaned
from app.store import Store
from app.text import counted, order_key, plain


def lugares(store: Store) -> list[domain.Lugar]:
    """The places by name."""
    return sorted(store.lugares.all(), key=lambda one: order_key(one.nombre))


def add(store: Store, typed: Mapping[str, str]) -> domain.Lugar:
    """Adds a place; InvalidValue without name or when there is one with that name."""
    values = cleaned(domain.Lugar, {"nombre": "", **typed})
    _refuse_twin(store, values["nombre"])
    with store.operation(f"Agregar el lugar {values['nombre']}"):
        return store.lugares.add(domain.Lugar(**values))


def change(store: Store, lugar: int, typed: Mapping[str, str]) -> None:
    """Stores typed data of a place; the asesorías that are in it keep the name they had."""
    values = cleaned(domain.Lugar, typed)
    if "nombre" in values:
        _refuse_twin(store, values["nombre"], lugar)
    with store.operation(f"Cambiar el lugar {store.lugares.get(lugar).nombre}"):
        store.lugares.change(lugar, **values)


def remove(store: Store, ids: Sequence[int]) -> None:
    """Takes places away; without any the proposal does not look at places."""
    if not ids:
        return
    with store.operation(f"Quitar {counted(len(ids), 'lugar', 'lugares')}", deletes=True):
        store.lugares.delete_many(ids)


def _refuse_twin(store: Store, nombre: str, but: int = 0) -> None:
    if any(one.id != but and plain(one.nombre) == plain(nombre) for one in store.lugares.all()):
        raise InvalidValue("nombre", f"Lugar: ya está «{nombre}»")
