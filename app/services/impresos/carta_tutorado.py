"""What the cartas compromiso of the tutorados say (DOMAIN C.4)."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from app import domain
from app.domain.plantel import TURNOS
from app.services.impresos.casos import ORDINALES, Caso, Papeles
from app.services.textos import text_of
from app.store import Store

if TYPE_CHECKING:
    from app.formatos.carta_tutorado import CartaTutoradoDatos, CartaTutoradoOpciones

TEXTO = "carta_tutorado"


def gather(
    store: Store, ids: Sequence[int], _opciones: "CartaTutoradoOpciones"
) -> "list[CartaTutoradoDatos]":
    """One letter for each tutorado of an intervención."""
    papeles, texto = Papeles(store), text_of(store, TEXTO)
    return [_datos(papeles, caso, who, texto) for caso, who in papeles.de_tutorados(ids)]


def blank(store: Store) -> "CartaTutoradoDatos":
    """An empty letter with the heading and the text of the plantel."""
    from app.formatos.carta_tutorado import CartaTutoradoDatos

    papeles = Papeles(store)
    return CartaTutoradoDatos(
        membrete=papeles.membrete(),
        texto=text_of(store, TEXTO),
        leyenda=papeles.plantel.leyenda,
    )


def _datos(papeles: Papeles, caso: Caso, who: domain.Alumno, texto: str) -> "CartaTutoradoDatos":
    from app.formatos.carta_tutorado import CartaTutoradoDatos

    grupo = papeles.grupo_de(who)
    return CartaTutoradoDatos(
        membrete=papeles.membrete(grupo.turno),
        nombre=who.nombre,
        semestre=ORDINALES[grupo.semestre or 0],
        grupo=grupo.nombre,
        turno=TURNOS.get(grupo.turno, "").lower(),
        especialidad=grupo.especialidad,
        asignatura=caso.asignatura,
        periodo=papeles.periodo.meses,
        horario=caso.horario,
        lugar_y_fecha=papeles.lugar_y_fecha,
        alumno_tutor=caso.nombre_tutor,
        docente_tutor=grupo.docente_tutor or papeles.plantel.docente,
        responsable=who.responsable,
        es_menor=papeles.es_menor(who),
        texto=texto,
        leyenda=papeles.plantel.leyenda,
    )
