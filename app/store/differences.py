"""What a step changed in the user's words: of which record, which datum, before and after."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from app.domain import ENTITIES, NAMES
from app.fields import Flag, fields_of
from app.store import history
from app.store.journal import Step
from app.store.naming import PARTS, Names, stored

if TYPE_CHECKING:
    from app.store import Store

MOST = 300
"""How many differences of a step are told."""
_UNTOLD = {
    "actas": ("datos",),
    "emisiones": ("alumno", "periodo", "datos"),
    "mapeos": ("encabezados", "columnas"),
}
"""Data that only the program reads: ids without a reference, contents as JSON."""


@dataclass(frozen=True)
class Difference:
    """One datum that a step changed, in the user's words; `registro` says of what, if need be."""

    tabla: str
    fila: int
    campo: str
    antes: str
    despues: str
    registro: str = ""


def differences(
    store: "Store",
    operation: int,
    only: Collection[tuple[str, int]] = (),
    limit: int = MOST,
    alumno: int = 0,
) -> list[Difference]:
    """What an operation changed in words: label of the datum, old and new value as shown.

    `only` keeps to those rows, when the history is that of one record; `alumno` is not named then.
    """
    done = _by_row(history.steps_of(store, operation, only, limit))
    names = Names(store, alumno)
    for table in {step.tabla for step in done}:
        names.load(table, [step.fila for step in done if step.tabla == table])
    whole = [_values(names, step) for step in done]
    names.load_named([(s.tabla, values) for s, values in zip(done, whole, strict=True)])
    names.load_named([(s.tabla, s.antes or {}) for s in done])
    names.load_named([(s.tabla, s.despues or {}) for s in done])
    found: list[Difference] = []
    for step, values in zip(done, whole, strict=True):
        found += _differences_of(step, names, names.described(step.tabla, step.fila, values))
        if len(found) >= limit:
            break
    return found[:limit]


def _by_row(steps: list[Step]) -> list[Step]:
    """One step for each row: how it was at first and how it was left."""
    found: dict[tuple[str, int], Step] = {}
    for step in steps:
        key = (step.tabla, step.fila)
        first = found.get(key)
        if first is None:
            found[key] = step
            continue
        before = None if first.antes is None else {**(step.antes or {}), **first.antes}
        after = None if step.despues is None else {**(first.despues or {}), **step.despues}
        found[key] = replace(first, antes=before, despues=after)
    return list(found.values())


def _values(names: Names, step: Step) -> dict[str, Any]:
    """All that is known of the row of a step: the record as it is now, else as it was."""
    record = names.record(step.tabla, step.fila)
    if record is not None:
        return stored(step.tabla, record)
    return step.despues or step.antes or {}


def _differences_of(step: Step, names: Names, registro: str) -> list[Difference]:
    whole = step.antes is None or step.despues is None
    said = {*_UNTOLD.get(step.tabla, ()), *(PARTS.get(step.tabla, ()) if whole else ())}
    old, new = step.antes or {}, step.despues or {}
    found: list[Difference] = []
    for key, spec in fields_of(ENTITIES[step.tabla]).items():
        if old.get(key) == new.get(key) or key in said:
            continue
        if whole and isinstance(spec.kind, Flag) and not (old.get(key) or new.get(key)):
            continue
        before, after = names.shown(spec, old.get(key)), names.shown(spec, new.get(key))
        if before or after:
            found.append(Difference(step.tabla, step.fila, spec.label, before, after, registro))
    if whole and not found:
        kind = NAMES[step.tabla][0].capitalize()
        states = ("", "Sí") if step.antes is None else ("Sí", "")
        found.append(Difference(step.tabla, step.fila, kind, *states, registro))
    return found
