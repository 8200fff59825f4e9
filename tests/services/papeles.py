"""A small plantel whose staff is known, with sesiones of any state, to print its papers."""

from datetime import date
from typing import Any

from app import domain
from app.formatos.formato import Formato
from app.services import printing
from app.store import Store
from tests.small_plantel import SmallPlantel, small_plantel


def staffed_plantel(store: Store) -> SmallPlantel:
    """The small plantel with who runs it, and two alumnos tutores."""
    made = small_plantel(store)
    with store.operation("Datos del plantel", undoable=False):
        store.plantel.change(
            1, docente="Mtra. Leticia Ordóñez", docente_correo="leticia@plantel.example",
            docente_telefono="712 555 0190", coordinador="Ing. Patricia Zúñiga",
            director="Mtro. Óscar Ibáñez", localidad="Ixtlahuaca",
        )  # fmt: skip
        store.grupos.change(made.other_grupo, docente_tutor="Mtro. Raúl Peña")
        store.perfiles_tutor.add_many(
            domain.PerfilTutor(alumno=made[name], estado="activo") for name in ("Valeria", "Iker")
        )
    return made


def one(store: Store, formato: Formato, id: int, opciones: Any = None) -> Any:
    """The data of one subject as they would be printed."""
    return printing.tirada(store, formato, [id], opciones).datos[0]


def sessions(
    store: Store, case: int, *rows: tuple[date, str, int | None], **more: Any
) -> list[int]:
    with store.operation("Sesiones", undoable=False):
        return [
            store.sesiones.add(
                domain.Sesion(
                    intervencion=case, fecha=day, inicio=800, minutos=minutes, estado=state,
                    **{"tema": f"Tema {n}", **more},
                )
            ).id
            for n, (day, state, minutes) in enumerate(rows, 1)
        ]  # fmt: skip


WEEKS = (
    (date(2026, 10, 6), "dada", 40),
    (date(2026, 10, 13), "dada", 40),
    (date(2026, 10, 20), "cancelada", 40),
    (date(2026, 10, 27), "movida", 40),
    (date(2026, 10, 29), "dada", 45),
    (date(2026, 12, 1), "planeada", 40),
)
