"""What the solicitudes de tutoría say before they are filled in (DOMAIN S-48)."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from app.services.impresos.casos import Papeles
from app.store import Store

if TYPE_CHECKING:
    from app.formatos.solicitud import SolicitudDatos, SolicitudOpciones


def gather(
    store: Store, ids: Sequence[int], _opciones: "SolicitudOpciones"
) -> "list[SolicitudDatos]":
    """The solicitud of each alumno with name, number and grupo."""
    from app.formatos.solicitud import SolicitudDatos

    papeles = Papeles(store)
    found: list[SolicitudDatos] = []
    for who in papeles.alumnos(ids):
        grupo = papeles.grupo_de(who)
        found.append(
            SolicitudDatos(
                membrete=papeles.membrete(grupo.turno),
                nombre=who.nombre,
                matricula=who.matricula,
                grupo=grupo.etiqueta,
                docente_tutor=papeles.docente_de(who),
                leyenda=papeles.plantel.leyenda,
            )
        )
    return found


def blank(store: Store) -> "SolicitudDatos":
    """An empty solicitud with the heading of the plantel."""
    from app.formatos.solicitud import SolicitudDatos

    papeles = Papeles(store)
    return SolicitudDatos(membrete=papeles.membrete(), leyenda=papeles.plantel.leyenda)
