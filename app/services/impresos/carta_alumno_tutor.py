"""What the cartas compromiso of the alumnos tutores say (DOMAIN C.5)."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from app import domain
from app.domain.plantel import TURNOS
from app.services.impresos.casos import ORDINALES, Papeles
from app.services.textos import text_of
from app.store import Store

if TYPE_CHECKING:
    from app.formatos.carta_alumno_tutor import CartaAlumnoTutorDatos, CartaAlumnoTutorOpciones

TEXTO = "carta_alumno_tutor"


def gather(
    store: Store, ids: Sequence[int], _opciones: "CartaAlumnoTutorOpciones"
) -> "list[CartaAlumnoTutorDatos]":
    """One letter for each alumno tutor."""
    papeles, texto = Papeles(store), text_of(store, TEXTO)
    return [_datos(papeles, who, texto) for who in papeles.alumnos(ids)]


def blank(store: Store) -> "CartaAlumnoTutorDatos":
    """An empty letter with the heading and the text of the plantel."""
    from app.formatos.carta_alumno_tutor import CartaAlumnoTutorDatos

    papeles = Papeles(store)
    return CartaAlumnoTutorDatos(
        membrete=papeles.membrete(),
        texto=text_of(store, TEXTO),
        leyenda=papeles.plantel.leyenda,
    )


def _datos(papeles: Papeles, who: domain.Alumno, texto: str) -> "CartaAlumnoTutorDatos":
    from app.formatos.carta_alumno_tutor import CartaAlumnoTutorDatos

    grupo = papeles.grupo_de(who)
    return CartaAlumnoTutorDatos(
        membrete=papeles.membrete(grupo.turno),
        nombre=who.nombre,
        semestre=ORDINALES[grupo.semestre or 0],
        grupo=grupo.nombre,
        turno=TURNOS.get(grupo.turno, "").lower(),
        especialidad=grupo.especialidad,
        periodo=papeles.periodo.meses,
        lugar_y_fecha=papeles.lugar_y_fecha,
        docente_tutor=papeles.docente_de(who),
        responsable=who.responsable,
        director=papeles.plantel.director,
        es_menor=papeles.es_menor(who),
        texto=texto,
        leyenda=papeles.plantel.leyenda,
    )
