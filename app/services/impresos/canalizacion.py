"""What the fichas de canalización say (DOMAIN C.9): who refers and who is referred."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from app import domain
from app.services.impresos.casos import Papeles
from app.store import Store

if TYPE_CHECKING:
    from app.formatos.canalizacion import CanalizacionDatos, CanalizacionOpciones


def gather(
    store: Store, ids: Sequence[int], _opciones: "CanalizacionOpciones"
) -> "list[CanalizacionDatos]":
    """One ficha for each alumno; area and reason are for the pen."""
    papeles = Papeles(store)
    return [_datos(papeles, who) for who in papeles.alumnos(ids)]


def blank(store: Store) -> "CanalizacionDatos":
    """An empty ficha with the heading of the plantel."""
    from app.formatos.canalizacion import CanalizacionDatos

    papeles = Papeles(store)
    return CanalizacionDatos(membrete=papeles.membrete(), leyenda=papeles.plantel.leyenda)


def _datos(papeles: Papeles, who: domain.Alumno) -> "CanalizacionDatos":
    from app.formatos.canalizacion import CanalizacionDatos

    grupo, plantel = papeles.grupo_de(who), papeles.plantel
    return CanalizacionDatos(
        membrete=papeles.membrete(grupo.turno),
        periodo=papeles.periodo_en_palabras,
        docente_tutor=plantel.docente or grupo.docente_tutor,
        docente_correo=plantel.docente_correo,
        docente_telefono=plantel.docente_telefono,
        tutorado=who.nombre_de_lista,
        semestre_grupo=grupo.etiqueta,
        matricula=who.matricula,
        telefono=who.telefono,
        fecha=papeles.hoy,
        leyenda=plantel.leyenda,
    )
