"""What was typed is not taken for stored when somebody told that it could not be."""

from collections.abc import Callable
from typing import Any

from app.errors import InvalidValue
from ui import messages


class NotStored(InvalidValue):
    """A datum that is right and that the disk, or something else, did not let be stored."""

    def __init__(self, key: str) -> None:
        super().__init__(key, "No se guardó; sigue aquí para volver a intentar")


def stored(key: str, save: Callable[..., object], *values: Any) -> None:
    """Calls `save(*values)`; NotStored when a problem was told meanwhile.

    Pages store through `Context.do`, that tells a full disk or a file only to read and goes on.
    """
    before = messages.problems_told()
    save(*values)
    if messages.problems_told() != before:
        raise NotStored(key)
