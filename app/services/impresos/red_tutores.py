"""What the hoja de la red de tutores says (DOMAIN M-88)."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from app.domain.plantel import TURNOS
from app.services.carnet_datos import show_franjas
from app.services.impresos import citas
from app.services.impresos.casos import Caso, Papeles, date_in_words
from app.store import Store
from app.store.queries.alumnos_tutores import FilaAlumnoTutor, alumnos_tutores
from app.store.queries.asignacion import SinTutor, sin_tutor
from app.text import order_key

if TYPE_CHECKING:
    from app.formatos.red_tutores import HiloImpreso, RedDatos, RedOpciones


def gather(store: Store, ids: Sequence[int], opciones: "RedOpciones") -> "list[RedDatos]":
    """The red of the plantel today: the active alumnos tutores and those who still accompany."""
    papeles = Papeles(store)
    rows = [one for one in alumnos_tutores(store) if opciones.turno in ("", one.turno)]
    casos = citas.de_tutores(papeles, [one.alumno for one in rows])
    rows = [
        one for one in rows if casos.get(one.alumno) or (one.estado == "activo" and one.inscrito)
    ]
    rows.sort(key=lambda one: order_key(one.nombre_de_lista))
    waiting = [one for one in sin_tutor(store) if opciones.turno in ("", one.turno)]
    waiting.sort(key=lambda one: (order_key(one.nombre_de_lista), one.nombre_asignatura))
    return [_datos(papeles, rows, casos, waiting, opciones.turno)] * len(ids)


def blank(store: Store) -> "RedDatos":
    """An empty sheet with the heading of the plantel."""
    from app.formatos.red_tutores import RedDatos

    papeles = Papeles(store)
    return RedDatos(membrete=papeles.membrete(), leyenda=papeles.plantel.leyenda)


def _datos(
    papeles: Papeles, rows: list[FilaAlumnoTutor], casos: dict[int, list[Caso]],
    waiting: list[SinTutor], turno: str,
) -> "RedDatos":  # fmt: skip
    from app.formatos.red_tutores import PendienteImpreso, RedDatos

    active = [one for one in rows if one.estado == "activo"]
    mine = [caso for one in rows for caso in casos.get(one.alumno, [])]
    minutes = sum((f.fin or 0) - (f.inicio or 0) for caso in mine for f in caso.franjas)
    return RedDatos(
        membrete=papeles.membrete(TURNOS.get(turno, "")),
        fecha=date_in_words(papeles.store.clock().date()),
        activos=str(len(active)),
        atendidos=str(len({who.id for caso in mine for who in caso.tutorados})),
        horas=_duration(minutes),
        libres=str(sum(one.cupo for one in active)),
        por_asignar=str(len({one.alumno for one in waiting})),
        hilos=tuple(hilo for one in rows for hilo in _hilos(one, casos.get(one.alumno, []))),
        pendientes=tuple(
            PendienteImpreso(
                one.nombre_de_lista, one.grupo, one.nombre_asignatura, str(one.tutores)
            )
            for one in waiting
        ),
        leyenda=papeles.plantel.leyenda,
    )


def _duration(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    return f"{hours} h {rest:02}" if rest else f"{hours} h"


def _hilos(one: FilaAlumnoTutor, casos: list[Caso]) -> "list[HiloImpreso]":
    """A row for each tutorado of an alumno tutor, or one that says that there is none."""
    from app.formatos.red_tutores import HiloImpreso

    own = (one.nombre_de_lista, one.grupo, f"{one.tutorados} de {one.capacidad}")
    found = [
        HiloImpreso(
            *own, caso.asignatura, who.nombre_de_lista, show_franjas(caso.franjas),
            " / ".join(dict.fromkeys(f.lugar for f in caso.franjas if f.lugar)),
        )
        for caso in casos
        for who in caso.tutorados
    ]  # fmt: skip
    return found or [HiloImpreso(*own)]
