"""What the notificaciones de asignación say (DOMAIN U-54, U-76)."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from app import domain
from app.services.carnet_datos import show_franjas
from app.services.impresos.casos import Caso, Papeles
from app.services.textos import text_of
from app.store import Store
from app.text import long_date

if TYPE_CHECKING:
    from app.formatos.notificacion import NotificacionDatos, NotificacionOpciones

TEXTOS = ("notificacion_tutorado", "notificacion_tutor")
_COUNT = ("planeada", "dada")


def gather(
    store: Store, ids: Sequence[int], _opciones: "NotificacionOpciones"
) -> "list[NotificacionDatos]":
    """One for each tutorado of an intervención: a half of it is for the alumno tutor."""
    papeles, textos = Papeles(store), _textos(store)
    pairs = papeles.de_tutorados(ids)
    cases = list({caso.record.id for caso, _ in pairs})
    first: dict[int, domain.Sesion] = {}
    for one in store.sesiones.where(intervencion=cases, estado=list(_COUNT)):
        best = first.get(one.intervencion or 0)
        if one.fecha and (best is None or (best.fecha and one.fecha < best.fecha)):
            first[one.intervencion or 0] = one
    return [_datos(papeles, caso, who, first.get(caso.record.id), textos) for caso, who in pairs]


def blank(store: Store) -> "NotificacionDatos":
    """An empty one with the heading and the texts of the plantel."""
    from app.formatos.notificacion import NotificacionDatos

    papeles, textos = Papeles(store), _textos(store)
    return NotificacionDatos(
        membrete=papeles.membrete(),
        texto_tutorado=textos[0],
        texto_tutor=textos[1],
        leyenda=papeles.plantel.leyenda,
    )


def _textos(store: Store) -> tuple[str, str]:
    return text_of(store, TEXTOS[0]), text_of(store, TEXTOS[1])


def _datos(
    papeles: Papeles, caso: Caso, who: domain.Alumno, first: domain.Sesion | None,
    textos: tuple[str, str],
) -> "NotificacionDatos":  # fmt: skip
    from app.formatos.notificacion import NotificacionDatos

    grupo = papeles.grupo_de(who)
    places = list(dict.fromkeys(f.lugar for f in caso.franjas if f.lugar))
    words = long_date(first.fecha) if first and first.fecha else ""
    return NotificacionDatos(
        membrete=papeles.membrete(grupo.turno),
        fecha=f"{papeles.store.clock().date():%d/%m/%Y}",
        tutorado=who.nombre,
        grupo=grupo.etiqueta,
        alumno_tutor=caso.nombre_tutor,
        grupo_tutor=papeles.grupo_de(caso.alumno_tutor).etiqueta,
        asignatura=caso.asignatura,
        horario=show_franjas(caso.franjas),
        lugar=" / ".join(places),
        primera=f"{words[:1].upper()}{words[1:]}",
        docente_tutor=grupo.docente_tutor or papeles.plantel.docente,
        texto_tutorado=textos[0],
        texto_tutor=textos[1],
        leyenda=papeles.plantel.leyenda,
    )
