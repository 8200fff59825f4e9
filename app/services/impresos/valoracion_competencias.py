"""What the valoraciones of competencies of some alumnos tutores say (DOMAIN M-57)."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from app.services.impresos.casos import Papeles
from app.store import Store

if TYPE_CHECKING:
    from app.formatos.valoracion_competencias import (
        ValoracionCompetenciasDatos,
        ValoracionCompetenciasOpciones,
    )


def gather(
    store: Store, ids: Sequence[int], _opciones: "ValoracionCompetenciasOpciones"
) -> "list[ValoracionCompetenciasDatos]":
    """The valoración of each alumno, with its levels to be written by hand."""
    from app.formatos.valoracion_competencias import ValoracionCompetenciasDatos

    papeles = Papeles(store)
    attended = papeles.atendidas(ids)
    found: list[ValoracionCompetenciasDatos] = []
    for who in papeles.alumnos(ids):
        grupo = papeles.grupo_de(who)
        found.append(
            ValoracionCompetenciasDatos(
                membrete=papeles.membrete(grupo.turno),
                nombre=who.nombre,
                matricula=who.matricula,
                grupo=grupo.etiqueta,
                docente_tutor=papeles.docente_de(who),
                asignaturas=", ".join(attended.get(who.id, [])),
                leyenda=papeles.plantel.leyenda,
            )
        )
    return found


def blank(store: Store) -> "ValoracionCompetenciasDatos":
    """An empty valoración with the heading of the plantel."""
    from app.formatos.valoracion_competencias import ValoracionCompetenciasDatos

    papeles = Papeles(store)
    return ValoracionCompetenciasDatos(membrete=papeles.membrete(), leyenda=papeles.plantel.leyenda)
