"""What the lista de asistencia of a meeting of the red says (DOMAIN M-42, M-92)."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from app.domain.plantel import TURNOS
from app.services.impresos.casos import Papeles
from app.store import Store
from app.text import order_key

if TYPE_CHECKING:
    from app.formatos.asistencia_reunion import ReunionDatos, ReunionOpciones


def gather(store: Store, ids: Sequence[int], opciones: "ReunionOpciones") -> "list[ReunionDatos]":
    """The active alumnos tutores of the turno asked for, by grupo and name."""
    from app.formatos.asistencia_reunion import ConvocadoImpreso, ReunionDatos

    papeles = Papeles(store)
    active = [one.alumno for one in store.perfiles_tutor.where(estado="activo") if one.alumno]
    people = [
        (papeles.grupo_de(who), who) for who in store.alumnos.where(id=active, estado="activo")
    ]
    chosen = [(grupo, who) for grupo, who in people if opciones.turno in ("", grupo.turno)]
    chosen.sort(
        key=lambda one: (one[0].semestre or 0, one[0].nombre, order_key(one[1].nombre_de_lista))
    )
    made = ReunionDatos(
        membrete=papeles.membrete(TURNOS.get(opciones.turno, "")),
        convocados=tuple(
            ConvocadoImpreso(who.nombre_de_lista, grupo.etiqueta) for grupo, who in chosen
        ),
        docente_tutor=papeles.plantel.docente,
        leyenda=papeles.plantel.leyenda,
    )
    return [made] * len(ids)


def blank(store: Store) -> "ReunionDatos":
    """An empty list with the heading of the plantel."""
    from app.formatos.asistencia_reunion import ReunionDatos

    papeles = Papeles(store)
    return ReunionDatos(membrete=papeles.membrete(), leyenda=papeles.plantel.leyenda)
