"""Many steps of undoing or of bringing again, as one piece of news."""

from typing import TYPE_CHECKING

from app.errors import AppError

if TYPE_CHECKING:
    from app.store import Store


def undo_to(store: "Store", operation: int) -> int:
    """Takes back everything down to an operation, this included; how many steps it took.

    Each is undone as `Store.undo` does and can be brought again one by one. Raises AppError when
    the operation is not among those that can be undone.
    """
    chain = store.undo_chain
    if operation not in chain:
        raise AppError("Ese paso ya no se puede deshacer; no se cambió nada.")
    steps = chain.index(operation) + 1
    with store.one_news(f"Deshacer {steps} pasos"):
        for _ in range(steps):
            store.undo()
    return steps


def redo_many(store: "Store", steps: int) -> int:
    """Brings again so many steps; how many there were."""
    with store.one_news(f"Rehacer {steps} pasos"):
        return sum(bool(store.redo()) for _ in range(steps))
