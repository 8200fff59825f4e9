"""What a person decides before pairing: fix a pair, forbid it, take the decision back."""

from app import domain
from app.errors import AppError, InvalidValue
from app.store import Store

_VERBS = {"fijar": "Fijar", "prohibir": "Prohibir"}


def fix(store: Store, alumno: int, asignatura: int, alumno_tutor: int, motivo: str = "") -> None:
    """From now on the pair must be; it takes the place of what was decided for that need."""
    _decide(store, "fijar", alumno, asignatura, alumno_tutor, motivo)


def forbid(
    store: Store, alumno: int, asignatura: int | None, alumno_tutor: int, motivo: str
) -> None:
    """From now on the pair must not be (in any asignatura: None); InvalidValue without reason."""
    if not motivo.strip():
        raise InvalidValue("motivo", "Motivo: diga por qué no debe ser ese par")
    _decide(store, "prohibir", alumno, asignatura, alumno_tutor, motivo)


def release(store: Store, decision: int) -> None:
    """Takes a decision back."""
    before = store.decisiones.get(decision)
    label = f"Quitar lo decidido: {_VERBS[before.tipo].lower()} {_pair(store, before)}"
    with store.operation(label[:160], deletes=True):
        store.decisiones.delete(decision)


def _decide(
    store: Store, tipo: str, alumno: int, asignatura: int | None, alumno_tutor: int, motivo: str
) -> None:
    if alumno == alumno_tutor:
        raise AppError("Nadie puede ser su propio alumno tutor.")
    made = domain.Decision(
        tipo=tipo, alumno=alumno, alumno_tutor=alumno_tutor, asignatura=asignatura,
        motivo=motivo.strip(), fecha=store.clock().date(),
    )  # fmt: skip
    with store.operation(f"{_VERBS[tipo]} el par {_pair(store, made)}"[:160]):
        store.decisiones.delete_many(_overruled(store, made))
        store.decisiones.add(made)


def _overruled(store: Store, new: domain.Decision) -> list[int]:
    """The older decisions that say the same or the contrary about the same people."""
    return [
        one.id
        for one in store.decisiones.where(alumno=new.alumno)
        if one.asignatura == new.asignatura
        and (one.alumno_tutor == new.alumno_tutor or one.tipo == new.tipo == "fijar")
    ]


def _pair(store: Store, decision: domain.Decision) -> str:
    names = [
        store.alumnos.get(id).nombre_corto
        for id in (decision.alumno_tutor, decision.alumno)
        if id is not None
    ]
    text = " con ".join(names)
    if decision.asignatura:
        text += f" en {store.asignaturas.get(decision.asignatura).nombre}"
    return text
