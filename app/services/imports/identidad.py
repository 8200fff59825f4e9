"""Who each row of a list of alumnos is: somebody the plantel has, somebody new, or nobody."""

from collections.abc import Iterator

from app import domain
from app.services.imports.lectura import Identities, Lista, sentence
from app.services.imports.plan import Aviso
from app.services.imports.snapshot import Snapshot
from app.services.imports.valores import READERS, Column

Who = tuple[domain.Alumno | None, str] | Aviso
"""The alumno, or None when new, with the número de control; or why the row is rejected."""


def who_is_who(
    snapshot: Snapshot, lista: Lista, curp: Column | None, identities: Identities
) -> Iterator[Who]:
    """Who each row is, in order; a key seen before in the list is told in `identities`."""
    if lista.has("control"):
        return _by_control(snapshot, lista, identities)
    return _by_curp(snapshot, lista, curp or Column([""] * len(lista), str), identities)


def _by_control(snapshot: Snapshot, lista: Lista, identities: Identities) -> Iterator[Who]:
    column = Column(lista.cells("control"), *READERS["control"])
    known = snapshot.by_control
    for row, key in enumerate(column.values):
        before = identities.before(key, lista, row) if key else ""
        if not key or before:
            missing = column.refused.get(row) or "falta el número de control"
            reason = sentence(f"control repetido en {before}" if before else missing)
            yield Aviso("control", lista.header("control"), column.text(row).strip(), reason)
            continue
        found = known.get(key)
        if found is None and column.cells[row].__class__ is int:
            found = snapshot.zeros_lost(key)
        yield found, key if found is None else found.matricula


def _by_curp(
    snapshot: Snapshot, lista: Lista, curp: Column, identities: Identities
) -> Iterator[Who]:
    """In a list without números de control only those already known can be found."""
    for row, key in enumerate(curp.values):
        found = snapshot.by_curp.get(key)
        before = identities.before(key, lista, row) if key else ""
        if found is not None and not before:
            yield found, found.matricula
            continue
        reason = curp.refused.get(row) or "faltan el número de control y la CURP"
        if key:
            unknown = "la lista no trae número de control y ningún alumno tiene esa CURP"
            reason = f"CURP repetida en {before}" if before else unknown
        yield Aviso("curp", lista.header("curp"), curp.text(row).strip(), sentence(reason))
