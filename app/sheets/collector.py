"""A pause of the cyclic collector while tens of thousands of plain values are made at once."""

import gc
from collections.abc import Generator
from contextlib import contextmanager


@contextmanager
def collector_paused() -> Generator[None, None, None]:
    """Lists and texts have no cycles: looking for them at every thousand only costs time."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
