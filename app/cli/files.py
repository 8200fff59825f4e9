"""Files as the command line treats them: opened, made whole or not at all."""

import os
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from pathlib import Path

from app.errors import AppError
from app.store import Store, opening


@contextmanager
def opened(path: Path, *, read_only: bool = False) -> Generator[Store, None, None]:
    """The file while a verb works on it; AppError as `Store.open`.

    A file whose last session was cut has to be written to become whole, even to be read.
    """
    store = Store.open(path, read_only=read_only and not opening.ended_badly(path))
    try:
        yield store
    finally:
        store.close()


def made(path: Path, make: Callable[[Path], Store]) -> None:
    """A new file that appears only when it is whole; AppError when there is one already."""
    path = opening.usable(path)
    if path.exists():
        raise AppError(f"Ya existe «{path.name}». Elija otro nombre; no se tocó ese archivo.")
    draft = path.with_name(f".{path.name}.{os.getpid()}.nuevo")
    try:
        make(draft).close()
        draft.rename(path)
    except OSError as error:
        raise AppError(
            f"No se pudo guardar «{path.name}»: revise que haya espacio y que la carpeta permita "
            "escribir."
        ) from error
    finally:
        for left in (draft, draft.with_name(f"{draft.name}-journal")):
            with suppress(OSError):
                left.unlink(missing_ok=True)
