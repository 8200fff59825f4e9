"""A plantel where a proposal can be followed by eye, for the tests of the pairing."""

from app.domain.horario import Tramo
from app.services import alumnos_tutores, disponibilidad
from app.services.propuesta import Lectura, Necesidad, Propuesta, propose, read
from app.store import Store
from tests.small_plantel import FISICA, MATE, QUIMICA, SmallPlantel, small_plantel

TUESDAY = Tramo(2, 660, 720)
THURSDAY = Tramo(4, 600, 660)


def paired_plantel(store: Store) -> SmallPlantel:
    """Valeria guides Física II, free Tuesday and Thursday; Ximena and Diego owe it, both free then.

    Diego owes Matemáticas III too, which Valeria does not guide.
    """
    plantel = small_plantel(store)
    tutor(store, plantel, "Valeria", FISICA, 96)
    for name in ("Valeria", "Ximena", "Diego"):
        free(store, plantel, name, TUESDAY, THURSDAY)
    return plantel


def tutor(
    store: Store, plantel: SmallPlantel, name: str, asignatura: str, grade: int | None = None
) -> None:
    """Makes somebody an active alumno tutor."""
    chosen = {plantel[name]: {plantel.asignaturas[asignatura]: grade}}
    alumnos_tutores.nominate(store, chosen, fuente="mano")
    if store.perfiles_tutor.where(alumno=plantel[name])[0].estado != "activo":
        alumnos_tutores.change_state(store, [plantel[name]], "activo")


def free(store: Store, plantel: SmallPlantel, name: str, *tramos: Tramo) -> None:
    """Somebody says to be free."""
    disponibilidad.paint(store, [plantel[name]], tramos, "disponible")


def settings(store: Store, **values: object) -> None:
    """Changes rules of the plantel."""
    with store.operation("Cambiar reglas"):
        store.settings.change(1, **values)


def proposed(store: Store, mover: tuple[int, ...] = ()) -> Propuesta:
    """What is proposed today; it must be the best, and proven."""
    found = propose(read(store, mover))
    assert found.optimo
    return found


def pairs(propuesta: Propuesta) -> list[tuple[str, str, str, Tramo]]:
    """Who with whom, in what and when."""
    return [
        (one.need.corto, one.need.nombre_asignatura, one.guia.corto, one.tramo)
        for one in propuesta.parejas
    ]


def covered(propuesta: Propuesta) -> set[tuple[str, str]]:
    """The first names of those attended, with the asignatura."""
    return {(one.need.corto.split()[0], one.need.nombre_asignatura) for one in propuesta.parejas}


def need(lectura: Lectura, name: str, asignatura: str = FISICA) -> Necesidad:
    """A need by the first name of its tutorado."""
    return next(
        one
        for one in lectura.necesidades
        if one.corto.startswith(name) and one.nombre_asignatura == asignatura
    )


__all__ = ["FISICA", "MATE", "QUIMICA"]
