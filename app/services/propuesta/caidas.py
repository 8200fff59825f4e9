"""What does not hold any more: pairs whose alumno tutor left or whose hours are not free now."""

from app.domain.horario import Tramo, merged, without
from app.pairing import touched_by
from app.services.propuesta.lectura import Lectura, read
from app.services.propuesta.reglas import may_guide
from app.store import Store
from app.store.queries import propuesta as queries
from app.store.queries.propuesta import Atencion

Week = tuple[list[Tramo], list[Tramo]]


def fallen(store: Store) -> list[int]:
    """The open intervenciones of one tutorado to pair again: `read(store, fallen(store))`.

    Their alumno tutor is none, inactive or forbidden; or there are no hours; or an hour is not free
    in a week that is known. Those of a small group are left to a person, as one hour serves all.
    """
    lectura, weeks = read(store), queries.semanas(store)
    return [
        one.intervencion
        for one in queries.atenciones(store)
        if len(one.tutorados) == 1 and not (_may_go_on(lectura, one) and _has_hours(one, weeks))
    ]


def _may_go_on(lectura: Lectura, one: Atencion) -> bool:
    guia = lectura.guias.get(one.alumno_tutor or 0)
    if guia is None or not may_guide(lectura, guia):
        return False
    tutorado = one.tutorados[0]
    forbidden = {(tutorado, guia.alumno, 0), (tutorado, guia.alumno, one.asignatura)}
    return not lectura.prohibidos & forbidden


def _has_hours(one: Atencion, weeks: dict[int, Week]) -> bool:
    people = (one.alumno_tutor or 0, *one.tutorados)
    return bool(one.tramos) and all(
        _is_free(weeks.get(alumno, ([], [])), tramo) for alumno in people for tramo in one.tramos
    )


def _is_free(week: Week, tramo: Tramo) -> bool:
    """Whether somebody can at that hour; who did not say when is only kept from the classes."""
    said, classes = week
    if touched_by([tramo]) & touched_by(classes):
        return False
    return not said or any(free.holds(tramo) for free in without(merged(said), classes))
