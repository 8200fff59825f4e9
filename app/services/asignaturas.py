"""The asignaturas of the plantel: new, renamed, joined when written in two ways, from the plan."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from itertools import combinations
from typing import Any

from app import domain, paths
from app.errors import AppError, InvalidValue
from app.fields import cleaned
from app.services.imports.textos import asignatura_key
from app.store import Store
from app.text import counted, joined

_CATALOGUE = "catalogos/mccems.txt"
_ALIKE_FROM = 88
_SHORTEST_CUT = 3


@dataclass(frozen=True)
class Merged:
    """What joining did: rows that moved, and those that stayed because they say something else."""

    movidas: int
    calificaciones: tuple[int, ...] = ()
    dominios: tuple[int, ...] = ()

    @property
    def pendientes(self) -> int:
        """How many rows still hang from the asignatura that was to disappear."""
        return len(self.calificaciones) + len(self.dominios)


def new_asignatura(store: Store, typed: Mapping[str, str]) -> domain.Asignatura:
    """Adds an asignatura; InvalidValue when its name is empty or already there."""
    record = domain.Asignatura(**_checked(store, {"nombre": "", **typed}, 0))
    with store.operation(f"Agregar la asignatura {record.nombre}"):
        return store.asignaturas.add(record)


def change_asignatura(store: Store, asignatura: int, typed: Mapping[str, str]) -> None:
    """Stores typed data of an asignatura; a name that another one has is refused."""
    before = store.asignaturas.get(asignatura)
    values = _checked(store, typed, asignatura)
    verb = "Cambiar el nombre de" if "nombre" in typed else "Cambiar la asignatura"
    with store.operation(f"{verb} {before.nombre}"):
        store.asignaturas.change(asignatura, **values)


def _checked(store: Store, typed: Mapping[str, str], asignatura: int) -> dict[str, Any]:
    values = cleaned(domain.Asignatura, typed)
    if "nombre" in values:
        wanted = asignatura_key(values["nombre"])
        for one in store.asignaturas.all():
            if one.id != asignatura and asignatura_key(one.nombre) == wanted:
                raise InvalidValue(
                    "nombre",
                    f"Asignatura: ya está «{one.nombre}»; si es la misma, elija las dos y únalas",
                )
    return values


def delete_asignaturas(store: Store, asignaturas: Sequence[int]) -> None:
    """Takes out asignaturas that nothing uses; AppError names the first that is used."""
    names: list[str] = []
    for id in asignaturas:
        names.append(store.asignaturas.get(id).nombre)
        tables: tuple[Any, ...] = (store.calificaciones, store.dominios, store.intervenciones)
        if any(table.count(asignatura=id) for table in tables):
            raise AppError(
                f"«{names[-1]}» tiene calificaciones, alumnos tutores o intervenciones; "
                "únala con otra en vez de borrarla."
            )
    what = names[0] if len(names) == 1 else counted(len(names), "asignatura", "asignaturas")
    with store.operation(f"Borrar {what}", deletes=True):
        store.asignaturas.delete_many(asignaturas)


def catalogue() -> list[domain.Asignatura]:
    """The asignaturas of the plan MCCEMS, by semestre (DOMAIN D.2)."""
    text = (paths.RESOURCES / _CATALOGUE).read_text(encoding="utf-8")
    found: list[domain.Asignatura] = []
    for line in text.splitlines():
        semestre, bar, nombre = line.partition(" | ")
        if bar and not line.startswith("#"):
            found.append(domain.Asignatura(nombre=nombre.strip(), semestre=int(semestre)))
    return found


def add_catalogue(store: Store) -> int:
    """Adds the asignaturas of the plan that are missing, by name; how many they were."""
    known = {asignatura_key(one.nombre) for one in store.asignaturas.all()}
    missing = [one for one in catalogue() if asignatura_key(one.nombre) not in known]
    with store.operation("Agregar las asignaturas del plan MCCEMS"):
        store.asignaturas.add_many(missing)
    return len(missing)


# Joining


def alike(names: Mapping[int, str]) -> list[tuple[int, int]]:
    """Pairs of ids whose names are probably the same asignatura, in the order given."""
    keys = {id: asignatura_key(name).split() for id, name in names.items()}
    return [(a, b) for a, b in combinations(names, 2) if _same_words(keys[a], keys[b])]


def _same_words(one: list[str], other: list[str]) -> bool:
    """The same words with the same number; a word may be cut (mat.) or have a slip."""
    from rapidfuzz.fuzz import ratio

    if len(one) != len(other) or not one:
        return False
    for a, b in zip(one, other, strict=True):
        if a == b:
            continue
        short, long = sorted((a, b), key=len)
        if short.isdigit() or long.isdigit() or len(short) < _SHORTEST_CUT:
            return False
        if not long.startswith(short) and ratio(short, long) < _ALIKE_FROM:
            return False
    return True


def merge(store: Store, keep: int, others: Sequence[int], prefer: str = "") -> Merged:
    """Moves everything of the other asignaturas to `keep` and takes out those left empty.

    Two results of the same alumno, periodo, parcial and intento become one when they do not
    contradict each other. When they do, both stay where they are and the asignatura too; with
    `prefer` «queda» the one of `keep` wins, with «otra» the other one. Undoing brings all back.
    """
    kept = store.asignaturas.get(keep)
    gone = [store.asignaturas.get(id) for id in others if id != keep]
    names = joined([one.nombre for one in gone])
    total = Merged(0)
    with store.operation(f"Unir {names} con {kept.nombre}"):
        for one in gone:
            total = _join_one(store, keep, one, total, prefer)
        if kept.semestre is None and not total.pendientes:
            semestre = next((one.semestre for one in gone if one.semestre), None)
            store.asignaturas.change(keep, semestre=semestre)
    return total


def _join_one(
    store: Store, keep: int, other: domain.Asignatura, total: Merged, prefer: str
) -> Merged:
    moved, results = _move(
        store.calificaciones, keep, other.id, ("alumno", "periodo", "parcial", "intento"), prefer
    )
    masters, mastered = _move(store.dominios, keep, other.id, ("alumno",), prefer)
    cases = store.intervenciones.where(asignatura=other.id)
    store.intervenciones.change_many([(one.id, {"asignatura": keep}) for one in cases])
    if not results and not mastered:
        store.asignaturas.delete(other.id)
    return Merged(
        total.movidas + moved + masters + len(cases),
        (*total.calificaciones, *results),
        (*total.dominios, *mastered),
    )


def _move(
    table: Any, keep: int, other: int, identity: tuple[str, ...], prefer: str
) -> tuple[int, list[int]]:
    """Moves the rows of a table; how many went, and the ids of those that contradict and stay."""
    there = {_values(row, identity): row for row in table.where(asignatura=keep)}
    moves: list[tuple[int, dict[str, Any]]] = []
    fills: list[tuple[int, dict[str, Any]]] = []
    same: list[int] = []
    stay: list[int] = []
    for row in table.where(asignatura=other):
        twin = there.get(_values(row, identity))
        if twin is None:
            moves.append((row.id, {"asignatura": keep}))
            continue
        values = _joined_values(twin, row, (*identity, "id", "asignatura"), prefer)
        if values is None:
            stay.append(row.id)
        else:
            same.append(row.id)
            fills.append((twin.id, values))
    table.delete_many(same)
    table.change_many([(id, values) for id, values in fills if values])
    table.change_many(moves)
    return len(moves) + len(same), stay


def _values(row: Any, keys: tuple[str, ...]) -> tuple[Any, ...]:
    return tuple(getattr(row, key) for key in keys)


def _joined_values(
    twin: Any, row: Any, skip: tuple[str, ...], prefer: str
) -> dict[str, Any] | None:
    """What the twin takes of the row, or None when they contradict and nobody was preferred."""
    blank = type(row)()
    found: dict[str, Any] = {}
    keys = [f.name for f in fields(row) if f.name not in skip]
    if prefer == "otra":
        return {key: getattr(row, key) for key in keys}
    for key in keys:
        mine, its = getattr(twin, key), getattr(row, key)
        if its in (mine, getattr(blank, key)):
            continue
        if mine == getattr(blank, key):
            found[key] = its
        elif prefer != "queda":
            return None
    if isinstance(twin, domain.Calificacion) and not prefer:
        written = replace(twin, **found).escrita
        if twin.escrita and written != twin.escrita:
            return None
    return found
