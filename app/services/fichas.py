"""The ficha general of a tutorado: its data, what it lacks, what it takes from an interview."""

from collections.abc import Collection, Mapping
from dataclasses import replace

from app import domain
from app.domain.aprendizaje import suggested_preference
from app.errors import AppError
from app.fields import cleaned, fields_of
from app.store import Store
from app.text import joined

_FROM_INTERVIEW = ("signos", "intereses")


def ficha_of(store: Store, alumno: int) -> domain.Ficha:
    """The ficha of a student, or an empty one that is not stored yet."""
    found = store.fichas.where(alumno=alumno)
    return found[0] if found else domain.Ficha(alumno=alumno)


def missing(alumno: domain.Alumno, ficha: domain.Ficha) -> list[str]:
    """What the ficha general lacks, in words (DOMAIN M-43, M-44, M-67).

    The list of tutorados asks the same of the file; a test compares both.
    """
    lacks = (
        ("grupo", alumno.grupo is not None),
        ("teléfono o correo", alumno.telefono or alumno.correo),
        ("padre, madre o tutor legal", alumno.responsable),
        ("qué necesita", ficha.necesidades),
        ("cómo aprende", ficha.preferencia),
    )
    return [words for words, present in lacks if not present]


def change(store: Store, alumno: int, typed: Mapping[str, str]) -> None:
    """Stores typed data of the ficha, dated today the first time.

    Other signs propose another preference, unless one was chosen that they did not propose.
    """
    values = cleaned(domain.Ficha, typed)
    before = ficha_of(store, alumno)
    if "signos" in values and "preferencia" not in values:
        values["preferencia"] = _preference(before, values["signos"])
    if all(getattr(before, key) == value for key, value in values.items()):
        return
    if before.elaborada is None and "elaborada" not in values:
        values["elaborada"] = store.clock().date()
    what = fields_of(domain.Ficha)[next(iter(typed))].label if len(typed) == 1 else "ficha"
    name = store.alumnos.get(alumno).nombre_corto
    with store.operation(f"Cambiar la ficha de {name}: {what.lower()}"):
        if before.id:
            store.fichas.change(before.id, **values)
        else:
            store.fichas.add(replace(before, **values))


def _preference(before: domain.Ficha, signos: Collection[str]) -> str:
    proposed = suggested_preference(before.signos)
    chosen = before.preferencia not in ("", proposed)
    return before.preferencia if chosen else suggested_preference(signos)


def take_from_interview(store: Store, alumno: int, entrevista: int) -> list[str]:
    """Takes the signs and the interests of an interview to the ficha; what was taken, in words.

    AppError when the interview has nothing that the ficha lacks.
    """
    source, before = store.entrevistas.get(entrevista), ficha_of(store, alumno)
    declared = fields_of(domain.Ficha)
    typed: dict[str, str] = {}
    signos = tuple(dict.fromkeys((*before.signos, *source.signos)))
    if set(signos) != set(before.signos):
        typed["signos"] = ",".join(signos)
    if source.intereses and not before.intereses:
        typed["intereses"] = source.intereses
    if not typed:
        raise AppError("La ficha ya tiene las señales y los intereses de esa entrevista.")
    name = store.alumnos.get(alumno).nombre_corto
    with store.operation(f"Pasar la entrevista a la ficha de {name}"):
        change(store, alumno, typed)
    return [declared[key].label.lower() for key in _FROM_INTERVIEW if key in typed]


def taken_words(taken: list[str]) -> str:
    """The same for a message."""
    return f"Se pasó a la ficha: {joined(taken)}."
