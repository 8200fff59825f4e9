"""What a page has chosen, seen as the subjects of a form: a tutorado's plan, a plan's people."""

from collections.abc import Sequence

from app import domain
from app.formatos.formato import Formato
from app.services.sujetos import Sujeto, sujetos, sujetos_de
from app.store import Store


def of_page(store: Store, formato: Formato, kind: str, ids: Sequence[int]) -> list[Sujeto]:
    """The subjects of the form that go with some ids of a kind, a key of SUBJECTS.

    Of an alumno: his or her interventions and who attends them; of an intervención, its people; of
    an alumno tutor, whom he or she attends. For the plantel, the plantel.
    """
    if not ids:
        return []
    if formato.subject == "plantel":
        return sujetos(store, formato)
    if formato.subject == kind:
        return sujetos_de(store, formato, ids)
    wanted = _related(store, formato.subject, kind, ids)
    return [one for one in sujetos(store, formato) if one.id in wanted]


def _related(store: Store, subject: str, kind: str, ids: Sequence[int]) -> set[int]:
    """The ids of the subjects tied to those ids of another kind."""
    rows = _rows(store, kind, ids)
    cases = [row.intervencion for row in rows if row.intervencion]
    people = {row.alumno for row in rows if row.alumno}
    if subject == "tutorado":
        return {row.id for row in rows}
    if subject == "intervencion":
        return set(cases)
    if subject == "sesion":
        return {one.id for one in store.sesiones.where(intervencion=cases, estado="dada")}
    if subject == "alumno_tutor":
        return _alumnos_tutores(store, kind, ids, cases)
    if subject == "grupo":
        chosen = set(ids) if kind in ("alumno", "alumno_tutor") else people
        return {one.grupo for one in store.alumnos.where(id=list(chosen)) if one.grupo}
    return people


def _rows(store: Store, kind: str, ids: Sequence[int]) -> list[domain.Tutorado]:
    """What ties tutorados to the interventions of those ids."""
    wanted = list(ids)
    if kind == "alumno":
        return store.tutorados.where(alumno=wanted)
    if kind == "tutorado":
        return store.tutorados.where(id=wanted)
    if kind == "grupo":
        inside = [one.id for one in store.alumnos.where(grupo=wanted)]
        return store.tutorados.where(alumno=inside)
    if kind == "alumno_tutor":
        wanted = [one.id for one in store.intervenciones.where(alumno_tutor=wanted)]
    elif kind == "sesion":
        wanted = [one.intervencion for one in store.sesiones.where(id=wanted) if one.intervencion]
    return store.tutorados.where(intervencion=wanted)


def _alumnos_tutores(store: Store, kind: str, ids: Sequence[int], cases: Sequence[int]) -> set[int]:
    """Those of the alumnos who are alumnos tutores themselves; if none is, who attends them."""
    if kind == "alumno":
        own = {one.alumno for one in store.perfiles_tutor.where(alumno=list(ids)) if one.alumno}
        if own:
            return own
    found = store.intervenciones.where(id=list(cases))
    return {one.alumno_tutor for one in found if one.alumno_tutor}
