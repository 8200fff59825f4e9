"""The painted week of students: free hours and classes, for one or for many at once."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from app import domain
from app.domain.alumno_tutor import OCUPACIONES
from app.domain.horario import Tramo, merged, without
from app.errors import AppError
from app.store import Store
from app.text import counted

Week = dict[str, list[Tramo]]
"""The stretches of a week by key of OCUPACIONES; no two of them overlap."""


def week_of(store: Store, alumno: int) -> Week:
    """What is known of the week of somebody."""
    return _week(store.disponibilidades.where(alumno=alumno))


def paint(store: Store, alumnos: Sequence[int], tramos: Iterable[Tramo], ocupacion: str) -> None:
    """Paints stretches with an ocupación, or erases them with the empty text; one step."""
    painted = merged(tramos)
    if not painted or not alumnos:
        return
    before = weeks_of(store, alumnos)
    with store.operation(f"Cambiar la disponibilidad de {_who(store, alumnos)}"):
        _write(store, {id: _painted(before[id], painted, ocupacion) for id in alumnos}, before)


def paint_each(store: Store, given: Mapping[int, Mapping[str, Sequence[Tramo]]]) -> None:
    """Paints on the week of each one his or her own stretches, by ocupación (an imported list)."""
    before = weeks_of(store, list(given))
    after = dict(before)
    for id, week in given.items():
        for ocupacion, tramos in week.items():
            after[id] = _painted(after[id], merged(tramos), ocupacion)
    with store.operation(f"Cambiar la disponibilidad de {_who(store, list(given))}"):
        _write(store, after, before)


def copy_week(
    store: Store, source: int, targets: Sequence[int], *, only_classes: bool = False
) -> int:
    """Gives others the week of somebody, or only the classes; how many received it.

    With `only_classes` each keeps the free hours that do not fall in a class.
    """
    others = [id for id in targets if id != source]
    given = week_of(store, source)
    if not any(given.values()):
        name = store.alumnos.get(source).nombre_corto
        raise AppError(f"La semana de {name} está vacía; píntela antes de copiarla.")
    if not others:
        raise AppError("Elija a quién copiar la semana.")
    before = weeks_of(store, others)
    after = {id: _given(before[id], given, only_classes) for id in others}
    person = store.alumnos.get(source).nombre_corto
    with store.operation(f"Copiar la semana de {person} a {_who(store, others)}"):
        _write(store, after, before)
    return len(others)


def _who(store: Store, alumnos: Sequence[int]) -> str:
    if len(alumnos) == 1:
        return store.alumnos.get(alumnos[0]).nombre_corto
    return counted(len(alumnos), "alumno", "alumnos")


def _week(rows: Iterable[domain.Disponibilidad]) -> Week:
    week: Week = {key: [] for key in OCUPACIONES}
    for row in rows:
        week.setdefault(row.ocupacion, []).append(_tramo(row))
    return {key: merged(tramos) for key, tramos in week.items()}


def _tramo(row: domain.Disponibilidad) -> Tramo:
    return Tramo(row.dia or 0, row.inicio or 0, row.fin or 0)


def weeks_of(store: Store, alumnos: Sequence[int]) -> dict[int, Week]:
    """What is known of the week of each one, empty when nothing is."""
    rows: defaultdict[int, list[domain.Disponibilidad]] = defaultdict(list)
    for row in store.disponibilidades.where(alumno=list(alumnos)):
        rows[row.alumno or 0].append(row)
    return {id: _week(rows[id]) for id in alumnos}


def _painted(week: Week, tramos: list[Tramo], ocupacion: str) -> Week:
    after = {key: without(old, tramos) for key, old in week.items()}
    if ocupacion:
        after[ocupacion] = merged([*after.get(ocupacion, ()), *tramos])
    return after


def _given(mine: Week, given: Week, only_classes: bool) -> Week:
    if not only_classes:
        return given
    clases = given["clase"]
    return {"clase": clases, "disponible": without(mine["disponible"], clases)}


def _write(store: Store, after: Mapping[int, Week], before: Mapping[int, Week]) -> None:
    """Touches only the rows that change, so that the history says just that."""
    changed = [id for id, week in after.items() if week != before[id]]
    gone: list[int] = []
    kept: set[tuple[int, str, Tramo]] = set()
    wanted = {
        (id, key, tramo) for id in changed for key, tramos in after[id].items() for tramo in tramos
    }
    for row in store.disponibilidades.where(alumno=changed):
        place = (row.alumno or 0, row.ocupacion, _tramo(row))
        if place in wanted and place not in kept:
            kept.add(place)
        else:
            gone.append(row.id)
    store.disponibilidades.delete_many(gone)
    store.disponibilidades.add_many(
        domain.Disponibilidad(
            alumno=id, dia=tramo.dia, inicio=tramo.inicio, fin=tramo.fin, ocupacion=key
        )
        for id, key, tramo in sorted(wanted - kept)
    )
