"""What the final reports of the alumnos tutores say, one for each intervención (DOMAIN C.11)."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from app import domain
from app.services.impresos.casos import Caso, Papeles
from app.services.impresos.cifras import Cifras, cifras_de, hours_in_words
from app.services.resultados import with_decimal
from app.store import Store

if TYPE_CHECKING:
    from app.formatos.informe_intervencion import (
        InformeIntervencionDatos,
        InformeIntervencionOpciones,
        TutoradoInformado,
    )


def gather(
    store: Store, ids: Sequence[int], _opciones: "InformeIntervencionOpciones"
) -> "list[InformeIntervencionDatos]":
    """The report of each intervención; what its alumno tutor did not write is for the pen."""
    papeles = Papeles(store)
    casos = papeles.casos(ids)
    escritos = papeles.informes(ids, "alumno_tutor")
    cifras = cifras_de(store, ids, hasta=papeles.hoy)
    return [
        _datos(papeles, caso, escritos[caso.record.id], cifras[caso.record.id]) for caso in casos
    ]


def blank(store: Store) -> "InformeIntervencionDatos":
    """An empty report with the heading of the plantel."""
    from app.formatos.informe_intervencion import InformeIntervencionDatos

    papeles = Papeles(store)
    return InformeIntervencionDatos(membrete=papeles.membrete(), leyenda=papeles.plantel.leyenda)


def _datos(
    papeles: Papeles, caso: Caso, escrito: domain.Informe, cifras: Cifras
) -> "InformeIntervencionDatos":
    from app.formatos.informe_intervencion import InformeIntervencionDatos

    has_sessions = bool(cifras.sesiones)
    return InformeIntervencionDatos(
        membrete=papeles.membrete(papeles.turno_de(caso)),
        alumno_tutor=caso.nombre_tutor,
        semestre_grupo=papeles.grupo_de(caso.alumno_tutor).etiqueta,
        asignatura=caso.asignatura,
        periodo=papeles.periodo_en_palabras,
        programadas=str(cifras.planeadas) if has_sessions else "",
        realizadas=str(len(cifras.dadas)) if has_sessions else "",
        tiempo=hours_in_words(cifras.minutos),
        tutorados=_tutorados(papeles, caso, cifras),
        temas=escrito.temas or "; ".join(temas_vistos(cifras)),
        avances=escrito.mejoras,
        dificultades=escrito.dificultades,
        incidentes=escrito.incidentes,
        funciono=escrito.funciono,
        aprendizajes=escrito.aprendizajes,
        sugerencias=escrito.sugerencias,
        docente_tutor=papeles.docente_del_caso(caso),
        leyenda=papeles.plantel.leyenda,
    )


def temas_vistos(cifras: Cifras) -> list[str]:
    """The temas of the sesiones that were held, each once, in the order in which they were seen."""
    return list(dict.fromkeys(one.tema for one in cifras.dadas if one.tema))


def _tutorados(papeles: Papeles, caso: Caso, cifras: Cifras) -> "tuple[TutoradoInformado, ...]":
    from app.formatos.informe_intervencion import TutoradoInformado

    rows = {row.alumno: row for row in caso.filas}
    held = len(cifras.dadas)
    return tuple(
        TutoradoInformado(
            who.nombre_de_lista,
            papeles.grupo_de(who).etiqueta,
            f"{cifras.asistio(who.id)} de {held}" if held else "",
            with_decimal(rows[who.id].antes),
            with_decimal(rows[who.id].despues),
        )
        for who in caso.tutorados
    )
